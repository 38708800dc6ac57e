"""Take back what a signer laid down for one naskah, or out what is not to be signed any more."""

from __future__ import annotations

from pathlib import Path

from service.acts.kembali import di_tempat
from service.acts.kembali.aplikasi import known_already, take
from service.acts.kembali.tanda import paper_of
from service.acts.kembali.tertahan import Datang
from service.acts.kembali.tinta_folder import hand_in
from service.domain.berkas import Berkas
from service.domain.kembalian import over
from service.domain.naskah import DISETUJUI, TANPA_NAMA, Naskah
from service.domain.tempat_ttd import APLIKASI
from service.ports import House


def run(house: House, naskah_id: str) -> None:
    """Each file is taken for the signed paper, or kept for a person; then it leaves the folder."""
    if naskah_id == TANPA_NAMA:
        _named(house)
        return
    with house.ledger.read() as reading:
        naskah = reading.get(Naskah, naskah_id)
    with house.room() as room:
        for path, copy in house.courier.fetch(naskah_id, room):
            naskah = _one(house, naskah, path, copy)
    naskah = di_tempat.take_in(house, naskah)
    with house.ledger.read() as reading:
        late = over(naskah.keadaan, reading.get(Berkas, naskah.berkas).keadaan)
    if late and naskah.keadaan != DISETUJUI:
        house.courier.withdraw(naskah_id)


def _named(house: House) -> None:
    """A file that names no paper, yet is one of ours, gets its name: so it is asked for again."""
    with house.room() as room:
        for path, copy in house.courier.fetch("", room):
            if id_ := paper_of(house, copy):
                house.courier.name(path, id_)


def _one(house: House, naskah: Naskah, path: Path, copy: Path) -> Naskah:
    if naskah.keadaan == DISETUJUI:
        return naskah  # before the ledger knew that it was sent; its sending asks again
    if hand_in(house, naskah, copy, path.name):
        house.courier.taken(path)
        return naskah
    if not known_already(house, naskah, copy):
        naskah = take(house, naskah, Datang(copy, path.name, APLIKASI, ()))
    house.courier.taken(path)
    return naskah
