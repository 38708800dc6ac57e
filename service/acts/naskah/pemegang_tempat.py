"""Who may fill the places for signatures of a paper: those who hold their peran today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from service.acts.lihat.berkas import peran_in
from service.acts.lihat.penerima import present_in
from service.domain.berkas import Berkas
from service.domain.orang import Orang
from service.domain.tempat_ttd import TempatTtd
from service.ports import Reading


def holders(
    reading: Reading, berkas: Berkas, tempat: Sequence[TempatTtd], now: datetime
) -> dict[str, tuple[Orang, ...]]:
    """For each peran of these places the people who hold it where the matter belongs, by name."""
    here = present_in(reading, berkas.instansi, now) if tempat else []
    held = [(one.orang, peran_in(one, berkas)) for one in here]
    held.sort(key=lambda one: (one[0].nama.casefold(), one[0].id))
    return {
        peran: tuple(orang for orang, own in held if peran in own)
        for peran in dict.fromkeys(one.peran for one in tempat)
    }
