"""Which of what a look saw has settled: unchanged for long enough, and nobody writes to it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jobs.pengawas.pandang import Calon
from service.acts.simpan.folder import is_written
from service.domain.mapan import EKOR, KOSONG, Kotak, Rupa, is_far, is_slip, looks_cut, patience


@dataclass
class Dilihat:
    """Since when a thing looks as it does."""

    rupa: tuple[tuple[str, Rupa], ...]
    sejak: float
    tunggu: float | None = None  # worked out once it looked the same twice


class Mapan:
    """Remembers looks; what was not seen in the last one is forgotten."""

    def __init__(self, inbox: Path, kotak: Kotak) -> None:
        self.inbox, self.kotak = inbox, kotak
        self.seen: dict[tuple[str, ...], Dilihat] = {}
        self.claims: dict[str, Dilihat] = {}
        self.jauh = _far(inbox)

    def settled(self, calon: list[Calon], now: float) -> list[Calon]:
        """Those that settled by now, in the order of their names."""
        before, self.seen = self.seen, {}
        ready = []
        for one in calon:
            known = before.get(one.jalan)
            if known is None or known.rupa != one.rupa:
                self.seen[one.jalan] = Dilihat(one.rupa, now)
                continue
            self.seen[one.jalan] = known
            if known.tunggu is None:
                known.tunggu = self._patience(one)
            if now - known.sejak >= known.tunggu and self._is_free(one):
                ready.append(one)
        return sorted(ready, key=lambda one: one.jalan)

    def next_due(self, now: float) -> float:
        """In how many seconds something may settle; a long time where nothing waits."""
        return min(self._waits(now), default=KOSONG)

    def _waits(self, now: float) -> Iterator[float]:
        for known in self.seen.values():
            if known.tunggu is None:  # seen once: a second look says more, also where it is late
                yield max(known.sejak + self.kotak.mapan - now, 0.0)
            elif (wait := known.sejak + known.tunggu - now) > 0:
                yield wait

    def _patience(self, one: Calon) -> float:
        cut = any(_is_cut(path) for path in self._paths(one))
        wait = patience(self.kotak, (rupa for _, rupa in one.rupa), jauh=self.jauh, terpotong=cut)
        return max(wait, KOSONG) if is_slip(one.nama) else wait  # its file may be on the way

    def _is_free(self, one: Calon) -> bool:
        return not any(is_written(path) for path in self._paths(one))

    def rested(self, id_: str, rupa: tuple[tuple[str, Rupa], ...], now: float) -> bool:
        """Whether a claim left by another looks as it did some time ago."""
        known = self.claims.get(id_)
        if known is None or known.rupa != rupa:
            self.claims[id_] = Dilihat(rupa, now)
            return False
        return now - known.sejak >= patience(self.kotak, (), jauh=self.jauh, terpotong=False)

    def _paths(self, one: Calon) -> list[Path]:
        room = self.inbox.joinpath(*one.tempat)
        return [(room / one.nama if one.folder else room) / nama for nama, _ in one.rupa]


def _is_cut(path: Path) -> bool:
    with contextlib.suppress(OSError):
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(fd, "rb") as opened:
            head = opened.read(8)
            opened.seek(max(0, os.fstat(fd).st_size - EKOR))
            return looks_cut(head, opened.read(EKOR))
    return False


def _far(inbox: Path) -> bool:
    with contextlib.suppress(OSError):
        return is_far(Path("/proc/mounts").read_text(errors="replace"), str(inbox.resolve()))
    return False
