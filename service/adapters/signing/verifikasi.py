"""The port Verifier: bytes are compared here, all else is read in the box."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from service.domain.tanda_tangan import BacaanTanda, DasarTanda
from service.ports import Clock, Reader
from service.ports.signing import Terkirim

POTONG = 1 << 18


class BoxVerifier:
    """The port Verifier, with the roots that the office trusts."""

    def __init__(
        self, reader: Reader, clock: Clock, akar: Sequence[bytes], crl: Sequence[bytes] = ()
    ) -> None:
        self._reader, self._clock = reader, clock
        self._akar, self._crl = tuple(akar), tuple(crl)

    def look(self, pdf: Path, kirim: Terkirim) -> BacaanTanda:
        dasar = DasarTanda(self._akar, self._crl, self._clock.now(), kirim.ukuran)
        found = self._reader.signatures(pdf, dasar)
        return replace(found, awalan_sama=begins(pdf, kirim))


def begins(pdf: Path, kirim: Terkirim) -> bool:
    """Whether a file begins with the very bytes that were sent."""
    left, digest = kirim.ukuran, hashlib.sha256()
    with pdf.open("rb") as file:
        while left and (part := file.read(min(left, POTONG))):
            digest.update(part)
            left -= len(part)
    return left == 0 and digest.hexdigest() == kirim.sha256
