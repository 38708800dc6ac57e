"""`./berkas status`: is the house in order; exit 1 where something is bad."""

from __future__ import annotations

import argparse
import json

from service import house as houses
from service.acts.keadaan.rumah import keadaan, sound
from service.config import Settings
from service.domain.refusals import Unavailable
from service.domain.rumah import BelumAdaRumah
from service.ports import Keadaan

MARK = {True: "baik", False: "PERLU TINDAKAN", None: "tidak dipakai"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """In which form."""
    parser.add_argument("--json", action="store_true", help="satu objek JSON")


def run(args: argparse.Namespace) -> int:
    """Look at everything and print it; where no house was made, only that."""
    settings = Settings.from_env()
    try:
        houses.need_house(settings)
    except BelumAdaRumah as none:
        if not args.json:
            raise
        return _print([Keadaan("Rumah", False, str(none))], [], as_json=True)
    except Unavailable:
        pass  # one of the lines says it
    house = houses.build(settings)
    lines = keadaan(house)
    heads = [f"{one.instansi} {one}" for one in house.lists.kepala()] if lines[0].baik else []
    house.close()
    return _print(lines, heads, as_json=args.json)


def _print(lines: list[Keadaan], heads: list[str], *, as_json: bool) -> int:
    if as_json:
        told = [{"nama": one.nama, "baik": one.baik, "kata": one.kata} for one in lines]
        whole = {"baik": sound(lines), "keadaan": told, "kepala_jurnal": heads}
        print(json.dumps(whole, ensure_ascii=False))
    else:
        for one in lines:
            print(f"{MARK[one.baik]:<15} {one.nama:<32} {one.kata}")
        for head in heads:
            print(f"{'':<15} {'Kepala jurnal':<32} {head}")
    return 0 if sound(lines) else 1
