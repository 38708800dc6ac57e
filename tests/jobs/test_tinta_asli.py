"""A scan that is no PDF is bound and bagged under the name of what it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.naskah.wujud import kind
from service.acts.tas.pilah import sorted_out
from service.domain.berkas import Berkas
from service.domain.naskah import DIARSIPKAN
from service.domain.tas.isi import NASKAH, TINTA
from tests import tinta
from tests.conftest import new_sqlite
from tests.jobs.test_tinta import DPI, Meja, in_ink
from tests.office import open_house


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        in_ink(house, tmp_path)
        yield Meja(house, tmp_path)


def test_a_tiff_signed_in_ink_is_a_tiff_in_the_dossier_and_in_the_bag(meja: Meja) -> None:
    path = tinta.saved(meja.sheets(), meja.room / "pindaian.tif", DPI)
    meja.file(path)

    one = meja.naskah
    assert one.keadaan == DIARSIPKAN
    with meja.house.ledger.read() as reading:
        berkas = reading.get(Berkas, one.berkas)
        wujud = kind(meja.house, reading, one)
        bag = sorted_out(meja.house, reading, berkas).isi
    assert (wujud.akhir, wujud.mime) == (".tif", "image/tiff")

    held = meja.house.dossiers.held(
        meja.house.store.fetch(berkas.dossier, meja.room / "dossier.pdf")
    )
    (original,) = [x for x in held.lampiran if x.sha256 == one.bertanda_tangan]
    assert original.nama.endswith(f"{one.nomor.replace('/', '-')}.tif")
    assert held.halaman > 2  # and its pages are there to be read

    (inside,) = [x for x in bag.semua if x.jenis == NASKAH]
    assert inside.nama.endswith(".tif")
    assert inside.tanda == TINTA
