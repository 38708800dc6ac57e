"""`./berkas fixity`: every signed paper once more, by what is trusted and known today."""

from __future__ import annotations

import argparse
import json

from service import house as houses
from service.acts.bukti.periksa_ulang import Ulang, again
from service.config import Settings

MARK = {True: "baik", False: "PERLU TINDAKAN", None: "perhatikan"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """In which form."""
    parser.add_argument("--json", action="store_true", help="satu objek JSON untuk setiap naskah")


def run(args: argparse.Namespace) -> int:
    """Look at each and print what is amiss; 1 where bytes are not as they were signed."""
    house = houses.open_checked(Settings.from_env())
    many, wrong, told = 0, 0, 0
    try:
        for one in again(house):
            many, wrong = many + 1, wrong + (one.baik is False)
            told += one.baik is None
            _print(one, as_json=args.json)
    finally:
        house.close()
    if not args.json:
        print(
            f"{many} naskah bertanda tangan diperiksa: {wrong} perlu tindakan, {told} perhatikan."
        )
    return 1 if wrong else 0


def _print(one: Ulang, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(vars(one), ensure_ascii=False))
    elif one.baik is not True:
        print(f"{MARK[one.baik]:<15} {one.instansi}/{one.naskah}: {' '.join(one.ditemukan)}")
