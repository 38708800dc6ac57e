"""How a PDF enters a dossier: as it is, as pictures, or attached with a page that says why."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.dossier.isi import GAMBAR, HALAMAN, LAMPIRAN

TERBANYAK = 2_000  # pages of one paper that are bound; more is a book by itself
TERPANJANG = 2_400.0  # points of the longer side: twice A1 is no page of a file cover
DIGAMBAR = 300  # pages of one paper that are drawn as pictures


@dataclass(frozen=True)
class Fakta:
    """What was found in a PDF before it is bound."""

    halaman: int = 0
    terpanjang: float = 0.0  # points of the longest side of any page
    terkunci: bool = False
    bertanda_tangan: bool = False
    rusak: bool = False
    arsip: bool = False  # whether it holds as PDF/A-2b
    catatan: bool = False  # notes, stamps or fields that lie over its pages


def way(fakta: Fakta) -> tuple[str, str]:
    """How it enters, and the sentence on the page that stands for it; '' where pages do."""
    if sebab := _apart(fakta):
        return LAMPIRAN, sebab
    if fakta.arsip and not fakta.bertanda_tangan and not fakta.catatan:
        return HALAMAN, ""
    if fakta.halaman > DIGAMBAR:
        return LAMPIRAN, (
            f"Dokumen ini {fakta.halaman} halaman dan bukan PDF arsip (PDF/A), terlalu panjang "
            "untuk digambar ulang."
        )
    return GAMBAR, ""


def _apart(fakta: Fakta) -> str:
    if fakta.terkunci:
        return "Dokumen ini terkunci kata sandi, jadi halamannya tidak dapat disalin."
    if fakta.rusak:
        return "Dokumen ini rusak dan tidak dapat dibuka sebagai PDF."
    if not fakta.halaman:
        return "Dokumen ini tidak mempunyai halaman."
    if fakta.halaman > TERBANYAK:
        return f"Dokumen ini {fakta.halaman} halaman, terlalu tebal untuk dijilid."
    if fakta.terpanjang > TERPANJANG:
        return "Dokumen ini memuat halaman yang lebih besar daripada kertas A1."
    return ""
