"""What the signed originals are: a scan that was signed in ink is not always a PDF."""

from __future__ import annotations

from collections.abc import Sequence

from service.domain.kiriman import File
from service.domain.naskah import Naskah
from service.domain.refusals import TidakAda
from service.domain.tempat_ttd import TINTA, TempatTtd
from service.domain.wujud_asli import BITA, CETAKAN, DIBACA, Wujud, of_head, of_kind
from service.ports import House, Reading


def kinds(house: House, reading: Reading, some: Sequence[Naskah]) -> dict[str, Wujud]:
    """By sha256, of each of these papers that is signed: as it was identified when it came in, a
    scan that came in by no letter by how it begins, and PDF as the house makes it."""
    ids = {one.id: one.bertanda_tangan for one in some if one.bertanda_tangan}
    if not ids:
        return {}
    came = {one.sha256: one for one in reading.find(File, sha256=sorted({*ids.values()}))}
    places = reading.find(TempatTtd, naskah=sorted(ids), jalan=TINTA)
    ink = {one.sesudah for one in places if one.sesudah}
    return {sha256: _one(house, came.get(sha256), sha256, ink) for sha256 in ids.values()}


def kind(house: House, reading: Reading, naskah: Naskah) -> Wujud:
    """Of the bytes that stand for one paper, its print where it is not signed."""
    return kinds(house, reading, [naskah]).get(naskah.bertanda_tangan, CETAKAN)


def _one(house: House, file: File | None, sha256: str, ink: set[str]) -> Wujud:
    if file and file.mime:
        return of_kind(file.mime, file.nama)
    if sha256 not in ink:
        return CETAKAN
    try:
        with house.store.open(sha256) as opened:
            return of_head(opened.read(DIBACA))
    except TidakAda:  # destroyed with its archive
        return of_kind(BITA)
