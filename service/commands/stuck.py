"""`./berkas stuck`: work that failed for good, and what to do about it."""

from __future__ import annotations

import argparse

from service import house as houses
from service.acts.keadaan import macet
from service.config import Settings
from service.domain.pekerjaan import Pekerjaan
from service.domain.refusals import Refusal
from service.house import RealHouse

OPERATOR = "pengelola di terminal"


class NotStuck(Refusal):
    """What was named is not on the list."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Tidak ada pekerjaan gagal bernama {name}. Tidak ada yang diubah. "
            "Nama yang ada dicetak oleh ./berkas stuck."
        )


def arguments(parser: argparse.ArgumentParser) -> None:
    """List, retry or dismiss."""
    again, name = "kerjakan lagi; boleh ditulis beberapa kali", "JOB/UNTUK"
    parser.add_argument("--coba", metavar=name, action="append", default=[], help=again)
    parser.add_argument("--coba-semua", action="store_true", help="kerjakan lagi semuanya")
    parser.add_argument("--abaikan", metavar=name, help="jangan dikerjakan lagi")
    parser.add_argument("--alasan", default="", help="mengapa diabaikan; dicatat di jurnal")


def run(args: argparse.Namespace) -> int:
    """Do what was asked, then list what is left; exit 1 while something waits."""
    house = houses.open_checked(Settings.from_env())
    try:
        known = {f"{one.job}/{one.untuk}": one for one in house.lists.macet()}
        again = list(known.values()) if args.coba_semua else _named(known, args.coba)
        let_go = _named(known, [args.abaikan] if args.abaikan else [])
        for one in again:
            macet.retry(house, one.job, one.untuk, OPERATOR)
        for one in let_go:
            macet.dismiss(house, one.job, one.untuk, OPERATOR, args.alasan)
        return _told(house)
    finally:
        house.close()


def _named(known: dict[str, Pekerjaan], names: list[str]) -> list[Pekerjaan]:
    """The failed work that was named; NotStuck before anything is done."""
    for name in names:
        if name not in known:
            raise NotStuck(name)
    return [known[name] for name in names]


def _told(house: RealHouse) -> int:
    left = house.lists.macet()
    for one in left:
        print(
            f"{one.job}/{one.untuk}  {one.percobaan} kali dicoba, sejak {one.macet:%d-%m-%Y %H.%M}"
        )
        print(f"    {one.galat}")
    print(f"{len(left)} pekerjaan perlu tindakan." if left else "Tidak ada pekerjaan yang gagal.")
    return 1 if left else 0
