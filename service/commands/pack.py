"""`./berkas pack export DIR`: seeds and changes of the packs, written back as files."""

from __future__ import annotations

import argparse
from pathlib import Path

from service import house as houses
from service.config import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the packs."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="PERINTAH")
    export = acts.add_parser(
        "export", help="tulis semua paket, dengan perubahannya, ke satu folder"
    )
    export.add_argument("dir", type=Path, metavar="DIR", help="folder baru atau folder kosong")


def run(args: argparse.Namespace) -> int:
    """Write the packs and say how many files there are."""
    house = houses.open_checked(Settings.from_env())
    written = house.packs.export(args.dir)
    house.close()
    print(f"{len(written)} file paket ditulis ke {args.dir}.")
    print(f"Periksa dengan ./berkas check {args.dir}.")
    return 0
