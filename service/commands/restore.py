"""`./berkas restore FILE [--check]`: puts a backup back, or proves that it can be."""

from __future__ import annotations

import argparse
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from service import house as houses
from service.acts.cadangan.nomor import answered
from service.acts.cadangan.pulih import bring_key, goes_on, prove, require_empty, restore
from service.commands._nilai import whole
from service.config import Settings
from service.domain.cadangan.isi import KUNCI, KUNCI_SIMPANAN
from service.domain.cadangan.keluar import CELAH_TERBESAR, Jawaban, Terpakai, read_told
from service.domain.cadangan.manifes import Manifes
from service.host.kata_sandi import text_of, word
from service.host.one_at_a_time import Tenancy
from service.ports import House


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which one, whether it is only proved, and how far the numbers went."""
    parser.add_argument("file", type=Path, metavar="FILE", help="cadangan")
    parser.add_argument(
        "--check", action="store_true", help="hanya diuji di rumah sementara; tidak ada yang diubah"
    )
    parser.add_argument("--sandi", metavar="FILE", help="kata sandinya di file ini; - mengetiknya")
    parser.add_argument(
        "--nomor", metavar="FILE", help="nomor terakhir setiap buku, satu baris: nama-buku nomor"
    )
    parser.add_argument(
        "--celah",
        type=whole(0, CELAH_TERBESAR),
        metavar="N",
        help="lompati N nomor setiap buku; 0: tidak ada surat",
    )
    parser.add_argument("--json", action="store_true", help="satu objek JSON")


def run(args: argparse.Namespace) -> int:
    """Put it back or prove it; 1 where something is not as the backup promised."""
    settings = Settings.from_env()
    sandi = word(args.sandi, settings)
    settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    if args.check:
        made, found = _proved(settings, args.file, sandi)
        _print(made, found, [], args)
    else:
        jawaban = Jawaban(_told(args.nomor), args.celah)
        made, found, kept = _laid(settings, args.file, sandi, jawaban)
        _print(made, found, kept, args)
        if not args.json:
            _next(made, settings)
    return 1 if found else 0


def _told(file: str | None) -> dict[str, int] | None:
    return None if file is None else read_told(text_of(file))


def _proved(settings: Settings, file: Path, sandi: str) -> tuple[Manifes, list[str]]:
    with closing(houses.build(settings, lasting=False)) as house, house.room() as room:
        keyed = _keyed(house, settings, file, sandi, room / KUNCI_SIMPANAN)
        with closing(houses.build(keyed, lasting=False)) as other:
            return prove(other, file, sandi)


def _laid(
    settings: Settings, file: Path, sandi: str, jawaban: Jawaban
) -> tuple[Manifes, list[str], list[Terpakai]]:
    tenancy = Tenancy(settings.home)  # refused where a Berkas runs; none starts meanwhile
    try:
        with closing(houses.build(settings, lasting=False)) as house:
            require_empty(house)
            keyed = _keyed(house, settings, file, sandi, settings.home / KUNCI_SIMPANAN)
        with (
            closing(houses.build(keyed, lasting=False)) as house,
            house.archives.read(file, sandi) as archive,
        ):
            keluar = answered(house, archive.manifes, jawaban)
            found = restore(house, archive)
            return archive.manifes, found, goes_on(house, archive.manifes, keluar)
    finally:
        tenancy.leave()


def _keyed(house: House, settings: Settings, file: Path, sandi: str, goal: Path) -> Settings:
    """The settings with the key that the backup brings, where none is set here."""
    if settings.key_file:
        return settings
    with house.archives.read(file, sandi) as archive:
        return replace(settings, key_file=goal) if bring_key(archive, goal) else settings


def _print(made: Manifes, found: list[str], kept: list[Terpakai], args: argparse.Namespace) -> None:
    if args.json:
        told = {
            "file": made.sumber[0].nama,
            "dibuat": made.dibuat.isoformat(),
            "rilis": made.rilis,
            "diuji": args.check,
            "isi": made.banyak(),
            "berbeda": found,
            "nomor_dijaga": {one.buku.id: [one.pulih + 1, one.keluar, one.sampai] for one in kept},
        }
        print(json.dumps(told, ensure_ascii=False))
        return
    done = "diuji di rumah sementara" if args.check else "dipulihkan"
    print(
        f"Cadangan {made.sumber[0].nama} dari Berkas {made.rilis} {done}: {len(made.isi)} file, "
        f"{sum(made.isian.baris.values())} baris, {len(made.isian.nomor)} buku nomor."
    )
    for line in found:
        print(f"  - {line}")
    if not found:
        print("Jumlah baris, sidik setiap file, jurnal, dan nomor terakhir sama.")
    if kept:
        print("Nomor yang tidak akan diberikan lagi:")
    for one in kept:
        print(f"  - {one}")


def _next(made: Manifes, settings: Settings) -> None:
    print(
        "Sebelum menyalakan: hentikan mesin yang lama, lalu bandingkan nomor berikutnya setiap "
        "buku (./berkas number next) dengan surat terakhir yang sudah keluar, dan jalankan "
        "./berkas audit."
    )
    print(
        "Yang dicabut sesudah cadangan dibuat berlaku lagi: token, webhook, peran, dan orang yang "
        "dinonaktifkan. Cabut lagi (./berkas token, ./berkas webhook, halaman Orang)."
    )
    print(
        "Arsip yang dimusnahkan sesudah cadangan dibuat ada lagi, dengan filenya. Musnahkan lagi "
        "menurut berita acaranya (halaman Arsip, Usul penyusutan)."
    )
    if KUNCI_SIMPANAN in made.di(KUNCI) and not settings.key_file:
        print(f"Kunci penyimpanan ada di {settings.home / KUNCI_SIMPANAN}: isi BERKAS_KEY_FILE.")
    elif not made.di(KUNCI):
        print(
            "Kunci tidak ada di cadangan ini. Letakkan dahulu kunci-nik yang lama di BERKAS_HOME."
        )
