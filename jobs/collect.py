"""Take back what a signer laid down for one naskah."""

from __future__ import annotations

from pathlib import Path

from service.acts.sign import come_back
from service.domain.naskah import DIKIRIM, Naskah
from service.ports import House


def run(house: House, naskah_id: str) -> None:
    """From dikirim to ditandatangani; a file we have already kept is only taken out."""
    with house.ledger.read() as reading:
        naskah = reading.get(Naskah, naskah_id)
    for owner, path in house.courier.collect():
        if owner != naskah_id:
            continue
        if naskah.keadaan == DIKIRIM:
            naskah = come_back(house, naskah_id, path, None)
            house.courier.taken(path)
        elif _is_kept(house, naskah, path):
            house.courier.taken(path)


def _is_kept(house: House, naskah: Naskah, path: Path) -> bool:
    if not naskah.bertanda_tangan:
        return False
    with house.store.open(naskah.bertanda_tangan) as kept:
        return kept.read() == path.read_bytes()
