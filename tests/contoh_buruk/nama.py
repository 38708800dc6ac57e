"""Ordinary letters under names that trip programs."""

from __future__ import annotations

import unicodedata
from functools import cache

from service.domain.temuan import DENGAN_CATATAN, DITERIMA, TIDAK_DAPAT_DIPROSES
from tests.contoh_buruk._contoh import Contoh
from tests.contoh_buruk._kertas import KATA, docx

PE = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0" + b"\0" * 44 + b"\x80\0\0\0"
PE += b"\0" * 64 + b"PE\0\0\x4c\x01\x01\0" + b"\0" * 300
ELF = b"\x7fELF\x02\x01\x01" + b"\0" * 9 + b"\x02\0\x3e\0\x01\0\0\0" + b"\0" * 200
MACHO = b"\xcf\xfa\xed\xfe\x07\0\0\x01\x03\0\0\0\x02\0\0\0" + b"\0" * 200
LNK = b"\x4c\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0\x46" + b"\0" * 80


@cache
def contoh() -> list[Contoh]:
    """Rows 1 to 16: names, and bytes that belie them."""
    return [*_odd(), *_belied(), *_programs()]


def _odd() -> list[Contoh]:
    surat = docx()
    odd = [
        (1, "..\\..\\evil.docx"),
        (1, "../../etc/passwd.docx"),
        (2, "surat\u202excod.docx"),
        (3, "surat\nbaris dua.docx"),
        (4, "-rf.docx"),
        (5, '=HYPERLINK("http://contoh.example";"klik").docx'),
        (6, "<img src=x onerror=alert(1)>.docx"),
        (7, b"surat-\xff\xfe.docx".decode("utf-8", "surrogateescape")),
        (9, unicodedata.normalize("NFC", "laporan-é.docx")),
        (9, unicodedata.normalize("NFD", "laporan-é.docx")),
        (10, "a" * 239 + ".docx"),
        (11, "文档.docx"),
        (11, "письмо.docx"),
        (12, "surat\u200b.docx"),
        (12, "CON.docx"),
        (13, "surat tanpa akhiran"),
        (13, "Surat No. 12"),
    ]
    return [Contoh(nama, surat, DITERIMA, "", baris) for baris, nama in odd]


def _belied() -> list[Contoh]:
    return [
        Contoh("surat.pdf", docx(), DENGAN_CATATAN, "nama_lain", 14),
        Contoh("surat.xlsx", docx(), DENGAN_CATATAN, "nama_lain", 14),
        Contoh("surat.docx", KATA.encode(), DENGAN_CATATAN, "nama_lain", 14),
        Contoh("surat.docx.exe", docx(), DENGAN_CATATAN, "nama_program", 15),
        Contoh("surat.pdf.scr ", docx(), DENGAN_CATATAN, "nama_program", 15),
    ]


def _programs() -> list[Contoh]:
    script = b"@echo off\r\ndel /q C:\\*.*\r\n"
    programs = [
        ("surat.pdf", PE),
        ("surat.docx", ELF),
        ("foto.jpg", MACHO),
        ("undangan.doc", LNK),
        ("surat.txt", b"#!/bin/sh\nrm -rf /\n"),
        ("jalankan.bat", script),
        ("surat.txt", script),
        ("surat.js", b"var a = new ActiveXObject('WScript.Shell');\n"),
        ("surat.php", b"<?php system($_GET['c']); ?>\n"),
        ("laporan.url", b"[InternetShortcut]\r\nURL=file://contoh.example/a\r\n"),
    ]
    return [Contoh(nama, held, TIDAK_DAPAT_DIPROSES, "program", 16) for nama, held in programs]
