"""The template clinic: a pair is examined, and everything that is wrong with it told at once."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from service.domain import paper
from service.domain.klinik import periksa, tercetak
from service.domain.klinik.laporan import Cacat, Laporan, laporan
from service.domain.klinik.ruas_pakai import usage
from service.domain.klinik.templat import Templat
from service.domain.refusals import Refusal, Unavailable
from service.domain.ruas import Pasangan, Ruas
from service.ports import Filler, Letters, Reader, Trimmer


class Alat(Protocol):
    """What the clinic works with; a house has it all."""

    @property
    def reader(self) -> Reader: ...
    @property
    def filler(self) -> Filler: ...
    @property
    def trimmer(self) -> Trimmer: ...
    @property
    def letters(self) -> Letters: ...
    def room(self) -> AbstractContextManager[Path]:
        """A temporary folder, gone when the block ends."""
        ...


def examine(
    house: Alat, docx: Path, pair: str, jenis: str, instansi: str, buku: Iterable[Cacat] = ()
) -> Laporan:
    """Every fault and every warning of a pair; `pair` is the text of its declaration, `buku` what
    there is to say of its numbers in the agency.

    Whatever the file is, nothing of it is carried out, and a report comes back.
    """
    declared = f"{instansi}/{paper.names(jenis)[0]}"
    pasangan, wrong = paper.read(jenis, pair, declared)
    found = [*periksa.of_pair(wrong), *buku, *periksa.too_large(docx.stat().st_size)]
    if docx.stat().st_size > periksa.TERBESAR:
        return laporan(found)
    templat = house.reader.template(docx, f"{jenis}.docx")
    found += periksa.of_template(pasangan, templat, *_looks(house, docx, templat))
    used = usage(pasangan, templat) if pasangan else []
    if pasangan and not any(not one.ingat for one in found):
        found += _filled(house, docx, pasangan, templat)
    return laporan(found, used)


def unprinted(house: Alat, docx: Path, pdf: Path, pasangan: Pasangan) -> list[Ruas]:
    """The ruas whose sample is not read on the print of a pair; none where it was not all read."""
    read = house.reader.look(pdf, "contoh.pdf")
    if len(read.teks) < read.halaman:
        return []
    templat = house.reader.template(docx, f"{pasangan.jenis}.docx")
    return tercetak.unprinted(pasangan, templat, paper.sample(pasangan), read.teks)


def _looks(house: Alat, docx: Path, templat: Templat) -> tuple[dict[str, str], tuple[str, ...]]:
    """What the machine prints for each font, and the styles that nothing uses."""
    if not templat.alinea:
        return {}, ()
    printed = {one.huruf: house.letters.printed_as(one.huruf) for one in templat.huruf}
    return printed, house.trimmer.spare(docx)


def _filled(house: Alat, docx: Path, pasangan: Pasangan, templat: Templat) -> list[Cacat]:
    """What filling the pair with its own sample brings to light."""
    with house.room() as room:
        named = room / f"{pasangan.jenis}.docx"
        shutil.copyfile(docx, named)
        try:
            house.filler.fill(named, paper.sample(pasangan), room / "contoh.docx")
        except (Refusal, Unavailable) as wrong:
            return [periksa.unfilled(templat, str(wrong))]
    return []
