"""What is locked opens by its word alone, whole; and it is what the `age` program writes."""

from __future__ import annotations

import io
import os
from base64 import b64decode

import pytest

from service.age import PART, Broken, Closing, Opened, WrongWord, is_locked

WORD, WORK = "kuda benar baterai", 4
# Written by age 1.1.1 (`age -p`) with this word.
DARI_AGE = b64decode(
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBWZEE5eHl4eEt3NFRsQVdpcVAyUUF3IDE4CndFRUVQVnYxTzVE"
    "TFA5bWdFUmI0bmRMcytwbG1Dbklud2dsR2Jhd3F1aGsKLS0tICt6N1N6aVEyeXVFM0paZ2t3TkFaYmRRTFozb0ovYlli"
    "YUZuQjVycGlvRnMKA75t0oGrt6n5fpdnpRq+1XszIV0aQn60WkKF2F3Dm63OxL4I1uD8CztV3OiM5lq+"
)


def locked(plain: bytes) -> bytes:
    out = io.BytesIO()
    closing = Closing(out, WORD, WORK)
    for at in range(0, len(plain), 50_000):
        closing.write(plain[at : at + 50_000])
    closing.finish()
    return out.getvalue()


def opened(raw: bytes, word: str = WORD) -> bytes:
    return Opened(io.BytesIO(raw), word).readall()


def test_what_age_itself_wrote_is_read() -> None:
    assert is_locked(DARI_AGE)
    assert opened(DARI_AGE) == b"cadangan kantor\n"


@pytest.mark.parametrize("size", [0, 1, PART - 1, PART, PART + 1, 3 * PART])
def test_bytes_come_back_as_they_were(size: int) -> None:
    plain = os.urandom(size)

    assert opened(locked(plain)) == plain
    assert len(plain) < 64 or plain[:64] not in locked(plain)


def test_it_is_read_from_any_place() -> None:
    plain = os.urandom(3 * PART + 7)
    one = Opened(io.BytesIO(locked(plain)), WORD)

    for at in (PART * 2 + 5, 0, PART - 3, len(plain) - 4, len(plain)):
        one.seek(at)
        assert one.read(9) == plain[at : at + 9][: PART - at % PART]


def test_another_word_opens_nothing() -> None:
    with pytest.raises(WrongWord):
        opened(locked(b"x"), "kuda salah")


def test_a_cut_a_swap_and_a_changed_bit_are_seen() -> None:
    raw = locked(os.urandom(3 * PART))
    begins = len(raw) - 3 * (PART + 16)
    one, two = (raw[begins + n * (PART + 16) : begins + (n + 1) * (PART + 16)] for n in (0, 1))
    swapped = raw[:begins] + two + one + raw[begins + 2 * (PART + 16) :]

    for damaged in (
        raw[:-1],
        raw[: begins + 2 * (PART + 16)],  # a whole part is gone at the end
        raw[:begins],
        swapped,
        raw[:-5] + bytes([raw[-5] ^ 1]) + raw[-4:],
        raw[:70] + bytes([raw[70] ^ 1]) + raw[71:],
        raw + b"x",
        b"",
        b"age-encryption.org/v1\n",
    ):
        with pytest.raises((Broken, WrongWord)):
            opened(damaged)


def test_a_file_that_asks_for_more_work_than_a_machine_has_is_not_tried() -> None:
    raw = locked(b"x").replace(b" %d\n" % WORK, b" 31\n", 1)

    with pytest.raises(Broken):
        opened(raw)
