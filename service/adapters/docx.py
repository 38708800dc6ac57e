"""Word templates filled by docxtpl: sandboxed, strict, escaped."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import LxmlError

from service.domain.refusals import Refusal
from service.domain.urutan import daftar_huruf, diktum, huruf

# Word would drop them, or read them as new paragraphs and pages.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
NAME = re.compile(r"has no attribute '([^']+)'|'([^']+)' is undefined")


class TemplateSalah(Refusal):
    """The template cannot be filled; says where and why."""


class IsianTidakSah(Refusal):
    """A value holds characters that no paper can print."""

    def __init__(self, ruas: str) -> None:
        super().__init__(
            f"Isian {ruas} memuat tanda yang tidak dapat dicetak. "
            "Ketik ulang isian itu, jangan menyalinnya dari program lain."
        )


class Docx:
    """The port Filler."""

    def fill(self, template: Path, isian: Mapping[str, Any], out: Path) -> Path:
        for ruas in _unprintable(isian):
            raise IsianTidakSah(ruas)
        try:
            paper = DocxTemplate(template)
            paper.render(dict(isian), _sandbox(), autoescape=True)
            paper.save(out)
        except TemplateError as wrong:
            raise TemplateSalah(_sentence(template, wrong)) from wrong
        except (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError) as wrong:
            raise TemplateSalah(
                f"Template {template.name} tidak dapat dibuka sebagai dokumen Word. "
                "Simpan ulang dari Word sebagai .docx."
            ) from wrong
        except (TypeError, ArithmeticError) as wrong:
            raise TemplateSalah(
                f"Template {template.name}: satu tanda isian memakai nilai dengan cara yang salah "
                f"({wrong})."
            ) from wrong
        return out


def _sandbox() -> ImmutableSandboxedEnvironment:
    sandbox = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=True,
        finalize=lambda value: "" if value is None else value,
    )
    sandbox.filters |= {"huruf": huruf, "daftar_huruf": daftar_huruf, "diktum": diktum}
    return sandbox


def _unprintable(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if CONTROL.search(value):
            yield name
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _unprintable(inner, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value, 1):
            yield from _unprintable(inner, f"{name}[{place}]")


def _sentence(template: Path, wrong: TemplateError) -> str:
    where = _paragraph(wrong)
    if isinstance(wrong, SecurityError):
        why = "memuat perintah program yang tidak diizinkan"
    elif isinstance(wrong, UndefinedError):
        found = NAME.search(str(wrong))
        name = next((part for part in found.groups() if part), "?") if found else str(wrong)
        why = f"meminta ruas {name} yang tidak diisi"
    elif isinstance(wrong, TemplateSyntaxError):
        why = f"memuat tanda isian yang tidak lengkap atau salah tulis ({wrong.message})"
    else:
        why = f"tidak dapat diisi ({wrong})"
    return f"Template {template.name} {why}{where}."


def _paragraph(wrong: TemplateError) -> str:
    context = [line.strip() for line in getattr(wrong, "docx_context", ())]
    around = " / ".join(line for line in context if "{" in line)[:200]
    return f", di dekat: {around}" if around else ""
