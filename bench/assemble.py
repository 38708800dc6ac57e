"""A dossier of 200 papers and 1,000 pages with everything; qpdf's plain merge, and pypdf with
stamps laid over as pages, in turn."""

from __future__ import annotations

import hashlib
import json
import statistics
import subprocess
import sys
from pathlib import Path

import pikepdf

from bench.berkas_tebal import papers
from bench.figures import Figure
from service.adapters.jilid.pesanan import packed
from service.adapters.pdf_sah import PageExaminer
from service.config import CODE
from service.domain.dossier.isi import Asal, Bagian, Dossier, Sampul

PAPERS, ROUNDS, SIGNED = 200, 3, 10  # every tenth paper has its original attached


def measure(room: Path) -> list[Figure]:
    """Seconds each way, medians of rounds that take turns, each in a fresh process."""
    asked, attached = _asked(room, papers(room, PAPERS))
    took = dict[str, list[float]](ours=[], qpdf=[], overlay=[])
    held, made = dict[str, int](), set[str]()
    for n in range(ROUNDS):
        for way in ("ours", "qpdf", "overlay") if n == ROUNDS // 2 else ("ours", "qpdf"):
            told = _once(way, asked, room / f"{way}.pdf")
            took[way].append(told["detik"])
            held[way] = max(held.get(way, 0), int(told["memori"]))
        made.add(hashlib.sha256((room / "ours.pdf").read_bytes()).hexdigest())
    told = _once("within", asked, room / "within.pdf")
    held["ours"] = int(told["memori"])
    made.add(hashlib.sha256((room / "within.pdf").read_bytes()).hexdigest())
    ours, qpdf, overlay = (statistics.median(took[way]) for way in ("ours", "qpdf", "overlay"))
    bare = (room / "ours.pdf").stat().st_size - attached
    merged = (room / "qpdf.pdf").stat().st_size
    with pikepdf.open(room / "ours.pdf") as dossier:
        pages = len(dossier.pages)
    broken = len(PageExaminer().broken(room / "ours.pdf", "3b"))
    return [
        Figure("pages of the dossier", pages, "", 1_000),
        Figure("dossier with everything, Berkas", ours, "s"),
        Figure("plain merge, qpdf", qpdf, "s"),
        Figure("stamps as overlay pages, pypdf", overlay, "s"),
        Figure("qpdf / Berkas", qpdf / ours, "x", 1),
        Figure("overlay / Berkas", overlay / ours, "x", 8),
        Figure(
            "its size without the attachments / plain merge", bare / merged, "x", 0.5, atleast=False
        ),
        Figure("MB of the binding child", held["ours"], "MB", 250, atleast=False),
        Figure("MB of pypdf with overlay pages", held["overlay"], "MB"),
        Figure("dossiers unlike the first", len(made) - 1, "", 0, atleast=False),
        Figure("rules of PDF/A-3b that it breaks", broken, "", 0, atleast=False),
    ]


def _asked(room: Path, some: list[Path]) -> tuple[Path, int]:
    """The order for all three, and how many bytes are attached in it."""
    parts, asli = list[Bagian](), dict[str, str]()
    for n, path in enumerate(some):
        whole = path.read_bytes()
        sha256 = hashlib.sha256(whole).hexdigest()
        asal = None if n % SIGNED else Asal(path.name, sha256, len(whole), "application/pdf")
        if asal:
            asli[sha256] = str(path)
        with pikepdf.open(path) as paper:
            many = len(paper.pages)
        parts.append(Bagian(f"Naskah contoh ke-{n}", "2026", many, nomor=f"{n}/2026", asal=asal))
    sampul = Sampul("Berkas contoh yang tebal", "0012/AGENDA/2026", (("Unit", "Biro Contoh"),))
    out = room / "pesanan.json"
    out.write_bytes(packed(Dossier(sampul, tuple(parts)), [str(one) for one in some], asli))
    return out, sum(Path(one).stat().st_size for one in asli.values())


def _once(way: str, asked: Path, out: Path) -> dict[str, float]:
    line = [sys.executable, "-m", "bench.penjilid", way, str(asked), str(out)]
    ran = subprocess.run(line, cwd=CODE, stdout=subprocess.PIPE, check=True)
    told: dict[str, float] = json.loads(ran.stdout)
    return told
