"""`./berkas cari KATA`: what stands in files and papers, as one person may see it."""

from __future__ import annotations

import argparse
import json
from contextlib import nullcontext
from dataclasses import asdict

from service import house as houses
from service.acts.cari.ringkas import Ringkas, brief
from service.acts.cari.tanya import Permintaan, asked_for
from service.acts.cari.temukan import search
from service.acts.instansi.pilihan import asked, at_work
from service.commands._nilai import whole
from service.commands._petugas import officer
from service.config import Settings
from service.domain.catatan import MESIN
from service.domain.orang import Orang, Pemegang
from service.domain.pencarian import RUAS
from service.domain.tanggal import local
from service.domain.wewenang import Hadir
from service.ports import House

ADA, TIDAK_ADA = 0, 1
TERBANYAK = 1_000
LIHAT = "unit"  # the peran that looks, and decides of no request
SARING = tuple(one for one in RUAS if one != "kata")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What is looked for, by whom, and what narrows it."""
    parser.add_argument("kata", nargs="*", metavar="KATA", help='kata, "frasa", -bukan, awalan*')
    parser.add_argument(
        "--oleh", default="", metavar="NAMA", help="nama masuk yang mencari; sandinya diketik"
    )
    parser.add_argument("--instansi", default="", metavar="K", help="hanya satu instansi")
    for name in SARING:
        parser.add_argument(f"--{name}", default="", help="seperti di halaman Cari")
    most = f"paling banyak sekian (20), sampai {TERBANYAK}"
    parser.add_argument("--banyak", type=whole(1, TERBANYAK), default=20, help=most)
    parser.add_argument("--json", action="store_true", help="satu objek JSON per temuan")


def run(args: argparse.Namespace) -> int:
    """What was found, newest first; 1 where nothing was. Without --oleh: only what
    every officer may see."""
    house = houses.open_checked(Settings.from_env())
    try:
        wanted, found = _found(house, args)
    finally:
        house.close()
    for one in found:
        print(json.dumps(asdict(one), ensure_ascii=False) if args.json else _said(one))
    if not args.json:
        for told in wanted.ragu:
            print(told)
        if not found:
            print("Tidak ada yang cocok.")
    return ADA if found else TIDAK_ADA


def _found(house: House, args: argparse.Namespace) -> tuple[Permintaan, list[Ringkas]]:
    told = {name: getattr(args, name) for name in SARING}
    told |= {"kata": " ".join(args.kata), "unit": f"{args.instansi}/{args.unit}"}
    here = asked(house, args.instansi)
    zona = next((one.zona for one in at_work(house) if one.id in here), "WIB")
    wanted = asked_for(house, told, zona)
    who = officer(house, args.oleh) if args.oleh else nullcontext(_anyone(house, here, zona))
    with who as oleh:
        found, _ = search(house, oleh, wanted, 0, args.banyak)
    return wanted, [brief(one) for one in found]


def _anyone(house: House, here: list[str], zona: str) -> Hadir:
    """Somebody who looks everywhere, and is told of nothing withheld nor of who asked."""
    today = local(house.clock.now(), zona).date()
    looks = tuple(Pemegang(f"{MESIN}-{x}", MESIN, x, "", LIHAT, today) for x in here)
    return Hadir(Orang(MESIN, here[0] if here else "", MESIN, "Pengelola di terminal"), looks)


def _said(one: Ringkas) -> str:
    kind = "naskah" if one.naskah else "file"
    head = " · ".join(filter(None, (one.nama, one.nomor, one.perihal, one.keadaan)))
    lines = [f"{kind} {one.naskah or one.file}: {head}"]
    for x in one.potongan:
        page = f"halaman {x.halaman}: " if x.halaman else ""
        lines.append(f"  {page}{x.isi.strip()}")
    return "\n".join(lines)
