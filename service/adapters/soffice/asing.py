"""Foreign files to forms that can be read; each in a process that has seen no other file."""

from __future__ import annotations

import logging
import shutil
import tempfile
from pathlib import Path

from service.adapters.soffice.hangat import Hangat
from service.adapters.soffice.profil import lay_out
from service.domain.refusals import Refusal, Unavailable
from service.ports import Box, Limits

LIMITS = Limits(seconds=60, cpu=50, output=200)
PATIENCE = 20.0  # seconds that the warm one is waited for
LARGEST = 50_000_000  # bytes of a letter that are handed through a pipe
log = logging.getLogger(__name__)
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
    """The port Changer: letters in a fork that is walled off, all else in a box of its own."""

    def __init__(self, box: Box, limits: Limits = LIMITS, warm: Hangat | None = None) -> None:
        self._box, self._limits, self._warm = box, limits, warm

    def close(self) -> None:
        """End what is kept warm."""
        if self._warm:
            self._warm.close()

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
            if suffix in WORD and self._quickly(path, f"{suffix} {wanted}\n", room / "cepat"):
                (room / "cepat").replace(out)
                return out
            shutil.copyfile(path, room / f"asing.{suffix}")
            lay_out(room / "profil")
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

    def _quickly(self, path: Path, kinds: str, made: Path) -> bool:
        """Whether the warm LibreOffice made something of it; where not, a fresh one is asked."""
        if self._warm is None or path.stat().st_size > LARGEST:
            return False
        try:
            self._warm.convert(path, made, PATIENCE, kinds)
        except Unavailable as fault:
            log.info("a foreign letter goes to a fresh box: %s", fault)
            return False
        return True

    def _run(self, line: list[str], room: Path) -> None:
        try:
            self._box.run(line, room, self._limits)
        except Unavailable as late:
            if late.permanent:
                raise
            raise TakDapatDiubah from late
