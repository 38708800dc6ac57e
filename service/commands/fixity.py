"""`./berkas fixity`: every file, row, journal and signature once more, by what is known today."""

from __future__ import annotations

import argparse
import json

from service import house as houses
from service.acts.bukti.periksa_ulang import Ulang
from service.acts.keadaan.keutuhan import full
from service.config import Settings
from service.domain.catatan import Kepala
from service.domain.keutuhan import TINDAKAN, Keutuhan, read_printed
from service.ports import House

MARK = {True: "baik", False: "PERLU TINDAKAN", None: "perhatikan"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """In which form, or one printed head alone."""
    parser.add_argument("--json", action="store_true", help="satu objek JSON untuk setiap naskah")
    parser.add_argument(
        "--kepala", metavar="KEPALA", help='kepala jurnal tercetak: "kemensetneg 1234:0f3a…"'
    )


def run(args: argparse.Namespace) -> int:
    """Look at everything and print what is amiss; 1 where something is not as it was."""
    house = houses.open_checked(Settings.from_env())
    try:
        if args.kepala:
            return _printed(house, read_printed(args.kepala))
        found = full(house, told=lambda one: _print(one, as_json=args.json))
    finally:
        house.close()
    _say(found, as_json=args.json)
    return 0 if found.utuh else 1


def _printed(house: House, kepala: Kepala) -> int:
    """Whether a journal still has what was printed of it."""
    whole = house.audit.holds(kepala)
    where = f"Jurnal {kepala.instansi}, catatan {kepala.urut}"
    print(f"{where}: {'sama seperti tercetak.' if whole else 'TIDAK seperti tercetak.'}")
    if not whole:
        print("Jurnal dipotong atau ditulis ulang sesudah angka itu dicetak. " + TINDAKAN)
    return 0 if whole else 1


def _say(found: Keutuhan, *, as_json: bool) -> None:
    if as_json:
        told = {"file": found.file, "baris": found.baris, "naskah": found.naskah}
        print(json.dumps({"ringkasan": True, **told, "temuan": found.temuan}, ensure_ascii=False))
        return
    for line in found.temuan:
        print(f"{MARK[False]:<15} {line}")
    if found.banyak > len(found.temuan):
        print(f"{MARK[False]:<15} dan {found.banyak - len(found.temuan)} lagi")
    print(
        f"{found.file} file, {found.baris} baris dan catatan jurnal, {found.naskah} naskah "
        f"bertanda tangan diperiksa: {found.banyak} tidak lagi utuh."
    )
    if not found.utuh:
        print(TINDAKAN)


def _print(one: Ulang, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(vars(one), ensure_ascii=False))
    elif one.baik is not True:
        print(f"{MARK[one.baik]:<15} {one.instansi}/{one.naskah}: {' '.join(one.ditemukan)}")
