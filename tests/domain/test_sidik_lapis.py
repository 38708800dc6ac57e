"""A file is known by the states it was in, however its bytes come, and none of it is kept."""

from __future__ import annotations

import hashlib
import random

import pytest

from service.domain.sidik_lapis import TERBANYAK, SidikLapis

BAWAH = b"%PDF-1.7\nisi contoh\nstartxref\n9\n%%EOF\n"
TANDA = b"7 0 obj tanda tangan\nstartxref\n40\n%%EOF\n"


def of(whole: bytes, step: int) -> SidikLapis:
    found = SidikLapis()
    for at in range(0, len(whole), step):
        found.write(whole[at : at + step])
    return found


def sha(whole: bytes) -> str:
    return hashlib.sha256(whole).hexdigest()


@pytest.mark.parametrize("step", [1, 2, 3, 5, 7, 8, 13, 64, 10_000])
@pytest.mark.parametrize("end", [b"%%EOF", b"%%EOF\n", b"%%EOF\r\n", b"%%EOF\r"])
def test_what_was_signed_begins_with_what_was_sent_in_whatever_pieces_it_comes(
    step: int, end: bytes
) -> None:
    sent = BAWAH.replace(b"%%EOF\n", end)
    one = of(sent + TANDA, step)
    assert one.utuh() == sha(sent + TANDA)
    assert sha(sent) in one.awalan()
    assert sha(sent + TANDA) not in one.awalan()
    assert one.ukuran == len(sent + TANDA)


def test_marks_are_the_same_whatever_the_pieces() -> None:
    rng = random.Random(5)
    whole = b"".join(
        rng.choice([b"%", b"%%EO", b"%%EOF", b"\n", b"\r", b"isi"]) for _ in range(300)
    )
    expected = of(whole, len(whole)).awalan()
    assert len(expected) > 20
    for step in (1, 2, 3, 4, 5, 6, 7, 11):
        assert of(whole, step).awalan() == expected


def test_what_has_no_end_or_nothing_in_it_is_only_itself() -> None:
    assert (of(b"", 1).utuh(), of(b"", 1).awalan()) == (sha(b""), [])
    assert (of(b"bukan", 2).utuh(), of(b"bukan", 2).awalan()) == (sha(b"bukan"), [])


def test_a_file_made_of_ends_costs_no_more_than_a_bounded_list() -> None:
    assert len(of(b"%%EOF\n" * 5_000, 977).awalan()) == TERBANYAK
