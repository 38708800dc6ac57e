"""The seal: what was changed, cut, moved or opened with another key does not open."""

from __future__ import annotations

import hashlib
import io
import os
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.adapters.seal import HEAD, PART, TAG, TRAILER, KeySeal, WordSeal, own_key
from service.domain.refusals import BrokenSeal

CONTENT = os.urandom(3 * PART + 1000)
WHOLE = PART + TAG


@pytest.fixture(scope="module")
def seal(tmp_path_factory: pytest.TempPathFactory) -> KeySeal:
    path = tmp_path_factory.mktemp("kunci") / "kunci"
    path.write_bytes(os.urandom(32))
    return KeySeal(path)


def sealed(seal: KeySeal, content: bytes) -> bytes:
    return b"".join(seal.close([content]))


def opened(seal: KeySeal, raw: bytes, content: bytes) -> bytes:
    return seal.open(io.BytesIO(raw), hashlib.sha256(content).hexdigest()).read()


def part(raw: bytes, number: int) -> bytes:
    return raw[HEAD + number * WHOLE : HEAD + (number + 1) * WHOLE]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: r[:HEAD] + part(r, 1) + part(r, 0) + r[HEAD + 2 * WHOLE :],
        lambda r: r[: HEAD + WHOLE] + part(r, 0) + r[HEAD + 2 * WHOLE :],
        lambda r: r[:HEAD] + r[HEAD + WHOLE :],
        lambda r: r[: HEAD + 2 * WHOLE],
        lambda r: r[: HEAD + 2 * WHOLE] + r[-TRAILER:],
        lambda r: r[:-1],
        lambda r: r[:-TRAILER],
        lambda r: r + b"\0",
        lambda r: r + part(r, 0),
        lambda r: b"berkas" + r[6:],
        lambda r: r[:20] + bytes(10) + r[30:],
        lambda r: r[:HEAD],
        lambda r: r[: HEAD + 5],
        lambda _: b"",
        lambda _: CONTENT,
    ],
)
def test_parts_that_moved_or_are_missing_do_not_open(
    seal: KeySeal, spoil: Callable[[bytes], bytes]
) -> None:
    raw = sealed(seal, CONTENT)
    assert opened(seal, raw, CONTENT) == CONTENT
    with pytest.raises(BrokenSeal) as told:
        opened(seal, spoil(raw), CONTENT)
    assert told.value.permanent


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 400), bit=st.integers(0, 7))
def test_no_bit_can_be_flipped_unseen(seal: KeySeal, place: int, bit: int) -> None:
    content = b"Contoh rahasia. " * 16
    raw = bytearray(sealed(seal, content))
    raw[place % len(raw)] ^= 1 << bit
    with pytest.raises(BrokenSeal):
        opened(seal, bytes(raw), content)


@settings(max_examples=30, deadline=None)
@given(sizes=st.lists(st.integers(0, 2 * PART), max_size=5))
def test_however_the_bytes_arrive_they_come_back(seal: KeySeal, sizes: list[int]) -> None:
    parts = [os.urandom(size) for size in sizes]
    assert opened(seal, b"".join(seal.close(parts)), b"".join(parts)) == b"".join(parts)


def test_another_key_is_said_plainly(seal: KeySeal, tmp_path: Path) -> None:
    (tmp_path / "kunci").write_bytes(os.urandom(32))
    other = KeySeal(tmp_path / "kunci")
    assert other.mark != seal.mark
    assert other.name("0" * 64) != seal.name("0" * 64)
    with pytest.raises(BrokenSeal, match="kuncinya lain"):
        opened(other, sealed(seal, CONTENT), CONTENT)


def test_the_same_bytes_look_different_each_time(seal: KeySeal) -> None:
    one, two = sealed(seal, CONTENT), sealed(seal, CONTENT)
    assert one != two
    assert part(one, 0) != part(two, 0)


def test_a_file_much_larger_than_memory_allows_can_be_sealed_and_opened(
    seal: KeySeal, tmp_path: Path
) -> None:
    def many() -> Iterator[bytes]:
        yield from (bytes(1 << 18) for _ in range(256))  # 64 MB

    path, digest = tmp_path / "besar", hashlib.sha256()
    tracemalloc.start()
    try:
        with path.open("wb") as out:
            for piece in seal.close(many()):
                out.write(piece)
        for piece in many():
            digest.update(piece)
        with path.open("rb") as raw, seal.open(raw, digest.hexdigest()) as file:
            while file.read(1 << 18):
                pass
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert path.stat().st_size > 64 << 20
    assert peak < 4 << 20


def test_a_word_is_sealed_anew_each_time_and_opens_only_where_it_belongs(tmp_path: Path) -> None:
    words = WordSeal(own_key(tmp_path / "kunci-nik"))

    one, two = words.close("9999010101010001", "satu"), words.close("9999010101010001", "satu")

    assert one != two
    assert words.open(one, "satu") == words.open(two, "satu") == "9999010101010001"
    assert words.closes(one)
    assert not words.closes("9999010101010001")
    for shut, about in ((one, "dua"), (one[:-4], "satu"), ("9999010101010001", "satu"), ("", "x")):
        with pytest.raises(BrokenSeal):
            words.open(shut, about)


def test_a_house_makes_its_key_once_and_for_itself_alone(tmp_path: Path) -> None:
    path = own_key(tmp_path / "rumah" / "kunci-nik")
    made = path.read_bytes()

    assert own_key(path).read_bytes() == made
    assert len(made) == 32
    assert path.stat().st_mode & 0o077 == 0
    assert [one.name for one in path.parent.iterdir()] == ["kunci-nik"]
    other = WordSeal(own_key(tmp_path / "kunci-lain"))
    with pytest.raises(BrokenSeal):
        other.open(WordSeal(path).close("kata", "satu"), "satu")
