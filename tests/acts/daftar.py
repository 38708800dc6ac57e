"""A unit's lists as tests send them: a house, who sends for the unit, and short ways through."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from service.acts.informasi import baca, masuk
from service.acts.informasi.masuk import Unggah
from service.domain.daftar_unit.masuk import DaftarMasuk
from service.domain.dip import LAJUR
from service.domain.informasi.informasi import Informasi
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.ports.informasi import SaringInformasi
from tests.office import INSTANSI, UNIT, work

SEMUA = SaringInformasi()
BILAH = "Informasi yang Wajib Disediakan dan Diumumkan Secara Berkala"
UTUH = ("Biro Humas", "Kepala Biro Humas", "Jakarta, 12 Januari 2024", "Cetak", "2 tahun")
JUDUL = ("Laporan kinerja biro tahun 2023", "Rencana kerja biro tahun 2024", "Profil pejabat biro")


@dataclass
class Meja:
    house: RealHouse
    unit: Hadir
    room: Path
    n: int = 0

    def book(
        self, *rows: tuple[object, ...], head: tuple[str, ...] = tuple(LAJUR.values())
    ) -> Path:
        self.n += 1
        book = Workbook(write_only=True)
        sheet = book.create_sheet("DIP")
        sheet.append(["DAFTAR INFORMASI PUBLIK"])
        sheet.append(list(head))
        sheet.append(["", BILAH])
        for row in rows:
            sheet.append(list(row))
        out = self.room / f"daftar{self.n}.xlsx"
        book.save(out)
        return out

    def sent(self, path: Path) -> DaftarMasuk:
        asked = Unggah(self.house.new_id(), INSTANSI, UNIT, path.name, path)
        one = masuk.send(self.house, self.unit, asked)
        work(self.house)
        return self.now(one)

    def now(self, one: DaftarMasuk) -> DaftarMasuk:
        return masuk.list_for(self.house, self.unit, one.id)

    def taken(self, path: Path) -> DaftarMasuk:
        one = self.sent(path)
        masuk.accept(self.house, self.unit, one.id, one.versi)
        work(self.house)
        return self.now(one)

    def counts(self, one: DaftarMasuk) -> dict[str, int]:
        short = masuk.short_of(self.house, one)
        assert short is not None
        return short.jumlah

    def pieces(self) -> list[Informasi]:
        return baca.listed(self.house, self.unit, SEMUA, "", 999)


def lines(*titles: str, **other: str) -> list[tuple[object, ...]]:
    return [(n, title, *UTUH) for n, title in enumerate(titles, 1)]
