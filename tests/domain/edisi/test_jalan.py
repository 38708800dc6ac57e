"""An edition is public only on its signed decree, in its window, until it is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.domain.edisi import jalan
from service.domain.edisi.edisi import (
    DIP,
    DITARIK,
    DITETAPKAN,
    KEADAAN,
    RANCANGAN,
    TERBIT,
    Edisi,
)
from service.domain.edisi.jalan import (
    AlasanPublikKurang,
    BukanSaatnya,
    EdisiBeku,
    EdisiKosong,
    Masa,
    MasaTidakSah,
)
from service.domain.informasi.riwayat import SkBelumSah
from service.domain.informasi.unsur import Sk

NOW = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)
SEJAM = timedelta(hours=1)
SK = Sk("naskah", "12 TAHUN 2026", date(2026, 12, 31), ditandatangani=True)
DRAFT = Edisi("a" * 26, "kota_contoh", DIP, penyusun=("siti",))
FROZEN = jalan.frozen_with(DRAFT, "ab" * 32, 3, NOW)
DECREED = jalan.decreed(FROZEN, SK, 4, "lama")
PUBLIC = jalan.published(DECREED, "budi", NOW, Masa())
SEBAB = "Tabelnya memuat kolom yang keliru"


@pytest.mark.parametrize("keadaan", KEADAAN)
@pytest.mark.parametrize(
    "sk",
    [
        Sk(),
        replace(SK, ditandatangani=False),
        replace(SK, nomor=""),
        replace(SK, tanggal=None),
        SK,
    ],
)
def test_nothing_is_public_without_its_signed_decree(keadaan: str, sk: Sk) -> None:
    one = replace(PUBLIC, keadaan=keadaan, sk=sk)
    assert one.tampak(NOW) == (keadaan == TERBIT and sk.sah)
    with pytest.raises((BukanSaatnya, SkBelumSah)):
        jalan.published(replace(one, keadaan=DITETAPKAN, sk=Sk()), "budi", NOW, Masa())


@pytest.mark.parametrize("keadaan", sorted(set(KEADAAN) - {DITETAPKAN}))
def test_only_what_is_decreed_is_published(keadaan: str) -> None:
    with pytest.raises(BukanSaatnya):
        jalan.published(replace(DECREED, keadaan=keadaan), "budi", NOW, Masa())


def test_an_edition_bears_the_year_of_its_decree_whatever_year_it_is_when_it_is_established() -> (
    None
):
    assert (DECREED.tahun, DECREED.urut, DECREED.keadaan) == (2026, 4, DITETAPKAN)


def test_lines_stand_still_while_the_paper_is_on_its_way_and_move_again_when_it_comes_back() -> (
    None
):
    with pytest.raises(EdisiBeku):
        jalan.put_together(FROZEN, "ani")
    with pytest.raises(EdisiBeku):
        jalan.voided(FROZEN)
    again = jalan.thawed_again(FROZEN)
    assert (again.isi, again.beku, again.keadaan) == ("", None, RANCANGAN)
    assert jalan.put_together(again, "ani").penyusun == ("siti", "ani")
    assert jalan.without_paper(replace(FROZEN, naskah="n")).naskah == ""


def test_a_list_without_a_line_is_not_decreed() -> None:
    with pytest.raises(EdisiKosong):
        jalan.frozen_with(DRAFT, "ab" * 32, 0, NOW)


def test_what_was_never_frozen_is_established_by_no_signature() -> None:
    with pytest.raises(SkBelumSah):
        jalan.decreed(DRAFT, SK, 1, "")


def test_a_window_ends_after_it_begins_and_not_before_now() -> None:
    for masa in (Masa(NOW + SEJAM, NOW + SEJAM), Masa(None, NOW), Masa(NOW - SEJAM, NOW - SEJAM)):
        with pytest.raises(MasaTidakSah):
            jalan.published(DECREED, "budi", NOW, masa)


def test_the_clock_alone_opens_and_closes_a_window() -> None:
    one = jalan.published(DECREED, "budi", NOW, Masa(NOW + SEJAM, NOW + 3 * SEJAM))
    assert [one.tampak(NOW + n * SEJAM) for n in range(4)] == [False, True, True, False]
    assert jalan.moments(one, NOW) == [NOW + SEJAM, NOW + 3 * SEJAM]
    assert jalan.moments(one, NOW + SEJAM) == [NOW + 3 * SEJAM]
    assert jalan.moments(DECREED, NOW) == []


def test_it_is_taken_back_with_a_reason_that_the_public_reads() -> None:
    with pytest.raises(AlasanPublikKurang):
        jalan.withdrawn(PUBLIC, NOW, "  keliru ", kembali=False)
    gone = jalan.withdrawn(PUBLIC, NOW, SEBAB, kembali=False)
    assert (gone.keadaan, gone.alasan, gone.tampak(NOW)) == (DITARIK, SEBAB, False)


def test_the_edition_before_holds_again_only_where_a_person_says_so() -> None:
    before = replace(PUBLIC, id="b" * 26, urut=3)
    assert jalan.current([before, PUBLIC], NOW) == PUBLIC
    gone = jalan.withdrawn(PUBLIC, NOW, SEBAB, kembali=False)
    assert jalan.current([before, gone], NOW) is None
    gone = jalan.withdrawn(PUBLIC, NOW, SEBAB, kembali=True)
    assert jalan.current([before, gone], NOW) == before


def test_an_edition_whose_window_has_not_come_leaves_the_one_before_in_force() -> None:
    before = replace(PUBLIC, id="b" * 26, urut=3)
    later = jalan.published(DECREED, "budi", NOW, Masa(NOW + SEJAM))
    assert jalan.current([later, before], NOW) == before
    assert jalan.current([later, before], NOW + SEJAM) == later
