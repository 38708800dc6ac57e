"""`./berkas test [PYTEST ARGS]`: everything CI checks, each step with its time."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time

from service.config import CODE

PYTHON = (sys.executable, "-m")
SCRIPTS = ("berkas", ".ci/run")
BANTUAN = """pemakaian: berkas test [PYTEST ...]

menjalankan semua pemeriksaan, seperti yang dijalankan CI: bentuk, kaidah, jenis, skrip, kompilasi,
lalu uji; keluar 1 bila ada yang belum lulus

argumen:
  PYTEST      diteruskan kepada pytest: file uji, -k KATA, -n 2, dan seterusnya

pilihan:
  -h, --help  menampilkan bantuan ini"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """All words are pytest's, also those that begin with a dash."""
    parser.prefix_chars = "\0"  # else argparse claims `-k` for itself
    parser.add_argument("words", nargs="*", metavar="PYTEST", help="diteruskan kepada pytest")


def run(args: argparse.Namespace) -> int:
    """Run every step, also after one has failed; 1 where any did."""
    if set(args.words) & {"-h", "--help"}:
        print(BANTUAN)
        return 0
    failed = [name for name, line in steps(args.words) if not passes(name, line)]
    if failed:
        print(f"Belum lulus: {', '.join(failed)}.", flush=True)
        return 1
    print("Semua pemeriksaan lulus.", flush=True)
    return 0


def steps(words: list[str]) -> list[tuple[str, list[str]]]:
    """Each check with its command line."""
    scripts = [*SCRIPTS, *(str(p.relative_to(CODE)) for p in CODE.glob("tests/**/*.sh"))]
    spread = [] if any(word.startswith("-n") for word in words) else ["-n", "auto"]
    return [
        ("bentuk", [*PYTHON, "ruff", "format", "--check", "."]),
        ("kaidah", [*PYTHON, "ruff", "check", "."]),
        ("jenis", [*PYTHON, "mypy"]),
        ("skrip", ["shellcheck", *scripts]),
        ("kompilasi", [*PYTHON, "compileall", "-q", "service", "jobs", "tests"]),
        ("uji", [*PYTHON, "pytest", *spread, *words]),
    ]


def passes(name: str, line: list[str]) -> bool:
    """Run one check with its words shown as they come, and tell its time."""
    print(f"== {name}", flush=True)
    began = time.monotonic()
    # The settings of whoever calls are not those of the office the tests play; and whoever keeps
    # nothing compiled lets each of the many processes of the tests compile it all again.
    env = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith("BERKAS_") and key != "PYTHONDONTWRITEBYTECODE"
    }
    code = subprocess.run(line, cwd=CODE, env=env, check=False).returncode
    told = "lulus" if code == 0 else f"belum lulus (kode {code})"
    print(f"== {name}: {told}, {time.monotonic() - began:.1f} detik", flush=True)
    return code == 0
