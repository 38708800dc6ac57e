"""Sample files of an office, made on the spot by the programs an office uses."""

from __future__ import annotations

import io
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from openpyxl import Workbook

from service.config import CODE

UMUM = CODE / "templates_docx" / "umum" / "naskah"
SK = UMUM / "sk_penetapan_dip.docx"


def template_of(toml: Path) -> Path:
    """The template of a kind: its own beside it, else that of umum."""
    own = toml.with_suffix(".docx")
    return own if own.is_file() else UMUM / own.name


def contoh(toml: Path = UMUM / "sk_penetapan_dip.toml") -> dict[str, Any]:
    """What a pair declares as its own samples."""
    declared = tomllib.loads(toml.read_text())
    return {ruas["nama"]: ruas["contoh"] for ruas in declared["ruas"]}


def letter(out: Path, *lines: str) -> Path:
    """A Word file of a few paragraphs; the same words are the same bytes at any moment."""
    paper, made = Document(), io.BytesIO()
    for line in lines:
        paper.add_paragraph(line)
    paper.save(made)
    with zipfile.ZipFile(made) as came, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for part in came.infolist():
            whole.writestr(zipfile.ZipInfo(part.filename), came.read(part), zipfile.ZIP_DEFLATED)
    return out


def table(out: Path, rows: Sequence[Sequence[object]]) -> Path:
    """A workbook of one sheet."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    workbook.save(out)
    return out


def altered(docx: Path, out: Path, *, was: str, becomes: str) -> Path:
    """A Word file with other words in its body."""
    with zipfile.ZipFile(docx) as source, zipfile.ZipFile(out, "w") as goal:
        for member in source.infolist():
            held = source.read(member)
            if member.filename == "word/document.xml":
                held = held.replace(was.encode(), becomes.encode())
            goal.writestr(member, held)
    return out
