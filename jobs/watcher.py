"""The watcher: takes settled files out of the inbox, once each, and lets nothing be lost."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import socket
import stat
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from service import house as houses
from service.acts.receive import Bawaan, Slip, accept
from service.config import Settings
from service.domain.ids import is_id
from service.domain.naskah import Naskah
from service.domain.refusals import Refusal, Unavailable
from service.ports import House

KLAIM = ".klaim"  # below the inbox: one folder for each file being taken in
NOBODY = "_"  # in a claim's path, where instansi or unit is not known
EVERY = 2.0  # seconds between two looks
EMPTY_WAITS = 600.0  # seconds: an empty file is mostly one whose copying has just begun
BEAT = 10.0
UNFINISHED = (".part", ".tmp", ".crdownload", ".partial")
log = logging.getLogger("berkas.watcher")

Look = tuple[int, int]  # size and time of change


class Watcher:
    """Looks again and again; a file is taken when two looks agree."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.stop = threading.Event()
        self.seen: dict[Path, Look] = {}
        self.told: set[str] = set()
        self.returned: dict[Path, Look] = {}
        self.beat_at = 0.0

    def run(self, every: float = EVERY) -> None:
        """Until told to stop."""
        while not self.stop.is_set():
            try:
                self.turn()
                self.beat()
            except Exception:
                # A folder that cannot be read now may be readable at the next look.
                log.exception("this look failed; the next one follows")
            self.stop.wait(every)

    def turn(self) -> None:
        """One look: what is claimed already, what has settled, what came back signed."""
        self.house.inbox.mkdir(parents=True, exist_ok=True)
        for claim in self.claims():
            self.take(claim)
        looks = dict(self.looks())
        settled = [path for path, look in looks.items() if self.seen.get(path) == look]
        self.seen = looks
        for path in sorted(settled):
            if claimed := self.claim(path):
                self.take(claimed)
        self.collect()

    def claims(self) -> list[Path]:
        """Files that were claimed and not yet taken in, by us or by one that died."""
        found = []
        for folder, _, files in os.walk(self.house.inbox / KLAIM):
            found += [Path(folder, name) for name in files if is_id(Path(folder).name)]
        return sorted(found)

    def looks(self) -> Iterator[tuple[Path, Look]]:
        """Every file that may become a kiriman, with its size and time of change."""
        for folder, names, files in os.walk(self.house.inbox):
            names[:] = [name for name in names if not name.startswith(".")]
            for name in files:
                path = Path(folder, name)
                if self._is_left(path):
                    continue
                with contextlib.suppress(FileNotFoundError):  # claimed by another just now
                    found = path.lstat()
                    if self._is_takeable(path, found):
                        yield path, (found.st_size, found.st_mtime_ns)

    def _is_left(self, path: Path) -> bool:
        name = path.name.lower()
        own = path.parent == self.house.inbox and name == "readme.md"
        return own or name.startswith((".", "~$")) or name.endswith(UNFINISHED)

    def _is_takeable(self, path: Path, found: os.stat_result) -> bool:
        if not stat.S_ISREG(found.st_mode):
            return self._tell(path, "is no plain file and is left where it is")
        if found.st_size > self.house.batas.ukuran:
            return self._tell(path, "is larger than the house takes in")
        if not os.access(path, os.R_OK):
            return self._tell(path, "cannot be read")
        # The change of the inode, not of the contents: a copied file keeps its old date.
        return found.st_size > 0 or time.time() - found.st_ctime > EMPTY_WAITS

    def _tell(self, path: Path, why: str) -> bool:
        """Say it once; a line each look would bury the log."""
        line = f"{str(path)!a} {why}"
        if line not in self.told:
            self.told.add(line)
            log.warning("%s", line)
        return False

    def claim(self, path: Path) -> Path | None:
        """Move a file into a claim of its own; None where another was first."""
        instansi, unit = self._place(path)
        room = self.house.inbox / KLAIM / (instansi or NOBODY) / (unit or NOBODY)
        goal = room / self.house.new_id() / path.name
        goal.parent.mkdir(parents=True)
        try:
            path.rename(goal)
        except OSError as failed:
            goal.parent.rmdir()
            if not isinstance(failed, FileNotFoundError):
                self._tell(path, f"cannot be claimed ({failed.strerror})")
            return None
        self.seen.pop(path, None)
        return goal

    def _place(self, path: Path) -> tuple[str, str]:
        """The instansi and unit that a folder stands for; '' for those nobody knows."""
        instansi, *below = path.relative_to(self.house.inbox).parts[:-1] or ("",)
        if instansi not in self.house.packs.instansi():
            return "", ""
        return instansi, below[0] if below else ""

    def take(self, claim: Path) -> None:
        """Take a claimed file in; what fails now stays claimed and is tried at the next look."""
        id_, unit, instansi = (claim.parents[n].name for n in range(3))
        slip = Slip(
            id_,
            "" if instansi == NOBODY else instansi,
            "" if unit == NOBODY else unit,
            "folder",
            claim.name,
        )
        try:
            accept(self.house, [Bawaan(claim, claim.name)], slip)
        except FileNotFoundError:
            return  # another watcher took it in
        except (Unavailable, Refusal) as no:
            self._tell(claim, f"is claimed but not yet taken in: {no}")
            return
        except OSError as wrong:  # one file that cannot be read must not hold up the others
            self._tell(claim, f"is claimed but cannot be taken in ({wrong.strerror})")
            return
        claim.unlink(missing_ok=True)
        with contextlib.suppress(FileNotFoundError):
            claim.parent.rmdir()

    def collect(self) -> None:
        """Owe a `collect` for each naskah whose paper came back."""
        for naskah_id, path in self.house.courier.collect():
            found = path.stat()
            look = (found.st_size, found.st_mtime_ns)
            if self.returned.get(path) == look:
                continue
            self.returned[path] = look
            with self.house.ledger.begin() as tx:
                if tx.find(Naskah, id=naskah_id):
                    tx.plan("collect", naskah_id)
                else:
                    self._tell(path, "names a naskah that is not of this house")

    def beat(self) -> None:
        """A sign of life."""
        if time.monotonic() >= self.beat_at:
            self.beat_at = time.monotonic() + BEAT
            name = f"watcher-{socket.gethostname()[:40]}-{os.getpid()}"
            self.house.pulse.beat(name, "watcher", {"pid": str(os.getpid())})


def main(every: float = EVERY) -> int:
    """Run until SIGTERM or Ctrl-C."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    house = houses.build(Settings.from_env())
    watcher = Watcher(house)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: watcher.stop.set())
    watcher.run(every)
    house.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
