"""Two lines of the status: the last backup, and the last restore that was proved."""

from __future__ import annotations

from service.domain.cadangan import hasil
from service.domain.refusals import Unavailable
from service.ports import House, Keadaan

DIBUAT, TERBUKTI = "Cadangan terakhir", "Pemulihan terakhir yang terbukti"


def backup_lines(house: House) -> list[Keadaan]:
    """When each was, and whether somebody must do something."""
    try:
        beats = {one.jenis: one for one in house.pulse.beats()}
    except Unavailable as away:
        return [Keadaan(DIBUAT, False, str(away))]
    now, diatur = house.clock.now(), house.penjagaan.folder is not None
    lines = []
    for nama, jenis, said in (
        (DIBUAT, hasil.DIBUAT, hasil.made),
        (TERBUKTI, hasil.TERBUKTI, hasil.proved),
    ):
        last = beats.get(jenis)
        told = hasil.read(last.rincian) if last else None
        lines.append(Keadaan(nama, *said(last.waktu if last else None, told, now, diatur=diatur)))
    return lines
