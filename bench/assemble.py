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
MERGE, OVERLAY = 1.5, 1.8  # times as fast as each; DECISIONS 141 on the eight that were meant
WAYS = ("ours", "within", "qpdf", "overlay")


def measure(room: Path) -> list[Figure]:
    """Seconds each way, medians of rounds that take turns, each in a fresh process."""
    asked, attached = _asked(room, papers(room, PAPERS))
    took, used = ({way: list[float]() for way in WAYS} for _ in range(2))
    held, made = dict[str, int](), set[str]()
    for _ in range(ROUNDS):
        for way in WAYS:
            told = _once(way, asked, room / f"{way}.pdf")
            took[way].append(told["detik"])
            used[way].append(told["prosesor"])
            held[way] = max(held.get(way, 0), int(told["memori"]))
        for way in ("ours", "within"):
            made.add(hashlib.sha256((room / f"{way}.pdf").read_bytes()).hexdigest())
    ours, within, qpdf, overlay = (statistics.median(took[way]) for way in WAYS)
    _, cpu, cpu_qpdf, cpu_overlay = (statistics.median(used[way]) for way in WAYS)
    whole, merged = ((room / f"{way}.pdf").stat().st_size for way in ("ours", "qpdf"))
    with pikepdf.open(room / "ours.pdf") as dossier:
        pages = len(dossier.pages)
    broken = len(PageExaminer().broken(room / "ours.pdf", "3b"))
    return [
        Figure("pages of the dossier", pages, "", 1_000),
        Figure("dossier with everything, Berkas, behind its walls", ours, "s"),
        Figure("the same without walls and the start of a process", within, "s"),
        Figure("plain merge, qpdf", qpdf, "s"),
        Figure("stamps as overlay pages, pypdf", overlay, "s"),
        Figure("qpdf / Berkas", qpdf / ours, "x", MERGE),
        Figure("overlay / Berkas", overlay / ours, "x", OVERLAY),
        Figure("processor: Berkas without walls", cpu, "s"),
        Figure("processor: qpdf / Berkas", cpu_qpdf / cpu, "x"),
        Figure("processor: overlay / Berkas", cpu_overlay / cpu, "x"),
        Figure("its size / plain merge", whole / merged, "x"),
        Figure(
            "its size without the attachments / plain merge",
            (whole - attached) / merged,
            "x",
            0.5,
            atleast=False,
        ),
        Figure("MB of the binding child", held["within"], "MB", 250, atleast=False),
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
