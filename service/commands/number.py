"""`./berkas number`: whether every book is whole, and which number comes next."""

from __future__ import annotations

import argparse
import json
import sys

from service import house as houses
from service.acts.instansi.pilihan import at_work
from service.acts.nomor.buku import coming
from service.acts.nomor.kelengkapan import examined
from service.config import Settings
from service.domain.buku import KeadaanBuku
from service.domain.refusals import Refusal
from service.ports import House


def arguments(parser: argparse.ArgumentParser) -> None:
    """What is asked, and of which books."""
    parser.add_argument(
        "tanya",
        choices=("check", "next"),
        help="check: apakah setiap buku lengkap; next: nomor berikutnya",
    )
    parser.add_argument("buku", nargs="?", default="", help="satu buku: instansi/seri/tahun")
    parser.add_argument("--instansi", default="", help="hanya buku satu instansi")


def run(args: argparse.Namespace) -> int:
    """One JSON line for each book; exit 1 where one is not whole."""
    house = houses.open_checked(Settings.from_env())
    try:
        found = _books(house, args.instansi, args.buku)
        told = [
            _checked(house, one) if args.tanya == "check" else _next(house, one) for one in found
        ]
    finally:
        house.close()
    if not told:
        print("Belum ada buku nomor yang dimulai.", file=sys.stderr)
    for line in told:
        print(json.dumps(line, ensure_ascii=False))
    return 0 if all(line.get("utuh", True) for line in told) else 1


def _books(house: House, instansi: str, buku: str) -> list[KeadaanBuku]:
    if buku:
        one = house.books.one(buku)
        if one is None:
            raise Refusal(f"Buku {buku} belum dimulai. Tulis seperti: instansi/seri/tahun.")
        return [one]
    kodes = [instansi] if instansi else [one.id for one in at_work(house)]
    return [one for kode in kodes for one in house.books.all(kode)]


def _checked(house: House, one: KeadaanBuku) -> dict[str, object]:
    isi = examined(house, one, None)
    return {
        "buku": one.buku.id,
        "awal": isi.awal,
        "akhir": isi.akhir,
        "jumlah": dict(isi.jumlah),
        "sisipan": sum(1 for line in isi.baris if line.nomor and line.nomor.sisipan),
        "dari_luar": len(isi.luar),
        "lubang": list(isi.lubang),
        "kembar": list(isi.kembar),
        "tanggal_mundur": list(isi.mundur),
        "sisipan_lepas": list(isi.lepas),
        "utuh": isi.utuh,
    }


def _next(house: House, one: KeadaanBuku) -> dict[str, object]:
    nomor = coming(house, one)
    return {"buku": one.buku.id, "terakhir": one.terakhir, "berikutnya": nomor or None}
