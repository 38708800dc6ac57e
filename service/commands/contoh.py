"""`./berkas contoh`: the sample home beside this one."""

from __future__ import annotations

import argparse
import os

from service import house as houses
from service.acts.orang import contoh as acts
from service.config import Settings
from service.demo.samping import keep
from service.domain.contoh import GAGAL, KOSONG, MENYALA, SEMUA
from service.domain.refusals import Refusal
from service.host.one_at_a_time import runs

KATA = {
    KOSONG: "Tidak ada rumah contoh.",
    GAGAL: "Rumah contoh tidak jadi disusun.",
    MENYALA: "Rumah contoh menyala.",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with it."""
    sub = parser.add_subparsers(dest="perbuatan", required=True, metavar="PERBUATAN")
    load = sub.add_parser("muat", help="menyusun rumah contoh di samping rumah yang menyala ini")
    load.add_argument("instansi", nargs="?", default=SEMUA, help="semua bila kosong")
    sub.add_parser("keadaan", help="menunjukkan sampai mana, dan di mana halamannya")
    sub.add_parser("hapus", help="menghapus rumah contoh seluruhnya")
    sub.add_parser("jaga", help="dijalankan ./berkas run sendiri")


def run(args: argparse.Namespace) -> int:
    """Do it; 1 where there is no sample home to speak of."""
    settings = Settings.from_env()
    if args.perbuatan == "jaga":
        return keep(settings, os.environ)
    house = houses.build(settings, lasting=False)
    try:
        alive = bool(runs(settings.home))
        if args.perbuatan == "muat":
            if not alive:
                raise Refusal(
                    "Berkas belum menyala di rumah ini. Jalankan ./berkas run dahulu; rumah "
                    "contoh menyala di sampingnya. Tidak ada yang disusun."
                )
            acts.ask(house, args.instansi)
            print("Rumah contoh sedang disusun. Lihat dengan ./berkas contoh keadaan.")
        elif args.perbuatan == "hapus":
            acts.drop(house)
            if not alive:  # nobody else takes it away
                houses.samples(settings).clear()
            print("Rumah contoh sedang dihapus." if alive else "Rumah contoh dihapus.")
        else:
            now = acts.standing(house)
            kata = KATA.get(now.keadaan, f"Rumah contoh sedang {now.keadaan}.")
            print(f"{kata} {now.sebab or ''}".strip())
            if now.port:  # it says itself where: over TLS, or on an address of the network
                url = runs(houses.samples(settings).home).get("url")
                print(f"Masuk di {url}/contoh/{now.kunci}")
            return int(now.keadaan in (KOSONG, GAGAL))
    finally:
        house.close()
    return 0
