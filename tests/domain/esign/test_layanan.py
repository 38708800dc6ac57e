"""The office says once which service it has; what it says wrongly is told without its secret."""

from __future__ import annotations

import pytest

from service.domain.esign.layanan import Akun, account, service

AKUN = Akun("berkas", "salak: pondoh")
ALAMAT = "https://esign.contoh.go.id/layanan"


def test_an_address_says_which_version_and_how_it_differs() -> None:
    one = service(f"{ALAMAT}?versi=1&ukuran=asli&letak=pagar", AKUN)
    assert (one.versi, one.letak, one.sambungan.ukuran_asli) == (1, "pagar", True)
    assert one.sambungan.jalur == "/layanan"

    two = service(f"{ALAMAT}?versi=2&totp=otp", AKUN)
    assert (two.versi, two.letak, two.sambungan.ruas_totp) == (2, "kotak", "otp")
    assert two.kode_banyak
    assert not service(f"{ALAMAT}?versi=2&kode=satu", AKUN).kode_banyak


def test_a_password_may_hold_a_colon_and_is_shown_nowhere() -> None:
    akun = account("berkas:salak: pondoh\n")

    assert akun == AKUN
    assert "salak" not in repr(akun)
    assert "salak" not in repr(service(f"{ALAMAT}?versi=1", akun))


@pytest.mark.parametrize(
    ("alamat", "kata"),
    [
        (ALAMAT, r"\?versi=1 atau \?versi=2"),
        (f"{ALAMAT}?versi=3", r"\?versi=1 atau \?versi=2"),
        (f"{ALAMAT}?versi=2&kunci=1", "'kunci' tidak dikenal"),
        (f"{ALAMAT}?versi=2&letak=tengah", "letak= harus salah satu dari kotak, pagar"),
        (f"{ALAMAT}?versi=2&ukuran=besar", "ukuran="),
        (f"{ALAMAT}?versi=2&ca=/tidak/ada", "tidak ada"),
        ("http://esign.contoh.go.id?versi=2", "harus https://"),
    ],
)
def test_an_address_that_will_not_do_says_why(alamat: str, kata: str) -> None:
    with pytest.raises(ValueError, match=kata) as told:
        service(alamat, AKUN)
    assert "salak" not in str(told.value)


@pytest.mark.parametrize("isi", ["", "berkas", ":salak", "berkas:", "berkas:sa\nlak", "a\x00:b"])
def test_an_account_is_one_line_of_name_and_password(isi: str) -> None:
    with pytest.raises(ValueError, match="nama:sandi") as told:
        account(isi)
    assert "lak" not in str(told.value)
