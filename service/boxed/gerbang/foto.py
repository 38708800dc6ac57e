"""What a picture says besides what is seen: where it was taken, by whom, with what, and before."""

from __future__ import annotations

from typing import Any, BinaryIO

from PIL import ExifTags, Image

from service.boxed import gambar_buka
from service.boxed.gagal import RUSAK
from service.boxed.gerbang.catat import Catat

_ORANG = {
    ExifTags.Base.Artist: "pembuat",
    ExifTags.Base.Copyright: "pemegang hak",
    ExifTags.Base.CameraOwnerName: "pemilik kamera",
    ExifTags.Base.BodySerialNumber: "nomor seri kamera",
    ExifTags.Base.LensSerialNumber: "nomor seri lensa",
    ExifTags.Base.ImageDescription: "keterangan",
    ExifTags.Base.UserComment: "komentar",
    ExifTags.Base.XPAuthor: "pembuat",
    ExifTags.Base.XPComment: "komentar",
    ExifTags.Base.XPKeywords: "kata kunci",
    ExifTags.Base.XPTitle: "judul",
    ExifTags.Base.XPSubject: "perihal",
    ExifTags.Base.Make: "alat",
    ExifTags.Base.Model: "alat",
    ExifTags.Base.HostComputer: "komputer",
    ExifTags.Base.DocumentName: "nama naskah",
}
_SEPI = {"dpi", "jfif", "jfif_version", "jfif_unit", "jfif_density", "icc_profile", "gamma", "srgb"}
_KATA = {"photoshop": "data Photoshop", "xmp": "keterangan XMP", "comment": "komentar"}


def notes(file: BinaryIO, tempat: str, catat: Catat) -> None:
    """Note what it says; Berhenti or one of RUSAK where it is no picture of ours."""
    picture = gambar_buka.opened(file)
    try:
        exif = picture.getexif()
        _where(exif, tempat, catat)
        _who(exif, tempat, catat)
        _before(exif, tempat, catat)
    except (*RUSAK, Warning):
        catat.note("gambar_keterangan", tempat, "keterangan yang tidak terbaca")
    _beside(picture, tempat, catat)


def _where(exif: Any, tempat: str, catat: Catat) -> None:
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if any(tag in gps for tag in (ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude)):
        catat.note("gambar_berlokasi", tempat)
    elif gps:
        catat.note("gambar_keterangan", tempat, "waktu menurut satelit")


def _who(exif: Any, tempat: str, catat: Catat) -> None:
    for said in (exif, exif.get_ifd(ExifTags.IFD.Exif)):
        for tag, apa in _ORANG.items():
            if told := _text(said.get(tag)):
                catat.note("gambar_keterangan", f"{tempat}: {apa}", told)
        if said.get(ExifTags.Base.MakerNote):
            catat.note("gambar_keterangan", f"{tempat}: catatan kamera")


def _before(exif: Any, tempat: str, catat: Catat) -> None:
    """A small picture in the large one, that a cut or a black bar does not reach."""
    small = exif.get_ifd(ExifTags.IFD.IFD1)
    if ExifTags.Base.JpegIFOffset in small or ExifTags.Base.StripOffsets in small:
        catat.note("miniatur", tempat)


def _beside(picture: Image.Image, tempat: str, catat: Catat) -> None:
    """Notes of other programs: text in a PNG, Photoshop's and XMP's own."""
    for name, told in picture.info.items():
        low = str(name).lower()
        if low in _KATA and told:
            catat.note("gambar_keterangan", f"{tempat}: {_KATA[low]}")
        elif isinstance(told, str) and low not in _SEPI and low != "software" and told.strip():
            catat.note("gambar_keterangan", f"{tempat}: {name}", told)


def _text(told: object) -> str:
    if isinstance(told, bytes):
        wide = told[1:2] == b"\0"
        told = told.removeprefix(b"ASCII\0\0\0").decode("utf-16-le" if wide else "utf-8", "replace")
    return str(told or "").strip("\0 ")
