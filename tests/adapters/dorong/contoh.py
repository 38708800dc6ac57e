"""Lists and files for the tests of other sites."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from service.domain.edisi.dorong import Dorongan, FileDorong, of_list
from service.domain.edisi.terbitan import FileTerbit
from tests.terbitan import edition, line

URL = "https://ppid.contoh.go.id"


@dataclass(frozen=True)
class Rak:
    """A shelf with files, from which a site fetches them."""

    folder: Path

    def file(self, bentuk: str, isi: bytes) -> FileTerbit:
        sha256 = hashlib.sha256(isi).hexdigest()
        (self.folder / sha256).write_bytes(isi)
        mime = {"csv": "text/csv", "json": "application/json", "pdf": "application/pdf"}[bentuk]
        return FileTerbit(sha256, f"dip-dinas_contoh-2026-1.{bentuk}", mime, len(isi))

    def fetch(self, sha256: str) -> Path:
        return self.folder / sha256

    def listed(self, *ringkasan: str, **isi: bytes) -> Dorongan:
        """A DIP of today with these lines, in these formats."""
        rows = [line(n, ringkasan=one) for n, one in enumerate(ringkasan or ("Laporan <satu>",))]
        told = isi or {"csv": b"satu;dua\n", "json": b"{}"}
        made = {bentuk: self.file(bentuk, content) for bentuk, content in told.items()}
        return of_list(edition(rows), made, frozenset(), URL)


def without(one: Dorongan, bentuk: str) -> Dorongan:
    """The same without a format."""
    return replace(one, file=tuple(x for x in one.file if x.bentuk != bentuk))


def called(one: Dorongan) -> dict[str, FileDorong]:
    """Its files by format."""
    return {x.bentuk: x for x in one.file}
