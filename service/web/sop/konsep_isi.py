"""The rows of a draft as its page shows them, each beside the table it was read from."""

from __future__ import annotations

from collections.abc import Iterator

from flask import url_for

from service.acts.sop.konsep import KEPALA, Terbaca
from service.domain.sop.konsep import BarisKonsep, BarisSumber, SopKonsep
from service.face.isi import Tautan
from service.face.isi_sop import BarisKonsep as Baris
from service.face.isi_sop import BarisSumber as Sumber
from service.face.isi_sop import Cacat, Ragu
from service.web.sop.bagian_isian import BAGIAN
from service.web.sop.kata import (
    actors,
    field,
    goal,
    many,
    place,
    reason,
    table,
    text,
    things,
    understood,
)


def faults(found: Terbaca) -> Iterator[Cacat]:
    """Every fault, with a link to where it is mended."""
    konsep = found.konsep
    for one in found.periksa.cacat:
        if row := konsep.row(one.tempat):
            at = url_for("sop_langkah.show", konsep_id=konsep.id, kunci=row.kunci)
            yield Cacat(Tautan(f"Langkah {place(konsep, row)}", at), one.sebab)
        else:
            piece = one.tempat if one.tempat in BAGIAN else KEPALA
            at = url_for("sop_bagian.show", konsep_id=konsep.id, bagian_sop=piece)
            yield Cacat(Tautan(BAGIAN[piece].judul, at), one.sebab)


def rows_of(found: Terbaca) -> Iterator[Baris]:
    """Every row of the draft beside the rows it came from."""
    konsep = found.konsep
    for n, row in enumerate(konsep.langkah, 1):
        wrong = found.periksa.at(row.kunci)
        yield Baris(
            row.kunci,
            f"{n}. {text(row.isi.get('kegiatan')) or '(kegiatan belum ditulis)'}",
            url_for("sop_langkah.show", konsep_id=konsep.id, kunci=row.kunci),
            sources(konsep, row),
            tuple(_told(found, row)),
            tuple(one.sebab for one in wrong if not one.peringatan),
            tuple(one.sebab for one in wrong if one.peringatan),
            doubts(row),
            pertama=n == 1,
            terakhir=n == len(konsep.langkah),
            tafsir=row.isi.get("tafsir") is True,
        )


def sources(konsep: SopKonsep, row: BarisKonsep) -> tuple[Sumber, ...]:
    """The rows of the table that a row came from."""
    return tuple(_source(konsep.sumber[n - 1], n) for n in row.asal if 0 < n <= len(konsep.sumber))


def _source(one: BarisSumber, n: int) -> Sumber:
    marks = "; ".join(f"{name}: {mark}" for name, mark in one.tanda.items())
    cells = (
        ("Kegiatan", one.kegiatan),
        ("Pelaksana", marks),
        ("Kelengkapan", one.kelengkapan),
        ("Waktu", one.waktu),
        ("Output", one.keluaran),
        ("Ket", one.keterangan),
    )
    return Sumber(f"Baris {one.nomor or n}", tuple((name, words or "–") for name, words in cells))


def doubts(row: BarisKonsep) -> tuple[Ragu, ...]:
    """What of a row is not sure, each with its reason where there is one."""
    found = [Ragu(field(one.isian) if one.isian else "", reason(one.sebab)) for one in row.ragu]
    told = {one.isian for one in row.ragu}
    bare = [one for one in many(row.isi.get("tafsir")) if one not in told]
    return (*found, *(Ragu(field(one), "tidak tertulis di sumbernya") for one in bare))


def _told(found: Terbaca, row: BarisKonsep) -> Iterator[tuple[str, str]]:
    konsep, bahan, isi = found.konsep, found.periksa.bahan, row.isi
    yield "Pelaksana", actors(konsep, many(isi.get("pelaksana")))
    if along := many(isi.get("bersama")):
        yield "Yang ikut", actors(konsep, along)
    yield "Kelengkapan", things(isi.get("kelengkapan"), bahan)
    kata = text(isi.get("waktu"))
    yield "Waktu", f"{kata} ({understood(kata)})" if kata else understood(kata)
    yield "Output", things(isi.get("keluaran"), bahan)
    if ways := table(isi.get("cabang")):
        told = (f"{name.replace('_', ' ')} → {goal(konsep, to)}" for name, to in ways.items())
        yield "Keputusan", "; ".join(told)
    for name in ("keterangan", "untuk", "hanya", "rujukan", "bagian"):
        if words := ", ".join(many(isi.get(name))) or text(isi.get(name) or ""):
            yield (
                field(name),
                words if isinstance(isi.get(name), str) else ", ".join(many(isi[name])),
            )
    if acts_ := isi.get("tahap"):
        yield (
            "Tahap",
            f"{len(acts_) if isinstance(acts_, list) else 1} tahap, diubah lewat teks TOML",
        )


def left(konsep: SopKonsep) -> Iterator[Sumber]:
    """Rows of the table that no row of the draft came from any more."""
    used = {n for row in konsep.langkah for n in row.asal}
    for n, one in enumerate(konsep.sumber, 1):
        if n not in used:
            yield _source(one, n)
