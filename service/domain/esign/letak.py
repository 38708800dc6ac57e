"""Where a signature is seen on a page, in our words, in those of a PDF, and of both services.

Ours is counted in points from the upper left corner, with the real width and height. Version 2
counts the same way. Version 1 counts from the lower left corner and, by the picture in its manual,
takes `width` and `height` for the upper right corner; installs differ, so that it can be said
otherwise after one test page (`ukuran_asli`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from service.domain.refusals import Refusal

TERKECIL = 1.0  # a point: what is smaller is seen by nobody


class LetakDiLuarHalaman(Refusal):
    """A signature that would not be seen, or only in part."""

    def __init__(self) -> None:
        super().__init__(
            "Letak tanda tangan keluar dari halaman, atau lebar dan tingginya kosong. Perbaiki "
            "letaknya pada templat atau data instansi."
        )


@dataclass(frozen=True)
class Halaman:
    """A page as it is seen, upright, in points."""

    lebar: float
    tinggi: float


@dataclass(frozen=True)
class Letak:
    """A box on a page, counted from its upper left corner, in points."""

    nomor: int  # of the page, from 1
    kiri: float
    atas: float
    lebar: float
    tinggi: float


class LetakV1(NamedTuple):
    """The fields of version 1, in whole points."""

    xAxis: int  # noqa: N815 (the service's names)
    yAxis: int  # noqa: N815
    width: int
    height: int


class LetakV2(NamedTuple):
    """The fields of version 2."""

    originX: float  # noqa: N815 (the service's names)
    originY: float  # noqa: N815
    width: float
    height: float


def require_on_page(letak: Letak, halaman: Halaman) -> None:
    """LetakDiLuarHalaman unless the whole box lies on the page."""
    fits = (
        letak.nomor >= 1
        and letak.kiri >= 0
        and letak.atas >= 0
        and letak.lebar >= TERKECIL
        and letak.tinggi >= TERKECIL
        and letak.kiri + letak.lebar <= halaman.lebar
        and letak.atas + letak.tinggi <= halaman.tinggi
    )
    if not fits:  # nothing is less or more than what is no number
        raise LetakDiLuarHalaman


def to_v1(letak: Letak, halaman: Halaman, *, ukuran_asli: bool = False) -> LetakV1:
    """From the lower left corner to the upper right one; or to the real size."""
    require_on_page(letak, halaman)
    kiri, bawah, kanan, atas = (round(one) for one in to_pdf(letak, halaman))
    if ukuran_asli:
        return LetakV1(kiri, bawah, kanan - kiri, atas - bawah)
    return LetakV1(kiri, bawah, kanan, atas)


def from_v1(told: LetakV1, nomor: int, halaman: Halaman, *, ukuran_asli: bool = False) -> Letak:
    """The box that version 1 was told of."""
    kanan, atas = told.width, told.height
    if ukuran_asli:
        kanan, atas = told.xAxis + told.width, told.yAxis + told.height
    return from_pdf((told.xAxis, told.yAxis, kanan, atas), nomor, halaman)


def to_v2(letak: Letak, halaman: Halaman) -> LetakV2:
    """From the upper left corner, with the real size."""
    require_on_page(letak, halaman)
    return LetakV2(*(round(one, 2) for one in (letak.kiri, letak.atas, letak.lebar, letak.tinggi)))


def from_v2(told: LetakV2, nomor: int) -> Letak:
    """The box that version 2 was told of."""
    return Letak(nomor, told.originX, told.originY, told.width, told.height)


def to_pdf(letak: Letak, halaman: Halaman) -> tuple[float, float, float, float]:
    """Lower left and upper right corner, counted from the lower left one, as a PDF has them."""
    bawah = halaman.tinggi - letak.atas - letak.tinggi
    return letak.kiri, bawah, letak.kiri + letak.lebar, halaman.tinggi - letak.atas


def from_pdf(kotak: tuple[float, float, float, float], nomor: int, halaman: Halaman) -> Letak:
    """The box that a PDF has as its two corners, in any order."""
    kiri, kanan = sorted((kotak[0], kotak[2]))
    bawah, atas = sorted((kotak[1], kotak[3]))
    return Letak(nomor, kiri, halaman.tinggi - atas, kanan - kiri, atas - bawah)
