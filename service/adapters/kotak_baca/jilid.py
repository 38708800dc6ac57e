"""The port Fitter, in the box of the readers."""

from __future__ import annotations

from pathlib import Path

from service.adapters.kotak_baca.pembaca import BoxReader
from service.domain import bacaan_luar
from service.domain.bacaan_luar import BacaanAneh
from service.domain.dossier.boleh import Fakta

DETIK = 60  # seconds of processor to look at a paper
DETIK_GAMBAR = 300  # the same, where every page is drawn anew
RUSAK = Fakta(rusak=True)


class BoxFitter:
    """The port Fitter."""

    def __init__(self, reader: BoxReader) -> None:
        self._reader = reader

    def look(self, path: Path) -> Fakta:
        answer = self._reader.ask("jilid", path, {"detik": DETIK})
        if not answer.whole or answer.code:
            return RUSAK
        try:
            return _fakta(bacaan_luar.parsed(answer.isi))
        except (BacaanAneh, ValueError, TypeError):
            return RUSAK

    def pictured(self, path: Path, out: Path) -> Path:
        return self._reader.unpacked("gambarkan", path, {"detik": DETIK_GAMBAR}, out)


def _fakta(told: object) -> Fakta:
    if not isinstance(told, dict):
        raise BacaanAneh
    return Fakta(
        halaman=max(0, int(told.get("halaman", 0))),
        terpanjang=float(told.get("terpanjang", 0.0)),
        terkunci=told.get("terkunci") is True,
        bertanda_tangan=told.get("bertanda_tangan") is True,
        rusak=told.get("rusak") is True,
        arsip=told.get("arsip") is True,
        catatan=told.get("catatan") is True,
    )
