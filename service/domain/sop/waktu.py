"""The time column of an SOP: a norm, a period that comes again, a kind of information, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from service.domain.kalender import Kalender

MENIT, JAM, HARI, MINGGU, BULAN, TAHUN = "menit", "jam", "hari", "minggu", "bulan", "tahun"
NORMA, ULANG, KATEGORI, KATA = "norma", "ulang", "kategori", "kata"
BERKALA, SERTA_MERTA, SETIAP_SAAT = "berkala", "serta_merta", "setiap_saat"

# What an author puts before a number: at most, about.
_AWAL = re.compile(
    r"^(?:paling (?:lama|lambat)|maksimal|maks\.?|selambat-lambatnya|kurang lebih|kira-kira|sekitar"
    r"|\+/-|±|≤|<=|setiap|tiap)\s*",
    re.IGNORECASE,
)
_BANYAK = re.compile(
    r"^(?P<dari>\d+(?:[.,]\d+)?|½|setengah|satu|se)\s*(?:\([a-z ]+\)\s*)?"
    r"(?:(?:-|–|s\.?/?d\.?|sampai)\s*(?P<sampai>\d+(?:[.,]\d+)?)\s*(?:\([a-z ]+\)\s*)?)?"
    r"(?P<satuan>menit|jam|hari|minggu|bulan|tahun)(?:\s*kerja)?\.?$",
    re.IGNORECASE,
)
_SEHARI_JAM = re.compile(r"^(\d+)\s*[x×]\s*24\s*jam$", re.IGNORECASE)
_KATEGORI = (
    (BERKALA, re.compile(r"\bberkala\b", re.IGNORECASE)),
    (SERTA_MERTA, re.compile(r"\bserta[ -]merta\b", re.IGNORECASE)),
    (SETIAP_SAAT, re.compile(r"\bsetiap saat\b", re.IGNORECASE)),
)
_PECAHAN = {"½": 0.5, "setengah": 0.5, "satu": 1.0, "se": 1.0}
_PENDEK = {MENIT: 1, JAM: 60}
_HARI_MINGGU, _BULAN_TAHUN = 5, 12
TERLAMA = 5_000  # of any unit; more is a slip of the pen


@dataclass(frozen=True)
class Waktu:
    """What the column says, in its own words and for the machine."""

    kata: str = ""
    jumlah: int = 0
    satuan: str = ""  # menit, hari or bulan
    jenis: str = ""  # norma, ulang, kategori, kata; '' where the column is empty
    kategori: tuple[str, ...] = ()

    @property
    def menit_sentuh(self) -> int:
        """The touch time it allows, in minutes of office time; 0 for days and what has no norm."""
        return self.jumlah if self.jenis == NORMA and self.satuan == MENIT else 0

    @property
    def hari_sentuh(self) -> int:
        """The working days it allows."""
        return self.jumlah if self.jenis == NORMA and self.satuan == HARI else 0


def read_waktu(kata: str) -> Waktu:
    """The column as the SOP words it; what cannot be counted keeps its words."""
    clean = " ".join(kata.split())
    if not clean:
        return Waktu()
    plain = _AWAL.sub("", clean)
    if found := _SEHARI_JAM.match(plain):
        return _counted(clean, float(found[1]), HARI)
    if found := _BANYAK.match(plain):
        most = found["sampai"] or found["dari"]
        return _counted(clean, _number(most), found["satuan"].lower())
    kinds = tuple(kind for kind, words in _KATEGORI if words.search(clean))
    return Waktu(clean, jenis=KATEGORI if kinds else KATA, kategori=kinds)


def _number(words: str) -> float:
    return _PECAHAN.get(words.lower()) or float(words.replace(",", "."))


def _counted(kata: str, many: float, satuan: str) -> Waktu:
    if satuan in _PENDEK:
        return _sure(kata, many * _PENDEK[satuan], MENIT, NORMA)
    if satuan in (HARI, MINGGU):
        return _sure(kata, many * (_HARI_MINGGU if satuan == MINGGU else 1), HARI, NORMA)
    # A month is no time to do something in; it is how often it comes.
    return _sure(kata, many * (_BULAN_TAHUN if satuan == TAHUN else 1), BULAN, ULANG)


def _sure(kata: str, many: float, satuan: str, jenis: str) -> Waktu:
    if many != int(many) or not 1 <= many <= TERLAMA:
        return Waktu(kata, jenis=KATA)
    return Waktu(kata, int(many), satuan, jenis)


def jatuh_tempo(waktu: Waktu, kalender: Kalender, mulai: datetime) -> datetime | None:
    """When a step begun at a moment is due by its norm; None where the column sets none."""
    if not waktu.jumlah:
        return None
    if waktu.satuan == MENIT:
        return kalender.tambah_menit(mulai, waktu.jumlah)
    if waktu.satuan == HARI:
        return closing(kalender, kalender.tenggat_hari(mulai, waktu.jumlah))
    return closing(kalender, kalender.tenggat_bulan(kalender.tanggal(mulai), waktu.jumlah))


def terlewat(waktu: Waktu, kalender: Kalender, norma: datetime, at: datetime) -> bool:
    """Whether the end of a norm is passed: one of minutes by the clock, one of days by the day."""
    if waktu.satuan == MENIT:
        return at > norma
    return kalender.tanggal(at) > kalender.tanggal(norma)


def closing(kalender: Kalender, day: date) -> datetime:
    """The moment at which the office closes on a day; the end of the day where it stays shut."""
    jam = kalender.jam_on(day)
    return kalender.moment(day, jam[-1].selesai if jam else time(23, 59))
