"""What this machine has of what Berkas leans on."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from service.ports import Keadaan

FONTS = {
    "Liberation": "LiberationSans-Regular.ttf",
    "Carlito": "Carlito-Regular.ttf",
    "Caladea": "Caladea-Regular.ttf",
}
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
TESSERACT, TESSDATA = "/usr/bin/tesseract", Path("/usr/share/tesseract-ocr")
LEAST_FREE = 2_000_000_000
LEAST_SHARE = 0.05
PACKAGES = {
    "soffice": "libreoffice-writer-nogui dan libreoffice-calc-nogui",
    "uno": "python3-uno",
    "bwrap": "bubblewrap",
    "tesseract": "tesseract-ocr dan tesseract-ocr-ind",
}


class Machine:
    """The port Machine."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def looked(self) -> list[Keadaan]:
        return [self.soffice(), self.letters(), self.box(), self.fonts(), self.disk()]

    def soffice(self) -> Keadaan:
        """LibreOffice, where it stands."""
        nama = "LibreOffice"
        if not (program := shutil.which("soffice")):
            return Keadaan(nama, False, _missing("soffice"))
        folder = Path(program).resolve().parent
        if not (folder / "libpyuno.so").exists():
            return Keadaan(nama, False, _missing("uno"))
        return Keadaan(nama, True, f"Terpasang ({folder}).")

    def letters(self) -> Keadaan:
        """The reader of scanned pages, and its Indonesian."""
        nama = "Pembaca hasil pindai"
        if Path(TESSERACT).exists() and any(TESSDATA.glob("*/tessdata/ind.traineddata")):
            return Keadaan(nama, True, "Tesseract terpasang, berbahasa Indonesia.")
        return Keadaan(nama, False, _missing("tesseract"))

    def box(self) -> Keadaan:
        """Whether a box really closes here, tried each time."""
        if not shutil.which("bwrap"):
            return Keadaan("Kotak pengaman", False, _missing("bwrap"))
        tried = subprocess.run(
            ["bwrap", "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "true"],
            capture_output=True,
            check=False,
            timeout=10,
        )
        if tried.returncode == 0:
            return Keadaan("Kotak pengaman", True, "bubblewrap bekerja, tanpa jaringan.")
        return Keadaan(
            "Kotak pengaman",
            False,
            "bubblewrap terpasang tetapi tidak dapat menutup kotak di mesin ini. Minta pengelola "
            "mengizinkan user namespaces (sysctl kernel.unprivileged_userns_clone=1).",
        )

    def fonts(self) -> Keadaan:
        """The free equivalents of the letters that official papers use."""
        here = {path.name for folder in FONT_FOLDERS for path in folder.rglob("*.ttf")}
        lost = [name for name, file in FONTS.items() if file not in here]
        if not lost:
            return Keadaan("Huruf", True, f"{', '.join(FONTS)} terpasang.")
        return Keadaan("Huruf", False, f"{', '.join(lost)} belum terpasang; jalankan ./berkas run.")

    def disk(self) -> Keadaan:
        """How much room is left where everything is written."""
        room = os.statvfs(self.home)
        free = room.f_bavail * room.f_frsize
        share = room.f_bavail / max(1, room.f_blocks)
        words = f"Sisa {free / 1e9:.1f} GB ({share:.0%}) di {self.home}."
        if free < LEAST_FREE or share < LEAST_SHARE:
            return Keadaan("Disk", False, f"{words} Kosongkan ruang sebelum menerima file lagi.")
        return Keadaan("Disk", True, words)


def _missing(program: str) -> str:
    return f"{program} belum terpasang. Pasang paket {PACKAGES[program]}."
