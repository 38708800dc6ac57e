"""A paper signed in ink that comes back as a scan: taken as it is, or why a person decides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

KEMBALI_TINTA = "kembali_tinta"  # how a kiriman ends that holds only such scans: in no agenda
LENGKAP = "lengkap"
TAK_TERBACA = "tak_terbaca"
NASKAH_LAIN, VERSI_LAMA = "naskah_lain", "versi_lama"
TANPA_KODE, KODE_KABUR, DUA_KODE = "tanpa_kode", "kode_kabur", "dua_kode"
GANDA, KURANG, SALAH_URUT = "ganda", "kurang", "salah_urut"
TANPA_TINTA, TINTA_RAGU = "tanpa_tinta", "tinta_ragu"
HASIL = {
    TAK_TERBACA: "Pindaian tidak terbaca",
    NASKAH_LAIN: "Naskah lain ikut terpindai",
    VERSI_LAMA: "Cetakan versi lama",
    TANPA_KODE: "Ada halaman tanpa kode QR",
    KODE_KABUR: "Ada kode QR yang tidak terbaca",
    DUA_KODE: "Dua kode pada satu halaman",
    GANDA: "Ada halaman yang terpindai dua kali",
    KURANG: "Halamannya kurang",
    SALAH_URUT: "Urutan halamannya keliru",
    TANPA_TINTA: "Tinta tanda tangan tidak terlihat",
    TINTA_RAGU: "Tanda tangannya perlu dilihat orang",
    LENGKAP: "Lengkap dan bertinta",
}
DPI = 200
DPI_TERENDAH = 190  # a sheet that a feeder stretches by a hair is still of 200 dpi
ADA, TIADA, RAGU = "ada", "tiada", "ragu"  # ink at a place: seen, not seen, nobody can tell
_KODE = re.compile(r"/v/([A-Za-z0-9_-]{4,64})/(\d{1,6})\.(\d{1,6})$")


@dataclass(frozen=True)
class LembarPindai:
    """One page of a scan, as the box saw it."""

    kode: tuple[str, ...] = ()  # what its codes say, each once
    kabur: bool = False  # a code was seen, none was read
    dpi: int = 0  # by the size of our code on it; 0: nobody can tell
    kosong: bool = False  # nothing stands on it
    gelap: bool = False
    tinta: tuple[tuple[int, str], ...] = ()  # for places on it: ADA, TIADA or RAGU


@dataclass(frozen=True)
class TempatCetak:
    """Where on a print somebody signs: its order, its page, and left, bottom, right, top in
    points."""

    urut: int
    halaman: int
    kotak: tuple[int, int, int, int]


@dataclass(frozen=True)
class Cetakan:
    """The print that is to come back with ink on it."""

    token: str
    ajuan: int
    halaman: int
    tempat: tuple[int, ...]  # to be signed, by the order of who signs; an appendix once more


@dataclass(frozen=True)
class Putusan:
    """What a scan is: the one word that decides, and every sentence of what was found."""

    hasil: str
    ditemukan: tuple[str, ...]

    @property
    def diterima(self) -> bool:
        """Whether it is taken as the signed paper."""
        return self.hasil == LENGKAP


@dataclass(frozen=True)
class _Kode:
    token: str
    ajuan: int
    halaman: int


def judge(lembar: Sequence[LembarPindai], cetakan: Cetakan) -> Putusan:
    """Every page of the present print once, in order, and ink at each place: or a person decides.

    Pages on which nothing stands, such as the backs of sheets printed on one side, do not count.
    """
    told = [(n, one) for n, one in enumerate(lembar, 1) if not one.kosong]
    if not told:
        return Putusan(TAK_TERBACA, ("Tidak ada tulisan pada halaman mana pun.",))
    found = [*_pages(told, cetakan)] or [*_together(told, cetakan)] or [*_ink(told, cetakan)]
    if not found:
        return Putusan(LENGKAP, (_whole(cetakan),))
    order = list(HASIL)
    worst = min(found, key=lambda one: order.index(one[0]))[0]
    return Putusan(worst, tuple(dict.fromkeys(kata for _, kata in found)))


def _pages(told: Sequence[tuple[int, LembarPindai]], cetakan: Cetakan) -> Iterator[tuple[str, str]]:
    """What is amiss with single pages."""
    for n, one in told:
        codes = _codes(one)
        if one.gelap:
            yield TAK_TERBACA, f"Halaman {n} pindaian hitam."
        elif not codes:
            yield _without(n, one)
        elif len(codes) > 1:
            yield DUA_KODE, f"Halaman {n} pindaian memuat {len(codes)} kode naskah."
        elif one.dpi and one.dpi < DPI_TERENDAH:
            yield (
                TAK_TERBACA,
                f"Halaman {n} pindaian hanya {one.dpi} titik per inci; paling sedikit {DPI}.",
            )
        yield from _strange(n, codes, cetakan)


def _without(n: int, one: LembarPindai) -> tuple[str, str]:
    if one.kabur:
        return KODE_KABUR, f"Kode QR di halaman {n} pindaian terlihat tetapi tidak terbaca."
    return TANPA_KODE, f"Halaman {n} pindaian tidak memuat kode QR naskah."


def _strange(n: int, codes: Sequence[_Kode], cetakan: Cetakan) -> Iterator[tuple[str, str]]:
    for kode in codes:
        if kode.token != cetakan.token:
            yield NASKAH_LAIN, f"Halaman {n} pindaian dari naskah lain."
        elif kode.ajuan != cetakan.ajuan:
            yield (
                VERSI_LAMA,
                f"Halaman {n} pindaian dari cetakan ke-{kode.ajuan}; yang berlaku cetakan "
                f"ke-{cetakan.ajuan}.",
            )
        elif not 1 <= kode.halaman <= cetakan.halaman:
            yield NASKAH_LAIN, f"Halaman {n} pindaian bukan halaman naskah ini."


def _together(
    told: Sequence[tuple[int, LembarPindai]], cetakan: Cetakan
) -> Iterator[tuple[str, str]]:
    """What is amiss with all pages, once each is one of this print."""
    here = [_codes(one)[0].halaman for _, one in told]
    twice = sorted(n for n, many in Counter(here).items() if many > 1)
    if twice:
        yield GANDA, f"Halaman {_listed(twice)} naskah terpindai lebih dari sekali."
    lacks = [n for n in range(1, cetakan.halaman + 1) if n not in here]
    if lacks:
        yield (
            KURANG,
            f"Halaman {_listed(lacks)} naskah tidak ada; cetakannya {cetakan.halaman} halaman.",
        )
    if not twice and here != sorted(here):
        yield SALAH_URUT, f"Urutan halamannya {_listed(here)}."


def _ink(told: Sequence[tuple[int, LembarPindai]], cetakan: Cetakan) -> Iterator[tuple[str, str]]:
    seen = [(urut, what, _codes(one)[0].halaman) for _, one in told for urut, what in one.tinta]
    if not cetakan.tempat:
        yield TINTA_RAGU, "Tempat tanda tangan pada naskah ini tidak diketahui mesin."
    for urut, many in Counter(cetakan.tempat).items():
        mine = [(what, page) for one, what, page in seen if one == urut]
        for what, page in mine:
            where = f"Di tempat tanda tangan ke-{urut}"
            if many > 1:
                where += f" di halaman {page}"
            if what == TIADA:
                yield (
                    TANPA_TINTA,
                    f"{where} tidak terlihat tinta: mungkin yang terpindai cetakan yang belum "
                    "ditandatangani.",
                )
        if len(mine) < many or any(what not in (ADA, TIADA) for what, _ in mine):
            yield (
                TINTA_RAGU,
                f"Tempat tanda tangan ke-{urut} tidak dapat dibandingkan mesin dengan cetakannya.",
            )


def _codes(one: LembarPindai) -> list[_Kode]:
    found = (_KODE.search(kode) for kode in one.kode)
    told = [_Kode(each[1], int(each[2]), int(each[3])) for each in found if each]
    return list(dict.fromkeys(told))


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


def _whole(cetakan: Cetakan) -> str:
    return (
        f"Ke-{cetakan.halaman} halaman cetakan ke-{cetakan.ajuan} ada, masing-masing sekali dan "
        "berurutan; di setiap tempat tanda tangan terlihat tinta yang tidak ada pada cetakannya."
    )


def of_print(kode: str, token: str) -> bool:
    """Whether a code on a page is that of a paper with this token."""
    found = _KODE.search(kode)
    return found is not None and found[1] == token
