"""A draft out of what was read: of a foreign table, of an SOP there is, of a text typed by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from service.domain.refusals import Refusal
from service.domain.sop.baca import TERBANYAK
from service.domain.sop.bentuk import Sop
from service.domain.sop.formulir import Formulir
from service.domain.sop.impor_bentuk import Konsep
from service.domain.sop.konsep import BarisKonsep, BarisSumber, Ragu, SopKonsep
from service.domain.sop.tulis import parsed

LANGKAH = "langkah"


class TerlaluBanyakBaris(Refusal):
    """More rows than one SOP has."""

    def __init__(self, banyak: int) -> None:
        super().__init__(
            f"Konsep ini akan punya {banyak} langkah; paling banyak {TERBANYAK}. Tidak ada yang "
            "diubah. Pecah menjadi beberapa SOP yang saling merujuk."
        )


def of_table(one: SopKonsep, read: Konsep) -> SopKonsep:
    """The draft filled with what the reader made of a table."""
    kepala, rows = _parts(parsed(read.toml))
    langkah = tuple(
        BarisKonsep(f"k{n}", isi, (n,), ragu)
        for n, (isi, (_, ragu)) in enumerate(zip(rows, read.baris, strict=True), 1)
    )
    return replace(
        one,
        nama=name_of(kepala),
        kepala=kepala,
        langkah=langkah,
        bahan=parsed(read.bahan),
        sumber=tuple(row for row, _ in read.baris),
        ragu=tuple(Ragu("", sebab) for sebab in read.umum),
        tabel=read.tabel,
        tabel_lain=read.tabel_lain,
    )


def of_sop(one: SopKonsep, teks: str, bahan: str, sop: Sop, paper: Formulir) -> SopKonsep:
    """The draft filled with an SOP there is; beside it stands what it says in its official form."""
    kepala, rows = _parts(parsed(teks))
    told = {row.id: row for row in paper.baris}
    sumber, langkah = list[BarisSumber](), list[BarisKonsep]()
    for n, (isi, row) in enumerate(zip(rows, sop.langkah, strict=True), 1):
        words = told.get(row.id)
        sumber.append(
            BarisSumber(
                nomor=str(row.nomor or ""),
                kegiatan=row.kegiatan,
                tanda={sop.sebutan(name): "●" for name in (*row.pelaksana, *row.bersama)},
                kelengkapan=words.kelengkapan if words else "",
                waktu=row.waktu.kata,
                keluaran=words.keluaran if words else "",
                keterangan=words.keterangan if words else "",
            )
        )
        langkah.append(BarisKonsep(f"k{n}", isi, (n,)))
    return replace(
        one,
        nama=sop.judul or name_of(kepala),
        kepala=kepala,
        langkah=tuple(langkah),
        bahan=parsed(bahan),
        sumber=tuple(sumber),
    )


def of_text(one: SopKonsep, teks: str, bahan: str) -> SopKonsep:
    """The draft as somebody typed it; a row that is still there keeps where it came from."""
    kepala, rows = _parts(parsed(teks))
    if len(rows) > TERBANYAK:
        raise TerlaluBanyakBaris(len(rows))
    free = list(one.langkah)
    langkah = list[BarisKonsep]()
    for isi in rows:
        known = next((row for row in free if _same(row.isi, isi)), None)
        if known:
            free.remove(known)
            langkah.append(replace(known, isi=isi))
        else:
            langkah.append(BarisKonsep(fresh((*one.langkah, *langkah)), isi))
    return replace(
        one, nama=name_of(kepala), kepala=kepala, langkah=tuple(langkah), bahan=parsed(bahan)
    )


def fresh(rows: Sequence[BarisKonsep]) -> str:
    """A key that no row has, and none of these ever had."""
    taken = [int(one.kunci[1:]) for one in rows if one.kunci[1:].isdecimal()]
    return f"k{max(taken, default=0) + 1}"


def name_of(kepala: Mapping[str, Any]) -> str:
    """What the draft is called in lists."""
    for key in ("judul", "nama"):
        if isinstance(words := kepala.get(key), str) and words.strip():
            return words.strip()[:200]
    return "SOP tanpa nama"


def _parts(top: dict[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The head and the rows; rows that are none stay in the head, where they show as a fault."""
    rows = top.get(LANGKAH, [])
    if not isinstance(rows, list) or not all(isinstance(one, dict) for one in rows):
        return top, []
    return {key: value for key, value in top.items() if key != LANGKAH}, rows


def _same(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    if before.get("id") or after.get("id"):
        return before.get("id") == after.get("id")
    return before.get("kegiatan") == after.get("kegiatan")
