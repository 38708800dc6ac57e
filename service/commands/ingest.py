"""`./berkas ingest PATH…`: files through the hallway, until only a person can go on."""

from __future__ import annotations

import argparse
import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path

from service import house as houses
from service.acts.instansi.packs import agencies, agency
from service.acts.simpan.nik import seal_all
from service.acts.simpan.receive import Bawaan, Kedatangan, Slip, TerlaluBesar, accept_all
from service.config import Settings
from service.domain.akibat import worst
from service.domain.kiriman import (
    DIDAFTAR,
    KARANTINA,
    MENUNGGU_PETUGAS,
    PERINTAH,
    File,
    Kiriman,
    shown,
)
from service.domain.refusals import Refusal, Unavailable
from service.domain.temuan import AKHIR, DITERIMA, TIDAK_DAPAT_DIPROSES
from service.host.crew import MACHINE, crew
from service.host.one_at_a_time import Tenancy, runs
from service.house import RealHouse

TOGETHER = 50  # files taken in by one transaction
LOOK = 0.1
ENDS = (DIDAFTAR, MENUNGGU_PETUGAS, KARANTINA)
QUIET = 3  # looks in a row that find nothing left to do


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which files, and whose they are."""
    parser.add_argument("path", nargs="+", type=Path, metavar="PATH", help="file atau folder")
    parser.add_argument("--instansi", metavar="K", help="kode instansi; boleh kosong bila satu")
    parser.add_argument("--unit", metavar="U", default="", help="unit yang menerima")
    parser.add_argument("--json", action="store_true", help="satu baris JSON per file")


@dataclass(frozen=True)
class Nasib:
    """What became of one file."""

    nama: str
    sha256: str | None
    akhir: str
    keadaan: str
    alasan: str
    mime: str | None
    jenis: str | None
    nomor: str | None


def run(args: argparse.Namespace) -> int:
    """Take in, wait, and say what became of each."""
    settings = Settings.from_env()
    settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _at_work(settings):
        house = houses.build(settings)
        try:
            kode = _instansi(house, args.instansi, args.unit)
            taken: list[Nasib | Kiriman] = list(_taken(house, args.path, kode, args.unit))
            _wait(house)
            for one in taken:
                for line in [one] if isinstance(one, Nasib) else _told(house, one.id):
                    _print(line, as_json=args.json)
        finally:
            house.close()
    return 0


def _at_work(settings: Settings) -> AbstractContextManager[None]:
    """Somebody who works: the Berkas that runs here, else a crew of our own."""
    if runs(settings.home):
        return nullcontext()
    tenancy = Tenancy(settings.home)
    tenancy.tell("")
    houses.migrate(settings)
    with closing(houses.build(settings, lasting=False)) as house:
        seal_all(house)
    return crew(settings, {**os.environ, "BERKAS_HOME": str(settings.home)}, MACHINE)


def _instansi(house: RealHouse, asked: str | None, unit: str) -> str:
    known = sorted(agencies(house.packs))
    if asked is None and len(known) != 1:
        raise Refusal(f"Sebutkan --instansi: {', '.join(known)}. Tidak ada yang diterima.")
    one = agency(house.packs, asked or known[0])
    if unit and not one.unit_of(unit):
        units = ", ".join(each.id for each in one.unit)
        raise Refusal(f"Unit {unit} tidak ada di {one.kode} (yang ada: {units}).")
    return one.kode


def _taken(
    house: RealHouse, paths: Iterable[Path], kode: str, unit: str
) -> Iterator[Nasib | Kiriman]:
    waiting: list[Kedatangan] = []
    for path in _walked(paths):
        if refused := _refused(house, path):
            yield refused
            continue
        slip = Slip(house.new_id(), kode, unit, PERINTAH, path.name)
        waiting.append(Kedatangan(slip, (Bawaan(path, path.name),)))
        if len(waiting) == TOGETHER:
            yield from accept_all(house, waiting)
            waiting = []
    yield from accept_all(house, waiting)


def _walked(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_symlink() and path.is_dir():
            for folder, below, files in os.walk(path):
                below.sort()
                yield from (Path(folder, name) for name in sorted(files))
        else:
            yield path


def _refused(house: RealHouse, path: Path) -> Nasib | None:
    """Why a path is not even taken in; the file stays where it is."""
    try:
        found = path.lstat()
    except OSError as wrong:
        return _left(path, "tidak_terbaca", f"File tidak terbaca ({wrong.strerror}).")
    if not stat.S_ISREG(found.st_mode):
        return _left(path, "bukan_file_biasa", "Ini tautan atau perangkat, bukan file biasa.")
    if not os.access(path, os.R_OK):
        return _left(path, "tidak_terbaca", "File tidak boleh dibaca; periksa izinnya.")
    if found.st_size > house.batas.ukuran:
        return _left(path, "terlalu_besar", str(TerlaluBesar(shown(path.name), house.batas.ukuran)))
    return None


def _left(path: Path, kode: str, kata: str) -> Nasib:
    print(f"{shown(str(path))}: {kata}", file=sys.stderr)
    name = shown(path.name)
    return Nasib(name, None, TIDAK_DAPAT_DIPROSES, KARANTINA, kode, None, None, None)


def _wait(house: RealHouse) -> None:
    """Until nothing is owed that the machine could do now."""
    quiet = 0
    while quiet < QUIET:
        if macet := house.lists.macet(0, 1):
            raise Unavailable(
                f"Pekerjaan {macet[0].job} gagal ({macet[0].galat}) dan menunggu administrator "
                "di halaman Gagal. File sudah diterima dan tersimpan."
            )
        quiet = quiet + 1 if not house.lists.count_due() else 0
        time.sleep(LOOK)


def _told(house: RealHouse, kiriman_id: str) -> list[Nasib]:
    with house.ledger.read() as reading:
        kiriman = reading.get(Kiriman, kiriman_id)
        files = reading.find(File, kiriman=kiriman_id)
    return [_nasib(kiriman, file) for file in sorted(files, key=lambda one: one.urut)]


def _nasib(kiriman: Kiriman, file: File) -> Nasib:
    decides = worst(file.temuan) if file.akhir != DITERIMA else None
    keadaan = kiriman.keadaan if kiriman.keadaan in ENDS else MENUNGGU_PETUGAS
    return Nasib(
        file.nama,
        file.sha256,
        file.akhir,
        keadaan,
        decides.kode if decides else kiriman.kode,
        file.mime,
        kiriman.jenis or None,
        kiriman.nomor_agenda or None,
    )


def _print(one: Nasib, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(asdict(one), ensure_ascii=False), flush=True)
        return
    nomor = one.nomor or "–"
    print(f"{AKHIR.get(one.akhir, one.akhir):34} {nomor:20} {one.nama}  {one.alasan}", flush=True)
