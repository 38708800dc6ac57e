"""The code by which a member of the public asks after a request: how it is made, read and kept."""

from __future__ import annotations

import hashlib
import re

from service.domain.ids import from_bytes

HURUF = "0123456789abcdefghjkmnpqrstvwxyz"  # none that is taken for another one
PANJANG = 20  # letters of five bits: a hundred bits that nobody guesses
LENGKAP = re.compile(f"[{HURUF}]{{{PANJANG}}}")


def from_bits(bits: bytes) -> str:
    """The code that thirteen random bytes stand for."""
    number = int.from_bytes(bits[:13], "big")
    return "".join(HURUF[(number >> 5 * n) & 31] for n in range(PANJANG))


def read_kode(text: str) -> str:
    """The code that somebody typed, or '' where it cannot be one."""
    plain = re.sub(r"[\s-]", "", text.lower()).translate(str.maketrans("oil", "011"))
    return plain if LENGKAP.fullmatch(plain) else ""


def spoken(kode: str) -> str:
    """A code in groups, as it is shown and read out."""
    return "-".join(kode[n : n + 4] for n in range(0, PANJANG, 4)).upper()


def sidik(kode: str) -> str:
    """What is kept and named instead of the code: whoever lists it cannot ask with it."""
    return hashlib.sha256(kode.encode()).hexdigest()[:40]


def id_for(jenis: str, kode: str) -> str:
    """The id of what a code stands for, the same each time; the code cannot be read off it."""
    return from_bytes(hashlib.sha256(f"{jenis}:{kode}".encode()).digest()[:16])
