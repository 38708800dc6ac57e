"""An item of the workbench in the words in which papers print it."""

from __future__ import annotations

from typing import Any

from service.domain.butir import Butir
from service.domain.uji import KATEGORI, KESIMPULAN, PEMICU


def told(no: int, one: Butir, unit: str) -> dict[str, Any]:
    """Its worksheet, in plain values; the outcome, once there is one, over the conclusion."""
    lembar = one.uji
    hasil = one.hasil or lembar.kesimpulan
    return {
        "no": no,
        "judul": one.judul,
        "dokumen": lembar.dokumen,
        "unit": unit,
        "uraian": lembar.uraian,
        "dasar": [each.kata for each in lembar.dasar],
        "dibuka": lembar.dibuka,
        "ditutup": lembar.ditutup,
        "kepatutan": lembar.kepatutan,
        "kesimpulan": KESIMPULAN.get(hasil, hasil),
        "jangka": lembar.jangka.kata(),
        "kategori": KATEGORI.get(lembar.kategori, ""),
        "dihitamkan": lembar.dihitamkan,
        "bagian": lembar.bagian,
        "pemicu": PEMICU.get(lembar.pemicu, ""),
        "rujukan": lembar.rujukan,
    }
