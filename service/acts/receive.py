"""The one hallway: whatever comes in, through whichever door, is kept and owed a look."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from service.acts.keep import JustHeld, Kept, hold, keep
from service.domain.catatan import MESIN, RUMAH, Catatan
from service.domain.kiriman import DITERIMA, File, Kiriman, shown
from service.domain.refusals import Overtaken, Refusal
from service.ports import House

BATAS = 2_000_000_000  # bytes of one file
TRIES = 5  # against others who hold the same bytes at the same moment


class TerlaluBesar(Refusal):
    """The file is larger than the house takes in."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"File {nama} lebih besar dari {BATAS // 1_000_000_000} GB dan tidak diterima. "
            "File itu tidak diubah; bagi menjadi beberapa file, lalu kirim ulang."
        )


@dataclass(frozen=True)
class Slip:
    """What is known of a file at the door; the id makes a second try the same kiriman."""

    id: str
    instansi: str  # '' where nobody knows the folder it lay in
    unit: str
    pintu: str
    nama: str
    siapa: str = MESIN


def accept(house: House, path: Path, slip: Slip) -> Kiriman:
    """Keep the file and write its kiriman; when this returns, a power cut loses nothing."""
    nama = shown(slip.nama)
    if path.stat().st_size > BATAS:
        raise TerlaluBesar(nama)
    for _ in range(TRIES):
        if known := _known(house, slip.id):
            return known  # taken in before; the door died before it could say so
        with contextlib.suppress(Overtaken, JustHeld):
            return _written(house, slip, nama, keep(house, path))
    raise JustHeld


def _known(house: House, id_: str) -> Kiriman | None:
    with house.ledger.read() as reading:
        return next(iter(reading.find(Kiriman, id=id_)), None)


def _written(house: House, slip: Slip, nama: str, kept: Kept) -> Kiriman:
    now = house.clock.now()
    kiriman = Kiriman(slip.id, slip.instansi, slip.unit, slip.pintu, nama, DITERIMA, now)
    told = {"pintu": slip.pintu, "sha256": kept.sha256}
    with house.ledger.begin() as tx:
        tx.add(kiriman)
        tx.add(File(house.new_id(), slip.id, nama, kept.sha256, kept.ukuran))
        hold(tx, kept)
        tx.note(Catatan(slip.instansi or RUMAH, slip.siapa, "kiriman_diterima", now, slip.id, told))
        tx.plan("identify", slip.id)
    return kiriman
