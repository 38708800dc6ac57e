"""The permanent code of a piece of information: short, readable, and of no order at all.

It is drawn at random, alike for what is open and for what is excluded. So nobody can count from
one code to the next, and nobody can tell from the gaps how much is withheld. Two of its letters
prove the others: any two wrong letters, and any two that changed places, are noticed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from service.domain.kode_lacak import HURUF
from service.domain.refusals import Refusal, Unavailable

ISI, BUKTI = 7, 2  # letters that are drawn, letters that prove them
PANJANG = ISI + BUKTI
KELOMPOK = 3
BITA = 16  # random bytes of one draw
COBA = 20
_BENTUK = re.compile(f"[{HURUF[10:]}][{HURUF}]{{{PANJANG - 1}}}")
_NILAI = {letter: n for n, letter in enumerate(HURUF)}
_SEMIRIP = str.maketrans("oil", "011")

# The field of 32 elements: powers of its root, and the logarithms to that root.
_PANGKAT = [1]
while len(_PANGKAT) < 31:
    twice = _PANGKAT[-1] << 1
    _PANGKAT.append(twice ^ 0b100101 if twice & 32 else twice)
_LOG = {power: n for n, power in enumerate(_PANGKAT)}


class KodeSalahTulis(Refusal):
    """What was typed is no code, or has a slip in it; nothing is said of what exists."""

    def __init__(self, text: str) -> None:
        shown = " ".join(text.split())[:20]
        super().__init__(
            f"Kode {shown} salah tulis. Kode terdiri atas {PANJANG} huruf dan angka, misalnya "
            f"{spoken(CONTOH)}; periksa satu per satu."
        )


class KodeTidakTerambil(Unavailable):
    """Draw after draw gave a code that is taken: the random source is broken."""

    def __init__(self) -> None:
        super().__init__("Kode informasi belum dapat diambil; sumber acaknya berulang.")


def from_bits(bits: bytes) -> str:
    """The code that random bytes stand for; it opens with a letter, so it is no number."""
    number = int.from_bytes(bits[:BITA], "big")
    number, first = divmod(number, len(HURUF) - 10)
    drawn = [10 + first, *((number >> 5 * n) & 31 for n in range(ISI - 1))]
    return "".join(HURUF[n] for n in (*drawn, *_proof(drawn)))


def draw(bits: Callable[[int], bytes], taken: Callable[[str], bool]) -> str:
    """A code that nobody has or ever had, whatever stands behind it."""
    for _ in range(COBA):
        kode = from_bits(bits(BITA))
        if not taken(kode):
            return kode
    raise KodeTidakTerambil


def read_kode(text: str) -> str:
    """The code that somebody typed or a sheet holds; refuses a slip of the pen."""
    plain = re.sub(r"[\s-]", "", text.casefold()).translate(_SEMIRIP)
    if not is_kode(plain):
        raise KodeSalahTulis(text)
    return plain


def is_kode(text: str) -> bool:
    """Whether a text is a code, its proof included."""
    if not _BENTUK.fullmatch(text):
        return False
    values = [_NILAI[letter] for letter in text]
    return list(_proof(values[:ISI])) == values[ISI:]


def spoken(kode: str) -> str:
    """A code in groups, as it is printed and read out."""
    return "-".join(kode[n : n + KELOMPOK] for n in range(0, len(kode), KELOMPOK)).upper()


def _proof(drawn: list[int]) -> tuple[int, int]:
    """The two letters that make the plain sum and the sum by places both nought."""
    plain = weighed = 0
    for place, value in enumerate(drawn):
        plain ^= value
        weighed ^= _times(value, _PANGKAT[place])
    near, far = _PANGKAT[ISI], _PANGKAT[ISI + 1]
    last = _times(weighed ^ _times(plain, near), _PANGKAT[-_LOG[near ^ far] % 31])
    return plain ^ last, last


def _times(a: int, b: int) -> int:
    return _PANGKAT[(_LOG[a] + _LOG[b]) % 31] if a and b else 0


CONTOH = from_bits(b"contoh kode DIP!")
