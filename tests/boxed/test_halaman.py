"""PDFs and pictures: each comes to its end, soon, and says what it would do or hides."""

from __future__ import annotations

import resource

import pytest

from service.domain.akibat import ARTI
from service.domain.temuan import AKHIR
from tests.boxed.test_wadah import SOON, end, look, named
from tests.contoh_buruk import Contoh, gambar, halaman, halaman_isi

OURS = [*halaman.contoh(), *halaman_isi.contoh(), *gambar.contoh()]


def spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


@pytest.mark.parametrize("one", OURS, ids=named)
def test_a_bad_page_comes_to_its_end(one: Contoh) -> None:
    before = spent()

    found = look(one)

    assert spent() - before < SOON
    codes = {kode for kode, _ in found["temuan"]}
    assert end(found) in ([one.akhir] if one.akhir else AKHIR)
    assert codes | {one.kode} - {""} == codes
    assert codes <= set(ARTI)
