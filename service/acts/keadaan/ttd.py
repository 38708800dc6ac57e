"""Whether what signs for others answers; one line of the status page."""

from __future__ import annotations

from service.domain.refusals import Refusal, Unavailable
from service.ports import House, Keadaan

NAMA = "Layanan tanda tangan BSrE"


def signing_line(house: House) -> Keadaan:
    """The line, without anything that is known only here and there."""
    if not house.esign.in_use:
        return Keadaan(NAMA, None, "Tidak dipakai.")
    try:
        told = house.esign.prove()
    except (Refusal, Unavailable) as away:
        return Keadaan(NAMA, False, str(away))
    return Keadaan(NAMA, True, f"Menjawab, {told}.")
