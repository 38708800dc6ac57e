"""Binds: our own pages and those of the papers, in their order, stamped, linked and attached."""

from __future__ import annotations

import io
from contextlib import ExitStack
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Object
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from service.adapters.jilid import identitas, lampiran, penanda, sama
from service.adapters.jilid.asal import Naskah, Penanda, Sambungan
from service.adapters.jilid.cap import Cap, seen
from service.adapters.jilid.depan import HURUF, written
from service.adapters.jilid.huruf import Huruf
from service.adapters.jilid.pesanan import Pesanan
from service.adapters.jilid.salah import HalamanLain, PdfRusak
from service.domain.dossier.halaman import Susunan, bookmarks, labels
from service.domain.dossier.isi import TULISAN, Bagian
from service.domain.dossier.lembar import Lembar, instead, sheets
from service.domain.dossier.tulisan import measured
from service.domain.dossier.tulisan import written as tulisan
from service.domain.refusals import Unavailable

ANGKA = "0123456789 halaman dari Berkas, Salinan baca, Bukti · "
Dalam = tuple[tuple[Penanda, ...], tuple[Sambungan, ...]]


def bind(pesanan: Pesanan, out: Path) -> int:
    """The dossier at `out`, read back; how many pages it has."""
    huruf = Huruf()
    dossier = measured(pesanan.dossier, huruf.wide)
    susunan, front = sheets(dossier, huruf.wide)
    stands = [
        sheet
        for one, path in zip(dossier.bagian, pesanan.halaman, strict=True)
        if path is None
        for sheet in _ours(one, huruf)
    ]
    marks = "".join(one.cap for one in dossier.bagian)
    own = written((*front, *stands), huruf, ANGKA + marks + dossier.sampul.sebutan)
    with ExitStack() as open_:
        whole = open_.enter_context(pikepdf.open(io.BytesIO(own)))
        font = whole.pages[0].obj.Resources.Font[HURUF]
        within = _gathered(whole, pesanan, susunan, len(front), open_)
        pages: list[Object] = [page.obj for page in whole.pages]
        for n, lembar in enumerate(front):
            penanda.link_contents(whole, pages, n, lembar.tautan)
        _linked(whole, pages, susunan, within)
        sama.once(whole)
        cap = Cap(whole, font, huruf, dossier.sampul.sebutan, susunan)
        for n, page in enumerate(pages, 1):
            cap.lay(page, n)
        identitas.named(whole, dossier.sampul.nama, labels(susunan))
        if dossier.terlampir:
            beside = lampiran.held(dossier.terlampir, pesanan.asli, out.with_suffix(".lampiran"))
            open_.callback(beside.unlink)
            holder = open_.enter_context(pikepdf.open(beside))
            lampiran.attach(whole, dossier.terlampir, holder)
        whole.save(
            out,
            fix_metadata_version=False,
            deterministic_id=True,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            min_version="1.7",
        )
    _read_back(out, susunan.semua)
    return susunan.semua


def _ours(bagian: Bagian, huruf: Huruf) -> tuple[Lembar, ...]:
    """The pages that we write for a paper."""
    if bagian.cara == TULISAN:
        return tulisan(bagian, huruf.wide)
    return (instead(bagian, huruf.wide),)


def _gathered(
    whole: pikepdf.Pdf, pesanan: Pesanan, susunan: Susunan, front: int, open_: ExitStack
) -> list[Dalam]:
    """Every page in its place; of each paper the bookmarks and links that were in it."""
    stands = [page.obj for page in whole.pages][front:]
    del whole.pages[front:]
    within = list[Dalam]()
    for letak, path in zip(susunan.letak, pesanan.halaman, strict=True):
        if len(whole.pages) + 1 in susunan.kosong:
            _blank(whole)
        if path is None:
            for _ in range(letak.bagian.halaman):
                whole.pages.append(pikepdf.Page(stands.pop(0)))
            within.append(((), ()))
        else:
            within.append(_taken(whole, letak.bagian, path, open_))
    return within


def _taken(whole: pikepdf.Pdf, bagian: Bagian, path: Path, open_: ExitStack) -> Dalam:
    try:
        paper = open_.enter_context(pikepdf.open(path))
        naskah = Naskah(paper)
        if len(naskah.lembar) != bagian.halaman:
            raise HalamanLain(bagian.judul, len(naskah.lembar), bagian.halaman)
        within = naskah.marks(), tuple(naskah.links())
        naskah.strip()
        whole.pages.extend(paper.pages)
    except (pikepdf.PikepdfError, OSError, ValueError, TypeError, LookupError) as broken:
        raise PdfRusak(bagian.judul) from broken
    return within


def _blank(whole: pikepdf.Pdf) -> None:
    """A page without a word, as large as the one before it."""
    box = Array([round(one, 2) for one in seen(whole.pages[-1].obj)])
    page = Dictionary(Type=pikepdf.Name.Page, MediaBox=box, Resources=Dictionary())
    whole.pages.append(pikepdf.Page(whole.make_indirect(page)))


def _linked(whole: pikepdf.Pdf, pages: list[Object], susunan: Susunan, within: list[Dalam]) -> None:
    """The links of each paper, and all bookmarks."""
    marks = [penanda.Mark(judul, halaman - 1) for judul, halaman in bookmarks(susunan)]
    first = len(marks) - len(susunan.letak)
    for n, (letak, (inner, links)) in enumerate(zip(susunan.letak, within, strict=True), first):
        marks[n] = penanda.Mark(marks[n].judul, letak.mulai - 1, inner)
        penanda.link_within(whole, pages, links, letak.mulai - 1)
    penanda.outline(whole, pages, marks)


def _read_back(out: Path, semua: int) -> None:
    """What pikepdf wrote, pypdf reads."""
    try:
        found = len(PdfReader(out).pages)
    except (PyPdfError, OSError, ValueError, LookupError) as broken:
        raise Unavailable(f"Berkas yang baru dijilid tidak terbaca: {broken}") from broken
    if found != semua:
        raise Unavailable(f"Berkas terjilid {found} halaman, seharusnya {semua}.")
