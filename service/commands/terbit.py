"""`./berkas terbit FOLDER`: the public lists as a folder for any web server."""

from __future__ import annotations

import argparse
from pathlib import Path

from service.config import Settings
from service.publik import box
from service.publik.daftar.statis import export


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("folder", type=Path, help="folder yang kosong, belum ada, atau buatan ini")


def run(args: argparse.Namespace) -> int:
    """Write the folder anew and say how many lines it has."""
    settings = Settings.from_env()
    folder: Path = args.folder.absolute()
    many = export(folder, box.daftar(settings), settings.terbuka, settings.url)
    print(f"{folder}: {many} baris diumumkan sebagai halaman.")
    return 0
