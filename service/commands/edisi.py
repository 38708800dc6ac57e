"""`./berkas edisi`: the editions of the two lists; a named officer draws one up or publishes it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable

from service import house as houses
from service.acts.edisi import baca, rancang, susun, terbit
from service.commands._petugas import officer
from service.config import Settings
from service.domain.edisi.edisi import KEADAAN, Edisi
from service.domain.refusals import TidakAda
from service.house import RealHouse


def arguments(parser: argparse.ArgumentParser) -> None:
    """What is asked; who acts proves it with the password of their account."""
    sub = parser.add_subparsers(dest="perbuatan", required=True, metavar="PERBUATAN")
    many = sub.add_parser("list", help="menampilkan semua edisi sebuah instansi")
    many.add_argument("--instansi", required=True, metavar="K", help="kode instansi")
    one = sub.add_parser("read", help="menampilkan satu edisi dengan barisnya")
    one.add_argument("edisi", help="kode edisi, seperti di alamat halamannya")
    draw = sub.add_parser("propose", help="menyusun rancangan DIP di sebuah berkas")
    draw.add_argument("berkas", help="kode berkas, seperti di alamat halamannya")
    out = sub.add_parser("publish", help="menerbitkan edisi yang sudah ditetapkan, langsung")
    out.add_argument("edisi", help="kode edisi, seperti di alamat halamannya")
    out.add_argument("--alasan", default="", help="bila yang menyusun juga yang menerbitkan")
    for acting in (draw, out):
        acting.add_argument("--oleh", required=True, metavar="NAMA", help="nama masuk yang berbuat")
    for each in (many, one, draw, out):
        each.add_argument("--json", action="store_true", help="satu objek JSON setiap edisi")


def run(args: argparse.Namespace) -> int:
    """Tell the editions that were asked for, or that which came about."""
    house = houses.open_checked(Settings.from_env())
    try:
        DO[args.perbuatan](house, args)
    finally:
        house.close()
    return 0


def _list(house: RealHouse, args: argparse.Namespace) -> None:
    if args.instansi not in house.packs.instansi():
        raise TidakAda(f"Instansi {args.instansi}")
    with house.ledger.read() as reading:
        found = baca.ordered(reading.find(Edisi, instansi=args.instansi))
    for one in found:
        _tell(one, as_json=args.json)
    if not found and not args.json:
        print("Belum ada edisi.")


def _read(house: RealHouse, args: argparse.Namespace) -> None:
    with house.ledger.read() as reading:
        one = _edition(reading.find(Edisi, id=args.edisi))
        known = susun.contents(house, reading, one)
    rows = known.susunan.baris
    if args.json:
        print(json.dumps(told(one) | {"baris": [dict(row) for row in rows]}, ensure_ascii=False))
        return
    for name, said in told(one).items():
        print(f"{name:10} {'-' if said in ('', None) else said}")
    if known.beda.kata:
        print(f"{'perubahan':10} {known.beda.kata}")
    for no, row in enumerate(rows, 1):
        print(f"{no:5}  {row['kode']}  {row.get('ringkasan') or row.get('informasi', '')}")


def _propose(house: RealHouse, args: argparse.Namespace) -> None:
    asked = rancang.Rancangan(house.new_id(), args.berkas)
    with officer(house, args.oleh) as oleh:
        _tell(rancang.begin(house, oleh, asked), as_json=args.json)


def _publish(house: RealHouse, args: argparse.Namespace) -> None:
    with officer(house, args.oleh) as oleh:
        with house.ledger.read() as reading:
            one = baca.edisi_for(reading, oleh, args.edisi)
        asked = terbit.Penerbitan(one.id, one.versi, alasan=args.alasan)
        _tell(terbit.publish(house, oleh, asked), as_json=args.json)


def _edition(found: list[Edisi]) -> Edisi:
    if not found:
        raise TidakAda(baca.APA)
    return found[0]


def told(one: Edisi) -> dict[str, object]:
    """What is told of an edition, the same in words and as JSON."""
    return {
        "id": one.id,
        "instansi": one.instansi,
        "daftar": one.daftar,
        "jenis": one.jenis,
        "keadaan": one.keadaan,
        "nama": one.nama,
        "banyak": one.banyak,
        "sk": one.sk.nomor,
        "berkas": one.berkas,
        "mulai": one.mulai.isoformat() if one.mulai else None,
        "sampai": one.sampai.isoformat() if one.sampai else None,
        "terbit": one.terbit.isoformat() if one.terbit else None,
        "ditarik": one.ditarik.isoformat() if one.ditarik else None,
    }


def _tell(one: Edisi, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(told(one), ensure_ascii=False))
    else:
        print(f"{one.id}  {KEADAAN[one.keadaan]:24}  {one.banyak:6}  {one.nama}")


DO: dict[str, Callable[[RealHouse, argparse.Namespace], None]] = {
    "list": _list,
    "read": _read,
    "propose": _propose,
    "publish": _publish,
}
