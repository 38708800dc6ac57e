"""A file looked at before the public may have it: by its very bytes, its mute pages read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from service.domain.gerbang.baca_bisu import compared, is_mute, layered, read_aloud
from service.domain.gerbang.pelepasan import Pemeriksaan
from service.domain.gerbang.tembus import Tembus
from service.domain.refusals import Refusal
from service.ports import House

WAKTU = timedelta(minutes=5)  # for all mute pages of one file


def looked_through(house: House, path: Path, sha256: str, nama: str) -> Pemeriksaan:
    """Every hit in a file; Unavailable where no box can be made."""
    return Pemeriksaan(sha256, hits(house, path, nama))


def hits(house: House, path: Path, nama: str, *, ours: bool = False) -> tuple[Tembus, ...]:
    """The hits in a file, those on its pictures of pages too; `ours`: we laid its hidden words."""
    found = house.gate.leaks(path, nama)
    layers = [] if ours else layered(found)
    if not layers and not is_mute(found):
        return found
    seen = house.reader.look(path, nama)
    with house.room() as room:
        told = dict(_read(house, path, room, sorted({*seen.perlu_ocr, *layers})))
    laid = {n: seen.teks[n - 1] for n in layers if n <= len(seen.teks)}
    return read_aloud(compared(found, laid, told), told)


def _read(house: House, path: Path, room: Path, wanted: list[int]) -> Iterator[tuple[int, str]]:
    began = house.clock.now()
    for n in wanted:
        if house.clock.now() - began > WAKTU:
            return  # what was not read stays a page that a person has to look at
        picture = room / "halaman.bmp"
        try:
            picture.write_bytes(house.reader.scan(path, n))
        except Refusal:
            continue
        yield n, house.ocr.read(picture).teks
