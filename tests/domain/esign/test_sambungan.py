"""The service is reached sealed, by an address that holds no secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.domain.esign.sambungan import connection

SANDI = "salak pondoh"


def test_an_address_is_a_machine_and_perhaps_a_path() -> None:
    one = connection("https://esign.contoh.go.id/layanan/", "aplikasi", SANDI)

    assert (one.mesin, one.port, one.tls, one.jalur) == (
        "esign.contoh.go.id",
        443,
        True,
        "/layanan",
    )
    assert connection("https://esign.contoh.go.id:8443", "a", "b").port == 8443


def test_its_password_is_not_shown() -> None:
    assert SANDI not in repr(connection("https://esign.contoh.go.id", "aplikasi", SANDI))


@pytest.mark.parametrize("near", ["http://localhost:8080", "http://127.0.0.1"])
def test_only_this_very_machine_is_reached_without_a_seal(near: str) -> None:
    assert not connection(near, "aplikasi", SANDI).tls


@pytest.mark.parametrize(
    ("alamat", "kata"),
    [
        ("http://esign.contoh.go.id", "harus https://"),
        ("http://10.0.0.5", "harus https://"),
        ("ftp://esign.contoh.go.id", "harus berupa https://"),
        ("esign.contoh.go.id", "harus berupa https://"),
        ("https://aplikasi:salak@esign.contoh.go.id", "diisi tersendiri"),
        ("https://esign.contoh.go.id/?kunci=salak", "diisi tersendiri"),
        ("https://esign.contoh.go.id/a b", "jalur"),
        ("https://esign.contoh.go.id/a\r\nX: y", "jalur"),
        ("https://esign.contoh.go.id:99999", "tidak terbaca"),
        ("https://[::1", "tidak terbaca"),
    ],
)
def test_an_address_that_will_not_do_says_why(alamat: str, kata: str) -> None:
    with pytest.raises(ValueError, match=kata) as told:
        connection(alamat, "aplikasi", SANDI)
    assert "salak" not in str(told.value)


@pytest.mark.parametrize(("nama", "sandi"), [("", "b"), ("a", ""), ("a:b", "c"), ("a", "b\r\nc")])
def test_a_name_or_password_that_no_head_can_hold_is_refused(nama: str, sandi: str) -> None:
    with pytest.raises(ValueError, match="harus diisi"):
        connection("https://esign.contoh.go.id", nama, sandi)


def test_a_certificate_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="tidak ada"):
        connection("https://esign.contoh.go.id", "a", "b", tmp_path / "tidak.pem")
