"""A picture of paper: its frames are pages, each to be read as a scan."""

from __future__ import annotations

import time
from typing import Any, BinaryIO

from PIL import ExifTags, Image

from service.boxed import gambar_buka, qr
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.lihat import Lihat

WAKTU = 5.0  # seconds of processor for all frames
WAKTU_KODE = 2.5  # of these for codes
CUKUP = 2_400  # pixels of the longer side that are enough for a code at 200 dpi
_BERGERAK = ("GIF", "WEBP", "PNG")  # what moves, and has one page all the same
_META = (
    ("penulis", ExifTags.Base.Artist),
    ("program", ExifTags.Base.Software),
    ("dibuat", ExifTags.Base.DateTime),
    ("kamera", ExifTags.Base.Model),
)


def read(file: BinaryIO, nama: str, lihat: Lihat) -> None:  # noqa: ARG001 (all readers are asked alike)
    """Note the pages of a picture, and what it says besides."""
    try:
        _read(file, lihat)
    except Berhenti as stop:
        lihat.temukan(stop.kode, stop.di)


def _read(file: BinaryIO, lihat: Lihat) -> None:
    gambar_buka.sound(file)
    picture = gambar_buka.opened(file)
    jenis = picture.format or ""
    lihat.halaman = _pages(picture, jenis, lihat)
    if lihat.halaman > lihat.batas.halaman or lihat.halaman > gambar_buka.BINGKAI:
        raise Berhenti("terlalu_banyak_halaman", f"{lihat.halaman} halaman")
    _metadata(picture, lihat)
    _frames(picture, jenis, lihat)


def _pages(picture: Image.Image, jenis: str, lihat: Lihat) -> int:
    try:
        count = int(getattr(picture, "n_frames", 1))
    except (*RUSAK, Warning) as broken:
        raise Berhenti("rusak") from broken
    if count > 1 and jenis in _BERGERAK:
        lihat.temukan("gambar_bergerak", f"{count} bingkai")
    # The further frames of a photograph are smaller copies of the first one.
    return count if jenis == "TIFF" else 1


def _frames(picture: Image.Image, jenis: str, lihat: Lihat) -> None:
    began = time.process_time()
    for n in range(1, lihat.halaman + 1):
        spent = time.process_time() - began
        if spent > WAKTU:
            lihat.temukan("baca_sebagian", f"sampai halaman {n - 1}")
            break
        if jenis == "JPEG":
            # Half the size is a quarter of the work, and whole to the last byte all the same.
            longer = CUKUP / max(picture.size)
            picture.draft("L", (int(picture.width * longer), int(picture.height * longer)))
        _frame(picture, n, lihat, look_for_codes=spent < WAKTU_KODE)


def _frame(picture: Image.Image, n: int, lihat: Lihat, *, look_for_codes: bool) -> None:
    try:
        gambar_buka.at(picture, n)
    except Berhenti as stop:
        if n == 1 or stop.kode != "rusak":
            raise
        lihat.temukan("rusak", f"halaman {n}")
        return
    lihat.perlu_ocr.append(n)
    lihat.tulis("")
    if look_for_codes:  # a page that was not looked at has no line among the codes
        found, dim = qr.codes(_small(gambar_buka.plain(picture)))
        qr.told(lihat, n, found, dim=dim)


def _small(picture: Image.Image) -> Image.Image:
    much = max(picture.size) // CUKUP
    return picture.reduce(much) if much > 1 else picture


def _metadata(picture: Image.Image, lihat: Lihat) -> None:
    try:
        said = picture.getexif()
        where = said.get_ifd(ExifTags.IFD.GPSInfo)
    except (*RUSAK, Warning):
        return  # notes that cannot be read are no fault of the picture
    for nama, tag in _META:
        lihat.sebut(nama, _text(said.get(tag, "")))
    if "penulis" in lihat.metadata:
        lihat.temukan("metadata_penulis")
    if where:
        lihat.temukan("gambar_berlokasi")


def _text(told: Any) -> str:
    return told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)
