"""Numbers of letters: books, patterns, and how a number is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
TANDA = ("NOMOR", "TAHUN", "BULAN", "BULAN_ROMAWI", "KODE_UNIT", "KODE_KLASIFIKASI")
_TANDA = re.compile(r"\{([A-Z_]+)(?::0?(\d))?\}")


@dataclass(frozen=True)
class Buku:
    """One number series of one year; the key is all that tells it from the others."""

    instansi: str
    seri: str
    tahun: int  # 0: a series that never begins anew
    mulai: int = field(default=1, compare=False)  # its first number, where paper came before

    @property
    def id(self) -> str:
        return f"{self.instansi}/{self.seri}/{self.tahun}"


@dataclass(frozen=True)
class Nomor:
    """A number drawn from a book, for one thing only."""

    buku: str
    urut: int
    untuk: str


def tulis(pola: str, urut: int, tanggal: date, tetap: dict[str, str] | None = None) -> str:
    """A number as the pattern writes it: `{NOMOR:3}/REG/{BULAN_ROMAWI}/{TAHUN}`."""
    values = {
        **(tetap or {}),
        "NOMOR": str(urut),
        "TAHUN": str(tanggal.year),
        "BULAN": f"{tanggal.month:02d}",
        "BULAN_ROMAWI": ROMAWI[tanggal.month - 1],
    }

    def one(match: re.Match[str]) -> str:
        return values[match[1]].zfill(int(match[2] or 0))

    return _TANDA.sub(one, pola)


def unknown_tanda(pola: str) -> list[str]:
    """The tags of a pattern that nobody fills."""
    return [name for name, _ in _TANDA.findall(pola) if name not in TANDA]
