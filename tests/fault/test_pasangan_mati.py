"""Whoever dies while a template is changed: it is changed whole, once, or not yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import NEW
from tests.fault import pasangan
from tests.fault.perbuatan import Perbuatan, Salinan, whole_or_not_at_all

PERBUATAN = (
    Perbuatan("unggah", pasangan.office, pasangan.sent),
    Perbuatan("berlakukan", pasangan.proved, pasangan.used),
    Perbuatan("kembali", pasangan.in_force, pasangan.gone_back),
)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("buku", NEW)
@pytest.mark.parametrize("one", PERBUATAN, ids=lambda one: one.nama)
def test_killed_between_any_two_words_a_template_is_changed_whole_or_not_at_all(
    one: Perbuatan, buku: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    long = request.config.getoption("--panjang")
    whole_or_not_at_all(one, pasangan.told, Salinan(tmp_path, buku), long=long)
