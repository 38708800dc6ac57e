"""The port Gate, in the box of the readers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from service.adapters.kotak_baca import gerbang_luar, tanda
from service.adapters.kotak_baca.pembaca import BoxReader, TidakTerbaca
from service.domain import bacaan_luar
from service.domain.bacaan_luar import BacaanAneh
from service.domain.batas import Batas
from service.domain.gerbang.bukti_hitam import BuktiHitam
from service.domain.gerbang.hitam import KotakHitam
from service.domain.gerbang.tembus import Tembus, hit

DETIK = 120  # seconds of processor: a list of a hundred thousand rows, a paper of many pages
DETIK_SALIN = 300  # the same, where every page is drawn anew


class BoxGate:
    """The port Gate."""

    def __init__(self, reader: BoxReader, batas: Batas) -> None:
        self._reader, self._batas = reader, batas

    def leaks(self, path: Path, nama: str) -> tuple[Tembus, ...]:
        told = {"nama": nama, "batas": vars(self._batas), "detik": DETIK}
        answer = self._reader.ask("gerbang", path, told)
        if answer.whole and answer.code == 0:
            try:
                return gerbang_luar.hits(answer.isi)
            except BacaanAneh:
                pass
        return (hit("tak_terperiksa", "seluruh file", "pembaca berhenti di tengah file"),)

    def cleaned(self, path: Path, out: Path) -> Path:
        return self._reader.unpacked("bersihkan", path, {"detik": DETIK}, out)

    def roomy(self, path: Path, out: Path) -> Path:
        return self._reader.unpacked("lapangkan", path, {"detik": DETIK}, out)

    def words(self, path: Path) -> list[tuple[str, str]]:
        told = self._reader.whole(self._reader.ask("kata_tampak", path, {"detik": DETIK}))
        try:
            return gerbang_luar.words(told)
        except BacaanAneh as odd:
            raise TidakTerbaca from odd

    def personal(self, path: Path, jenis: Sequence[str]) -> list[KotakHitam]:
        asked = {"jenis": list(jenis), "detik": DETIK}
        told = self._reader.whole(self._reader.ask("kotak_pribadi", path, asked))
        try:
            return gerbang_luar.boxes(told)
        except BacaanAneh as odd:
            raise TidakTerbaca from odd

    def blackened(self, path: Path, kotak: Sequence[KotakHitam], out: Path) -> Path:
        with tanda.handed([one.told() for one in kotak]) as boxes:
            told = {"detik": DETIK_SALIN}
            return self._reader.unpacked("hitamkan", path, told, out, (boxes,))

    def proof(self, asal: Path, salinan: Path, kotak: Sequence[KotakHitam]) -> BuktiHitam:
        left = self._asked("hitam_bukti", salinan, kotak)
        again = self._asked("hitam_ulang", asal, kotak)
        try:
            return gerbang_luar.proof(left, again)
        except BacaanAneh as odd:
            raise TidakTerbaca from odd

    def _asked(self, tugas: str, path: Path, kotak: Sequence[KotakHitam]) -> object:
        with tanda.handed([one.told() for one in kotak]) as boxes:
            answer = self._reader.ask(tugas, path, {"detik": DETIK_SALIN}, bekal=(boxes,))
        return bacaan_luar.parsed(self._reader.whole(answer))
