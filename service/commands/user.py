"""`./berkas user`: people who may come in, for whoever keeps the machine."""

from __future__ import annotations

import argparse
import getpass
import sys

from service import house as houses
from service.acts.orang import masuk, mulai, orang, peran
from service.acts.orang.hadir import operator as operator
from service.config import Settings
from service.domain.catatan import RUMAH
from service.domain.orang import Orang, Pemegang, nama_masuk_of
from service.domain.refusals import Refusal, TidakAda
from service.domain.token import is_program
from service.domain.wewenang import ADMINISTRATOR, PERAN
from service.host.one_at_a_time import runs
from service.house import RealHouse


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and with whom."""
    sub = parser.add_subparsers(dest="perbuatan", required=True, metavar="PERBUATAN")
    new = sub.add_parser("add", help="menambahkan orang dan mencetak tautan sekali pakai")
    new.add_argument("nama_masuk")
    new.add_argument("nama")
    new.add_argument("--instansi", default=RUMAH, metavar="KODE")
    new.add_argument("--nip", default="")
    new.add_argument("--peran", action="append", default=[], choices=sorted(PERAN))
    sub.add_parser("list", help="menampilkan semua orang")
    for name, what in (
        ("passwd", "mengganti sandi seseorang (diketik di sini)"),
        ("deactivate", "menonaktifkan seseorang"),
    ):
        sub.add_parser(name, help=what).add_argument("nama_masuk")
    link = sub.add_parser("link", help="mencetak tautan sekali pakai yang baru")
    link.add_argument(
        "nama_masuk", nargs="?", default="", help="kosong: tautan untuk administrator pertama"
    )


def run(args: argparse.Namespace) -> int:
    """Do it, and print what the keeper must pass on."""
    settings = Settings.from_env()
    house = houses.open_checked(settings)
    try:
        DO[args.perbuatan](house, args)
    finally:
        house.close()
    return 0


def _add(house: RealHouse, args: argparse.Namespace) -> None:
    for one in args.peran:
        if args.instansi == RUMAH and one != ADMINISTRATOR:
            raise Refusal(f"Peran {one} memerlukan --instansi KODE.")
    isian = orang.Isian(args.nama_masuk, args.nama, args.nip)
    made, token = orang.create(house, operator(house), args.instansi, isian)
    for one in args.peran:
        tugas = peran.Penugasan(args.instansi, "", one)
        peran.give(house, operator(house), made.id, tugas)
    _print_link(house, f"{made.nama} ditambahkan.", token)


def _list(house: RealHouse, _args: argparse.Namespace) -> None:
    with house.ledger.read() as reading:
        people = sorted(filter(_person_row, reading.find(Orang)), key=lambda one: one.nama_masuk)
        held = {one.id: reading.find(Pemegang, orang=one.id) for one in people}
    for one in people:
        held_by = [f"{p.peran}@{p.instansi}" for p in held[one.id] if p.dicabut is None]
        keadaan = "aktif" if one.aktif else "nonaktif"
        print(f"{one.nama_masuk}\t{one.nama}\t{keadaan}\t{', '.join(held_by) or '-'}")
    if not people:
        print("Belum ada orang. Jalankan ./berkas user link untuk membuat administrator pertama.")


def _person_row(one: Orang) -> bool:
    return not is_program(one)


def _passwd(house: RealHouse, args: argparse.Namespace) -> None:
    found = _person(house, args.nama_masuk)
    sandi = _asked()
    token = orang.invite(house, operator(house), found.id)
    kunci = mulai.choose_password(house, token, sandi, "terminal")
    masuk.leave(house, kunci.token)
    print(f"Sandi {found.nama_masuk} diganti; sesi yang lama sudah diakhiri.")


def _asked() -> str:
    """A password typed twice; or one line of standard input, for scripts."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Sandi baru: ")
    if getpass.getpass("Sekali lagi: ") != first:
        raise Refusal("Kedua sandi tidak sama. Tidak ada yang diubah.")
    return first


def _deactivate(house: RealHouse, args: argparse.Namespace) -> None:
    orang.deactivate(house, operator(house), _person(house, args.nama_masuk).id)
    print(f"{args.nama_masuk} dinonaktifkan dan tidak dapat masuk lagi.")


def _link(house: RealHouse, args: argparse.Namespace) -> None:
    if args.nama_masuk:
        found = _person(house, args.nama_masuk)
        _print_link(house, "", orang.invite(house, operator(house), found.id))
    else:
        _print_link(house, "", mulai.first_link(house))


def _person(house: RealHouse, nama_masuk: str) -> Orang:
    with house.ledger.read() as reading:
        found = reading.find(Orang, nama_masuk=nama_masuk_of(nama_masuk))
    if not found:
        raise TidakAda(f"Orang dengan nama masuk {nama_masuk}")
    return found[0]


def _print_link(house: RealHouse, kata: str, token: str) -> None:
    if kata:
        print(kata)
    print("Tautan ini hanya dapat dipakai satu kali, dalam 24 jam:")
    print(f"  {_address(house.settings)}/mulai/{token}")


def _address(settings: Settings) -> str:
    """Where the pages stand: as the running Berkas says, else as the settings do."""
    scheme = "https" if settings.lan or settings.tls_cert else "http"
    usual = settings.url or f"{scheme}://{settings.bind}:{settings.port}"
    return str(runs(settings.home).get("url") or usual)


DO = {
    "add": _add,
    "list": _list,
    "passwd": _passwd,
    "deactivate": _deactivate,
    "link": _link,
}
