"""An objection about a withheld request is withheld with it, whichever of both came first."""

from __future__ import annotations

from service.domain.keberatan import Keberatan
from service.domain.kiriman import Kiriman
from service.domain.permohonan import Permohonan
from service.ports import Reading


def about_withheld(reading: Reading, about: Permohonan | None) -> bool:
    """Whether the request that an objection names is withheld."""
    return about is not None and reading.get(Kiriman, about.kiriman).rahasia


def open_about(reading: Reading, kiriman: Kiriman) -> list[Kiriman]:
    """The letters of objections about the request that came so, which are not withheld yet."""
    asked = [one.id for one in reading.find(Permohonan, kiriman=kiriman.id)]
    found = reading.find(Keberatan, permohonan=asked) if asked else []
    came = (reading.get(Kiriman, one.kiriman) for one in found if one.kiriman != kiriman.id)
    return [one for one in came if not one.rahasia]
