"""A bag as it lies, in a folder or a ZIP: no link is followed, nothing is unpacked."""

from __future__ import annotations

import hashlib
import lzma
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from service.adapters.tas.batas import TasTidakTerbaca, need_sane
from service.domain.tas import manifes as m
from service.domain.tas.nama import told, wrong
from service.domain.tas.periksa import Tampak, Terlihat

SEPOTONG = 1 << 20
TEKS = 64 << 20  # bytes of a manifest that is still read
# What the unpacking of a file throws that is not as it was packed.
RUSAK = (
    OSError,
    ValueError,
    EOFError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
)
_ANEH = "bukan file biasa melainkan tautan atau perangkat"


class Isi(NamedTuple):
    """What a bag holds before it is read: names with sizes, and what is wrong with others."""

    nama: str
    file: dict[str, int]
    salah: list[str]


def look(path: Path) -> Tampak:
    """Every file hashed once, a piece at a time."""
    with _opened(path) as (isi, source):
        seen, texts = dict[str, Terlihat](), dict[str, str]()
        salah = list(isi.salah)
        for name, size in isi.file.items():
            text = size <= TEKS and (name in (m.BAGIT, m.INFO) or m.which(name) is not None)
            try:
                seen[name], content = _hashed(source, name, keep=text)
            except RUSAK:
                salah.append(f"{told(name)} rusak: tidak dapat dibaca sampai habis.")
                continue
            if text:
                try:
                    texts[name] = content.decode("utf-8-sig")
                except UnicodeDecodeError:
                    salah.append(f"{name} bukan teks UTF-8.")
        if m.FETCH in isi.file:
            salah.append(f"Ada {m.FETCH}: sebagian isinya harus diambil dari tempat lain.")
        return Tampak(isi.nama, seen, texts, tuple(salah))


def take(path: Path, tempat: str, out: Path) -> bool:
    """One of its files copied; False where it has none of that name."""
    with _opened(path) as (isi, source):
        if tempat not in isi.file:
            return False
        with source.open(tempat) as opened, out.open("wb") as goal:
            while part := opened.read(SEPOTONG):
                goal.write(part)
    return True


class _Folder:
    """A bag laid out in a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def open(self, name: str) -> IO[bytes]:
        """The file itself, never what a link leads to."""
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        fd = os.open(self._root / name, flags)
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            os.close(fd)
            raise OSError(name)
        return os.fdopen(fd, "rb")


class _Zip:
    """A bag in one file."""

    def __init__(self, packed: zipfile.ZipFile, base: str) -> None:
        self._packed, self._base = packed, base

    def open(self, name: str) -> IO[bytes]:
        """The bytes as they were packed."""
        return self._packed.open(self._base + name)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Isi, _Folder | _Zip]]:
    if path.is_dir():
        yield _walked(path), _Folder(path)
    elif path.is_file() and zipfile.is_zipfile(path):
        try:
            packed = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError, RuntimeError) as broken:
            raise TasTidakTerbaca(path.name) from broken
        with packed:
            isi, base = _packed(path, packed)
            yield isi, _Zip(packed, base)
    else:
        raise TasTidakTerbaca(path.name)


def _walked(root: Path) -> Isi:
    isi = Isi(root.resolve().name, {}, [])
    for folder, names, files in os.walk(root, followlinks=False):
        here = Path(folder)
        for name in sorted(files) + [one for one in names if (here / one).is_symlink()]:
            path = (here / name).relative_to(root).as_posix()
            told_ = (here / name).lstat()
            if not stat.S_ISREG(told_.st_mode):
                isi.salah.append(f"{told(path)} {_ANEH}, jadi tidak dibaca.")
            else:
                isi.file[path] = told_.st_size
        names.sort()
    need_sane(len(isi.file))
    return isi


def _packed(path: Path, packed: zipfile.ZipFile) -> tuple[Isi, str]:
    some = [one for one in packed.infolist() if not one.is_dir()]
    need_sane(len(some), sum(one.file_size for one in some), path.stat().st_size)
    tops = {one.filename.partition("/")[0] for one in some if "/" in one.filename}
    flat = any("/" not in one.filename for one in some)
    base = f"{next(iter(tops))}/" if len(tops) == 1 and not flat else ""
    isi = Isi(base.rstrip("/") or path.stem, {}, [])
    if not base:
        isi.salah.append("ZIP ini tidak berisi tepat satu folder, seperti seharusnya sebuah tas.")
    for one in some:
        name = one.filename.removeprefix(base)
        mode = one.external_attr >> 16
        if why := wrong(one.filename) or wrong(name):
            isi.salah.append(f"ZIP ini memuat {told(one.filename)}, yang {why}.")
        elif mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
            isi.salah.append(f"{told(name)} {_ANEH}, jadi tidak dibaca.")
        elif one.flag_bits & 0x1:
            isi.salah.append(f"{told(name)} terkunci kata sandi di dalam ZIP.")
        elif name in isi.file:
            isi.salah.append(f"ZIP ini memuat {told(name)} dua kali.")
        else:
            isi.file[name] = one.file_size
    return isi, base


def _hashed(source: _Folder | _Zip, name: str, *, keep: bool) -> tuple[Terlihat, bytes]:
    digests = {algo: hashlib.new(algo) for algo in m.ALGORITMA}
    size, kept = 0, bytearray()
    with source.open(name) as opened:
        while part := opened.read(SEPOTONG):
            size += len(part)
            for digest in digests.values():
                digest.update(part)
            if keep and size <= TEKS:
                kept += part
    return Terlihat(size, {algo: one.hexdigest() for algo, one in digests.items()}), bytes(kept)
