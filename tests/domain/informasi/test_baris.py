"""What the two lists print of a line, and what they never do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.domain.dip import LAJUR
from service.domain.informasi.baris import (
    LAJUR_DIK,
    BelumTerverifikasi,
    BukanUntukDik,
    dik_row,
    dip_row,
    in_order,
)
from service.domain.informasi.dik import BelumDibacaAman
from service.domain.informasi.keadaan import KEADAAN, TERTUTUP
from service.domain.informasi.lengkap import BukanUntukDip
from service.domain.informasi.sumbu import BILAH, KATEGORI_DIP, KEAMANAN
from service.domain.informasi.unsur import Sk
from tests.domain.informasi.contoh import LETAK, UTUH, excluded

TERBIT = replace(UTUH, keadaan="terbit")


def test_a_line_of_the_dip_has_the_seven_columns_but_its_number() -> None:
    row = dip_row(TERBIT)

    assert set(LAJUR) - {"no"} <= set(row)
    assert row["kode"] == "H7T-3RE-45R"
    assert row["waktu_tempat"] == "Kota Contoh, 2024"
    assert row["bentuk"] == "Cetak dan Elektronik"
    assert row["retensi"] == "Aktif: 2 tahun; Inaktif: 3 tahun; Musnah"


def test_a_line_of_the_dik_has_its_five_columns_and_nothing_of_the_file() -> None:
    one = replace(excluded(), letak=LETAK, pelengkap=replace(UTUH.pelengkap, file="berkas-x"))

    row = dik_row(one)

    assert set(LAJUR_DIK) - {"no"} <= set(row)
    assert row["jangka"] == "5 (lima) tahun, sampai dengan 19 November 2031"
    told = " ".join(row.values())
    for secret in (LETAK.dokumen, LETAK.sidik, LETAK.bagian, "berkas-x", UTUH.pelengkap.sidik):
        assert secret not in told
    assert UTUH.unsur.ringkasan not in told


def test_a_piece_keeps_its_code_from_one_list_to_the_other() -> None:
    assert dik_row(excluded())["kode"] == dip_row(TERBIT)["kode"]


@pytest.mark.parametrize("keadaan", sorted(TERTUTUP | {"terbuka"}))
def test_what_is_withheld_has_no_row_in_the_dip(keadaan: str) -> None:
    with pytest.raises(BukanUntukDip):
        dip_row(replace(UTUH, keadaan=keadaan))


@pytest.mark.parametrize("keadaan", ["usulan", "dimutakhirkan", "dicabut"])
def test_words_that_nobody_verified_have_no_row(keadaan: str) -> None:
    with pytest.raises(BelumTerverifikasi):
        dip_row(replace(UTUH, keadaan=keadaan))


def test_a_category_of_its_own_making_has_no_row() -> None:
    with pytest.raises(BukanUntukDip):
        dip_row(replace(TERBIT, kategori="dikecualikan"))


@pytest.mark.parametrize("keadaan", sorted(set(KEADAAN) - {"dikecualikan", "akan_berakhir"}))
def test_only_what_a_decree_withholds_has_a_row_in_the_dik(keadaan: str) -> None:
    with pytest.raises(BukanUntukDik):
        dik_row(replace(excluded(), keadaan=keadaan))


def test_a_row_of_the_dik_wants_its_decree_and_somebody_who_read_it() -> None:
    with pytest.raises(BukanUntukDik):
        dik_row(replace(excluded(), sk=Sk()))
    with pytest.raises(BelumDibacaAman):
        dik_row(replace(excluded(), dik=replace(excluded().dik, dibaca="")))


def test_no_row_of_the_dip_names_what_its_copy_was_blacked_out_in() -> None:
    copy = replace(TERBIT, salinan_dari="zz-asal-zz", letak=LETAK)

    told = " ".join(dip_row(copy).values())

    assert "zz-asal-zz" not in told
    assert LETAK.dokumen not in told


def test_the_list_stands_under_its_bars_and_its_order_does_not_depend_on_what_came_first() -> None:
    lines = [
        replace(TERBIT, kode="k3", kategori="setiap_saat"),
        replace(TERBIT, kode="k2", unsur=replace(UTUH.unsur, penguasa="Bagian Arsip Contoh")),
        replace(TERBIT, kode="k1", kategori="serta_merta"),
        replace(TERBIT, kode="k0"),
    ]

    assert [one.kode for one in in_order(lines)] == ["k2", "k0", "k1", "k3"]
    assert in_order(lines[::-1]) == in_order(lines)


def test_the_two_axes_share_no_word_and_the_bars_are_those_of_the_law() -> None:
    assert list(BILAH) == list(KATEGORI_DIP) == ["berkala", "serta_merta", "setiap_saat"]
    assert set(KEAMANAN) == {"biasa", "terbatas", "rahasia", "sangat_rahasia"}
    assert not set(KEAMANAN) & set(KATEGORI_DIP)
    assert "dikecualikan" not in {**BILAH, **KEAMANAN}
