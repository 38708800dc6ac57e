"""The list of ruas in the clinic: when each must be filled in, and from where it comes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.domain.klinik.laporan import Pemakaian
from service.domain.ruas import Bila, Ruas
from service.web.pasangan.periksa_ruas import table

ALASAN = Ruas("alasan", "Alasan", "teks")


@pytest.mark.parametrize(
    ("ruas", "catatan"),
    [
        (ALASAN, ""),
        (replace(ALASAN, wajib=False), "boleh kosong"),
        (
            replace(
                ALASAN, wajib=False, wajib_bila=Bila(ruas="sifat", nilai=("Rahasia", "Segera"))
            ),
            "wajib bila sifat berisi Rahasia atau Segera",
        ),
        (
            replace(ALASAN, wajib=False, wajib_bila=Bila("rincian", "hasil", ("Ditolak",))),
            "wajib bila hasil pada rincian berisi Ditolak",
        ),
        (replace(ALASAN, wajib=False, wajib_bila=Bila("pihak")), "wajib bila pihak diisi"),
    ],
)
def test_the_list_says_when_a_ruas_must_be_filled_in(ruas: Ruas, catatan: str) -> None:
    made = table((Pemakaian(ruas, ()),))

    assert made is not None
    ((label, jenis, *_),) = made.baris
    assert (label.teks, jenis.catatan) == ("Alasan", catatan)
