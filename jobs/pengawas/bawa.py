"""What a claim brings: its files, held open against swaps, and what its slip says."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from jobs.pengawas.klaim import Klaim
from service.acts.instansi.packs import read_agency
from service.acts.simpan.folder import Folder, enter
from service.acts.simpan.receive import Bawaan, Kedatangan, Slip
from service.domain.kiriman import FOLDER, LAMPIRAN, PENGANTAR
from service.domain.mapan import SLIP_FOLDER, Rupa, is_left
from service.domain.slip import SALAH, TERBESAR, IsiSlip, read_slip
from service.ports import House, Packs

LAPIS = 30


class BelumMapan(Exception):
    """What was claimed is written to again, or is no plain file any more."""


def arrival(house: House, packs: Packs, klaim: Klaim, stack: ExitStack) -> Kedatangan:
    """The kiriman that a claim becomes; its folders stay open as long as the stack does."""
    slip = IsiSlip()
    faults: tuple[str, ...] = ()
    files: list[tuple[str, Path]] = []
    for nama, folder, path in _files(klaim, stack, house.kotak.abaikan):
        klaim.rupa[nama] = _rupa(path)
        if nama == slip_name(klaim) and klaim.rupa[nama].ukuran <= TERBESAR:
            slip, faults = read_slip(path.name, _bytes(folder, path.name))
            if not faults:
                continue
        files.append((nama, path))
    files.sort(key=lambda one: (_short(one[0]) != slip.pengantar, one[0]))
    return Kedatangan(_slip(packs, klaim, slip, faults), _named(files, slip.pengantar))


def slip_name(klaim: Klaim) -> str:
    """What its slip is called within the claim; '' where it has none."""
    return f"{klaim.nama}/{SLIP_FOLDER}" if klaim.is_folder else klaim.slip


def _named(files: list[tuple[str, Path]], pengantar: str) -> tuple[Bawaan, ...]:
    known = any(_short(nama) == pengantar for nama, _ in files)
    return tuple(
        Bawaan(path, _short(nama), _peran(_short(nama), pengantar) if known else "")
        for nama, path in files
    )


def _short(nama: str) -> str:
    """The name within a dropped folder; the folder's own name is the kiriman's."""
    return nama.partition("/")[2] or nama


def _peran(nama: str, pengantar: str) -> str:
    return PENGANTAR if nama == pengantar else LAMPIRAN


def _slip(packs: Packs, klaim: Klaim, isi: IsiSlip, faults: tuple[str, ...]) -> Slip:
    instansi, unit = _known(packs, klaim)
    asal = {SALAH: " ".join(faults[:5])} if faults else {}
    if (instansi, unit) != (klaim.instansi, klaim.unit):
        asal["folder"] = "/".join(one for one in (klaim.instansi, klaim.unit) if one)
    return Slip(
        klaim.id,
        instansi,
        unit,
        FOLDER,
        klaim.nama,
        rahasia=isi.rahasia,
        jenis=isi.jenis,
        surat=isi.surat,
        fisik=isi.fisik,
        asal=asal,
    )


def _known(packs: Packs, klaim: Klaim) -> tuple[str, str]:
    """The instansi and unit that the folders stand for; '' for those nobody knows."""
    if klaim.instansi not in packs.instansi():
        return "", ""
    agency, _ = read_agency(packs, klaim.instansi)
    if klaim.unit and agency and agency.unit_of(klaim.unit) is None:
        return klaim.instansi, ""
    return klaim.instansi, klaim.unit


def _files(
    klaim: Klaim, stack: ExitStack, abaikan: tuple[str, ...]
) -> Iterator[tuple[str, Folder, Path]]:
    """Every file, by its name within the claim; a link or a pipe put in its place is none."""
    for nama in klaim.names:
        mode = os.lstat(klaim.folder / nama).st_mode
        if stat.S_ISDIR(mode):
            yield from _walked(_entered(klaim.folder, nama, stack), f"{nama}/", stack, abaikan, 0)
        elif stat.S_ISREG(mode):
            yield nama, klaim.folder, klaim.folder / nama


def _walked(
    folder: Folder, before: str, stack: ExitStack, abaikan: tuple[str, ...], deep: int
) -> Iterator[tuple[str, Folder, Path]]:
    for nama in folder.names():
        seen = os.lstat(folder / nama)
        if is_left(nama, abaikan):
            continue
        if stat.S_ISDIR(seen.st_mode) and deep < LAPIS:
            below = _entered(folder, nama, stack)
            yield from _walked(below, f"{before}{nama}/", stack, abaikan, deep + 1)
        elif stat.S_ISREG(seen.st_mode):
            yield f"{before}{nama}", folder, folder / nama


def _entered(folder: Folder, nama: str, stack: ExitStack) -> Folder:
    below = enter(folder.path, nama)
    stack.callback(os.close, below.fd)
    return below


def _rupa(path: Path) -> Rupa:
    seen = os.lstat(path)
    if not stat.S_ISREG(seen.st_mode):
        raise BelumMapan
    return Rupa(seen.st_size, seen.st_mtime_ns, seen.st_ino)


def _bytes(folder: Folder, nama: str) -> bytes:
    fd = os.open(nama, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder.fd)
    with os.fdopen(fd, "rb") as opened:
        return opened.read(TERBESAR)
