"""What only a person can weigh waits for one, however well the letter is known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.akibat import ARTI
from service.domain.kiriman import DIDAFTAR, MENUNGGU_PETUGAS, Kiriman
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.contoh_buruk import _pdf
from tests.jobs.test_ocr import USULAN
from tests.office import arrive, open_house, work


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


def came(house: RealHouse, folder: Path, isi: bytes) -> Kiriman:
    path = folder / "usulan.pdf"
    path.write_bytes(isi)
    kiriman = arrive(house, path)
    work(house)
    with house.ledger.read() as reading:
        return reading.get(Kiriman, kiriman.id)


def test_a_letter_that_stands_as_it_was_signed_is_registered(
    house: RealHouse, tmp_path: Path
) -> None:
    assert came(house, tmp_path, _pdf.signed(_pdf.letter(*USULAN))).keadaan == DIDAFTAR


def test_a_letter_that_was_changed_after_it_was_signed_waits_for_a_person(
    house: RealHouse, tmp_path: Path
) -> None:
    signed = _pdf.signed(_pdf.letter(*USULAN))
    changed = _pdf.appended(signed, {4: _pdf.stream(_pdf.lines(*USULAN, "Ditambahkan kemudian."))})

    after = came(house, tmp_path, changed)

    assert (after.keadaan, after.kode) == (MENUNGGU_PETUGAS, "ttd_berubah")
    assert after.alasan == ARTI["ttd_berubah"].kata
    assert after.nomor_agenda
