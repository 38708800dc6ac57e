"""An Excel file as the gate sees it: what stands beside its sheets, and each sheet in turn."""

from __future__ import annotations

import re
from typing import Any

from service.boxed import xlsx
from service.boxed.gerbang import kertas
from service.boxed.gerbang.catat import Catat
from service.boxed.gerbang.gaya import hiding
from service.boxed.gerbang.lembar import Lembar
from service.boxed.paket import Paket

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_R_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_SENDIRI = ("_xlnm.", "_xlchart", "_xlfn", "_xlpm")  # names that Excel itself hides
_KELUAR = re.compile(r"\[\d+\]|\[[^\]]+\.xl|\\\\|file:|[A-Za-z]:\\", re.I)
_SEBUTAN = {"hidden": "tersembunyi", "veryHidden": "sangat tersembunyi"}


def read(paket: Paket, utama: str, catat: Catat) -> None:
    """Every hit of the workbook."""
    book = paket.bagian.xml(utama)
    s = xlsx.STRICT if str(book.tag).startswith(xlsx.STRICT) else xlsx.S
    kertas.read(paket, catat)
    _names(book, s, catat)
    for nama in paket.bagian.nama:
        _beside(paket, nama, catat)
    shared = xlsx.shared(paket, utama, s)
    unseen = hiding(paket, utama, s)
    parts = {one.id: one.sasaran for one in paket.kaitan(utama) if not one.luar}
    for sheet in book.iter(f"{s}sheet"):
        nama = sheet.get("name", "")
        state = sheet.get("state", "visible")
        if state != "visible":
            catat.note("lembar_tersembunyi", f'lembar "{nama}"', _SEBUTAN.get(state, state))
        part = parts.get(sheet.get(_R) or sheet.get(_R_STRICT, ""), "")
        if paket.bagian.has(part) and part.lower().endswith(".xml"):
            Lembar(paket, part, s, nama, catat).read(shared, unseen)
            _remarks(paket, part, nama, catat)


def _names(book: Any, s: str, catat: Catat) -> None:
    for one in book.iter(f"{s}definedName"):
        nama, told = one.get("name", ""), one.text or ""
        hidden = one.get("hidden") in ("1", "true") and not nama.startswith(_SENDIRI)
        if hidden or _KELUAR.search(told):
            catat.note("nama_luar", f'nama sel "{nama}"', told)


def _remarks(paket: Paket, part: str, nama: str, catat: Catat) -> None:
    """Comments of a sheet, old and new, with the cell each hangs on."""
    for kait in paket.kaitan(part):
        if kait.luar or not paket.bagian.has(kait.sasaran):
            continue
        if kait.jenis in ("comments", "threadedComment"):
            for one in paket.bagian.xml(kait.sasaran).iter("{*}comment", "{*}threadedComment"):
                said = " ".join("".join(one.itertext()).split())
                catat.note("komentar", f'lembar "{nama}", sel {one.get("ref", "")}', said)


def _beside(paket: Paket, nama: str, catat: Catat) -> None:
    low = nama.lower()
    if not low.endswith((".xml", ".data", ".bin")) or not low.startswith("xl/"):
        return
    if low.startswith("xl/model/"):
        catat.note("model_data", "model data")
    elif re.fullmatch(r"xl/pivotcache/pivotcachedefinition\d*\.xml", low):
        _pivot(paket.bagian.xml(nama), catat)
    elif low.startswith("xl/pivotcache/"):
        if not any("definition" in one.lower() for one in paket.bagian.nama if "ivot" in one):
            catat.note("pivot", "sumber pivot")
    elif re.fullmatch(r"xl/externallinks/[^/]+\.xml", low):
        _other(paket, nama, catat)
    elif low.startswith("xl/connections"):
        for one in paket.bagian.xml(nama).iter("{*}connection"):
            # Its line of connection may hold a password, and is not told of.
            catat.note("sambungan_data", f'sambungan "{one.get("name", "")}"')
    elif low.startswith("xl/querytables/"):
        catat.note("sambungan_data", "tabel kueri")
    elif low.startswith("xl/revisions/"):
        catat.note("perubahan_terlacak", "riwayat perubahan buku kerja")


def _pivot(root: Any, catat: Catat) -> None:
    source = next(root.iter("{*}worksheetSource"), None)
    where = ""
    if source is not None:
        where = f'lembar "{source.get("sheet", "")}" {source.get("ref") or source.get("name", "")}'
    fields = [one.get("name", "") for one in root.iter("{*}cacheField")]
    many = root.get("recordCount", "")
    catat.note(
        "pivot", f"sumber pivot {where}".strip(), f"{many} baris: {', '.join(fields)}".strip()
    )


def _other(paket: Paket, nama: str, catat: Catat) -> None:
    """Another workbook that this one leans on: where it lies, and how much of it is kept here."""
    targets = [kait.sasaran for kait in paket.kaitan(nama) if kait.luar]
    root = paket.bagian.xml(nama)
    kept = sum(1 for one in root.iter("{*}cell") if one.find("{*}v") is not None)
    apa = f'isi dari "{targets[0]}"' if targets else "isi dari file lain"
    catat.note("buku_lain", apa, f"{kept} sel tersimpan")
