"""The office of the pictures: what the play leaves behind, and a day that is under way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from service.acts.arsip import catat, jadwal, tempat
from service.acts.arsip.catat import Kertas, Sasaran
from service.acts.arsip.jadwal import Muat
from service.acts.informasi import usul, verifikasi
from service.acts.informasi.usul import Usulan
from service.acts.kiriman import disposisi
from service.acts.kiriman.disposisi import Perintah
from service.acts.naskah import fill, submit
from service.acts.naskah import lihat as naskah_lihat
from service.acts.naskah.approve import approve
from service.acts.register import keberatan, permohonan
from service.acts.register.permohonan import Masukan
from service.demo.matter import Lakon
from service.demo.people import PPID, UNIT
from service.demo.things import CONTOH
from service.domain.arsip.tempat import BOKS, LEMARI, RUANG, Tempat
from service.domain.berkas import DIARSIPKAN, Berkas
from service.domain.informasi.retensi import Retensi
from service.domain.informasi.unsur import Unsur
from service.domain.informasi.waktu_baca import read_waktu
from service.domain.kiriman import MENUNGGU_PETUGAS, Kiriman
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.tanggal import panjang
from service.domain.tempat_ttd import ELEKTRONIK
from service.domain.wewenang import PETUGAS, Hadir
from tests.loket import ISIAN, KEBERATAN_ISIAN, new_kode
from tests.papers import letter

KODE = "kemensetneg"
TIM, ARSIP = "tim_sekretariat", "pengelola_arsip"
SIAPA = {"nama": "Contoh Pemohon", "nik": "", "surel": "pemohon@contoh.id"}
JRA = """
[[arsip]]
kode = "HM.01"
nama = "Layanan informasi publik"
aktif = "2 tahun"
inaktif = "3 tahun"
nasib = "permanen"
"""
SURAT = ("DINAS CONTOH KOTA CONTOH", "Nomor : 12/CONTOH/2026", "Hal : Jadwal kegiatan contoh")
SALAH = "Rencana contoh kerja biro tahun 2026"
INFORMASI = ("Laporan contoh layanan informasi publik", "Profil contoh pejabat biro", SALAH)


@dataclass
class Siang:
    """What is under way in the office, and by which name the list of pictures calls it."""

    lakon: Lakon
    dikenal: dict[str, str] = field(default_factory=lambda: {"register": "permohonan"})

    def begin(self) -> None:
        """All of it."""
        self._letter()
        self._request()
        self._lines()
        self._archive()
        self._matter()

    def who(self, peran: str) -> Hadir:
        """Whoever holds a peran here."""
        return self.lakon.pemeran.of(peran, self.lakon.unit.id)

    def _letter(self) -> None:
        """A letter whose kind the machine does not know for certain."""
        nama = "surat dinas contoh.docx"
        self._laid(nama, lambda part: letter(part, *SURAT))
        came = self._seen(nama, lambda one: one.keadaan == MENUNGGU_PETUGAS)
        self.dikenal["surat"] = came.id
        to = f"orang/{self.who(UNIT).orang.id}"
        word = Perintah((to,), ("tindaklanjuti",), "Siapkan bahan contoh.")
        disposisi.send(self.lakon.house, self.who(PPID), came.id, word)

    def _laid(self, nama: str, write: Callable[[Path], object]) -> None:
        """A file in the inbox folder of the unit, whole at once."""
        folder = self.lakon.house.inbox / KODE / self.lakon.unit.id
        folder.mkdir(parents=True, exist_ok=True)
        write(folder / f"{nama}.part")
        (folder / f"{nama}.part").rename(folder / nama)

    def _seen(self, nama: str, so: Callable[[Kiriman], bool]) -> Kiriman:
        def look() -> Kiriman | None:
            with self.lakon.house.ledger.read() as reading:
                return next((x for x in reading.find(Kiriman, nama=nama) if so(x)), None)

        return self.lakon.cetak.wait(look, f"{nama} belum dikenali")

    def _request(self) -> None:
        """A request that came by letter, and an objection to its answer."""
        house, unit, now = self.lakon.house, self.lakon.unit.id, self.lakon.house.clock.now()
        came = Masukan(new_kode(), KODE, unit, now, ISIAN | SIAPA, jalan="surat")
        one = permohonan.at_desk(house, self.who(PETUGAS), came)
        told = KEBERATAN_ISIAN | {"nama": SIAPA["nama"], "nomor_permohonan": one.nomor_daftar}
        objected = Masukan(new_kode(), KODE, unit, now, told, jalan="surat")
        made = keberatan.at_desk(house, self.who(PETUGAS), objected)
        self.dikenal["keberatan"] = made.id

    def _lines(self) -> None:
        """Lines of the list that wait for somebody to find them right."""
        for judul in INFORMASI:
            unsur = Unsur(
                ringkasan=judul,
                penguasa=self.lakon.unit.nama,
                penanggung_jawab=f"Kepala {self.lakon.unit.nama}",
                waktu=read_waktu("2025"),
                tempat="Kota Contoh",
                bentuk=("cetak", "elektronik"),
                retensi=Retensi("2 tahun", "3 tahun", "musnah"),
            )
            place = (self.lakon.house.new_id(), KODE, self.lakon.unit.id)
            asked = Usulan(*place, "setiap_saat", "biasa", unsur)
            one = usul.propose(self.lakon.house, self.who(UNIT), asked)
            if judul == SALAH:
                verifikasi.send_back(
                    self.lakon.house, self.who(TIM), one.id, one.versi, "Sebut nama bironya."
                )

    def _archive(self) -> None:
        """The matter that was played, under its code of a schedule in force."""
        house = self.lakon.house
        with house.room() as room:
            path = room / "jra.toml"
            path.write_text(JRA)
            asked = Muat(house.new_id(), KODE, "Peraturan Contoh Nomor 1", path.name, path)
            draft, _ = jadwal.take_in(house, self.who(ARSIP), asked)
        assert draft
        jadwal.put_in_force(house, self.who(PPID), draft.id, draft.versi)
        with house.ledger.read() as reading:
            found = reading.find(Berkas, instansi=KODE, keadaan=DIARSIPKAN)
        closed = min(found, key=lambda one: one.dibuka)
        kept = catat.classify(house, self.who(ARSIP), Sasaran(closed.id, 0), "HM.01")
        paper = Kertas(self._box(), 1, "map", "baik", "asli")
        catat.lay(house, self.who(ARSIP), Sasaran(closed.id, kept.versi), paper)
        self.dikenal["arsip"] = closed.id

    def _box(self) -> str:
        induk = ""
        for macam, nama in ((RUANG, "Arsip Contoh"), (LEMARI, "2"), (BOKS, "14")):
            asked = Tempat(self.lakon.house.new_id(), KODE, "", macam, nama, induk)
            induk = tempat.make(self.lakon.house, self.who(ARSIP), asked).id
        return induk

    def _matter(self) -> None:
        """A matter at its third step: a paper being written, one to approve, one to sign."""
        lakon = self.lakon
        berkas = self._opened()
        for _ in range(2):
            lakon.jalan.act(berkas.id)
        at = lakon.jalan.at(berkas.id)
        lakon.jalan.siapkan(lakon.jalan, at, lakon.jalan.actor(at))
        self.dikenal["berkas"] = berkas.id
        self.dikenal["konsep"] = self._paper(berkas, "nota_pengantar")
        self.dikenal["diajukan"] = self._submitted(self._paper(berkas, "nota_dinas"))
        self._approved(self._submitted(self._paper(berkas, "surat_tugas")))

    def _opened(self) -> Berkas:
        """By a letter of its own; one that the play laid in as well would be the same."""
        house, nama = self.lakon.house, "permohonan panduan.docx"
        today = self.lakon.instansi.kalender_of(self.lakon.unit.id).tanggal(house.clock.now())
        told = {"nomor": f"17/PANDUAN/{today.year}", "tanggal": panjang(today)}
        told |= {"judul": "rencana kerja contoh", "instansi": self.lakon.instansi.nama}
        self._laid(nama, lambda part: house.filler.fill(CONTOH / "permohonan.docx", told, part))
        came = self._seen(nama, lambda one: bool(one.berkas))
        with house.ledger.read() as reading:
            return reading.get(Berkas, came.berkas)

    def _paper(self, berkas: Berkas, jenis: str, bahan: str = "") -> str:
        house, who = self.lakon.house, self.who(TIM)
        kind = fill.pasangan(house, KODE, jenis)
        with house.ledger.read() as reading:
            found = reading.find(Naskah, berkas=berkas.id, jenis=jenis)
            known = fill.begun(house, reading, who, berkas, kind)
        isian = kind.contoh | {name: one for name, one in known.items() if one}
        made = found[0].id if found else fill.fill(house, berkas.id, jenis, isian, who, bahan).id
        self.lakon.cetak.until(Naskah, made, lambda now: bool(now.pdf))
        return made

    def _submitted(self, naskah: str) -> str:
        house = self.lakon.house
        submit.submit(house, naskah, self.who(TIM))
        with house.ledger.read() as reading:
            here = naskah_lihat.places(reading, reading.get(Naskah, naskah))
        for place in here:
            with house.ledger.read() as reading:
                versi = reading.get(Naskah, naskah).versi
            submit.initial(house, naskah, self.who(place.peran), versi)
        return naskah

    def _approved(self, naskah: str) -> None:
        approve(self.lakon.house, naskah, self.who(PPID), jalan=ELEKTRONIK)
        self.lakon.cetak.until(Naskah, naskah, lambda now: now.keadaan == DIKIRIM)


def under_way(lakon: Lakon) -> dict[str, str]:
    """The play to its end and the day after it; what stands for the <…> of the addresses."""
    for _ in lakon.play():
        pass
    siang = Siang(lakon)
    siang.begin()
    return siang.dikenal


def folder_of(hasil: Path) -> Path:
    """Where the papers of the play go."""
    return hasil / KODE
