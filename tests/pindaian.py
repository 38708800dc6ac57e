"""Sample scans of an office, drawn on the spot: plainly samples, and every word is known."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageDraw, ImageFont

HURUF = "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"
SURAT = (
    "DINAS CONTOH KOTA CONTOH",
    "Jalan Contoh Nomor 1, Kota Contoh",
    "",
    "Nomor   : 005/17/DC/2026",
    "Sifat   : Biasa",
    "Hal     : Permohonan data kepegawaian",
    "",
    "Kota Contoh, 12 Oktober 2026",
    "Kepada Yth. Kepala Dinas Percobaan",
    "",
    "Dengan hormat, bersama ini kami sampaikan permohonan",
    "daftar informasi publik tahun anggaran berjalan untuk",
    "keperluan penyusunan laporan tahunan kami. Daftar tersebut",
    "kami perlukan paling lambat pada akhir bulan November.",
    "",
    "Demikian disampaikan, atas perhatian dan kerja sama",
    "Saudara kami ucapkan terima kasih.",
    "",
    "Kepala Dinas Contoh",
    "",
    "Contoh Pejabat, S.Contoh",
)
KATA = ("permohonan", "kepegawaian", "Dengan", "hormat", "penyusunan", "November", "kasih")


def page(lines: Sequence[str] = SURAT, dpi: int = 300) -> Image.Image:
    """A sheet of A4 with these lines, black on white."""
    much = dpi / 300
    sheet = Image.new("L", (round(2480 * much), round(3508 * much)), 255)
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(HURUF, round(54 * much))
    for n, line in enumerate(lines):
        pen.text((round(290 * much), round((300 + n * 96) * much)), line, font=font, fill=10)
    return sheet


def skewed(sheet: Image.Image, degrees: float) -> Image.Image:
    """As it comes out of a feeder that pulled it in askew."""
    return sheet.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)


def noisy(sheet: Image.Image, specks: int = 4_000, seed: int = 4) -> Image.Image:
    """As a tired copier leaves it: specks, and grey paper."""
    chance = random.Random(seed)
    worn = sheet.point(lambda value: min(value + 20, 232))
    for _ in range(specks):
        at = chance.randrange(worn.width), chance.randrange(worn.height)
        worn.putpixel(at, chance.randrange(120))
    return worn


def saved(sheet: Image.Image, jenis: str = "PNG", **more: Any) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    sheet.save(out, jenis, **more)
    return out.getvalue()


def tiff(*sheets: Image.Image, **more: Any) -> bytes:
    """One file of several pages, as a scanner with a feeder makes it."""
    first, *others = sheets
    return saved(first, "TIFF", save_all=True, append_images=others, **more)


def pdf(*sheets: Image.Image, dpi: int = 200) -> bytes:
    """A PDF of pictures alone."""
    first, *others = sheets
    return saved(first, "PDF", save_all=True, append_images=others, resolution=dpi)
