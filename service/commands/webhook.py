"""`./berkas webhook`: programs elsewhere that are told what happens here."""

from __future__ import annotations

import argparse

from service import house as houses
from service.acts.instansi.packs import agency
from service.acts.kait import kelola
from service.acts.orang.hadir import operator
from service.config import Settings
from service.domain.kait import BELUM, GAGAL, PERISTIWA, TERKIRIM
from service.domain.refusals import Refusal
from service.house import RealHouse


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and with which webhook."""
    sub = parser.add_subparsers(dest="perbuatan", required=True, metavar="PERBUATAN")
    new = sub.add_parser("add", help="membuat webhook dan mencetak rahasianya satu kali")
    new.add_argument("nama", help="program yang diberi tahu")
    new.add_argument("alamat", help="alamat https penerimanya")
    new.add_argument("--instansi", required=True, metavar="KODE")
    new.add_argument("--unit", default="", metavar="KODE", help="kosong: seluruh instansi")
    new.add_argument("--peristiwa", action="append", required=True, choices=sorted(PERISTIWA))
    sub.add_parser("list", help="menampilkan semua webhook dan yang tidak terkirim")
    sub.add_parser("revoke", help="mencabut webhook").add_argument("id")
    sub.add_parser("log", help="menampilkan yang tidak terkirim satu per satu").add_argument("id")
    again = sub.add_parser("retry", help="mengirim lagi yang tidak terkirim")
    again.add_argument("id")
    again.add_argument("--kabar", default="", metavar="ID", help="hanya kabar ini, dari `log`")


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
    wanted = tuple(args.peristiwa)
    isian = kelola.Isian(args.nama, args.instansi, args.unit, args.alamat, wanted)
    one = kelola.make(house, operator(house), house.new_id(), isian)
    print(f"Webhook {one.id} dibuat untuk {one.nama}. Rahasianya hanya dicetak sekali ini:")
    print(f"  {one.rahasia}")


def _list(house: RealHouse, _args: argparse.Namespace) -> None:
    rows, many = kelola.listing(house, operator(house)), house.lists.count_antaran()
    for one in rows:
        counts = [f"{x} {many.get((one.id, x), 0)}" for x in (TERKIRIM, BELUM, GAGAL)]
        keadaan = "dicabut" if one.dicabut else "aktif"
        place = f"{one.instansi}/{one.unit}"
        print("\t".join((one.id, one.nama, one.alamat, place, keadaan, *counts)))
    if not rows:
        print("Belum ada webhook.")


def _revoke(house: RealHouse, args: argparse.Namespace) -> None:
    one = kelola.revoke(house, operator(house), args.id)
    print(f"Webhook {one.nama} dicabut; tidak ada lagi yang dikirim ke sana.")


def _retry(house: RealHouse, args: argparse.Namespace) -> None:
    print(f"{kelola.retry(house, operator(house), args.id, args.kabar)} kabar dikirim lagi.")


def _log(house: RealHouse, args: argparse.Namespace) -> None:
    lost = kelola.lost_of(house, operator(house), args.id)
    for one in lost:
        told = (one.id, PERISTIWA[one.peristiwa][1], f"{one.waktu:%Y-%m-%d %H:%M} UTC", one.kata)
        print("\t".join(told))
    if not lost:
        print("Tidak ada yang tidak terkirim.")


DO = {"add": _add, "list": _list, "revoke": _revoke, "retry": _retry, "log": _log}
