"""Read the letters of a file's scanned pages; then its values, as for any other file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from service.acts.kiriman.reread import reread
from service.acts.simpan.looked import Dilihat, looked
from service.domain.akibat import arti, end_of
from service.domain.angka_pindai import mended
from service.domain.bacaan import TERBACA
from service.domain.kiriman import File
from service.domain.refusals import Refusal, Unavailable
from service.domain.temuan import MENUNGGU_PEMERIKSAAN, Temuan
from service.ports import House

YAKIN = 60  # below, a person reads the page
WAKTU = timedelta(minutes=7)  # for all pages of a file; the rest stays unread


@dataclass(frozen=True)
class Halaman:
    """One page, read by its letters."""

    n: int
    teks: str
    keyakinan: int


def run(house: House, file_id: str) -> None:
    """Where its pages were read before, nothing; a kill in between costs the pages again."""
    with house.ledger.read() as reading:
        file = reading.get(File, file_id)
    if TERBACA in file.metadata:
        return
    with house.room() as room:
        path = house.store.fetch(file.sha256, room / "file")
        seen = looked(house, file, path)
        if seen.file.akhir == MENUNGGU_PEMERIKSAAN:
            raise Unavailable(arti(seen.file.temuan[0]).label)
        wanted = seen.bacaan.perlu_ocr
        pages = list(_pages(house, path, room, wanted))
    reread(house, file, with_pages(seen, pages, left=wanted[len(pages) :]))


def with_pages(seen: Dilihat, pages: list[Halaman], left: tuple[int, ...] = ()) -> Dilihat:
    """What is known of a file, with the words of its scanned pages in their places."""
    teks = dict(enumerate(seen.bacaan.teks, 1))
    # What stands on a scan in true letters is less than it shows, but surer than a poor reading.
    teks |= {one.n: one.teks for one in pages if one.keyakinan >= YAKIN or not teks.get(one.n)}
    temuan = (*seen.bacaan.temuan, *_findings(pages, left))
    written = [page.keyakinan for page in pages if page.teks]
    sure = sum(written) // len(written) if written else 0
    metadata = seen.file.metadata | {TERBACA: str(sure)}
    bacaan = replace(
        seen.bacaan,
        teks=tuple(teks.get(n, "") for n in range(1, max(teks, default=0) + 1)),
        temuan=temuan,
        metadata=metadata,
    )
    file = replace(seen.file, temuan=temuan, akhir=end_of(temuan), metadata=metadata)
    return Dilihat(file, bacaan)


def _findings(pages: list[Halaman], left: tuple[int, ...]) -> Iterator[Temuan]:
    written = [page for page in pages if page.teks]
    dim = [page for page in written if page.keyakinan < YAKIN]
    # A photograph among the pages is no letter that was badly read.
    if dim and (dim[0] is written[0] or 2 * len(dim) > len(written)):
        yield Temuan("ocr_meragukan", f"halaman {dim[0].n}")
    if left:
        yield Temuan("baca_sebagian", f"sampai sebelum halaman {left[0]}")


def _pages(house: House, path: Path, room: Path, wanted: tuple[int, ...]) -> Iterator[Halaman]:
    began = house.clock.now()
    for n in wanted:
        if house.clock.now() - began > WAKTU:
            return
        picture = room / "halaman.bmp"
        try:
            picture.write_bytes(house.reader.scan(path, n))
        except Refusal:
            yield Halaman(n, "", 0)  # too large to be drawn, or not to be: it has no words for us
            continue
        told = house.ocr.read(picture)
        yield Halaman(n, mended(told.teks), told.keyakinan)
