"""The row of a draft that its form makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from service.domain.sop.bahan import Bahan
from service.domain.sop.impor_kata import key
from service.domain.sop.konsep import BarisKonsep
from service.web.dasar.centang import chosen
from service.web.dasar.forms import Terisi
from service.web.sop.kata import many, table
from service.web.sop.langkah_bahan import LAJUR, counted, resolved
from service.web.sop.langkah_isian import DISIMPULKAN, LAIN


def edited(
    row: BarisKonsep, sent: Terisi, bahan: Mapping[str, Bahan]
) -> tuple[BarisKonsep, dict[str, Any]]:
    """The row as it was written, and the things it newly calls for."""
    ruas = {one.nama: one for one in sent.formulir.ruas}

    def ticks(name: str) -> list[str]:
        return list(chosen(ruas[name]))

    isi, baru, known = dict(row.isi), dict[str, Any](), resolved(row, bahan)
    isi["kegiatan"] = " ".join(sent["kegiatan"].split())
    isi["pelaksana"], isi["bersama"], isi["lembar"] = (
        ticks("pelaksana"),
        ticks("bersama"),
        ticks("lembar"),
    )
    isi["waktu"] = sent["waktu"]
    for lajur in LAJUR:
        isi[lajur] = _chosen_things(sent, lajur, known)
        if words := sent[f"baru_{lajur}"]:
            name = key(words, 60)
            if name:
                isi[lajur].append(name)
                baru[name] = {"nama": words, "wujud": sent[f"wujud_{lajur}"] or "tanda"}
    isi["cabang"] = dict(_ways(sent))
    isi["keterangan"] = " ".join(sent["keterangan"].split())
    for name in ("untuk", "rujukan", "id"):
        isi[name] = sent[name]
    if "bagian" in ruas:
        isi["bagian"] = sent["bagian"]
    isi["hanya"] = _split(sent["hanya"])
    said = table(row.isi.get("tertulis"))
    isi["tertulis"] = said | {one: " ".join(sent[f"tertulis_{one}"].split()) for one in LAJUR}
    if not any(isi["tertulis"].values()):
        isi.pop("tertulis")
    chosen_marks = ticks("ragu")
    was = many(row.isi.get("tafsir"))
    marks = list(dict.fromkeys((*(one for one in was if one in chosen_marks), *chosen_marks)))
    stays = (_TETAP | set(marks)) & row.isi.keys()
    clean = {name: one for name, one in isi.items() if name in stays or one not in ("", [], {})}
    clean["tafsir"] = (
        True if sent["sumber"] == DISIMPULKAN else [one for one in marks if one in clean]
    )
    if not clean["tafsir"]:
        clean.pop("tafsir")
    ragu = tuple(one for one in row.ragu if (one.isian or LAIN) in marks)
    return replace(row, isi=clean, ragu=ragu), baru


_TETAP = frozenset({"kegiatan", "pelaksana", "kelengkapan", "waktu", "keluaran"})


def _chosen_things(sent: Terisi, lajur: str, known: Mapping[str, str]) -> list[Any]:
    found = list[Any]()
    for n in counted(sent, lajur):
        if not (words := sent[f"{lajur}_{n}"]):
            continue
        name = known.get(words.lower(), words)
        when = _split(sent.nilai.get(f"bila_{n}", "")) if lajur == "kelengkapan" else []
        one: Any = {"bahan": name, "bila": when} if when else name
        if one not in found:
            found.append(one)
    return found


def _ways(sent: Terisi) -> Iterator[tuple[str, str]]:
    for n in counted(sent, "hasil"):
        if sent[f"hasil_{n}"] or sent[f"tujuan_{n}"]:
            yield key(sent[f"hasil_{n}"]) or sent[f"hasil_{n}"] or f"hasil_{n}", sent[f"tujuan_{n}"]


def _split(words: str) -> list[str]:
    return [key(one) or one.strip() for one in words.split(",") if one.strip()]
