"""Rows of a draft put in, taken out, moved, split, joined; what leads to a row follows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from service.domain.refusals import Refusal, TidakAda
from service.domain.sop.baca import TERBANYAK
from service.domain.sop.bentuk import BERIKUT, SELESAI
from service.domain.sop.konsep import BarisKonsep, Ragu, SopKonsep
from service.domain.sop.konsep_baca import TerlaluBanyakBaris, fresh

TAMBAH, HAPUS, NAIK, TURUN, PISAH, GABUNG = "tambah", "hapus", "naik", "turun", "pisah", "gabung"
Baris = tuple[BarisKonsep, ...]
_DAFTAR = ("pelaksana", "bersama", "kelengkapan", "keluaran", "hanya", "lembar", "tahap")
_PISAH = ("; ", ". ", "\n")
NONE: Mapping[str, str] = {}


class TanpaTetangga(Refusal):
    """There is no row on that side."""

    def __init__(self) -> None:
        super().__init__("Langkah ini sudah di ujung tabel. Tidak ada yang diubah.")


def arranged(konsep: SopKonsep, apa: str, kunci: str) -> SopKonsep:
    """The draft after one of the six; `kunci` names the row, '' the place above the first."""
    if apa not in _CARA or (kunci and konsep.row(kunci) is None) or not (kunci or apa == TAMBAH):
        raise TidakAda("Langkah itu")
    at = next((n for n, one in enumerate(konsep.langkah) if one.kunci == kunci), -1)
    rows, gone = _CARA[apa](konsep.langkah, at)
    if len(rows) > TERBANYAK:
        raise TerlaluBanyakBaris(len(rows))
    return led(konsep, rows, gone)


def ids(rows: Sequence[BarisKonsep]) -> dict[str, str]:
    """By its key, the id by which each row is known in the file."""
    found, nomor = dict[str, str](), 0
    for row in rows:
        nomor += 0 if row.isi.get("tafsir") is True else 1
        found[row.kunci] = str(row.isi.get("id") or nomor)
    return found


def _add(rows: Baris, at: int) -> tuple[Baris, dict[str, str]]:
    bare = {"kegiatan": "", "pelaksana": [], "kelengkapan": [], "waktu": "", "keluaran": []}
    one = BarisKonsep(fresh(rows), bare)
    return (*rows[: at + 1], one, *rows[at + 1 :]), {}


def _remove(rows: Baris, at: int) -> tuple[Baris, dict[str, str]]:
    return (*rows[:at], *rows[at + 1 :]), {rows[at].kunci: ""}


def _up(rows: Baris, at: int) -> tuple[Baris, dict[str, str]]:
    if at == 0:
        raise TanpaTetangga
    return (*rows[: at - 1], rows[at], rows[at - 1], *rows[at + 1 :]), {}


def _down(rows: Baris, at: int) -> tuple[Baris, dict[str, str]]:
    if at + 1 == len(rows):
        raise TanpaTetangga
    return (*rows[:at], rows[at + 1], rows[at], *rows[at + 2 :]), {}


def _split(rows: Baris, at: int) -> tuple[Baris, dict[str, str]]:
    """What goes in stays with the first half, what comes out goes with the second."""
    row = rows[at]
    words = str(row.isi.get("kegiatan", ""))
    cut = min((n for mark in _PISAH if (n := words.find(mark)) > 0), default=-1)
    halves = (words[: cut + 1].strip(" ;\n"), words[cut + 1 :].strip()) if cut > 0 else (words,) * 2
    first = {key: one for key, one in row.isi.items() if key not in ("cabang", "tahap", "rujukan")}
    first |= {"kegiatan": halves[0], "keluaran": []}
    second = {key: one for key, one in row.isi.items() if key not in ("id", "bersama")}
    second |= {"kegiatan": halves[1], "kelengkapan": []}
    why = Ragu("kegiatan", "langkah ini hasil pemisahan; periksa kegiatan, waktu, dan keluarannya")
    return (
        *rows[:at],
        _doubted(replace(row, isi=first), why),
        _doubted(BarisKonsep(fresh(rows), second, row.asal, row.ragu), why),
        *rows[at + 1 :],
    ), {}


def _join(rows: Baris, at: int) -> tuple[Baris, dict[str, str]]:
    """With the row below it."""
    if at + 1 == len(rows):
        raise TanpaTetangga
    row, below = rows[at], rows[at + 1]
    isi = {**below.isi, **{key: one for key, one in row.isi.items() if one not in ("", [], {})}}
    if "id" not in row.isi:
        isi.pop("id", None)
    for key in _DAFTAR:
        many = [*_list(row.isi.get(key)), *_list(below.isi.get(key))]
        if many:
            isi[key] = _once(many)
    isi["kegiatan"] = _words(" ", row.isi.get("kegiatan"), below.isi.get("kegiatan"))
    said, more = _dict(row.isi.get("tertulis")), _dict(below.isi.get("tertulis"))
    isi["tertulis"] = {key: _words("; ", said.get(key), more.get(key)) for key in {**said, **more}}
    for key in ("cabang", "tertulis"):
        if not isi.get(key):
            isi.pop(key, None)
    if below.isi.get("cabang"):  # the decision that ends the row is the one that counts
        isi["cabang"] = below.isi["cabang"]
    marks = [*_list(row.isi.get("tafsir")), *_list(below.isi.get("tafsir"))]
    if marks and row.isi.get("tafsir") is not True:
        isi["tafsir"] = [one for one in _once(marks) if isinstance(one, str) and one in isi]
    one = replace(
        row,
        isi=isi,
        asal=tuple(dict.fromkeys((*row.asal, *below.asal))),
        ragu=tuple(dict.fromkeys((*row.ragu, *below.ragu))),
    )
    why = Ragu("waktu", f"dua langkah digabung; yang kedua berwaktu '{below.isi.get('waktu')}'")
    if row.isi.get("waktu") and below.isi.get("waktu") not in ("", None, row.isi.get("waktu")):
        one = _doubted(one, why)
    return (*rows[:at], one, *rows[at + 2 :]), {below.kunci: row.kunci}


_CARA: Mapping[str, Callable[[Baris, int], tuple[Baris, dict[str, str]]]] = {
    TAMBAH: _add,
    HAPUS: _remove,
    NAIK: _up,
    TURUN: _down,
    PISAH: _split,
    GABUNG: _join,
}


def led(konsep: SopKonsep, rows: Baris, gone: Mapping[str, str] = NONE) -> SopKonsep:
    """Every branch leads to the row it led to; where that is gone, it says nothing any more."""
    was, now = ids(konsep.langkah), ids(rows)
    goal = dict[str, str]()
    for kunci, id_ in was.items():
        goal.setdefault(id_, now.get(gone.get(kunci, kunci), ""))

    def follow(isi: dict[str, Any]) -> dict[str, Any]:
        found = dict(isi)
        if isinstance(ways := isi.get("cabang"), dict):
            found["cabang"] = {name: _way(goal, one) for name, one in ways.items()}
        if isinstance(acts := isi.get("tahap"), list):
            found["tahap"] = [follow(one) if isinstance(one, dict) else one for one in acts]
        return found

    kepala = dict(konsep.kepala)
    if isinstance(parts := kepala.get("bagian"), list):
        kepala["bagian"] = [_part(one, goal) if isinstance(one, dict) else one for one in parts]
    return replace(
        konsep, kepala=kepala, langkah=tuple(replace(one, isi=follow(one.isi)) for one in rows)
    )


def _way(goal: Mapping[str, str], one: Any) -> Any:
    if one in (BERIKUT, SELESAI) or not isinstance(one, str):
        return one
    return goal.get(one, one)


def _part(one: dict[str, Any], goal: Mapping[str, str]) -> dict[str, Any]:
    if not isinstance(rows := one.get("langkah"), list):
        return one
    return {**one, "langkah": [x for row in rows if (x := _way(goal, row)) != ""]}


def _doubted(row: BarisKonsep, why: Ragu) -> BarisKonsep:
    marks = row.isi.get("tafsir")
    isi = row.isi
    if marks is not True:
        isi = {**isi, "tafsir": _once([*_list(marks), why.isian])}
    return replace(row, isi=isi, ragu=tuple(dict.fromkeys((*row.ragu, why))))


def _once(many: list[Any]) -> list[Any]:
    return [one for n, one in enumerate(many) if one not in many[:n]]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _words(between: str, *parts: Any) -> str:
    return between.join(one for one in parts if isinstance(one, str) and one.strip())
