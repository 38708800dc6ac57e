"""Where the pairs of umum are filled, printed and read again."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from service.adapters.docx import Docx
from service.domain.paper import Pasangan, checked, sample
from service.domain.ruas import PEJABAT
from tests.office import one_converter
from tests.papers import UMUM

# What a page says of itself, between the words of a text that runs over its edge.
RUNNING = re.compile(r"^(?:TERBATAS\n)?- \d+ -$", re.MULTILINE)


@dataclass(frozen=True)
class Meja:
    """Where papers are filled and printed."""

    filler: Docx
    folder: Path

    def pdf(self, jenis: str, name: str = "", **other: object) -> Path:
        """The paper with its samples, or with others in their place."""
        filled = self.folder / f"{name or jenis}.docx"
        self.filler.fill(UMUM / f"{jenis}.docx", sample(declared(jenis)) | other, filled)
        return one_converter().pdf(filled, filled.with_suffix(".pdf"))


def signers(kind: Pasangan) -> list[str]:
    """The printed names of who signs it, as many as its kind asks for."""
    isian = sample(kind)
    names = [str(isian[one.nama]["nama"]) for one in kind.ruas if one.jenis == PEJABAT]
    rows = [one for one in isian.get("pihak", []) if isinstance(one, dict)]
    every = dict.fromkeys([*names, *(str(one["nama"]) for one in rows if "nama" in one)])
    return [*every][: len(kind.penandatangan)] or [""]


def declared(jenis: str) -> Pasangan:
    return checked(jenis, (UMUM / f"{jenis}.toml").read_text(), f"umum/naskah/{jenis}.toml")


def pages(pdf: Path) -> list[str]:
    """The words of each page in the order in which they are read, without the spaces."""
    ran = subprocess.run(
        ["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    return [bare(one) for one in ran.stdout.split("\f")[:-1]]


def bare(text: str) -> str:
    return re.sub(r"\s+", "", RUNNING.sub("", text)).casefold()
