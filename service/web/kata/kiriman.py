"""Kiriman and files in words: where they stand, through which door they came, how large."""

from __future__ import annotations

from service.domain import kiriman as k
from service.domain import temuan as t
from service.domain.kiriman import File, Kiriman
from service.face.isi import Bentuk
from service.face.isi_kiriman import Keadaan
from service.ports.kiriman import Antrean

KEADAAN: dict[str, Keadaan] = {
    k.DITERIMA: Keadaan("berjalan", "Sedang diperiksa"),
    k.DIKENALI: Keadaan("berjalan", "Dikenali"),
    k.MENUNGGU_PETUGAS: Keadaan("menunggu", "Menunggu petugas"),
    k.KARANTINA: Keadaan("lewat", "Perlu tindakan"),
    k.DIDAFTAR: Keadaan("selesai", "Terdaftar"),
    k.DITOLAK_PETUGAS: Keadaan("baru", "Disisihkan"),
}
AKHIR: dict[str, Bentuk] = {
    t.DITERIMA: "selesai",
    t.DENGAN_CATATAN: "berjalan",
    t.DISIMPAN_SAJA: "baru",
    t.TIDAK_DAPAT_DIPROSES: "lewat",
    t.MENUNGGU_PEMERIKSAAN: "menunggu",
}
PINTU: dict[str, str] = {
    k.WEB: "Halaman unggah",
    k.FOLDER: "Folder masuk",
    k.SUREL: "Surel",
    k.PUBLIK: "Formulir publik",
    k.PERINTAH: "Perintah di mesin",
    k.MEJA_TUNGGU: "Meja tunggu",
    k.BERKAS: "Bahan berkas",
}
ANTREAN: dict[str, Keadaan] = {
    "": Keadaan("menunggu", "Dalam antrean"),
    "antre": Keadaan("menunggu", "Dalam antrean"),
    "dikerjakan": Keadaan("berjalan", "Sedang dibaca"),
    "macet": Keadaan("lewat", "Pembacaan gagal, ditangani administrator"),
}
JENIS_FILE: dict[str, str] = {
    "application/pdf": "PDF",
    "application/msword": "Word (doc)",
    "application/vnd.ms-excel": "Excel (xls)",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word (docx)",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel (xlsx)",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
    "application/vnd.oasis.opendocument.text": "OpenDocument teks (odt)",
    "application/vnd.oasis.opendocument.spreadsheet": "OpenDocument tabel (ods)",
    "application/zip": "Arsip ZIP",
    "message/rfc822": "Surel (eml)",
    "text/plain": "Teks",
    "text/csv": "Tabel CSV",
    "image/jpeg": "Gambar JPEG",
    "image/png": "Gambar PNG",
    "image/tiff": "Gambar TIFF",
    "image/gif": "Gambar GIF",
    "image/bmp": "Gambar BMP",
    "image/webp": "Gambar WebP",
    "image/heic": "Gambar HEIC",
    "application/rtf": "Teks RTF",
    "inode/x-empty": "kosong",
    "application/vnd.ms-outlook": "Surel Outlook (msg)",
}


def of_kiriman(one: Kiriman, antrean: Antrean = "") -> Keadaan:
    """Where a kiriman stands."""
    if one.keadaan == k.DITERIMA and antrean == "macet":
        return ANTREAN["macet"]
    if held(one):
        return Keadaan(AKHIR[one.akhir], t.AKHIR[one.akhir])
    return KEADAAN.get(one.keadaan, Keadaan("baru", one.keadaan.replace("_", " ").capitalize()))


def held(one: Kiriman) -> bool:
    """Whether it could not be looked at, and is looked at again by itself."""
    return one.keadaan == k.DITERIMA and one.akhir == t.MENUNGGU_PEMERIKSAAN


def of_file(file: File, kiriman: Kiriman, antrean: Antrean) -> Keadaan:
    """Where a file stands: in the queue, being read, or at one of the five ends."""
    if file.akhir:
        return Keadaan(AKHIR[file.akhir], t.AKHIR[file.akhir])
    if kiriman.keadaan == k.DITERIMA:
        return ANTREAN[antrean]
    return of_kiriman(kiriman)


def final(kiriman: Kiriman, antrean: Antrean) -> bool:
    """Whether nothing more will change by itself."""
    return kiriman.keadaan not in (k.DITERIMA, k.DIKENALI) or antrean == "macet"


def jenis_file(mime: str) -> str:
    """What a file truly is, as a clerk calls it."""
    return JENIS_FILE.get(mime, mime) or "belum diketahui"


def besar(ukuran: int) -> str:
    """A size as it is written here: 1,4 MB."""
    for unit, name in ((1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "KB")):
        if ukuran >= unit:
            text = f"{ukuran / unit:.1f}".removesuffix(".0").replace(".", ",")
            return f"{text} {name}"
    return f"{ukuran} bita"


SIFAT = {
    "biasa": "Biasa",
    "segera": "Segera",
    "sangat_segera": "Sangat segera",
    "rahasia": "Rahasia",
    "sangat_rahasia": "Sangat rahasia",
}
