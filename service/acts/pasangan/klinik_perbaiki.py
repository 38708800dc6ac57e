"""What a program can mend is mended on request: torn tags, the tie to a template of Word."""

from __future__ import annotations

from pathlib import Path

from service.acts.pasangan.klinik import Alat
from service.domain.klinik.templat import Templat
from service.domain.refusals import Refusal


class TidakTerperbaiki(Refusal):
    """What came out says something else than what went in."""

    def __init__(self) -> None:
        super().__init__(
            "Tanda yang terpecah pada templat ini tidak dapat disambung dengan aman, jadi tidak "
            "ada yang diubah. Buka di Word, hapus tanda itu, lalu ketik ulang sekaligus."
        )


def mend(house: Alat, docx: Path, out: Path) -> Path:
    """The same template, its tags whole, written to `out`; letter for letter the same words."""
    made = house.reader.joined(docx, out)
    before, after = (house.reader.template(one, docx.name) for one in (docx, made))
    if not after.alinea or _words(before) != _words(after):
        out.unlink()
        raise TidakTerperbaiki
    return out


def _words(templat: Templat) -> list[tuple[str, str]]:
    """Every paragraph with its place; a break within a tag is none that is printed."""
    told = [[one.part, one.teks] for one in templat.alinea]
    for tag in templat.tanda:
        whole = " ".join(tag.teks.split())
        told[tag.alinea][1] = told[tag.alinea][1].replace(tag.teks, whole)
    return [(part, teks) for part, teks in told]
