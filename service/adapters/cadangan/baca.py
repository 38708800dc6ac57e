"""Reading a backup: its list first, then any of its files, each piece by its hash."""

from __future__ import annotations

import errno
import gzip
import hashlib
import io
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from service import age
from service.adapters.cadangan.alir import SEKALI
from service.adapters.cadangan.tulis import BLOK
from service.disk import Disk, trouble
from service.domain.cadangan.isi import Isi, Potongan
from service.domain.cadangan.manifes import Manifes, read
from service.domain.cadangan.tolak import CadanganRusak, DasarHilang, SandiPerlu, SandiSalah
from service.domain.refusals import TidakAda

TERPOTONG = "bukan cadangan Berkas, atau terpotong."
BUKAN_FILE = "bukan file biasa."
BERUBAH = "isinya tidak sama dengan sidiknya."


class Sefile:
    """One backup file, opened; what it builds on is not looked for."""

    def __init__(self, disk: Disk, path: Path, sandi: str) -> None:
        self.nama = path.name
        self._source = self._unlocked(_opened(disk, path), sandi)
        try:
            self.manifes = self._listed()
        except BaseException:
            self.close()
            raise

    def read(self, letak: int, panjang: int) -> Iterator[bytes]:
        """So many bytes from a place, a part at a time."""
        try:
            self._source.seek(letak)
            while panjang:
                part = self._source.read(min(SEKALI, panjang))
                if not part:
                    raise CadanganRusak(self.nama, TERPOTONG)
                panjang -= len(part)
                yield part
        except age.Broken:
            raise CadanganRusak(self.nama, BERUBAH) from None
        except OSError as wrong:
            raise trouble(wrong, self.nama) from wrong

    def close(self) -> None:
        """Let go of the file."""
        self._source.close()

    def _unlocked(self, source: BinaryIO, sandi: str) -> BinaryIO:
        if not age.is_locked(source.read(len(age.INTRO))):
            return source
        try:
            if not sandi:
                raise SandiPerlu(self.nama)
            return io.BufferedReader(age.Opened(source, sandi), age.PART)
        except age.WrongWord:
            source.close()
            raise SandiSalah(self.nama) from None
        except age.Broken:
            source.close()
            raise CadanganRusak(self.nama, TERPOTONG) from None
        except SandiPerlu:
            source.close()
            raise

    def _listed(self) -> Manifes:
        size = self._source.seek(0, os.SEEK_END)
        if size < 4 * BLOK or size % BLOK:
            raise CadanganRusak(self.nama, TERPOTONG)
        try:
            told = json.loads(b"".join(self.read(size - 3 * BLOK, BLOK)))
            letak, panjang = int(told["daftar"]), int(told["panjang"])
            if not 0 <= letak <= letak + panjang <= size:
                raise CadanganRusak(self.nama, TERPOTONG)
            text = b"".join(self.read(letak, panjang))
            if hashlib.sha256(text).hexdigest() != told["sha256"]:
                raise CadanganRusak(self.nama, "daftar isinya berubah.")
            return read(gzip.decompress(text), self.nama)
        except (ValueError, KeyError, TypeError, EOFError, zlib.error):
            raise CadanganRusak(self.nama, TERPOTONG) from None


class Berantai:
    """The port Archive: a backup and each one that it builds on."""

    def __init__(self, disk: Disk, path: Path, sandi: str, stack: ExitStack) -> None:
        first = Sefile(disk, path, sandi)
        stack.callback(first.close)
        self.manifes = first.manifes
        self._files: list[Sefile] = [first]
        for sumber in self.manifes.sumber[1:]:
            beside = path.with_name(Path(sumber.nama).name)
            if not beside.is_file():
                raise DasarHilang(sumber.nama)
            one = Sefile(disk, beside, sandi)
            stack.callback(one.close)
            if one.manifes.id != sumber.id:
                raise CadanganRusak(beside.name, "bukan cadangan yang dahulu dilanjutkan.")
            self._files.append(one)

    def open(self, isi: Isi) -> Iterator[bytes]:
        for p in isi.potongan:
            yield from self._pressed(p) if p.mampat else self._plain(p)

    def _plain(self, p: Potongan) -> Iterator[bytes]:
        digest = hashlib.sha256()
        for part in self._files[p.sumber].read(p.letak, p.panjang):
            digest.update(part)
            yield part
        self._same(p, digest.hexdigest())

    def _pressed(self, p: Potongan) -> Iterator[bytes]:
        one = zlib.decompressobj()
        try:
            raw = one.decompress(_joined(self._files[p.sumber].read(p.letak, p.panjang)), p.ukuran)
        except zlib.error:
            raise CadanganRusak(self._files[p.sumber].nama, BERUBAH) from None
        self._same(p, hashlib.sha256(raw).hexdigest())
        yield raw

    def _same(self, p: Potongan, sha256: str) -> None:
        if sha256 != p.sha256:
            raise CadanganRusak(self._files[p.sumber].nama, BERUBAH)


def _joined(parts: Iterator[bytes]) -> bytes:
    found: Sequence[bytes] = [*parts]
    return found[0] if len(found) == 1 else b"".join(found)


def _opened(disk: Disk, path: Path) -> BinaryIO:
    try:
        return disk.open(path)
    except FileNotFoundError:
        raise TidakAda(f"Cadangan {path.name}") from None
    except OSError as wrong:
        if wrong.errno == errno.ELOOP:
            raise CadanganRusak(path.name, BUKAN_FILE) from wrong
        raise trouble(wrong, path.name) from wrong
