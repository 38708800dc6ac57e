"""A unit's list of many lines: from its workbook through the closed room to what goes back."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from bench.figures import Figure
from service.adapters.kotak_baca import BoxReader
from service.adapters.xlsx_kembali import XlsxKembali
from service.domain.batas import Batas
from service.domain.daftar_unit import baca
from service.domain.daftar_unit.banding import Terdaftar, compared
from service.domain.daftar_unit.kembali import returned
from service.domain.dip import LAJUR

ROWS, BARS = (5_000, 100_000), (2.0, 30.0)
SALAH = 9  # of so many lines one lacks its unit


@dataclass(frozen=True)
class Waktu:
    """A time, read no further than to see whether it names a year."""

    tertulis: str
    ragu: str


def measure(room: Path) -> list[Figure]:
    """Seconds from the file to its rows and faults; then those of the comparison and the return."""
    reader, figures = BoxReader(Batas()), list[Figure]()
    try:
        reader.unit_tables(workbook(room / "hangat.xlsx", 10))  # warm, as in a house at work
        for rows, bar in zip(ROWS, BARS, strict=True):
            path = workbook(room / f"{rows}.xlsx", rows)
            began = time.perf_counter()
            tables = reader.unit_tables(path)
            boxed = time.perf_counter()
            hasil = baca.read(tables, _when)
            done = time.perf_counter()
            known = [
                Terdaftar(str(n), {**one.isi, "kode": ""}, one.kategori)
                for n, one in enumerate(hasil.diterima)
            ]
            begun = time.perf_counter()
            again = compared(known, hasil)
            held = time.perf_counter()
            XlsxKembali().write(room / "kembali.xlsx", returned(tables[0], hasil))
            back = time.perf_counter()
            lost = rows - len(hasil.diterima) - len(hasil.dikembalikan)
            wrong = len(hasil.dikembalikan) - -(-rows // SALAH)
            figures += [
                Figure(f"{rows} rows, file to faults", done - began, "s", bar, atleast=False),
                Figure(f"{rows} rows, of that in the closed room", boxed - began, "s"),
                Figure(f"{rows} rows, held against those known", held - begun, "s"),
                Figure(f"{rows} rows, what goes back as a workbook", back - held, "s"),
                Figure("rows lost", abs(lost), "", 0, atleast=False),
                Figure("rows on the wrong way", abs(wrong), "", 0, atleast=False),
                Figure(
                    "rows doubled or gone when it comes again",
                    len(hasil.diterima) - len(again.sama),
                    "",
                    0,
                    atleast=False,
                ),
            ]
    finally:
        reader.close()
    return figures


def _when(text: str) -> tuple[Waktu, str]:
    when, _, place = text.partition(", ")
    return Waktu(when, "" if re.search(r"\d{4}", when) else "Waktunya tidak terbaca."), place


def workbook(out: Path, rows: int) -> Path:
    """A list in the legal columns; of nine lines one lacks its unit."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("DIP")
    sheet.append(["DAFTAR INFORMASI PUBLIK"])
    sheet.append(list(LAJUR.values()))
    for n in range(rows):
        if n % 1_000 == 0:
            sheet.append(["", "Informasi Berkala"])
        unit = f"Bagian Contoh {n % 40}" if n % SALAH else ""
        when = f"{n % 28 + 1} Januari {2000 + n % 25}, Kota Contoh"
        judul = f"Laporan contoh ke-{n + 1} tentang kegiatan dan hasilnya"
        sheet.append([n + 1, judul, unit, "Kepala Bagian Contoh", when, "Cetak", "2 tahun"])
    book.save(out)
    return out
