"""Empty places for signatures on a print of ours, made before anybody signs.

So a screen reader meets them where the name stands, and whoever signs only fills one in: nothing
else of the paper has to be touched for it.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from service.adapters.signing.susunan import SusunanBaca
from service.domain.refusals import Unavailable
from service.huruf_garis import words
from service.ports import Examiner
from service.ports.signing import KolomTanda, Rujukan

TERCETAK = 4 + 128  # of a place: it is printed, and nobody moves it
HANYA_TAMBAH = 3  # of the form: it is for signatures, and programs only add to the file
HURUF, BARIS = 8.5, 10.5  # points, of words that say where to look, and from line to line
log = logging.getLogger(__name__)


class PdfKolom:
    """The port Preparer."""

    def __init__(self, examiner: Examiner) -> None:
        self._examiner = examiner

    def prepared(
        self, pdf: Path, kolom: Sequence[KolomTanda], rujukan: Sequence[Rujukan], out: Path
    ) -> Path:
        """The print with a place for each who is seen to sign, and words where it is said where
        they did; the plain print where it would no longer hold as it holds now."""
        seen = [one for one in kolom if one.kotak]
        if not seen and not rujukan:
            return pdf
        try:
            with pikepdf.open(pdf) as paper:
                told = b"pdfuaid:part" in paper.Root.Metadata.read_bytes()
                _laid(paper, SusunanBaca(paper, pdf), seen, rujukan)
                paper.save(out, fix_metadata_version=False, deterministic_id=True)
        except pikepdf.PikepdfError as broken:
            raise Unavailable(f"PDF naskah ini tidak dapat disiapkan: {broken}") from broken
        return self._believed(pdf, out, told)

    def _believed(self, pdf: Path, out: Path, told: bool) -> Path:
        for standard in ("2b", "ua1") if told else ("2b",):
            if broken := self._examiner.broken(out, standard):
                log.warning("a print stays without places to sign in: %s", broken[0])
                shutil.copyfile(pdf, out)
                break
        return out


def _laid(
    paper: pikepdf.Pdf,
    order: SusunanBaca,
    kolom: Sequence[KolomTanda],
    rujukan: Sequence[Rujukan],
) -> None:
    for told in rujukan:
        _pointed(paper, order, told)
    fields = [_field(paper, order, one) for one in kolom]
    if fields:
        form = Dictionary(Fields=Array(fields), SigFlags=HANYA_TAMBAH)
        paper.Root.AcroForm = paper.make_indirect(form)
    for page in paper.pages:  # whoever signs may add a place unseen to any of them
        page.obj.Tabs = Name.S


def _field(paper: pikepdf.Pdf, order: SusunanBaca, one: KolomTanda) -> pikepdf.Object:
    assert one.kotak
    page = paper.pages[one.halaman]
    left, bottom, right, top = one.kotak
    empty = paper.make_stream(b"\n", Type=Name.XObject, Subtype=Name.Form, Resources=Dictionary())
    empty.BBox = Array([0, 0, right - left, top - bottom])
    lock = Dictionary(Type=Name.SigFieldLock, Action=Name.Include, Fields=Array([String(one.nama)]))
    told = f"Tanda tangan elektronik {one.sebutan}".strip()
    field = paper.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(one.nama),
            TU=String(told),
            Contents=String(told),
            Rect=Array(one.kotak),
            F=TERCETAK,
            P=page.obj,
            AP=Dictionary(N=empty),
            Lock=paper.make_indirect(lock),
        )
    )
    if "/Annots" in page.obj:
        page.obj.Annots.append(field)
    else:
        page.obj.Annots = Array([field])
    order.hold(field, page, one.sebutan, told)
    return field


def _pointed(paper: pikepdf.Pdf, order: SusunanBaca, told: Rujukan) -> None:
    """Words in an empty place, read where the name below them is read."""
    page = paper.pages[told.halaman]
    left, bottom, _, top = told.kotak
    first = (bottom + top) / 2 + (len(told.baris) * BARIS) / 2 - HURUF
    drawn = "\n".join(
        part
        for n, line in enumerate(told.baris)
        for part in words(line, left, first - n * BARIS, HURUF)
    )
    mark = order.marked(page, told.sebutan, " ".join(told.baris))
    page.contents_add(paper.make_stream(b"q\n"), prepend=True)
    page.contents_add(paper.make_stream(f"\nQ\n{mark} BDC\nq 0 g\n{drawn}\nQ\nEMC\n".encode()))
