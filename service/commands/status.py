"""`./berkas status`: is the house in order; exit 1 where something is bad."""

from __future__ import annotations

import argparse
import json

from service import house as houses
from service.acts.keadaan.rumah import keadaan, sound
from service.config import Settings

MARK = {True: "baik", False: "PERLU TINDAKAN", None: "tidak dipakai"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """In which form."""
    parser.add_argument("--json", action="store_true", help="satu objek JSON")


def run(args: argparse.Namespace) -> int:
    """Look at everything and print it."""
    house = houses.build(Settings.from_env())
    lines = keadaan(house)
    heads = [f"{one.instansi} {one}" for one in house.lists.kepala()] if lines[0].baik else []
    house.close()
    if args.json:
        told = [{"nama": one.nama, "baik": one.baik, "kata": one.kata} for one in lines]
        whole = {"baik": sound(lines), "keadaan": told, "kepala_jurnal": heads}
        print(json.dumps(whole, ensure_ascii=False))
    else:
        for one in lines:
            print(f"{MARK[one.baik]:<15} {one.nama:<32} {one.kata}")
        for head in heads:
            print(f"{'':<15} {'Kepala jurnal':<32} {head}")
    return 0 if sound(lines) else 1
