"""A line comes to the public by verification, decree and edition, and by no side door."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.domain.informasi import jalan_dik, jalan_dip
from service.domain.informasi.jalan_dip import (
    FileTidakBolehTerbuka,
    SudahDikembalikan,
    TidakDapatDiubah,
)
from service.domain.informasi.keadaan import (
    KEADAAN,
    TidakDapatBeralih,
)
from service.domain.informasi.lengkap import BelumLengkap
from service.domain.informasi.riwayat import AlasanKurang, SkBelumSah
from tests.domain.informasi.contoh import (
    BARIS,
    BERALASAN,
    DENGAN_SK,
    HARI,
    LEMBAR,
    PETUGAS,
    SK,
    TERBUKTI,
    UTUH,
    excluded,
    in_test,
)
from tests.domain.informasi.contoh_jalan import (
    SEHARI,
    walked,
)


def test_a_line_comes_to_the_public_in_four_steps() -> None:
    one = walked("verify", "establish", "publish")

    assert (one.keadaan, one.tampak) == ("terbit", True)
    assert (one.terbit_pada, one.sk) == (HARI, SK)
    assert one.kode == UTUH.kode


def test_what_lacks_an_element_is_neither_verified_nor_established() -> None:
    bare = replace(UTUH, unsur=replace(UTUH.unsur, tempat=""))

    with pytest.raises(BelumLengkap):
        jalan_dip.verify(bare, PETUGAS, HARI)
    with pytest.raises(BelumLengkap):
        jalan_dip.establish(replace(bare, keadaan="terverifikasi"), DENGAN_SK, HARI)


@pytest.mark.parametrize(
    "sk",
    [
        replace(SK, nomor=""),
        replace(SK, tanggal=None),
        replace(SK, ditandatangani=False),
    ],
)
def test_without_a_signed_decree_nothing_is_established_excluded_or_opened(sk: object) -> None:
    unsigned = replace(DENGAN_SK, sk=sk)

    with pytest.raises(SkBelumSah):
        jalan_dip.establish(walked("verify"), unsigned, HARI)
    with pytest.raises(SkBelumSah):
        jalan_dik.exclude(in_test(), BARIS, LEMBAR, TERBUKTI, unsigned, HARI)
    with pytest.raises(SkBelumSah):
        jalan_dik.open_by_decision(excluded(), unsigned, "Orang Kedua")
    with pytest.raises(SkBelumSah):
        jalan_dip.publish(replace(walked("verify", "establish"), sk=sk), PETUGAS, HARI, ())


def test_whose_file_lies_closed_is_not_published_and_the_file_is_not_named() -> None:
    with pytest.raises(FileTidakBolehTerbuka) as said:
        jalan_dip.publish(walked("verify", "establish"), PETUGAS, HARI, {"f" * 64})
    assert "f" * 8 not in str(said.value)


@pytest.mark.parametrize("alasan", ["", "  ", "salah", "          -"])
def test_sending_back_withdrawing_and_withholding_want_a_reason(alasan: str) -> None:
    silent = replace(PETUGAS, alasan=alasan)

    with pytest.raises(AlasanKurang):
        jalan_dip.send_back(walked("verify"), silent)
    with pytest.raises(AlasanKurang):
        jalan_dip.withdraw(UTUH, silent)
    with pytest.raises(AlasanKurang):
        jalan_dik.propose_exclusion(UTUH, silent)
    with pytest.raises(AlasanKurang):
        jalan_dik.drop(in_test(), silent)


def test_words_written_in_after_the_verification_are_verified_anew() -> None:
    other = replace(UTUH.unsur, ringkasan="Laporan keuangan contoh yang diperbaiki")

    after = jalan_dip.write_in(walked("verify"), PETUGAS, unsur=other)

    assert after.informasi.keadaan == "usulan"
    assert after.riwayat.ruas == ("ringkasan",)
    same = jalan_dip.write_in(walked("verify"), PETUGAS, unsur=UTUH.unsur)
    assert same.informasi.keadaan == "terverifikasi"


@pytest.mark.parametrize(
    "keadaan", sorted(set(KEADAAN) - {"usulan", "terverifikasi", "dimutakhirkan"})
)
def test_what_was_established_or_withheld_is_not_written_in(keadaan: str) -> None:
    with pytest.raises(TidakDapatDiubah, match="Tidak ada yang diubah"):
        jalan_dip.write_in(replace(UTUH, keadaan=keadaan), PETUGAS, kategori="setiap_saat")


def test_what_is_renewed_stays_before_the_public_until_the_new_words_are_published() -> None:
    one = walked("verify", "establish", "publish", "renew")
    assert (one.keadaan, one.tampak) == ("dimutakhirkan", True)

    one = jalan_dip.write_in(one, PETUGAS, kategori="setiap_saat").informasi
    one = walked("verify", "send_back", start=one)
    assert (one.keadaan, one.tampak) == ("dimutakhirkan", True)
    later = HARI + SEHARI
    one = walked("verify", "establish", start=one)
    one = jalan_dip.publish(one, PETUGAS, later, ()).informasi
    assert (one.keadaan, one.terbit_pada, one.dimutakhirkan_pada) == ("terbit", HARI, later)


def test_what_was_withdrawn_comes_back_only_as_a_fresh_proposal_under_its_code() -> None:
    one = walked("verify", "establish", "publish", "withdraw")
    assert (one.keadaan, one.tampak) == ("dicabut", False)

    again = walked("propose_again", start=one)

    assert (again.keadaan, again.kode, again.tampak) == ("usulan", UTUH.kode, False)
    assert not again.sk.sah
    assert not walked("verify", start=again).tampak


def test_what_was_sent_back_waits_for_its_unit_to_write_or_to_say_why_it_is_right() -> None:
    back = jalan_dip.send_back(UTUH, BERALASAN)

    assert (back.informasi.keadaan, back.informasi.dikembalikan) == ("usulan", True)
    assert back.riwayat.kata == "Dikembalikan kepada unitnya"
    assert not back.riwayat.menulis
    with pytest.raises(SudahDikembalikan):
        jalan_dip.send_back(back.informasi, BERALASAN)
    other = replace(UTUH.unsur, ringkasan="Laporan keuangan contoh yang diperbaiki")
    wrote = jalan_dip.write_in(back.informasi, PETUGAS, unsur=other)
    assert not wrote.informasi.dikembalikan
    assert wrote.riwayat.menulis
    with pytest.raises(AlasanKurang):
        jalan_dip.hand_in_again(back.informasi, PETUGAS)
    again = jalan_dip.hand_in_again(back.informasi, BERALASAN)
    assert (again.informasi.dikembalikan, again.riwayat.kata) == (False, "Diajukan lagi")
    with pytest.raises(TidakDapatBeralih):
        jalan_dip.hand_in_again(again.informasi, BERALASAN)
