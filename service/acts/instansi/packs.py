"""Agencies as their packs describe them; a broken pack stops its own agency and no other."""

from __future__ import annotations

from functools import lru_cache

from service.domain.instansi import Instansi
from service.domain.instansi_baca import read_text
from service.domain.kesalahan import Kesalahan, grave
from service.domain.paket import INSTANSI_TOML, PaketTidakTerbaca
from service.domain.refusals import Refusal
from service.ports import Packs


class PaketRusak(Refusal):
    """The pack of one agency cannot be used until its author mends it."""

    def __init__(self, kode: str, found: list[Kesalahan]) -> None:
        lines = "\n".join(str(one) for one in found)
        super().__init__(
            f"Paket instansi {kode} belum dapat dipakai; instansi lain tetap berjalan. "
            f"Perbaiki, lalu periksa dengan ./berkas check:\n{lines}"
        )
        self.found = found


def agency(packs: Packs, kode: str) -> Instansi:
    """One agency; TidakAda, or PaketRusak with every fault."""
    one, found = read_agency(packs, kode)
    if one is None or grave(found):
        raise PaketRusak(kode, grave(found))
    return one


def agencies(packs: Packs) -> dict[str, Instansi]:
    """Every agency whose pack can be used, by its kode."""
    read = {kode: read_agency(packs, kode) for kode in packs.instansi()}
    return {kode: one for kode, (one, found) in read.items() if one and not grave(found)}


def read_agency(packs: Packs, kode: str) -> tuple[Instansi | None, list[Kesalahan]]:
    """One agency as far as it can be read, and its faults."""
    file = f"{kode}/{INSTANSI_TOML}"
    try:
        return parsed(kode, file, packs.text(file))
    except PaketTidakTerbaca as wrong:
        return None, [Kesalahan(file, 0, str(wrong))]


def parsed(kode: str, file: str, text: str) -> tuple[Instansi | None, list[Kesalahan]]:
    """What a text says, read once however often it is asked."""
    one, found = _read(kode, file, text)
    return one, list(found)


@lru_cache(maxsize=64)
def _read(kode: str, file: str, text: str) -> tuple[Instansi | None, tuple[Kesalahan, ...]]:
    one, found = read_text(kode, file, text)
    return one, tuple(found)
