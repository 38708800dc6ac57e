"""Begin the papers of a kumpulan: each once, a portion at a time, in the order of its rows."""

from __future__ import annotations

from datetime import timedelta

from service.acts.kumpulan.lihat import rows
from service.domain.berkas import DIARSIPKAN, DIBATALKAN, Berkas
from service.domain.catatan import Catatan
from service.domain.kumpulan import DIMULAI, BarisIsi, Kumpulan
from service.domain.naskah import BATAL, KONSEP, Naskah
from service.ports import House, Tx

SEKALI = 100  # papers in one transaction: others write in between
# So far apart their prints are asked for, that a letter someone waits for finds room between.
JEDA = timedelta(milliseconds=250)


def run(house: House, kumpulan_id: str) -> None:
    """Those of its papers that are not there yet."""
    with house.ledger.read() as reading:
        one = reading.get(Kumpulan, kumpulan_id)
    if one.keadaan != DIMULAI:
        return
    every, ids, since = list(enumerate(rows(house, one))), one.naskah, house.clock.now()
    for first in range(0, len(every), SEKALI):
        part = every[first : first + SEKALI]
        with house.ledger.begin() as tx:
            names = [ids[urut] for urut, _ in part]
            over = _over(tx, {row.berkas for _, row in part})
            there = {each.id for each in tx.find(Naskah, id=names)}
            for urut, row in part:
                if ids[urut] not in there:
                    closed = row.berkas in over
                    keadaan = BATAL if closed else KONSEP
                    _begin(house, tx, one, (urut, ids[urut], keadaan), row)
                    if not closed:
                        tx.plan("draft", ids[urut], since + urut * JEDA)


def _over(tx: Tx, ids: set[str]) -> set[str]:
    """Those of the matters that were closed since: their papers are born given up."""
    for id_ in sorted(ids):
        tx.hold(id_)
    found = tx.find(Berkas, id=sorted(ids))
    return {one.id for one in found if one.keadaan in (DIBATALKAN, DIARSIPKAN)}


def _begin(house: House, tx: Tx, one: Kumpulan, place: tuple[int, str, str], row: BarisIsi) -> None:
    urut, id_, keadaan = place
    naskah = Naskah(
        *(id_, row.berkas, one.instansi, one.jenis, keadaan),
        one.dibuat_pada(urut),
        row.isian,
        one.penyiap,
        token=house.new_id(),
    )
    tx.add(naskah)
    told = {"jenis": one.jenis, "kumpulan": one.id}
    now = house.clock.now()
    tx.note(Catatan(one.instansi, one.penyiap[-1], "naskah_diisi", now, naskah.id, told))
