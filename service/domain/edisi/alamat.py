"""Where the public finds an edition, a line, a file: addresses that stay."""

from __future__ import annotations

from urllib.parse import quote

from service.domain.edisi.edisi import Edisi


def item(daftar: str, kode: str) -> str:
    """The page of a line."""
    return f"{daftar}/{quote(kode)}"


def file(kode: str, nama: str) -> str:
    """The file of a line of the DIP."""
    return f"dip/{quote(kode)}/{quote(nama)}"


def edisi(one: Edisi) -> str:
    """The page of an edition; a house may hold the lists of several bodies."""
    return f"{one.daftar}/edisi/{quote(one.instansi)}/{one.tahun}/{one.urut}"


def unduhan(one: Edisi, nama: str) -> str:
    """A download of an edition."""
    return below(edisi(one), nama)


def below(edisi_: str, nama: str) -> str:
    """A download of an edition, below the address of its page."""
    return f"{edisi_}/{quote(nama)}"


def whole(url: str, path: str) -> str:
    """An address as others write it down; from the root where nobody said what the site is."""
    return f"{url}/{path}"
