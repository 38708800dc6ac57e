"""`./berkas monev`: what there is as evidence for each question, and all of it as a ZIP."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

from service import house as houses
from service.acts.instansi.pilihan import at_work
from service.acts.monev.kuesioner import questions
from service.acts.monev.kumpul import Kumpulan
from service.acts.monev.susun import compose
from service.config import Settings
from service.domain.kesalahan import grave
from service.domain.monev.kuesioner import Pertanyaan, read
from service.domain.refusals import Refusal
from service.domain.sebab_disk import why
from service.house import RealHouse

LENGKAP, ADA_KOSONG, SALAH = 0, 1, 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whose evidence, and where it goes."""
    parser.add_argument("--instansi", default="", metavar="K", help="kode instansi")
    parser.add_argument("--zip", type=Path, metavar="FILE", help="tulis semuanya sebagai file .zip")
    parser.add_argument(
        "--pertanyaan", type=Path, metavar="FILE", help="periksa file pertanyaan saja (monev.toml)"
    )
    parser.add_argument("--json", action="store_true", help="satu baris JSON tiap pertanyaan")


def run(args: argparse.Namespace) -> int:
    """1 where a question has no evidence, or the file of questions has a fault."""
    if args.pertanyaan:
        return _checked(args.pertanyaan)
    house = houses.open_checked(Settings.from_env())
    try:
        instansi = _home(house, args.instansi)
        return _zipped(house, instansi, args.zip) if args.zip else _listed(house, instansi, args)
    finally:
        house.close()


def _checked(path: Path) -> int:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise Refusal(f"{path} tidak terbaca sebagai teks UTF-8. Tidak ada yang diubah.") from wrong
    except OSError as wrong:
        raise Refusal(f"{path} {why(wrong)}. Tidak ada yang diubah.") from wrong
    whole, found = read(path.name, text)
    for one in found:
        print(one)
    if whole:
        print(f"{len(whole.pertanyaan)} pertanyaan tahun {whole.tahun} dapat dipakai.")
    return SALAH if grave(found) else LENGKAP


def _home(house: RealHouse, instansi: str) -> str:
    known = [one.id for one in at_work(house)]
    if not instansi and len(known) == 1:
        return known[0]
    if not known:
        raise Refusal("Belum ada instansi di sini. Siapkan dahulu di halaman /siapkan.")
    if instansi not in known:
        raise Refusal(f"Sebutkan instansinya dengan --instansi: {', '.join(known)}.")
    return instansi


def _listed(house: RealHouse, instansi: str, args: argparse.Namespace) -> int:
    whole = questions(house.packs, instansi)
    with house.ledger.read() as reading:
        known = Kumpulan(house, reading, instansi, whole)
        found = [(asked, known.of(asked)) for asked in whole.pertanyaan]
    bare = 0
    for asked, some in found:
        ready = [x.nama for x in some if not x.sebab]
        waits = [{"nama": x.nama, "sebab": x.sebab} for x in some if x.sebab]
        bare += not ready
        if args.json:
            told = {"kode": asked.kode, "tanya": asked.tanya, "bukti": ready, "menunggu": waits}
            print(json.dumps(told, ensure_ascii=False))
        else:
            print(_said(asked, ready, waits))
    if not args.json:
        print(f"{len(found)} pertanyaan, {bare} belum berbukti.")
    return ADA_KOSONG if bare else LENGKAP


def _said(asked: Pertanyaan, ready: list[str], waits: list[dict[str, str]]) -> str:
    lines = [f"{asked.kode}  {asked.tanya}", *(f"    {nama}" for nama in ready)]
    lines += [f"    - {x['nama']}: {x['sebab']}" for x in waits]
    return "\n".join(lines)


def _zipped(house: RealHouse, instansi: str, out: Path) -> int:
    if out.suffix.lower() != ".zip" or not out.parent.is_dir() or out.exists():
        raise Refusal(
            f"{out} tidak dapat ditulis: namanya harus berakhir dengan .zip, foldernya harus ada, "
            "dan file itu belum ada. Tidak ada yang ditulis."
        )
    with house.room() as room:
        made = compose(house, instansi, room)
        part = out.with_name(f".{out.name}.part")
        try:
            shutil.copyfile(made.path, part)
            part.replace(out)
        except OSError as wrong:
            part.unlink(missing_ok=True)
            raise Refusal(f"{out} tidak dapat ditulis. Tidak ada yang ditulis.") from wrong
    for one in made.termuat:
        if one.kata:
            print(f"{one.kode}  {one.nama}: {one.kata}")
    print(f"{made.banyak} file bukti, {made.kosong} pertanyaan belum berbukti: {out}")
    return ADA_KOSONG if made.kosong else LENGKAP
