"""The port Penerbit: a book of rows that is replaced whole, and files in the open store."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from service.adapters.penerbit import baca, kurang, tulis, unduhan
from service.adapters.penerbit.muatan import Muatan, Unduhan, key, recipe, sidik
from service.disk import Disk, trouble
from service.domain.edisi.terbitan import Badan, FileTerbit, Terbitan, need_public
from service.domain.edisi.terpampang import Terpampang
from service.ports import Store, Workbooks
from service.ports.cari import Stemmer


@dataclass(frozen=True)
class Toko:
    """The store that files are taken from, and the open one in which the public's copies lie."""

    tertutup: Store
    terbuka: Store


@dataclass(frozen=True)
class PenerbitSqlite:
    """Publishes into `path`; readers keep the book they opened until they look again."""

    path: Path
    toko: Toko
    stemmer: Stemmer
    workbooks: Workbooks
    disk: Disk
    room: Callable[[], AbstractContextManager[Path]]
    url: str = ""

    def put(self, badan: Badan, terbitan: Sequence[Terbitan]) -> None:
        need_public(terbitan)
        wanted = sidik(badan, terbitan, self.url)
        with self._alone():
            known = baca.marks(self.path)
            if known.get(badan.kode, "") == (wanted if terbitan else "") and self._whole(badan):
                self._drop_unnamed()
                return
            rest = baca.others(self.path, badan.kode)
            mine = [self._loaded(badan, tuple(terbitan), wanted)] if terbitan else []
            semua = [*rest, *mine]
            self._replace(lambda part: tulis.write(part, semua, self.stemmer.akar))
            self._drop_unnamed()

    def unprinted(self, badan: str) -> frozenset[tuple[str, int, int]]:
        made = baca.downloads(self.path, badan)
        return frozenset(which for which, some in made.items() if some and "pdf" not in some)

    def prints(self, badan: str) -> Mapping[tuple[str, int, int], FileTerbit]:
        made = baca.downloads(self.path, badan)
        return {which: some["pdf"].file for which, some in made.items() if "pdf" in some}

    def add_print(self, badan: Badan, one: Terbitan, pdf: Path) -> bool:
        whole = replace(one, badan=badan)
        resep = recipe(badan, whole, self.url)
        with self._alone():
            known = baca.downloads(self.path, badan.kode).get(key(one), {})
            if not known or "pdf" in known or any(x.resep != resep for x in known.values()):
                return False
            made = unduhan.taken(whole, "pdf", unduhan.PDF, pdf, self.toko.terbuka.put, resep)
            self._replace(lambda part: tulis.add_download(self.path, part, key(one), badan, made))
        return True

    def made(self, badan: Badan, one: Terbitan) -> Mapping[str, FileTerbit]:
        resep = recipe(badan, replace(one, badan=badan), self.url)
        known = baca.downloads(self.path, badan.kode).get(key(one), {})
        return {bentuk: x.file for bentuk, x in known.items() if x.resep == resep}

    def seen(self, badan: str) -> Terpampang:
        return baca.seen(self.path, badan)

    def hide(self, badan: str, gone: Terpampang) -> None:
        if not gone.ada:
            return
        with self._alone():
            if baca.marks(self.path):
                self._replace(lambda part: self._lessened(part, badan, gone))
                self._drop_unnamed()

    def files(self) -> frozenset[str]:
        return baca.public_files(self.path)

    def _whole(self, badan: Badan) -> bool:
        """Whether every file that the book names of a body can be given out."""
        named = baca.public_files(self.path, badan.kode)
        return all(self.toko.terbuka.at(sha256) for sha256 in named)

    def _loaded(self, badan: Badan, terbitan: tuple[Terbitan, ...], wanted: str) -> Muatan:
        """The body's content, its files on the open side, its downloads made."""
        before = baca.downloads(self.path, badan.kode)
        made = dict[tuple[str, int, int], dict[str, Unduhan]]()
        with self.room() as room:
            for one in (x for x in terbitan if x.terlihat):
                whole = replace(one, badan=badan)
                for sha256 in _named(whole):
                    self._open(sha256, room)
                resep = recipe(badan, whole, self.url)
                there = before.get(key(one), {})
                if there and all(self._still(x, resep) for x in there.values()):
                    made[key(one)] = dict(there)
                    continue
                way = (self.url, room, self.workbooks, self.toko.terbuka.put, resep)
                made[key(one)] = dict(unduhan.made(whole, *way))
        return Muatan(badan, terbitan, wanted, made)

    def _open(self, sha256: str, room: Path) -> None:
        if not self.toko.terbuka.has(sha256):
            self.toko.terbuka.put(self.toko.tertutup.fetch(sha256, room / "file"))

    def _still(self, one: Unduhan, resep: str) -> bool:
        return one.resep == resep and self.toko.terbuka.has(one.file.sha256)

    def _lessened(self, part: Path, badan: str, gone: Terpampang) -> None:
        shutil.copyfile(self.path, part)
        kurang.lessened(part, badan, gone, self.stemmer.akar)

    def _replace(self, write: Callable[[Path], None]) -> None:
        """The book as `write` leaves it beside the old one, renamed into its place."""
        part = self.path.with_name(f".{self.path.name}.{os.urandom(8).hex()}.part")
        try:
            self.disk.close(self.disk.create(part))
            write(part)
            fd = os.open(part, os.O_RDONLY | os.O_CLOEXEC)
            try:
                self.disk.sync(fd)
            finally:
                self.disk.close(fd)
            self.disk.rename(part, self.path)
            self.disk.sync_folder(self.path.parent)
        except OSError as wrong:
            raise trouble(wrong, "folder daftar bagi publik") from wrong
        finally:
            part.unlink(missing_ok=True)

    def _drop_unnamed(self) -> None:
        """Take away what no published row names; also what a killed run left."""
        named = {self.toko.terbuka.name_of(one) for one in self.files()}
        for name in list(self.toko.terbuka.names()):
            if name not in named:
                self.toko.terbuka.drop(name)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One publication at a time; what a killed one left half-written is swept."""
        self.path.parent.mkdir(0o750, parents=True, exist_ok=True)
        with self.path.with_name(f".{self.path.name}.kunci").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for left in self.path.parent.glob(f".{self.path.name}.*.part"):
                left.unlink(missing_ok=True)
            yield


def _named(one: Terbitan) -> Iterator[str]:
    """The files of the lines that stand in the edition, and its decree."""
    listed = {line["kode"] for line in one.baris}
    yield from (file.sha256 for kode, file in one.file.items() if kode in listed)
    if one.sk_pdf:
        yield one.sk_pdf.sha256
