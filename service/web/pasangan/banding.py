"""Two versions of a template beside each other, as a page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import url_for

from service.acts.naskah import gambar as naskah_gambar
from service.acts.pasangan.beda import Bandingan
from service.face.isi import Beda, Tautan
from service.face.isi_pasangan import (
    AlineaBeda,
    BandingTemplat,
    HalamanBerdamping,
    KataBeda,
)
from service.web.dasar.auth import house

HALAMAN_TERLIHAT = 6


def beside(
    instansi: str, jenis: str, names: tuple[str, str], found: Bandingan, *, same: bool
) -> BandingTemplat:
    """Two versions beside each other; `same`: printed with the same samples."""
    every, more = _pages(instansi, jenis, found.gambar)
    return BandingTemplat(
        *names,
        tuple(
            AlineaBeda(one.tempat, tuple(KataBeda(x.tanda, x.teks) for x in one.potongan))
            for one in found.alinea
        ),
        tuple(Beda(one.nama, one.sebelum, one.sesudah) for one in found.ruas),
        every,
        more,
        found.galat,
        found.sama,
        same,
        tuple(_pdfs(instansi, jenis, names, found.gambar)),
    )


def _pages(
    instansi: str, jenis: str, prints: tuple[str, str]
) -> tuple[tuple[HalamanBerdamping, ...], bool]:
    many = tuple(naskah_gambar.pages(house(), one) if one else 0 for one in prints)

    def at(which: int, n: int) -> str:
        if n > many[which]:
            return ""
        here: dict[str, Any] = {"instansi": instansi, "jenis": jenis, "sidik": prints[which]}
        return url_for("pasangan.picture", n=n, **here)

    last = max(many)
    pages = range(1, min(last, HALAMAN_TERLIHAT) + 1)
    return tuple(HalamanBerdamping(n, at(0, n), at(1, n)) for n in pages), last > HALAMAN_TERLIHAT


def _pdfs(
    instansi: str, jenis: str, names: tuple[str, str], prints: tuple[str, str]
) -> Iterator[Tautan]:
    for name, sidik in zip(names, prints, strict=True):
        if sidik:
            told: dict[str, Any] = {"instansi": instansi, "jenis": jenis, "sidik": sidik}
            yield Tautan(f"PDF {name}", url_for("pasangan.print_", **told))
