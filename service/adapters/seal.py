"""Encryption at rest: AES-256-GCM in parts, so that a cut, a swap or a changed bit is seen.

A sealed file is MAGIC, 32 random bytes, the sealed parts, and a sealed trailer that holds the
sha256 of the plain bytes. The random bytes and the key file give each file a key of its own; a
part's number and whether it is the trailer are its nonce, so that parts cannot change places, and
a file cannot end anywhere but at its end.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import os
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from service.domain.refusals import BrokenSeal
from service.domain.simpanan import TERBUKA

MAGIC = b"BERKASSEGEL1"
SALT = 32
HEAD = len(MAGIC) + SALT
PART = 1 << 16
TAG = 16
TRAILER = 32 + TAG
WORD, NONCE = "segel1.", 12


class NoSeal:
    """The port Seal where no key is set: bytes and names as they are."""

    mark = TERBUKA

    def name(self, sha256: str) -> str:
        return sha256

    def close(self, parts: Iterable[bytes]) -> Iterator[bytes]:
        yield from parts

    def open(self, sealed: BinaryIO, sha256: str) -> BinaryIO:  # noqa: ARG002 (the port's)
        return sealed


class KeySeal:
    """The port Seal by the key in a file."""

    def __init__(self, key_file: Path) -> None:
        key = key_file.read_bytes()
        self._names, self._files = (_derived(key, b"", use) for use in (b"name", b"file"))
        self.mark = f"berkas-store 1 kunci {_derived(key, b'', b'mark').hex()}"

    def name(self, sha256: str) -> str:
        return hmac.digest(self._names, sha256.encode(), "sha256").hex()

    def close(self, parts: Iterable[bytes]) -> Iterator[bytes]:
        salt, digest, number = os.urandom(SALT), hashlib.sha256(), 0
        lock = self._lock(salt)
        yield MAGIC + salt
        for number, part in enumerate(_even(parts), 1):
            digest.update(part)
            yield lock.encrypt(_nonce(number, last=False), part, MAGIC)
        yield lock.encrypt(_nonce(number + 1, last=True), digest.digest(), MAGIC)

    def open(self, sealed: BinaryIO, sha256: str) -> BinaryIO:
        head = sealed.read(HEAD)
        if len(head) < HEAD or not head.startswith(MAGIC):
            raise BrokenSeal("Segelnya tidak ada; file ini tidak disimpan dengan kunci.")
        opened = _Opened(sealed, self._lock(head[len(MAGIC) :]))
        if opened.trailer.hex() != sha256:
            raise BrokenSeal("Isinya milik file lain; dua file telah tertukar.")
        return io.BufferedReader(opened, PART)

    def _lock(self, salt: bytes) -> AESGCM:
        return AESGCM(_derived(self._files, salt, b"one file"))


class WordSeal:
    """The port WordSeal: each word under a nonce of its own, bound to the row it stands in."""

    def __init__(self, key_file: Path) -> None:
        self._lock = AESGCM(_derived(key_file.read_bytes(), b"", b"word"))

    def close(self, word: str, about: str) -> str:
        nonce = os.urandom(NONCE)
        shut = self._lock.encrypt(nonce, word.encode(), about.encode())
        return WORD + urlsafe_b64encode(nonce + shut).decode()

    def open(self, shut: str, about: str) -> str:
        try:
            raw = urlsafe_b64decode(shut.removeprefix(WORD))
            return self._lock.decrypt(raw[:NONCE], raw[NONCE:], about.encode()).decode()
        except (InvalidTag, ValueError):
            raise BrokenSeal("Segelnya tidak cocok; isinya berubah, atau kuncinya lain.") from None

    def closes(self, word: str) -> bool:
        return word.startswith(WORD)


def own_key(path: Path) -> Path:
    """The key that a house without a key file makes for itself, once, for nobody else to read."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = path.with_name(f".{path.name}.{os.getpid()}")
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(os.urandom(32))
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileExistsError):  # another process was first: its key is the one
            os.link(made, path)
        made.unlink()
    return path


class _Opened(io.RawIOBase):
    """The plain bytes of a sealed file, opened a part at a time as they are asked for."""

    def __init__(self, sealed: BinaryIO, lock: AESGCM) -> None:
        super().__init__()
        self._sealed, self._lock = sealed, lock
        body = sealed.seek(0, os.SEEK_END) - HEAD - TRAILER
        self._count, over = divmod(body, PART + TAG)
        if body < 0 or 0 < over <= TAG:
            raise BrokenSeal("Segelnya terpotong; sebagian isi hilang.")
        self._size = self._count * PART + max(0, over - TAG)
        self._count += over > 0
        self._at, self._held, self._part = 0, 0, b""
        self.trailer = self._read(HEAD + body, TRAILER, _nonce(self._count + 1, last=True))

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise ValueError("a place before the start of the file")
        self._at = start + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # a Buffer there
        if self._at >= self._size:
            return 0
        number, skip = divmod(self._at, PART)
        if self._held != number + 1:
            place = HEAD + number * (PART + TAG)
            size = min(PART, self._size - number * PART) + TAG
            self._part = self._read(place, size, _nonce(number + 1, last=False))
            self._held = number + 1
        given = self._part[skip : skip + len(buffer)]
        buffer[: len(given)] = given
        self._at += len(given)
        return len(given)

    def close(self) -> None:
        self._sealed.close()
        super().close()

    def _read(self, place: int, size: int, nonce: bytes) -> bytes:
        self._sealed.seek(place)
        try:
            return self._lock.decrypt(nonce, self._sealed.read(size), MAGIC)
        except InvalidTag:
            raise BrokenSeal(
                "Segelnya tidak cocok; isi file berubah atau terpotong, atau kuncinya lain."
            ) from None


def _derived(key: bytes, salt: bytes, use: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt or None, b"berkas 1 " + use).derive(key)


def _nonce(number: int, *, last: bool) -> bytes:
    return struct.pack(">?3xQ", last, number)


def _even(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in parts of one size; only the last is smaller."""
    rest = bytearray()
    for part in parts:
        rest += part
        while len(rest) >= PART:
            yield bytes(rest[:PART])
            del rest[:PART]
    if rest:
        yield bytes(rest)
