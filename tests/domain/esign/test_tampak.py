"""A signature that is to be seen has a place, and something to see."""

from __future__ import annotations

import pytest

from service.domain.esign.letak import Halaman, Letak
from service.domain.esign.tampak import TAK_TAMPAK, Tampak, TampakTidakLengkap, require

A4, KOTAK = Halaman(595, 842), Letak(1, 10, 10, 100, 50)
PNG, JPEG = b"\x89PNG\r\n\x1a\n-", b"\xff\xd8\xff-"


def test_a_signature_need_not_be_seen() -> None:
    require(TAK_TAMPAK, boleh_tautan=False)
    assert not TAK_TAMPAK.terlihat


def test_a_picture_stands_in_a_box_or_at_a_mark() -> None:
    require(Tampak(KOTAK, A4, gambar=PNG), boleh_tautan=False)
    require(Tampak(penanda="#", gambar=JPEG), boleh_tautan=False)
    assert Tampak(gambar=PNG).jenis_gambar == "png"
    assert Tampak(gambar=JPEG).jenis_gambar == "jpeg"


def test_only_a_service_that_draws_the_qr_takes_an_address_for_it() -> None:
    seen = Tampak(KOTAK, A4, tautan="https://ppid.contoh.go.id/v/x")

    require(seen, boleh_tautan=True)
    with pytest.raises(TampakTidakLengkap, match="gambarnya belum ada"):
        require(seen, boleh_tautan=False)


@pytest.mark.parametrize(
    ("bad", "kata"),
    [
        (Tampak(KOTAK, A4, penanda="#", gambar=PNG), "jangan dua-duanya"),
        (Tampak(KOTAK, gambar=PNG), "ukuran halamannya"),
        (Tampak(penanda="%", gambar=PNG), "harus # atau"),
        (Tampak(KOTAK, A4, gambar=b"GIF89a"), "PNG atau JPEG"),
        (Tampak(KOTAK, A4), "gambarnya belum ada"),
    ],
)
def test_what_is_missing_is_said_before_anything_is_sent(bad: Tampak, kata: str) -> None:
    with pytest.raises(TampakTidakLengkap, match=kata):
        require(bad, boleh_tautan=True)
