"""What every store promises, asked of each of them."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import obstore
import pytest

from service.adapters.seal import KeySeal, NoSeal
from service.adapters.store_dekat import StoreDekat
from service.adapters.store_folder import StoreFolder
from service.adapters.store_s3 import StoreS3
from service.disk import Disk
from service.domain.refusals import BrokenSeal, Refusal, TidakAda, Unavailable
from service.ports import Seal, Store
from tests.adapters import s3

KINDS = ["folder", "folder_sealed", "s3", "s3_sealed", "dekat"]
WORDS = b"Contoh surat permohonan informasi. "


@dataclass
class Made:
    """A store, and how to hurt the bytes under it."""

    store: Store
    again: Callable[[Seal], Store]
    raw: Callable[[str], bytes]
    hurt: Callable[[str, bytes], object]
    seal: Seal


def a_key(folder: Path, name: str = "kunci") -> Path:
    path = folder / name
    path.write_bytes(os.urandom(32))
    return path


@pytest.fixture(params=KINDS)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Made]:
    where, _, sealed = request.param.partition("_")
    seal: Seal = KeySeal(a_key(tmp_path)) if sealed else NoSeal()
    if where == "dekat":
        yield _beside_s3(tmp_path / "rak")
    else:
        yield _in_a_folder(tmp_path / "gudang", seal) if where == "folder" else _on_s3(seal)


def _in_a_folder(root: Path, seal: Seal) -> Made:
    def place(sha256: str) -> Path:
        name = seal.name(sha256)
        return root / name[:2] / name

    return Made(
        store=StoreFolder(root, Disk(), seal),
        again=lambda other: StoreFolder(root, Disk(), other),
        raw=lambda sha256: place(sha256).read_bytes(),
        hurt=lambda sha256, raw: [place(sha256).write_bytes(raw)],
        seal=seal,
    )


def _beside_s3(root: Path) -> Made:
    far, near = _on_s3(NoSeal()), _in_a_folder(root, NoSeal())
    return replace(far, store=StoreDekat(far.store, near.store), raw=near.raw, hurt=near.hurt)


def _on_s3(seal: Seal) -> Made:
    prefix = f"uji/{os.urandom(8).hex()}"
    address = s3.address(prefix)
    store = StoreS3(address, seal, s3.ENV)

    def key(sha256: str) -> str:
        name = seal.name(sha256)
        return f"{prefix}/{name[:2]}/{name}"

    return Made(
        store=store,
        again=lambda other: StoreS3(address, other, s3.ENV),
        raw=lambda sha256: bytes(obstore.get(s3.bucket(), key(sha256)).bytes()),
        hurt=lambda sha256, raw: obstore.put(s3.bucket(), key(sha256), raw),
        seal=seal,
    )


def a_file(folder: Path, content: bytes, name: str = "surat.docx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_what_is_put_comes_back_to_the_byte(made: Made, tmp_path: Path) -> None:
    sha256 = made.store.put(a_file(tmp_path, WORDS))
    assert sha256 == hashlib.sha256(WORDS).hexdigest()
    assert made.store.has(sha256)
    assert made.store.verify(sha256) == ""
    with made.store.open(sha256) as file:
        assert file.read() == WORDS
    assert made.store.fetch(sha256, tmp_path / "salinan").read_bytes() == WORDS
    assert (tmp_path / "surat.docx").read_bytes() == WORDS


def test_where_a_file_lies_is_told_only_where_its_bytes_lie_as_they_are(
    made: Made, tmp_path: Path
) -> None:
    sha256 = made.store.put(a_file(tmp_path, WORDS))

    here = made.store.at(sha256)

    plain = isinstance(made.store, StoreFolder | StoreDekat) and isinstance(made.seal, NoSeal)
    assert (here.read_bytes() if here else None) == (WORDS if plain else None)
    assert made.store.at("0" * 64) is None


def test_an_empty_file_is_a_file(made: Made, tmp_path: Path) -> None:
    sha256 = made.store.put(a_file(tmp_path, b""))
    assert made.store.verify(sha256) == ""
    with made.store.open(sha256) as file:
        assert file.read() == b""


def test_twenty_megabytes_are_kept_whole_and_can_be_entered_anywhere(
    made: Made, tmp_path: Path
) -> None:
    content = os.urandom(1 << 20) * 20 + b"ekor"
    sha256 = made.store.put(a_file(tmp_path, content))
    assert made.store.fetch(sha256, tmp_path / "salinan").read_bytes() == content
    with made.store.open(sha256) as file:
        assert file.seek(-4, os.SEEK_END) == len(content) - 4
        assert file.read() == b"ekor"
        assert file.seek(65_530) == 65_530
        assert file.read(20) == content[65_530:65_550]
        assert file.tell() == 65_550


@pytest.mark.parametrize("size", [1, 65_535, 65_536, 65_537, 131_072])
def test_sizes_around_a_part_come_back(made: Made, tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    sha256 = made.store.put(a_file(tmp_path, content))
    with made.store.open(sha256) as file:
        assert file.read() == content


def test_the_same_file_twice_is_kept_once(made: Made, tmp_path: Path) -> None:
    first = made.store.put(a_file(tmp_path, WORDS))
    second = made.store.put(a_file(tmp_path, WORDS, "nama lain.docx"))
    assert first == second
    assert list(made.store.names()) == [made.store.name_of(first)]


def test_two_who_put_the_same_bytes_at_once_both_succeed(made: Made, tmp_path: Path) -> None:
    path, together = a_file(tmp_path, WORDS * 50_000), threading.Barrier(4)
    told: list[str] = []

    def put() -> None:
        together.wait()
        told.append(made.store.put(path))

    threads = [threading.Thread(target=put) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [hashlib.sha256(WORDS * 50_000).hexdigest()] * 4
    assert len(list(made.store.names())) == 1
    assert made.store.verify(told[0]) == ""


def test_one_flipped_bit_is_found_and_the_file_is_named(made: Made, tmp_path: Path) -> None:
    sha256 = made.store.put(a_file(tmp_path, WORDS * 5_000))
    sound = made.store.put(a_file(tmp_path, b"utuh", "utuh.docx"))
    raw = bytearray(made.raw(sha256))
    raw[len(raw) // 2] ^= 1
    made.hurt(sha256, bytes(raw))
    assert sha256 in made.store.verify(sha256)
    assert "rusak" in made.store.verify(sha256)
    assert made.store.verify(sound) == ""
    with pytest.raises(BrokenSeal):
        made.store.fetch(sha256, tmp_path / "salinan")
    assert not (tmp_path / "salinan").exists()


def test_a_damaged_file_is_mended_by_putting_it_again(made: Made, tmp_path: Path) -> None:
    path = a_file(tmp_path, WORDS * 5_000)
    sha256 = made.store.put(path)
    made.hurt(sha256, made.raw(sha256)[:-20])
    assert made.store.verify(sha256) != ""
    assert made.store.put(path) == sha256
    assert made.store.verify(sha256) == ""


def test_a_file_that_was_cut_is_found(made: Made, tmp_path: Path) -> None:
    sha256 = made.store.put(a_file(tmp_path, os.urandom(200_000)))
    for kept in (0, 20, 65_536, 131_000, 199_999):
        made.hurt(sha256, made.raw(sha256)[:kept])
        assert sha256 in made.store.verify(sha256)


def test_two_files_that_changed_places_are_found(made: Made, tmp_path: Path) -> None:
    one = made.store.put(a_file(tmp_path, b"satu" * 9))
    two = made.store.put(a_file(tmp_path, b"dua!" * 9))
    held = made.raw(one)
    made.hurt(one, made.raw(two))
    made.hurt(two, held)
    assert one in made.store.verify(one)
    assert two in made.store.verify(two)


def test_a_missing_file_is_said_to_be_missing(made: Made, tmp_path: Path) -> None:
    absent = hashlib.sha256(b"tidak pernah ada").hexdigest()
    assert not made.store.has(absent)
    assert "tidak ada" in made.store.verify(absent)
    with pytest.raises(TidakAda):
        made.store.open(absent)
    with pytest.raises(TidakAda):
        made.store.fetch(absent, tmp_path / "salinan")
    made.store.drop(absent)


@pytest.mark.parametrize("name", ["", "..", "../" * 8 + "etc/passwd", "A" * 64, "0" * 63])
def test_what_is_no_sha256_is_not_here(made: Made, name: str) -> None:
    with pytest.raises(TidakAda):
        made.store.open(name)


def test_a_dropped_file_is_gone_and_can_come_again(made: Made, tmp_path: Path) -> None:
    path = a_file(tmp_path, WORDS)
    sha256 = made.store.put(path)
    made.store.drop(sha256)
    assert not made.store.has(sha256)
    assert list(made.store.names()) == []
    assert made.store.put(path) == sha256
    assert made.store.verify(sha256) == ""


def test_every_file_is_named_once_and_nothing_else(made: Made, tmp_path: Path) -> None:
    put = {made.store.put(a_file(tmp_path, str(n).encode())) for n in range(12)}
    names = list(made.store.names())
    assert len(names) == 12
    assert set(names) == {made.store.name_of(sha256) for sha256 in put}


def test_a_link_is_refused_and_so_is_what_is_no_file(made: Made, tmp_path: Path) -> None:
    target = a_file(tmp_path, WORDS)
    link, pipe = tmp_path / "tautan.docx", tmp_path / "pipa.docx"
    link.symlink_to(target)
    os.mkfifo(pipe)
    for odd in (link, pipe, tmp_path):
        with pytest.raises(Refusal, match="bukan file biasa"):
            made.store.put(odd)
    with pytest.raises(TidakAda):
        made.store.put(tmp_path / "tidak-ada.docx")
    assert list(made.store.names()) == []


def test_at_rest_a_sealed_store_shows_neither_bytes_nor_names(made: Made, tmp_path: Path) -> None:
    sha256 = made.store.put(a_file(tmp_path, WORDS * 100))
    raw, name = made.raw(sha256), made.store.name_of(sha256)
    is_sealed = isinstance(made.seal, KeySeal)
    assert (WORDS not in raw) == is_sealed
    assert (name != sha256) == is_sealed


def test_a_store_opens_only_with_the_key_it_was_made_with(made: Made, tmp_path: Path) -> None:
    sha256 = made.store.put(a_file(tmp_path, WORDS))
    assert made.again(made.seal).verify(sha256) == ""
    others: list[Seal] = [KeySeal(a_key(tmp_path, "kunci lain"))]
    if isinstance(made.seal, KeySeal):
        others.append(NoSeal())
    for other in others:
        with pytest.raises(Unavailable, match="BERKAS_KEY_FILE") as told:
            made.again(other)
        assert told.value.permanent


def test_a_file_is_carried_to_another_store_as_it_lies(made: Made, tmp_path: Path) -> None:
    sha256 = made.store.put(a_file(tmp_path, WORDS))
    name = made.store.name_of(sha256)
    with made.store.at_rest(name) as source:
        lying = source.read()
    other = StoreFolder(tmp_path / "lain", Disk(), made.seal)

    other.lay(name, [lying[:9], lying[9:]])
    other.lay(name, [lying])
    made.store.drop(sha256)
    made.store.lay(name, [lying])

    assert lying == made.raw(sha256)
    assert other.verify(sha256) == made.store.verify(sha256) == ""
    with pytest.raises(TidakAda):
        made.store.at_rest("0" * 64)
    with pytest.raises(TidakAda):
        other.lay("../keluar", [b"x"])


def test_what_breaks_off_while_it_is_carried_is_not_there(tmp_path: Path) -> None:
    store = StoreFolder(tmp_path / "lain", Disk(), NoSeal())

    def broken() -> Iterator[bytes]:
        yield b"half"
        raise Unavailable("putus")

    with pytest.raises(Unavailable, match="putus"):
        store.lay("0" * 64, broken())

    assert [*store.names()] == []
    assert [*(tmp_path / "lain" / ".tmp").iterdir()] == []
