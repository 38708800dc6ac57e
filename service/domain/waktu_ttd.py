"""By when a paper is signed that was laid before those who sign it."""

from __future__ import annotations

from datetime import date, datetime

from service.domain.instansi import HARI_KERJA, Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.permohonan import last_day

# No law sets it; an agency that sets its own writes [tenggat.tanda_tangan] into its pack.
MENANDATANGANI = Tenggat("tanda_tangan", 3, HARI_KERJA, "Bawaan Berkas", "Menandatangani naskah")


def due(instansi: Instansi, kalender: Kalender, diminta: datetime) -> date:
    """The last day, by the calendar of the office."""
    return last_day(kalender, diminta, instansi.tenggat_of(MENANDATANGANI.id) or MENANDATANGANI)
