"""Every SOP of one agency played to its end: opened as it says, walked by its own people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from service.acts.berkas import baru as berkas_baru
from service.acts.berkas.buka import Pembukaan
from service.acts.berkas.putaran import round_name
from service.acts.instansi.packs import agency
from service.acts.sop.daftar import own_sops, sop_of
from service.demo.edisi import Penyusun
from service.demo.papers import Pencetak
from service.demo.people import Pemeran
from service.demo.pilihan import Pemilih, other_ways
from service.demo.sign import Pena
from service.demo.stage import Panggung
from service.demo.tas import Pengemas
from service.demo.things import CONTOH, Bekal
from service.demo.tinta import Tinta
from service.demo.uji import Penguji
from service.demo.walk import Langkah, Pejalan, Tersendat
from service.domain.berkas import DIARSIPKAN, SELESAI, Berkas
from service.domain.instansi import Instansi
from service.domain.kiriman import DIDAFTAR, DITERIMA, Kiriman
from service.domain.refusals import Refusal
from service.domain.sop.bentuk import PER_UNIT, Bagian, Sop
from service.domain.sop.masa import masa
from service.domain.tanggal import panjang

PERIHAL = ("laporan perjalanan dinas contoh", "notula rapat contoh")
SURAT = CONTOH / "permohonan.docx"


class Lakon:
    """The play of one agency."""

    def __init__(self, panggung: Panggung, kode: str, hasil: Path, *, tinta: bool = False) -> None:
        house = self.house = panggung.house
        self.kode = kode
        self.instansi: Instansi = agency(house.packs, kode)
        if not self.instansi.unit:
            raise Refusal(f"Instansi {kode} belum punya unit; lengkapi instansi.toml.")
        self.unit = self.instansi.unit[0]
        self.pemeran = Pemeran(house, kode)
        pena = Pena(house, self.pemeran, panggung.penerbit)
        sop = own_sops(house.packs, kode)[-1] if tinta else ""
        self.tinta = Tinta(house, self.pemeran, self.unit.id, sop) if tinta else None
        penyusun = Penyusun(house, self.pemeran, self.unit)
        penguji = Penguji(house, self.pemeran)
        self.cetak = Pencetak(house, self.pemeran, pena, hasil, self.tinta, penyusun, penguji)
        bekal = Bekal(house, self.cetak.write, self.cetak.listed)
        self.pilih = Pemilih()
        self.jalan = Pejalan(house, self.pemeran, bekal.supply, self.pilih)
        self.kemas = Pengemas(house, self.cetak, hasil)
        self.surat = 0  # letters laid in so far
        self.dossier = self.sah = self.tanda = self.tas = 0

    def play(self) -> Iterator[Langkah]:
        """Each act as it is done; Tersendat where a matter does not come to its end."""
        for kode in own_sops(self.house.packs, self.kode):
            sop = sop_of(self.house.packs, self.kode, kode)
            for part in sop.parts():
                for langkah, hasil in (("", ""), *other_ways(sop, part.id)):
                    berkas = self._opened(sop, part)
                    if hasil:
                        self.pilih.take(berkas.id, langkah, hasil)
                    yield from self._to_its_end(berkas)
        self.dossier, self.sah = self.cetak.bound(), self.cetak.archival()
        self.tanda, self.tas = self.cetak.signed(), self.kemas.packed()
        self.cetak.wait(self._all_looked_at, "File yang masuk belum diperiksa semua")

    def _to_its_end(self, berkas: Berkas) -> Iterator[Langkah]:
        yield from self.jalan.walk(berkas.id)
        if self.jalan.at(berkas.id).berkas.keadaan not in (SELESAI, DIARSIPKAN):
            raise Tersendat(f"{berkas.judul} tidak sampai selesai.")

    def _opened(self, sop: Sop, part: Bagian) -> Berkas:
        """By a letter in the inbox where the SOP waits for one, else by its first officer."""
        if sop.buka.kiriman:
            return self._own(sop, self._by_letter())
        first, whole = sop.rows(part.id)[0], bool(part.berkala.jumlah)
        unit = "" if whole or first.untuk == PER_UNIT else self.unit.id
        judul = f"{part.nama} contoh"
        if whole:
            today = self.instansi.kalender_of(unit).tanggal(self.house.clock.now())
            judul = round_name(part, masa(part.berkala.jumlah, today))
        asked = Pembukaan(self.house.new_id(), self.kode, unit, sop.kode, judul, part.id)
        who = self.pemeran.of(sop.peran(first.pelaksana[0]), unit)
        return berkas_baru.open_by(self.house, who, asked)

    def _own(self, sop: Sop, berkas: Berkas) -> Berkas:
        """The matter, where it runs under the SOP that is being played; Tersendat where not."""
        if berkas.sop != sop.kode:
            raise Tersendat(
                f"SOP {sop.kode} menunggu kiriman {', '.join(sop.buka.kiriman)}, tetapi surat "
                f"contoh dibuka menurut SOP {berkas.sop}; SOP {sop.kode} belum dijalankan."
            )
        return berkas

    def _by_letter(self) -> Berkas:
        """A letter laid into the unit's inbox folder; the matter that the machine opens for it."""
        self.surat += 1
        nama = f"permohonan contoh {self.house.new_id()[:6]}.docx"
        folder = self.house.inbox / self.kode / self.unit.id
        folder.mkdir(parents=True, exist_ok=True)
        today = self.instansi.kalender_of(self.unit.id).tanggal(self.house.clock.now())
        written = {
            "nomor": f"{self.surat}/CONTOH/{today.year}",
            "tanggal": panjang(today),
            "judul": PERIHAL[(self.surat - 1) % len(PERIHAL)],
            "instansi": self.instansi.nama,
        }
        part = folder / f"{nama}.part"
        self.house.filler.fill(SURAT, written, part)
        part.rename(folder / nama)
        came = self.cetak.wait(lambda: self._registered(nama), f"{nama} belum didaftar")
        with self.house.ledger.read() as reading:
            return reading.get(Berkas, came.berkas)

    def _registered(self, nama: str) -> Kiriman | None:
        with self.house.ledger.read() as reading:
            found = reading.find(Kiriman, nama=nama)
        return next((one for one in found if one.keadaan == DIDAFTAR and one.berkas), None)

    def _all_looked_at(self) -> bool | None:
        with self.house.ledger.read() as reading:
            waiting = reading.find(Kiriman, instansi=self.kode, keadaan=DITERIMA)
        return True if not waiting else None
