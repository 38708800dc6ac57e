"""Office papers under a password, as each time of Office locked them."""

from __future__ import annotations

import hashlib
import struct
from base64 import b64encode

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.contoh_buruk._ole import compound


def _spun(algorithm: str, salt: bytes, sandi: str, rounds: int) -> bytes:
    found = hashlib.new(algorithm, salt + sandi.encode("utf-16-le")).digest()
    for n in range(rounds):
        found = hashlib.new(algorithm, struct.pack("<I", n) + found).digest()
    return found


def _cbc(key: bytes, start: bytes, held: bytes) -> bytes:
    held += b"\0" * (-len(held) % 16)
    locker = Cipher(algorithms.AES(key), modes.CBC(start)).encryptor()
    return locker.update(held) + locker.finalize()


def agile(held: bytes, sandi: str) -> bytes:
    """A paper under a password, as Office writes it since 2010."""
    salt, own, secret, word = (hashlib.md5(one).digest() for one in (b"1", b"2", b"3", b"4"))
    secret = (secret * 2)[:32]
    found = _spun("sha512", salt, sandi, 100_000)

    def locked(block: str, bare: bytes) -> str:
        key = hashlib.sha512(found + bytes.fromhex(block)).digest()[:32]
        return b64encode(_cbc(key, salt, bare)).decode()

    told = (
        '<encryption><keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" '
        f'hashAlgorithm="SHA512" saltValue="{b64encode(own).decode()}"/><keyEncryptors>'
        '<keyEncryptor><encryptedKey spinCount="100000" saltSize="16" blockSize="16" '
        'keyBits="256" hashSize="64" hashAlgorithm="SHA512" '
        f'saltValue="{b64encode(salt).decode()}" '
        f'encryptedVerifierHashInput="{locked("fea7d2763b4b9e79", word)}" '
        f'encryptedVerifierHashValue="{locked("d7aa0f6d3061344e", hashlib.sha512(word).digest())}" '
        f'encryptedKeyValue="{locked("146e0be7abacd0d6", secret)}"/>'
        "</keyEncryptor></keyEncryptors></encryption>"
    )
    pieces = [held[at : at + 4096] for at in range(0, len(held), 4096)]
    packed = b"".join(
        _cbc(secret, hashlib.sha512(own + struct.pack("<I", n)).digest()[:16], piece)
        for n, piece in enumerate(pieces)
    )
    return compound(
        {
            "EncryptionInfo": struct.pack("<HHI", 4, 4, 0x40) + told.encode(),
            "EncryptedPackage": struct.pack("<Q", len(held)) + packed,
        }
    )


def standard(held: bytes, sandi: str) -> bytes:
    """A paper under a password, as Office wrote it in 2007."""
    salt, word = hashlib.md5(b"5").digest(), hashlib.md5(b"6").digest()
    found = hashlib.sha1(_spun("sha1", salt, sandi, 50_000) + b"\0\0\0\0").digest()
    mixed = bytes(one ^ 0x36 for one in found.ljust(64, b"\0"))
    key = hashlib.sha1(mixed).digest()[:16]

    def locked(bare: bytes) -> bytes:
        bare += b"\0" * (-len(bare) % 16)
        locker = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
        return locker.update(bare) + locker.finalize()

    header = struct.pack("<IIIIIIII", 0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0) + b"A\0\0\0"
    told = struct.pack("<HHII", 3, 2, 0x24, len(header)) + header
    told += struct.pack("<I", 16) + salt + locked(word)
    told += struct.pack("<I", 20) + locked(hashlib.sha1(word).digest())
    return compound(
        {"EncryptionInfo": told, "EncryptedPackage": struct.pack("<Q", len(held)) + locked(held)}
    )


def filepass(sandi: str) -> bytes:
    """The lock of an old Excel book."""
    salt, word = hashlib.md5(b"7").digest(), hashlib.md5(b"8").digest()
    first = hashlib.md5(sandi.encode("utf-16-le")).digest()[:5]
    second = hashlib.md5((first + salt) * 16).digest()[:5]
    key = hashlib.md5(second + struct.pack("<I", 0)).digest()
    locked = _rc4(key, word + hashlib.md5(word).digest())
    return struct.pack("<HHH", 1, 1, 1) + salt + locked


def _rc4(key: bytes, held: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) & 255
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for one in held:
        i = (i + 1) & 255
        j = (j + box[i]) & 255
        box[i], box[j] = box[j], box[i]
        out.append(one ^ box[(box[i] + box[j]) & 255])
    return bytes(out)
