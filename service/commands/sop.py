"""`./berkas sop`: an SOP drawn, printed as its official form, as BPMN; a table read as a draft."""

from __future__ import annotations

import argparse
import errno
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from service import house as houses
from service.acts.instansi.packs import read_agency
from service.acts.sop.daftar import bahan_of, own_sops, sop_of
from service.acts.sop.konsep_masuk import source
from service.commands._rumah import at_hand
from service.domain.paket import UMUM
from service.domain.refusals import Refusal
from service.domain.sop.bentuk import Sop
from service.domain.sop.bpmn import bpmn
from service.domain.sop.formulir import form
from service.domain.sop.impor import read_draft
from service.face.bagan import drawn
from service.ports import House, Packs
from service.ports.papers import SopForms

SEBAB = {
    errno.ENOSPC: "penyimpanan penuh; kosongkan sebagian, lalu ulangi",
    errno.EDQUOT: "jatah penyimpanan habis; kosongkan sebagian, lalu ulangi",
    errno.EACCES: "Anda tidak boleh menulis di folder itu; pilih folder lain",
    errno.EPERM: "Anda tidak boleh menulis di folder itu; pilih folder lain",
    errno.EROFS: "folder itu hanya dapat dibaca; pilih folder lain",
    errno.ENAMETOOLONG: "namanya terlalu panjang; pakai nama yang lebih pendek",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to make of which SOP."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="PERINTAH")
    for act, ending, what in (
        ("draw", ".svg", "gambar bagan alir resmi sebagai SVG"),
        ("print", ".docx", "cetak kembali sebagai formulir SOP AP resmi (Word)"),
        ("bpmn", ".bpmn", "tulis sebagai BPMN 2.0 untuk alat pemodelan dan mesin alur kerja lain"),
    ):
        one = acts.add_parser(act, help=what, description=what)
        one.add_argument("kode", metavar="KODE", help="kode SOP, misalnya uji_konsekuensi")
        one.add_argument(
            "--instansi", default="", help="instansi pemilik SOP; perlu bila lebih dari satu"
        )
        one.add_argument("out", type=Path, metavar="FILE", help=f"file {ending} yang ditulis")

    came = acts.add_parser(
        "import",
        help="baca tabel SOP AP (Word, Excel, PDF berteks) menjadi konsep TOML",
        description="baca tabel SOP AP (Word, Excel, PDF berteks) menjadi konsep TOML",
    )
    came.add_argument("file", type=Path, metavar="FILE", help="file .docx, .xlsx, atau .pdf")
    came.add_argument("--instansi", default=UMUM, help="instansi yang bahan.toml-nya dipakai")
    came.add_argument(
        "--out", type=Path, metavar="FILE", help="file .toml yang ditulis; tanpa ini dicetak"
    )


def run(args: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    if args.act == "import":
        return _imported(args)
    with at_hand() as house:
        instansi = _home(house, args.kode, args.instansi)
        sop = sop_of(house.packs, instansi, args.kode)
        if args.act == "draw":
            _written(args.out, ".svg", lambda part: part.write_text(drawn(sop), encoding="utf-8"))
        elif args.act == "bpmn":
            made = bpmn(sop, bahan_of(house.packs, instansi))
            _written(args.out, ".bpmn", lambda part: part.write_text(made, encoding="utf-8"))
        else:
            _printed(house.packs, instansi, sop, args.out)
    print(f"SOP {sop.kode} ({instansi}) ditulis ke {args.out}.")
    return 0


def _imported(args: argparse.Namespace) -> int:
    """The draft, and on the error channel what a person has to look at."""
    if not args.file.is_file():
        raise Refusal(f"File {args.file} tidak ada. Tidak ada yang ditulis.")
    with at_hand() as house:
        _need_known(house, args.instansi)
        draft = read_draft(source(house, args.file), bahan_of(house.packs, args.instansi))
    for line in (*draft.catatan, *draft.ragu):
        print(line, file=sys.stderr)
    if args.out is None:
        print(draft.toml, end="")
        print(_commented(draft.bahan), end="")
        return 0
    _written(args.out, ".toml", lambda part: part.write_text(draft.toml, encoding="utf-8"))
    print(f"Konsep {draft.langkah} langkah ditulis ke {args.out}. Periksa setiap baris # Periksa:.")
    if draft.bahan:
        more = args.out.with_name(f"{args.out.stem}.bahan.toml")
        _written(more, ".toml", lambda part: part.write_text(draft.bahan, encoding="utf-8"))
        print(f"Bahan yang belum dikenal diusulkan di {more}; pindahkan ke bahan.toml.")
    return 0


def _commented(bahan: str) -> str:
    """The proposed part of bahan.toml, so that the whole stays one SOP file."""
    if not bahan:
        return ""
    head = "\n# Usulan untuk bahan.toml:\n"
    return head + "".join(f"# {line}\n" if line else "#\n" for line in bahan.splitlines())


def _need_known(house: House, instansi: str) -> None:
    known = (*house.packs.instansi(), UMUM)
    if instansi not in known:
        raise Refusal(f"Instansi {instansi} tidak ada. Pilihan: {', '.join(known)}.")


def _home(house: House, kode: str, instansi: str) -> str:
    """The agency whose SOP is meant; a Refusal where the code alone does not tell."""
    known = (*house.packs.instansi(), UMUM)
    if instansi:
        _need_known(house, instansi)
        return instansi
    found = [one for one in known if kode in own_sops(house.packs, one)]
    owners = [one for one in found if one != UMUM] or found
    if not owners:
        every = sorted({sop for one in known for sop in own_sops(house.packs, one)})
        raise Refusal(f"SOP {kode} tidak ada. Pilihan: {', '.join(every) or '(belum ada SOP)'}.")
    if len(owners) > 1:
        raise Refusal(
            f"SOP {kode} dimiliki lebih dari satu instansi. Sebutkan salah satu dengan "
            f"--instansi: {', '.join(owners)}."
        )
    return owners[0]


def _printed(packs: Packs, instansi: str, sop: Sop, out: Path) -> None:
    one = read_agency(packs, instansi)[0]
    paper = form(sop, bahan_of(packs, instansi), instansi=one.nama if one else "")
    forms: SopForms = houses.sop_forms()
    _written(out, ".docx", lambda part: forms.write(paper, part))


def _written(out: Path, ending: str, write: Callable[[Path], object]) -> None:
    """The whole file or none; what stood there before stays until then."""
    if out.suffix.lower() != ending:
        raise Refusal(
            f"Nama file {out.name} harus berakhir dengan {ending}. Tidak ada yang ditulis."
        )
    try:
        if out.is_dir() or not out.parent.is_dir():
            raise Refusal(
                f"{out} tidak dapat ditulis: foldernya tidak ada, atau nama itu sebuah folder. "
                "Tidak ada yang ditulis."
            )
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".sop-") as room:
            part = Path(room, f"sop{ending}")
            write(part)
            part.replace(out)
    except OSError as wrong:
        why = SEBAB.get(wrong.errno or 0, "penyimpanan menolaknya")
        raise Refusal(
            f"{out} tidak dapat ditulis: {why}. File lama, bila ada, tidak berubah."
        ) from wrong
