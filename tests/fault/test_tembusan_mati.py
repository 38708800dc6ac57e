"""Copies of a signed paper lie there once, whichever way it was signed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from service.house import RealHouse
from tests.conftest import NEW
from tests.fault import naskah, tanda_tangan
from tests.fault.perbuatan import Salinan
from tests.office import UNIT, open_house

Cara = tuple[Callable[[RealHouse, Path], object], Callable[[RealHouse], object]]
CARA: dict[str, Cara] = {
    "di halaman": (tanda_tangan.out_for_signature, tanda_tangan.signed),
    "lewat folder": (naskah.come_back, naskah.taken_in),
}


@pytest.mark.parametrize("buku", NEW)
@pytest.mark.parametrize("cara", CARA)
def test_the_unit_that_is_named_gets_one_copy(cara: str, buku: str, tmp_path: Path) -> None:
    out, back = CARA[cara]
    salinan = Salinan(tmp_path, buku)
    with open_house(salinan.start, salinan.url) as house:
        out(house, salinan.start)
        assert naskah.papers(house)["tembusan"] == []
        back(house)
        assert naskah.papers(house)["tembusan"] == [(f"unit:{UNIT}", naskah.TEMBUSAN)]
