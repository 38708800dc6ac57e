"""Before the first real signature: where on a sample paper it would be seen, and what is amiss."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from service.domain.esign.letak import Halaman, Letak

MERAH, BIRU = "#b3211b", "#0b4f8a"
TIPIS = 1.0  # points by which a box may touch a line of text
DI_LUAR = "Kotaknya keluar dari halaman; layanan akan menolaknya, atau sebagian tidak terlihat."
MENUTUPI = "Kotaknya menutupi tulisan."
TANPA_RUANG = (
    "Tidak ada ruang kosong di atas nama penanda tangan; tanda tangannya dibubuhkan tanpa tampak."
)
TANPA_NAMA = (
    "Contohnya tidak menyebut nama penanda tangan ini. Pada naskah sungguhan letaknya dicari di "
    "atas nama pemegang perannya; bila nama itu tidak tercetak, tanda tangannya tidak ditampilkan."
)
TAK_TAMPAK = "Menurut setelan layanan, tanda tangannya memang tidak ditampilkan."


@dataclass(frozen=True)
class Tergambar:
    """A box as a service understands what it is told, and what that is."""

    letak: Letak
    dikirim: str = ""


@dataclass(frozen=True)
class TempatUji:
    """Where one who signs would be seen; `letak` None: nowhere."""

    peran: str
    letak: Letak | None = None
    halaman: Halaman | None = None
    dikirim: str = ""
    cacat: tuple[str, ...] = ()
    catatan: str = ""  # what is so, and no fault


def covered(letak: Letak, tulisan: Sequence[Letak]) -> bool:
    """Whether a box lies over something that is written on its page."""
    return any(
        one.nomor == letak.nomor
        and one.kiri < letak.kiri + letak.lebar - TIPIS
        and one.kiri + one.lebar > letak.kiri + TIPIS
        and one.atas < letak.atas + letak.tinggi - TIPIS
        and one.atas + one.tinggi > letak.atas + TIPIS
        for one in tulisan
    )


def mark_faults(tanda: str, banyak: int) -> tuple[str, ...]:
    """What is amiss with a mark that is found so many times on a paper."""
    if not banyak:
        return (f"Tanda {tanda} tidak ada pada naskah ini; layanan tidak tahu letaknya.",)
    if banyak > 1:
        return (
            f"Tanda {tanda} ada {banyak} kali pada naskah ini; layanan dapat memakai yang lain "
            "daripada yang dimaksud.",
        )
    return ()


def picture(png: bytes, tempat: Sequence[TempatUji]) -> str:
    """A page with the boxes on it, as SVG: any browser opens it."""
    page = next(x.halaman for x in tempat if x.halaman)
    boxes = "".join(
        f'<rect x="{x.letak.kiri:g}" y="{x.letak.atas:g}" width="{x.letak.lebar:g}" '
        f'height="{x.letak.tinggi:g}" fill="none" stroke="{MERAH if x.cacat else BIRU}"/>'
        for x in tempat
        if x.letak
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {page.lebar:g} {page.tinggi:g}">'
        f'<image width="{page.lebar:g}" height="{page.tinggi:g}" '
        f'href="data:image/png;base64,{b64encode(png).decode()}"/>{boxes}</svg>\n'
    )
