"""`./berkas bench [NAME]`: measures against the bars; exit 1 where one is missed."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import tempfile
from pathlib import Path

from service.config import CODE

NAMES = (
    "number",
    "queue",
    "pages",
    "search",
    "intake",
    "ocr",
    "steps",
    "pengingat",
    "fill",
    "convert",
    "lampiran",
    "sign",
    "sitting",
    "kembali",
    "daftar",
    "publik",
    "statis",
    "cadangan",
    "assemble",
    "journey",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which bench, and in which form."""
    parser.add_argument("name", nargs="*", type=_known, metavar="NAMA", help=", ".join(NAMES))
    parser.add_argument("--json", action="store_true", help="satu baris JSON per angka")
    parser.add_argument(
        "--panjang", action="store_true", help="yang lama, di mana ada: search satu juta halaman"
    )


def _known(name: str) -> str:
    if name not in NAMES:
        raise argparse.ArgumentTypeError(f"{name} tidak dikenal; pilihannya {', '.join(NAMES)}")
    return name


def run(args: argparse.Namespace) -> int:
    """Measure, print, and say whether every bar was held."""
    sys.path.insert(0, str(CODE))
    held = True
    for name in args.name or NAMES:
        bench = importlib.import_module(f"bench.{name}")
        with tempfile.TemporaryDirectory(prefix="berkas-bench-") as room:
            asked = getattr(bench, "measure_long", bench.measure) if args.panjang else bench.measure
            figures = asked(Path(room))
        for figure in figures:
            told = json.dumps({"bench": name, **figure.as_json()}) if args.json else figure.line()
            print(told, flush=True)
        held = held and all(figure.held for figure in figures)
    return 0 if held else 1
