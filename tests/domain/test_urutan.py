from __future__ import annotations

import pytest

from service.domain.urutan import daftar_huruf, diktum, huruf


@pytest.mark.parametrize(("urut", "word"), [(1, "a"), (26, "z"), (27, "aa"), (53, "ba")])
def test_reasons_are_lettered_past_the_alphabet(urut: int, word: str) -> None:
    assert huruf(urut) == word


@pytest.mark.parametrize(
    ("urut", "word"),
    [
        (1, "KESATU"),
        (2, "KEDUA"),
        (9, "KESEMBILAN"),
        (10, "KESEPULUH"),
        (11, "KESEBELAS"),
        (12, "KEDUA BELAS"),
        (20, "KEDUA PULUH"),
        (21, "KEDUA PULUH SATU"),
    ],
)
def test_rulings_are_counted_in_words(urut: int, word: str) -> None:
    assert diktum(urut) == word


@pytest.mark.parametrize(
    ("banyak", "words"),
    [(1, "huruf a"), (2, "huruf a dan huruf b"), (3, "huruf a, huruf b, dan huruf c")],
)
def test_the_last_reason_names_those_before_it(banyak: int, words: str) -> None:
    assert daftar_huruf(banyak) == words
