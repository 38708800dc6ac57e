"""Writing a backup: a tar whose last member says what is in it and where."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tarfile
import zlib
from typing import BinaryIO

from service.adapters.cadangan.alir import SEKALI, Aliran
from service.adapters.cadangan.potong import cut
from service.age import Closing
from service.domain.cadangan.isi import Isi, Potongan
from service.domain.cadangan.lanjutan import Dasar
from service.domain.cadangan.manifes import Manifes, written
from service.domain.refusals import Unavailable

BLOK = 512
KELOMPOK = 1 << 23  # pressed pieces that make one member
BACA, DAFTAR, AKHIR = "BACA-SAYA.txt", "daftar-isi.json.gz", "akhir.json"
PENJELASAN = """\
Cadangan Berkas. Pulihkan dengan: ./berkas restore FILE

tertutup/ dan terbuka/  file kantor, sebagaimana tersimpan
buku/, terbit/, rumah/  potongan zlib; urutannya di daftar-isi.json.gz
daftar-isi.json.gz      semua isi, letaknya, ukurannya, dan SHA-256-nya
akhir.json              letak daftar itu; tanpa bagian ini cadangan terpotong
"""


class Penulis:
    """The port Writing on a stream of bytes, locked where there is a word."""

    def __init__(self, out: Aliran, dasar: Dasar, sandi: str, kerja: int) -> None:
        self._plain = out
        self._lock = Closing(out, sandi, kerja) if sandi else None
        self._dasar, self._at = dasar, 0
        self._here: dict[str, Potongan] = {}
        self._groups = 0
        self.selesai = False
        self._member(BACA, PENJELASAN.encode())

    def whole(self, ruang: str, nama: str, source: BinaryIO) -> Isi:
        ukuran = source.seek(0, os.SEEK_END)
        source.seek(0)
        digest, rest = hashlib.sha256(), ukuran
        self._head(f"{ruang}/{nama}", ukuran)
        letak = self._at
        while rest and (part := source.read(min(SEKALI, rest))):
            digest.update(part)
            self._write(part)
            rest -= len(part)
        if rest:
            raise Unavailable(f"File {nama} menjadi lebih pendek selagi dicadangkan.")
        self._pad(ukuran)
        return Isi(ruang, nama, (Potongan(digest.hexdigest(), ukuran, 0, letak, ukuran),))

    def pieces(self, ruang: str, nama: str, source: BinaryIO) -> Isi:
        order: list[str] = []
        found: dict[str, Potongan] = {}
        fresh: dict[str, tuple[int, bytes]] = {}
        held = 0
        for raw in cut(nama, source):
            sha256 = hashlib.sha256(raw).hexdigest()
            order.append(sha256)
            if sha256 in found or sha256 in fresh:
                continue
            if known := self._dasar.piece(sha256) or self._here.get(sha256):
                found[sha256] = known
                continue
            fresh[sha256] = len(raw), zlib.compress(raw, 1)
            held += len(fresh[sha256][1])
            if held >= KELOMPOK:
                found |= self._together(f"{ruang}/{nama}", fresh)
                fresh, held = {}, 0
        if fresh:
            found |= self._together(f"{ruang}/{nama}", fresh)
        return Isi(ruang, nama, tuple(found[one] for one in order))

    def done(self, manifes: Manifes) -> None:
        text = gzip.compress(written(manifes), 6, mtime=0)
        letak = self._member(DAFTAR, text)
        told = {"daftar": letak, "panjang": len(text), "sha256": hashlib.sha256(text).hexdigest()}
        self._member(AKHIR, json.dumps(told).encode().ljust(BLOK))
        self._write(bytes(2 * BLOK))
        if self._lock:
            self._lock.finish()
        self._plain.flush()
        self.selesai = True

    def _together(self, nama: str, fresh: dict[str, tuple[int, bytes]]) -> dict[str, Potongan]:
        """One member of many pieces, and where each of them lies."""
        self._groups += 1
        letak = self._member(
            f"{nama}.potongan/{self._groups:06}", b"".join(pressed for _, pressed in fresh.values())
        )
        placed = {}
        for sha256, (ukuran, pressed) in fresh.items():
            placed[sha256] = Potongan(sha256, ukuran, 0, letak, len(pressed), mampat=True)
            letak += len(pressed)
        self._here |= placed
        return placed

    def _member(self, nama: str, content: bytes) -> int:
        self._head(nama, len(content))
        letak = self._at
        self._write(content)
        self._pad(len(content))
        return letak

    def _head(self, nama: str, ukuran: int) -> None:
        one = tarfile.TarInfo(nama)
        one.size, one.mode = ukuran, 0o600
        self._write(one.tobuf(tarfile.PAX_FORMAT))

    def _pad(self, ukuran: int) -> None:
        self._write(bytes(-ukuran % BLOK))

    def _write(self, part: bytes) -> None:
        (self._lock or self._plain).write(part)
        self._at += len(part)
