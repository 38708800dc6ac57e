"""The editions that were published in a period, each held against the one before it."""

from __future__ import annotations

from datetime import datetime

from service.acts.edisi.susun import frozen_rows
from service.domain.edisi.edisi import Edisi
from service.domain.edisi.isi import IsiRusak
from service.domain.informasi.beda import Baris, beda
from service.domain.laporan.edisi_masa import EdisiMasa
from service.domain.refusals import BrokenSeal, TidakAda
from service.ports import House

TERBANDING = 24  # two years of monthly ones; the earlier ones of a period are listed alone


def published(house: House, instansi: str, dari: datetime, sampai: datetime) -> list[EdisiMasa]:
    """Oldest first; who may see the whole list of the agency may see them all."""
    with house.ledger.read() as reading:
        every = {one.id: one for one in reading.find(Edisi, instansi=instansi)}
    here = [one for one in every.values() if one.terbit and dari <= one.terbit <= sampai]
    here.sort(key=lambda one: (one.terbit, one.tahun, one.urut, one.id))
    read: dict[str, tuple[Baris, ...] | None] = {"": ()}
    told = []
    for place, one in enumerate(here):
        before = every[one.sebelum].isi if one.sebelum in every else ""
        if len(here) - place > TERBANDING or not one.isi:
            told.append(EdisiMasa(one, None))
            continue
        for sidik in (before, one.isi):
            if sidik not in read:
                read[sidik] = _rows(house, sidik)
        was, is_now = read[before], read[one.isi]
        if was is None or is_now is None:
            told.append(EdisiMasa(one, None, hilang=True))
        else:
            told.append(EdisiMasa(one, beda(was, is_now)))
    return told


def _rows(house: House, sidik: str) -> tuple[Baris, ...] | None:
    """The lines as they were frozen; None where the store no longer has them as they were."""
    try:
        return frozen_rows(house, sidik)
    except (TidakAda, IsiRusak, BrokenSeal):
        return None
