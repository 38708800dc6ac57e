"""For whom the public pages are made, what was tried, and what falls short."""

from __future__ import annotations

from service.domain.edisi.cetakan import BERTANDA, TERBANYAK
from service.publik.daftar.kata import ribu
from service.publik.daftar.ke import Ke
from service.publik.daftar.lembar import Lembar, trail

ALAMAT, JUDUL = "aksesibilitas", "Aksesibilitas"


def page(ke: Ke) -> Lembar:
    """The statement."""
    told = {"seribu": ribu(BERTANDA), "terbanyak": ribu(TERBANYAK)}
    jejak = trail(ke)
    return Lembar("daftar_aksesibilitas.html", {"judul": JUDUL, "jejak": jejak, **told})
