"""Foreign files to forms that can be read; each in a process that has seen no other file."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from service.adapters.soffice.profil import hardened
from service.domain.refusals import Refusal, Unavailable
from service.ports import Box, Limits

LIMITS = Limits(seconds=60, cpu=50, output=200)
# What a file is called inside decides how LibreOffice opens it; its true kind, never its name.
WORD, EXCEL, SLIDES = ("doc", "docx", "odt", "rtf"), ("xls", "xlsx", "ods", "csv"), ("ppt", "pptx")
SUFFIX = {
    "application/msword": "doc",
    "application/vnd.ms-excel": "xls",
    "application/vnd.ms-powerpoint": "ppt",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
    "text/csv": "csv",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
}
MODERN = {"doc": "docx", "rtf": "docx", "odt": "docx", "xls": "xlsx", "ods": "xlsx", "ppt": "pdf"}
EXPORT = {WORD: "writer_pdf_Export", EXCEL: "calc_pdf_Export", SLIDES: "impress_pdf_Export"}


class TakDapatDiubah(Refusal):
    """LibreOffice could make nothing of it."""

    def __init__(self) -> None:
        super().__init__(
            "File ini tidak dapat dibuka LibreOffice; mungkin rusak atau terkunci. File tersimpan "
            "utuh; unduh aslinya, atau minta pengirim menyimpannya sebagai PDF."
        )


class SofficeAsing:
    """The port Changer."""

    def __init__(self, box: Box, limits: Limits = LIMITS) -> None:
        self._box, self._limits = box, limits

    def modern(self, path: Path, mime: str, out: Path) -> Path:
        suffix = SUFFIX.get(mime, "")
        if suffix not in MODERN:
            raise TakDapatDiubah
        return self._changed(path, suffix, MODERN[suffix], MODERN[suffix], out)

    def pdf(self, path: Path, mime: str, out: Path) -> Path:
        suffix = SUFFIX.get(mime, "")
        for kinds, export in EXPORT.items():
            if suffix in kinds:
                return self._changed(path, suffix, "pdf", f"pdf:{export}", out)
        raise TakDapatDiubah

    def _changed(self, path: Path, suffix: str, wanted: str, into: str, out: Path) -> Path:
        with tempfile.TemporaryDirectory(dir=out.parent) as folder:
            room = Path(folder)
            shutil.copyfile(path, room / f"asing.{suffix}")
            hardened(room / "profil")
            (room / "jadi").mkdir()
            inside = self._box.inside
            line = [
                "/usr/bin/soffice",
                f"-env:UserInstallation=file://{inside}/profil",
                "--headless",
                "--norestore",
                "--convert-to",
                into,
                "--outdir",
                f"{inside}/jadi",
                f"{inside}/asing.{suffix}",
            ]
            self._run(line, room)
            made = room / "jadi" / f"asing.{wanted}"
            # LibreOffice ends with 0 even where it made nothing.
            links = made.is_symlink() or made.parent.is_symlink()
            if links or not made.is_file() or not made.stat().st_size:
                raise TakDapatDiubah
            made.replace(out)
        return out

    def _run(self, line: list[str], room: Path) -> None:
        try:
            self._box.run(line, room, self._limits)
        except Unavailable as late:
            if late.permanent:
                raise
            raise TakDapatDiubah from late
