"""What every form of a signer stands on: the paper, and their place on it."""

from __future__ import annotations

from service.acts.naskah import baca as naskah_baca
from service.acts.naskah.baca import Terbuka
from service.domain.refusals import TidakAda
from service.domain.tempat_ttd import TempatTtd
from service.web.dasar.auth import hadir, house


def my_turn(naskah_id: str) -> tuple[Terbuka, TempatTtd]:
    """The paper, and this person's place on it that may be signed now."""
    one = naskah_baca.read(house(), hadir(), naskah_id)
    mine = one.giliran_ttd
    if mine is None:
        raise TidakAda("Tempat tanda tangan Anda pada naskah itu")
    return one, mine
