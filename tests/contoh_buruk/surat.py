"""Letters by mail and tables of text as they arrive in real life."""

from __future__ import annotations

from email.message import EmailMessage
from functools import cache

from service.domain.temuan import (
    DENGAN_CATATAN,
    DISIMPAN_SAJA,
    DITERIMA,
    TIDAK_DAPAT_DIPROSES,
)
from tests.contoh_buruk._contoh import Contoh
from tests.contoh_buruk._kertas import KATA, docx
from tests.contoh_buruk._ole import compound


@cache
def contoh() -> list[Contoh]:
    """Rows 76 and 78."""
    mp3 = b"ID3\x03\0\0\0\0\0\x0a" + b"\0" * 10 + (b"\xff\xfb\x90\x64" + b"\x55" * 413) * 9
    return [
        Contoh("rapat.mp3", mp3, DISIMPAN_SAJA, "rekaman", 34),
        *_tables(),
        *_letters(),
        *_outlook(),
    ]


def _tables() -> list[Contoh]:
    bad = [
        ("rumus.csv", b'nama,nilai\nContoh,"=HYPERLINK(""http://contoh.example"")"\n', "rumus_csv"),
        ("rumus-plus.csv", b"nama;nilai\nContoh;+A1*2\n", "rumus_csv"),
        ("rumus-at.csv", b"nama;nilai\n@SUM(A1);1\n", "rumus_csv"),
        ("dde.csv", b"nama,nilai\n=cmd|'/c calc'!A0,1\n", "dde"),
    ]
    good = [
        ("biasa.csv", "No,Nama,Selisih\n1,Contoh,-12.5\n2,Contoh,+3\n".encode("utf-16")),
        ("telepon.csv", b"nama;telepon;ket\nContoh;+62 812-3456;- belum ada\n"),
        ("lama.txt", "Dinas Contoh – “salinan”".encode("cp1252")),
        ("biasa.txt", KATA.encode()),
    ]
    return [
        *(Contoh(nama, held, DENGAN_CATATAN, kode, 76) for nama, held, kode in bad),
        *(Contoh(nama, held, DITERIMA, "", 76) for nama, held in good),
    ]


def surat(words: str = KATA) -> EmailMessage:
    """A letter by mail."""
    made = EmailMessage()
    made["From"] = "Contoh Pemohon <pemohon@example.org>"
    made["To"], made["Subject"] = "ppid@example.org", "Permohonan contoh"
    made["Date"] = "Sat, 21 Nov 2026 08:00:00 +0700"
    made.set_content(words)
    return made


def _letters() -> list[Contoh]:
    twins = surat()
    for words in ("satu", "dua"):
        twins.add_attachment(docx(f"<w:p>{words}</w:p>"), "application", "x", filename="surat.docx")
    tnef = surat()
    held = bytes.fromhex("789f3e22") + b"\0" * 60
    tnef.add_attachment(held, "application", "ms-tnef", filename="winmail.dat")
    signed = (
        surat()
        .as_bytes()
        .replace(b"Content-Type: text/plain", b'Content-Type: multipart/signed; boundary="x"')
    )
    broken = (
        b"From: contoh@example.org\nTo: ppid@example.org\nMIME-Version: 1.0\nContent-Type: "
        b"multipart/mixed; boundary=tiada\n\n--tiada\nContent-Type: text/plain\n\nSurat terpotong"
    )
    deep = b"From: contoh@example.org\nSubject: lapis\nMIME-Version: 1.0\n"
    for n in range(60):
        deep += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
    odd = (
        surat().as_bytes().replace(b"Permohonan contoh", b"=?zlib_codec?B?eJwDAAAAAAE=?= \xff\xfe")
    )
    return [
        Contoh("biasa.eml", surat().as_bytes(), DITERIMA, "", 78),
        Contoh("kembar.eml", twins.as_bytes(), DITERIMA, "", 78),
        Contoh("tnef.eml", tnef.as_bytes(), DENGAN_CATATAN, "winmail", 78),
        Contoh("terpotong.eml", broken, DENGAN_CATATAN, "surel_rusak", 78),
        Contoh("kosong.eml", surat("").as_bytes(), DENGAN_CATATAN, "surel_kosong", 78),
        Contoh("ttd.eml", signed, DENGAN_CATATAN, "bertanda_tangan", 78),
        Contoh("lapis.eml", deep, TIDAK_DAPAT_DIPROSES, "arsip_bersarang", 78),
        Contoh("kepala-ganjil.eml", odd, DITERIMA, "", 78),
        Contoh("winmail.dat", held, DISIMPAN_SAJA, "arsip_lain", 78),
    ]


def _outlook() -> list[Contoh]:
    def wide(words: str) -> bytes:
        return words.encode("utf-16-le")

    letter = {
        "__properties_version1.0": b"\0" * 40,
        "__substg1.0_0037001F": wide("Permohonan contoh"),
        "__substg1.0_0C1A001F": wide("Contoh Pemohon"),
    }
    hung = {
        **letter,
        "__substg1.0_1000001F": wide(KATA),
        "__attach_version1.0_#00000000/__substg1.0_3707001F": wide("surat.docx"),
        "__attach_version1.0_#00000000/__substg1.0_37010102": docx(),
    }
    return [
        Contoh("surat.msg", compound(hung), DITERIMA, "", 78),
        Contoh("kosong.msg", compound(letter), DENGAN_CATATAN, "surel_kosong", 78),
    ]
