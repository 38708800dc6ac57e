"""The pages of a scan as the box told of them, believed only in their shape."""

from __future__ import annotations

from typing import Any

from service.domain import bacaan_luar
from service.domain.bacaan_luar import BacaanAneh
from service.domain.pindai_tinta import ADA, RAGU, TIADA, LembarPindai
from service.domain.refusals import Refusal

KODE, TEMPAT = 20, 200  # codes and places of one page


class PindaianAneh(Refusal):
    """What no reader of ours says of a scan."""

    def __init__(self) -> None:
        super().__init__(
            "Pindaian ini tidak dapat dibandingkan dengan cetakannya. File tersimpan utuh."
        )


def pages(raw: bytes) -> list[LembarPindai]:
    """Each page, every part within its limits; PindaianAneh where it is none."""
    try:
        return [_page(one) for one in bacaan_luar.parsed(raw)]
    except (BacaanAneh, TypeError, KeyError, ValueError) as odd:
        raise PindaianAneh from odd


def _page(told: Any) -> LembarPindai:
    return LembarPindai(
        kode=tuple(bacaan_luar.text(one, 300) for one in told["kode"][:KODE]),
        kabur=told["kabur"] is True,
        dpi=bacaan_luar.whole(told["dpi"], 10_000),
        kosong=told["kosong"] is True,
        gelap=told["gelap"] is True,
        tinta=tuple(
            (bacaan_luar.whole(urut, 1_000), what if what in (ADA, TIADA) else RAGU)
            for urut, what in told["tinta"][:TEMPAT]
        ),
    )
