"""What can be made again at any time is kept for a while: its row goes, and then its bytes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from service.domain.catatan import Catatan
from service.domain.refusals import Overtaken
from service.domain.simpanan import DIPEGANG, Simpanan, released
from service.ports import House


def taken_out(house: House, row: object, files: Sequence[str], told: Catatan) -> None:
    """The row is gone and its files are leased once more, in one transaction: nobody holds them,
    and the sweep drops them a day later, unless something names them by then."""
    wanted = sorted({one for one in files if one})
    others = house.arsip.named(wanted, row)
    now = house.clock.now()
    with suppress(Overtaken), house.ledger.begin() as tx:  # another sweep was first
        tx.drop(row)
        for one in tx.find(Simpanan, id=wanted) if wanted else ():
            if one.keadaan == DIPEGANG and one.id not in others:
                tx.save(one, released(one, now))
        tx.note(told)
