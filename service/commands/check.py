"""`./berkas check`: every fault in the packs, with file and line; exit 1 when there is one."""

from __future__ import annotations

import argparse
from pathlib import Path

from service import house as houses
from service.acts.check import check
from service.config import Settings
from service.domain.kesalahan import grave
from service.domain.paket import INSTANSI_TOML


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which folder."""
    parser.add_argument(
        "path",
        nargs="?",
        type=Path,
        metavar="PATH",
        help="folder paket, atau folder satu instansi di dalamnya; tanpa ini: paket yang dipakai, "
        "bersama yang diubah di halaman",
    )


def run(args: argparse.Namespace) -> int:
    """Check the packs and print what was found."""
    settings = Settings.from_env()
    path = (args.path or settings.packs).absolute()
    one = (path / INSTANSI_TOML).is_file()
    if args.path is None:
        packs = houses.packs_used(settings)
    else:
        packs = houses.packs_in(path.parent if one else path)
    found = check(packs, (path.name,) if one else ())
    for fault in found:
        print(fault)
    wrong = grave(found)
    print(
        f"{len(wrong)} kesalahan, {len(found) - len(wrong)} peringatan, "
        f"{1 if one else len(packs.instansi())} instansi diperiksa."
    )
    return 1 if wrong else 0
