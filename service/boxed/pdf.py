"""A PDF: cheap looks first, and deeper ones only where the cheap ones ask for them."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any, BinaryIO

from service.boxed import pdf_beda, pdf_buka, pdf_dalam, pdf_halaman, pdf_isi, pdf_lampiran, pdf_ttd
from service.boxed.lihat import Lihat
from service.boxed.pdf_susunan import Susunan, susunan
from service.boxed.qr import told as note_code

WAKTU = 5.0  # seconds of processor for all pages, of the ten that a file has
WAKTU_KODE = 2.5  # of these for codes
TERKECIL = 60  # bytes; below, there can be no page
BANDING = 20  # pages of a signed file that are compared with what was signed
_META = (("judul", "Title"), ("penulis", "Author"), ("program", "Creator"), ("pembuat", "Producer"))
_WAKTU = (("dibuat", "CreationDate"), ("diubah", "ModDate"))
_TANGGAL = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?")
_SEBAB = {"": "rusak", pdf_buka.TERKUNCI: "terkunci_sandi", pdf_buka.HAK: "pdf_hak_terbatas"}


def read(file: BinaryIO, nama: str, lihat: Lihat) -> None:  # noqa: ARG001 (all readers are asked alike)
    """Note what a PDF says, would do and hides."""
    isi, whole = pdf_buka.whole(file)
    if len(isi) < TERKECIL or b" obj" not in isi:
        lihat.temukan("pdf_tanpa_isi")
        return
    found = susunan(isi)
    if found.membengkak:
        lihat.temukan("pdf_membengkak")
        return
    if pdf_isi.sends_when_unlocked(found.kerangka):
        lihat.temukan("pdf_terkunci_mengirim")
        return
    if (paper := _open(file, isi, whole, found, lihat)) is None:
        return
    lihat.halaman = len(paper)
    if lihat.halaman > lihat.batas.halaman:
        lihat.temukan("terlalu_banyak_halaman", f"{lihat.halaman} halaman")
        return
    _metadata(paper, lihat)
    _active(paper, isi, whole, found, lihat)
    _history(paper, isi, whole, found, lihat)
    _pages(paper, lihat)
    paper.close()


def _open(file: BinaryIO, isi: bytes, whole: bool, found: Susunan, lihat: Lihat) -> Any | None:
    try:
        return pdf_buka.opened(isi if whole else file)
    except pdf_buka.TidakTerbuka as closed:
        why = closed.sebab
    if whole and not why:
        try:
            paper = pdf_buka.anew(isi)
        except pdf_buka.TidakTerbuka as closed:
            why = closed.sebab
        else:
            lihat.temukan("pdf_diperbaiki")
            return paper
    asks = why and pdf_isi.needs_account(found.kerangka)
    lihat.temukan("pdf_hak_terbatas" if asks else _SEBAB[why])
    return None


def _metadata(paper: Any, lihat: Lihat) -> None:
    for nama, key in _META:
        lihat.sebut(nama, paper.get_metadata_value(key))
    for nama, key in _WAKTU:
        if day := _TANGGAL.match(paper.get_metadata_value(key)):
            lihat.sebut(nama, "-".join(filter(None, day.groups())))
    if "penulis" in lihat.metadata:
        lihat.temukan("metadata_penulis")


def _active(paper: Any, isi: bytes, whole: bool, found: Susunan, lihat: Lihat) -> None:
    said = set(pdf_isi.active(found.kerangka))
    unseen = pdf_isi.CURIGA.search(isi) and not said
    if whole and (found.tertutup or unseen or b"/Encrypt" in found.kerangka):
        said |= pdf_dalam.active(isi)
    if pdf_isi.needs_account(found.kerangka):
        lihat.temukan("pdf_hak_terbatas")
    if "pdf_lampiran" in said or paper.count_attachments():
        said.discard("pdf_lampiran")
        pdf_lampiran.attachments(paper, lihat)
    for kode in sorted(said):
        lihat.temukan(kode)


def _history(paper: Any, isi: bytes, whole: bool, found: Susunan, lihat: Lihat) -> None:
    """Earlier states of the file, signatures, and whether another reader sees the same."""
    if not whole:
        return
    ends = list(revisions(isi))
    for kode, di in pdf_ttd.signatures(isi, found.kerangka, lambda end: stage(isi[:end])):
        lihat.temukan(kode, di)
    if len(ends) > 1 and b"/ByteRange" not in found.kerangka:
        lihat.temukan("pdf_versi_lama", f"{len(ends)} versi")
    if not ends:
        lihat.temukan("pdf_diperbaiki")
    if pdf_beda.odd(isi, found.kerangka, len(ends), lihat.halaman) and pdf_beda.differ(isi, paper):
        lihat.temukan("dua_bacaan")


def revisions(isi: bytes) -> Iterator[int]:
    """Where each state of the file ends.

    The first part of a linearized file is none, nor is the second table that Word writes
    behind each of its files: a state brings objects.
    """
    at = before = 0
    while (at := isi.find(b"startxref", at)) >= 0:
        said = isi[at + 9 : at + 60].split(b"%%EOF")
        if len(said) > 1 and said[0].strip() != b"0" and isi.find(b" obj", before, at) >= 0:
            yield at
            before = at
        at += 9


def stage(isi: bytes) -> tuple[int, str] | None:
    """The pages and words of an earlier state."""
    try:
        paper = pdf_buka.opened(isi)
    except pdf_buka.TidakTerbuka:
        return None
    said = []
    for n in range(min(BANDING, len(paper))):
        with pdf_buka.page(paper, n) as one:
            said.append(pdf_buka.words(one) if one else "")
    told = len(paper), "\f".join(said)
    paper.close()
    return told


def _pages(paper: Any, lihat: Lihat) -> None:
    began, lost = time.process_time(), 0
    for n in range(lihat.halaman):
        spent = time.process_time() - began
        with pdf_buka.page(paper, n) as one:
            if one is None:
                lost += 1
                lihat.tulis("")
                if spent < WAKTU_KODE:
                    lihat.tanda.append("")
                continue
            told = pdf_halaman.read(one, look_for_codes=spent < WAKTU_KODE)
        if spent < WAKTU_KODE:  # a page that was not looked at has no line among the codes
            note_code(lihat, n + 1, told.kode, dim=told.kabur)
        more = _note(told, n + 1, lihat)
        if n + 1 < lihat.halaman and (not more or spent > WAKTU):
            lihat.temukan("baca_sebagian", f"sampai halaman {n + 1}")
            break
    if lost == lihat.halaman:
        lihat.temukan("rusak")
    elif lost:
        lihat.temukan("pdf_diperbaiki", f"{lost} halaman tidak terbaca")


def _note(told: pdf_halaman.Lembar, halaman: int, lihat: Lihat) -> bool:
    if told.pindaian:
        lihat.perlu_ocr.append(halaman)
    if told.tertutup:
        lihat.temukan("pdf_teks_tertutup", f"halaman {halaman}")
    if told.raksasa:
        lihat.temukan("halaman_raksasa", f"halaman {halaman}")
    return lihat.tulis("" if told.kacau else told.teks)
