"""Thousands of different letters in seconds: text PDFs, Word, Excel, pictures, and bad ones."""

from __future__ import annotations

import io
import random
import zipfile
from functools import cache
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from PIL import Image

WORDS = """PEMERINTAH KOTA CONTOH
Nomor : {n}/UND/KOMINFO/XI/2026
Sifat : Biasa
Hal : Undangan rapat pembahasan daftar informasi publik ke-{n}

Yth. Kepala Bidang {n}
di tempat

Dengan hormat, bersama ini kami mengundang Saudara untuk menghadiri rapat
koordinasi pembahasan daftar informasi publik yang dilaksanakan pada hari Senin,
{day} November 2026 pukul 09.00 waktu setempat di ruang rapat lantai {n}.
Mengingat pentingnya acara tersebut, dimohon hadir tepat waktu dengan membawa
daftar informasi yang berada di bawah penguasaan unit masing-masing.

Kota Contoh, {day} November 2026
Kepala Dinas Contoh {n}"""
MARK = "Contoh surat ke-0"
PADDING = 16_000  # bytes in a PDF that say nothing, as fonts do


def many(room: Path, count: int) -> list[Path]:
    """60 % text PDF, 25 % docx and xlsx, 14 % pictures, 1 % bad; no two alike."""
    room.mkdir(parents=True)
    return [_one(room, n) for n in range(count)]


def _one(room: Path, n: int) -> Path:
    part = n * 37 % 100  # mixed, not in blocks
    if part < 60:
        path, content = room / f"surat-{n:05}.pdf", pdf(_words(n))
    elif part < 75:
        path, content = room / f"surat-{n:05}.docx", _changed(_docx(), "word/document.xml", n)
    elif part < 85:
        path, content = (
            room / f"daftar-{n:05}.xlsx",
            _changed(_xlsx(), "xl/worksheets/sheet1.xml", n),
        )
    elif part < 99:
        path, content = room / f"foto-{n:05}.jpg", _jpeg(n)
    else:
        path, content = room / f"rusak-{n:05}.pdf", random.Random(n).randbytes(20_000)
    path.write_bytes(content)
    return path


def _words(n: int) -> list[str]:
    return WORDS.format(n=n, day=1 + n % 28).splitlines()


def pdf(lines: list[str]) -> bytes:
    """A letter of one page in Helvetica, about 18 KB."""
    shown = "".join(f"({line.replace('(', '').replace(')', '')}) Tj T*\n" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 72 770 Td\n{shown}ET\n".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%sendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (PADDING, b"%" * PADDING),
    ]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, part in enumerate(parts, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, part))
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(parts) + 1, out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start))
    return out.getvalue()


def _changed(whole: bytes, name: str, n: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(out, "w") as after:
        for member in before.infolist():
            held = before.read(member)
            if member.filename == name:
                held = held.replace(MARK.encode(), f"Contoh surat ke-{n + 1}".encode())
            after.writestr(member.filename, held, zipfile.ZIP_DEFLATED, 1)
    return out.getvalue()


@cache
def _docx() -> bytes:
    paper, out = Document(), io.BytesIO()
    for line in ("UNDANGAN", MARK, *_words(7)):
        paper.add_paragraph(line)
    paper.save(out)
    return out.getvalue()


@cache
def _xlsx() -> bytes:
    book, out = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    sheet.append(["No", "Ringkasan isi informasi", "Pejabat yang menguasai", "Waktu pembuatan"])
    for n in range(40):
        sheet.append([n, f"Laporan kegiatan ke-{n}", "Kepala Bidang Contoh", "Januari 2026"])
    sheet.append([41, MARK])
    book.save(out)
    return out.getvalue()


def _jpeg(n: int) -> bytes:
    """A photographed page, small: grey noise with a mark of its own."""
    chance, out = random.Random(n), io.BytesIO()
    grains = Image.frombytes("L", (60, 80), chance.randbytes(4800))
    grains.resize((600, 800)).save(out, "JPEG", quality=60, dpi=(100, 100))
    return out.getvalue()
