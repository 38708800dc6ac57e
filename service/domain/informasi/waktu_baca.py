"""Reading when information was made: what is not sure stays as it was written, with a doubt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from service.domain.baca_tanggal import BULAN_OF
from service.domain.informasi.waktu import (
    BERULANG,
    RENTANG,
    TAHUN,
    TEKS,
    WaktuPembuatan,
    on_day,
    year,
)
from service.domain.informasi.waktu_titik import TidakTerbaca, Titik, read_point
from service.domain.informasi.waktu_ulang import read_rhythm

TERPANJANG = 200
KOSONG = frozenset({"", "-", "--", "---", ".", "...", "n/a", "na", "nihil", "tidak ada", "?", "0"})
_GARIS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_SAMPAI = re.compile(r" *(?:s/d|s\.d\.?) *| +(?:sd|sampai dengan|sampai|hingga|to) +| *- *")
_KINI = re.compile(r"(?:sekarang|saat ini|kini|seterusnya)")
_SEJAK = re.compile(r"(?:sejak|mulai|terhitung sejak|dari)(?: tahun)? (.+)")
_PER = re.compile(r"(?:per|posisi|keadaan|kondisi)(?: tanggal)? (?=[0-9a-z])(.+)")
_DUA_TAHUN = re.compile(r"(?:tahun ajaran |tahun |ta )?([0-9]{4}) ?/ ?([0-9]{4})")
_DAFTAR = re.compile(r"(?:tahun )?([0-9]{4}(?: ?(?:,|&|dan|, dan) ?[0-9]{4})+)")
_TANPA_TAHUN = re.compile(rf"(?:[0-9]{{1,2}} )?(?:{'|'.join(BULAN_OF)})")
_BERANGKA = re.compile(r"[0-9]")
_EKOR = re.compile(r" ((?:bulan )?[a-z]+ (?:tahun )?[0-9]{4}|(?:tahun )?[0-9]{4})$")
_RAGU = (
    (_TANPA_TAHUN, "Tahunnya belum ditulis."),
    (
        re.compile(r"(?:sekitar|kira-kira|kurang lebih|±|ca\.?|\+/-) *.*|.*\?"),
        "Hanya kira-kira. Tulis tahunnya bila diketahui.",
    ),
    (
        re.compile(r"(?:awal|akhir|pertengahan|sebelum|sesudah|setelah|s/d|s\.d\.?|sd|sampai) .*"),
        "Batas waktunya belum jelas. Tulis tahun, bulan, atau tanggalnya.",
    ),
    (
        re.compile(r".*?(?<![0-9])[0-9]{1,2} ?([-/. ]) ?[0-9]{1,2} ?\1 ?'?[0-9]{2}(?![0-9])"),
        "Tahunnya hanya dua angka. Tulis tahunnya empat angka.",
    ),
    (
        re.compile(r"(?:[0-9]{1,2}[ .-]*)?[a-z]{3,9}[ .-]*'?[0-9]{2}"),
        "Tahunnya belum empat angka, atau belum ditulis.",
    ),
    (
        re.compile(r"[2-6][0-9]{4}(?:\.[0-9]+)?"),
        "Angka ini mungkin tanggal yang kehilangan bentuknya. Tulis tanggalnya dengan kata.",
    ),
)
TIDAK_DIKENAL = "Waktunya belum terbaca. Tulis tahun, bulan, tanggal, atau rentangnya."
TERBALIK = "Akhirnya mendahului awalnya. Periksa kedua waktunya."


def read_waktu(isi: str | date) -> WaktuPembuatan:
    """The time that a cell or a field says; a day that comes as a day is that day."""
    if isinstance(isi, date):
        return on_day(isi)
    tertulis = " ".join(isi.split())
    if len(tertulis) > TERPANJANG:
        return _text(tertulis, "Terlalu panjang untuk sebuah waktu. Tulis waktunya saja.")
    return _written(tertulis)


@lru_cache(maxsize=4096)  # a list of thousands of lines knows some dozens of times
def _written(tertulis: str) -> WaktuPembuatan:
    kata = folded(tertulis)
    if kata in KOSONG:
        return WaktuPembuatan(tertulis)
    try:
        found = _read(tertulis, kata)
    except TidakTerbaca as why:
        return _text(tertulis, str(why))
    return found or _text(tertulis, _why(kata))


def folded(tertulis: str) -> str:
    """Words as they are compared: small letters, one kind of dash, no full stop behind."""
    plain = unicodedata.normalize("NFKC", tertulis).translate(_GARIS).casefold()
    return " ".join(plain.split()).strip(" ,;:.") if plain.strip(" .") else plain.strip()


def _read(tertulis: str, kata: str) -> WaktuPembuatan | None:
    dated = _BERANGKA.search(kata)  # no point of time is without a figure
    if dated and (point := _point(kata)):
        return WaktuPembuatan(tertulis, point[0], point[1], point[2], ragu=point[3])
    if again := read_rhythm(kata):
        return _again(tertulis, *again)
    if dated and (span := _span(kata)):
        return WaktuPembuatan(tertulis, RENTANG, *span)
    return None


def _point(kata: str) -> Titik | None:
    if found := _PER.fullmatch(kata):
        return read_point(found[1])
    return read_point(kata)


def _again(tertulis: str, tiap: str, beside: str) -> WaktuPembuatan | None:
    if not beside:
        return WaktuPembuatan(tertulis, BERULANG, tiap=tiap)
    span = _covered(beside.strip(" ()"))
    if span is None:
        return None
    return WaktuPembuatan(tertulis, BERULANG, span[0], span[1], tiap)


def _covered(kata: str) -> tuple[date, date | None] | None:
    if point := read_point(kata.removeprefix("pada ")):
        return point[1], point[2]
    return _span(kata)


def _span(kata: str) -> tuple[date, date | None] | None:
    """The first and last day of a range; one that goes on has no last."""
    if found := _SEJAK.fullmatch(kata):
        point = read_point(found[1])
        if point:
            return point[1], None
    if found := _DUA_TAHUN.fullmatch(kata):
        return _years([int(found[1]), int(found[2])])
    if found := _DAFTAR.fullmatch(kata):
        return _years([int(one) for one in re.findall(r"[0-9]{4}", found[1])])
    for left, right in _halves(kata):
        if _KINI.fullmatch(right) and (begun := read_point(left)):
            return begun[1], None
        ends = _ends(left, right)
        if ends and ends[0] > ends[1]:
            raise TidakTerbaca(TERBALIK)
        if ends:
            return ends
    return None


def _years(named: list[int]) -> tuple[date, date]:
    """Years that follow each other; what lies between others is not known to be meant."""
    for one in named:
        read_point(str(one))
    if named != list(range(named[0], named[0] + len(named))):
        raise TidakTerbaca(
            "Tahun-tahunnya tidak berurutan. Tulis rentangnya, misalnya 2022-2024, atau satu baris "
            "untuk setiap tahun."
        )
    return year(named[0])[0], year(named[-1])[1]


def _halves(kata: str) -> Iterator[tuple[str, str]]:
    for found in _SAMPAI.finditer(kata):
        left, right = kata[: found.start()].strip(), kata[found.end() :].strip()
        if left and right:
            yield left, right


def _ends(left: str, right: str) -> tuple[date, date] | None:
    """Both ends; the first may leave out what the last says: `Januari - Maret 2024`."""
    last = _quiet(right)
    if last is None:
        return None
    first = _quiet(left)
    if first is None or (first[0] == TAHUN and last[0] != TAHUN and not left[-4:].isdigit()):
        tails = [found[1]] if (found := _EKOR.search(f" {right}")) else []
        tails += [right[-4:]]
        first = next((made for tail in tails if (made := _quiet(f"{left} {tail}"))), None)
    return (first[1], last[2]) if first else None


def _quiet(kata: str) -> Titik | None:
    try:
        return read_point(kata)
    except TidakTerbaca:
        return None


def _text(tertulis: str, ragu: str) -> WaktuPembuatan:
    return WaktuPembuatan(tertulis, TEKS, ragu=ragu)


def _why(kata: str) -> str:
    return next((ragu for pola, ragu in _RAGU if pola.fullmatch(kata)), TIDAK_DIKENAL)
