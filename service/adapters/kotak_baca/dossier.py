"""The port DossierReader, in the box of the readers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from service.adapters.kotak_baca.pembaca import BoxReader
from service.domain import bacaan_luar
from service.domain.bacaan_luar import BacaanAneh
from service.domain.dossier.utuh import IsiDossier, Terlampir

DETIK = 120  # seconds of processor
GALAT = {
    "terkunci": "PDF ini terkunci kata sandi, jadi isinya tidak dapat diperiksa.",
    "rusak": "PDF ini rusak atau terpotong, jadi isinya tidak dapat diperiksa.",
}
RUSAK = IsiDossier(0, (), GALAT["rusak"])


class BoxDossier:
    """Looks into a dossier, and takes single files out of it."""

    def __init__(self, reader: BoxReader) -> None:
        self._reader = reader

    def held(self, path: Path) -> IsiDossier:
        answer = self._reader.ask("lampiran", path, {"detik": DETIK})
        if not answer.whole or answer.code:
            return RUSAK
        try:
            return _read(bacaan_luar.parsed(answer.isi))
        except (BacaanAneh, KeyError, ValueError, TypeError):
            return RUSAK

    def one(self, path: Path, n: int, out: Path) -> Path:
        return self._reader.unpacked("satu_lampiran", path, {"detik": DETIK, "n": n}, out)


def _read(told: Any) -> IsiDossier:
    if galat := told.get("galat"):
        return IsiDossier(0, (), GALAT[str(galat)])
    some = tuple(
        Terlampir(
            str(one["nama"]),
            str(one["kata"]),
            None if one["ukuran"] is None else int(one["ukuran"]),
            int(one["bita"]),
            str(one["sha256"]),
        )
        for one in told["lampiran"]
    )
    return IsiDossier(int(told["halaman"]), some)
