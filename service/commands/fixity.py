"""`./berkas fixity`: every signed paper once more, by what is trusted and known today."""

from __future__ import annotations

import argparse
import json

from service import house as houses
from service.acts.bukti.periksa_ulang import Ulang, again
from service.acts.keadaan.fixity import remember
from service.config import Settings
from service.domain.hasil_fixity import DISEBUT, HasilFixity

MARK = {True: "baik", False: "PERLU TINDAKAN", None: "perhatikan"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """In which form."""
    parser.add_argument("--json", action="store_true", help="satu objek JSON untuk setiap naskah")


def run(args: argparse.Namespace) -> int:
    """Look at each and print what is amiss; 1 where bytes are not as they were signed."""
    house = houses.open_checked(Settings.from_env())
    many, told = 0, 0
    wrong = list[str]()
    try:
        for one in again(house):
            many, told = many + 1, told + (one.baik is None)
            wrong += [one.naskah] * (one.baik is False)
            _print(one, as_json=args.json)
        # Only a run that came to its end: half of one would look like all of them.
        remember(house, HasilFixity(many, len(wrong), told, tuple(wrong[:DISEBUT])))
    finally:
        house.close()
    if not args.json:
        print(
            f"{many} naskah bertanda tangan diperiksa: {len(wrong)} perlu tindakan, {told} "
            "perhatikan."
        )
    return 1 if wrong else 0


def _print(one: Ulang, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(vars(one), ensure_ascii=False))
    elif one.baik is not True:
        print(f"{MARK[one.baik]:<15} {one.instansi}/{one.naskah}: {' '.join(one.ditemukan)}")
