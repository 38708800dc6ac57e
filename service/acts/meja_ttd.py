"""The signing desk: the papers that wait for this person's signature, whose turn it is now."""

from __future__ import annotations

from dataclasses import dataclass

from service.acts.berkas_lihat import peran_in
from service.acts.naskah_lihat import naskah_for
from service.acts.naskah_terbaca import readable
from service.acts.pasangan_acuan import declared_for
from service.acts.tempat_ttd import places
from service.domain import tempat_ttd as t
from service.domain.berkas import DIARSIPKAN, DIBATALKAN, Berkas
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.refusals import TidakAda
from service.domain.tempat_ttd import TempatTtd
from service.domain.wewenang import Hadir
from service.ports import House, Reading


@dataclass(frozen=True)
class Antrean:
    """One paper that waits for this person, and the place that is theirs."""

    naskah: Naskah
    berkas: Berkas
    nama: str  # what papers of its kind are called
    tempat: TempatTtd
    giliran: bool  # whether they may sign now, or others come first


def waiting(house: House, oleh: Hadir) -> list[Antrean]:
    """Those that wait for this person, the longest first; whose turn it is now before others."""
    peran = sorted({one.peran for one in oleh.peran})
    with house.ledger.read() as reading:
        asked = reading.find(TempatTtd, keadaan=t.MENUNGGU, jalan=t.ELEKTRONIK, peran=peran)
        found = [one for place in asked if (one := _mine(house, reading, oleh, place))]
    return sorted(found, key=lambda one: (not one.giliran, one.naskah.dibuat, one.tempat.id))


def _mine(house: House, reading: Reading, oleh: Hadir, place: TempatTtd) -> Antrean | None:
    try:
        naskah, berkas = naskah_for(reading, oleh, place.naskah)
    except TidakAda:
        return None
    gone = berkas.keadaan in (DIBATALKAN, DIARSIPKAN) or naskah.keadaan != DIKIRIM
    if gone or place.ajuan != naskah.ajuan or place.peran not in peran_in(oleh, berkas):
        return None
    kind = declared_for(house, reading, naskah)
    if not readable(reading, oleh, naskah, berkas, kind):
        return None
    here = t.turn(places(reading, naskah), kind.urutan)
    return Antrean(naskah, berkas, kind.nama, place, place in here)
