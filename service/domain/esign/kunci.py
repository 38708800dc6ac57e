"""What only the signer knows, and what it may never be seen in."""

from __future__ import annotations

import re
from typing import Literal, NoReturn

from service.domain.refusals import Refusal

Macam = Literal["passphrase", "totp"]
TERPANJANG = 256
_NIK = re.compile(r"[0-9]{16}")
_TOTP = re.compile(r"[0-9A-Za-z]{4,12}")


class NikTidakSah(Refusal):
    """No NIK; what was given instead is not repeated."""

    def __init__(self) -> None:
        super().__init__(
            "NIK penandatangan harus 16 angka. Naskah belum ditandatangani; perbaiki NIK pejabat "
            "itu."
        )


class KunciTidakSah(Refusal):
    """Nothing that could be a passphrase or a one-time code; it is not repeated."""

    def __init__(self, macam: Macam) -> None:
        kata = "Kode sekali pakai (TOTP)" if macam == "totp" else "Passphrase"
        super().__init__(
            f"{kata} kosong, terlalu panjang, atau memuat tanda yang tidak dapat diketik. Naskah "
            "belum ditandatangani; ketik ulang."
        )


class Kunci:
    """A passphrase or a one-time code: never shown, never compared, never carried elsewhere."""

    __slots__ = ("_kata", "macam")

    def __init__(self, macam: Macam, kata: str) -> None:
        fits = _TOTP.fullmatch(kata) if macam == "totp" else kata.isprintable()
        if not kata or len(kata) > TERPANJANG or not fits:
            raise KunciTidakSah(macam)
        self.macam, self._kata = macam, kata

    def reveal(self) -> str:
        """The words themselves, for the one request they are for."""
        return self._kata

    def __repr__(self) -> str:
        return f"Kunci({self.macam})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Kunci lives in one request only")


def passphrase(kata: str) -> Kunci:
    """What a signer typed; KunciTidakSah."""
    return Kunci("passphrase", kata)


def totp(kata: str) -> Kunci:
    """The code a signer was sent; KunciTidakSah."""
    return Kunci("totp", kata.strip())


def checked_nik(text: str) -> str:
    """Sixteen digits; NikTidakSah."""
    nik = text.strip()
    if not _NIK.fullmatch(nik):
        raise NikTidakSah
    return nik
