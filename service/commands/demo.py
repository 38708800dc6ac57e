"""`./berkas demo`: every SOP of each agency, played in a fresh home by the real machine."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from service.config import CODE
from service.demo.matter import Lakon
from service.demo.stage import Panggung, stage
from service.demo.walk import Langkah
from service.domain.refusals import Refusal, TidakAda, Unavailable
from service.house import RealHouse

PLAIN = (
    "Naskah yang punya templat dicetak, disetujui, lalu ditandatangani dengan sertifikat contoh "
    "yang dibuat di tempat dan tidak berlaku di luar peragaan ini; naskah lain dicatat dengan "
    "pindaian contoh. SOP berkala dibuka petugas; masa berikutnya dibuka kalender."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which agencies, and where the play goes."""
    parser.add_argument("instansi", nargs="*", metavar="INSTANSI", help="semua bila kosong")
    parser.add_argument("--hasil", required=True, type=Path, metavar="DIR")
    parser.add_argument(
        "--tinta",
        action="store_true",
        help="SOP instansi terakhir ditandatangani dengan tinta, seperti bila semua dimainkan",
    )
    parser.add_argument("--json", action="store_true", help="satu baris JSON setiap langkah")


@dataclass
class Tally:
    """What was played, line by line."""

    json: bool
    since: float = field(default_factory=time.monotonic)
    done: list[Langkah] = field(default_factory=list)
    instansi: int = 0
    dossier: int = 0
    tas: int = 0
    sah: int = 0
    tanda: int = 0
    tinta: int = 0

    def step(self, one: Langkah) -> None:
        """Say one step."""
        self.done.append(one)
        if self.json:
            print(json.dumps(_line(one), ensure_ascii=False), flush=True)
        else:
            where = f"{one.instansi:24} {one.sop:30} {one.langkah:24}"
            print(f"{where} {one.cabang:18} {one.detik:6.2f} s", flush=True)

    def end(self) -> None:
        """Say the sum."""
        last = {
            "ringkasan": True,
            "instansi": self.instansi,
            "berkas": len({one.berkas for one in self.done if one.berkas}),
            "langkah": len(self.done),
            "naskah": len({naskah for one in self.done for naskah in one.naskah}),
            "pdfa_sah": self.sah,
            "tanda_tangan_sah": self.tanda,
            "dossier": self.dossier,
            "tas": self.tas,
            **({"tinta": self.tinta} if self.tinta else {}),
            "detik": round(time.monotonic() - self.since, 3),
        }
        if self.json:
            print(json.dumps(last), flush=True)
        else:
            print(", ".join(f"{name} {value}" for name, value in last.items()))


def run(args: argparse.Namespace) -> int:
    """Play; exit 1 if any agency fell short."""
    hasil = args.hasil.resolve()
    if CODE in hasil.parents and CODE / "var" not in (hasil, *hasil.parents):
        raise Refusal(f"{hasil} terletak di dalam kode program. Pilih folder lain untuk --hasil.")
    tally = Tally(args.json)
    with stage(hasil, os.environ) as panggung:
        print(PLAIN, file=sys.stderr)
        asked = _chosen(panggung.house, args.instansi)
        inked = asked[-1] if args.tinta or not args.instansi else ""
        whole = [_played(panggung, one, hasil, tally, tinta=one == inked) for one in asked]
    tally.end()
    return 0 if all(whole) and whole else 1


def _chosen(house: RealHouse, asked: list[str]) -> list[str]:
    known = house.packs.instansi()
    for kode in asked:
        if kode not in known:
            raise TidakAda(f"Instansi {kode} (yang ada: {', '.join(known)})")
    return asked or known


def _played(panggung: Panggung, kode: str, hasil: Path, tally: Tally, *, tinta: bool) -> bool:
    try:
        lakon = Lakon(panggung, kode, hasil / kode, tinta=tinta)
        for one in lakon.play():
            tally.step(one)
    except (Refusal, Unavailable) as short:
        print(f"{kode}: {short}", file=sys.stderr)
        return False
    if lakon.tinta and not lakon.tinta.dipakai:
        print(f"{kode}: tidak ada naskah yang ditandatangani dengan tinta.", file=sys.stderr)
        return False
    tally.instansi += 1
    tally.dossier += lakon.dossier
    tally.tas += lakon.tas
    tally.sah += lakon.sah
    tally.tanda += lakon.tanda
    tally.tinta += lakon.tinta.dipakai if lakon.tinta else 0
    return True


def _line(one: Langkah) -> dict[str, object]:
    return {
        "instansi": one.instansi,
        "sop": one.sop,
        "berkas": one.berkas,
        "langkah": one.langkah,
        "cabang": one.cabang or None,
        "naskah": list(one.naskah),
        "detik": one.detik,
    }
