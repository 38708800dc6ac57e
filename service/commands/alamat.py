"""`./berkas alamat`: whether the addresses that the public lists name answer."""

from __future__ import annotations

import argparse
import json

from service import house as houses
from service.acts.edisi import alamat
from service.acts.instansi.pilihan import asked
from service.config import Settings
from service.domain.edisi.alamat_periksa import HASIL, AlamatDiperiksa
from service.house import RealHouse

BERES, ADA_RUSAK = 0, 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whose addresses, and whether to look now."""
    parser.add_argument("--instansi", default="", metavar="K", help="hanya satu instansi")
    parser.add_argument(
        "--periksa", action="store_true", help="periksa sekarang yang sudah waktunya diperiksa"
    )
    parser.add_argument("--json", action="store_true", help="satu baris JSON tiap alamat")


def run(args: argparse.Namespace) -> int:
    """Every address that is not as it should be; 1 where there is one."""
    house = houses.open_checked(Settings.from_env())
    try:
        wanted = asked(house, args.instansi)
        found = [one for kode in wanted for one in _found(house, kode, look=args.periksa)]
    finally:
        house.close()
    broken = [one for one in found if not one.baik]
    if args.json:
        for one in found:
            print(json.dumps(_told(one), ensure_ascii=False))
    else:
        for one in broken:
            print(f"{one.kode}  {one.alamat}\n    {HASIL[one.hasil]}: {one.kata}")
        print(f"{len(found)} alamat diperiksa, {len(broken)} tidak seperti seharusnya.")
    return ADA_RUSAK if broken else BERES


def _found(house: RealHouse, instansi: str, *, look: bool) -> list[AlamatDiperiksa]:
    if look:
        alamat.look(house, instansi)
    return alamat.found(house, instansi)


def _told(one: AlamatDiperiksa) -> dict[str, str]:
    return {
        "instansi": one.instansi,
        "kode": one.kode,
        "alamat": one.alamat,
        "hasil": one.hasil,
        "kata": one.kata,
        "sejak": one.sejak.isoformat(),
        "diperiksa": one.diperiksa.isoformat(),
    }
