"""Our own papers from Word to PDF: believed only once read back and examined."""

from __future__ import annotations

import logging
import re
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from service.adapters.soffice.rantai import Bersambung, MesinBerpotong
from service.domain.refusals import Refusal, Unavailable
from service.ports import Examiner, Marker, Proofreader, Tanda

# LibreOffice writes a few letters its own way (ligatures, list marks); lost pages are far more.
FITS = 0.95
BATAS_XML = 300_000_000
SECONDS, SECONDS_LONG, LONG = 60.0, 300.0, 1_000  # what a paper may take; with so many rows
END = b"%%EOF"
log = logging.getLogger(__name__)


class BukanWord(Refusal):
    """What should be converted is no Word file."""

    def __init__(self, name: str) -> None:
        super().__init__(f"File {name} tidak dapat dibuka sebagai dokumen Word (.docx).")


@dataclass(frozen=True)
class Ukuran:
    """What of a Word file must show again in its PDF, and what time it may take."""

    letters: int
    rows: int

    @property
    def long(self) -> bool:
        return self.rows > LONG

    @property
    def seconds(self) -> float:
        return SECONDS_LONG if self.long else SECONDS


class Soffice:
    """The port Converter: PDF/A-2b, and PDF/UA-1 where the paper's own marks allow it.

    A paper with a long table is printed in parts where there is one who joins them.
    """

    def __init__(
        self,
        mesin: MesinBerpotong,
        proofreader: Proofreader,
        examiner: Examiner,
        marker: Marker,
        bersambung: Bersambung | None = None,
    ) -> None:
        self._mesin, self._proofreader, self._examiner = mesin, proofreader, examiner
        self._marker, self._bersambung = marker, bersambung

    def pdf(self, docx: Path, out: Path, tanda: Tanda | None = None) -> Path:
        wanted = measured(docx)
        with tempfile.TemporaryDirectory(dir=out.parent) as room:
            made = Path(room, "naskah.pdf")
            joined = self._printed(docx, made, wanted)
            if not _ends_well(made):
                raise Unavailable("PDF dari LibreOffice tidak utuh: akhir file tidak ada.")
            # What was joined has lost the tags that a screen reader goes by.
            mended = self._proofreader.mend(made, Path(room, "mended.pdf"), ua=not joined)
            self._believe(mended, wanted.letters)
            marked = self._marked(mended, tanda)
            if not joined:
                marked = self._heard(marked, made, tanda)
            self._examined(marked).replace(out)
        return out

    def _printed(self, docx: Path, out: Path, wanted: Ukuran) -> bool:
        """The paper as LibreOffice prints it; whether it was joined of parts, as long ones are."""
        if wanted.long and self._bersambung:
            joined = self._bersambung.pdf(self._mesin, docx, out, LONG, wanted.seconds)
            if joined:
                return True
        self._mesin.convert(docx, out, wanted.seconds)
        return False

    def close(self) -> None:
        """End the warm LibreOffice."""
        self._mesin.close()

    def _believe(self, pdf: Path, wanted: int) -> None:
        pages = self._proofreader.pages(pdf)
        if not pages:
            raise Unavailable("PDF dari LibreOffice tidak berhalaman.")
        got = sum(len(_bare(page)) for page in pages)
        if got < wanted * FITS:
            raise Unavailable(
                f"PDF dari LibreOffice tidak utuh: {got} dari {wanted} huruf naskah yang tercetak."
            )

    def _marked(self, mended: Path, tanda: Tanda | None) -> Path:
        """The paper with its marks, before anybody examines it."""
        if tanda is None:
            return mended
        return self._marker.mark(mended, tanda, mended.with_name(f"bertanda-{mended.name}"))

    def _heard(self, marked: Path, made: Path, tanda: Tanda | None) -> Path:
        """The paper, with no more promised to a screen reader than the examiner found to be so."""
        try:
            broken = self._examiner.broken(marked, "ua1")
        except Unavailable as beyond:  # a table too long for it; as archive it can still hold
            broken = [str(beyond)]
        if not broken:
            return marked
        log.info("a paper makes no claim to PDF/UA-1: %s", broken[0])
        plain = self._proofreader.mend(made, marked.with_name("plain.pdf"), ua=False)
        return self._marked(plain, tanda)

    def _examined(self, marked: Path) -> Path:
        if broken := self._examiner.broken(marked, "2b"):
            raise Unavailable(
                "PDF yang dibuat belum memenuhi PDF/A-2b, jadi tidak dipakai. Isian dan templat "
                f"tersimpan utuh. Aturan pertama yang dilanggar: {broken[0]}"
            )
        return marked


def measured(docx: Path) -> Ukuran:
    """How many letters the text of a Word file has, without spaces, and how many rows."""
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
    rows = xml.count("<w:tr>") + xml.count("<w:tr ")
    return Ukuran(len(_bare(re.sub(r"&[a-z0-9#]+;", "&", text))), rows)


def _ends_well(pdf: Path) -> bool:
    with pdf.open("rb") as held:
        held.seek(max(0, pdf.stat().st_size - 64))
        return held.read().rstrip().endswith(END)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
