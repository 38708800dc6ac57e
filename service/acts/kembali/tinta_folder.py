"""A scan of a paper in ink that was laid into the signers' folder: it goes the way of all scans."""

from __future__ import annotations

import hashlib
from pathlib import Path

from service.acts.kembali.tanda import paper_of
from service.acts.kiriman import awalan
from service.acts.naskah.tempat_ttd import places
from service.acts.simpan.receive import Bawaan, Slip, accept
from service.domain.berkas import Berkas
from service.domain.ids import derived
from service.domain.kiriman import FOLDER
from service.domain.naskah import Naskah
from service.domain.tempat_ttd import TINTA
from service.ports import House


def hand_in(house: House, naskah: Naskah, path: Path, nama: str) -> bool:
    """Whether it was one; from then on it lies in the hallway, however often it is handed in."""
    with house.ledger.read() as reading:
        every = places(reading, naskah)
        if not every or any(one.jalan != TINTA for one in every):
            return False
        if awalan.begins_as(reading, [naskah], path):
            return False  # the print itself, perhaps with something behind it: no scan
        unit = reading.get(Berkas, naskah.berkas).unit
    if paper_of(house, path) != naskah.id:
        return False
    with path.open("rb") as came:
        sha256 = hashlib.file_digest(came, "sha256").hexdigest()
    id_ = derived(f"folder tanda tangan {naskah.id} {sha256}")
    slip = Slip(id_, naskah.instansi, unit, FOLDER, nama)
    accept(house, [Bawaan(path, nama)], slip)
    return True
