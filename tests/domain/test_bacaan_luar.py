"""What a reader says that was taken over by its file: the hallway goes on, and so does the row."""

from __future__ import annotations

import json
from typing import Any

import pytest

from service.domain.bacaan_luar import CABANG, TERBESAR, BacaanAneh, parsed, read
from service.domain.batas import Batas

BAIK: dict[str, Any] = {
    "mime": "application/pdf",
    "halaman": 2,
    "teks": ["satu", "dua"],
    "temuan": [["kembar", "halaman 1"]],
    "metadata": {"penulis": "Contoh"},
    "anggota": [["a.txt", 3]],
    "tanda": ["x"],
    "perlu_ocr": [2],
}


def told(**changed: object) -> bytes:
    return json.dumps(BAIK | changed).encode()


def test_a_reading_is_what_the_reader_said():
    one = read(told(), Batas())

    assert (one.mime, one.halaman, one.teks, one.perlu_ocr) == (
        "application/pdf",
        2,
        ("satu", "dua"),
        (2,),
    )
    assert [(a.nama, a.ukuran) for a in one.anggota] == [("a.txt", 3)]
    assert one.metadata == {"penulis": "Contoh"}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"mime":' * 50_000,
        b"[" + b"[]," * (CABANG + 1) + b"[]]",
        b" " * (TERBESAR + 1),
        told(teks="satu"),
        told(teks=[1]),
        told(teks=[["satu"]]),
        told(temuan=[["kembar"]]),
        told(temuan=[{"a": 1}]),
        told(temuan={"kembar": ""}),
        told(halaman=float("inf")),
        told(halaman=float("nan")),
        told(halaman="2"),
        told(halaman=True),
        told(halaman=None),
        told(anggota=[["a"]]),
        told(anggota=[["a", float("inf")]]),
        told(anggota=[[b"a".hex(), []]]),
        told(metadata=[]),
        told(metadata={"penulis": ["x"]}),
        told(tanda=[{}]),
        told(perlu_ocr={"1": 1}),
        b'{"mime": "a/b", "halaman": ' + b"9" * 6000 + b"}",
    ],
    ids=range(27),
)
def test_what_no_reader_of_ours_says_is_refused_in_one_way(raw: bytes):
    with pytest.raises(BacaanAneh):
        read(raw, Batas())


def test_no_text_comes_out_that_a_ledger_could_not_keep():
    odd = "a\0b\ud800c"
    one = read(
        told(
            teks=[odd],
            metadata={odd: odd},
            anggota=[[odd, -5]],
            tanda=[odd],
            temuan=[["kembar", odd], ["tak_ada_kode_ini", ""]],
            mime=odd,
        ),
        Batas(),
    )

    every = [*one.teks, *one.metadata, *one.metadata.values(), *one.tanda, one.mime]
    every += [a.nama for a in one.anggota] + [t.di for t in one.temuan]
    assert all(word.encode().decode() == word and "\0" not in word for word in every)
    assert [t.kode for t in one.temuan] == ["kembar"]
    assert one.anggota[0].ukuran == 0
    assert one.mime == "application/octet-stream"


def test_nothing_comes_out_that_is_more_than_the_house_works_on():
    one = read(
        told(
            teks=["x" * 300_000] * 40,
            metadata={str(n): "y" * 500 for n in range(5_000)},
            anggota=[["a", 10**30]] * 20_000,
            tanda=["z" * 10_000] * 100,
            perlu_ocr=[-1, 0, 2, 2, 10**15, *range(10_000)],
            halaman=10**18,
            temuan=[["kembar", str(n)] for n in range(5_000)],
        ),
        Batas(anggota=50, halaman=30),
    )

    assert sum(map(len, one.teks)) == 2_000_000
    assert (len(one.anggota), len(one.metadata), len(one.temuan)) == (50, 200, 120)
    assert set(one.perlu_ocr) <= set(range(1, 31))
    assert max(len(value) for value in one.metadata.values()) == 300


def test_brackets_within_a_text_are_no_branches():
    page = '[{"' * 60_000

    assert read(told(teks=[page]), Batas()).teks == (page,)
    assert parsed(json.dumps("\\" * 10 + "[" * CABANG * 2).encode())
