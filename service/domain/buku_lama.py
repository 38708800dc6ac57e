"""Reading last year's book of numbers out of a table: every row, and every fault of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from service.domain.nomor import Buku, tempat
from service.domain.pola import urai
from service.domain.sisipan import is_whole
from service.domain.tanggal import read_tanggal

TERPANJANG = 300
# What the heads of such tables are called; the first column that fits is taken.
_KEPALA: dict[str, tuple[str, ...]] = {
    "urut": ("no urut", "nomor urut", "no. urut", "urut"),
    "nomor": ("nomor surat", "no surat", "no. surat", "nomor naskah", "nomor", "no agenda", "no"),
    "tanggal": ("tanggal surat", "tgl surat", "tgl. surat", "tanggal", "tgl"),
    "perihal": ("perihal", "hal", "isi ringkas", "tentang", "uraian", "isi"),
    "tujuan": ("tujuan", "kepada", "dikirim kepada", "alamat tujuan", "tujuan surat"),
}
_URUT = re.compile(r"0*(\d{1,7})\s*\.?\s*([A-Za-z]{0,3}|(?<=\.)\d{1,3})")
DICARI = 10  # rows at most above the heads


@dataclass(frozen=True)
class Lama:
    """One number of an older book."""

    baris: int  # its row in the table, as the spreadsheet counts
    urut: int
    sisipan: str
    nomor: str
    tanggal: date | None
    perihal: str


@dataclass(frozen=True)
class BukuLama:
    """What a table says of a book: its numbers in order, its faults, and what is missing."""

    baris: tuple[Lama, ...]
    salah: tuple[str, ...]  # each must be mended before anything is kept
    catatan: tuple[str, ...] = ()  # worth a look; nothing is lost by it
    lubang: tuple[int, ...] = ()

    @property
    def awal(self) -> int:
        """Its first number."""
        return min((one.urut for one in self.baris), default=1)

    @property
    def akhir(self) -> int:
        """Its last number."""
        return max((one.urut for one in self.baris), default=0)


def read(rows: Sequence[Sequence[str]], pola: str, buku: Buku) -> BukuLama:
    """The table as numbers of this book."""
    head, columns = _heads(rows)
    if "nomor" not in columns and "urut" not in columns:
        return BukuLama(
            (), ("Lajur nomor tidak ditemukan. Beri judul lajur: nomor, tanggal, perihal, tujuan.",)
        )
    found: list[Lama] = []
    faults: list[str] = []
    for n, row in enumerate(rows[head + 1 :], head + 2):
        cells = {name: _cell(row, at) for name, at in columns.items()}
        if any(cells.values()):
            one, wrong = _one(n, cells, pola, buku)
            faults += [f"Baris {n}: {kata}" for kata in wrong]
            found += [one] if one else []
    faults += _twins(found)
    faults += _loose(found)
    if not found and not faults:
        faults.append("Tabel ini tidak memuat nomor.")
    found.sort(key=lambda one: (one.urut, one.sisipan))
    taken = {one.urut for one in found if not one.sisipan}
    least, most = (min(taken), max(taken)) if taken else (1, 0)
    holes = tuple(n for n in range(least, most + 1) if n not in taken)
    return BukuLama(tuple(found), tuple(faults), tuple(_falls(found)), holes)


def _heads(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    """The row of heads, and which column is which; titles may stand above it."""
    best: tuple[int, dict[str, int]] = (0, {})
    for n, row in enumerate(rows[:DICARI]):
        told = [re.sub(r"\s+", " ", cell).strip().lower().rstrip(":") for cell in row]
        columns: dict[str, int] = {}
        for name, words in _KEPALA.items():
            at = next((told.index(word) for word in words if word in told), None)
            if at is not None and at not in columns.values():
                columns[name] = at
        if len(columns) > len(best[1]):
            best = (n, columns)
    return best


def _cell(row: Sequence[str], at: int) -> str:
    return re.sub(r"\s+", " ", row[at]).strip() if at < len(row) else ""


def _one(n: int, cells: dict[str, str], pola: str, buku: Buku) -> tuple[Lama | None, list[str]]:
    nomor, wrong = cells.get("nomor", ""), []
    place = _place(cells.get("urut", ""), nomor, pola)
    if place is None:
        told = nomor or cells.get("urut", "")
        kata = f"nomor '{told[:60]}' tidak sesuai pola {pola}" if told else "nomor kosong"
        wrong.append(f"{kata}.")
    tanggal = _tanggal(cells.get("tanggal", ""))
    if cells.get("tanggal") and tanggal is None:
        wrong.append(f"tanggal '{cells['tanggal'][:40]}' tidak terbaca.")
    if tanggal and not buku.holds(tanggal):
        wrong.append(f"tanggal {tanggal:%d-%m-%Y} di luar buku ini.")
    if place is None or wrong:
        return None, wrong
    perihal = cells.get("perihal", "")
    if tujuan := cells.get("tujuan", ""):
        perihal = f"{perihal} (kepada {tujuan})" if perihal else f"Kepada {tujuan}"
    urut, sisipan = place
    if not nomor or nomor.isdigit():
        nomor = tempat(urut, sisipan)
    return Lama(n, urut, sisipan, nomor[:TERPANJANG], tanggal, perihal[:TERPANJANG]), []


def _place(urut: str, nomor: str, pola: str) -> tuple[int, str] | None:
    if parts := urai(pola, nomor):
        return (parts.urut, parts.sisipan) if parts.urut else None
    plain = _URUT.fullmatch(urut or nomor)
    if plain and int(plain[1]):
        return int(plain[1]), plain[2]
    return None


def _tanggal(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text[4:5] == "-" else read_tanggal(text)
    except ValueError:
        return None


def _twins(found: Sequence[Lama]) -> list[str]:
    seen: dict[tuple[int, str], int] = {}
    told = []
    for one in found:
        key = (one.urut, one.sisipan)
        if key in seen:
            where = tempat(one.urut, one.sisipan)
            told.append(f"Baris {one.baris}: nomor {where} sudah ada di baris {seen[key]}.")
        seen.setdefault(key, one.baris)
    return told


def _loose(found: Sequence[Lama]) -> list[str]:
    behind: dict[int, set[str]] = {}
    for one in found:
        if one.sisipan:
            behind.setdefault(one.urut, set()).add(one.sisipan)
    return [
        f"Nomor sisipan di belakang {urut} tidak berurutan sejak yang pertama: "
        f"{', '.join(sorted(taken))}."
        for urut, taken in sorted(behind.items())
        if not is_whole(taken)
    ]


def _falls(found: Sequence[Lama]) -> list[str]:
    last: Lama | None = None
    told = []
    for one in found:
        if one.sisipan or one.tanggal is None:
            continue
        if last and last.tanggal and one.tanggal < last.tanggal:
            told.append(f"Tanggal nomor {one.urut} mendahului tanggal nomor {last.urut}.")
        last = one
    return told
