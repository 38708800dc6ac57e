"""What signatures are judged by has days of its own, and an office is told before they end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from service.domain import kepercayaan as k
from service.domain.kunci_ttd import BSRE, FILE, KunciTtd
from service.domain.tanda_tangan import Sertifikat

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)


def root(days: int, nama: str = "Induk Contoh") -> Sertifikat:
    return Sertifikat(nama, nama, nama, NOW - timedelta(days=900), NOW + timedelta(days=days))


def listed(days: int | None, nama: str = "Induk Contoh") -> k.DaftarCabut:
    due = None if days is None else NOW + timedelta(days=days)
    return k.DaftarCabut(nama, NOW - timedelta(days=30), due)


def key(orang: str, days: int | None, id_: str = "", jenis: str = FILE) -> KunciTtd:
    told = KunciTtd(id_ or f"{orang}{days}", orang, jenis, "Kunci", NOW, pemilik=orang)
    if days is None:
        return told
    since, until = NOW - timedelta(days=700), NOW + timedelta(days=days)
    return KunciTtd(told.id, orang, jenis, "Kunci", NOW, pemilik=orang, dari=since, sampai=until)


def test_an_office_without_roots_is_told_what_that_means() -> None:
    good, words = k.of_roots(k.Kepercayaan(), NOW)
    assert good is None
    assert "BERKAS_AKAR" in words


def test_a_root_is_warned_about_before_it_ends_and_one_that_is_over_does_no_harm() -> None:
    lasting, soon, over = root(900, "Baru"), root(20, "Sebentar"), root(-5, "Lama")
    assert k.of_roots(k.Kepercayaan((lasting, over)), NOW) == (True, "1 dipercaya: Baru.")
    good, words = k.of_roots(k.Kepercayaan((lasting, soon)), NOW)
    assert (good, "Sebentar (13-12-2026)" in words, "Baru" in words) == (False, True, False)
    good, words = k.of_roots(k.Kepercayaan((over,)), NOW)
    assert (good, "Lama" in words) == (False, True)


def test_a_list_whose_next_one_is_due_is_told_by_its_issuer() -> None:
    assert k.of_lists(k.Kepercayaan(), NOW)[0] is None
    assert k.of_lists(k.Kepercayaan((), (listed(3), listed(None, "Lain"))), NOW)[0]
    good, words = k.of_lists(k.Kepercayaan((), (listed(-1), listed(3, "Lain"))), NOW)
    assert (good, "Induk Contoh" in words, "Lain" in words) == (False, True, False)
    # The older one may stay beside the newer.
    assert k.of_lists(k.Kepercayaan((), (listed(-1), listed(3))), NOW)[0]


def test_who_holds_another_certificate_that_lasts_is_not_warned() -> None:
    late, lasting, other = key("ani", 3), key("ani", 400), key("budi", -2)
    assert k.ending([late, lasting, other], NOW) == [other]
    assert k.ending([late], NOW) == [late]
    assert k.ending([key("cici", None, jenis=BSRE)], NOW) == []


def test_of_several_that_end_one_person_is_told_once_of_the_last() -> None:
    first, last = key("ani", -3), key("ani", 5)
    assert k.ending([last, first], NOW) == [last]


def test_the_state_of_the_house_names_whose_certificate_ends() -> None:
    assert k.of_people([], NOW)[0] is None
    assert k.of_people([key("ani", 400)], NOW)[0]
    good, words = k.of_people([key("ani", 400), key("budi", 4)], NOW)
    assert (good, "budi (27-11-2026)" in words, "ani" in words) == (False, True, False)
