"""`./berkas stuck`: work that failed for good, and what to do about it."""

from __future__ import annotations

import argparse

from service import house as houses
from service.acts import macet
from service.config import Settings
from service.house import RealHouse

OPERATOR = "pengelola di terminal"


def arguments(parser: argparse.ArgumentParser) -> None:
    """List, retry or dismiss."""
    parser.add_argument("--coba", metavar="JOB/UNTUK", action="append", default=[])
    parser.add_argument("--coba-semua", action="store_true")
    parser.add_argument("--abaikan", metavar="JOB/UNTUK")
    parser.add_argument("--alasan", default="")


def run(args: argparse.Namespace) -> int:
    """Do what was asked, then list what is left; exit 1 while something waits."""
    house = houses.open_checked(Settings.from_env())
    wanted = [one.split("/", 1) for one in args.coba]
    if args.coba_semua:
        wanted = [[one.job, one.untuk] for one in house.lists.macet()]
    for job, untuk in wanted:
        macet.retry(house, job, untuk, OPERATOR)
    if args.abaikan:
        job, untuk = args.abaikan.split("/", 1)
        macet.dismiss(house, job, untuk, OPERATOR, args.alasan)
    code = _told(house)
    house.close()
    return code


def _told(house: RealHouse) -> int:
    left = house.lists.macet()
    for one in left:
        print(
            f"{one.job}/{one.untuk}  {one.percobaan} kali dicoba, sejak {one.macet:%d-%m-%Y %H.%M}"
        )
        print(f"    {one.galat}")
    print(f"{len(left)} pekerjaan perlu tindakan." if left else "Tidak ada pekerjaan yang gagal.")
    return 1 if left else 0
