"""`./berkas daftar PATH`: what is wrong in a unit's list, and what it would bring."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from service.acts.informasi import masuk_baca
from service.acts.instansi.packs import agency
from service.commands._rumah import at_hand
from service.domain.daftar_unit import ringkas
from service.domain.daftar_unit.kembali import returned
from service.domain.refusals import Refusal

BERSIH, ADA_SALAH = 0, 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which workbook, and whose it is."""
    parser.add_argument("path", type=Path, metavar="PATH", help="daftar unit (.xlsx)")
    parser.add_argument("--instansi", required=True, metavar="K", help="kode instansi")
    parser.add_argument("--unit", required=True, metavar="U", help="unit pemilik daftar")
    parser.add_argument(
        "--kembali", type=Path, metavar="FILE", help="tulis buku kerja berisi yang perlu diperbaiki"
    )
    parser.add_argument("--json", action="store_true", help="satu objek JSON")


def run(args: argparse.Namespace) -> int:
    """The counts and every fault at its cell; 1 where something must be mended."""
    if not args.path.is_file():
        raise Refusal(f"File {args.path.name} tidak ada.")
    with at_hand() as house:
        if agency(house.packs, args.instansi).unit_of(args.unit) is None:
            raise Refusal(f"Unit {args.unit} tidak ada pada instansi {args.instansi}.")
        found = masuk_baca.compare(house, args.path, args.instansi, args.unit)
        if args.kembali:
            house.returns.write(args.kembali, returned(found.tabel, found.hasil))
    short = ringkas.told(found.hasil, found.beda, found.ubah)
    salah = found.hasil.salah
    if args.json:
        told = {
            "lembar": short.lembar,
            "daftar": short.daftar,
            "jumlah": short.jumlah,
            "salah": [
                {"tempat": one.tempat, "kata": one.kata, "bobot": one.bobot} for one in salah
            ],
        }
        json.dump(told, sys.stdout, ensure_ascii=False)
        print()
    else:
        for name, many in short.jumlah.items():
            print(f"{name:13} {many}")
        for one in salah:
            print(f"{one.tempat}: {one.kata}")
    return ADA_SALAH if found.hasil.dikembalikan or found.hasil.umum else BERSIH
