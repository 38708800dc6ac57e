"""What goes out locked is opened by its passphrase, or by its recipient alone."""

from __future__ import annotations

import io
import os
from base64 import b64decode

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from service.adapters.gembok import AgeLocks
from service.domain.gembok import BukanTerkunci, KunciGembok, SandiSalah, TerkunciRusak

LOCKS = AgeLocks(work=4)
SANDI = KunciGembok("kuda benar baterai")


def closed(plain: bytes, kunci: KunciGembok = SANDI) -> bytes:
    source = io.BytesIO(plain)
    raw = b"".join(LOCKS.close(source, kunci))
    assert source.closed
    return raw


@pytest.mark.parametrize("size", [0, 5, 1 << 16, 3_000_000])
def test_a_passphrase_opens_what_it_locked(size: int) -> None:
    plain = os.urandom(size)
    with LOCKS.open(io.BytesIO(closed(plain)), SANDI.sandi) as opened:
        assert opened.read() == plain


def test_another_passphrase_a_cut_and_an_open_file_are_told_apart() -> None:
    raw = closed(b"isi")
    for broken, word, kind in (
        (raw, "lain", SandiSalah),
        (raw[:-1], SANDI.sandi, TerkunciRusak),
        (b"PK\x03\x04", SANDI.sandi, BukanTerkunci),
    ):
        with pytest.raises(kind):
            LOCKS.open(io.BytesIO(broken), word)


def test_a_changed_part_is_told_when_it_is_come_to() -> None:
    raw = bytearray(closed(os.urandom(200_000)))
    raw[400] ^= 1
    with (
        LOCKS.open(io.BytesIO(bytes(raw)), SANDI.sandi) as opened,
        pytest.raises(TerkunciRusak),
    ):
        opened.read()


def test_a_recipient_reads_the_key_that_was_wrapped_for_them() -> None:
    own = X25519PrivateKey.generate()
    public = own.public_key().public_bytes_raw()
    lines = closed(b"isi", KunciGembok(penerima=public)).split(b"\n")

    word, name, share = lines[1].split(b" ")
    assert (word, name) == (b"->", b"X25519")
    theirs = b64decode(share + b"=")
    secret = own.exchange(X25519PublicKey.from_public_bytes(theirs))
    wrap = HKDF(SHA256(), 32, theirs + public, b"age-encryption.org/v1/X25519").derive(secret)
    key = ChaCha20Poly1305(wrap).decrypt(bytes(12), b64decode(lines[2] + b"="), None)
    assert len(key) == 16


def test_a_key_that_is_none_locks_nothing() -> None:
    with pytest.raises(SandiSalah):
        closed(b"isi", KunciGembok(penerima=bytes(32)))
