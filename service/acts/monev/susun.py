"""All evidence as one ZIP: a folder for each question, no PDF larger than the portal takes."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from service.acts.instansi.packs import agency
from service.acts.monev.cetak import printed
from service.acts.monev.kuesioner import questions
from service.acts.monev.kumpul import Kumpulan
from service.acts.monev.sumber import Calon
from service.domain.angka import ribuan
from service.domain.monev import isi
from service.domain.monev.bukti import DARI
from service.domain.monev.isi import Termuat
from service.domain.monev.kuesioner import Kuesioner, Pertanyaan
from service.domain.monev.potong import BATAS, TERBANYAK, Rentang, first_cuts, halves
from service.domain.refusals import Refusal, Unavailable
from service.domain.tanggal import local, panjang
from service.ports import House
from service.ports.papers import Lembar

AWAL = (1980, 1, 1, 0, 0, 0)  # no clock in it: of the same evidence the same bytes
KEPALA = b"%PDF-"
TTD = "tanda tangan elektronik hanya dapat diperiksa pada file utuhnya"


@dataclass(frozen=True)
class Susunan:
    """The ZIP, and what came into it."""

    path: Path
    banyak: int  # files
    kosong: int  # questions without any
    tertinggal: int  # evidence that could not go in
    termuat: tuple[Termuat, ...]


@dataclass(frozen=True)
class Bagian:
    """A piece of evidence, or a part of it, as it goes in; without a path: why it does not."""

    path: Path | None
    kata: str = ""


def compose(house: House, instansi: str, room: Path) -> Susunan:
    """As things stand now; what cannot go in is told of, and the rest goes on."""
    whole = questions(house.packs, instansi)
    with house.ledger.read() as reading:
        known = Kumpulan(house, reading, instansi, whole)
        found = [(asked, known.of(asked)) for asked in whole.pertanyaan]
    out, told = room / "bukti-monev.zip", list[Termuat]()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:  # PDFs are packed already
        for asked, some in found:
            packed.writestr(_member(f"{isi.folder(asked)}/", folder=True), b"")
            for n, one in enumerate(some, 1):
                told += _taken(house, instansi, room, packed, asked, (n, one))
        _lists(house, instansi, room, packed, whole, told)
    inside = {x.kode for x in told if x.file}
    return Susunan(
        out,
        sum(bool(x.file) for x in told),
        len(whole.pertanyaan) - len(inside),
        sum(not x.file for x in told),
        tuple(told),
    )


def _taken(
    house: House,
    instansi: str,
    room: Path,
    packed: zipfile.ZipFile,
    asked: Pertanyaan,
    numbered: tuple[int, Calon],
) -> Iterator[Termuat]:
    """One piece of evidence laid into the ZIP, whole or in parts."""
    n, one = numbered
    begin = (asked.kode, one.nama, DARI[one.jenis])
    if one.sebab:
        yield Termuat(*begin, kata=f"Tidak ikut: {one.sebab}.")
        return
    work = room / "bukti"
    work.mkdir()
    parts = _parts(house, instansi, one, work)
    many = sum(x.path is not None for x in parts)
    at = 0
    for part in parts:
        if part.path is None:
            yield Termuat(*begin, kata=part.kata)
            continue
        at += 1
        name = f"{isi.folder(asked)}/{isi.file_name(n, one.nama, at, many)}"
        content = part.path.read_bytes()
        packed.writestr(_member(name), content)
        mark = hashlib.sha256(content).hexdigest()
        yield Termuat(*begin, name, len(content), mark, part.kata)
    shutil.rmtree(work)


def _parts(house: House, instansi: str, one: Calon, work: Path) -> list[Bagian]:
    """The evidence as one PDF, or cut; a refusal or a missing file stops no other evidence."""
    try:
        path = _bytes(house, instansi, one, work)
        if not path.read_bytes()[:1024].lstrip().startswith(KEPALA):
            return [Bagian(None, "Tidak ikut: bukan PDF.")]
        if path.stat().st_size <= BATAS:
            return [Bagian(path)]
        return list(_cut(house, path, work))
    except (Refusal, Unavailable) as no:
        return [Bagian(None, f"Tidak ikut: {_sentence(no)}")]


def _bytes(house: House, instansi: str, one: Calon, work: Path) -> Path:
    if one.cetak:
        return printed(house, instansi, one.cetak, work)
    store = house.store_publik if one.publik else house.store
    return store.fetch(one.sidik, work / "utuh.pdf")


def _cut(house: House, path: Path, work: Path) -> Iterator[Bagian]:
    """Parts that fit; a single page that does not is told of, never made smaller."""
    size = path.stat().st_size
    pages = house.reader.look(path, "bukti.pdf").halaman
    first = first_cuts(size, pages)
    if not pages or len(first) > TERBANYAK:
        yield Bagian(None, f"Tidak ikut: {ribuan(size)} bita, tidak dapat dipotong per halaman.")
        return
    signed = f"; {TTD}" if b"/ByteRange" in path.read_bytes() else ""
    waiting, made = list(reversed(first)), 0
    while waiting:
        span = waiting.pop()
        part = house.reader.part(path, span.dari, span.sampai, work / f"{made}.pdf")
        made += 1
        if part.stat().st_size <= BATAS:
            yield Bagian(part, f"Dipotong: {span.kata} dari {pages}{signed}.")
        elif more := halves(span):
            waiting += reversed(more)
        else:
            yield Bagian(None, _too_large(span, part.stat().st_size))
        if made > 2 * TERBANYAK and waiting:
            left = Rentang(waiting[-1].dari, pages)
            yield Bagian(None, f"Tidak ikut: {left.kata}; potongannya terlalu banyak.")
            return


def _too_large(span: Rentang, size: int) -> str:
    return (
        f"Tidak ikut: {span.kata} saja {ribuan(size)} bita, lebih dari {ribuan(BATAS)}. "
        "Berkas tidak mengecilkannya; kecilkan sendiri bila masih terbaca, lalu unggah."
    )


def _sentence(no: Exception) -> str:
    words = " ".join(str(no).split())
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _lists(
    house: House,
    instansi: str,
    room: Path,
    packed: zipfile.ZipFile,
    whole: Kuesioner,
    told: Sequence[Termuat],
) -> None:
    """The list of contents, for spreadsheets and for eyes."""
    one = agency(house.packs, instansi)
    day = panjang(local(house.clock.now(), one.zona).date())
    said = [f"{one.nama}, disusun {day}.", whole.catatan, *_limits()]
    lines = isi.rows(whole, told)
    page = isi.as_html(whole.judul, [x for x in said if x], lines)
    packed.writestr(_member("daftar-bukti.html"), page.encode())
    sheet = Lembar("Bukti", f"{whole.judul}\n{said[0]}", isi.KEPALA, lines, "\n".join(_limits()))
    book = house.workbooks.write(room / "daftar-bukti.xlsx", [sheet])
    packed.writestr(_member("daftar-bukti.xlsx"), book.read_bytes())


def _limits() -> tuple[str, ...]:
    return (
        f"Setiap PDF paling besar {ribuan(BATAS)} bita; yang lebih besar dipotong per halaman.",
        "Hanya yang terbaca publik atau dilepas seorang petugas di gerbang yang ikut.",
    )


def _member(name: str, *, folder: bool = False) -> zipfile.ZipInfo:
    one = zipfile.ZipInfo(name, AWAL)
    one.external_attr = (0o40755 << 16) | 0x10 if folder else 0o644 << 16
    return one
