"""What was refused at the door, or is left where it lies: named only to those of its unit."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass

from service.acts.kiriman.karantina import read_letter
from service.acts.kiriman.tunggu import places
from service.acts.simpan.folder import Folder, within
from service.domain.karantina import KARANTINA, stood_at_door
from service.domain.refusals import Refusal, TidakAda
from service.domain.wewenang import Hadir
from service.ports import House


class NamaTerpakai(Refusal):
    """A file of this name lies in the unit's folder already."""

    status = 409

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"Di folder unit sudah ada {nama}. Tidak ada yang dipindahkan; tunggu sampai file itu "
            "diambil, lalu coba lagi."
        )


@dataclass(frozen=True)
class Tertahan:
    """One thing of one unit's folder karantina that was never taken in."""

    instansi: str
    unit: str
    letak: tuple[str, ...]
    nama: str
    sebab: str

    @property
    def tanda(self) -> str:
        """Names it in an address, and tells nothing of it."""
        told = "\0".join((self.instansi, self.unit, *self.letak, self.nama))
        return hashlib.sha256(told.encode(errors="surrogateescape")).hexdigest()[:32]


def held(house: House, oleh: Hadir) -> list[Tertahan]:
    """Everything of that kind where this person may receive."""
    return [one for place in places(house, oleh) for one in _at(house, *place)]


def again(house: House, oleh: Hadir, tanda: str) -> None:
    """Back into the folder of its unit; the watcher looks at it anew."""
    found = next((one for one in held(house, oleh) if one.tanda == tanda), None)
    if found is None:
        raise TidakAda("File itu")
    with (
        within(house.inbox, found.instansi, found.unit) as home,
        within(house.inbox, *found.letak) as room,
    ):
        room.wait()
        if os.path.lexists(home / found.nama):
            raise NamaTerpakai(found.nama)
        try:
            os.rename(found.nama, found.nama, src_dir_fd=room.fd, dst_dir_fd=home.fd)
        except FileNotFoundError:
            raise TidakAda("File itu") from None
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{found.nama}.txt", dir_fd=room.fd)


def _at(house: House, instansi: str, unit: str) -> Iterator[Tertahan]:
    with contextlib.suppress(OSError), within(house.inbox, instansi, unit, KARANTINA) as above:
        for folder in above.names():
            with contextlib.suppress(OSError), within(above.path, folder) as room:
                yield from _in(room, instansi, unit, folder)


def _in(room: Folder, instansi: str, unit: str, folder: str) -> Iterator[Tertahan]:
    names = set(room.names())
    for text in sorted(name for name in names if name.endswith(".txt")):
        nama = text.removesuffix(".txt")
        said = read_letter(room / text)
        if nama in names and stood_at_door(said):
            why = next((line[7:] for line in said.splitlines() if line.startswith("Sebab: ")), "")
            yield Tertahan(instansi, unit, (instansi, unit, KARANTINA, folder), nama, why)
