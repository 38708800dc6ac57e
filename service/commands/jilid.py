"""`./berkas jilid`: a matter as it is now, or the papers of a dispute, bound into a file."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from service import house as houses
from service.acts.jilid.kumpul import bound
from service.acts.jilid.minta import isi_of
from service.config import Settings
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN
from service.domain.dossier.jilidan import BERKAS, SENGKETA, Jilidan
from service.domain.orang import Orang, Pemegang
from service.domain.refusals import Refusal, TidakAda
from service.domain.sengketa import Sengketa
from service.domain.tanggal import local
from service.domain.wewenang import PETUGAS, Hadir
from service.house import RealHouse
from service.ports import Reading

PERAN = (PETUGAS, "fasilitasi_sengketa")  # neither sees what is withheld


def arguments(parser: argparse.ArgumentParser) -> None:
    """What is bound, and where to."""
    parser.add_argument("id", help="bagian terakhir alamat berkas atau sengketa di halaman")
    parser.add_argument("--hasil", type=Path, required=True, metavar="FILE", help="PDF yang dibuat")
    parser.add_argument("--bolak-balik", action="store_true", help="untuk dicetak dua sisi")


def run(args: argparse.Namespace) -> int:
    """What is withheld is bound nowhere here; a file that is there already stays as it is."""
    if args.hasil.exists():
        raise Refusal(f"{args.hasil} sudah ada dan tidak ditimpa. Sebutkan nama file yang lain.")
    house = houses.open_checked(Settings.from_env())
    try:
        many = _bind(house, args.id, args.hasil, bolak_balik=args.bolak_balik)
    finally:
        house.close()
    print(f"{args.hasil}: {many} halaman")
    return 0


def _bind(house: RealHouse, id_: str, hasil: Path, *, bolak_balik: bool) -> int:
    with house.ledger.read() as reading:
        apa, about = _found(reading, id_)
        oleh = _looks(house, about.instansi)
        now = house.clock.now()
        place = (about.instansi, about.unit)
        one = Jilidan("", apa, about.id, *place, oleh.orang.id, now, bolak_balik)
        isi = isi_of(house, reading, oleh, one)
    with house.room() as room:
        path, many = bound(house, room, isi)
        shutil.copyfile(path, hasil)
    return many


def _found(reading: Reading, id_: str) -> tuple[str, Berkas | Sengketa]:
    for berkas in reading.find(Berkas, id=id_):
        return BERKAS, berkas
    for dispute in reading.find(Sengketa, id=id_):
        return SENGKETA, dispute
    raise TidakAda("Berkas atau sengketa itu")


def _looks(house: RealHouse, instansi: str) -> Hadir:
    today = local(house.clock.now(), "WIB").date()
    held = tuple(Pemegang(one, MESIN, instansi, "", one, today) for one in PERAN)
    return Hadir(Orang(MESIN, instansi, MESIN, "Pengelola di terminal"), held)
