"""The port Samples: a folder in the home says what is asked of the sample home and how it is."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
from pathlib import Path
from typing import Any

from service.domain.contoh import DIHAPUS, DIMAINKAN, DIMINTA, GAGAL, KOSONG, MENYALA, RumahContoh
from service.domain.refusals import Unavailable

FOLDER = "contoh"


class FolderSamples:
    """Asked for by pages and commands; played and told by the process that keeps it."""

    def __init__(self, home: Path, kunci: str = "") -> None:
        self.folder = home / FOLDER
        self.kunci = kunci

    @property
    def asked(self) -> Path:
        """The file that says that a sample home is wanted; with it, its keeper is started."""
        return self.folder / "diminta.json"

    @property
    def home(self) -> Path:
        """The home that is played in."""
        return self.folder / "rumah"

    def now(self) -> RumahContoh:
        if not self.folder.exists():
            return RumahContoh(KOSONG)
        if self.dropped():
            return RumahContoh(DIHAPUS)
        if wrong := self._read("gagal.json"):
            return RumahContoh(GAGAL, sebab=str(wrong["sebab"]))
        if told := self._read("menyala.json"):
            return RumahContoh(MENYALA, port=int(told["port"]), kunci=str(told["kunci"]))
        if told := self._read("kemajuan.json"):
            return RumahContoh(DIMAINKAN, langkah=int(told["langkah"]))
        return RumahContoh(DIMINTA)

    def ask(self, instansi: tuple[str, ...]) -> None:
        with _sayable(self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write("diminta.json", {"instansi": list(instansi)})

    def drop(self) -> None:
        with _sayable(self.folder):
            self._write("hapus.json", {"hapus": True})
            if not self.asked.exists():  # nobody keeps it: there is nobody to take it away
                self.clear()

    def wanted(self) -> tuple[str, ...]:
        """The agencies that are asked for."""
        return tuple(str(one) for one in self._read("diminta.json").get("instansi", ()))

    def dropped(self) -> bool:
        """Whether it is to go."""
        return (self.folder / "hapus.json").exists()

    def played(self) -> str:
        """The key of the door of a home that was played to its end; empty where none was."""
        return str(self._read("dimainkan.json").get("kunci", ""))

    def begin(self) -> None:
        """Nothing of an earlier, unfinished play stays."""
        for one in self.folder.iterdir():
            if one != self.asked:
                shutil.rmtree(one) if one.is_dir() else one.unlink()
        self.tell(0)

    def tell(self, langkah: int) -> None:
        """How many steps were played."""
        self._write("kemajuan.json", {"langkah": langkah})

    def finish(self) -> None:
        """The play is whole; the home's door gets its key."""
        self._write("dimainkan.json", {"kunci": secrets.token_urlsafe(24)})

    def open(self, port: int) -> None:
        """Its pages answer."""
        self._write("menyala.json", {"port": port, "kunci": self.played()})

    def shut(self) -> None:
        """Its pages do not answer."""
        (self.folder / "menyala.json").unlink(missing_ok=True)

    def fail(self, sebab: str) -> None:
        """It came to nothing."""
        self._write("gagal.json", {"sebab": sebab})

    def clear(self) -> None:
        """All of it goes; what says that it is to go goes last."""
        if not self.folder.exists():
            return
        for one in self.folder.iterdir():
            if one.name not in ("hapus.json", self.asked.name):
                shutil.rmtree(one) if one.is_dir() else one.unlink()
        shutil.rmtree(self.folder)

    def _read(self, name: str) -> dict[str, Any]:
        with contextlib.suppress(FileNotFoundError, ValueError):
            told: dict[str, Any] = json.loads((self.folder / name).read_text())
            return told
        return {}

    def _write(self, name: str, told: dict[str, Any]) -> None:
        part = self.folder / f".{name}.{os.getpid()}"
        part.write_text(json.dumps(told))
        part.chmod(0o600)
        part.replace(self.folder / name)


@contextlib.contextmanager
def _sayable(folder: Path) -> Any:
    try:
        yield
    except OSError as wrong:
        raise Unavailable(
            f"Folder {folder} tidak dapat ditulisi ({wrong.strerror}). Tidak ada yang diubah."
        ) from wrong
