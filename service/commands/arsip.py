"""`./berkas arsip`: what an agency may propose to move, hand over or destroy, and a JRA checked."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from service import house as houses
from service.acts.arsip.ekspor import BENTUK, export
from service.acts.arsip.jadwal import examine
from service.acts.arsip.usul import candidates
from service.acts.instansi.pilihan import asked, at_work
from service.config import Settings
from service.domain.arsip.penyusutan import MACAM
from service.domain.catatan import MESIN
from service.domain.orang import Orang, Pemegang
from service.domain.refusals import Refusal
from service.domain.tanggal import local
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.ports.arsip import BarisArsip

BAIK, SALAH = 0, 1
PENJAGA = "tim_sekretariat"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whose archives, or which file."""
    parser.add_argument("--instansi", default="", metavar="K", help="hanya satu instansi")
    parser.add_argument(
        "--jadwal",
        type=Path,
        metavar="FILE",
        help="periksa klasifikasi dan JRA (.xlsx atau .toml) saja; tidak ada yang disimpan",
    )
    parser.add_argument(
        "--ekspor",
        type=Path,
        metavar="FILE",
        help="tulis daftar arsip yang terbuka ke FILE (.csv atau .xml), untuk diserahkan",
    )
    parser.add_argument("--json", action="store_true", help="satu objek JSON tiap arsip")


def run(args: argparse.Namespace) -> int:
    """1 where a schedule has a fault. What is withheld is told of nowhere here."""
    house = houses.open_checked(Settings.from_env())
    try:
        if args.jadwal:
            return _checked(house, args.jadwal)
        if args.ekspor:
            return _exported(house, args.instansi, args.ekspor)
        for kode in asked(house, args.instansi):
            _listed(house, kode, as_json=args.json)
    finally:
        house.close()
    return BAIK


def _checked(house: RealHouse, path: Path) -> int:
    if not path.is_file():
        raise Refusal(f"{path} tidak ada. Tidak ada yang diubah.")
    read = examine(house, path, path.name)
    for one in read.salah:
        print(one)
    if read.jadwal is None:
        return SALAH
    bare = len(read.jadwal.tanpa_jadwal)
    print(f"{len(read.jadwal.baris)} kode dapat dipakai; {bare} tanpa jadwal retensi.")
    return BAIK


def _exported(house: RealHouse, instansi: str, out: Path) -> int:
    """The open part of the register of one agency, over no other file."""
    kodes = asked(house, instansi)
    if len(kodes) != 1:
        raise Refusal("Sebut satu instansi dengan --instansi. Tidak ada yang ditulis.")
    bentuk = out.suffix.lstrip(".").lower()
    if bentuk not in BENTUK:
        raise Refusal("Nama filenya berakhir .csv atau .xml. Tidak ada yang ditulis.")
    if out.exists():
        raise Refusal(f"{out} sudah ada dan tidak ditimpa. Tidak ada yang ditulis.")
    body = export(house, _keeper(house, kodes[0]), kodes[0], bentuk, buka=True)
    out.write_bytes(body)
    print(f"Daftar arsip ditulis ke {out}.")
    return BAIK


def _keeper(house: RealHouse, instansi: str) -> Hadir:
    zona = next(one.zona for one in at_work(house) if one.id == instansi)
    held = Pemegang(MESIN, MESIN, instansi, "", PENJAGA, local(house.clock.now(), zona).date())
    return Hadir(Orang(MESIN, instansi, MESIN, "Pengelola di terminal"), (held,))


def _listed(house: RealHouse, instansi: str, *, as_json: bool) -> None:
    oleh = _keeper(house, instansi)
    for macam, kata in MACAM.items():
        found = [x for x in candidates(house, oleh, instansi, macam) if not x.rahasia]
        if as_json:
            for one in found:
                print(json.dumps(_told(instansi, macam, one), ensure_ascii=False))
        else:
            print(f"{instansi}, dapat diusulkan untuk {kata[:1].lower()}{kata[1:]}: {len(found)}")


def _told(instansi: str, macam: str, one: BarisArsip) -> dict[str, object]:
    return {
        "instansi": instansi,
        "usul": macam,
        "berkas": one.arsip.id,
        "kode": one.arsip.kode,
        "ditutup": one.arsip.ditutup.isoformat(),
        "retensi": one.arsip.retensi.kata,
    }
