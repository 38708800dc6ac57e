"""Archives that lie, swell, nest and lead out; files that are two things at once."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from functools import cache

from PIL import Image

from service.domain.temuan import (
    DENGAN_CATATAN,
    DISIMPAN_SAJA,
    DITERIMA,
    TIDAK_DAPAT_DIPROSES,
)
from tests.contoh_buruk._contoh import Contoh
from tests.contoh_buruk._kertas import KATA, docx, docx_parts, zipped
from tests.contoh_buruk.nama import PE

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n"
    b"0000000105 00000 n \ntrailer<</Root 1 0 R/Size 4>>\nstartxref\n169\n%%EOF\n"
)
GIF = bytes.fromhex("47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002")
GIF += bytes.fromhex("024401003b")


@cache
def contoh() -> list[Contoh]:
    """Rows 17 to 34."""
    return [*_empty(), *_web(), *_half(), *_out(), *_swelling(), *_double(), *_two(), *_good()]


def _empty() -> list[Contoh]:
    return [
        Contoh("kosong.docx", b"", TIDAK_DAPAT_DIPROSES, "kosong", 18),
        Contoh("nol.pdf", b"\0" * 5_000_000, TIDAK_DAPAT_DIPROSES, "nol_semua", 19),
        Contoh("awal-nol.doc", b"\0" * 1_200_000 + b"isi", DISIMPAN_SAJA, "tak_dikenal", 19),
        Contoh("kosong.zip", zipped({}), TIDAK_DAPAT_DIPROSES, "arsip_kosong", 18),
    ]


def _web() -> list[Contoh]:
    page = b"<html><head><title>Surat</title></head><body><img src='http://contoh.example/a.png'>"
    svg = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    mht = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: "
    pages = [
        ("surat.doc", page),
        ("gambar.png", svg),
        ("surat.xls", b"\xef\xbb\xbf  <table><tr><td>Contoh</td></tr></table>"),
        ("surat.doc", "﻿<!DOCTYPE html><html>".encode("utf-16-le")),
        ("surat.pdf", b"<!-- surat -->\n<script>alert(1)</script>"),
        ("surat.doc", mht + b"text/html\n\n<html></html>\n--x--\n"),
    ]
    return [Contoh(nama, held, TIDAK_DAPAT_DIPROSES, "halaman_web", 17) for nama, held in pages]


def _half() -> list[Contoh]:
    whole = docx()
    cut = zipped({"surat.txt": KATA}).replace(b"surat.txt", b"surat\0exe")
    at = whole.index(b"word/document.xml") + 60
    flipped = whole[:at] + bytes(255 - one for one in whole[at : at + 8]) + whole[at + 8 :]
    return [
        Contoh("separuh.docx", whole[: len(whole) // 2], DISIMPAN_SAJA, "rusak", 21),
        Contoh("nama-putus.zip", cut, DISIMPAN_SAJA, "rusak", 21),
        Contoh("ekor-putus.docx", whole[:-10], DISIMPAN_SAJA, "rusak", 21),
        Contoh("bit-terbalik.docx", flipped, DISIMPAN_SAJA, "rusak", 21),
        Contoh("kepala.docx", whole[:4], DISIMPAN_SAJA, "rusak", 21),
    ]


def _out() -> list[Contoh]:
    names = [
        "../../etc/cron.d/a",
        "/etc/passwd",
        "C:\\Windows\\a.dll",
        "..\\..\\a.exe",
        "a/../../b",
    ]
    found = [
        Contoh(f"arsip{n}.zip", zipped({one: "isi"}), TIDAK_DAPAT_DIPROSES, "nama_keluar", 26)
        for n, one in enumerate(names)
    ]
    slip = zipped({**docx_parts(), "../../evil.txt": "isi"})
    found.append(Contoh("surat.docx", slip, TIDAK_DAPAT_DIPROSES, "nama_keluar", 26))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        link = zipfile.ZipInfo("tautan")
        link.external_attr = 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
    found.append(Contoh("tautan.zip", out.getvalue(), TIDAK_DAPAT_DIPROSES, "anggota_tautan", 26))
    return found


def _swelling() -> list[Contoh]:
    nil = "<w:p/>" * 7_000_000
    bomb = zipped({**docx_parts(), "word/lain.xml": nil})
    inner = zipped({"c.zip": zipped({"d.zip": zipped({"e.txt": KATA})})})
    small = zipped({"nol": b"\0" * 60_000_000})
    return [
        Contoh("bom.docx", bomb, TIDAK_DAPAT_DIPROSES, "mengembang", 27),
        Contoh("bom.zip", small, TIDAK_DAPAT_DIPROSES, "mengembang", 27),
        Contoh("bom-dalam.zip", zipped({"b.zip": small}), TIDAK_DAPAT_DIPROSES, "mengembang", 31),
        Contoh("bohong.docx", _lying(), TIDAK_DAPAT_DIPROSES, "ukuran_bohong", 28),
        Contoh("lain-nama.zip", _renamed(), TIDAK_DAPAT_DIPROSES, "ukuran_bohong", 28),
        Contoh("banyak.zip", _many(), TIDAK_DAPAT_DIPROSES, "anggota_terlalu_banyak", 30),
        Contoh("sarang.zip", inner, TIDAK_DAPAT_DIPROSES, "arsip_bersarang", 31),
        Contoh("tumpang.zip", _overlapping(), TIDAK_DAPAT_DIPROSES, "mengembang", 31),
    ]


def _lying() -> bytes:
    """A part that is a thousand times what the directory says."""
    held = bytearray(zipped({**docx_parts(), "word/isi.xml": "<a>" + "x" * 900_000 + "</a>"}))
    at = held.index(b"word/isi.xml", held.index(b"PK\x01\x02"))
    struct.pack_into("<I", held, at - 46 + 24, 900)
    return bytes(held)


def _renamed() -> bytes:
    """A member with one name in the directory, and another on itself."""
    held = zipped({"surat.txt": KATA})
    return held.replace(b"surat.txt", b"evil!.exe", 1)


def _many() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for n in range(20_000):
            packed.writestr(f"{n}", b"")
    return out.getvalue()


def _overlapping() -> bytes:
    """Two names in the directory for the very same bytes."""
    held = bytearray(zipped({"aa.txt": b"isi pertama" * 20, "bb.txt": b"isi kedua" * 20}))
    second = held.index(b"PK\x01\x02", held.index(b"PK\x01\x02") + 4)
    struct.pack_into("<I", held, second + 42, 0)
    held[second + 46 : second + 52] = b"aa.tx2"
    return bytes(held)


def _double() -> list[Contoh]:
    twice = _twice(docx_parts(), "word/document.xml")
    cased = zipped({**docx_parts(), "WORD/Document.xml": "<lain/>"})
    plain = _twice({"surat.txt": KATA}, "surat.txt")
    return [
        Contoh("kembar.docx", twice, TIDAK_DAPAT_DIPROSES, "anggota_kembar", 29),
        Contoh("kembar-huruf.docx", cased, TIDAK_DAPAT_DIPROSES, "anggota_kembar", 29),
        Contoh("kembar.zip", plain, TIDAK_DAPAT_DIPROSES, "anggota_kembar", 29),
    ]


def _twice(parts: dict[str, str | bytes], nama: str) -> bytes:
    """The last member under the name of an earlier one, in both directories."""
    other = "q" * len(nama)
    held = zipped({**parts, other: "<lain/>"})
    return held.replace(other.encode(), nama.encode())


def _two() -> list[Contoh]:
    jpg = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(jpg, "JPEG")
    mp3 = b"ID3\x03\0\0\0\0\0\x0a" + b"\0" * 10 + b"\xff\xfb\x90\x64" + b"\x55" * 2_000
    rom = PDF[:9] + b"%" + b" " * 246 + b"SEGA MEGA DRIVE (C)SEGA 1991.APR" + b" " * 200
    commented = io.BytesIO()
    with zipfile.ZipFile(commented, "w") as packed:
        packed.writestr("a.txt", KATA)
        packed.comment = PDF
    surat = docx()
    two = [
        ("ekor.docx", surat + b"A" * 40, 32),
        ("kepala.pdf", PDF + surat, 32),
        ("surat.docx", surat + PDF, 32),
        ("surat.docx", surat + PDF + b"%" * 70_000, 32),
        ("gambar.gif", GIF + PDF, 32),
        ("awal.pdf", GIF + b"\n" + PDF, 32),
        ("dua.zip", zipped({"a.txt": KATA}) + zipped({"b.txt": KATA}), 32),
        ("keterangan.zip", commented.getvalue(), 32),
        ("sela.zip", _gap(), 32),
        ("campur.pdf", PDF + zipped({"a.exe": PE}), 33),
        ("rom.pdf", rom + PDF[9:], 33),
    ]
    return [
        *(Contoh(nama, held, TIDAK_DAPAT_DIPROSES, "dua_wujud", row) for nama, held, row in two),
        Contoh("campur.exe.pdf", PE + PDF, TIDAK_DAPAT_DIPROSES, "program", 33),
        Contoh("foto.jpg", jpg.getvalue() + mp3, TIDAK_DAPAT_DIPROSES, "dua_wujud", 34),
    ]


def _gap() -> bytes:
    """Bytes between the last member and the directory, of which no one speaks."""
    held = zipped({"a.txt": KATA})
    start = held.index(b"PK\x01\x02")
    hidden = random.Random(1).randbytes(5_000)
    made = bytearray(held[:start] + hidden + held[start:])
    struct.pack_into("<I", made, len(made) - 6, start + len(hidden))
    return bytes(made)


def _good() -> list[Contoh]:
    """What must not be mistaken for any of these."""
    mac = {"surat.txt": KATA, "__MACOSX/._surat.txt": b"\0\x05\x16\x07"}
    packed = zipped({"a.txt": KATA}, zipfile.ZIP_BZIP2)
    stored = zipped({"surat.pdf": PDF}, zipfile.ZIP_STORED)
    return [
        Contoh("biasa.docx", docx(), DITERIMA, "", 13),
        Contoh("biasa.zip", zipped({"a.txt": KATA, "b/surat.docx": docx()}), DITERIMA, "", 31),
        Contoh("pdf-di-zip.zip", stored, DITERIMA, "", 32),
        Contoh("mac.zip", zipped(mac), DITERIMA, "", 31),
        Contoh("zip-di-zip.zip", zipped({"b.zip": zipped({"c.txt": KATA})}), DITERIMA, "", 31),
        Contoh("nol-ekor.docx", docx() + b"\0" * 512, DITERIMA, "", 32),
        Contoh("rusak-satu.zip", _one_broken(), DENGAN_CATATAN, "anggota_rusak", 21),
        Contoh("bzip2.zip", packed, DISIMPAN_SAJA, "pemampatan_asing", 42),
        Contoh("terkunci.zip", _locked(), DISIMPAN_SAJA, "terkunci_sandi", 42),
        Contoh("arsip.rar", b"Rar!\x1a\x07\x01\0" + b"\x33" * 300, DISIMPAN_SAJA, "arsip_lain", 77),
        Contoh(
            "arsip.7z", b"7z\xbc\xaf\x27\x1c\0\x04" + b"\x33" * 90, DISIMPAN_SAJA, "arsip_lain", 77
        ),
    ]


def _one_broken() -> bytes:
    held = zipped({"a.txt": KATA, "b.bin": bytes(range(256)) * 4}, zipfile.ZIP_STORED)
    at = held.index(bytes(range(256)))
    return held[:at] + b"\xee" + held[at + 1 :]


def _locked() -> bytes:
    held = bytearray(zipped({"surat.txt": KATA}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        held[held.index(mark) + at] |= 1
    return bytes(held)
