"""The port Verifier: bytes are compared here, all else is read in the box."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from service.adapters.signing.akar import Akar, files, in_words, read
from service.domain.kepercayaan import Kepercayaan
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

    def known(self) -> Kepercayaan:
        return in_words(Akar(self._akar, (), self._crl))


class FolderVerifier:
    """The port Verifier, with what lies in the folders at that moment.

    Lists of what was withdrawn are brought anew every few days, and nobody starts the house anew
    for them.
    """

    def __init__(self, reader: Reader, clock: Clock, folders: Callable[[], list[Path]]) -> None:
        self._reader, self._clock, self._folders = reader, clock, folders
        self._seen: tuple[object, Akar] = (None, Akar())

    def look(self, pdf: Path, kirim: Terkirim) -> BacaanTanda:
        held = self._held()
        return BoxVerifier(self._reader, self._clock, held.akar, held.crl).look(pdf, kirim)

    def known(self) -> Kepercayaan:
        return in_words(self._held())

    def _held(self) -> Akar:
        folders = self._folders()
        marks = [(one, one.stat().st_mtime_ns, one.stat().st_size) for one in files(folders)]
        seen, held = self._seen
        if seen != marks:
            held = read(*folders)
            self._seen = (marks, held)
        return held


def begins(pdf: Path, kirim: Terkirim) -> bool:
    """Whether a file begins with the very bytes that were sent."""
    left, digest = kirim.ukuran, hashlib.sha256()
    with pdf.open("rb") as file:
        while left and (part := file.read(min(left, POTONG))):
            digest.update(part)
            left -= len(part)
    return left == 0 and digest.hexdigest() == kirim.sha256
