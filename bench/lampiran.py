"""A keputusan with 5,000 rows, from rows to checked PDF/A: ours, and one run of LibreOffice."""

from __future__ import annotations

import re
import resource
import statistics
import subprocess
import time
import tomllib
from contextlib import ExitStack
from itertools import zip_longest
from pathlib import Path
from typing import Any

from bench.convert import PDFA
from bench.figures import Figure
from service.adapters.docx import Docx
from service.adapters.pdf import PdfProofreader
from service.adapters.pdf_sah import PageExaminer
from service.adapters.pdf_sambung import PdfJoiner
from service.adapters.soffice import Bersambung, Hangat, Soffice
from service.adapters.tanda_halaman import PageMarker
from service.config import CODE
from service.ports import Tanda

PAIR = CODE / "templates_docx" / "umum" / "naskah" / "sk_penetapan_dip.docx"
ROWS, ROUNDS, PATIENCE = 5_000, 3, 900.0
TANDA = Tanda("https://ppid.contoh.go.id/v/abcdefghij/1", ("Keputusan Contoh Nomor 12",))
NAMED = re.compile(r"Informasi contoh ke-(\d+)\b")


def measure(room: Path) -> list[Figure]:
    """Seconds each way in turn; whether each page and each row is as in the whole."""
    filler, mesin, proofreader = Docx(), Hangat(), PdfProofreader()
    joined = Bersambung(PdfJoiner(), Hangat)
    converter = Soffice(mesin, proofreader, PageExaminer(), PageMarker(), joined)
    filled, docx, pdf = isian(ROWS), room / "sk.docx", room / "sk.pdf"
    ours = list[float]()
    with ExitStack() as open_:
        open_.callback(filler.close)
        open_.callback(converter.close)
        filler.fill(PAIR, isian(5), docx)
        converter.pdf(docx, pdf, TANDA)  # warm, as in a house at work
        _at_once(docx, room)  # as is its profile
        for n in range(ROUNDS):
            began = time.perf_counter()
            filler.fill(PAIR, filled, docx)
            converter.pdf(docx, pdf, TANDA)
            ours.append(time.perf_counter() - began)
            if n == ROUNDS // 2:  # in the midst of ours: whatever else runs here meets both
                whole, took = _at_once(docx, room)
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_024
        found = proofreader.pages(pdf)
        other = proofreader.pages(whole) if whole else found
    median = statistics.median(ours)
    rows = [int(n) for page in found for n in NAMED.findall(page)]
    lost, unlike = _apart(rows, list(range(1, ROWS + 1))), _apart(found, other)
    return [
        Figure(f"{ROWS} rows, Berkas", median, "s"),
        Figure(f"{ROWS} rows, soffice --convert-to", took, "s"),
        Figure("soffice --convert-to / Berkas", took / median, "x", 5),
        Figure("rows lost, doubled or out of turn", lost, "", 0, atleast=False),
        Figure("pages unlike soffice's", unlike, "", 0, atleast=False),
        Figure("MB of the worker at most", held, "MB", 250, atleast=False),
        Figure("MB held by the warm LibreOffice", mesin.held, "MB", 400, atleast=False),
    ]


def _apart(one: list[Any], other: list[Any]) -> int:
    """At how many places two lists are not the same."""
    return sum(a != b for a, b in zip_longest(one, other))


def isian(rows: int) -> dict[str, Any]:
    """The pair's own sample, its list as long as asked and its rows of many heights."""
    declared = tomllib.loads(PAIR.with_suffix(".toml").read_text())
    filled = {one["nama"]: one["contoh"] for one in declared["ruas"]}
    groups = filled["daftar"]
    samples = [row for group in groups for row in group["baris"]]
    for at, group in enumerate(groups):
        first, end = (rows * n // len(groups) for n in (at, at + 1))
        group["baris"] = [
            {
                **samples[n * n % len(samples)],
                "no": n + 1,
                "ringkasan": f"Informasi contoh ke-{n + 1}{' beserta lampirannya' * (n * n % 7)}",
            }
            for n in range(first, end)
        ]
    return filled


def _at_once(docx: Path, room: Path) -> tuple[Path | None, float]:
    """What LibreOffice makes of it in one run, and its seconds; None where it did not end."""
    profile = f"-env:UserInstallation=file://{room}/profil"
    line = ["soffice", profile, "--headless", "--convert-to", PDFA, "--outdir", room / "utuh", docx]
    began = time.perf_counter()
    try:
        subprocess.run(line, check=True, capture_output=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return None, PATIENCE
    took = time.perf_counter() - began
    made = room / "utuh" / docx.with_suffix(".pdf").name
    assert made.stat().st_size, "soffice made nothing"
    return made, took
