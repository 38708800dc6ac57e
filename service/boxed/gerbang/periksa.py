"""A file on its way to the public: everything in it that those who see it are not meant to get."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, BinaryIO

import pikepdf

from service.boxed import ooxml, pdf_buka, pengenal
from service.boxed.arsip import opened
from service.boxed.bagian import Bagian
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.gerbang import benda, buku, foto, halaman, kertas, naskah, versi
from service.boxed.gerbang.catat import Catat, ranges
from service.boxed.lihat import TEKS, Lihat
from service.boxed.paket import Paket
from service.boxed.tanda_awal import TABEL
from service.boxed.tanda_awal import TEKS as TEKS_BIASA
from service.domain.akibat import ARTI, end_of
from service.domain.batas import Batas
from service.domain.temuan import BERAT, DISIMPAN_SAJA, Temuan

_PDF = "application/pdf"
# What is told anew, with its place, by another kind; where that is missing, the old stands.
_LAGI = {
    "metadata_penulis": {"properti", "gambar_keterangan"},
    "baris_tersembunyi": {"baris_tersembunyi", "kolom_tersembunyi"},
    "nama_tersembunyi": {"nama_luar"},
    "pdf_teks_tertutup": {"pdf_teks_tertutup", "teks_samar", "pdf_teks_tak_tampak"},
    "rujukan_luar": {"sambungan_data", "ruas_jalur", "tautan_jalur"},
    "gambar_luar": {"gambar_luar", "ruas_jalur"},
    "gambar_lokal": {"gambar_luar"},
    "pivot": {"pivot", "model_data"},
}
_BUNGKUS = "bungkus; terbitkan file di dalamnya satu per satu"


def leaks(file: BinaryIO, nama: str, batas: Batas) -> list[list[Any]]:
    """Every hit: its kind, its place, a piece of it that may be shown, how often."""
    lihat, catat = Lihat(batas), Catat()
    pengenal.look(file, nama, lihat)
    if BERAT[end_of(Temuan(kode, di) for kode, di in lihat.temuan)] >= BERAT[DISIMPAN_SAJA]:
        why = next(kode for kode, _ in lihat.temuan if BERAT[ARTI[kode].akhir] >= 2)
        catat.note("tak_terperiksa", "seluruh file", ARTI[why].label)
    elif lihat.anggota:
        catat.note("tak_terperiksa", "seluruh file", _BUNGKUS)
    else:
        try:
            _deeply(file, lihat, catat)
        except (Berhenti, pdf_buka.TidakTerbuka, pikepdf.PikepdfError, *RUSAK):
            catat.note("tak_terperiksa", "seluruh file", "sebagian isinya tidak terbaca")
    _as_before(lihat, catat)
    return [[one.jenis, one.tempat, one.potongan, one.banyak] for one in catat.told()]


def _deeply(file: BinaryIO, lihat: Lihat, catat: Catat) -> None:
    if lihat.mime == _PDF:
        _pdf(file, catat)
    elif lihat.mime.startswith("image/"):
        file.seek(0)
        foto.notes(file, "gambar", catat)
    elif reader := _reader(lihat.mime):
        paket = Paket(Bagian(opened(file, lihat.batas)))
        reader(paket, paket.utama(), catat)
    elif lihat.mime not in (TEKS_BIASA, TABEL):
        catat.note("kurang_teliti", "seluruh file")
    if lihat.mime != _PDF and reader_of(lihat.mime) != "xlsx":
        word = "lembar" if "sheet" in lihat.mime or "excel" in lihat.mime else "halaman"
        for n, text in enumerate(lihat.teks, 1):
            catat.words(text, f"{word} {n}")
    if lihat.perlu_ocr:
        catat.note("pindaian", ranges(lihat.perlu_ocr, "halaman"), "", len(lihat.perlu_ocr))
    if sum(map(len, lihat.teks)) >= TEKS and reader_of(lihat.mime) != "xlsx":
        catat.note("terperiksa_sebagian", "tulisan yang sangat panjang")


def reader_of(mime: str) -> str:
    """`docx`, `xlsx`, `pptx`; '' for everything else."""
    return next((kind for told, kind in ooxml.JENIS.values() if told == mime), "")


def _reader(mime: str) -> Callable[[Paket, str, Catat], None] | None:
    """Who looks into an Office file part by part."""
    readers = {"docx": naskah.read, "xlsx": buku.read, "pptx": lambda a, _, c: kertas.read(a, c)}
    return readers.get(reader_of(mime))


def _pdf(file: BinaryIO, catat: Catat) -> None:
    isi, whole = pdf_buka.whole(file)
    if not whole:
        catat.note("terperiksa_sebagian", "PDF yang sangat besar")
        return
    versi.read(isi, catat)
    benda.read(isi, catat)
    paper = pdf_buka.opened(isi)
    try:
        halaman.read(paper, catat)
    finally:
        paper.close()


def _as_before(lihat: Lihat, catat: Catat) -> None:
    """What was found when the file came in and keeps it from being published."""
    told = catat.jenis
    if "tak_terperiksa" not in told and (lihat.mime == _PDF or _reader(lihat.mime)):
        told.add("properti")  # all that a file says of itself was read through
    for kode, di in lihat.temuan:
        if ARTI[kode].menahan_terbit and not told & _LAGI.get(kode, {kode}):
            catat.note(kode, di)
    if any(kode == "baca_sebagian" for kode, _ in lihat.temuan) and lihat.mime != _PDF:
        catat.note("terperiksa_sebagian", "halaman-halaman akhir")
