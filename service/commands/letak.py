"""`./berkas letak`: where signatures would be seen on sample papers; nothing is sent anywhere."""

from __future__ import annotations

import argparse
from pathlib import Path

from service import house as houses
from service.acts.instansi.packs import agencies
from service.acts.naskah.jenis import signed
from service.acts.simpan.gambar import LEBAR
from service.acts.ttd.uji_letak import UjiLetak, sampled, tried
from service.commands._rumah import at_hand
from service.domain.esign.uji_letak import TempatUji, picture
from service.domain.refusals import Refusal, TidakAda, Unavailable
from service.domain.wewenang import PERAN


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which agency, which kinds, and where the pictures go."""
    parser.add_argument("instansi", nargs="*", metavar="INSTANSI", help="tanpa ini: semua")
    parser.add_argument("--jenis", action="append", default=[], help="satu jenis naskah saja")
    parser.add_argument(
        "--gambar", type=Path, metavar="FOLDER", help="tulis halaman dengan kotaknya sebagai SVG"
    )


def run(args: argparse.Namespace) -> int:
    """Try each kind that somebody signs; 1 where something is amiss."""
    wrong = many = 0
    with at_hand() as house:
        for kode in _asked(house, args.instansi):
            for kind in signed(house, kode):
                if not args.jenis or kind.jenis in args.jenis:
                    many += 1
                    wrong += _one(house, kode, kind.jenis, args.gambar)
    print(f"{many} jenis naskah diuji, {wrong} perlu diperbaiki. Tidak ada yang dikirim.")
    return 1 if wrong else 0


def _asked(house: houses.RealHouse, some: list[str]) -> list[str]:
    known = sorted(agencies(house.packs))
    if strange := sorted(set(some) - set(known)):
        raise TidakAda(f"Instansi {strange[0]}")
    return some or known


def _one(house: houses.RealHouse, kode: str, jenis: str, out: Path | None) -> int:
    with house.room() as room:
        try:
            pdf, kind = sampled(house, kode, jenis, room)
            found = tried(house, kind, pdf)
            if out:
                _drawn(house, found, pdf, out, f"{kode}-{jenis}")
        except (Refusal, Unavailable) as no:
            print(f"{kode} {jenis}: tidak dapat dicetak: {no}")
            return 1
    for one in found.tempat:
        print(f"{kode} {jenis}, {PERAN.get(one.peran, one.peran)}: {_told(one)}")
    return bool(found.cacat)


def _told(one: TempatUji) -> str:
    at = ""
    if one.letak:
        at = f"halaman {one.letak.nomor}" + (f" ({one.dikirim})" if one.dikirim else "")
    return "; ".join(filter(None, (at, *one.cacat, one.catatan)))


def _drawn(house: houses.RealHouse, found: UjiLetak, pdf: Path, out: Path, nama: str) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for n in sorted({x.letak.nomor for x in found.tempat if x.letak}):
        here = [x for x in found.tempat if x.letak and x.letak.nomor == n]
        png = house.reader.picture(pdf, n, LEBAR)
        (out / f"{nama}-{n}.svg").write_text(picture(png, here))
