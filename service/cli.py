"""The command line: a table of commands, one module each."""

from __future__ import annotations

import argparse
import importlib
import sys

from service.config import SettingsError
from service.domain.refusals import Refusal, Unavailable

COMMANDS = {
    "run": "menyalakan Berkas: semua proses di Procfile, dijaga supaya tetap hidup",
    "test": "menjalankan semua pemeriksaan, seperti yang dijalankan CI",
    "demo": "memainkan satu perkara dari kotak masuk sampai dossier di rumah yang baru",
    "ingest": "menerima file lewat lorong yang sama dengan kotak masuk, lalu menunggu hasilnya",
    "check": "memeriksa paket instansi di templates_docx/ dan menyebut setiap kesalahan",
    "status": "memeriksa apakah rumah ini beres",
    "audit": "menghitung setiap janji yang harus selalu benar",
    "number": "memeriksa kelengkapan setiap buku nomor",
    "stuck": "pekerjaan yang gagal dan perlu tindakan",
    "user": "orang yang boleh masuk",
    "migrate": "memutakhirkan buku induk ke versi ini",
    "bench": "mengukur kecepatan terhadap batas yang dijanjikan",
    "bundle": "membuat satu file pemasangan untuk kantor tanpa internet",
    "install": "memasang Berkas supaya menyala sendiri (systemd)",
    "pack": "menulis paket instansi yang sudah diubah kembali sebagai file",
}
WRONG, BREACH = 2, 1


def main(argv: list[str] | None = None) -> int:
    """Run one command; its exit code."""
    parser = argparse.ArgumentParser(prog="berkas", description="Otomasi naskah kantor PPID.")
    sub = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    words = sys.argv[1:] if argv is None else argv
    named = next((word for word in words if not word.startswith("-")), "")
    for name, what in COMMANDS.items():
        # Only the command that is asked for is imported, so that each starts at once.
        one = sub.add_parser(name, help=what, description=what)
        if name == named:
            importlib.import_module(f"service.commands.{name}").arguments(one)
    args = parser.parse_args(words)
    command = importlib.import_module(f"service.commands.{args.command}")
    try:
        code: int = command.run(args)
    except SettingsError as wrong:
        print("Setelan belum benar:", *wrong.problems, sep="\n  ", file=sys.stderr)
        return WRONG
    except (Refusal, Unavailable) as no:
        print(no, file=sys.stderr)
        return BREACH
    return code


if __name__ == "__main__":
    sys.exit(main())
