"""`./berkas token`: programs that may come in, for whoever keeps the machine."""

from __future__ import annotations

import argparse
from datetime import date

from service import house as houses
from service.acts.instansi.packs import agency
from service.acts.orang import token
from service.acts.orang.hadir import operator
from service.config import Settings
from service.domain.refusals import Refusal
from service.domain.tanggal import moment
from service.domain.wewenang import ADMINISTRATOR, PERAN
from service.house import RealHouse


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and with which token."""
    sub = parser.add_subparsers(dest="perbuatan", required=True, metavar="PERBUATAN")
    new = sub.add_parser("add", help="membuat token dan mencetaknya satu kali")
    new.add_argument("nama", help="program yang akan memakainya")
    new.add_argument("--instansi", required=True, metavar="KODE")
    new.add_argument("--unit", default="", metavar="KODE", help="kosong: seluruh instansi")
    new.add_argument("--peran", required=True, choices=sorted({*PERAN} - {ADMINISTRATOR}))
    new.add_argument("--sampai", required=True, metavar="TANGGAL", help="misalnya 2027-12-31")
    sub.add_parser("list", help="menampilkan semua token; rahasianya tidak tersimpan")
    sub.add_parser("revoke", help="mencabut token").add_argument("id")


def run(args: argparse.Namespace) -> int:
    """Do it, and print what the keeper must pass on."""
    house = houses.open_checked(Settings.from_env())
    try:
        DO[args.perbuatan](house, args)
    finally:
        house.close()
    return 0


def _add(house: RealHouse, args: argparse.Namespace) -> None:
    found = agency(house.packs, args.instansi)
    if args.unit and args.unit not in {x.id for x in found.open_units(house.clock.now())}:
        raise Refusal(f"Unit {args.unit} tidak dikenal. Tidak ada yang diubah.")
    isian = token.Isian(args.nama, args.instansi, args.unit, args.peran, _day(args.sampai))
    made, rahasia = token.make(house, operator(house), house.new_id(), isian)
    print(f"Token {made.id} dibuat untuk {made.nama}. Rahasianya hanya dicetak sekali ini:")
    print(f"  {rahasia}")


def _list(house: RealHouse, _args: argparse.Namespace) -> None:
    rows = token.listing(house, operator(house))
    for one in rows:
        t = one.token
        used = moment(one.terakhir, "WIB") if one.terakhir else "belum pernah dipakai"
        print(f"{t.id}\t{t.nama}\t{t.peran}@{t.instansi}/{t.unit}\t{one.keadaan}\t{used}")
    if not rows:
        print("Belum ada token.")


def _revoke(house: RealHouse, args: argparse.Namespace) -> None:
    one = token.revoke(house, operator(house), args.id)
    print(f"Token {one.nama} dicabut; programnya tidak dapat masuk lagi.")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(f"{text} bukan tanggal; tulis seperti 2027-12-31.") from None


DO = {"add": _add, "list": _list, "revoke": _revoke}
