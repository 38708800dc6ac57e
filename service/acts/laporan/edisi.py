"""The editions that were published in a period, each held against the one before it."""

from __future__ import annotations

from datetime import datetime

from service.acts.edisi.susun import frozen_rows
from service.domain.edisi.edisi import Edisi
from service.domain.informasi.beda import Baris, beda
from service.domain.laporan.edisi_masa import EdisiMasa
from service.ports import House

TERBANDING = 24  # two years of monthly ones; the earlier ones of a period are listed alone


def published(house: House, instansi: str, dari: datetime, sampai: datetime) -> list[EdisiMasa]:
    """Oldest first; who may see the whole list of the agency may see them all."""
    with house.ledger.read() as reading:
        every = {one.id: one for one in reading.find(Edisi, instansi=instansi)}
    here = [one for one in every.values() if one.terbit and dari <= one.terbit <= sampai]
    here.sort(key=lambda one: (one.terbit, one.tahun, one.urut, one.id))
    read: dict[str, tuple[Baris, ...]] = {"": ()}
    told = []
    for place, one in enumerate(here):
        before = every[one.sebelum].isi if one.sebelum in every else ""
        if len(here) - place > TERBANDING or not one.isi:
            told.append(EdisiMasa(one, None))
            continue
        for sidik in (before, one.isi):
            read[sidik] = read.get(sidik) or frozen_rows(house, sidik) if sidik else ()
        told.append(EdisiMasa(one, beda(read[before], read[one.isi])))
    return told
