"""The paper of an edition prints its lines as they stand now."""

from __future__ import annotations

from service.acts.edisi.naskah import lines_of
from service.acts.naskah.fill import pasangan, write
from service.acts.naskah.lihat import naskah_for
from service.domain.naskah import Naskah
from service.domain.wewenang import Hadir
from service.ports import House


def renew(house: House, oleh: Hadir, naskah_id: str) -> Naskah:
    """Its list is written anew; nothing is written where it prints these lines already."""
    with house.ledger.read() as reading:
        naskah, berkas = naskah_for(reading, oleh, naskah_id)
        kind = pasangan(house, naskah.instansi, naskah.jenis)
        rows = lines_of(house, reading, berkas.id, kind)
    return write(house, naskah_id, oleh, naskah.versi, rows)
