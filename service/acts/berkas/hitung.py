"""Count the terms of open matters anew, after a day off or a rule has changed."""

from __future__ import annotations

from service.acts.berkas.tenggat import dated
from service.acts.sop.versi import walked
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.refusals import Overtaken
from service.ports import House

SEKALI = 100  # matters in one transaction


def recount(house: House, instansi: str) -> int:
    """How many of an agency's open matters got another end; each says so in the journal."""
    ids = house.perkara.ticking(instansi)
    return sum(_some(house, ids[n : n + SEKALI]) for n in range(0, len(ids), SEKALI))


def _some(house: House, ids: list[str]) -> int:
    changed = 0
    with house.ledger.begin() as tx:
        for id_ in ids:
            before = tx.get(Berkas, id_)
            if before.keadaan != BERJALAN or before.ditunda is not None:
                continue
            after = dated(house, tx, walked(tx, before).sop, before)
            if after == before:
                continue
            try:
                tx.save(before, after)
            except Overtaken:  # somebody went on with it; then it was counted then
                continue
            changed += 1
            told = {"dari": str(before.jatuh or ""), "ke": str(after.jatuh or "")}
            now = house.clock.now()
            tx.note(Catatan(before.instansi, MESIN, "tenggat_dihitung", now, before.id, told))
    return changed
