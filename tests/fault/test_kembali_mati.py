"""Whoever dies while a person decides about what came back: it is decided whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.acts.kembali import putus as kembali_putus
from service.acts.kembali import tertahan as kembali
from service.acts.kembali.putus import TANPA_AKUN, Putusan
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.conftest import NEW
from tests.fault import aplikasi, naskah
from tests.fault.perbuatan import Perbuatan, Salinan, whole_or_not_at_all


def waits(house: RealHouse, room: Path) -> None:
    """The first of two has signed, and a file that is not right waits for a person."""
    aplikasi.came_back(house, room)
    aplikasi.taken_in(house)


def said(house: RealHouse, *, fills: bool) -> tuple[Hadir, Putusan]:
    who = naskah.who(house, "atasan")
    ((one,), _) = kembali.waiting(house, who, 0, 9)
    seen = kembali.read(house, who, one.kembalian.id)
    oleh = {place.id: TANPA_AKUN for place in seen.tempat} if fills else {}
    return who, Putusan(one.kembalian.id, seen.sidik, "Sudah dicocokkan.", oleh)


def accepted(house: RealHouse) -> object:
    who, putusan = said(house, fills=True)
    return kembali_putus.accept(house, who, putusan)


def refused(house: RealHouse) -> object:
    who, putusan = said(house, fills=False)
    return kembali_putus.refuse(house, who, putusan)


PERBUATAN = (Perbuatan("terima", waits, accepted), Perbuatan("tolak", waits, refused))


@pytest.mark.timeout(900)
@pytest.mark.parametrize("buku", NEW)
@pytest.mark.parametrize("one", PERBUATAN, ids=lambda one: one.nama)
def test_killed_between_any_two_words_it_is_decided_whole_or_not_at_all(
    one: Perbuatan, buku: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    salinan = Salinan(tmp_path, buku)
    long = request.config.getoption("--panjang")
    whole_or_not_at_all(one, naskah.told, salinan, long=long)
