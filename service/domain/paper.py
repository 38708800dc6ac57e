"""A kind of naskah as its author declared it, and an isian for it: taken whole, or named."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from service.domain.isian_cetak import printed, sample
from service.domain.kurang import KOSONG, Kurang
from service.domain.pasangan_baca import PaketSalah, checked, names, read
from service.domain.refusals import Refusal
from service.domain.ruas import BERKAS, DAFTAR_DIP, GIVEN_LATER, PEJABAT, Pasangan, Ruas
from service.domain.ruas_baku import baku
from service.domain.ruas_bila import unpaired
from service.domain.ruas_butir import unknown_item
from service.domain.ruas_hari import too_early
from service.domain.ruas_periksa import fault, lacking
from service.domain.ruas_uji import duties

__all__ = [
    "DAFTAR_DIP",
    "KOSONG",
    "PEJABAT",
    "Kurang",
    "PaketSalah",
    "Pasangan",
    "Ruas",
    "RuasKosong",
    "RuasSalah",
    "checked",
    "complete",
    "in_time",
    "kept",
    "missing",
    "names",
    "printed",
    "read",
    "resep",
    "sample",
    "things",
]


class RuasKosong(Refusal):
    """What the paper needs was not filled in."""

    def __init__(self, label: list[str]) -> None:
        super().__init__(f"Belum diisi: {', '.join(label)}. Lengkapi lalu simpan lagi.")


class RuasSalah(Refusal):
    """Isian are not what their ruas take."""

    def __init__(self, salah: Mapping[str, str]) -> None:
        self.faults = tuple(f"{label} {why}." for label, why in salah.items())
        super().__init__(f"{' '.join(self.faults)} Perbaiki lalu simpan lagi.")


def complete(pasangan: Pasangan, isian: Mapping[str, Any]) -> dict[str, Any]:
    """The isian as the naskah keeps it; RuasKosong or RuasSalah where it will not do."""
    whole = kept(pasangan, isian)
    if kosong := missing(pasangan, whole):
        raise RuasKosong(kosong)
    return whole


def kept(pasangan: Pasangan, isian: Mapping[str, Any]) -> dict[str, Any]:
    """The isian as an unfinished naskah keeps it: nothing need be there, all that is must fit."""
    asked = [ruas for ruas in pasangan.ruas if ruas.asal not in GIVEN_LATER]
    found = {ruas.nama: baku(ruas, isian.get(ruas.nama)) for ruas in asked}
    salah = {ruas.label: why for ruas in asked if (why := fault(ruas, found[ruas.nama]))}
    if salah:
        raise RuasSalah(salah)
    return found


def missing(pasangan: Pasangan, isian: Mapping[str, Any]) -> list[str]:
    """The labels of what must be filled in and is not."""
    return [
        label
        for ruas in pasangan.ruas
        if ruas.asal not in GIVEN_LATER
        for label in _missing(pasangan, ruas, isian)
    ]


def _missing(pasangan: Pasangan, ruas: Ruas, isian: Mapping[str, Any]) -> Iterator[str]:
    value = isian.get(ruas.nama)
    yield from lacking(ruas, value, isian)
    yield from (f"{ruas.label} ({judul})" for judul in unpaired(ruas, isian))
    yield from unknown_item(ruas, isian)
    yield from duties(ruas, value, pasangan.bentuk)


def in_time(pasangan: Pasangan, isian: Mapping[str, Any], surat: date) -> None:
    """RuasSalah where a day lies before one that it may not precede; `surat`: that of the paper."""
    if early := too_early(pasangan, isian, surat):
        raise RuasSalah(early)


def things(pasangan: Pasangan) -> list[tuple[str, str]]:
    """Each ruas that takes its value from a bahan of the SOP, and the id of that bahan."""
    parts = [(ruas.nama, ruas.isi.split(".")) for ruas in pasangan.ruas if ruas.asal == BERKAS]
    return [(nama, isi[1]) for nama, isi in parts if isi[0] == "bahan"]


def resep(template: str, isian: Mapping[str, Any]) -> str:
    """The sha256 of all a paper is made from: the template's own, and what is filled in."""
    told = json.dumps([template, isian], sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(told.encode()).hexdigest()
