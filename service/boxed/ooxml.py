"""Word, Excel and PowerPoint since 2007: what they are, what they carry, where they point."""

from __future__ import annotations

import re

from service.boxed import docx, pptx, xlsx
from service.boxed.arsip import Arsip
from service.boxed.bagian import Bagian
from service.boxed.lihat import Lihat
from service.boxed.paket import Paket
from service.boxed.rujukan import pointed

_W, _S, _P = (
    f"application/vnd.openxmlformats-officedocument.{one}ml."
    for one in ("wordprocessing", "spreadsheet", "presentation")
)
# The contents of the main part say what a file is, whatever its name says.
JENIS: dict[str, tuple[str, str]] = {
    f"{_W}document.main+xml": (f"{_W}document", "docx"),
    f"{_W}template.main+xml": (f"{_W}template", "docx"),
    "application/vnd.ms-word.document.macroEnabled.main+xml": (
        "application/vnd.ms-word.document.macroEnabled.12",
        "docx",
    ),
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": (
        "application/vnd.ms-word.template.macroEnabled.12",
        "docx",
    ),
    f"{_S}sheet.main+xml": (f"{_S}sheet", "xlsx"),
    f"{_S}template.main+xml": (f"{_S}template", "xlsx"),
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml": (
        "application/vnd.ms-excel.sheet.macroEnabled.12",
        "xlsx",
    ),
    "application/vnd.ms-excel.template.macroEnabled.main+xml": (
        "application/vnd.ms-excel.template.macroEnabled.12",
        "xlsx",
    ),
    "application/vnd.ms-excel.addin.macroEnabled.main+xml": (
        "application/vnd.ms-excel.addin.macroEnabled.12",
        "xlsx",
    ),
    "application/vnd.ms-excel.sheet.binary.macroEnabled.main": (
        "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
        "",
    ),
    f"{_P}presentation.main+xml": (f"{_P}presentation", "pptx"),
    f"{_P}template.main+xml": (f"{_P}template", "pptx"),
    f"{_P}slideshow.main+xml": (f"{_P}slideshow", "pptx"),
    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml": (
        "application/vnd.ms-powerpoint.presentation.macroEnabled.12",
        "pptx",
    ),
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml": (
        "application/vnd.ms-powerpoint.slideshow.macroEnabled.12",
        "pptx",
    ),
}
PEMBACA = {"docx": docx.read, "xlsx": xlsx.read, "pptx": pptx.read}
_PROGRAM = re.compile(rb"\.(?:exe|scr|lnk|js|vbs|bat|cmd|hta|ps1|jar|msi)\0", re.I)


def read(arsip: Arsip, lihat: Lihat) -> None:
    """Everything a clerk, a search and a publisher have to know of the file."""
    bagian = Bagian(arsip)
    paket = Paket(bagian)
    utama = paket.utama()
    mime, pembaca = JENIS.get(paket.kind(utama), ("", ""))
    lihat.mime = mime or _other(paket.kind(utama))
    _carried(paket, lihat)
    _pointing(paket, lihat)
    _said(paket, lihat)
    if pembaca:
        PEMBACA[pembaca](paket, utama, lihat)
    else:
        lihat.temukan("format_asing", lihat.mime)


def _other(kind: str) -> str:
    return kind.removesuffix("+xml").removesuffix(".main") or "application/zip"


def _carried(paket: Paket, lihat: Lihat) -> None:
    """Macros, controls, things embedded, signatures."""
    for nama in paket.bagian.nama:
        kode = _kode(nama.lower(), paket.kind(nama).lower())
        if kode == "objek_tertanam" and _is_program(paket, nama):
            kode = "program_tertanam"
        if kode:
            lihat.temukan(kode, nama)


def _kode(nama: str, kind: str) -> str:
    if nama.endswith("vbaproject.bin") or kind == "application/vnd.ms-office.vbaproject":
        return "makro"
    if "/macrosheets/" in nama or "macrosheet" in kind:
        return "makro_xlm"
    if "/activex/" in nama and nama.endswith((".bin", ".xml")):
        return "activex"
    if nama.startswith("customui/"):
        return "pita_khusus"
    if "/embeddings/" in nama and not nama.endswith(".rels"):
        return "objek_tertanam"
    if nama.startswith("_xmlsignatures/") and nama.endswith(".xml"):
        return "bertanda_tangan"
    if nama.startswith(("word/afchunk", "word/chunk")):
        return "objek_tertanam"
    return ""


def _is_program(paket: Paket, nama: str) -> bool:
    return nama.endswith(".bin") and _PROGRAM.search(paket.bagian.bita(nama)) is not None


def _pointing(paket: Paket, lihat: Lihat) -> None:
    """Where a file would reach out when it is opened."""
    for rels in paket.bagian.nama:
        if rels.endswith(".rels"):
            for kait in paket.kaitan_in(rels):
                if not kait.luar and kait.jenis.casefold() == "afchunk":
                    lihat.temukan("objek_tertanam", kait.sasaran)
                if kait.luar and (kode := pointed(kait.jenis, kait.sasaran)):
                    lihat.temukan(kode, kait.sasaran)


def _said(paket: Paket, lihat: Lihat) -> None:
    """Author, dates, program: what the file says of itself."""
    for jenis, names in (
        (
            "core-properties",
            {
                "creator": "penulis",
                "lastModifiedBy": "pengubah",
                "created": "dibuat",
                "modified": "diubah",
                "title": "judul",
            },
        ),
        (
            "extended-properties",
            {"Application": "program", "Company": "lembaga"},
        ),
    ):
        part = paket.part("", jenis)
        for one in paket.bagian.xml(part) if part else ():
            local = str(one.tag).rpartition("}")[2]
            if local in names and one.text:
                lihat.sebut(names[local], one.text)
    if lihat.metadata.keys() & {"penulis", "pengubah"}:
        lihat.temukan("metadata_penulis")
