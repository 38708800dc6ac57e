"""`./berkas audit`: every promise with its count; exit 1 on a breach."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from service import house as houses
from service.acts.keadaan.audit import audit
from service.config import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """In which form."""
    parser.add_argument("--json", action="store_true", help="satu baris JSON per janji")


def run(args: argparse.Namespace) -> int:
    """Audit the house and print what was found."""
    house = houses.open_checked(Settings.from_env())
    found = audit(house)
    house.close()
    for one in found:
        if args.json:
            print(json.dumps({**asdict(one), "utuh": one.utuh}, ensure_ascii=False))
            continue
        mark = "utuh" if one.utuh else "DILANGGAR"
        print(f"{one.janji:<4} {mark:<10} {one.diperiksa:>9} diperiksa  {one.kalimat}")
        for line in one.sebut:
            print(f"       - {line}")
    return 0 if all(one.utuh for one in found) else 1
