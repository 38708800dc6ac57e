"""The age format (age-encryption.org/v1): written in one go, read anywhere by its passphrase.

A file that is locked here is opened by `age -d`, and the other way round. The payload is sealed
in parts of 64 KiB that cannot change places, and the last is marked, so that a cut shows.
"""

from __future__ import annotations

import hmac
import io
import os
import re
import struct
from base64 import b64decode, b64encode
from typing import BinaryIO, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from service.age.penerima import for_recipient

INTRO = b"age-encryption.org/v1\n"
LABEL = b"age-encryption.org/v1/scrypt"
WORK, MOST_WORK = 18, 20  # 256 MB and about a second; more is taken for an attack
PART, TAG, NONCE = 1 << 16, 16, 16
_HEAD = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n"
    rb"([A-Za-z0-9+/]{43})\n---( )([A-Za-z0-9+/]{43})\n"
)
HEAD_MOST = 256


class WrongWord(Exception):
    """The passphrase does not open this file."""


class Broken(Exception):
    """The bytes are not what was sealed."""


class Out(Protocol):
    """Where bytes go."""

    def write(self, part: bytes, /) -> object: ...


class Closing:
    """Seals what is written to it; `finish` marks the end."""

    def __init__(self, out: Out, word: str, work: int = WORK, *, penerima: bytes = b"") -> None:
        key, nonce = os.urandom(16), os.urandom(NONCE)
        who = for_recipient(key, penerima) if penerima else _by_word(key, word, work)
        head = INTRO + who + b"\n---"
        out.write(head + b" " + _b64(_mac(key, head)) + b"\n" + nonce)
        self._out, self._lock = out, ChaCha20Poly1305(_derived(key, nonce, b"payload"))
        self._held, self._number = bytearray(), 0

    def write(self, part: bytes) -> None:
        """Take more; a part goes out once it is known not to be the last."""
        self._held += part
        full = (len(self._held) - 1) // PART
        if full > 0:
            view = bytes(self._held[: full * PART])
            del self._held[: full * PART]
            for at in range(0, len(view), PART):
                self._seal(view[at : at + PART], last=False)

    def finish(self) -> None:
        """Write what is held as the last part."""
        self._seal(bytes(self._held), last=True)
        self._held.clear()

    def _seal(self, part: bytes, *, last: bool) -> None:
        self._out.write(self._lock.encrypt(_nonce(self._number, last=last), part, None))
        self._number += 1


class Opened(io.RawIOBase):
    """The plain bytes of a locked file, opened a part at a time as they are asked for."""

    def __init__(self, source: BinaryIO, word: str) -> None:
        super().__init__()
        source.seek(0)
        match = _HEAD.match(source.read(HEAD_MOST))
        if not match:
            raise Broken
        key = _file_key(match, word)
        if not hmac.compare_digest(_mac(key, match[0][: match.start(4)]), _raw(match[5])):
            raise Broken
        source.seek(match.end())
        nonce = source.read(NONCE)
        self._source, self._begins = source, match.end() + NONCE
        self._lock = ChaCha20Poly1305(_derived(key, nonce, b"payload"))
        body = source.seek(0, os.SEEK_END) - self._begins
        self._count = -(-body // (PART + TAG))
        over = body % (PART + TAG)
        if len(nonce) < NONCE or body < TAG or 0 < over < TAG or (over == TAG < body):
            raise Broken
        self._size = body - self._count * TAG
        self._at, self._number, self._part = 0, -1, b""
        self._load(self._count - 1)  # a cut is found before anything is read

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # a Buffer there
        if self._at >= self._size:
            return 0
        number, skip = divmod(self._at, PART)
        self._load(number)
        given = self._part[skip : skip + len(buffer)]
        buffer[: len(given)] = given
        self._at += len(given)
        return len(given)

    def close(self) -> None:
        self._source.close()
        super().close()

    def _load(self, number: int) -> None:
        if number == self._number:
            return
        self._source.seek(self._begins + number * (PART + TAG))
        sealed = self._source.read(PART + TAG)
        try:
            nonce = _nonce(number, last=number == self._count - 1)
            self._part = self._lock.decrypt(nonce, sealed, None)
        except InvalidTag:
            raise Broken from None
        self._number = number


def _by_word(key: bytes, word: str, work: int) -> bytes:
    salt = os.urandom(16)
    body = ChaCha20Poly1305(_stretched(word, salt, work)).encrypt(bytes(12), key, None)
    return b"-> scrypt %b %d\n%b" % (_b64(salt), work, _b64(body))


def is_locked(head: bytes) -> bool:
    """Whether a file that begins so is in this format."""
    return head.startswith(INTRO)


def _file_key(match: re.Match[bytes], word: str) -> bytes:
    work = int(match[2])
    if work > MOST_WORK:
        raise Broken
    lock = ChaCha20Poly1305(_stretched(word, _raw(match[1]), work))
    try:
        return lock.decrypt(bytes(12), _raw(match[3]), None)
    except InvalidTag:
        raise WrongWord from None


def _stretched(word: str, salt: bytes, work: int) -> bytes:
    return Scrypt(salt=LABEL + salt, length=32, n=1 << work, r=8, p=1).derive(word.encode())


def _derived(key: bytes, salt: bytes, use: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt or None, use).derive(key)


def _mac(key: bytes, head: bytes) -> bytes:
    return hmac.digest(_derived(key, b"", b"header"), head, "sha256")


def _nonce(number: int, *, last: bool) -> bytes:
    return struct.pack(">3xQ?", number, last)


def _b64(raw: bytes) -> bytes:
    return b64encode(raw).rstrip(b"=")


def _raw(text: bytes) -> bytes:
    return b64decode(text + b"=" * (-len(text) % 4))
