"""One way to bind, in a process of its own: says its seconds, by the clock on the wall and of the
processor, and the memory it took."""

from __future__ import annotations

import io
import json
import sys
import time
from pathlib import Path

import pikepdf
from pypdf import PdfReader, PdfWriter

from service.adapters.jilid import Penjilid
from service.adapters.jilid.depan import written
from service.adapters.jilid.huruf import Huruf
from service.adapters.jilid.pesanan import unpacked
from service.adapters.jilid.sambung import bind
from service.domain.dossier.halaman import stamp
from service.domain.dossier.lembar import Kata, Lembar


def ours(asked: bytes, out: Path) -> None:
    """With everything, behind the walls, as the office has it."""
    pesanan = unpacked(asked)
    Penjilid().bind(pesanan.dossier, pesanan.halaman, pesanan.asli, out)


def within(asked: bytes, out: Path) -> None:
    """The same in this process, whose memory can be told."""
    bind(unpacked(asked), out)


def qpdf(asked: bytes, out: Path) -> None:
    """Pages behind one another, and nothing else."""
    parts = [str(one) for one in unpacked(asked).halaman]
    line = ["qpdf", "--empty", "--deterministic-id", "--pages", *parts, "--", str(out)]
    pikepdf.Job(line).run()


def overlay(asked: bytes, out: Path) -> None:
    """The usual recipe: a page for each stamp, merged into the page it is for."""
    writer = PdfWriter()
    for one in unpacked(asked).halaman:
        assert one
        writer.append(PdfReader(one), outline_item=one.stem, import_outline=False)
    many = len(writer.pages)
    lines = [stamp("0012/AGENDA/2026", n, many) for n in range(1, many + 1)]
    sheets = [Lembar((Kata(340, 14, 7, line),)) for line in lines]
    stamps = PdfReader(io.BytesIO(written(sheets, Huruf(), "")))
    for page, over in zip(writer.pages, stamps.pages, strict=True):
        page.merge_page(over)
    writer.write(out)


WAYS = {"ours": ours, "within": within, "qpdf": qpdf, "overlay": overlay}


def _most_held() -> int:
    """MB at the most; not by getrusage, which counts what the caller held before this began."""
    said = Path("/proc/self/status").read_text()
    return int(said.partition("VmHWM:")[2].split()[0]) // 1_024


def main(way: str, asked: Path, out: Path) -> None:
    """Bind once."""
    told = asked.read_bytes()
    began, used = time.perf_counter(), time.process_time()
    WAYS[way](told, out)
    took, used = time.perf_counter() - began, time.process_time() - used
    held = _most_held()
    sys.stdout.write(json.dumps({"detik": took, "prosesor": used, "memori": held}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
