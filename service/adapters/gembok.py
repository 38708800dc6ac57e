"""The port Locks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from service.age.bentuk import WORK, Broken, Closing, Opened, WrongWord, is_locked
from service.domain.gembok import BukanTerkunci, KunciGembok, SandiSalah, TerkunciRusak

SEPOTONG = 1 << 20


class _Wadah:
    """Holds what was sealed until it is handed on."""

    def __init__(self) -> None:
        self._held = list[bytes]()

    def write(self, part: bytes, /) -> None:
        self._held.append(part)

    def emptied(self) -> bytes:
        """All that it held."""
        parts, self._held = self._held, []
        return b"".join(parts)


class _Terbuka(Opened):
    """Says in words that a part is not what was locked."""

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # a Buffer there
        try:
            return super().readinto(buffer)
        except Broken as broken:
            raise TerkunciRusak from broken


class AgeLocks:
    """Locks and opens as `age` does."""

    def __init__(self, work: int = WORK) -> None:
        self._work = work

    def close(self, source: BinaryIO, kunci: KunciGembok) -> Iterator[bytes]:
        out = _Wadah()
        try:
            closing = Closing(out, kunci.sandi, self._work, penerima=kunci.penerima)
        except ValueError as weak:
            raise SandiSalah from weak
        return _sealed(source, closing, out)

    def open(self, source: BinaryIO, sandi: str) -> BinaryIO:
        if not is_locked(source.read(64)):
            raise BukanTerkunci
        try:
            return _Terbuka(source, sandi)  # type: ignore[return-value]  # a RawIOBase reads as one
        except WrongWord as wrong:
            raise SandiSalah from wrong
        except Broken as broken:
            raise TerkunciRusak from broken


def _sealed(source: BinaryIO, closing: Closing, out: _Wadah) -> Iterator[bytes]:
    with source:
        while part := source.read(SEPOTONG):
            closing.write(part)
            if ready := out.emptied():
                yield ready
        closing.finish()
        yield out.emptied()
