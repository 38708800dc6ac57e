"""Opening a PDF, locked, broken or whole."""

from __future__ import annotations

import contextlib
import ctypes
import io
import logging
import os
from collections.abc import Iterator
from typing import Any, BinaryIO

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as mentah

from service.boxed.gagal import RUSAK

TERBESAR = 256_000_000  # bytes that are looked through whole
UJUNG = 32_000_000  # bytes of either end, of a larger file
DIPERBAIKI = 60_000_000  # bytes that are mended, at most
logging.getLogger("pypdfium2").setLevel(logging.CRITICAL)  # what it misses is told as findings
TERKUNCI, HAK = "terkunci", "hak"
_SEBAB = {mentah.FPDF_ERR_PASSWORD: TERKUNCI, mentah.FPDF_ERR_SECURITY: HAK}


class TidakTerbuka(Exception):
    """A PDF that does not open: `terkunci`, `hak`, or '' where it is broken."""

    def __init__(self, sebab: str = "") -> None:
        super().__init__(sebab)
        self.sebab = sebab


def whole(file: BinaryIO) -> tuple[bytes, bool]:
    """The bytes of a file, or its two ends where it is very large; whether that is all."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    if size <= TERBESAR:
        return file.read(), True
    head = file.read(UJUNG)
    file.seek(size - UJUNG)
    return head + file.read(), False


def opened(source: bytes | BinaryIO) -> Any:
    """The PDF as PDFium sees it, with at least one page."""
    # Some faults leave PDFium's own note of the last one as it was, and that was another file's.
    mentah.FPDF_LoadMemDocument(b"", 0, None)
    try:
        paper = pdfium.PdfDocument(source)
    except pdfium.PdfiumError as closed:
        raise TidakTerbuka(_SEBAB.get(getattr(closed, "err_code", None), "")) from closed
    if len(paper) < 1:
        paper.close()
        raise TidakTerbuka
    return paper


def anew(isi: bytes) -> Any:
    """The same with its structure written anew; TidakTerbuka where that helps no more."""
    if len(isi) > DIPERBAIKI:
        raise TidakTerbuka
    out = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(isi), suppress_warnings=True) as paper:
            paper.save(out, fix_metadata_version=False)
    except pikepdf.PasswordError as closed:
        raise TidakTerbuka(TERKUNCI) from closed
    except (pikepdf.PikepdfError, *RUSAK) as broken:
        raise TidakTerbuka from broken
    return opened(out.getvalue())


def somehow(file: BinaryIO) -> Any:
    """The PDF as it is, or mended where it must be; TidakTerbuka where it does not open."""
    isi, all_ = whole(file)
    try:
        return opened(isi if all_ else file)
    except TidakTerbuka as closed:
        if closed.sebab or not all_:
            raise
    return anew(isi)


@contextlib.contextmanager
def page(paper: Any, n: int) -> Iterator[Any]:
    """One page, let go of at the end; None where it does not load."""
    try:
        one = paper[n]
    except (pdfium.PdfiumError, *RUSAK):
        yield None
        return
    try:
        yield one
    finally:
        one.close()


def words(one: Any) -> str:
    """The text of a page, line by line."""
    told = mentah.FPDFText_LoadPage(one.raw)
    if not told:
        return ""
    try:
        count = mentah.FPDFText_CountChars(told)
        if count <= 0:
            return ""
        room = (ctypes.c_ushort * (count + 1))()
        mentah.FPDFText_GetText(told, 0, count, room)
    finally:
        mentah.FPDFText_ClosePage(told)
    text = bytes(room).decode("utf-16-le", "ignore").split("\x00")[0]
    # PDFium marks a hyphen at the end of a line by a letter that is none.
    return text.replace("\r\n", "\n").replace("\ufffe", "-").replace("\ufeff", "")
