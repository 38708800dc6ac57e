"""PDFs: mended and read back, and bound into a dossier."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pypdfium2
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PdfReadError, PyPdfError
from pypdf.generic import ArrayObject, ByteStringObject, NameObject

from service.domain.refusals import Refusal, Unavailable

UA = "http://www.aiim.org/pdfua/ns/id/"
CLAIM = re.compile(rb"<rdf:Description[^>]*pdfuaid[^>]*>.*?</rdf:Description>", re.DOTALL)
SHARP = 150 / 72  # 150 dots an inch: what an eye can tell apart on paper
READING = threading.Lock()  # PDFium takes one file at a time
# LibreOffice says "PDF/UA" in the metadata without the description that PDF/A asks of every
# schema it does not know.
DESCRIBED = f"""<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>{UA}</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>The part of ISO 14289 that is met</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>""".encode()


class PdfRusak(Refusal):
    """A file that should be bound does not open as PDF."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"{nama} tidak dapat dibuka sebagai PDF, jadi belum dijilid. "
            "File aslinya tetap tersimpan; ganti dengan PDF yang utuh."
        )


class PdfProofreader:
    """The port Proofreader."""

    def mend(self, pdf: Path, out: Path, *, ua: bool = True) -> Path:
        try:
            with pikepdf.open(pdf) as paper:
                metadata = paper.Root.get("/Metadata")
                if metadata is None:
                    raise Unavailable("PDF yang baru dibuat tidak beridentitas (XMP).")
                metadata.write(_told(metadata.read_bytes(), ua=ua))
                paper.save(out, fix_metadata_version=False, deterministic_id=True)
        except pikepdf.PikepdfError as broken:
            raise Unavailable(f"PDF yang baru dibuat tidak dapat dibuka: {broken}") from broken
        return out

    def pages(self, pdf: Path) -> list[str]:
        with READING:
            try:
                with pypdfium2.PdfDocument(pdf) as paper:
                    return [page.get_textpage().get_text_range() for page in paper]
            except (pypdfium2.PdfiumError, OSError) as broken:
                raise Unavailable(f"PDF yang baru dibuat tidak terbaca: {broken}") from broken

    def alike(self, pdf: Path, other: Path) -> bool:
        with READING:
            try:
                with pypdfium2.PdfDocument(pdf) as one, pypdfium2.PdfDocument(other) as two:
                    return len(one) == len(two) and all(map(_same_picture, one, two))
            except (pypdfium2.PdfiumError, OSError) as broken:
                raise Unavailable(f"PDF yang baru dibuat tidak terbaca: {broken}") from broken


def _same_picture(one: pypdfium2.PdfPage, two: pypdfium2.PdfPage) -> bool:
    if one.get_size() != two.get_size():
        return False
    first, second = (page.render(scale=SHARP) for page in (one, two))
    return bytes(first.buffer) == bytes(second.buffer)


def _told(xmp: bytes, *, ua: bool) -> bytes:
    if UA.encode() not in xmp or b"pdfaExtension:schemas" in xmp:
        return xmp
    if ua:
        return xmp.replace(b"</rdf:RDF>", DESCRIBED + b"</rdf:RDF>", 1)
    return CLAIM.sub(b"", xmp)


class PdfBinder:
    """The port Binder: the same inputs give the same bytes."""

    def bind(
        self,
        judul: str,
        parts: Sequence[tuple[str, Path]],
        attached: Sequence[tuple[str, Path]],
        out: Path,
    ) -> Path:
        writer = PdfWriter()
        writer.add_metadata({"/Title": judul, "/Producer": "Berkas"})
        for nama, path in parts:
            _append(writer, nama, path)
        for nama, path in _apart(attached):
            writer.add_attachment(nama, path.read_bytes())
        writer.root_object[NameObject("/PageMode")] = NameObject("/UseOutlines")
        _name(writer, judul, parts, attached)
        with out.open("wb") as opened:
            writer.write(opened)
        return out


def _append(writer: PdfWriter, nama: str, path: Path) -> None:
    try:
        writer.append(PdfReader(path), outline_item=nama, import_outline=False)
    except (PyPdfError, PdfReadError, OSError, ValueError, KeyError) as broken:
        raise PdfRusak(nama) from broken


def _apart(attached: Sequence[tuple[str, Path]]) -> list[tuple[str, Path]]:
    """Each attachment under a name of its own: a second `surat.pdf` becomes `surat (2).pdf`."""
    named: dict[str, Path] = {}
    for nama, path in attached:
        own, count = nama, 1
        while own in named:
            count += 1
            own = re.sub(r"(\.[^.]*)?$", lambda end: f" ({count}){end[0]}", nama, count=1)  # noqa: B023
        named[own] = path
    return list(named.items())


def _name(
    writer: PdfWriter,
    judul: str,
    parts: Sequence[tuple[str, Path]],
    attached: Sequence[tuple[str, Path]],
) -> None:
    """The file's identifier, from what is in it; pypdf's own would be random."""
    digest = hashlib.sha256(judul.encode())
    for nama, path in (*parts, *attached):
        digest.update(nama.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    own = ByteStringObject(digest.digest()[:16])
    writer._ID = ArrayObject((own, own))  # pypdf offers no other way
