"""Patterns of numbers: how a number is written, and how a written one is taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# What each tag stands for, as the page explains it.
ARTI_TANDA: dict[str, str] = {
    "NOMOR": "nomor urut",
    "TAHUN": "tahun surat",
    "BULAN": "bulan, dua angka",
    "BULAN_ROMAWI": "bulan, angka Romawi",
    "KODE_UNIT": "kode unit kerja",
    "KODE_JABATAN": "kode jabatan penanda tangan",
    "KODE_KLASIFIKASI": "kode klasifikasi arsip",
    "KEAMANAN": "B, R, atau SR menurut sifat surat",
    "INSTANSI": "singkatan instansi",
    "SINGKATAN": "singkatan instansi",
    "JENIS": "kode jenis naskah",
}
TANDA = tuple(ARTI_TANDA)
KEAMANAN = {"": "B", "biasa": "B", "segera": "B", "rahasia": "R", "sangat_rahasia": "SR"}
# Where a suffix may stand: 31.h, 010.A, 005.01
_BATAS = 60
_TANDA = re.compile(r"\{([A-Z_]+)(?::0?(\d))?\}")
_BENTUK = {
    "NOMOR": r"(?P<NOMOR>\d{1,9})(?:\.(?P<SISIPAN>[a-z]{1,3}|[A-Z]{1,3}|\d{1,3}))?",
    "TAHUN": r"(?P<TAHUN>[12]\d{3})",
    "BULAN": r"(?P<BULAN>0[1-9]|1[0-2])",
    "BULAN_ROMAWI": r"(?P<BULAN_ROMAWI>X(?:II?)?|I[XV]|VI{0,3}|I{1,3})",
    "KEAMANAN": r"(?P<KEAMANAN>SR|R|B)",
    "KODE_KLASIFIKASI": r"(?P<KODE_KLASIFIKASI>[A-Z]{0,4} ?\d[\d.]*|[A-Z]{2,4}(?:\.\d+)*)",
}


@dataclass(frozen=True)
class Terurai:
    """A written number taken apart by a pattern."""

    urut: int
    sisipan: str = ""
    tahun: int = 0  # 0: the pattern has no year
    bulan: int = 0
    bagian: tuple[tuple[str, str], ...] = ()  # the other tags and what stood there


def tulis(
    pola: str, urut: int, tanggal: date, tetap: dict[str, str] | None = None, sisipan: str = ""
) -> str:
    """A number as the pattern writes it: `{NOMOR:3}/REG/{BULAN_ROMAWI}/{TAHUN}`."""
    values = {
        **(tetap or {}),
        "NOMOR": str(urut),
        "TAHUN": str(tanggal.year),
        "BULAN": f"{tanggal.month:02d}",
        "BULAN_ROMAWI": ROMAWI[tanggal.month - 1],
    }

    def one(match: re.Match[str]) -> str:
        told = values.get(match[1], "").zfill(int(match[2] or 0))
        return f"{told}.{sisipan}" if sisipan and match[1] == "NOMOR" else told

    return _TANDA.sub(one, pola)


def filled(pola: str, tetap: Mapping[str, str]) -> str:
    """The pattern with these tags filled in, the others without the width they are written in."""
    return _TANDA.sub(lambda match: tetap.get(match[1], f"{{{match[1]}}}"), pola)


def unknown_tanda(pola: str) -> list[str]:
    """The tags of a pattern that nobody fills."""
    return [name for name in tanda_of(pola) if name not in TANDA]


def tanda_of(pola: str) -> list[str]:
    """The tags of a pattern, in order."""
    return [name for name, _ in _TANDA.findall(pola)]


def urai(pola: str, nomor: str) -> Terurai | None:
    """The parts of a written number, or None where the pattern does not write such a one."""
    if len(nomor) > 10 * _BATAS:
        return None
    found = re.fullmatch(_expression(pola), _spaced(nomor))
    if found is None:
        return None
    told = {name: value for name, value in found.groupdict().items() if value is not None}
    bulan = int(told.get("BULAN", 0))
    if romawi := told.get("BULAN_ROMAWI"):
        bulan = ROMAWI.index(romawi) + 1
    rest = {*told} - {"NOMOR", "SISIPAN", "TAHUN", "BULAN", "BULAN_ROMAWI"}
    return Terurai(
        urut=int(told.get("NOMOR", 0)),
        sisipan=told.get("SISIPAN", ""),
        tahun=int(told.get("TAHUN", 0)),
        bulan=bulan,
        bagian=tuple((name, told[name]) for name in tanda_of(pola) if name in rest),
    )


def _expression(pola: str) -> str:
    seen: set[str] = set()
    parts, at = [], 0
    for match in _TANDA.finditer(pola):
        name = match[1]
        parts.append(re.escape(_spaced(pola[at : match.start()])))
        once = f"(?P<{name}>[^/\\s]{{1,{_BATAS}}})"
        # A tag that stands twice says the same twice.
        parts.append(f"(?P={name})" if name in seen else _BENTUK.get(name, once))
        seen.add(name)
        at = match.end()
    return "".join((*parts, re.escape(_spaced(pola[at:]))))


def _spaced(nomor: str) -> str:
    """Spaces as letters write them: one between words, none around a slash."""
    return re.sub(r"\s*/\s*", "/", re.sub(r"\s+", " ", nomor))


def normal(nomor: str) -> str:
    """A number as it is searched: `800/1004 /BU/2021` is `800/1004/BU/2021`."""
    return re.sub(r"\s+", "", nomor).upper()
