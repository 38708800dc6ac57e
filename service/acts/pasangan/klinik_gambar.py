"""Pictures of an examined template: its own pages with its faults, or those of its sample."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from service.acts.instansi.rupa import rupa_of
from service.acts.lihat.berkas import berkas_for
from service.acts.naskah.fill import begun
from service.acts.simpan.gambar import LEBAR, as_pdf
from service.domain import paper
from service.domain.klinik.laporan import Cacat, Laporan
from service.domain.klinik.letak import Frasa, Letak, filled_phrases, phrases
from service.domain.naskah import KONSEP, Naskah
from service.domain.refusals import Refusal, TidakAda, Unavailable
from service.domain.ruas import Pasangan
from service.domain.wewenang import Hadir
from service.ports import House

TEMPLAT, CONTOH = "templat", "contoh"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SEKALI = 20  # phrases that are asked after at the same time
TERBANYAK = 60  # faults that are painted; all of them stand in the list


class Pasien(Protocol):
    """What a picture is made of."""

    @property
    def instansi(self) -> str: ...
    @property
    def jenis(self) -> str: ...
    @property
    def docx(self) -> Path: ...
    @property
    def teks(self) -> str: ...
    @property
    def ikut(self) -> bool: ...


def printed(house: House, one: Pasien, found: Laporan, room: Path) -> dict[str, Path]:
    """Its pages as PDF, by what they show; none where the file should rather not be opened.

    The template as it stands in Word where there is something to be shown on it, and the template
    filled with its own sample where that can be.
    """
    made = dict[str, Path]()
    if any(cacat.berkas for cacat in found.salah):
        return made
    if found.salah or any(cacat.tempat.urut >= 0 for cacat in found.ingat):
        with suppress(Refusal, Unavailable):
            made[TEMPLAT] = as_pdf(house, one.docx, WORD, room / "templat.pdf")
    if found.sehat:
        with suppress(Refusal, Unavailable):
            told = paper.sample(kind_of(one))
            made[CONTOH] = _filled(house, one, told, room / "contoh.pdf", konsep=False)
    return made


def every(found: Laporan) -> tuple[Cacat, ...]:
    """Faults and warnings as they are numbered on the page."""
    return (*found.salah, *found.ingat)


def kind_of(one: Pasien) -> Pasangan:
    """What the pair declares; PaketSalah where that cannot be used."""
    return paper.checked(one.jenis, one.teks, f"{one.instansi}/{paper.names(one.jenis)[0]}")


def places(
    house: House, one: Pasien, found: Laporan, pdf: Path, apa: str
) -> list[tuple[int, Letak]]:
    """Where the faults stand on these pages, each by its number from 1."""
    templat = house.reader.template(one.docx, f"{one.jenis}.docx")
    known_by = phrases if apa == TEMPLAT else filled_phrases
    asked = [
        (n, phrase)
        for n, cacat in enumerate(every(found)[:TERBANYAK], 1)
        for phrase in known_by(templat, cacat.tempat)
    ]
    where = dict[int, Letak]()
    for (n, _), letak in zip(asked, _looked_for(house, pdf, asked), strict=True):
        if letak:
            where.setdefault(n, letak)
    return sorted(where.items())


def _looked_for(house: House, pdf: Path, asked: list[tuple[int, Frasa]]) -> Iterator[Letak | None]:
    waiting = (phrase for _, phrase in asked)
    while some := list(islice(waiting, SEKALI)):
        yield from house.reader.places(pdf, some)


def page(house: House, pdf: Path, halaman: int) -> bytes:
    """A page (from 1) as PNG."""
    return house.reader.picture(pdf, halaman, LEBAR)


def with_matter(house: House, oleh: Hadir, one: Pasien, berkas_id: str) -> bytes:
    """The pair filled with what a real matter says, as this person may see it; nothing is kept."""
    kind = kind_of(one)
    with house.ledger.read() as reading:
        berkas = berkas_for(reading, oleh, berkas_id)
        if berkas.instansi != one.instansi:
            raise TidakAda("Berkas itu")
        known = begun(house, reading, oleh, berkas, kind)
    isian = paper.kept(kind, known)
    naskah = Naskah(
        *("", berkas.id, berkas.instansi, one.jenis, KONSEP, house.clock.now(), isian, ())
    )
    with house.room() as room:
        told = paper.printed(kind, naskah)
        return _filled(house, one, told, room / "berkas.pdf", konsep=True).read_bytes()


def _filled(
    house: House, one: Pasien, isian: Mapping[str, Any], out: Path, *, konsep: bool
) -> Path:
    with house.room() as room:
        looks = rupa_of(house, one.instansi, room, ikut=one.ikut)
        filled = house.filler.fill(one.docx, isian, room / "isi.docx", looks, konsep)
        return as_pdf(house, filled, WORD, out)
