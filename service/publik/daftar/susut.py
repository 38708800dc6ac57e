"""The folder loses what the book has lost, file by file; nobody reads half a page meanwhile."""

from __future__ import annotations

import hashlib
import os
import shutil
from functools import partial
from pathlib import Path

from service.domain.edisi import alamat
from service.domain.edisi.edisi import DAFTAR
from service.domain.edisi.terbitan import FileTerbit
from service.domain.edisi.terpampang import LAGI
from service.face.isi import Tautan
from service.publik.daftar.buku import Rak
from service.publik.daftar.statis import (
    TANDA,
    Penulis,
    copies,
    edition,
    files,
    frame,
    items,
    lines,
)
from service.publik.daftar.tukar import beside, synced

HALAMAN = "index.html"
BUKAN_BARIS = ("edisi", "halaman", "atom.xml", HALAMAN)  # below a list, and no line


class Penyusul(Penulis):
    """Draws into a folder that is being read: what differs is renamed into place, whole."""

    def __init__(self, part: Path, folder: Path, url: str, kontak: tuple[Tautan, ...] = ()) -> None:
        super().__init__(folder, url, kontak)
        self._fresh = part / str(os.getpid())
        self.names = set[str]()

    def write(self, path: str, content: bytes) -> None:
        self.names.add(path)
        out = self.folder / path
        if not out.is_file() or out.read_bytes() != content:
            self._fresh.write_bytes(content)
            self._placed(out)

    def copy(self, path: str, file: FileTerbit, terbuka: Path) -> None:
        out = self.folder / path
        if not _is(out, file):
            shutil.copyfile(terbuka / file.sha256[:2] / file.sha256, self._fresh)
            self._placed(out)

    def without(self, path: str) -> None:
        (self.folder / path / HALAMAN).unlink(missing_ok=True)

    def _placed(self, out: Path) -> None:
        out.parent.mkdir(parents=True, exist_ok=True)
        self._fresh.replace(out)


def lessened(folder: Path, daftar: Path, terbuka: Path | None, url: str = "") -> int:
    """The folder as a new one would be, where the book lost something; how many lines stay."""
    if not (folder / TANDA).is_file():
        return 0
    with beside(folder) as part:
        buku = Rak(daftar).buku()
        if buku is None or not buku.ask("SELECT 1 FROM tanda WHERE sidik = ?", LAGI):
            return 0
        part.mkdir()
        tulis = partial(Penyusul, part, folder)
        penulis = tulis(url, buku.kontak)
        pages = {alamat.item(nama, kode) for nama, kode in lines(buku)}
        named = {path for path, _ in files(buku)}
        _emptied(folder, pages, named)
        for edisi in buku.edisi.values():
            if not edisi.tampak:
                edition(penulis, buku, edisi)
        frame(penulis, buku)
        copies(penulis, buku, terbuka)
        many = items(tulis, daftar, buku, url)
        there = named if terbuka else set[str]()
        _swept(folder, penulis.names | there | {f"{page}/{HALAMAN}" for page in pages})
        synced(folder)
    return many


def _emptied(folder: Path, pages: set[str], named: set[str]) -> None:
    """Lines that are none any more, and files that no page names, go before all else."""
    for nama in DAFTAR:
        for one in (folder / nama).iterdir():
            if one.name not in BUKAN_BARIS and f"{nama}/{one.name}" not in pages:
                shutil.rmtree(one)
        for one in (folder / nama).glob("*/*"):
            _dropped(folder, one, named)
        for one in (folder / nama).glob("edisi/*/*/*/*"):
            _dropped(folder, one, named)


def _dropped(folder: Path, one: Path, named: set[str]) -> None:
    if one.name != HALAMAN and one.is_file() and str(one.relative_to(folder)) not in named:
        one.unlink()


def _swept(folder: Path, wanted: set[str]) -> None:
    """What a new folder would not have."""
    for where, _, names in os.walk(folder, topdown=False):
        here = Path(where)
        for name in names:
            if str((here / name).relative_to(folder)) not in wanted:
                (here / name).unlink()
        if here != folder and not any(here.iterdir()):
            here.rmdir()


def _is(out: Path, file: FileTerbit) -> bool:
    """Whether the file stands there already, to its last byte."""
    if not out.is_file() or out.stat().st_size != file.ukuran:
        return False
    with out.open("rb") as read:
        return hashlib.file_digest(read, "sha256").hexdigest() == file.sha256
