"""Ordinary files of every kind an office sends, no two alike; some made by LibreOffice itself."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from email.message import EmailMessage
from pathlib import Path

from bench import surat
from tests import pindaian

KATA = "UNDANGAN\nNomor : {n}/UND/XI/2026\nHal : Rapat contoh ke-{n}\nYth. Kepala Bidang Contoh"
OLD = {"surat.docx": ("doc", "odt"), "daftar.xlsx": ("xls", "ods")}


def small() -> list[tuple[str, bytes]]:
    """One of each kind that is made in no time."""
    page = pindaian.page(dpi=60)
    return [
        ("surat.pdf", surat.pdf(KATA.format(n=1).splitlines())),
        ("pindaian.png", pindaian.saved(page)),
        ("pindaian.tif", pindaian.tiff(page, page)),
        ("foto.jpg", pindaian.saved(page, "JPEG")),
        ("surat.eml", letter_by_mail(1)),
        ("lampiran.zip", archive(1)),
    ]


def lay(room: Path, count: int) -> list[Path]:
    """So many ordinary files in a folder: mostly as they come, and some of the rarer kinds."""
    rare = _rare(room, count)
    surat.many(room / "biasa", count)
    for extra, place in zip(rare, sorted((room / "biasa").iterdir())[::6], strict=False):
        place.unlink()
        shutil.copyfile(extra, room / "biasa" / extra.name)
    shutil.rmtree(room / "jarang")
    return sorted((room / "biasa").iterdir())


def _rare(room: Path, count: int) -> list[Path]:
    """A sixth of them, of the kinds an office has less often."""
    folder = room / "jarang"
    folder.mkdir(parents=True)
    made = by_libreoffice(folder)
    for n in range(max(1, count // 48)):
        page = pindaian.page([f"Surat contoh nomor {n}", *KATA.format(n=n).splitlines()], dpi=75)
        for name, bita in (
            (f"pindaian-{n}.png", pindaian.saved(page)),
            (f"pindaian-{n}.tif", pindaian.tiff(page)),
            (f"surel-{n}.eml", letter_by_mail(n)),
            (f"lampiran-{n}.zip", archive(n)),
        ):
            (folder / name).write_bytes(bita)
            made.append(folder / name)
    return made


def by_libreoffice(room: Path) -> list[Path]:
    """An old and an open form of a letter and of a table, as LibreOffice writes them."""
    work = room.parent / "asal"
    surat.many(work, 100)
    sources = {
        "surat.docx": next(work.glob("*.docx")),
        "daftar.xlsx": next(work.glob("*.xlsx")),
    }
    made = []
    for name, forms in OLD.items():
        source = work / name
        shutil.copyfile(sources[name], source)
        for form in forms:
            profile = f"-env:UserInstallation=file://{work}/profil"
            line = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", room]
            subprocess.run([*line, source], check=True, capture_output=True, timeout=120)
            made.append(room / f"{source.stem}.{form}")
    shutil.rmtree(work)
    return made


def letter_by_mail(n: int) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = "contoh@contoh.id", "ppid@contoh.id"
    mail["Subject"], mail["Date"] = f"Undangan contoh {n}", "Mon, 16 Nov 2026 08:00:00 +0800"
    mail.set_content(KATA.format(n=n))
    mail.add_attachment(
        surat.pdf([f"Lampiran surel {n}"]), maintype="application", subtype="pdf", filename="a.pdf"
    )
    return mail.as_bytes()


def archive(n: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("pengantar.pdf", surat.pdf(KATA.format(n=n).splitlines()))
        packed.writestr("lampiran/daftar.txt", f"Daftar contoh {n}")
    return out.getvalue()
