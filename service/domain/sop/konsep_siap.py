"""A draft that its writers call ready: so it was as they left it, and no more once written on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from service.domain.sop.konsep import GUGUR, KONSEP, SIAP, SopKonsep


def is_ready(konsep: SopKonsep) -> bool:
    """Whether it waits for somebody to put it in force."""
    return konsep.keadaan == KONSEP and konsep.siap == SIAP


def declared(konsep: SopKonsep, oleh: str, now: datetime) -> SopKonsep:
    """Ready as it stands."""
    return replace(konsep, siap=SIAP, siap_oleh=oleh, siap_sejak=now)


def taken_back(konsep: SopKonsep) -> SopKonsep:
    """As if nobody had called it ready."""
    return replace(konsep, siap="", siap_oleh="", siap_sejak=None)


def lapsed(konsep: SopKonsep) -> SopKonsep:
    """Written on: who called it ready had not seen this."""
    return replace(konsep, siap=GUGUR) if konsep.siap == SIAP else konsep
