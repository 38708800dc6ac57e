"""Where a part is withheld, the rest is open: a place in a document, and the blacked-out copy."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import from_bits
from service.domain.informasi.letak import HalamanKeliru, Letak, read_halaman
from service.domain.informasi.salinan import BukanSebagian, MasihAslinya, copied
from service.domain.informasi.unsur import Pelengkap
from tests.domain.informasi.contoh import LETAK, UTUH, excluded

SALINAN = Pelengkap(sidik="c" * 64, ukuran=9_000)


def copy_of(asal: Informasi, **more: Any) -> Informasi:
    told: dict[str, Any] = {
        "id_": "b" * 26,
        "kode": from_bits(b"kode contoh lain"),
        "unsur": UTUH.unsur,
        "pelengkap": SALINAN,
        "kategori": "setiap_saat",
    }
    return copied(asal, **{**told, **more})


def test_the_copy_is_an_open_line_of_its_own_that_knows_what_it_is_the_copy_of() -> None:
    asal = excluded()

    one = copy_of(asal)

    assert (one.keadaan, one.kategori, one.unit) == ("usulan", "setiap_saat", asal.unit)
    assert one.salinan_dari == asal.id
    assert one.kode != asal.kode
    assert not one.tertutup
    assert one.letak == Letak()
    assert one.dik.ringkasan == ""


def test_the_document_itself_is_never_taken_for_its_copy() -> None:
    asal = replace(excluded(), pelengkap=Pelengkap(sidik="9" * 64))
    for sidik in (LETAK.sidik, "9" * 64, ""):
        with pytest.raises(MasihAslinya, match="Tidak ada yang diubah"):
            copy_of(asal, pelengkap=Pelengkap(sidik=sidik))


def test_what_is_withheld_wholly_or_not_yet_has_no_open_copy() -> None:
    whole = replace(excluded(), letak=Letak("Laporan audit contoh", "e" * 64))
    for asal in (whole, UTUH, replace(excluded(), keadaan="diuji")):
        with pytest.raises(BukanSebagian):
            copy_of(asal)


@pytest.mark.parametrize(
    ("ditulis", "halaman"),
    [
        ("3-5, 8", ((3, 5), (8, 8))),
        ("hal. 3 s/d 5", ((3, 5),)),
        ("8; 3–5 dan 1", ((1, 1), (3, 5), (8, 8))),
        ("1-3, 4, 2-6", ((1, 6),)),
        ("", ()),
    ],
)
def test_pages_are_read_in_order_and_none_twice(
    ditulis: str, halaman: tuple[tuple[int, int], ...]
) -> None:
    assert read_halaman(ditulis) == halaman


@pytest.mark.parametrize("ditulis", ["0", "5-3", "lampiran", "3-", "1-99999", "-2", "3 5", "1e3"])
def test_pages_that_nobody_can_turn_to_are_refused(ditulis: str) -> None:
    with pytest.raises(HalamanKeliru, match="misalnya 3-5, 8"):
        read_halaman(ditulis)


def test_a_place_is_told_in_one_line() -> None:
    assert Letak("Laporan", "", "lampiran 2", read_halaman("3-5,8")).kata == (
        "Laporan, bagian lampiran 2, halaman 3-5, 8"
    )
    assert not Letak("Laporan").sebagian
    assert Letak("Laporan", halaman=((1, 1),)).sebagian
