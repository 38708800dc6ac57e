"""Papers behind one another for the printer; on both sides each begins on a front."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PdfReadError, PyPdfError

from service.domain.refusals import Unavailable


class PdfCetak:
    """The port Collator."""

    def collate(
        self, judul: str, parts: Sequence[tuple[str, Path]], out: Path, *, bolak_balik: bool
    ) -> int:
        writer = PdfWriter()
        writer.add_metadata({"/Title": judul, "/Producer": "Berkas"})
        for n, (nama, path) in enumerate(parts, 1):
            try:
                writer.append(PdfReader(path), outline_item=nama, import_outline=False)
            except (PyPdfError, PdfReadError, OSError, ValueError, KeyError) as broken:
                raise Unavailable(f"{nama} tidak dapat dibuka sebagai PDF: {broken}") from broken
            if bolak_balik and n < len(parts) and len(writer.pages) % 2:
                writer.add_blank_page()  # as large as the page before it
        # Every paper carries the same fonts; the printer needs them once.
        writer.compress_identical_objects(remove_duplicates=True, remove_unreferenced=False)
        with out.open("wb") as opened:
            writer.write(opened)
        return len(writer.pages)
