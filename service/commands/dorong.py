"""`./berkas dorong`: the other sites that are given the public lists, and how each stands."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from service import house as houses
from service.acts.edisi import dorong
from service.acts.edisi.dorong_kirim import push
from service.acts.instansi.pilihan import at_work
from service.config import Settings
from service.domain.edisi.dorong import BERES, KEADAAN, KeadaanDorong
from service.domain.edisi.tujuan import Tujuan
from service.domain.refusals import Refusal, Unavailable
from service.house import RealHouse

BAIK, ADA_GAGAL = 0, 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which site, and whether to send now."""
    parser.add_argument("tujuan", nargs="?", help="nama tujuan; tanpa ini semuanya")
    parser.add_argument(
        "--kirim", action="store_true", help="samakan sekarang, tanpa menunggu pekerjanya"
    )
    parser.add_argument("--json", action="store_true", help="satu baris JSON tiap tujuan")


def run(args: argparse.Namespace) -> int:
    """Every site with its state; 1 where one does not hold what the public reads."""
    house = houses.open_checked(Settings.from_env())
    try:
        sites = {nama: one.tujuan for nama, one in house.outlets.all.items()}
        if args.tujuan and args.tujuan not in sites:
            raise Refusal(f"Tujuan {args.tujuan} tidak disetel di BERKAS_DORONG.")
        wanted = [sites[args.tujuan]] if args.tujuan else list(sites.values())
        if args.kirim:
            _send(house, wanted)
        left = {x: n for y in at_work(house) for x, n in dorong.left_behind(house, y.id).items()}
        found = [(one, dorong.states(house, one.instansi).get(one.nama)) for one in wanted]
    finally:
        house.close()
    for site, known in found:
        print(
            json.dumps(_told(site, known), ensure_ascii=False) if args.json else _line(site, known)
        )
    for nama, many in () if args.json or args.tujuan else sorted(left.items()):
        print(f"{nama}  tidak lagi disetel; {many} hal mungkin masih ada di sana.")
    if not sites and not args.json:
        print("Tidak ada situs lain yang disetel (BERKAS_DORONG).")
    good = all(known is not None and known.keadaan == BERES for _, known in found)
    return BAIK if good and (args.tujuan or not left) else ADA_GAGAL


def _send(house: RealHouse, wanted: Sequence[Tujuan]) -> None:
    """Each in turn; why one failed stands in its state."""
    for one in wanted:
        try:
            while push(house, one.nama):
                pass
        except Unavailable:
            continue


def _line(site: Tujuan, known: KeadaanDorong | None) -> str:
    state = KEADAAN[known.keadaan] if known else f"Belum pernah dikirim ({site.instansi})"
    why = f"\n    {known.kata}" if known and known.kata else ""
    return f"{site.nama}  {site.jenis} {site.alamat}: {state}{why}"


def _told(site: Tujuan, known: KeadaanDorong | None) -> dict[str, object]:
    return {
        "tujuan": site.nama,
        "jenis": site.jenis,
        "instansi": site.instansi,
        "alamat": site.alamat,
        "keadaan": known.keadaan if known else None,
        "kata": known.kata if known else "",
        "sejak": known.sejak.isoformat() if known else None,
        "beres": known.beres.isoformat() if known and known.beres else None,
    }
