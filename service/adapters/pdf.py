"""PDFs: mended and read back."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pikepdf
import pypdfium2

from service.domain.refusals import Unavailable

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
