"""Staging: an officer looks at what lies in a folder tunggu, and accepts it or puts it back."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from service.acts.kiriman.karantina import laid
from service.acts.orang.izin import Tempat, need, written
from service.acts.simpan.folder import Folder, enter, is_written, within
from service.acts.simpan.receive import Bawaan, Slip, accept
from service.acts.simpan.room import free_enough
from service.domain.catatan import Catatan
from service.domain.ids import is_id
from service.domain.karantina import TUNGGU
from service.domain.kiriman import MEJA_TUNGGU, Kiriman, shown
from service.domain.mapan import Rupa, is_left
from service.domain.refusals import TidakAda, Unavailable
from service.domain.setelan import Setelan
from service.domain.tunggu import (
    DIKEMBALIKAN,
    KLAIM_MEJA,
    TERBANYAK,
    BedaUnit,
    BelumDipilih,
    Ditunggu,
    MasihDisalin,
    SudahBerubah,
)
from service.domain.wewenang import Act, Hadir
from service.ports import House

LAPIS = 4  # folders below a staging folder that are looked into
PRATINJAU = 640  # pixels


def places(house: House, oleh: Hadir) -> list[tuple[str, str]]:
    """The units for which this person may receive, whose folders stand in the inbox."""
    with house.ledger.read() as reading:
        agencies = sorted(one.id for one in reading.find(Setelan))
    return [
        (instansi, unit)
        for instansi in agencies
        for unit in _folders(house.inbox / instansi)
        if oleh.may(Act.RECEIVE, instansi, unit)
    ]


def waiting(house: House, oleh: Hadir) -> list[Ditunggu]:
    """All that waits where this person may receive, oldest first in each unit."""
    found = [one for place in places(house, oleh) for one in _staged(house, *place)]
    return sorted(found, key=lambda one: (one.instansi, one.unit, one.sejak, one.nama))


def picture(house: House, oleh: Hadir, tanda: str) -> bytes:
    """The first page of a staged file."""
    one = _one(house, oleh, tanda)
    if not one.siap:
        raise MasihDisalin(one.nama)
    with _room_of(house, one) as room:
        return house.reader.picture(room / one.nama, 1, PRATINJAU)


def receive(house: House, oleh: Hadir, tanda: Sequence[str]) -> Kiriman:
    """These files as one kiriman; whatever stops it, they lie in the staging folder as before."""
    chosen = [_one(house, oleh, one) for one in dict.fromkeys(tanda)]
    if not chosen:
        raise BelumDipilih
    if len({(one.instansi, one.unit) for one in chosen}) > 1:
        raise BedaUnit
    for one in chosen:
        if not one.siap:
            raise MasihDisalin(one.nama)
    free_enough(house, sum(one.rupa.ukuran for one in chosen))
    id_ = house.new_id()
    with _claimed(house, chosen, id_) as room, ExitStack() as stack:
        files = [_brought(room, one, stack) for one in chosen]
        first = chosen[0]
        slip = Slip(id_, first.instansi, first.unit, MEJA_TUNGGU, first.nama, oleh.orang.id)
        return accept(house, files, slip)


def put_back(house: House, oleh: Hadir, tanda: str, alasan: str) -> None:
    """Move a file aside within the staging folder, with the reason beside it."""
    one = _one(house, oleh, tanda)
    with house.ledger.begin() as tx:
        need(tx, oleh, Act.RECEIVE, Tempat(one.instansi, one.unit))
        id_, now = house.new_id(), house.clock.now()
        written(house, tx, one.instansi, id_, alasan)
        tx.note(Catatan(one.instansi, oleh.orang.id, "file_tunggu_dikembalikan", now, id_))
    place = (one.instansi, one.unit, TUNGGU, DIKEMBALIKAN)
    lines = ("BERKAS: DIKEMBALIKAN", "", f"File: {shown(one.nama)}", f"Alasan: {alasan}", "")
    try:
        with _room_of(house, one) as room, within(house.inbox, *place, make=True) as aside:
            laid(aside, room / one.nama, one.nama, "\r\n".join(lines))
    except FileNotFoundError:
        raise SudahBerubah from None
    except OSError as wrong:
        raise _away(wrong) from wrong


def recover(house: House) -> None:
    """What an officer was accepting when the page died goes back, unless it was taken in."""
    root = house.inbox / KLAIM_MEJA
    for instansi in _folders(root):
        for unit in _folders(root / instansi):
            for id_ in filter(is_id, _folders(root / instansi / unit)):
                rak = (KLAIM_MEJA, instansi, unit, id_)
                with contextlib.suppress(OSError), within(house.inbox, *rak) as room:
                    if room.lock():
                        _resolve(house, instansi, unit, id_, room)


def _resolve(house: House, instansi: str, unit: str, id_: str, room: Folder) -> None:
    with house.ledger.read() as reading:
        known = reading.find(Kiriman, id=id_)
    if known:
        _empty(room)
    else:
        _return(house, instansi, unit, room)
    with within(house.inbox, KLAIM_MEJA, instansi, unit) as rak:
        os.rmdir(id_, dir_fd=rak.fd)


@contextlib.contextmanager
def _claimed(house: House, chosen: Sequence[Ditunggu], id_: str) -> Iterator[Folder]:
    """The files in a folder of their own, which nobody else can reach, until all is said."""
    first = chosen[0]
    with contextlib.suppress(FileExistsError):
        (house.inbox / KLAIM_MEJA).mkdir(mode=0o700)
    try:
        rak = (KLAIM_MEJA, first.instansi, first.unit, id_)
        with _held(house, rak) as room:
            try:
                for one in chosen:
                    _move(house, one, room)
                room.sync()
                yield room
            except BaseException:
                _return(house, first.instansi, first.unit, room)
                raise
            else:
                _empty(room)
            finally:
                with contextlib.suppress(OSError), within(house.inbox, *rak[:-1]) as above:
                    os.rmdir(id_, dir_fd=above.fd)
    except OSError as wrong:
        raise _away(wrong) from wrong


@contextlib.contextmanager
def _held(house: House, rak: tuple[str, ...]) -> Iterator[Folder]:
    """A new folder, held from the start: a watcher takes one away that it finds empty and free."""
    while True:
        try:
            room = enter(house.inbox, *rak, make=True)
        except FileNotFoundError:
            continue  # taken away between making and opening it
        try:
            room.wait()
            if _stands(house, rak, room):
                yield room
                return
        finally:
            os.close(room.fd)


def _stands(house: House, rak: tuple[str, ...], room: Folder) -> bool:
    try:
        with within(house.inbox, *rak) as now:
            return os.path.samestat(os.fstat(now.fd), os.fstat(room.fd))
    except FileNotFoundError:
        return False


def _move(house: House, one: Ditunggu, room: Folder) -> None:
    try:
        with _room_of(house, one) as source, within(room.path, *one.letak, make=True) as goal:
            os.rename(one.nama, one.nama, src_dir_fd=source.fd, dst_dir_fd=goal.fd)
            source.sync()
            seen = os.lstat(goal / one.nama)
            if not stat.S_ISREG(seen.st_mode) or _rupa(seen) != one.rupa:
                raise SudahBerubah
            if is_written(goal / one.nama):
                raise MasihDisalin(one.nama)
    except FileNotFoundError:
        raise SudahBerubah from None


def _return(house: House, instansi: str, unit: str, room: Folder) -> None:
    """Everything back to where it lay; a name that was given anew meanwhile is kept beside it."""
    with within(house.inbox, instansi, unit, TUNGGU, make=True) as home:
        for letak, nama in list(_files(room)):
            with within(room.path, *letak) as source, within(home.path, *letak, make=True) as goal:
                free = nama if not os.path.lexists(goal / nama) else f"{os.urandom(3).hex()} {nama}"
                os.rename(nama, free, src_dir_fd=source.fd, dst_dir_fd=goal.fd)
    _empty(room)


def _empty(room: Folder) -> None:
    """Nothing is left in it, neither files nor folders."""
    for folder, names, files in os.walk(room.path, topdown=False):
        for nama in files:
            Path(folder, nama).unlink(missing_ok=True)
        for nama in names:
            with contextlib.suppress(OSError):
                Path(folder, nama).rmdir()


def _brought(room: Folder, one: Ditunggu, stack: ExitStack) -> Bawaan:
    below = enter(room.path, *one.letak)
    stack.callback(os.close, below.fd)
    return Bawaan(below / one.nama, "/".join((*one.letak, one.nama)))


def _one(house: House, oleh: Hadir, tanda: str) -> Ditunggu:
    """The file of this mark where the person may receive; else it is not there."""
    for one in waiting(house, oleh):
        if one.tanda == tanda:
            return one
    raise TidakAda("File itu")


@contextlib.contextmanager
def _room_of(house: House, one: Ditunggu) -> Iterator[Folder]:
    with within(house.inbox, one.instansi, one.unit, TUNGGU, *one.letak) as room:
        yield room


def _staged(house: House, instansi: str, unit: str) -> list[Ditunggu]:
    try:
        with within(house.inbox, instansi, unit, TUNGGU) as room:
            return [
                _seen(house, instansi, unit, letak, nama, room)
                for letak, nama in list(_files(room, house.kotak.abaikan))[:TERBANYAK]
            ]
    except OSError:
        return []


def _seen(
    house: House, instansi: str, unit: str, letak: tuple[str, ...], nama: str, room: Folder
) -> Ditunggu:
    path = room.path.joinpath(*letak, nama)
    seen = os.lstat(path)
    since = max(seen.st_mtime, seen.st_ctime)
    quiet = house.clock.now().timestamp() - since > 2 * house.kotak.mapan
    ready = quiet and seen.st_size > 0 and is_written(path) is not True
    moment = datetime.fromtimestamp(since, UTC)
    return Ditunggu(instansi, unit, letak, nama, _rupa(seen), moment, ready)


def _files(
    room: Folder, abaikan: Sequence[str] = (), letak: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], str]]:
    for nama in room.names():
        with contextlib.suppress(OSError):
            seen = os.lstat(room / nama)
            if is_left(nama, abaikan) or (not letak and nama == DIKEMBALIKAN):
                continue
            if stat.S_ISREG(seen.st_mode):
                yield letak, nama
            elif stat.S_ISDIR(seen.st_mode) and len(letak) < LAPIS:
                with within(room.path, nama) as below:
                    yield from _files(below, abaikan, (*letak, nama))


def _folders(path: Path) -> list[str]:
    with contextlib.suppress(OSError), os.scandir(path) as entries:
        return sorted(one.name for one in entries if one.is_dir(follow_symlinks=False))
    return []


def _rupa(seen: os.stat_result) -> Rupa:
    return Rupa(seen.st_size, seen.st_mtime_ns, seen.st_ino)


def _away(wrong: OSError) -> Unavailable:
    return Unavailable(
        f"Folder tunggu tidak dapat dipakai ({wrong.strerror}). File di dalamnya tetap utuh; "
        "periksa izin dan tempat di disk."
    )
