"""Nothing is withheld without proof, and nothing stays withheld beyond its term."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from service.domain.informasi import jalan_dik, jalan_dip
from service.domain.informasi.dik import BarisDikKurang
from service.domain.informasi.jalan_dik import (
    BelumWaktunya,
    PengecualianBelumTerbukti,
    PerluDuaOrang,
    PerluOrang,
)
from service.domain.informasi.keadaan import TidakDapatBeralih
from service.domain.informasi.lengkap import BelumLengkap
from service.domain.jangka import Jangka
from service.domain.uji import Bukti, Dasar
from tests.domain.informasi.contoh import (
    BARIS,
    DENGAN_SK,
    HARI,
    LEMBAR,
    PETUGAS,
    SK,
    SK_LAIN,
    TERBUKTI,
    UTUH,
    excluded,
    in_test,
)
from tests.domain.informasi.contoh_jalan import (
    AKHIR,
    DENGAN_SK_LAIN,
    MESIN,
    SEHARI,
    walked,
)


def test_what_the_public_sees_is_withdrawn_before_anybody_proposes_to_withhold_it() -> None:
    """Also while it is renewed, and verified anew, for the edition before still shows it."""
    for acts in ((), ("renew",), ("renew", "verify")):
        one = walked("verify", "establish", "publish", *acts)
        assert one.tampak
        with pytest.raises(TidakDapatBeralih):
            walked("propose_exclusion", start=one)
        assert walked("withdraw", "propose_exclusion", start=one).tertutup


def test_nothing_is_withheld_without_every_proof() -> None:
    for lacking in (
        Bukti(berita_acara=False, sk=True, disetujui=True),
        Bukti(berita_acara=True, sk=False, disetujui=True),
        Bukti(berita_acara=True, sk=True, disetujui=False),
    ):
        with pytest.raises(PengecualianBelumTerbukti) as said:
            jalan_dik.exclude(in_test(), BARIS, LEMBAR, lacking, DENGAN_SK, HARI)
        assert len(said.value.faults) == 1
    empty = replace(LEMBAR, kepatutan="")
    with pytest.raises(PengecualianBelumTerbukti, match="kepatutan"):
        jalan_dik.exclude(in_test(), BARIS, empty, TERBUKTI, DENGAN_SK, HARI)


def test_nothing_is_withheld_on_less_than_a_law() -> None:
    decree = replace(BARIS, dasar=(Dasar("j", "Keputusan Kepala Biro Contoh Nomor 1"),))

    with pytest.raises(BarisDikKurang, match="undang-undang"):
        jalan_dik.exclude(in_test(), decree, LEMBAR, TERBUKTI, DENGAN_SK, HARI)
    with pytest.raises(BarisDikKurang, match="Pasal 17"):
        jalan_dik.exclude(in_test(), replace(BARIS, dasar=()), LEMBAR, TERBUKTI, DENGAN_SK, HARI)


def test_years_of_an_exclusion_are_counted_from_the_day_of_its_decree() -> None:
    assert excluded().dik.akhir == AKHIR
    leap = replace(DENGAN_SK, sk=replace(SK, tanggal=date(2028, 2, 29)))
    one = jalan_dik.exclude(in_test(), BARIS, LEMBAR, TERBUKTI, leap, HARI).informasi
    assert one.dik.akhir == date(2033, 2, 28)


def test_an_end_is_told_of_from_the_first_day_of_warning_and_not_before() -> None:
    first = date(2031, 7, 10)

    with pytest.raises(BelumWaktunya, match="19 November 2031"):
        jalan_dik.near_end(excluded(), first, first - SEHARI, MESIN)
    assert jalan_dik.near_end(excluded(), first, first, MESIN).informasi.keadaan == "akan_berakhir"


def test_a_term_that_ended_opens_by_itself_the_day_after_its_last_and_not_before() -> None:
    for one in (excluded(), walked("near_end", start=excluded())):
        assert not jalan_dik.is_due(one, AKHIR)
        with pytest.raises(BelumWaktunya):
            jalan_dik.open_by_term(one, AKHIR, MESIN)
        assert jalan_dik.is_due(one, AKHIR + SEHARI)
        opened = jalan_dik.open_by_term(one, AKHIR + SEHARI, MESIN)
        assert opened.informasi.keadaan == "terbuka"
        assert opened.riwayat.siapa == "mesin"
        assert not jalan_dik.is_due(opened.informasi, AKHIR + SEHARI)


@pytest.mark.parametrize(
    "jangka", [Jangka("sampai_peristiwa", peristiwa="selesainya penyidikan"), Jangka("pribadi")]
)
def test_what_no_calendar_ends_is_opened_by_persons_and_never_by_the_machine(
    jangka: Jangka,
) -> None:
    one = replace(excluded(), dik=replace(BARIS, jangka=jangka, mulai=SK.tanggal))

    with pytest.raises(BelumWaktunya, match="tidak berakhir pada suatu tanggal"):
        jalan_dik.open_by_term(one, date(2099, 1, 1), MESIN)
    with pytest.raises(BelumWaktunya):
        jalan_dik.near_end(one, HARI, date(2099, 1, 1), MESIN)
    assert walked("open_by_decision", start=one).keadaan == "terbuka"


@pytest.mark.parametrize("penyetuju", ["", "Pimpinan Contoh", "mesin"])
def test_one_person_alone_opens_nothing_before_its_term(penyetuju: str) -> None:
    with pytest.raises(PerluDuaOrang):
        jalan_dik.open_by_decision(excluded(), DENGAN_SK, penyetuju)
    with pytest.raises(PerluDuaOrang):
        jalan_dik.open_by_decision(excluded(), replace(DENGAN_SK, siapa="mesin"), "Orang Kedua")


def test_who_opened_before_the_term_is_told_with_who_agreed() -> None:
    line = jalan_dik.open_by_decision(excluded(), DENGAN_SK, "Orang Kedua").riwayat

    assert line.siapa == "Pimpinan Contoh"
    assert "disetujui Orang Kedua" in line.alasan
    assert line.sk == SK.nomor


def test_an_exclusion_is_extended_only_by_another_decree_and_for_a_term_the_law_allows() -> None:
    near = walked("near_end", start=excluded())

    with pytest.raises(PengecualianBelumTerbukti, match="keputusan yang baru"):
        jalan_dik.extend(near, Jangka("tahun", 2), DENGAN_SK)
    with pytest.raises(BarisDikKurang, match="paling lama 30"):
        jalan_dik.extend(near, Jangka("tahun", 31), DENGAN_SK_LAIN)
    after = walked("extend", start=near)
    assert (after.keadaan, after.sk) == ("dikecualikan", SK_LAIN)
    assert after.dik.akhir == date(2033, 11, 17)
    with pytest.raises(TidakDapatBeralih):
        walked("extend", start=excluded())


def test_what_is_open_by_law_enters_the_list_only_after_a_person_chose_its_file() -> None:
    opened = walked("open_by_term", start=excluded())

    for kategori, sidik, who in (
        ("", "d" * 64, PETUGAS),
        ("dikecualikan", "d" * 64, PETUGAS),
        ("berkala", "", PETUGAS),
        ("berkala", "d" * 64, MESIN),
    ):
        with pytest.raises(PerluOrang):
            jalan_dik.confirm_opened(opened, kategori, sidik, who, HARI)
    with pytest.raises(TidakDapatBeralih):
        jalan_dip.verify(opened, PETUGAS, HARI)
    after = walked("confirm_opened", start=opened)
    assert (after.keadaan, after.kategori) == ("terverifikasi", "setiap_saat")
    assert "23 November 2026" in after.pelengkap.dasar


def test_what_is_opened_and_lacks_an_element_says_so() -> None:
    bare = replace(excluded(), unsur=replace(UTUH.unsur, tempat=""))

    with pytest.raises(BelumLengkap):
        walked("open_by_term", "confirm_opened", start=bare)
    opened = walked("open_by_term", start=bare)
    after = jalan_dik.confirm_opened(opened, "berkala", "d" * 64, PETUGAS, HARI, UTUH.unsur)
    assert after.informasi.keadaan == "terverifikasi"


def test_what_is_found_open_by_its_test_keeps_nothing_of_the_line_it_had() -> None:
    one = replace(in_test(), dik=BARIS)

    after = walked("drop", start=one)

    assert (after.keadaan, after.dik.ringkasan) == ("usulan", "")
