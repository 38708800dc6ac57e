"""Counts every promise of the house, and names what breaks it."""

from __future__ import annotations

from service.domain.janji import Hitung, Temuan
from service.ports import House


def audit(house: House) -> list[Temuan]:
    """Every promise that applies, with what was found of it."""
    return [
        _files(house),
        _strays(house),
        *house.audit.findings(house.heads.recorded()),
        _open_side(house),
    ]


def _files(house: House) -> Temuan:
    """Each row has its file, whole."""
    count = Hitung("I2", "Setiap baris yang menyebut file menemukan file itu, utuh.")
    named = house.audit.named()
    held = house.audit.held()  # after: what comes in meanwhile is held before it is asked for
    for sha256, who in sorted(named.items()):
        wrong = house.store.verify(sha256) if sha256 in held else "tidak ada dalam daftar simpanan"
        count.look(f"{who}: file {sha256[:12]} {wrong}" if wrong else "")
    return count.temuan()


def _strays(house: House) -> Temuan:
    """Each file has its row."""
    count = Hitung("I2b", "Setiap file di penyimpanan punya barisnya.")
    found = list(house.store.names())  # before: a file has its row before it is put
    strange = set(found) - _known(house)
    if strange:  # a sweep may have been at work; what it took away is gone at a second look
        strange &= set(house.store.names()) - _known(house)
    for name in found:
        count.look(f"file {name[:12]} tidak punya baris" if name in strange else "")
    return count.temuan()


def _known(house: House) -> set[str]:
    return {house.store.name_of(sha256) for sha256 in house.audit.held()}


def _open_side(house: House) -> Temuan:
    """Nothing lies on the open side that was not published."""
    count = Hitung("I7", "Sisi terbuka hanya berisi yang diumumkan.")
    for name in house.store_publik.names():
        count.look(f"file {name[:12]} ada di sisi terbuka tanpa pengumuman")
    return count.temuan()
