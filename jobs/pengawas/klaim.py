"""Claims: what is taken in lies in a folder of its own, held by a lock that dies with its owner."""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jobs.pengawas.pandang import Calon
from service.acts.simpan.folder import Folder, enter, within
from service.domain.ids import is_id
from service.domain.mapan import Rupa, is_dropping, is_slip, slip_of
from service.ports import House

KLAIM = ".klaim"  # below the inbox; officers do not look there, and may not
NOBODY = "_"  # in a claim's path, where there is no folder of an instansi or of a unit
ABANDONED = 60.0  # seconds: an empty claim so old was left by one that died


@dataclass
class Klaim:
    """One claim: its id becomes the kiriman's, so that a second try is the same kiriman."""

    id: str
    instansi: str
    unit: str
    folder: Folder
    names: list[str]
    lama: bool  # made in an earlier look, perhaps by one that died after the commit
    tempat: tuple[str, ...] = ()  # where it lay; '' after a restart, when nobody knows
    rupa: dict[str, Rupa] = field(default_factory=dict)  # as it was when it was copied

    @property
    def rak(self) -> tuple[str, ...]:
        """The folder in which claims of this place lie."""
        return (KLAIM, self.instansi or NOBODY, self.unit or NOBODY)

    @property
    def slip(self) -> str:
        """The name of the slip that lies beside its file."""
        found = (slip_of(one, self.names) for one in self.names if not is_slip(one))
        return next((one for one in found if one), "")

    @property
    def nama(self) -> str:
        """What the kiriman is called: by its file, or its folder."""
        return next((one for one in self.names if one != self.slip), "")

    @property
    def is_folder(self) -> bool:
        """Whether a whole folder was dropped."""
        return stat.S_ISDIR(os.lstat(self.folder / self.nama).st_mode)

    def close(self) -> None:
        """Let others have it, where anything is left of it."""
        os.close(self.folder.fd)


def claimed(house: House, calon: Sequence[Calon]) -> tuple[list[Klaim], list[OSError]]:
    """What could be claimed of these, and why others could not; the claims outlast a power cut."""
    found: list[Klaim] = []
    wrong: list[OSError] = []
    _private(house.inbox)
    for tempat in dict.fromkeys(one.tempat for one in calon):
        mine = [one for one in calon if one.tempat == tempat]
        instansi, unit = (*tempat, "", "")[:2]
        try:
            with (
                within(house.inbox, *tempat) as source,
                within(house.inbox, KLAIM, instansi or NOBODY, unit or NOBODY, make=True) as rak,
            ):
                rooms = _rooms(house, rak, len(mine))
                made = [
                    _claim(source, rak, *room, one, wrong)
                    for room, one in zip(rooms, mine, strict=True)
                ]
                found += [one for one in made if one]
                # Or a cut after the commit would bring the file back, to be taken a second time.
                source.sync()
        except FileNotFoundError:
            continue
        except OSError as no:
            wrong.append(no)
    return found, wrong


def _private(inbox: Path) -> None:
    if not (inbox / KLAIM).is_dir():
        with contextlib.suppress(FileExistsError), within(inbox) as above:
            os.mkdir(KLAIM, 0o700, dir_fd=above.fd)
            above.sync()


def _rooms(house: House, rak: Folder, count: int) -> list[tuple[str, Folder]]:
    """Empty claims, each held by us; first the folders, then what is moved into them."""
    made: list[tuple[str, Folder]] = []
    try:
        for _ in range(count):
            id_ = house.new_id()
            os.mkdir(id_, 0o700, dir_fd=rak.fd)
            room = enter(rak.path, id_)
            made.append((id_, room))
            room.lock()
        # A cut after the moves must find the folders, too.
        rak.sync()
    except OSError:
        for _, room in made:
            os.close(room.fd)
        raise
    return made


def _claim(
    source: Folder, rak: Folder, id_: str, room: Folder, one: Calon, wrong: list[OSError]
) -> Klaim | None:
    instansi, unit = (*one.tempat, "", "")[:2]
    klaim = Klaim(id_, instansi, unit, room, [one.nama], lama=False, tempat=one.tempat)
    moved = False
    try:
        os.rename(one.nama, one.nama, src_dir_fd=source.fd, dst_dir_fd=room.fd)
        moved = True
        if one.slip and not one.folder and _slip_too(source, room, one):
            klaim.names.append(one.slip)
    except OSError as no:
        if not isinstance(no, FileNotFoundError):  # else another was first
            wrong.append(no)
        moved = moved and os.path.lexists(room / one.nama)
    if moved:
        return klaim
    with contextlib.suppress(OSError):
        os.rmdir(id_, dir_fd=rak.fd)
    klaim.close()
    return None


def _slip_too(source: Folder, room: Folder, one: Calon) -> bool:
    """Bring the slip along; where that fails the file goes back, so that they stay together."""
    try:
        os.rename(one.slip, one.slip, src_dir_fd=source.fd, dst_dir_fd=room.fd)
    except FileNotFoundError:
        return False
    except OSError:
        os.rename(one.nama, one.nama, src_dir_fd=room.fd, dst_dir_fd=source.fd)
        raise
    return True


def left_behind(house: House) -> Iterator[Klaim]:
    """Claims whose owner died or could not finish; each is held by us until it is closed."""
    root = house.inbox / KLAIM
    for instansi in _folders(root):
        for unit in _folders(root / instansi):
            for id_ in filter(is_id, _folders(root / instansi / unit)):
                if klaim := _resumed(house.inbox, instansi, unit, id_):
                    yield klaim


def _resumed(inbox: Path, instansi: str, unit: str, id_: str) -> Klaim | None:
    try:
        folder = enter(inbox, KLAIM, instansi, unit, id_)
    except OSError:  # finished meanwhile
        return None
    try:
        if folder.lock() and (names := folder.names()):
            return Klaim(id_, _plain(instansi), _plain(unit), folder, names, lama=True)
        if time.time() - os.fstat(folder.fd).st_mtime > ABANDONED:
            with within(inbox, KLAIM, instansi, unit) as rak:
                os.rmdir(id_, dir_fd=rak.fd)
    except OSError:  # another had it, or the disk refuses: looked at again
        pass
    os.close(folder.fd)
    return None


def with_slip(house: House, klaim: Klaim) -> None:
    """Bring the slip that was left behind by one that died between its two steps."""
    if len(klaim.names) != 1 or klaim.is_folder:
        return
    place = [one for one in (klaim.instansi, klaim.unit) if one]
    with contextlib.suppress(OSError), within(house.inbox, *place) as home:
        slip = slip_of(klaim.names[0], home.names())
        if slip and stat.S_ISREG(os.lstat(home / slip).st_mode):
            os.rename(slip, slip, src_dir_fd=home.fd, dst_dir_fd=klaim.folder.fd)
            klaim.names.append(slip)


def _plain(nama: str) -> str:
    return "" if nama == NOBODY else nama


def _folders(path: Path) -> list[str]:
    with contextlib.suppress(OSError):
        return sorted(entry.name for entry in os.scandir(path) if entry.is_dir())
    return []


def renamed(house: House, klaim: Klaim) -> None:
    """What changed after it was copied becomes a kiriman of its own: nothing is lost."""
    with within(house.inbox, *klaim.rak) as rak:
        os.rename(klaim.id, house.new_id(), src_dir_fd=rak.fd, dst_dir_fd=rak.fd)


def ended(house: House, klaim: Klaim) -> None:
    """Take the empty claim away; what was in it but not taken goes back to where it lay."""
    for nama in klaim.folder.names():
        _emptied(klaim.folder / nama)
    for nama in klaim.folder.names():
        _given_back(house, klaim, nama)
    with contextlib.suppress(OSError), within(house.inbox, *klaim.rak) as rak:
        os.rmdir(klaim.id, dir_fd=rak.fd)


def _emptied(path: Path) -> None:
    """Take away a folder that holds nothing but what systems leave behind."""
    for folder, _, files in os.walk(path, topdown=False):
        for nama in files:
            if is_dropping(nama):
                Path(folder, nama).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            Path(folder).rmdir()


def _given_back(house: House, klaim: Klaim, nama: str) -> None:
    place = [one for one in (klaim.instansi, klaim.unit) if one]
    with contextlib.suppress(OSError), within(house.inbox, *place) as home:
        if not os.path.lexists(home / nama):
            os.rename(nama, nama, src_dir_fd=klaim.folder.fd, dst_dir_fd=home.fd)
