"""Office files under a password, and the one password that Excel tries by itself."""

from __future__ import annotations

import hashlib
import struct
from base64 import b64decode
from io import BytesIO
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from service.boxed import ooxml, xml_aman
from service.boxed.arsip import opened
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.lihat import Lihat

BAWAAN = "VelvetSweatshop"  # public: Excel opens a book under it without asking
PUTARAN = 200_000  # rounds of a hash that are worth waiting for
LARGEST = 50_000_000
SEGMEN = 4096
_MASUKAN = bytes.fromhex("fea7d2763b4b9e79")
_HASIL = bytes.fromhex("d7aa0f6d3061344e")
_KUNCI = bytes.fromhex("146e0be7abacd0d6")


def read(ole: Any, streams: set[str], lihat: Lihat) -> None:
    """The file under the lock, where the lock opens by itself; stops where it does not."""
    if "encryptioninfo" not in streams or ole.get_size("encryptedpackage") > LARGEST:
        raise Berhenti("terkunci_sandi")
    with ole.openstream("encryptioninfo") as told, ole.openstream("encryptedpackage") as held:
        plain = _plain(told.read(), held.read())
    if plain is None:
        raise Berhenti("terkunci_sandi")
    lihat.temukan("sandi_bawaan")
    ooxml.read(opened(BytesIO(plain), lihat.batas), lihat)


def opens_rc4(held: bytes) -> bool:
    """Whether an old Excel book's FILEPASS record opens under the public password."""
    if len(held) < 54 or struct.unpack_from("<HHH", held) != (1, 1, 1):
        return False
    salt, verifier, proof = held[6:22], held[22:38], held[38:54]
    first = hashlib.md5(BAWAAN.encode("utf-16-le"), usedforsecurity=False).digest()[:5]
    second = hashlib.md5((first + salt) * 16, usedforsecurity=False).digest()[:5]
    key = hashlib.md5(second + struct.pack("<I", 0), usedforsecurity=False).digest()
    plain = _rc4(key, verifier + proof)
    return hashlib.md5(plain[:16], usedforsecurity=False).digest() == plain[16:]


def _plain(told: bytes, held: bytes) -> bytes | None:
    size = struct.unpack_from("<Q", held)[0]
    major, minor = struct.unpack_from("<HH", told)
    try:
        if (major, minor) == (4, 4):
            whole = _agile(told[8:], held[8:])
        elif minor == 2 and major in (2, 3, 4):
            whole = _standard(told[8:], held[8:])
        else:
            return None
    except RUSAK:
        return None
    return whole[:size] if whole is not None else None


def _agile(told: bytes, held: bytes) -> bytes | None:
    root = xml_aman.parsed(told, "EncryptionInfo")
    key, lock = next(root.iter("{*}keyData"), None), next(root.iter("{*}encryptedKey"), None)
    if key is None or lock is None:
        return None
    rounds = int(lock.get("spinCount"))
    algorithm = lock.get("hashAlgorithm", "").lower()
    if rounds > PUTARAN or algorithm not in ("sha1", "sha256", "sha384", "sha512"):
        return None
    salt = b64decode(lock.get("saltValue"))
    found = _spun(algorithm, salt, rounds)
    bits = int(lock.get("keyBits")) // 8

    def opened_by(block: bytes, nama: str) -> bytes:
        short = _fit(hashlib.new(algorithm, found + block).digest(), bits)
        return _aes_cbc(short, _fit(salt, 16), b64decode(lock.get(nama)))

    verifier = opened_by(_MASUKAN, "encryptedVerifierHashInput")
    proof = opened_by(_HASIL, "encryptedVerifierHashValue")
    digest = hashlib.new(algorithm, verifier[: int(lock.get("saltSize"))]).digest()
    if not proof.startswith(digest):
        return None
    secret = opened_by(_KUNCI, "encryptedKeyValue")[:bits]
    own, hashed = b64decode(key.get("saltValue")), key.get("hashAlgorithm", "").lower()
    pieces = (held[at : at + SEGMEN] for at in range(0, len(held), SEGMEN))
    return b"".join(
        _aes_cbc(secret, _fit(hashlib.new(hashed, own + struct.pack("<I", n)).digest(), 16), piece)
        for n, piece in enumerate(pieces)
    )


def _standard(told: bytes, held: bytes) -> bytes | None:
    length = struct.unpack_from("<I", told)[0]
    bits = struct.unpack_from("<I", told, 4 + 16)[0] // 8
    rest = told[4 + length :]
    salt, verifier = rest[4:20], rest[20:36]
    size, proof = struct.unpack_from("<I", rest, 36)[0], rest[40:72]
    found = hashlib.sha1(_spun("sha1", salt, 50_000) + b"\0\0\0\0", usedforsecurity=False).digest()
    key = b"".join(_half(found, pad) for pad in (0x36, 0x5C))[:bits]
    seen = _aes_ecb(key, verifier)
    if _aes_ecb(key, proof)[:size] != hashlib.sha1(seen, usedforsecurity=False).digest():
        return None
    return _aes_ecb(key, held[: len(held) // 16 * 16])


def _half(found: bytes, pad: int) -> bytes:
    mixed = bytes(one ^ pad for one in found.ljust(64, b"\0"))
    return hashlib.sha1(mixed, usedforsecurity=False).digest()


def _spun(algorithm: str, salt: bytes, rounds: int) -> bytes:
    """The password's hash, hashed again and again."""
    found = hashlib.new(algorithm, salt + BAWAAN.encode("utf-16-le")).digest()
    spin = getattr(hashlib, algorithm)
    for n in range(rounds):
        found = spin(n.to_bytes(4, "little") + found).digest()
    return found


def _fit(found: bytes, size: int) -> bytes:
    return found[:size].ljust(size, b"\x36")


def _aes_cbc(key: bytes, start: bytes, held: bytes) -> bytes:
    held += b"\0" * (-len(held) % 16)
    opener = Cipher(algorithms.AES(key), modes.CBC(start)).decryptor()
    return opener.update(held) + opener.finalize()


def _aes_ecb(key: bytes, held: bytes) -> bytes:
    opener = Cipher(algorithms.AES(key), modes.ECB()).decryptor()  # noqa: S305
    return opener.update(held) + opener.finalize()


def _rc4(key: bytes, held: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    out = bytearray()
    for one in held:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(one ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
