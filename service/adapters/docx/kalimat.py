"""What went wrong in a template, in words for whoever made it: where, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import TracebackType

from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError

from service.domain.urutan import sebutan

NAME = re.compile(r"has no attribute '([^']+)'|'([^']+)' is undefined")
TAG = re.compile(r"<[^>]+>")
RENDERED = "<template>"  # the file name of what Jinja compiles
TEMPAT = (
    ("word/header", " pada kepala halaman"),
    ("word/footer", " pada kaki halaman"),
    ("word/footnotes", " pada catatan kaki"),
    ("word/endnotes", " pada catatan akhir"),
    ("docProps/", " pada sifat dokumen (judul, subjek, penulis)"),
)
MANY = 10  # names told of those that are missing


class TerlaluLama(Exception):
    """The time for one paper is up."""


class Terpotong(Exception):
    """A block begins in one place of a paper's structure and ends in another."""


def sentence(nama: str, wrong: Exception, where: str, missed: Sequence[str] = ()) -> str:
    """What is told of a template that could not be filled."""
    return f"Template {nama} {_why(wrong, missed)}{where}."


def _why(wrong: Exception, missed: Sequence[str]) -> str:
    if isinstance(wrong, SecurityError):
        return "memuat perintah program yang tidak diizinkan"
    if isinstance(wrong, UndefinedError):
        found = NAME.search(str(wrong))
        name = next((part for part in found.groups() if part), "?") if found else str(wrong)
        return f"meminta ruas {_named(missed or [name])} yang tidak diisi"
    if isinstance(wrong, TemplateSyntaxError):
        return f"memuat tanda isian yang tidak lengkap atau salah tulis ({wrong.message})"
    if isinstance(wrong, TemplateError):
        return f"tidak dapat diisi ({wrong})"
    if isinstance(wrong, Terpotong):
        return (
            "memuat pengulangan atau syarat yang mulai dan tutupnya memotong paragraf atau tabel; "
            "letakkan keduanya pada tempat yang setara"
        )
    if isinstance(wrong, TerlaluLama):
        return "belum selesai diisi pada batas waktunya, lalu dihentikan; periksa pengulangannya"
    if isinstance(wrong, MemoryError):
        return "menghabiskan memori yang disediakan, lalu dihentikan; periksa pengulangannya"
    if isinstance(wrong, RecursionError | SyntaxError):
        return "memuat tanda isian yang bersarang terlalu dalam"
    return f"memakai nilai dengan cara yang salah pada satu tanda isian ({wrong})"


def _named(names: Sequence[str]) -> str:
    told = list(names[:MANY])
    rest = [f"{len(names) - MANY} ruas lain"] if len(names) > MANY else []
    return sebutan(told + rest)


def place(wrong: Exception, part: str, source: str) -> str:
    """In which part and near which words a fault lies."""
    where = next((told for begins, told in TEMPAT if part.startswith(begins)), "")
    lines, at = source.splitlines(), _line(wrong)
    if not at:
        return where
    if isinstance(wrong, TemplateSyntaxError):  # found where it could not go on, made before that
        near = lines[max(at - 4, 0) : at + 3]
    else:
        near = lines[at - 1 : at]
    words = [TAG.sub("", line).strip() for line in near]
    around = " / ".join(word for word in words if "{" in word)[:200]
    return f"{where}, di dekat: {around}" if around else where


def _line(wrong: Exception) -> int:
    """The line of the template on which it happened; 0 where nothing tells."""
    if isinstance(wrong, TemplateSyntaxError):
        return wrong.lineno or 0
    found, step = 0, wrong.__traceback__
    while step is not None:
        if _of_template(step):
            found = step.tb_lineno
        step = step.tb_next
    return found


def _of_template(step: TracebackType) -> bool:
    return step.tb_frame.f_code.co_filename == RENDERED
