"""`./berkas putaran`: how far each unit is with its list, month by month."""

from __future__ import annotations

import argparse
import json

from service import house as houses
from service.acts.instansi.pilihan import asked, at_work
from service.acts.putaran.baca import Putaran, of_period, rounds
from service.commands._nilai import month
from service.config import Settings
from service.domain.catatan import MESIN
from service.domain.orang import Orang, Pemegang
from service.domain.putaran import KEADAAN, counted
from service.domain.tanggal import local
from service.domain.wewenang import PETUGAS, Hadir
from service.ports import House

TEPAT, ADA_TERLAMBAT = 0, 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whose rounds, and which."""
    parser.add_argument("--instansi", default="", metavar="K", help="hanya satu instansi")
    parser.add_argument(
        "--masa",
        type=month,
        default="",
        metavar="TAHUN-BULAN",
        help="hanya satu masa: 2026-11",
    )
    parser.add_argument("--json", action="store_true", help="satu objek JSON per putaran")


def run(args: argparse.Namespace) -> int:
    """Every round with its units; 1 where one is late. What is withheld is told of nowhere here."""
    house = houses.open_checked(Settings.from_env())
    try:
        wanted = asked(house, args.instansi)
        found = [one for kode in wanted for one in _of(house, kode, args.masa)]
    finally:
        house.close()
    for one in found:
        print(json.dumps(_told(one), ensure_ascii=False) if args.json else _said(one))
    if not found and not args.json:
        print("Belum ada putaran.")
    return ADA_TERLAMBAT if any(x.terlambat for one in found for x in one.unit) else TEPAT


def _of(house: House, instansi: str, masa: str) -> list[Putaran]:
    zona = next(one.zona for one in at_work(house) if one.id == instansi)
    today = local(house.clock.now(), zona).date()
    looks = Pemegang(MESIN, MESIN, instansi, "", PETUGAS, today)
    oleh = Hadir(Orang(MESIN, instansi, MESIN, "Pengelola di terminal"), (looks,))
    if masa:
        return of_period(house, oleh, instansi, masa)
    return rounds(house, oleh, instansi, today)


def _told(one: Putaran) -> dict[str, object]:
    return {
        "instansi": one.instansi,
        "masa": one.masa,
        "berkas": one.berkas,
        "jumlah": counted(one.unit),
        "unit": [
            {
                "unit": x.bagian.unit,
                "keadaan": x.keadaan,
                "terlambat": x.terlambat,
                "jatuh": x.bagian.jatuh.isoformat() if x.bagian.jatuh else "",
                "daftar": [each.id for each in x.daftar],
            }
            for x in one.unit
        ],
    }


def _said(one: Putaran) -> str:
    lines = [f"{one.instansi}, {one.nama}"]
    for x in one.unit:
        late = ", terlambat" if x.terlambat else ""
        lines.append(f"  {x.bagian.unit}: {KEADAAN[x.keadaan].lower()}{late}")
    return "\n".join(lines)
