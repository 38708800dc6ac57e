"""Each edition that the public reads gets its PDF, whenever the printer has time."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.acts.edisi.cetak import owe_print, print_next
from service.acts.informasi import cabut
from service.adapters.daftar_cetak import DaftarCetak
from tests.acts.perkara import KODE
from tests.edisi import KantorEdisi, kantor_edisi
from tests.kantor import Kantor
from tests.terbitan import publisher

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


class Pencetak:
    """Prints what it is handed as it is; how often."""

    kali = 0

    def pdf(self, docx: Path, out: Path) -> Path:
        self.kali += 1
        return Path(out).write_bytes(b"%PDF " + docx.read_bytes()) and out


@pytest.fixture
def it(kantor: Kantor, tmp_path: Path) -> KantorEdisi:
    kantor.clock.at = SENIN
    it = kantor_edisi(kantor)
    real = publisher(tmp_path)
    kantor.penerbit = real  # type: ignore[attr-defined]
    kantor.converter = Pencetak()  # type: ignore[attr-defined]
    kantor.list_paper = DaftarCetak()  # type: ignore[attr-defined]
    return it


def test_an_edition_is_printed_once_and_anew_when_a_line_leaves_it(it: KantorEdisi) -> None:
    gone, _ = it.piece("keuangan"), it.piece("kinerja")
    it.public()
    house = it.kantor
    before = it.now(gone)

    assert print_next(house, KODE)
    assert not print_next(house, KODE)
    assert house.converter.kali == 1  # type: ignore[attr-defined]

    cabut.withdraw(house, it.oleh("ppid"), before.id, before.versi, "Ganda dengan baris lain")
    it.work()
    assert len(house.penerbit.unprinted(KODE)) == 1  # type: ignore[attr-defined]
    assert print_next(house, KODE)


def test_the_newest_edition_is_printed_first(it: KantorEdisi) -> None:
    it.piece("keuangan")
    it.public()
    it.piece("kinerja")
    it.public()

    print_next(it.kantor, KODE)

    assert it.kantor.penerbit.unprinted(KODE) == {("dip", 2026, 1)}  # type: ignore[attr-defined]
    owe_print(it.kantor, KODE)
    assert print_next(it.kantor, KODE)
