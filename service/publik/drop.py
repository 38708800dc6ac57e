"""The drop folder: what the public sent, one small file each, for the office to take in."""

from __future__ import annotations

import hmac
import json
import shutil
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from service.disk import SharedDisk, trouble, write_new
from service.domain.antaran import TERBESAR, Antaran, write
from service.domain.kode_lacak import from_bits, sidik
from service.domain.refusals import Unavailable
from service.publik.lampiran import Penampung

DIAMBIL = "diambil"  # where the office puts what it is about to take in
SPARE = 50_000_000  # bytes that stay free on the disk


@dataclass(frozen=True)
class Batas:
    """How much may wait in the folder before no more is taken."""

    banyak: int
    bita: int


class DropFolder:
    """Keeps forms and says whether a code's form still lies here."""

    def __init__(self, folder: Path, batas: Batas) -> None:
        self.folder, self.batas, self.disk = folder, batas, SharedDisk()

    def keep(self, antaran: Antaran, sent: Sequence[Penampung] = ()) -> datetime:
        """The form, durable when this returns, and when it came; the same code is kept once."""
        if since := self.since(antaran.kode):
            return since
        try:
            content = write(antaran)
            self._room(len(content) + sum(one.ukuran for one in sent))
            for one in sent:  # before the form that names them
                one.keep()
            write_new(self.disk, self._path(antaran.kode), content)
        except FileExistsError:
            return self.since(antaran.kode) or antaran.diterima
        except OSError as wrong:
            raise trouble(wrong, "kotak permohonan") from wrong
        return antaran.diterima

    def _room(self, more: int) -> None:
        names = self.disk.names(self.folder)
        if len(names) >= self.batas.banyak:
            raise Unavailable("Kotak permohonan penuh.")
        held = sum(self._size(name) for name in names)
        if held + more > self.batas.bita or shutil.disk_usage(self.folder).free < SPARE + more:
            raise Unavailable("Kotak permohonan penuh.")

    def _size(self, name: str) -> int:
        try:
            found = (self.folder / name).stat()
        except FileNotFoundError:  # taken in since it was listed
            return 0
        return found.st_size if stat.S_ISREG(found.st_mode) else 0

    def since(self, kode: str) -> datetime | None:
        """When the form of this code came, as long as it has not been taken in."""
        path = self._path(kode)
        for place in (path, path.parent / DIAMBIL / path.name):
            try:
                return datetime.fromtimestamp(self.disk.changed(place), UTC)
            except OSError:
                continue
        return None

    def instansi(self, kode: str) -> str:
        """The body that a form lying here is for; '' once it is on the office's side."""
        try:
            with self.disk.open(self._path(kode)) as form:
                told = json.loads(form.read(TERBESAR))
        except (OSError, ValueError, RecursionError):
            return ""
        return str(told.get("instansi", "")) if isinstance(told, dict) else ""

    def _path(self, kode: str) -> Path:
        # Not the code itself: a listing of the folder must not be enough to ask for a request.
        return self.folder / f"{sidik(kode)}.json"


def new_kode(
    secret: bytes, token: str, isian: Mapping[str, str], files: Sequence[tuple[str, str]] = ()
) -> str:
    """A code for this form, these words and these files: sent twice, it is one request."""
    said = json.dumps([token, dict(isian), *files], sort_keys=True).encode()
    return from_bits(hmac.digest(secret, said, "sha256"))
