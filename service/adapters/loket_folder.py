"""The port Loket in three folders: one the public process writes, two it cannot."""

from __future__ import annotations

import contextlib
import os
import re
import time
from pathlib import Path

from service.disk import Disk, trouble, write_over
from service.domain.antaran import LAMPIRAN_TERBESAR, NAMA_LAMPIRAN, TERBESAR, Aneh, Lampiran
from service.domain.refusals import Unavailable

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
        if self._made(self.diambil, 0o751):
            self.diambil.chmod(
                0o2751
            )  # whatever the mask: its owner may ask whether a name is there
        ours = self.disk.names(self.diambil)
        for name in self._oldest(self.masuk)[: max(0, atmost - len(ours))]:
            with contextlib.suppress(FileNotFoundError):  # another was first
                try:
                    self.disk.rename(self.masuk / name, self.diambil / name)
                except OSError as wrong:
                    raise trouble(wrong, f"kotak permohonan publik ({name})") from wrong
        return self._oldest(self.diambil)[:atmost]

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
        return self._bytes(self.diambil / name, TERBESAR)

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
        # The form last: as long as it lies here, the files it names are still wanted.
        for path in (*(self.masuk / one.file for one in lampiran), self.diambil / name):
            with contextlib.suppress(FileNotFoundError):
                self.disk.remove(path)

    def aside(self, name: str) -> None:
        self._made(self.disisihkan, 0o700)
        goal = self.disisihkan / f"{int(time.time())}-{os.urandom(4).hex()}-{name[:80]}"
        with contextlib.suppress(FileNotFoundError):
            try:
                self.disk.rename(self.diambil / name, goal)
            except OSError as wrong:
                raise trouble(wrong, f"kotak permohonan publik ({name})") from wrong

    def count_aside(self) -> int:
        return len(self.disk.names(self.disisihkan))

    def tidy(self) -> None:
        old = time.time() - BASI
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

    def _forms(self) -> list[bytes]:
        found = []
        for folder in (self.masuk, self.diambil):
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
        names = self.disk.names(self.terbit / "lacak")
        return {name.removesuffix(".json") for name in names if FORM.fullmatch(name)}

    def tell_instansi(self, content: bytes) -> None:
        if content != self.last_instansi or not (self.terbit / "instansi.json").exists():
            self._write(self.terbit, "instansi.json", content)
            self.last_instansi = content

    def _write(self, folder: Path, name: str, content: bytes) -> None:
        try:
            self._made(folder, 0o750)  # no chmod: it would lose the group handed down to it
            write_over(self.disk, folder / name, content)
        except OSError as wrong:
            raise trouble(wrong, "folder kabar bagi publik") from wrong

    def _made(self, folder: Path, mode: int) -> bool:
        try:
            folder.mkdir(mode, parents=True)
        except FileExistsError:
            return False
        except OSError as wrong:
            raise trouble(wrong, str(folder)) from wrong
        return True
