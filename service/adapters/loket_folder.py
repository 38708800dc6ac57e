"""The port Loket in three folders: one the public process writes, two it cannot."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from service.disk import Disk, trouble, write_over
from service.domain.antaran import LAMPIRAN_TERBESAR, NAMA_LAMPIRAN, TERBESAR, Aneh, Lampiran
from service.domain.refusals import Unavailable
from service.ports.loket import FILE, NASKAH

FORM = re.compile(r"[0-9a-f]{40}\.json")
DIAMBIL = "diambil"  # forms on our side; the public process may only ask whether one is there
BASI = 24 * 3600.0  # seconds: no form is under way for so long


class LoketFolder:
    """The counter in folders of this machine."""

    def __init__(self, masuk: Path, terbit: Path, disisihkan: Path, disk: Disk) -> None:
        self.masuk, self.terbit, self.disisihkan, self.disk = masuk, terbit, disisihkan, disk
        self.diambil = masuk / DIAMBIL
        self.last_instansi = b""

    def claim(self, atmost: int) -> list[str]:
        if not self.masuk.is_dir():
            return []  # the public pages have never run
        with self._claimed() as claimed:
            ours = self.disk.names(claimed)
            for name in self._oldest(self.masuk)[: max(0, atmost - len(ours))]:
                with contextlib.suppress(FileNotFoundError):  # another was first
                    self._moved(self.masuk / name, claimed / name, name)
            return self._oldest(claimed)[:atmost]

    @contextlib.contextmanager
    def _claimed(self) -> Iterator[Path]:
        """Our folder on the counter, held open: the public process could lay a link in its place.

        What it finds under our folder's name that is none goes aside, unopened.
        """
        try:
            fd = self._entered()
        except OSError as wrong:
            raise trouble(wrong, "kotak permohonan publik") from wrong
        try:
            yield Path(f"/proc/self/fd/{fd}")
        finally:
            os.close(fd)

    def _entered(self) -> int:
        if self._made(self.diambil, 0o751):
            return self._opened()
        try:
            return self.disk.enter(self.diambil)
        except (NotADirectoryError, FileNotFoundError):
            pass
        except OSError as wrong:
            if wrong.errno != errno.ELOOP:
                raise
        self._away(self.diambil, DIAMBIL)
        self._made(self.diambil, 0o751)
        return self._opened()

    def _opened(self) -> int:
        fd = self.disk.enter(self.diambil)
        os.fchmod(fd, 0o2751)  # whatever the mask: its owner may ask whether a name is there
        return fd

    def _moved(self, path: Path, goal: Path, name: str) -> None:
        try:
            self.disk.rename(path, goal)
        except FileNotFoundError:
            raise
        except OSError as wrong:
            raise trouble(wrong, f"kotak permohonan publik ({name[:80]!a})") from wrong

    def _oldest(self, folder: Path) -> list[str]:
        """What is there to take, in the order in which it came; `.part` files are unfinished."""
        found = []
        for name in self.disk.names(folder):
            if name.startswith(".") or name == DIAMBIL or NAMA_LAMPIRAN.fullmatch(name):
                continue
            with contextlib.suppress(FileNotFoundError):
                found.append((self.disk.changed(folder / name), name))
        return [name for _, name in sorted(found)]

    def content(self, name: str) -> bytes:
        if not FORM.fullmatch(name):
            raise Aneh("has a name no form has")
        with self._claimed() as claimed:
            return self._bytes(claimed / name, TERBESAR)

    def copy(self, lampiran: Lampiran, out: Path) -> Path:
        try:
            content = self._bytes(self.masuk / lampiran.file, LAMPIRAN_TERBESAR)
        except FileNotFoundError as gone:
            raise Aneh("names a file that is not there") from gone
        if len(content) != lampiran.ukuran:
            raise Aneh("has a file that is not as long as it says")
        out.write_bytes(content)
        return out

    def _bytes(self, path: Path, most: int) -> bytes:
        try:
            with self.disk.open(path) as source:
                content = source.read(most + 1)
        except FileNotFoundError:
            raise
        except PermissionError as shut:
            raise trouble(shut, f"kotak permohonan publik ({path.name})") from shut
        except OSError as wrong:  # a link, a pipe, a folder
            raise Aneh("is no plain file") from wrong
        if len(content) > most:
            raise Aneh("is larger than any form")
        return content

    def done(self, name: str, lampiran: tuple[Lampiran, ...]) -> None:
        with self._claimed() as claimed:
            # The form last: as long as it lies here, the files it names are still wanted.
            for path in (*(self.masuk / one.file for one in lampiran), claimed / name):
                with contextlib.suppress(FileNotFoundError):
                    self.disk.remove(path)

    def aside(self, name: str) -> None:
        with self._claimed() as claimed:
            self._away(claimed / name, name)

    def _away(self, path: Path, name: str) -> None:
        self._made(self.disisihkan, 0o700)
        told = re.sub(r"[^\w.-]", "_", name, flags=re.ASCII)[:80]  # a longer one could not be kept
        goal = self.disisihkan / f"{int(time.time())}-{os.urandom(4).hex()}-{told}"
        with contextlib.suppress(FileNotFoundError):
            self._moved(path, goal, name)

    def count_aside(self) -> int:
        return len(self.disk.names(self.disisihkan))

    def tidy(self) -> None:
        old = time.time() - BASI
        for folder in (self.terbit, *(self.terbit / rak for rak in ("lacak", NASKAH, FILE))):
            self._half_written(folder, old)
        names = [
            name
            for name in self.disk.names(self.masuk)
            if name.endswith((".part", ".lampiran")) and self._changed(self.masuk / name) < old
        ]
        if not names:
            return
        wanted = b"".join(self._forms())
        for name in names:
            if name.encode() not in wanted:
                with contextlib.suppress(OSError):
                    self.disk.remove(self.masuk / name)

    def _half_written(self, folder: Path, old: float) -> None:
        """What we were writing to be shown when we died; it was written again since."""
        for name in self.disk.names(folder):
            if name.endswith(".part") and self._changed(folder / name) < old:
                with contextlib.suppress(OSError):
                    self.disk.remove(folder / name)

    def _forms(self) -> list[bytes]:
        found = []
        with self._claimed() as claimed:
            for folder in (self.masuk, claimed):
                for name in self._oldest(folder):
                    with contextlib.suppress(Aneh, OSError, Unavailable):
                        found.append(self._bytes(folder / name, TERBESAR))
        return found

    def _changed(self, path: Path) -> float:
        try:
            return self.disk.changed(path)
        except OSError:
            return time.time()

    def tell(self, sidik: str, content: bytes) -> None:
        self._write(self.terbit / "lacak", f"{sidik}.json", content)

    def shown(self) -> set[str]:
        return self.shelf("lacak")

    def tell_instansi(self, content: bytes) -> None:
        if content != self.last_instansi or not (self.terbit / "instansi.json").exists():
            self._shelf(self.terbit / "lacak")  # by it the public's side knows that we answer
            self._write(self.terbit, "instansi.json", content)
            self.last_instansi = content

    def show(self, rak: str, nama: str, content: bytes) -> None:
        self._write(self.terbit / rak, f"{nama}.json", content)

    def seen(self, rak: str, nama: str) -> bytes:
        try:
            return self._bytes(self.terbit / rak / f"{nama}.json", TERBESAR)
        except (FileNotFoundError, Aneh):
            return b""

    def hide(self, rak: str, nama: str) -> None:
        try:
            self.disk.remove(self.terbit / rak / f"{nama}.json")
        except FileNotFoundError:
            pass
        except OSError as wrong:
            raise trouble(wrong, "folder kabar bagi publik") from wrong

    def shelf(self, rak: str) -> set[str]:
        names = self.disk.names(self.terbit / rak)
        return {name.removesuffix(".json") for name in names if FORM.fullmatch(name)}

    def _write(self, folder: Path, name: str, content: bytes) -> None:
        try:
            self._shelf(folder)
            write_over(self.disk, folder / name, content)
        except OSError as wrong:
            raise trouble(wrong, "folder kabar bagi publik") from wrong

    def _shelf(self, folder: Path) -> None:
        self._made(folder, 0o750)  # no chmod: it would lose the group handed down to it

    def _made(self, folder: Path, mode: int) -> bool:
        try:
            folder.mkdir(mode, parents=True)
        except FileExistsError:
            return False
        except OSError as wrong:
            raise trouble(wrong, str(folder)) from wrong
        return True
