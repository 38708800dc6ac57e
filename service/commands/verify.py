"""`./berkas verify PATH`: a bag or a dossier: hashes, completeness, signatures, journal."""

from __future__ import annotations

import argparse
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from service import house as houses
from service.acts.tas.apa_saja import look_any
from service.acts.tas.periksa import Diperiksa
from service.commands._rumah import passing
from service.config import Settings
from service.domain.refusals import Refusal
from service.host.kata_sandi import word

UTUH, SALAH = 0, 1
TANPA_RUMAH = (
    "Di mesin ini belum ada rumah Berkas; tanda tangan diperiksa tanpa catatan kantor mana pun."
)


class TanpaJurnal(Refusal):
    """Nothing stands here that a journal extract could be held against."""

    def __init__(self) -> None:
        super().__init__(
            "Di mesin ini belum ada rumah Berkas, jadi tidak ada jurnal untuk dibandingkan. "
            "Jalankan tanpa --jurnal, atau sebutkan rumahnya dengan BERKAS_HOME."
        )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which bag, and how it is told."""
    parser.add_argument(
        "path", type=Path, metavar="PATH", help="tas (folder, .zip, .zip.age) atau dossier"
    )
    parser.add_argument(
        "--jurnal",
        action="store_true",
        help="bandingkan juga kutipan jurnalnya dengan jurnal rumah ini",
    )
    parser.add_argument(
        "--sandi",
        metavar="FILE",
        help="membuka tas terkunci dengan kata sandi di file ini; - mengetiknya",
    )
    parser.add_argument("--json", action="store_true", help="satu objek JSON")


def run(args: argparse.Namespace) -> int:
    """Look, and name each fault; 1 where there is one."""
    settings = Settings.from_env()
    sandi = word(args.sandi, settings) if args.sandi else ""
    if houses.stands(settings):
        with closing(houses.open_checked(settings)) as house:
            found = look_any(house, args.path, sandi, jurnal_ini=args.jurnal)
    elif args.jurnal:
        raise TanpaJurnal
    else:
        with passing() as house:
            found = look_any(house, args.path, sandi)
        found = replace(found, perhatikan=[*found.perhatikan, TANPA_RUMAH])
    _print(found, as_json=args.json)
    return UTUH if found.utuh else SALAH


def _print(found: Diperiksa, *, as_json: bool) -> None:
    if as_json:
        told = {
            "tas": found.nama,
            "utuh": found.utuh,
            "file": found.oxum.file,
            "bita": found.oxum.bita,
            "tanda_tangan": found.tanda,
            "salah": found.salah,
            "perhatikan": found.perhatikan,
        }
        print(json.dumps(told, ensure_ascii=False))
        return
    for one in found.salah:
        print(f"SALAH      {one}")
    for one in found.perhatikan:
        print(f"perhatikan {one}")
    kata = "utuh" if found.utuh else f"{len(found.salah)} kesalahan"
    print(
        f"{found.nama}: {kata}; {found.oxum.file} file, {found.oxum.bita} bita, "
        f"{found.tanda} naskah diperiksa tanda tangannya."
    )
