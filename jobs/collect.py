"""Take back what a signer laid down for one naskah, or out what is not to be signed any more."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from service.acts.kembali import di_tempat, sesat
from service.acts.kembali.aplikasi import known_already, take
from service.acts.kembali.tanda import paper_of
from service.acts.kembali.tertahan import Datang
from service.acts.kembali.tinta_folder import hand_in
from service.domain.berkas import Berkas
from service.domain.file_sesat import TAK_DIKENAL, TAK_UTUH
from service.domain.kembalian import over
from service.domain.naskah import DISETUJUI, TANPA_NAMA, Naskah
from service.domain.tempat_ttd import APLIKASI
from service.ports import House

LAMA = timedelta(minutes=10)  # in which a file is copied to its end, or never


def run(house: House, naskah_id: str) -> None:
    """Each file is taken for the signed paper, or kept for a person; then it leaves the folder."""
    if naskah_id == TANPA_NAMA:
        _named(house)
        return
    with house.ledger.read() as reading:
        found = reading.find(Naskah, id=naskah_id)
    if not found:
        _foreign(house, naskah_id)
        return
    naskah = found[0]
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
            else:
                _astray(house, path, copy, TAK_DIKENAL)
        for path, copy in house.courier.fetch_odd(house.clock.now() - LAMA, room):
            _astray(house, path, copy, TAK_UTUH)


def _foreign(house: House, naskah_id: str) -> None:
    """The name is that of a paper which this house never had; what is in it may be ours."""
    with house.room() as room:
        for path, copy in house.courier.fetch(naskah_id, room):
            if id_ := paper_of(house, copy):
                house.courier.name(path, id_)
            else:
                _astray(house, path, copy, TAK_DIKENAL)


def _astray(house: House, path: Path, copy: Path, sebab: str) -> None:
    """Nobody can place it: it is kept for a person, and leaves the folder."""
    sesat.kept(house, copy, path.name, sebab)
    house.courier.taken(path)


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
