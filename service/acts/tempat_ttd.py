"""The places for signatures of a paper, as the ledger has them."""

from __future__ import annotations

from service.domain import tempat_ttd as t
from service.domain.naskah import Naskah
from service.domain.tempat_ttd import TempatTtd
from service.ports import Reading, Tx


def places(reading: Reading, naskah: Naskah) -> list[TempatTtd]:
    """Those of the present time, in order; none for a paper approved before there were any."""
    return t.of_turn(reading.find(TempatTtd, naskah=naskah.id), naskah.ajuan)


def lapse(tx: Tx, naskah: Naskah) -> None:
    """Nobody need sign it any more; what was signed stays said."""
    for one in t.waiting(places(tx, naskah)):
        tx.save(one, t.lapsed(one))
