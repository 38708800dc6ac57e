"""What the boxed readers could tell of one file."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.domain.temuan import Temuan

TERBACA = "pindaian_terbaca"  # in a file's metadata: how sure its pages were, of a hundred


@dataclass(frozen=True)
class Anggota:
    """One thing inside an archive or a letter by mail, that may become a file of its own."""

    nama: str
    ukuran: int


@dataclass(frozen=True)
class Bacaan:
    """One file, looked at in the box."""

    mime: str  # what it truly is, by its contents
    halaman: int = 0  # pages, sheets; 0 where it has none
    teks: tuple[str, ...] = ()  # page by page, or sheet by sheet
    temuan: tuple[Temuan, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)  # author, dates, program
    anggota: tuple[Anggota, ...] = ()
    tanda: tuple[str, ...] = ()  # what the QR codes say, page by page
    perlu_ocr: tuple[int, ...] = ()  # pages (from 1) that are pictures without text
