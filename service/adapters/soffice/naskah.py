"""Our own papers from Word to PDF, each in a box and a profile of its own."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import zipfile
from pathlib import Path

from service.adapters.soffice.profil import hardened
from service.domain.refusals import Refusal, Unavailable
from service.ports import Box, Limits, Proofreader

LIMITS = Limits()
# LibreOffice writes a few letters its own way (ligatures, list marks); lost pages are far more.
FITS = 0.95
BATAS_XML = 300_000_000
EXPORT = {
    "SelectPdfVersion": {"type": "long", "value": "2"},
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}


class BukanWord(Refusal):
    """What should be converted is no Word file."""

    def __init__(self, name: str) -> None:
        super().__init__(f"File {name} tidak dapat dibuka sebagai dokumen Word (.docx).")


class Soffice:
    """The port Converter: PDF/A-2b and PDF/UA-1, believed only once it has been read back."""

    def __init__(self, box: Box, proofreader: Proofreader, limits: Limits = LIMITS) -> None:
        self._box, self._proofreader, self._limits = box, proofreader, limits

    def pdf(self, docx: Path, out: Path) -> Path:
        wanted = letters(docx)
        with tempfile.TemporaryDirectory(dir=out.parent) as room:
            made = self._convert(docx, Path(room))
            mended = self._proofreader.mend(made, Path(room, "mended.pdf"))
            self._believe(mended, wanted)
            mended.replace(out)
        return out

    def _convert(self, docx: Path, room: Path) -> Path:
        shutil.copyfile(docx, room / "naskah.docx")
        hardened(room / "profil")
        ran = self._box.run(_command(self._box.inside), room, self._limits)
        made = room / "naskah.pdf"
        # LibreOffice ends with 0 even where it made nothing.
        if made.is_symlink() or not made.is_file() or not made.stat().st_size:
            raise Unavailable(f"LibreOffice tidak menghasilkan PDF (kode {ran.code}): {ran.said}")
        return made

    def _believe(self, pdf: Path, wanted: int) -> None:
        pages = self._proofreader.pages(pdf)
        if not pages:
            raise Unavailable("PDF dari LibreOffice tidak berhalaman.")
        got = sum(len(_bare(page)) for page in pages)
        if got < wanted * FITS:
            raise Unavailable(
                f"PDF dari LibreOffice tidak utuh: {got} dari {wanted} huruf naskah yang tercetak."
            )


def letters(docx: Path) -> int:
    """How many letters the text of a Word file has, without spaces."""
    try:
        with zipfile.ZipFile(docx) as packed:
            if packed.getinfo("word/document.xml").file_size > BATAS_XML:
                raise BukanWord(docx.name)
            xml = packed.read("word/document.xml").decode()
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError) as broken:
        raise BukanWord(docx.name) from broken
    # A drawing stands in the file twice: as it is, and once more for old programs.
    xml = re.sub(r"<mc:Fallback>.*?</mc:Fallback>", "", xml, flags=re.DOTALL)
    text = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml))
    return len(_bare(re.sub(r"&[a-z0-9#]+;", "&", text)))


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _command(inside: str) -> list[str]:
    return [
        "/usr/bin/soffice",
        f"-env:UserInstallation=file://{inside}/profil",
        "--headless",
        "--norestore",
        "--convert-to",
        f"pdf:writer_pdf_Export:{json.dumps(EXPORT)}",
        "--outdir",
        inside,
        f"{inside}/naskah.docx",
    ]
