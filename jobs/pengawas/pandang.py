"""One look at the whole inbox: what may become a kiriman, what is left alone, what is odd."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from service.domain.karantina import KARANTINA, TUNGGU
from service.domain.mapan import (
    SLIP_FOLDER,
    Rupa,
    is_dropping,
    is_left,
    is_named_like_file,
    is_slip,
    is_unfinished,
    slip_of,
)

README = "readme.md"  # the inbox's own page
LAPIS = 20  # folders in folders
TAUTAN, PERANGKAT, TERTUTUP, BERNAMA_FILE, TERLALU_DALAM = (
    "tautan",
    "perangkat",
    "tidak dapat dibaca",
    "folder bernama file",
    "folder terlalu dalam",
)
DIKERJAKAN = "folder masih berisi file sementara"


@dataclass(frozen=True)
class Calon:
    """What may become one kiriman: a file with its slip, or a whole folder."""

    tempat: tuple[str, ...]  # the folders that lead to it, from the inbox
    nama: str
    rupa: tuple[tuple[str, Rupa], ...]  # every file in it, as this look saw it
    slip: str = ""
    folder: bool = False
    terbanyak: bool = False  # more files than a kiriman may have; the rest was not looked at

    @property
    def jalan(self) -> tuple[str, ...]:
        """Its path below the inbox."""
        return (*self.tempat, self.nama)


@dataclass
class Pandangan:
    """What one look saw."""

    calon: list[Calon] = field(default_factory=list)
    folder: list[Path] = field(default_factory=list)  # where something new may appear
    janggal: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    dibiarkan: int = 0


@dataclass(frozen=True)
class Aturan:
    """What a look needs to know of the house."""

    instansi: frozenset[str]
    abaikan: tuple[str, ...]
    file: int  # most files of one kiriman


def looked(inbox: Path, aturan: Aturan) -> Pandangan:
    """The inbox as it is now; a folder that is gone meanwhile is not there."""
    found = Pandangan()
    _rack(inbox, (), aturan, found)
    return found


def _rack(folder: Path, jalan: tuple[str, ...], aturan: Aturan, found: Pandangan) -> None:
    """A folder in which every file is a kiriman by itself."""
    found.folder.append(folder)
    files: dict[str, os.stat_result] = {}
    for entry in _entries(folder, jalan, found):
        own = not jalan and entry.name.lower() == README
        kept = entry.name in (KARANTINA, TUNGGU) and len(jalan) <= 2
        if is_left(entry.name, aturan.abaikan) or own or kept:
            found.dibiarkan += not (own or kept or entry.name == ".klaim")
        elif entry.is_dir(follow_symlinks=False):
            _below(Path(entry.path), (*jalan, entry.name), aturan, found)
        elif seen := _plain(entry, jalan, found):
            files[entry.name] = seen
    found.calon += _singles(jalan, files)


def _below(folder: Path, jalan: tuple[str, ...], aturan: Aturan, found: Pandangan) -> None:
    """A folder in a rack: another rack, or below a unit a kiriman by itself."""
    if len(jalan) > LAPIS:
        found.janggal.append((jalan, TERLALU_DALAM))
    elif jalan[0] not in aturan.instansi or len(jalan) < 3:
        _rack(folder, jalan, aturan, found)
    elif is_named_like_file(jalan[-1]):
        found.janggal.append((jalan, BERNAMA_FILE))
    elif calon := _whole(folder, jalan, aturan, found):
        found.calon.append(calon)


def _singles(jalan: tuple[str, ...], files: dict[str, os.stat_result]) -> Iterator[Calon]:
    """Each file with the slip that lies beside it; a slip without its file waits as if empty."""
    slips = {nama: slip_of(nama, files) for nama in files if not is_slip(nama)}
    used = set(slips.values())
    for nama, seen in files.items():
        if nama in used:
            continue
        slip = slips.get(nama, "")
        rupa = [(nama, _rupa(seen))]
        if slip:
            rupa.append((slip, _rupa(files[slip])))
        yield Calon(jalan, nama, tuple(rupa), slip)


def _whole(folder: Path, jalan: tuple[str, ...], aturan: Aturan, found: Pandangan) -> Calon | None:
    """A folder and all that is in it; None where it holds nothing to take, or is not ready."""
    walk = _Walk(aturan, found)
    walk.into(folder, jalan, "")
    if walk.odd or not walk.rupa:
        return None
    return Calon(
        jalan[:-1],
        jalan[-1],
        tuple(sorted(walk.rupa)),
        SLIP_FOLDER if any(nama == SLIP_FOLDER for nama, _ in walk.rupa) else "",
        folder=True,
        terbanyak=walk.many,
    )


class _Walk:
    """The files of one folder, at most as many as a kiriman may have and one more."""

    def __init__(self, aturan: Aturan, found: Pandangan) -> None:
        self.aturan, self.found = aturan, found
        self.rupa: list[tuple[str, Rupa]] = []
        self.odd = self.many = False

    def into(self, folder: Path, jalan: tuple[str, ...], before: str) -> None:
        self.found.folder.append(folder)
        odd = len(self.found.janggal)
        for entry in _entries(folder, jalan, self.found):
            if self.many:
                return
            nama = f"{before}{entry.name}"
            if is_dropping(entry.name):
                self.found.dibiarkan += 1
            elif entry.is_dir(follow_symlinks=False):
                self._deeper(Path(entry.path), (*jalan, entry.name), f"{nama}/")
            elif is_unfinished(entry.name):
                self.found.janggal.append(((*jalan, entry.name), DIKERJAKAN))
            elif is_left(entry.name, self.aturan.abaikan):
                self.found.dibiarkan += 1
            elif seen := _plain(entry, jalan, self.found):
                self.rupa.append((nama, _rupa(seen)))
                self.many = len(self.rupa) > self.aturan.file + 1
        self.odd = self.odd or len(self.found.janggal) > odd

    def _deeper(self, folder: Path, jalan: tuple[str, ...], before: str) -> None:
        if len(jalan) > LAPIS:
            self.found.janggal.append((jalan, TERLALU_DALAM))
        else:
            self.into(folder, jalan, before)


def _entries(folder: Path, jalan: tuple[str, ...], found: Pandangan) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        found.janggal.append((jalan, TERTUTUP))


def _plain(
    entry: os.DirEntry[str], jalan: tuple[str, ...], found: Pandangan
) -> os.stat_result | None:
    """What a look tells of a plain file that can be read; everything else is odd."""
    try:
        seen = entry.stat(follow_symlinks=False)
    except FileNotFoundError:  # claimed by another just now
        return None
    except OSError:
        found.janggal.append(((*jalan, entry.name), TERTUTUP))
        return None
    why = ""
    if stat.S_ISLNK(seen.st_mode):
        why = TAUTAN
    elif not stat.S_ISREG(seen.st_mode):
        why = PERANGKAT
    elif not os.access(entry.path, os.R_OK, follow_symlinks=False):
        why = TERTUTUP
    if why:
        found.janggal.append(((*jalan, entry.name), why))
        return None
    return seen


def _rupa(seen: os.stat_result) -> Rupa:
    return Rupa(seen.st_size, seen.st_mtime_ns, seen.st_ino)


def counted(janggal: list[tuple[tuple[str, ...], str]]) -> str:
    """What is odd, by kind and without a name: for the log and for the page Keadaan."""
    return ", ".join(f"{n} {why}" for why, n in sorted(Counter(why for _, why in janggal).items()))
