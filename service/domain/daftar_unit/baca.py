"""A unit's list out of the sheets of a workbook: the best of them, line by line, fault by fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from service.domain.angka import ribuan
from service.domain.daftar_unit import golongan, isi, kembar
from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit.baris import Baris
from service.domain.daftar_unit.hasil import (
    RINGAN,
    BacaWaktu,
    BarisUnit,
    Hasil,
    SalahSel,
)
from service.domain.daftar_unit.kata import huruf
from service.domain.daftar_unit.kepala import (
    Kepala,
    KepalaDaftarTidakAda,
    chosen,
    doubts,
)
from service.domain.daftar_unit.kepala_cari import find
from service.domain.daftar_unit.periksa import Diambil, Pemeriksa, unmapped
from service.domain.refusals import Refusal
from service.domain.tabel_isian import TabelIsian

BARIS_TERBANYAK = 100_000


class DaftarTerlaluPanjang(Refusal):
    """More lines than are taken at once."""

    def __init__(self, many: int) -> None:
        super().__init__(
            f"Daftar memuat {ribuan(many)} baris; sekali unggah paling banyak "
            f"{ribuan(BARIS_TERBANYAK)}. Belum ada yang disimpan. Bagi daftarnya, lalu unggah "
            "satu per satu."
        )


class DaftarKosong(Refusal):
    """A head, and nothing below it."""

    def __init__(self, lembar: str) -> None:
        super().__init__(
            f"Lembar '{lembar}' belum memuat satu baris pun di bawah kepala daftarnya. Isi, lalu "
            "unggah lagi."
        )


class LembarTidakAda(Refusal):
    """A sheet is asked for that the workbook has not, or that has no head."""

    def __init__(self, lembar: str) -> None:
        super().__init__(f"Lembar '{lembar}' tidak ada, atau kepala daftarnya tidak dikenali.")


def read(
    tabel: Sequence[TabelIsian],
    waktu: BacaWaktu,
    *,
    lembar: str = "",
    pilihan: Mapping[int, str] | None = None,
    bawaan: Mapping[str, str] | None = None,
) -> Hasil:
    """The list. `pilihan`: what a person said of the columns, by their place; `bawaan`: what is
    true of every line and stands in no column."""
    sheet, kepala, others = _best(tabel, lembar)
    if pilihan:
        kepala = chosen(kepala, pilihan)
    given = bawaan or {}
    held = {lj.WAKTU_TEMPAT: lj.WAKTU}
    asked = kepala.ragu or any(not given.get(held.get(x, x)) for x in kepala.kurang)
    body = Baris(sheet, kepala, _begins(sheet, kepala))
    taken = list(body.lines())
    if not taken:
        raise DaftarKosong(sheet.nama)
    if len(taken) > BARIS_TERBANYAK:
        raise DaftarTerlaluPanjang(len(taken))
    rows, loose = _checked(sheet.nama, kepala, taken, waktu, given)
    lacks = unmapped(kepala, given, sheet.nama)
    back = bool(lacks or kepala.ragu)  # nothing is taken under a head that nobody is sure of
    return Hasil(
        lembar=sheet.nama,
        kepala=kepala,
        diterima=() if back else tuple(one for one in rows if not one.kembali),
        dikembalikan=tuple(rows) if back else tuple(one for one in rows if one.kembali),
        umum=(*lacks, *body.umum, *loose),
        tanya=tuple(doubts(kepala)) if asked else (),
        dilewati=tuple(body.dilewati),
        lembar_lain=others,
        golongan=body.golongan,
    )


def _best(tabel: Sequence[TabelIsian], lembar: str) -> tuple[TabelIsian, Kepala, tuple[str, ...]]:
    """The sheet that is likeliest the list, and a sentence for each of the others."""
    heads = [(one, find(one)) for one in tabel]
    fit = [(one, kepala) for one, kepala in heads if kepala is not None]
    if lembar:
        fit = [(one, kepala) for one, kepala in fit if one.nama == lembar]
        if not fit:
            raise LembarTidakAda(lembar)
    if not fit:
        raise KepalaDaftarTidakAda([one.nama for one in tabel if one.nama])
    best, kepala = max(
        fit,
        key=lambda one: (one[0].terlihat, round(one[1].nilai), len(one[0].baris)),
    )
    others = (_other(one, head) for one, head in heads if one is not best and one.baris)
    return best, kepala, tuple(others)


def _other(one: TabelIsian, kepala: Kepala | None) -> str:
    hidden = "" if one.terlihat else "tersembunyi; "
    if kepala is None:
        return f"Lembar '{one.nama}' tidak dibaca: {hidden}kepala daftarnya tidak ada."
    many = len(one.baris) - kepala.akhir
    return (
        f"Lembar '{one.nama}' tidak dibaca: {hidden}berkepala {lj.SEBUTAN[kepala.daftar]} dengan "
        f"{ribuan(max(0, many))} baris. Unggah tersendiri, atau pilih lembar itu."
    )


def _begins(sheet: TabelIsian, kepala: Kepala) -> str:
    """The kind that the title above the head, or the sheet's name, says of all lines."""
    if kepala.daftar == lj.DIK:
        return ""
    for row in reversed(sheet.baris[: kepala.awal]):
        told = [one for one in row.sel if one.strip()]
        if len(told) == 1 and (kind := golongan.bar(told[0])):
            return kind
    return golongan.bar(sheet.nama)


def _checked(
    lembar: str,
    kepala: Kepala,
    taken: Sequence[Diambil],
    waktu: BacaWaktu,
    bawaan: Mapping[str, str],
) -> tuple[list[BarisUnit], list[SalahSel]]:
    """Every line with its faults, and what is said of the whole sheet."""
    dip = kepala.daftar == lj.DIP
    read_kinds = [isi.kinds(one.sel) if dip else None for one in taken]
    named = any(kinds is not None for kinds in read_kinds) or any(one.bilah for one in taken)
    checker = Pemeriksa(lembar, kepala, bawaan=bawaan, berkategori=named)
    rows = list(_rows(checker, kepala.daftar, taken, read_kinds, bawaan, cache(waktu)))
    place = huruf(kepala.di[lj.KODE]) if lj.KODE in kepala.di else ""
    loose = []
    if dip and not named:
        kata = "Daftar ini belum menyebut kategori satu baris pun; pilih saat memeriksa."
        loose.append(SalahSel(lembar, 0, "", kata, RINGAN))
    return kembar.checked(rows, lembar, place), loose


def _rows(
    checker: Pemeriksa,
    daftar: str,
    taken: Sequence[Diambil],
    read_kinds: Sequence[tuple[str, ...] | None],
    bawaan: Mapping[str, str],
    waktu: BacaWaktu,
) -> Iterator[BarisUnit]:
    given = {name: text for name, text in bawaan.items() if text}
    for one, kinds in zip(taken, read_kinds, strict=True):
        said, when = isi.named(one.sel, daftar, waktu)
        if given:
            said = given | {name: text for name, text in said.items() if text}
        kind = "" if daftar == lj.DIK else one.bilah
        if kinds is not None:
            kind = kinds[0] if len(kinds) == 1 else ""
        yield BarisUnit(
            one.baris,
            said,
            kind,
            when,
            tuple(checker.faults(one, said, when, kinds)),
            one.sel,
        )
