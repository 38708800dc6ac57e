"""`./berkas backup FILE`: one file with rows, papers and settings, while the house works."""

from __future__ import annotations

import argparse
import json
from contextlib import closing
from pathlib import Path

from service import house as houses
from service.acts.cadangan.ambil import Mintaan, take, wrongs
from service.config import Settings
from service.domain.cadangan.manifes import Manifes
from service.host.kata_sandi import word


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, from what on, and locked with what."""
    parser.add_argument("file", type=Path, metavar="FILE", help="misalnya berkas.tar")
    parser.add_argument(
        "--dari", type=Path, metavar="DASAR", help="hanya yang baru sejak cadangan ini"
    )
    parser.add_argument(
        "--sandi", metavar="FILE", help="mengunci dengan kata sandi di file ini; - mengetiknya"
    )
    parser.add_argument("--kunci", action="store_true", help="kunci ikut; hanya dengan --sandi")
    parser.add_argument("--json", action="store_true", help="satu objek JSON")


def run(args: argparse.Namespace) -> int:
    """Make it and say what is in it; 1 where the house itself lacks something."""
    settings = Settings.from_env()
    minta = Mintaan(args.file, word(args.sandi, settings), args.dari, args.kunci)
    with closing(houses.open_checked(settings)) as house:
        made = take(house, minta)
    _print(made, minta, as_json=args.json)
    return 1 if made.kurang else 0


def _print(made: Manifes, minta: Mintaan, *, as_json: bool) -> None:
    if as_json:
        told = {
            "file": made.sumber[0].nama,
            "penuh": made.penuh,
            "terkunci": bool(minta.sandi),
            "isi": made.banyak(),
            "bita": made.ditambah,
            "baris": sum(made.isian.baris.values()),
            "kurang": list(made.kurang),
        }
        print(json.dumps(told, ensure_ascii=False))
        return
    kind = "penuh" if made.penuh else f"lanjutan dari {made.sumber[1].nama}"
    print(
        f"Cadangan {made.sumber[0].nama} ({kind}): {len(made.isi)} file, "
        f"{sum(made.isian.baris.values())} baris buku induk, {made.ditambah:,} bita di file ini."
    )
    if not minta.sandi:
        print("File ini tidak terkunci dan memuat yang dikecualikan. Simpan seperti aslinya.")
    if not minta.kunci:
        print("Kunci tidak ikut. Simpan kunci-nik dan BERKAS_KEY_FILE di tempat lain.")
    for line in wrongs(made):
        print(f"Sudah tidak beres sebelum dicadangkan: {line}")
    print("Buktikan dengan: ./berkas restore FILE --check")
