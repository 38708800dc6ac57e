"""A report tells of each edition of its period what it changed in the list."""

from __future__ import annotations

import pytest

from service.acts.laporan.hitung import Hitung
from service.domain.laporan.masa import read_masa
from service.domain.paper import missing
from service.web.laporan.bagian import parts
from tests.acts.perkara import KODE
from tests.acts.test_isian_laporan import SENIN
from tests.edisi import KantorEdisi, kantor_edisi
from tests.kantor import Kantor
from tests.pasangan import declared


@pytest.fixture
def it(kantor: Kantor) -> KantorEdisi:
    kantor.clock.at = SENIN
    return kantor_edisi(kantor)


def test_two_editions_of_a_month_tell_what_came_and_what_stayed(it: KantorEdisi) -> None:
    it.piece("pertama")
    it.piece("kedua")
    it.public()
    it.piece("ketiga")
    it.public()

    told = Hitung(it.kantor, it.oleh("tim_sekretariat"), KODE, read_masa("2026-11")).edisi

    assert [(x.edisi.urut, x.edisi.banyak) for x in told] == [(1, 2), (2, 3)]
    assert [(x.ditambah, x.diubah, x.dihapus) for x in told] == [(2, 0, 0), (1, 0, 0)]


def test_an_edition_stands_in_the_report_of_the_month_it_was_published_in(it: KantorEdisi) -> None:
    it.piece("pertama")
    it.public()
    who = it.oleh("tim_sekretariat")

    assert Hitung(it.kantor, who, KODE, read_masa("2026-10")).edisi == []
    assert len(Hitung(it.kantor, who, KODE, read_masa("2026")).edisi) == 1


def test_an_edition_whose_lines_are_lost_is_told_and_the_report_goes_on(it: KantorEdisi) -> None:
    it.piece("pertama")
    first = it.public()
    it.piece("kedua")
    it.public()
    it.piece("ketiga")
    it.public()
    who = it.oleh("tim_sekretariat")
    it.kantor.store.drop(first.isi)  # type: ignore[attr-defined]

    told = Hitung(it.kantor, who, KODE, read_masa("2026"))

    assert [(x.hilang, x.ditambah) for x in told.edisi] == [(True, None), (True, None), (False, 1)]
    (part,) = [x for x in parts(told, str) if x.nama == "edisi"]
    assert len(part.baris) == 3 and "Pulihkan dari cadangan" in part.catatan


def test_figures_that_nobody_can_count_are_asked_of_a_person() -> None:
    kind = declared("laporan_tahunan")
    row = {**kind.contoh["edisi"][0], "ditambah": ""}

    assert any("Edisi" in one for one in missing(kind, kind.contoh | {"edisi": [row]}))
