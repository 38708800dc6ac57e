"""The port Bags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from service.adapters.tas import alir, baca, tulis
from service.domain.refusals import TidakAda
from service.domain.tas.periksa import Tampak
from service.ports.tas import Masuk, Mengalir


class TasBagIt:
    """Bags as folders and ZIPs."""

    def write(
        self, out: Path, nama: str, told: Sequence[tuple[str, str]], isi: Sequence[Masuk]
    ) -> Path:
        return tulis.write(out, nama, told, isi)

    def stream(
        self, nama: str, told: Sequence[tuple[str, str]], isi: Sequence[Mengalir]
    ) -> Iterator[bytes]:
        return alir.stream(nama, told, isi)

    def look(self, path: Path) -> Tampak:
        return baca.look(path)

    def take(self, path: Path, tempat: str, out: Path) -> Path:
        if not baca.take(path, tempat, out):
            raise TidakAda("File itu")
        return out

    def steady(self, workbook: Path, out: Path) -> Path:
        return tulis.steady(workbook, out)
