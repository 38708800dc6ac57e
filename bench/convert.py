"""Letters to PDF/A: two warm workers of ours, `soffice --convert-to`, and unoserver, in turn."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from docx import Document
from docx.shared import Cm
from PIL import Image

from bench.figures import Figure
from service.adapters.box import Bubblewrap
from service.adapters.pangkas import lighter
from service.adapters.soffice import SofficeAsing
from service.config import CODE

PEERS = Path(__file__).parent / "peers"
LETTERS, WORKERS, ROUNDS, FEW = 60, 2, 3, 6
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDFA = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
PYTHON = "/usr/bin/python3"  # the one that has `uno`
Way = Callable[[], float]


def measure(room: Path) -> list[Figure]:
    """Seconds a letter each way, medians of rounds that take turns; the same file for all."""
    letter = lighter(_letter(room), room / "surat.docx")
    held = list[int]()
    with ExitStack() as open_:
        ways: dict[str, Way] = {
            f"Berkas, {WORKERS} workers": open_.enter_context(_ours("naskah", letter, held)),
            "soffice --convert-to": _soffice(letter, room),
        }
        if unoserver := open_.enter_context(_unoserver(letter, room)):
            ways["unoserver and its client"] = unoserver
        own = _in_turn(ways)
    with ExitStack() as open_:
        ways = {
            f"Berkas, {WORKERS} workers": open_.enter_context(_ours("asing", letter, [])),
            "boxed soffice --convert-to": _boxed(letter, room),
        }
        alien = _in_turn(ways)
    ours = next(iter(own.values()))
    mine, fresh = alien.values()
    found = [Figure(f"letter, {name}", took, "s") for name, took in own.items()]
    found += [Figure(f"foreign letter, {name}", took, "s") for name, took in alien.items()]
    found += [
        Figure(f"letter, {name} / Berkas", took / ours, "x", bar)
        for (name, took), bar in zip(list(own.items())[1:], (20, 4), strict=False)
    ]
    found.append(Figure("foreign letter, boxed soffice / Berkas", fresh / mine, "x", 10))
    found.append(Figure("MB held by the warm LibreOffice", max(held), "MB", 400, atleast=False))
    return found


def _in_turn(ways: dict[str, Way]) -> dict[str, float]:
    took: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            took[name].append(way())
    return {name: statistics.median(each) for name, each in took.items()}


def _letter(room: Path) -> Path:
    """A page with a logo, a table and numbered paragraphs."""
    Image.new("RGB", (200, 200), "navy").save(room / "lambang.png")
    paper = Document()
    paper.core_properties.title = "Nota dinas contoh"
    logo = paper.add_picture(str(room / "lambang.png"), Cm(2))
    logo._inline.docPr.set("descr", "lambang")
    paper.add_paragraph("KEMENTERIAN CONTOH")
    paper.add_paragraph("NOTA DINAS\nNOMOR 12/ND/XI/2026")
    table = paper.add_table(4, 3, "Table Grid")
    for row in table.rows:
        for cell, words in zip(row.cells, ("Yth.", ":", "Kepala Biro Contoh"), strict=True):
            cell.text = words
    for _ in range(8):
        paper.add_paragraph(
            "Sehubungan dengan penyusunan daftar informasi publik tahun 2026, kami sampaikan hal "
            "berikut untuk mendapat perhatian Saudara.",
            style="List Number",
        )
    paper.add_paragraph("Kepala Bagian Contoh,\n\n\nSiti Contoh")
    paper.save(str(room / "utuh.docx"))
    return room / "utuh.docx"


@contextmanager
def _ours(what: str, letter: Path, held: list[int]) -> Iterator[Way]:
    line = [sys.executable, "-m", "bench.pencetak", what, letter, str(LETTERS // WORKERS)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    workers = [subprocess.Popen([*map(str, line)], cwd=CODE, **pipes) for _ in range(WORKERS)]

    def told(worker: subprocess.Popen[bytes]) -> bytes:
        assert worker.stdout
        return worker.stdout.readline()

    def way() -> float:
        began = time.perf_counter()
        for worker in workers:
            assert worker.stdin
            worker.stdin.write(b"cetak\n")
            worker.stdin.flush()
        held.extend(json.loads(told(worker))["memori"] for worker in workers)
        return (time.perf_counter() - began) / LETTERS

    try:
        assert [told(worker) for worker in workers] == [b"siap\n"] * WORKERS
        yield way
    finally:
        for worker in workers:
            with worker:  # closes its pipes, and waits for its end
                pass


def _each(convert: Callable[[], object]) -> float:
    began = time.perf_counter()
    for _ in range(FEW):
        convert()
    return (time.perf_counter() - began) / FEW


def _soffice(letter: Path, room: Path) -> Way:
    profile = f"-env:UserInstallation=file://{room}/profil"
    out = room / "polos"
    line = ["soffice", profile, "--headless", "--convert-to", PDFA, "--outdir", out, letter]

    def convert() -> None:
        subprocess.run(line, check=True, capture_output=True)
        assert (out / "surat.pdf").stat().st_size

    convert()  # its profile is warm
    return lambda: _each(convert)


def _boxed(letter: Path, room: Path) -> Way:
    changer = SofficeAsing(Bubblewrap())
    return lambda: _each(lambda: changer.pdf(letter, WORD, room / "asing.pdf"))


@contextmanager
def _unoserver(letter: Path, room: Path) -> Iterator[Way | None]:
    """One server, and its client process for each letter; None where it cannot be had."""
    venv = room / "unoserver"
    made = subprocess.run([PYTHON, "-m", "venv", "--system-site-packages", venv], check=False)
    pip = [venv / "bin/pip", "install", "-qq", "--require-hashes", "-r", PEERS / "unoserver.txt"]
    if made.returncode or subprocess.run(pip, check=False).returncode:
        print("unoserver tidak dapat dipasang; tidak ikut diukur.", file=sys.stderr)
        yield None
        return
    ports = ["--port", "20031", "--uno-port", "20032"]
    start = [venv / "bin/unoserver", *ports, "--user-installation", room / "profil-unoserver"]
    server = subprocess.Popen(start, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    out = room / "unoserver.pdf"
    line = [venv / "bin/unoconvert", "--port", "20031", letter, out]
    line += ["--filter-options", "SelectPdfVersion=2"]

    def convert() -> None:
        subprocess.run(line, check=True, capture_output=True)
        assert out.stat().st_size

    try:
        end = time.monotonic() + 60
        while subprocess.run(line, check=False, capture_output=True).returncode:
            assert time.monotonic() < end, "unoserver did not come up"
            time.sleep(0.5)
        yield lambda: _each(convert)
    finally:
        server.terminate()
        server.wait(20)
        shutil.rmtree(venv)
