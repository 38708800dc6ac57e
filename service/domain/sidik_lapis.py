"""The marks of a PDF and of each state it was in before something was laid onto it."""

from __future__ import annotations

import hashlib

AKHIR = b"%%EOF"
TERBANYAK = 200  # states; more is no paper that was signed
_SISA = len(AKHIR) + 2  # held back: an end of file may lie across two pieces


class SidikLapis:
    """Takes a file piece by piece and keeps none of it; what it began with stays known by mark.

    A signature is laid behind the bytes that were there, so a paper that was signed, or changed
    afterwards, begins with a state that ends where a PDF ends.
    """

    def __init__(self) -> None:
        self._sidik, self._left, self.ukuran = hashlib.sha256(), b"", 0
        self._marks: list[str] = []

    def write(self, part: bytes) -> int:
        """More of the file."""
        self.ukuran += len(part)
        self._take(self._left + part, len(self._left) + len(part) - _SISA)
        return len(part)

    def utuh(self) -> str:
        """The mark of the whole; nothing is written after this."""
        self._take(self._left, len(self._left))
        self._left = b""
        return self._sidik.hexdigest()

    def awalan(self) -> list[str]:
        """The marks of the states before the last, the latest first."""
        whole = self.utuh()
        return [one for one in reversed(self._marks) if one != whole]

    def _take(self, held: bytes, upto: int) -> None:
        done = 0
        while (at := held.find(AKHIR, done)) >= 0 and at + len(AKHIR) <= upto:
            done = self._marked(held, done, at + len(AKHIR))
            for _ in range(2):  # the end of the line belongs to it, or does not
                if held[done : done + 1] in (b"\r", b"\n"):
                    done = self._marked(held, done, done + 1)
        keep = max(done, min(upto, at) if at >= 0 else upto)
        self._sidik.update(held[done:keep])
        self._left = held[keep:]

    def _marked(self, held: bytes, start: int, stop: int) -> int:
        self._sidik.update(held[start:stop])
        if len(self._marks) < TERBANYAK:
            self._marks.append(self._sidik.hexdigest())
        return stop
