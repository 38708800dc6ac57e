"""What a template sees of an isian: dates that can be written out, paragraphs, tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from service.domain import ruas as r
from service.domain.kurang import KOSONG, Kurang
from service.domain.naskah import Naskah
from service.domain.ruas_baku import alinea, baku, empty
from service.domain.ruas_bila import needed
from service.domain.tanggal import panjang


class TanggalCetak(date):
    """A day that reads as a letter writes it, also where a template names no filter."""

    def __str__(self) -> str:
        return panjang(self)


def printed(pasangan: r.Pasangan, naskah: Naskah) -> dict[str, Any]:
    """What is filled into the template: the isian, with number and date or their empty places.

    What must be filled in and is not there is a Kurang; final papers are refused over it.
    """
    later = {r.NOMOR: naskah.nomor or KOSONG, r.TANGGAL: _dated(pasangan, naskah.tanggal)}
    return dict(naskah.isian) | _seen_all(pasangan, naskah.isian, later)


def shown(pasangan: r.Pasangan, isian: Mapping[str, Any]) -> dict[str, Any]:
    """What is filled into the template of a paper that the program makes: it has no number."""
    return _seen_all(pasangan, isian, {})


def sample(pasangan: r.Pasangan) -> dict[str, Any]:
    """What is filled into the template to show the pair with its own samples."""
    later = {one.asal: seen(one, one.contoh) for one in pasangan.ruas if one.asal in r.GIVEN_LATER}
    if pasangan.tanggal == r.TULIS_TANGAN:
        later[r.TANGGAL] = KOSONG
    pictures = {one.nama: "" for one in pasangan.ruas if one.jenis == r.GAMBAR}
    return _seen_all(pasangan, pasangan.contoh, later) | pictures


def _seen_all(
    pasangan: r.Pasangan, isian: Mapping[str, Any], later: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        one.nama: later[one.asal] if one.asal in later else _beside(one, isian)
        for one in pasangan.ruas
    }


def _beside(ruas: r.Ruas, there: Mapping[str, Any]) -> Any:
    return seen(replace(ruas, wajib=needed(ruas, there)), there.get(ruas.nama))


def _dated(pasangan: r.Pasangan, on: date | None) -> Any:
    if on is None or pasangan.tanggal == r.TULIS_TANGAN:
        return KOSONG
    return TanggalCetak(on.year, on.month, on.day)


def seen(ruas: r.Ruas, value: Any) -> Any:
    """One value as a template sees it; a Kurang where it is missing."""
    value = baku(ruas, value)
    if empty(value):
        return Kurang(ruas.label) if ruas.wajib else _nothing(ruas)
    match ruas.jenis:
        case r.TANGGAL if isinstance(value, str):
            return _day(value)
        case r.PARAGRAF if isinstance(value, str):
            return alinea(value)
        case r.DAFTAR if isinstance(value, list):
            return [_row(ruas, one) for one in value]
        case r.PEJABAT if isinstance(value, dict):
            return _official(ruas, value)
        case r.KOP if isinstance(value, dict):
            return _keyed(value, r.KUNCI_KOP)
        case r.BUTIR if isinstance(value, list):
            return [_keyed(one, r.KUNCI_BUTIR) for one in value]
    return value


def _nothing(ruas: r.Ruas) -> Any:
    """What a template sees of a ruas that may stay empty, and did: false, and without a word."""
    match ruas.jenis:
        case r.PARAGRAF:
            return []
        case r.BILANGAN | r.RUPIAH:
            return ""
    return baku(ruas, None)


def _day(value: str) -> Any:
    try:
        return TanggalCetak.fromisoformat(value)
    except ValueError:  # kept while the ruas was still a text
        return value


def _official(ruas: r.Ruas, value: dict[str, Any]) -> dict[str, Any]:
    nameless = {"nama": Kurang(f"{ruas.label}: nama")} if empty(value.get("nama")) else {}
    return dict.fromkeys(r.KUNCI_PEJABAT, "") | value | nameless


def _row(ruas: r.Ruas, row: Any) -> Any:
    if not isinstance(row, dict):
        return row
    return row | {one.nama: _beside(one, row) for one in ruas.kolom}


def _keyed(value: Any, known: tuple[str, ...]) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: [] if key in r.BERDAFTAR else "" for key in known} | value
