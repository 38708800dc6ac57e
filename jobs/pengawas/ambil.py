"""Take claims in: many in one transaction, and one bad one never holds up the others."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from jobs.pengawas.bawa import BelumMapan, arrival, slip_name
from jobs.pengawas.klaim import Klaim, ended, renamed, with_slip
from jobs.pengawas.mapan import Mapan
from jobs.pengawas.pintu import aside, too_large, too_many
from service.acts.simpan.folder import is_written
from service.acts.simpan.receive import Kedatangan, TerlaluBanyak, TerlaluBesar, accept_all
from service.domain.kiriman import File
from service.domain.mapan import Rupa
from service.domain.refusals import Refusal, Unavailable
from service.ports import House, Packs

FAILED = 3  # claims in a row: then it is the house that cannot, not the files
WAITS = 2.0, 60.0  # seconds before a claim that failed is tried again: at first, and at most


@dataclass(frozen=True)
class Siap:
    """A claim that can be taken in, and what it brings."""

    klaim: Klaim
    datang: Kedatangan


class Pengambil:
    """Takes claims in, and remembers which failed, so that they wait their turn."""

    def __init__(self, house: House, mapan: Mapan) -> None:
        self.house, self.mapan = house, mapan
        self.later: dict[str, tuple[float, float]] = {}  # when to try again, and the wait then
        self.taken = 0

    def may_try(self, id_: str) -> bool:
        """Whether a claim that failed before has waited long enough."""
        return time.monotonic() >= self.later.get(id_, (0.0, 0.0))[0]

    def remember_only(self, ids: set[str]) -> None:
        """Forget the waits of claims that are gone: another took them in."""
        self.later = {id_: wait for id_, wait in self.later.items() if id_ in ids}

    def take(self, claims: Sequence[Klaim], rupa: dict[str, dict[str, Rupa]]) -> list[str]:
        """Take these in and end them; why some could not be, without a name of a file."""
        told: list[str] = []
        with ExitStack() as stack:
            for klaim in claims:
                stack.callback(klaim.close)
            try:
                packs = self.house.packs.still()
            except (Unavailable, Refusal) as no:
                for klaim in claims:
                    self._put_off(klaim, no, told)
                return told
            found = [self._ready(packs, klaim, stack, rupa, told) for klaim in claims]
            ready = [one for one in found if one]
            for one in self._accepted(ready, told):
                self._end(one, told)
        return told

    def _ready(
        self,
        packs: Packs,
        klaim: Klaim,
        stack: ExitStack,
        rupa: dict[str, dict[str, Rupa]],
        told: list[str],
    ) -> Siap | None:
        try:
            if klaim.lama and not self._kept(klaim.id):
                with_slip(self.house, klaim)
            datang = arrival(self.house, packs, klaim, stack)
            if not datang.files:
                self._ended(klaim, told)
            elif self._is_whole(klaim, datang, rupa.get(klaim.id)):
                return Siap(klaim, datang)
        except BelumMapan:
            self._wait(klaim.id)
        except (OSError, Unavailable, Refusal) as no:
            self._put_off(klaim, no, told)
        return None

    def _is_whole(self, klaim: Klaim, datang: Kedatangan, seen: dict[str, Rupa] | None) -> bool:
        """Nobody writes to it, as far as can be told; after the claim nobody finds it by name."""
        written = {is_written(one.path) for one in datang.files}
        if True in written:
            self._wait(klaim.id)
            return False
        if seen is not None:
            whole = all(seen.get(nama) == one for nama, one in klaim.rupa.items())
        else:
            now = tuple(sorted(klaim.rupa.items()))
            whole = written == {False} or self.mapan.rested(klaim.id, now, time.monotonic())
        return whole

    def _accepted(self, ready: list[Siap], told: list[str]) -> list[Siap]:
        """All together; where that fails, one by one until it is plain that none can be."""
        if not ready:
            return []
        try:
            accept_all(self.house, [one.datang for one in ready])
        except (OSError, Unavailable, Refusal) as no:
            if len(ready) == 1:
                self._put_off(ready[0].klaim, no, told)
                return []
        else:
            return ready
        done: list[Siap] = []
        failed = 0
        for one in ready:
            found = self._accepted([one], told)
            done += found
            failed = 0 if found else failed + 1
            if failed == FAILED:
                break
        return done

    def _end(self, one: Siap, told: list[str]) -> None:
        """Only now is what lay in the inbox taken away, and only what was kept."""
        klaim = one.klaim
        paths = dict(_paths(klaim))
        kept = self._kept(klaim.id) if klaim.lama else set()
        slip = slip_name(klaim)
        try:
            # The slip first: without it the file is still the same kiriman.
            for nama, before in sorted(klaim.rupa.items(), key=lambda one: one[0] != slip):
                path = paths[nama]
                known = nama == slip or not klaim.lama or _sha256(path) in kept
                if _same(path, before) and known:
                    path.unlink(missing_ok=True)
            if any(os.path.lexists(paths[nama]) for nama in klaim.rupa):
                renamed(self.house, klaim)
            else:
                self._ended(klaim, told)
        except OSError as no:
            told.append(f"a claim cannot be taken away ({no.strerror})")
        self.later.pop(klaim.id, None)
        self.mapan.claims.pop(klaim.id, None)
        self.taken += 1

    def _kept(self, id_: str) -> set[str]:
        with self.house.ledger.read() as reading:
            return {one.sha256 for one in reading.find(File, kiriman=id_)}

    def _ended(self, klaim: Klaim, told: list[str]) -> None:
        try:
            ended(self.house, klaim)
        except OSError as no:
            told.append(f"a claim cannot be taken away ({no.strerror})")

    def _wait(self, id_: str) -> None:
        _, wait = self.later.get(id_, (0.0, 0.0))
        wait = min(max(WAITS[0], wait * 2), WAITS[1])
        self.later[id_] = (time.monotonic() + wait, wait)

    def _put_off(self, klaim: Klaim, no: Exception, told: list[str]) -> None:
        self._wait(klaim.id)
        if isinstance(no, FileNotFoundError):
            return  # finished meanwhile
        if isinstance(no, TerlaluBesar | TerlaluBanyak):
            self._aside(klaim, no, told)
            return
        told.append(f"claimed but not yet taken in ({_why(no)})")

    def _aside(self, klaim: Klaim, no: Refusal, told: list[str]) -> None:
        """It grew after the look that found it within the limits."""
        batas = self.house.batas
        why = too_many(batas) if isinstance(no, TerlaluBanyak) else too_large(batas)
        place = tuple(one for one in (klaim.instansi, klaim.unit) if one)
        try:
            aside(self.house, klaim.folder / klaim.nama, place, *why)
            self._ended(klaim, told)
        except (Unavailable, Refusal) as wrong:
            told.append(str(wrong))


def _why(no: BaseException) -> str:
    """What stopped it, without the name of a file, which may say what nobody else should read."""
    wrong = no if isinstance(no, OSError) else no.__cause__
    return (wrong.strerror if isinstance(wrong, OSError) else "") or type(no).__name__


def _paths(klaim: Klaim) -> list[tuple[str, Path]]:
    return [(nama, klaim.folder / nama) for nama in klaim.rupa]


def _same(path: Path, before: Rupa) -> bool:
    with contextlib.suppress(FileNotFoundError):
        seen = os.lstat(path)
        return Rupa(seen.st_size, seen.st_mtime_ns, seen.st_ino) == before
    return False


def _sha256(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
