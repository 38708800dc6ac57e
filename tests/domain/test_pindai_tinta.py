"""What a scan of a paper signed in ink is, by the codes and the ink on its pages."""

from __future__ import annotations

import pytest

from service.domain import pindai_tinta as p
from service.domain.pindai_tinta import Cetakan, LembarPindai, judge

TIGA = Cetakan("tokencontoh", 2, 3, (1,))


def lembar(n: int, ajuan: int = 2, token: str = "tokencontoh", **other: object) -> LembarPindai:
    kode = (f"https://ppid.contoh.go.id/v/{token}/{ajuan}.{n}",)
    return LembarPindai(**{"kode": kode, "dpi": 300, **other})  # type: ignore[arg-type]


def signed(n: int) -> LembarPindai:
    return lembar(n, tinta=((1, p.ADA),))


UTUH = (lembar(1), lembar(2), signed(3))
KOSONG = LembarPindai(kosong=True)


def test_every_page_once_in_order_with_ink_is_taken() -> None:
    assert judge(UTUH, TIGA).hasil == p.LENGKAP
    assert judge(UTUH, TIGA).diterima


def test_who_signs_below_the_appendix_too_signs_at_both_places() -> None:
    print_ = Cetakan("tokencontoh", 2, 3, (1, 1))
    both = lembar(2, tinta=((1, p.ADA),))

    assert judge((lembar(1), both, signed(3)), print_).hasil == p.LENGKAP
    left_out = lembar(3, tinta=((1, p.TIADA),))
    assert judge((lembar(1), both, left_out), print_).hasil == p.TANPA_TINTA
    assert judge((lembar(1), both, lembar(3)), print_).hasil == p.TINTA_RAGU
    missing = judge((lembar(1), both, left_out), print_)
    assert "ke-1 di halaman 3 tidak terlihat tinta" in missing.ditemukan[0]


def test_blank_backs_between_the_pages_do_not_count() -> None:
    both = [page for one in UTUH for page in (one, KOSONG)]
    assert judge(both, TIGA).diterima


@pytest.mark.parametrize(
    ("pages", "hasil", "kata"),
    [
        ((signed(3), lembar(2), lembar(1)), p.SALAH_URUT, "3, 2, 1"),
        ((lembar(1), signed(3), lembar(2)), p.SALAH_URUT, "1, 3, 2"),
        ((lembar(1), signed(3)), p.KURANG, "Halaman 2 naskah tidak ada"),
        ((signed(3),), p.KURANG, "Halaman 1, 2 naskah"),
        ((*UTUH, lembar(2)), p.GANDA, "Halaman 2 naskah"),
        ((lembar(1), lembar(1), signed(3)), p.GANDA, "Halaman 1 naskah"),
        ((lembar(1, 1), lembar(2, 1), lembar(3, 1)), p.VERSI_LAMA, "cetakan ke-1"),
        ((lembar(1), lembar(2, 1), signed(3)), p.VERSI_LAMA, "Halaman 2 pindaian"),
        ((*UTUH, lembar(1, token="lain")), p.NASKAH_LAIN, "Halaman 4 pindaian"),
        ((*UTUH, lembar(4)), p.NASKAH_LAIN, "bukan halaman naskah ini"),
        ((lembar(1), LembarPindai(), signed(3)), p.TANPA_KODE, "Halaman 2 pindaian"),
        ((lembar(1), LembarPindai(kabur=True), signed(3)), p.KODE_KABUR, "di halaman 2 pindaian"),
        ((lembar(1), LembarPindai(gelap=True), signed(3)), p.TAK_TERBACA, "hitam"),
        ((lembar(1), lembar(2, dpi=150), signed(3)), p.TAK_TERBACA, "150 titik per inci"),
        ((KOSONG, KOSONG), p.TAK_TERBACA, "Tidak ada tulisan"),
        ((), p.TAK_TERBACA, "Tidak ada tulisan"),
        ((lembar(1), lembar(2), lembar(3, tinta=((1, p.TIADA),))), p.TANPA_TINTA, "ke-1"),
        ((lembar(1), lembar(2), lembar(3, tinta=((1, p.RAGU),))), p.TINTA_RAGU, "ke-1"),
        ((lembar(1), lembar(2), lembar(3)), p.TINTA_RAGU, "ke-1"),
    ],
)
def test_anything_else_is_for_a_person_who_is_told_what_and_where(
    pages: tuple[LembarPindai, ...], hasil: str, kata: str
) -> None:
    said = judge(pages, TIGA)

    assert said.hasil == hasil
    assert not said.diterima
    assert kata in " ".join(said.ditemukan)


def test_two_codes_on_one_page_are_for_a_person() -> None:
    both = LembarPindai(kode=(*lembar(3).kode, *lembar(2).kode), dpi=300, tinta=((1, p.ADA),))

    assert judge((lembar(1), lembar(2), both), TIGA).hasil == p.DUA_KODE


def test_the_code_of_something_else_on_a_page_of_ours_does_not_matter() -> None:
    beside = LembarPindai(("https://contoh.go.id", *lembar(3).kode), dpi=300, tinta=((1, p.ADA),))

    assert judge((lembar(1), lembar(2), beside), TIGA).diterima
    assert judge((LembarPindai(("https://contoh.go.id",)),), TIGA).hasil == p.TANPA_KODE


def test_each_who_signs_leaves_ink() -> None:
    two = Cetakan("tokencontoh", 2, 3, (1, 2))

    assert judge(UTUH, two).hasil == p.TINTA_RAGU
    both = lembar(3, tinta=((1, p.ADA), (2, p.ADA)))
    assert judge((*UTUH[:2], both), two).diterima
    one = lembar(3, tinta=((1, p.ADA), (2, p.TIADA)))
    assert judge((*UTUH[:2], one), two).hasil == p.TANPA_TINTA


def test_a_print_whose_places_nobody_knows_is_for_a_person() -> None:
    assert judge(UTUH, Cetakan("tokencontoh", 2, 3, ())).hasil == p.TINTA_RAGU


def test_all_that_is_amiss_is_told_and_the_gravest_decides() -> None:
    said = judge((lembar(1, 1), LembarPindai(), lembar(3, token="lain")), TIGA)

    assert said.hasil == p.NASKAH_LAIN
    assert len(said.ditemukan) == 3
