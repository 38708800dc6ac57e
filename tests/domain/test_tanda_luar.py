"""What the box tells of signatures is believed only in its shape."""

from __future__ import annotations

import json
from typing import Any

import pytest

from service.domain.bacaan_luar import BacaanAneh
from service.domain.tanda_luar import SEBANYAK, TERPANJANG, read
from service.domain.tanda_tangan import Masa, Pencabutan, Rantai, Ubahan

SERTIFIKAT = {
    "pemilik": "Contoh Kepala",
    "penerbit": "Akar Contoh",
    "sidik": "aa" * 32,
    "dari": "2026-01-01T00:00:00+00:00",
    "sampai": "2028-01-01T00:00:00+00:00",
}
TANDA = {
    "kolom": "kepala",
    "cap_waktu": False,
    "ujung": 2_000,
    "menyeluruh": True,
    "utuh": True,
    "terjaga": True,
    "rantai": "akar",
    "masa": "berlaku",
    "pencabutan": "tidak",
    "sertifikat": SERTIFIKAT,
    "waktu": "2026-11-22T08:00:00+07:00",
    "waktu_terbukti": True,
}
BACAAN: dict[str, Any] = {
    "ganjil": "",
    "tanda": [TANDA],
    "revisi": [{"mulai": 1_900, "ubahan": "isian", "kolom": ["kepala"]}],
    "kolom": ["kepala"],
    "kotak_terluas": 0.01,
    "kosong_bergambar": False,
}


def told(**odd: object) -> bytes:
    return json.dumps({**BACAAN, **odd}).encode()


def with_signature(**odd: object) -> bytes:
    return told(tanda=[{**TANDA, **odd}])


def test_a_whole_answer_is_taken_over() -> None:
    found = read(told(), 2_000)

    (one,) = found.tanda
    assert (one.rantai, one.masa, one.pencabutan) == (Rantai.AKAR, Masa.BERLAKU, Pencabutan.TIDAK)
    assert one.waktu is not None
    assert one.waktu.hour == 1
    assert found.revisi[0].ubahan is Ubahan.ISIAN
    assert not found.awalan_sama  # that is looked at outside


def test_what_could_not_be_read_says_why_in_a_word_we_know() -> None:
    assert read(b'{"ganjil": "hibrida"}', 9).ganjil == "hibrida"
    assert read(b'{"ganjil": "<b>apa saja</b>"}', 9).ganjil == "pembaca_gugur"


@pytest.mark.parametrize(
    "odd",
    [
        b"",
        b"[]",
        b"null",
        b'"akar"',
        told(tanda={}),
        told(tanda=[TANDA] * (SEBANYAK + 1)),
        told(revisi=[{"mulai": 1, "ubahan": "apa saja", "kolom": []}]),
        told(kotak_terluas="0"),
        told(kotak_terluas=-1),
        told(kotak_terluas=True),
        told(kosong_bergambar=0),
        with_signature(utuh=1),
        with_signature(utuh="false"),
        with_signature(menyeluruh=None),
        with_signature(rantai="dipercaya"),
        with_signature(pencabutan=""),
        with_signature(ujung="2000"),
        with_signature(waktu="kemarin"),
        with_signature(sertifikat={**SERTIFIKAT, "pemilik": 7}),
        with_signature(sertifikat={}),
    ],
)
def test_an_answer_that_no_reader_of_ours_gives_is_none(odd: bytes) -> None:
    with pytest.raises(BacaanAneh):
        read(odd, 2_000)


def test_a_name_is_cut_where_no_name_is_so_long() -> None:
    (one,) = read(with_signature(kolom="x" * 9_000), 2_000).tanda

    assert len(one.kolom) == TERPANJANG
