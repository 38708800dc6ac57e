"""The pages of a PDF as the gate sees them: words there and not seen, and whose numbers."""

from __future__ import annotations

import time
from typing import Any

from service.boxed import pdf_buka, rupa
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.gerbang import tampak
from service.boxed.gerbang.catat import Catat

WAKTU = 40.0  # seconds of processor for all pages
DPI = 110
LAPISAN = "pdf_lapisan_pindaian"
_JENIS = {
    tampak.TERTUTUP: "pdf_teks_tertutup",
    tampak.SAMAR: "teks_samar",
    tampak.LUAR: "pdf_teks_luar",
}


def read(paper: Any, catat: Catat) -> None:
    """Every hit on the pages."""
    began = time.process_time()
    for n in range(len(paper)):
        if time.process_time() - began > WAKTU:
            catat.note("terperiksa_sebagian", f"sampai halaman {n}")
            return
        try:
            with pdf_buka.page(paper, n) as one:
                if one is None:
                    raise Berhenti("rusak")
                _page(tampak.look(one, much(one)), f"halaman {n + 1}", catat)
        except (Berhenti, *RUSAK):
            catat.note("tak_terperiksa", f"halaman {n + 1}")


def much(one: Any) -> float:
    """How much a page is magnified to tell its words apart."""
    width, _ = one.get_size()
    return rupa.scale(one, max(1, min(rupa.TERLEBAR, round(width * DPI / 72))))


def _page(page: tampak.Halaman, di: str, catat: Catat) -> None:
    unseen: dict[str, list[str]] = {}
    told = []
    for one in page.kata:
        kind = _kind(one) if one.sembunyi else ""
        if kind in ("", LAPISAN):
            told.append(one.teks + one.akhir)
        if kind:
            unseen.setdefault(kind, []).append(one.teks)
    catat.words("".join(told), di)
    for jenis, words in unseen.items():
        catat.note(jenis, di, " ".join(words), len(words))


def _kind(one: tampak.Kata) -> str:
    if one.sembunyi == tampak.TAK_TAMPAK:
        # Words over the picture of these words, as a scanner lays them; or over nothing at all.
        return LAPISAN if one.bertinta else "pdf_teks_tak_tampak"
    return _JENIS[one.sembunyi]
