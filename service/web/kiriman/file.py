"""The files of a kiriman as its page shows them."""

from __future__ import annotations

from collections.abc import Sequence

from flask import url_for

from service.acts.simpan.gambar import DIUBAH
from service.domain.akibat import arti
from service.domain.kiriman import LAMPIRAN, PENGANTAR, File, Kiriman
from service.domain.temuan import MENUNGGU_PEMERIKSAAN, TIDAK_DAPAT_DIPROSES, Temuan
from service.face.isi import Tautan
from service.face.isi_kiriman import FileKiriman, KataTemuan
from service.ports.kiriman import Antrean
from service.web.dasar import kenangan
from service.web.kata.kiriman import besar, jenis_file, of_file

PERAN = {PENGANTAR: "Surat pengantar", LAMPIRAN: "Lampiran"}
# Shown at once, for the readers draw them; the others only after LibreOffice made pages of them.
BERGAMBAR = ("application/pdf", "image/")
TANPA_GAMBAR = frozenset({"terkunci_sandi", "rusak", "halaman_raksasa"})


def file_views(files: Sequence[File], one: Kiriman, antrean: Antrean) -> tuple[FileKiriman, ...]:
    """Every file, those that were taken out of another after it."""
    names = {file.id: file.nama for file in files}
    return tuple(_view(file, one, antrean, names) for file in files)


def _view(file: File, one: Kiriman, antrean: Antrean, names: dict[str, str]) -> FileKiriman:
    picture, gone = url_for("file.page", file_id=file.id, n=1), kenangan.here() is not None
    shown = is_drawn(file) and not gone
    return FileKiriman(
        id=file.id,
        nama=file.nama,
        keadaan=of_file(file, one, antrean),
        sifat=_traits(file),
        sha256=file.sha256,
        unduh="" if gone else url_for("file.original", file_id=file.id),
        peran=PERAN.get(file.peran, ""),
        dari=names.get(file.dari, ""),
        temuan=tuple(_finding(one) for one in file.temuan),
        gambar=picture if shown and file.mime.startswith(BERGAMBAR) else "",
        lihat=Tautan("Lihat halaman pertama", picture) if shown and file.mime in DIUBAH else None,
    )


def is_drawn(file: File) -> bool:
    """Whether its pages can be looked at: it was examined, and it opens."""
    shut = any(one.kode in TANPA_GAMBAR for one in file.temuan)
    return file.akhir not in (TIDAK_DAPAT_DIPROSES, MENUNGGU_PEMERIKSAAN) and not shut


def _traits(file: File) -> tuple[tuple[str, str], ...]:
    traits = [
        ("Jenis", jenis_file(file.mime)),
        ("Ukuran", besar(file.ukuran)),
        ("Halaman", str(file.halaman) if file.halaman else ""),
    ]
    return tuple((name, value) for name, value in traits if value)


def _finding(one: Temuan) -> KataTemuan:
    found = arti(one)
    return KataTemuan(found.label, found.kata, one.di)
