"""Whoever dies while a paper goes its way: it is made once, with one number, or not yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import NEW
from tests.fault import naskah
from tests.fault.perbuatan import Perbuatan, Salinan, whole_or_not_at_all

PERBUATAN = (
    Perbuatan("buat", naskah.matter, naskah.begins),
    Perbuatan("isi", naskah.printed, naskah.written),
    Perbuatan("ajukan", naskah.printed, naskah.forward),
    Perbuatan("paraf", naskah.to_initial, naskah.initialled),
    Perbuatan("kembalikan", naskah.put_forward, naskah.sent_back),
    Perbuatan("setujui", naskah.put_forward, naskah.approved),
    Perbuatan("batal", naskah.numbered, naskah.given_up),
)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("buku", NEW)
@pytest.mark.parametrize("one", PERBUATAN, ids=lambda one: one.nama)
def test_killed_between_any_two_words_a_paper_is_acted_on_whole_or_not_at_all(
    one: Perbuatan, buku: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    salinan = Salinan(tmp_path, buku)
    long = request.config.getoption("--panjang")
    whole_or_not_at_all(one, naskah.told, salinan, long=long)
