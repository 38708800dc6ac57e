"""Take back what a signer laid down for one naskah, or out what is not to be signed any more."""

from __future__ import annotations

from pathlib import Path

from service.acts.sign import come_back
from service.domain.naskah import (
    DIARSIPKAN,
    DIKIRIM,
    DISETUJUI,
    DITANDATANGANI,
    BukanKiriman,
    Naskah,
)
from service.domain.refusals import Refusal
from service.ports import House


class TidakMenunggu(Refusal):
    """A paper came back that nobody waits for."""

    def __init__(self) -> None:
        super().__init__(
            "File yang kembali memuat naskah yang sudah dikembalikan untuk diperbaiki atau "
            "dibatalkan, jadi tidak diterima. File itu tetap di folder; singkirkan bila tidak "
            "diperlukan."
        )


def run(house: House, naskah_id: str) -> None:
    """From dikirim to ditandatangani; a file we have already kept is only taken out."""
    with house.ledger.read() as reading:
        naskah = reading.get(Naskah, naskah_id)
    if naskah.keadaan not in (DISETUJUI, DIKIRIM, DITANDATANGANI, DIARSIPKAN):
        house.courier.withdraw(naskah_id)
    with house.room() as room:
        wrong = [no for no in _each(house, naskah, room) if no]
    if wrong:
        raise wrong[0]


def _each(house: House, naskah: Naskah, room: Path) -> list[Refusal | None]:
    """What was wrong with each file; one that is not the paper keeps no other from being taken."""
    found = list[Refusal | None]()
    for path, copy in house.courier.fetch(naskah.id, room):
        try:
            naskah = _one(house, naskah, path, copy)
            found.append(None)
        except (BukanKiriman, TidakMenunggu) as no:
            found.append(no)
    return found


def _one(house: House, naskah: Naskah, path: Path, copy: Path) -> Naskah:
    if naskah.keadaan == DISETUJUI:
        return naskah  # before the ledger knew that it was sent; its sending asks again
    if naskah.keadaan == DIKIRIM:
        naskah = come_back(house, naskah.id, copy, None)
        house.courier.taken(path)
    elif _is_kept(house, naskah, copy):
        house.courier.taken(path)
    elif naskah.keadaan not in (DITANDATANGANI, DIARSIPKAN):
        raise TidakMenunggu
    return naskah


def _is_kept(house: House, naskah: Naskah, copy: Path) -> bool:
    if not naskah.bertanda_tangan:
        return False
    with house.store.open(naskah.bertanda_tangan) as kept:
        return kept.read() == copy.read_bytes()
