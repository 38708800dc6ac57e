"""The permanent code: a slip is noticed, and it tells nothing of what stands behind it."""

from __future__ import annotations

import inspect
import random
from itertools import combinations, pairwise

import pytest

from service.domain.informasi.kode import (
    BITA,
    CONTOH,
    KodeSalahTulis,
    KodeTidakTerambil,
    draw,
    from_bits,
    is_kode,
    read_kode,
    spoken,
)
from service.domain.kode_lacak import HURUF

CHANCE = random.Random(11)
SOME = [from_bits(CHANCE.randbytes(BITA)) for _ in range(60)]


def test_a_code_is_short_and_read_back_however_it_is_typed() -> None:
    for one in SOME:
        assert len(one) == 9
        for typed in (one, spoken(one), spoken(one).lower(), f" {spoken(one)} ", " ".join(one)):
            assert read_kode(typed) == one


def test_letters_that_are_taken_for_figures_are_read_as_those() -> None:
    with_nought = next(one for one in SOME if "0" in one or "1" in one)

    assert read_kode(with_nought.replace("0", "O").replace("1", "l")) == with_nought


def test_every_slip_in_one_letter_is_noticed() -> None:
    for one in SOME:
        for place in range(9):
            for letter in HURUF:
                slipped = one[:place] + letter + one[place + 1 :]
                assert is_kode(slipped) == (slipped == one)


def test_every_two_letters_that_change_places_are_noticed() -> None:
    for one in SOME:
        for a, b in combinations(range(9), 2):
            turned = list(one)
            turned[a], turned[b] = turned[b], turned[a]
            assert is_kode("".join(turned)) == (one[a] == one[b])


def test_every_slip_in_two_letters_is_noticed() -> None:
    one = SOME[0]
    for a, b in combinations(range(9), 2):
        for letters in range(0, 1024, 3):
            slipped = list(one)
            slipped[a], slipped[b] = HURUF[letters & 31], HURUF[letters >> 5]
            assert is_kode("".join(slipped)) == ("".join(slipped) == one)


@pytest.mark.parametrize(
    "typed", ["", "1", "12", "2024", "h7t3re45", "h7t3re45r4", "=1+1", "h7t-3re-45s", "u" * 9]
)
def test_what_is_no_code_is_refused_with_a_sample_and_no_hint(typed: str) -> None:
    with pytest.raises(KodeSalahTulis, match=spoken(CONTOH)):
        read_kode(typed)


def test_no_code_is_taken_for_a_number_by_a_sheet() -> None:
    assert all(one[0].isalpha() for one in SOME)
    assert not any(spoken(one).replace("-", "").isdigit() for one in SOME)


def test_a_code_that_was_ever_given_is_not_given_again() -> None:
    first, second = b"\x01" * BITA, b"\x02" * BITA
    waiting = [first, first, second]

    drawn = draw(lambda _: waiting.pop(0), lambda one: one == from_bits(first))

    assert drawn == from_bits(second)
    assert waiting == []


def test_a_random_source_that_repeats_itself_is_told_and_not_waited_for() -> None:
    with pytest.raises(KodeTidakTerambil):
        draw(lambda n: b"\x01" * n, lambda _: True)


def test_a_code_knows_nothing_but_chance() -> None:
    """Neither a state, nor a number, nor a day goes in, so none comes out."""
    assert list(inspect.signature(from_bits).parameters) == ["bits"]
    assert list(inspect.signature(draw).parameters) == ["bits", "taken"]


def test_the_codes_of_what_is_open_do_not_tell_how_much_is_withheld() -> None:
    """Of lines drawn in turn, the open ones lie between as many others as chance has it."""
    chance = random.Random(23)
    drawn = [from_bits(chance.randbytes(BITA)) for _ in range(4_000)]
    assert len(set(drawn)) == 4_000
    for one_in in (2, 10):
        withheld = {one for n, one in enumerate(drawn) if n % one_in == 0}
        open_ = [one for one in drawn if one not in withheld]
        # The order they were given in leaves no trace in the order of the codes.
        rising = sum(a < b for a, b in pairwise(open_))
        assert 0.46 < rising / len(open_) < 0.54
        # Nor does a letter: each has its share among both.
        for place in range(1, 9):
            for group in (open_, sorted(withheld)):
                if len(group) > 1_500:
                    most = max(sum(one[place] == letter for one in group) for letter in HURUF)
                    assert most < 2 * len(group) / 32


def test_two_sources_that_differ_in_one_bit_give_codes_far_apart_in_the_list() -> None:
    a, b = from_bits(b"\x00" * BITA), from_bits(b"\x00" * (BITA - 1) + b"\x01")

    assert a != b
    assert from_bits(b"\xff" * BITA) == from_bits(b"\xff" * BITA)
