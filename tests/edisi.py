"""An office that verifies, decrees and publishes its list; its papers are signed at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from jobs.table import JOBS
from service.acts.edisi import rancang, terbit
from service.acts.edisi.rancang import Rancangan
from service.acts.edisi.terbit import Penerbitan
from service.acts.informasi import usul, verifikasi
from service.acts.informasi.usul import Usulan
from service.acts.naskah import submit
from service.acts.naskah.acuan import in_force
from service.acts.naskah.fill import fill
from service.acts.ttd.tembusan import follows
from service.adapters.ledger.owed import SqlOwed
from service.adapters.seal import NoSeal
from service.adapters.store_folder import StoreFolder
from service.disk import SharedDisk
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.edisi.edisi import Edisi
from service.domain.edisi.terbitan import Badan, FileTerbit, Terbitan, need_public
from service.domain.edisi.terpampang import Terpampang
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.unsur import Pelengkap, Unsur
from service.domain.naskah import DITANDATANGANI, Naskah, drafted
from service.domain.pasangan_versi import PasanganVersi
from service.domain.pekerjaan import JALUR
from service.domain.wewenang import Hadir
from tests.acts.perkara import KODE, UJI, UNIT, Perkantoran, perkantoran
from tests.domain.informasi.contoh import UTUH
from tests.kantor import Kantor

T = TypeVar("T")
SK = "sk_contoh"
PASANGAN = """
nama = "Keputusan contoh"
bentuk = "keputusan"
penandatangan = ["atasan_ppid"]
[buku]
seri = "memorandum"
pola = "{NOMOR}/SK/{TAHUN}"
[[ruas]]
nama = "nomor"
label = "Nomor"
jenis = "nomor"
asal = "nomor"
contoh = "12 TAHUN 2026"
[[ruas]]
nama = "tanggal"
label = "Tanggal penetapan"
jenis = "tanggal"
asal = "tanggal"
contoh = "2026-11-21"
[[ruas]]
nama = "daftar"
label = "Daftar Informasi Publik"
jenis = "daftar_dip"
asal = "daftar"
[[ruas.contoh]]
kategori = "Informasi yang Wajib Tersedia Setiap Saat"
[[ruas.contoh.baris]]
no = 1
ringkasan = "Contoh"
"""


@dataclass
class Papan:
    """Keeps what it is handed, as the public would read it; refuses what no publisher takes."""

    ada: dict[str, tuple[Terbitan, ...]] = field(default_factory=dict)
    kali: int = 0
    cetakan: dict[tuple[str, int, int], FileTerbit] = field(default_factory=dict)

    def put(self, badan: Badan, terbitan: Sequence[Terbitan]) -> None:
        need_public(terbitan)
        self.ada[badan.kode] = tuple(terbitan)
        self.kali += 1

    def unprinted(self, badan: str) -> frozenset[tuple[str, int, int]]:
        return frozenset()

    def prints(self, badan: str) -> Mapping[tuple[str, int, int], FileTerbit]:
        return self.cetakan

    def add_print(self, badan: Badan, one: Terbitan, pdf: Path) -> bool:
        return False

    def made(self, badan: Badan, one: Terbitan) -> dict[str, FileTerbit]:
        return {}

    def seen(self, badan: str) -> Terpampang:
        return Terpampang()

    def hide(self, badan: str, gone: Terpampang) -> None:
        raise AssertionError("nothing is seen here, so nothing is hidden first")

    def files(self) -> frozenset[str]:
        every = [y for all_ in self.ada.values() for y in all_]
        named = {x.sha256 for y in every for x in y.file.values()}
        return frozenset(named | {y.sk_pdf.sha256 for y in every if y.sk_pdf})

    @property
    def dip(self) -> tuple[Terbitan, ...]:
        return tuple(one for one in self.ada.get(KODE, ()) if one.edisi.daftar == "dip")

    @property
    def kini(self) -> Terbitan | None:
        """The list of today."""
        return next((one for one in self.dip if one.kini), None)

    @property
    def kode(self) -> list[str]:
        return [row["kode"] for row in self.kini.baris] if self.kini else []


@dataclass
class KantorEdisi:
    """Short ways through the life of an edition."""

    dinas: Perkantoran
    papan: Papan

    @property
    def kantor(self) -> Kantor:
        return self.dinas.kantor

    def oleh(self, *peran: str) -> Hadir:
        return self.dinas.oleh(*peran)

    def matter(self) -> Berkas:
        house = self.kantor
        one = Berkas(house.new_id(), KODE, UNIT, "Penetapan", "", BERJALAN, house.clock.now())
        with house.ledger.begin() as tx:
            tx.add(one)
            tx.note(Catatan(KODE, MESIN, "berkas_dibuka", house.clock.now(), one.id))
        return one

    def piece(
        self,
        nama: str,
        kategori: str = "berkala",
        sidik: str = "",
        alamat: str = "",
        **unsur: object,
    ) -> Informasi:
        """A line proposed by its unit and verified by the secretary."""
        house = self.kantor
        words: Unsur = replace(UTUH.unsur, ringkasan=f"Laporan {nama} yang dapat dikenali", **unsur)
        more = Pelengkap(sidik=sidik, alamat=alamat)
        asked = Usulan(house.new_id(), KODE, UNIT, kategori, "biasa", words, more)
        one = usul.propose(house, self.oleh("unit"), asked)
        return verifikasi.verify(house, self.oleh("tim_sekretariat"), one.id, one.versi)

    def draft(self, berkas: Berkas | None = None) -> Edisi:
        asked = Rancangan(self.kantor.new_id(), (berkas or self.matter()).id)
        return rancang.begin(self.kantor, self.oleh("tim_sekretariat"), asked)

    def paper(self, edisi: Edisi) -> Naskah:
        """The decree of a draft, with its print."""
        one = fill(self.kantor, edisi.berkas, SK, {}, self.oleh("petugas"))
        return self.printed(one)

    def printed(self, naskah: Naskah) -> Naskah:
        house = self.kantor
        with house.room() as room:
            pair = in_force(house.packs, KODE, naskah.jenis, room / "templat.docx").versi
        with house.ledger.begin() as tx:
            one = tx.get(Naskah, naskah.id)
            if not tx.find(PasanganVersi, id=pair.id):
                tx.add(pair)
            tx.save(one, drafted(one, f"resep {one.versi}", "ab" * 32, "cd" * 32, pair.id))
            tx.note(Catatan(KODE, MESIN, "naskah_dicetak", house.clock.now(), one.id))
        return self.now(one)

    def forward(self, naskah: Naskah) -> Naskah:
        return submit.submit(self.kantor, naskah.id, self.oleh("petugas"), naskah.versi)

    def sign(self, naskah: Naskah, on: date = date(2026, 11, 20)) -> Naskah:
        """Numbered and signed, whichever way."""
        house = self.kantor
        with house.ledger.begin() as tx:
            before = tx.get(Naskah, naskah.id)
            nomor = f"{len(tx.find(Naskah))} TAHUN {on.year}"
            done = replace(before, keadaan=DITANDATANGANI, nomor=nomor, tanggal=on)
            tx.save(before, replace(done, bertanda_tangan="ef" * 32))
            follows(house, tx, before)
            tx.note(Catatan(KODE, MESIN, "naskah_ditandatangani", house.clock.now(), naskah.id))
        return self.now(before)

    def decreed(self, on: date = date(2026, 11, 20)) -> Edisi:
        """All that is verified now, on a signed decree."""
        one = self.draft()
        self.sign(self.forward(self.paper(one)), on)
        self.work()
        return self.now(one)

    def publish(self, edisi: Edisi, **more: object) -> Edisi:
        asked = Penerbitan(edisi.id, edisi.versi, **more)  # type: ignore[arg-type]
        done = terbit.publish(self.kantor, self.oleh("ppid"), asked)
        self.work()
        return self.now(done)

    def public(self) -> Edisi:
        return self.publish(self.decreed())

    def work(self) -> list[str]:
        """What is owed now, of editions alone."""
        done = []
        house = self.kantor
        owed = SqlOwed(house.ledger, timedelta(minutes=1), ())
        while claimed := [one for lane in JALUR for one in owed.claim(lane, 50, set)]:
            for one in claimed:
                seen = owed.start(one.job, one.untuk, one.fence, "uji")
                assert seen is not None
                if one.job in ("tetapkan", "terbitkan", "jendela"):
                    JOBS[one.job](house, one.untuk)
                    done.append(one.job)
                owed.settle(seen)
        return done

    def now(self, thing: T) -> T:
        with self.kantor.ledger.read() as reading:
            return reading.get(type(thing), thing.id)  # type: ignore[attr-defined]

    def pieces(self) -> dict[str, str]:
        """Where each piece stands, by kode."""
        with self.kantor.ledger.read() as reading:
            return {one.kode: one.keadaan for one in reading.find(Informasi, instansi=KODE)}


def kantor_edisi(kantor: Kantor) -> KantorEdisi:
    """The office with a pair for its decree, a store and a place where the public reads."""
    kantor.ledger.clock = kantor.clock  # what is owed waits by the clock of the office
    room = kantor.home / "paket" / "umum" / "naskah"
    room.mkdir(mode=0o755)
    room.chmod(0o755)
    for name, bytes_ in ((f"{SK}.toml", PASANGAN.encode()), (f"{SK}.docx", b"contoh")):
        (room / name).write_bytes(bytes_)
        (room / name).chmod(0o644)
    papan = Papan()
    kantor.store = StoreFolder(kantor.home / "simpanan", SharedDisk(), NoSeal())  # type: ignore[attr-defined]
    kantor.penerbit = papan  # type: ignore[attr-defined]
    return KantorEdisi(perkantoran(kantor, {"uji": UJI}), papan)
