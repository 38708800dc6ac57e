"""What a file truly is, and everything that is to be known of it."""

from __future__ import annotations

from typing import BinaryIO

from service.boxed import gambar, nama_file, ole, pdf, rtf, surel, tanda_awal, teks, ujung, zip_isi
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.lihat import Lihat
from service.domain.akibat import end_of
from service.domain.temuan import BERAT, DISIMPAN_SAJA, TIDAK_DAPAT_DIPROSES, Temuan

KOSONG = "inode/x-empty"
POTONG = 1 << 22


def look(file: BinaryIO, nama: str, lihat: Lihat) -> None:
    """Note what the file is and says; whatever it is, nothing is thrown."""
    try:
        _look(file, nama, lihat)
    except Berhenti as why:
        lihat.temukan(why.kode, why.di)
    except RUSAK:
        lihat.temukan("rusak")
    end = end_of(Temuan(kode, di) for kode, di in lihat.temuan)
    if BERAT[end] >= BERAT[TIDAK_DAPAT_DIPROSES]:
        # What is not opened is not taken apart either.
        lihat.anggota.clear()
    else:
        nama_file.check(nama, lihat, is_read=BERAT[end] < BERAT[DISIMPAN_SAJA])


def kind(file: BinaryIO) -> str:
    """What the file is by its first bytes alone."""
    file.seek(0)
    head = file.read(tanda_awal.HEAD)
    return tanda_awal.mime_of(head) if head else KOSONG


def _look(file: BinaryIO, nama: str, lihat: Lihat) -> None:
    size = file.seek(0, 2)
    file.seek(0)
    head = file.read(tanda_awal.HEAD)
    if not head:
        lihat.mime = KOSONG
        raise Berhenti("kosong")
    if not head.strip(b"\0"):
        lihat.mime = "application/octet-stream"
        raise Berhenti("nol_semua" if _only_zeros(file) else "tak_dikenal")
    lihat.mime = tanda_awal.mime_of(head, nama)
    if lihat.mime == tanda_awal.PDF:
        ujung.check_pdf(file, size, head, tanda_awal.libmagic(head))
        pdf.read(file, nama, lihat)
    elif lihat.mime.startswith("image/"):
        ujung.check_picture(file, size, lihat.mime, head)
        gambar.read(file, nama, lihat)
    else:
        _office(file, size, head, lihat)


def _office(file: BinaryIO, size: int, head: bytes, lihat: Lihat) -> None:
    if lihat.mime == tanda_awal.ARSIP:
        zip_isi.read(file, lihat)
    elif lihat.mime == tanda_awal.OLE:
        ujung.check_ole(file, size, head)
        ole.read(file, lihat)
    elif lihat.mime == tanda_awal.RTF:
        rtf.read(file, lihat)
    elif lihat.mime == tanda_awal.SUREL:
        surel.read(file, lihat)
    elif lihat.mime in (tanda_awal.TEKS, tanda_awal.TABEL):
        teks.read(file, lihat)
    else:
        raise Berhenti(_without_reader(lihat.mime), lihat.mime)


def _without_reader(mime: str) -> str:
    """Why nobody reads a file of this kind."""
    if mime in tanda_awal.PROGRAM:
        return "program"
    if mime == tanda_awal.HALAMAN_WEB:
        return "halaman_web"
    if mime in tanda_awal.ARSIP_LAIN:
        return "arsip_lain"
    if mime in tanda_awal.LAMA:
        return "format_lama"
    if mime == tanda_awal.P7S:
        return "bungkus_tanda_tangan"
    if mime == tanda_awal.P7M:
        return "terkunci_sandi"
    return "rekaman" if mime.startswith(("audio/", "video/")) else "tak_dikenal"


def _only_zeros(file: BinaryIO) -> bool:
    file.seek(0)
    while piece := file.read(POTONG):
        if piece.strip(b"\0"):
            return False
    return True
