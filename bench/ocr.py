"""Scans read by letters: ours, in boxes, against plain tesseract on the same pages in turn."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

from bench.figures import Figure
from service.adapters.box import Bubblewrap
from service.adapters.kotak_baca import BoxReader
from service.adapters.ocr import TesseractOcr
from service.domain.batas import Batas
from tests.pindaian import noisy, page, saved, skewed

ROUNDS = 3
LAIN = (
    "Sehubungan dengan penyusunan daftar informasi publik, kami",
    "sampaikan hal-hal berikut untuk mendapat perhatian Saudara.",
    "Setiap unit kerja menyampaikan daftar informasi yang dikuasai",
    "beserta bentuk, waktu pembuatan, dan penanggung jawabnya.",
    "Informasi yang dikecualikan disertai hasil uji konsekuensi",
    "yang telah ditandatangani oleh pejabat yang berwenang.",
)
ENV = {"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"}


def measure(room: Path) -> list[Figure]:
    """Seconds a page both ways, A B A B, and the words that were found."""
    pages = _pages(room)
    reader = BoxReader(Batas())
    ocr = TesseractOcr(Bubblewrap())
    try:
        reader.scan(pages[0], 1)  # the box is warm, as in a house at work
        ours, plain, seen, theirs = 0.0, 0.0, 0, 0
        for _ in range(ROUNDS):
            for path in pages:
                took, words = _ours(reader, ocr, path, room)
                ours, seen = ours + took, seen + words
                took, words = _plain(path, room)
                plain, theirs = plain + took, theirs + words
    finally:
        reader.close()
    count = ROUNDS * len(pages)
    return [
        Figure("a scanned page, ours, boxed, one core", ours / count, "s"),
        Figure("a scanned page, plain tesseract, one core", plain / count, "s"),
        Figure("ours to plain", ours / plain, "x", 1.2, atleast=False),
        Figure("words of a page found, ours to plain", seen / theirs, "x", 1.0),
    ]


def _pages(room: Path) -> list[Path]:
    """Full pages as scanners give them: level and askew, clean and worn, at 200 and 300 dpi."""
    lines = [LAIN[n % len(LAIN)] for n in range(30)]
    sheet, small = page(lines), page(lines, dpi=200)
    made = {
        "lurus.png": saved(sheet, dpi=(300, 300)),
        "miring.jpg": saved(skewed(sheet, 1.5), "JPEG", quality=75, dpi=(300, 300)),
        "kotor.jpg": saved(noisy(sheet), "JPEG", quality=60, dpi=(300, 300)),
        "kecil.jpg": saved(small, "JPEG", quality=75, dpi=(200, 200)),
    }
    for name, isi in made.items():
        (room / name).write_bytes(isi)
    return [room / name for name in made]


def _ours(reader: BoxReader, ocr: TesseractOcr, path: Path, room: Path) -> tuple[float, int]:
    began = time.perf_counter()
    ready = room / "halaman.bmp"
    ready.write_bytes(reader.scan(path, 1))
    told = ocr.read(ready)
    return time.perf_counter() - began, _known(told.teks)


def _plain(path: Path, room: Path) -> tuple[float, int]:
    began = time.perf_counter()
    out = room / "polos"
    subprocess.run(["tesseract", path, out, "-l", "ind"], env=ENV, check=True, capture_output=True)
    took = time.perf_counter() - began
    return took, _known(out.with_suffix(".txt").read_text())


def _known(teks: str) -> int:
    wanted = {word for line in LAIN for word in line.split()}
    return sum(word in wanted for word in teks.split())
