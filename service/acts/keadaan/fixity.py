"""The last time that every signed paper was looked at again: kept, and one line of the status."""

from __future__ import annotations

from service.domain.hasil_fixity import JENIS, HasilFixity, read, standing
from service.domain.refusals import Refusal, Unavailable
from service.domain.setelan import Setelan
from service.ports import House, Keadaan

NAMA = "Pemeriksaan ulang naskah"


def remember(house: House, found: HasilFixity) -> None:
    """Keep what a whole run found, over what the one before it did."""
    house.pulse.beat(JENIS, JENIS, found.kept())


def fixity_line(house: House) -> Keadaan:
    """When it was, what it found, and whether somebody must do something."""
    try:
        last = next((one for one in house.pulse.beats() if one.jenis == JENIS), None)
        with house.ledger.read() as reading:
            since = min((one.dibuka for one in reading.find(Setelan)), default=None)
    except (Refusal, Unavailable) as away:
        return Keadaan(NAMA, False, str(away))
    waktu, told = (last.waktu, read(last.rincian)) if last else (None, None)
    return Keadaan(NAMA, *standing(waktu, told, since, house.clock.now(), house.fixity))
