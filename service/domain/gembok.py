"""What a file is locked with on its way out: a passphrase, or the public key of a recipient."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from service.domain.refusals import Refusal

TERPENDEK, TERPANJANG = 12, 1_000  # letters of a passphrase
AWALAN = "age"
_HURUF = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"  # of bech32
_PEMBAGI = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
PANJANG = 32  # bytes of a public key


class SandiSalah(Refusal):
    """The passphrase does not open this file."""

    def __init__(self) -> None:
        super().__init__("Kata sandi itu tidak membuka file ini. Ketik ulang, lalu coba lagi.")


class TerkunciRusak(Refusal):
    """The bytes are not what was locked."""

    def __init__(self) -> None:
        super().__init__("File terkunci ini rusak atau terpotong, jadi tidak dapat dibuka.")


class BukanTerkunci(Refusal):
    """A file that needs no passphrase."""

    def __init__(self) -> None:
        super().__init__("File ini tidak terkunci dengan kata sandi.")


class KunciTidakSah(Refusal):
    """What was given cannot lock a file."""

    def __init__(self, sebab: str) -> None:
        super().__init__(f"{sebab} Tidak ada yang diunduh.")


@dataclass(frozen=True)
class KunciGembok:
    """One of both; it lives in the request in which it was given, and shows itself to nobody."""

    sandi: str = field(default="", repr=False)
    penerima: bytes = b""


def chosen(sandi: str, ulang: str, penerima: str) -> KunciGembok:
    """What was given, or why nothing can be locked with it."""
    public = penerima.strip()
    if bool(sandi) == bool(public):
        raise KunciTidakSah("Isi kata sandi, atau kunci penerima; salah satu saja.")
    if public:
        return KunciGembok(penerima=read_penerima(public))
    if sandi != ulang:
        raise KunciTidakSah("Kata sandi dan ulangannya tidak sama.")
    if not TERPENDEK <= len(sandi) <= TERPANJANG or not sandi.isprintable():
        raise KunciTidakSah(f"Kata sandi paling sedikit {TERPENDEK} huruf yang dapat diketik.")
    return KunciGembok(sandi)


def read_penerima(text: str) -> bytes:
    """The public key that `age-keygen` writes as age1…; KunciTidakSah where it is none."""
    plain = text.lower() if text in (text.lower(), text.upper()) else ""
    head, one, rest = plain.rpartition("1")
    values = [_HURUF.find(letter) for letter in rest]
    if head != AWALAN or not one or -1 in values or len(values) < 7 or not _proved(head, values):
        raise KunciTidakSah("Kunci penerima itu tidak terbaca; salin utuh, berawal dengan age1.")
    raw = _bytes(values[:-6])
    if len(raw) != PANJANG:
        raise KunciTidakSah("Kunci penerima itu bukan kunci age (X25519).")
    return raw


def _proved(head: str, values: Sequence[int]) -> bool:
    """Whether no letter was lost or changed (the sum of bech32, BIP 173)."""
    told = [ord(x) >> 5 for x in head] + [0] + [ord(x) & 31 for x in head] + [*values]
    check = 1
    for value in told:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for n, divisor in enumerate(_PEMBAGI):
            check ^= divisor if top >> n & 1 else 0
    return check == 1


def _bytes(values: Sequence[int]) -> bytes:
    bits, many, out = 0, 0, bytearray()
    for value in values:
        bits, many = bits << 5 | value, many + 5
        if many >= 8:
            many -= 8
            out.append(bits >> many & 0xFF)
            bits &= (1 << many) - 1
    return bytes(out) if many < 5 and not bits else b""
