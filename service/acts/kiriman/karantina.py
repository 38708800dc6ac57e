"""What needs a person lies where its unit sees it, with a letter, until it is settled."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from service.acts.simpan.folder import Folder, within
from service.domain.karantina import (
    KARANTINA,
    Perkara,
    folder_of,
    kiriman_of,
    letter,
    numbered,
    plain,
    stood_at_door,
)
from service.domain.refusals import Refusal, Unavailable
from service.ports import House

LETTER = 4096  # bytes; no letter of ours is longer
_PART = re.compile(r"\.[0-9a-f]{12}\.part")
KINDS = 60  # names tried for one thing before its unit is asked to tidy up


def place_of(instansi: str, unit: str) -> tuple[str, ...]:
    """The folders that lead to a unit's files."""
    return tuple(name for name in (instansi, unit) if name)


def set_aside(house: House, source: Path, perkara: Perkara, place: tuple[str, ...]) -> None:
    """Move what is refused at the door to karantina, with its letter; done twice it is the same."""
    with _room(house, place, perkara.kode) as room:
        laid(room, source, perkara.nama, letter(perkara))


def laid(room: Folder, source: Path, nama: str, text: str) -> None:
    """Move a file into a folder under a name nobody has, with a letter beside it."""
    room.wait()
    free = next(one for one in _names(plain(nama)) if not os.path.lexists(room / one))
    # The letter first: one that dies in between leaves a letter that the next try replaces.
    _write(room, f"{free}.txt", text)
    os.rename(source, room / free)  # noqa: PTH104 (never over another: the room is ours)
    room.sync()


def lay(house: House, copy: Path | None, perkara: Perkara, place: tuple[str, ...]) -> None:
    """A letter about a file that was taken in, and a copy of the file where it may be opened."""
    with _room(house, place, perkara.kode) as room:
        nama = next(one for one in _names(plain(perkara.nama)) if _is_free(room, one, perkara))
        _write(room, f"{nama}.txt", letter(perkara))
        if copy and not os.path.lexists(room / nama):
            with _replaced(room, nama) as part, copy.open("rb") as opened:
                shutil.copyfileobj(opened, part, 1 << 20)


def take_away(house: House, kiriman_id: str, place: tuple[str, ...], ours: set[str]) -> None:
    """The letters about a kiriman, and the copies that nobody changed since."""
    with contextlib.suppress(FileNotFoundError), within(house.inbox, *place, KARANTINA) as above:
        for folder in above.names():
            with contextlib.suppress(OSError), within(above.path, folder) as room:
                room.wait()
                for text in (one for one in room.names() if one.endswith(".txt")):
                    if kiriman_of(read_letter(room / text)) == kiriman_id:
                        _drop(room, text, ours)


def tidy(house: House, place: tuple[str, ...]) -> None:
    """Letters of the door whose file a person took out again."""
    with contextlib.suppress(FileNotFoundError), within(house.inbox, *place, KARANTINA) as above:
        for folder in above.names():
            with contextlib.suppress(OSError), within(above.path, folder) as room:
                if not room.lock():
                    continue
                names = set(room.names())
                for text in (one for one in names if one.endswith(".txt")):
                    alone = text.removesuffix(".txt") not in names
                    if alone and stood_at_door(read_letter(room / text)):
                        (room / text).unlink(missing_ok=True)


def read_letter(path: Path) -> str:
    """What a text file says, '' where it is none of ours."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return ""
    with os.fdopen(fd, "rb") as opened, contextlib.suppress(OSError):
        return opened.read(LETTER).decode("utf-8-sig", "replace")
    return ""


def _drop(room: Folder, text: str, ours: set[str]) -> None:
    copy = room / text.removesuffix(".txt")
    if os.path.lexists(copy) and _sha256(copy) in ours:
        copy.unlink(missing_ok=True)
    (room / text).unlink(missing_ok=True)


def _names(nama: str) -> Iterator[str]:
    yield from (numbered(nama, n) for n in range(1, KINDS))
    raise Refusal(
        f"Folder karantina sudah memuat {KINDS - 1} file bernama sama. Tidak ada yang diubah; "
        "rapikan folder itu dahulu."
    )


def _is_free(room: Folder, nama: str, perkara: Perkara) -> bool:
    """Nothing stands there, or what stands there is about the same file of the same kiriman."""
    text = room / f"{nama}.txt"
    if not os.path.lexists(text):
        return not os.path.lexists(room / nama)
    said = read_letter(text)
    return kiriman_of(said) == perkara.kiriman and f"File: {perkara.nama}\r\n" in said


def _write(room: Folder, nama: str, text: str) -> None:
    with _replaced(room, nama) as part:
        part.write(text.encode("utf-8-sig"))


@contextlib.contextmanager
def _replaced(room: Folder, nama: str) -> Iterator[BinaryIO]:
    """A hidden part that stands under its name, whole, when the block ends well."""
    # The room is held: whose parts lie here still died over them.
    for left in filter(_PART.fullmatch, room.names()):
        (room / left).unlink(missing_ok=True)
    part = room / f".{os.urandom(6).hex()}.part"
    # Written through what was made: others may write here, and could lay a link under its name.
    fd = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o660)
    try:
        with os.fdopen(fd, "wb") as made:
            yield made
        os.replace(part, room / nama)  # noqa: PTH105
    finally:
        part.unlink(missing_ok=True)


def _sha256(path: Path) -> str:
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return ""
    with os.fdopen(fd, "rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextlib.contextmanager
def _room(house: House, place: tuple[str, ...], kode: str) -> Iterator[Folder]:
    """The folder of a code, held against others who lay something there at this moment."""
    try:
        with within(house.inbox, *place, KARANTINA, folder_of(kode), make=True) as room:
            room.wait()
            yield room
    except OSError as wrong:
        where = "/".join(("inbox", *place, KARANTINA))
        raise Unavailable(
            f"Folder {where} tidak dapat ditulis ({wrong.strerror}). File asal tetap utuh; "
            "periksa izin dan tempat di disk."
        ) from wrong
