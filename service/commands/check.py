"""`./berkas check`: every fault in the packs, with file and line; exit 1 when there is one."""

from __future__ import annotations

import argparse
from pathlib import Path

from service import house as houses
from service.acts.keadaan.check import check
from service.acts.pasangan.klinik_cetak import print_all
from service.config import Settings
from service.domain.kesalahan import Kesalahan, grave
from service.domain.paket import INSTANSI_TOML
from service.ports import Packs


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
    parser.add_argument(
        "--cetak",
        type=Path,
        metavar="FOLDER",
        help="cetak setiap pasangan dengan contohnya sendiri sebagai PDF ke folder ini",
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
    house = houses.build(settings, lasting=False)
    try:
        only = (path.name,) if one else ()
        found = check(packs, only, house)
        if args.cetak is not None:
            found += _printed(house, packs, args.cetak, only)
    finally:
        house.close()
    for fault in found:
        print(fault)
    wrong = grave(found)
    print(
        f"{len(wrong)} kesalahan, {len(found) - len(wrong)} peringatan, "
        f"{1 if one else len(packs.instansi())} instansi diperiksa."
    )
    return 1 if wrong else 0


def _printed(
    house: houses.RealHouse, packs: Packs, out: Path, only: tuple[str, ...]
) -> list[Kesalahan]:
    """The pairs laid into the folder as PDF; what could not be printed."""
    out.mkdir(parents=True, exist_ok=True)
    wrong = list[Kesalahan]()
    for made in print_all(house, packs, out, only):
        if isinstance(made, Kesalahan):
            wrong.append(made)
        else:
            print(f"Tercetak: {made}")
    return wrong
