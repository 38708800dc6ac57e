"""What goes back to the unit: the rows that are wrong, each fault at its cell, all in a list.

Only wrong rows go back unless all are asked for: what was right is taken already, and a list that
holds just what is to be mended is mended sooner. The column `Baris asal` says that it is no whole
list, so that nothing counts as gone when it comes again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from service.domain.angka import ribuan
from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit.hasil import BERAT, RINGAN, BarisUnit, Hasil, SalahSel
from service.domain.daftar_unit.kata import huruf, kolom_of
from service.domain.tabel_isian import BarisTabel, TabelIsian

LEMBAR_SALAH = "Yang perlu diperbaiki"
KOLOM_SALAH = (
    "No",
    "Sel di sini",
    "Sel asal",
    "Kolom",
    "Isi sekarang",
    "Yang perlu diperbaiki",
    "Bobot",
)
BOBOT = {BERAT: "Harus diperbaiki", RINGAN: "Sebaiknya dilihat"}
TERPANJANG = 200  # letters of a cell that the list of faults shows
SEMUA_GOLONGAN = {
    "berkala": "Informasi Berkala",
    "serta_merta": "Informasi Serta-Merta",
    "setiap_saat": "Informasi Setiap Saat",
    "dikecualikan": "Informasi yang Dikecualikan",
}


@dataclass(frozen=True, slots=True)
class SelKembali:
    """One cell: its text, what is wrong with it, how grave that is."""

    teks: str
    catatan: str = ""
    bobot: str = ""


@dataclass(frozen=True)
class BukuKembali:
    """A workbook that goes back: its sheet with its head, its rows, and the list of faults."""

    lembar: str
    kepala: tuple[tuple[str, ...], ...]
    baris: Sequence[Sequence[SelKembali]]
    salah: Sequence[tuple[str, ...]]  # as KOLOM_SALAH
    jumlah: tuple[str, ...]  # sentences above the list of faults


def returned(tabel: TabelIsian, hasil: Hasil, *, semua: bool = False) -> BukuKembali:
    """The workbook of what is wrong in this list; with `semua` the right rows stand there too."""
    head = _head(tabel, hasil)
    wide = max(len(one) for one in head)
    rows = sorted(
        (*hasil.diterima, *hasil.dikembalikan) if semua else hasil.dikembalikan,
        key=lambda one: one.baris,
    )
    asal = hasil.kepala.di.get(lj.ASAL)
    at = wide if asal is None else asal
    told = [_widened(one, wide, at, n == len(head) - 1) for n, one in enumerate(head)]
    placed, places = list[list[SelKembali]](), dict[int, int]()
    raw = {one.nomor: one for one in tabel.baris}
    for bar, one in _with_bars(rows, hasil):
        if bar:
            placed.append([SelKembali(""), SelKembali(bar)])
        if one is not None:
            places[one.baris] = len(head) + len(placed) + 1
            placed.append(_row(raw.get(one.baris), one, hasil, wide, at))
    taken = () if semua else hasil.diterima  # what somebody should look at in them comes last
    faults = [*hasil.umum, *(fault for one in (*rows, *taken) for fault in one.salah)]
    return BukuKembali(
        lembar=hasil.lembar or "Daftar",
        kepala=tuple(told),
        baris=placed,
        salah=list(_listed(faults, places, (*rows, *taken), hasil)),
        jumlah=tuple(_counted(hasil, semua=semua)),
    )


def _head(tabel: TabelIsian, hasil: Hasil) -> list[tuple[str, ...]]:
    """The rows of the head as they were, what was merged over several columns in each of them."""
    rows = tabel.baris[hasil.kepala.awal : hasil.kepala.akhir]
    found = []
    for row in rows:
        cells = list(row.sel)
        for one in tabel.gabungan:
            if one.atas == row.nomor and one.kanan > one.kiri:
                cells += [""] * (min(one.kanan, 79) + 1 - len(cells))
                for n in range(one.kiri, min(one.kanan, 79) + 1):
                    cells[n] = cells[one.kiri]
        found.append(tuple(cells))
    wide = max(len(one) for one in found)
    return [one + ("",) * (wide - len(one)) for one in found]


def _widened(one: tuple[str, ...], wide: int, at: int, last: bool) -> tuple[str, ...]:
    cells = [*one, *[""] * (wide - len(one))]
    if at >= wide:
        cells.append(lj.LABEL[lj.ASAL] if last else "")
    return (*cells, LEMBAR_SALAH if last else "")


def _with_bars(rows: Iterable[BarisUnit], hasil: Hasil) -> Iterator[tuple[str, BarisUnit | None]]:
    """The rows, and before the first of each group the words of its bar."""
    bars = sorted(hasil.golongan.items())
    at, now = 0, ""
    for one in rows:
        while at < len(bars) and bars[at][0] < one.baris:
            now = bars[at][1]
            at += 1
        yield SEMUA_GOLONGAN.get(now, ""), one
        now = ""


def _row(
    raw: BarisTabel | None, one: BarisUnit, hasil: Hasil, wide: int, at: int
) -> list[SelKembali]:
    """The cells as they were; what was merged is written out, what is wrong is marked."""
    cells = list(raw.sel[:wide]) if raw is not None else []
    cells += [""] * (max(wide, at + 1) - len(cells))
    columns = hasil.kepala.di
    for name, n in columns.items():
        cells[n] = one.sel.get(name, cells[n])
    if lj.ASAL not in columns:
        cells[at] = str(one.baris)
    said = defaultdict[int, list[SalahSel]](list)
    for fault in one.salah:
        said[_column(fault, hasil)].append(fault)
    row = [_cell(text, said.get(n, ())) for n, text in enumerate(cells)]
    return [*row, SelKembali("\n".join(_named(fault) for fault in one.salah))]


def _column(fault: SalahSel, hasil: Hasil) -> int:
    if fault.kolom:
        return kolom_of(fault.kolom)
    return min(hasil.kepala.di.values(), default=0)


def _named(fault: SalahSel) -> str:
    return f"{fault.kolom}: {fault.kata}" if fault.kolom else fault.kata


def _cell(text: str, faults: Sequence[SalahSel]) -> SelKembali:
    if not faults:
        return SelKembali(text)
    worst = BERAT if any(one.bobot == BERAT for one in faults) else RINGAN
    return SelKembali(text, "\n".join(one.kata for one in faults), worst)


def _listed(
    faults: Iterable[SalahSel], places: dict[int, int], rows: Iterable[BarisUnit], hasil: Hasil
) -> Iterator[tuple[str, ...]]:
    heads = {one.huruf: one.judul for one in hasil.kepala.lajur}
    names = {huruf(n): name for name, n in hasil.kepala.di.items()}
    cells = {one.baris: one.sel for one in rows}
    for n, one in enumerate(faults, 1):
        here = places.get(one.baris, 0)
        held = cells.get(one.baris, {}).get(names.get(one.kolom, ""), "")
        flat = " ".join(held.split())
        yield (
            str(n),
            f"{one.kolom}{here}" if here else "",
            f"{one.kolom}{one.baris}" if one.baris else "",
            heads.get(one.kolom, ""),
            flat if len(flat) <= TERPANJANG else f"{flat[:TERPANJANG]}…",
            one.kata,
            BOBOT[one.bobot],
        )


def _counted(hasil: Hasil, *, semua: bool) -> Iterator[str]:
    many = hasil.jumlah
    yield (
        f"{ribuan(many['baris'])} baris dibaca dari lembar '{hasil.lembar}': "
        f"{ribuan(many['diterima'])} diterima, {ribuan(many['dikembalikan'])} dikembalikan."
    )
    yield (f"{ribuan(many[BERAT])} hal harus diperbaiki, {ribuan(many[RINGAN])} sebaiknya dilihat.")
    yield (
        "Semua baris ada di file ini."
        if semua
        else "File ini hanya memuat baris yang dikembalikan; yang diterima tidak perlu dikirim "
        "lagi."
    )
    yield from hasil.tanya
    yield from hasil.lembar_lain
