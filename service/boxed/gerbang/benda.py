"""What a PDF holds beside what is drawn on its pages, object by object."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from service.boxed import xml_aman
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.gerbang import foto
from service.boxed.gerbang.catat import Catat
from service.boxed.gerbang.kertas import DI_DALAM, JALUR

TERBANYAK = 60_000  # objects
GAMBAR = 200  # pictures that are looked into
KEPALA = 400_000  # bytes of a picture in which its notes stand
_SEBUTAN = {"/Author": "pembuat", "/Subject": "perihal", "/Keywords": "kata kunci"}
_BAKU = {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Trapped"}
_BAKU |= {"/PTEX.Fullbanner"}  # the program of TeX, at length
_XMP = {
    "creator": "pembuat",
    "Author": "pembuat",
    "Manager": "atasan",
    "Company": "lembaga",
    "AuthorsPosition": "jabatan pembuat",
    "LastModifiedBy": "pengubah terakhir",
    "filePath": "letak file",
    "History": "riwayat penyuntingan",
    "Ingredients": "file penyusun",
    "Keywords": "kata kunci",
}
_DIAM = ("/Link", "/Widget", "/Popup")


def read(isi: bytes, catat: Catat) -> None:
    """Every hit beside the pages; RUSAK or PdfError where it does not open this way."""
    with pikepdf.open(io.BytesIO(isi), suppress_warnings=True) as paper:
        _said(paper, catat)
        _attached(paper, catat)
        _layers(paper, catat)
        for n, page in enumerate(paper.pages, 1):
            _on_page(page.obj, f"halaman {n}", catat)
        _objects(paper, catat)


def _said(paper: pikepdf.Pdf, catat: Catat) -> None:
    for key, value in paper.docinfo.items():
        told = _text(value)
        if not told:
            continue
        if key in _SEBUTAN or key not in _BAKU or DI_DALAM.search(told):
            catat.note("properti", f"keterangan file: {_SEBUTAN.get(key, key[1:])}", told)
    xmp = paper.Root.get("/Metadata")
    if isinstance(xmp, pikepdf.Stream):
        try:
            root = xml_aman.parsed(xmp.read_bytes())
        except (Berhenti, pikepdf.PikepdfError, *RUSAK):
            catat.note("properti", "keterangan XMP", "tidak terbaca")
            return
        _xmp(root, catat)


def _xmp(root: Any, catat: Catat) -> None:
    for one in root.iter("{*}*"):
        space, _, local = str(one.tag)[1:].rpartition("}")
        told = " ".join("".join(one.itertext()).split())
        if (local in _XMP or "pdfx" in space) and told:
            catat.note("properti", f"keterangan XMP: {_XMP.get(local, local)}", told)
        for name, value in one.attrib.items():
            local = name.rpartition("}")[2]
            if value and (local in _XMP or DI_DALAM.search(value)):
                catat.note("properti", f"keterangan XMP: {_XMP.get(local, local)}", value)


def _attached(paper: pikepdf.Pdf, catat: Catat) -> None:
    for name in paper.attachments:
        catat.note("pdf_lampiran", f'lampiran "{name}"')


def _layers(paper: pikepdf.Pdf, catat: Catat) -> None:
    told = paper.Root.get("/OCProperties")
    if not isinstance(told, pikepdf.Dictionary):
        return
    plan = told.get("/D", pikepdf.Dictionary())
    every = {one.objgen: one for one in told.get("/OCGs", [])}
    off = {one.objgen for one in plan.get("/OFF", [])}
    if plan.get("/BaseState") == "/OFF":
        off |= set(every) - {one.objgen for one in plan.get("/ON", [])}
    for number in sorted(off & set(every)):
        catat.note("pdf_lapisan", f'lapisan "{_text(every[number].get("/Name", ""))}"')


def _on_page(page: Any, di: str, catat: Catat) -> None:
    if "/Thumb" in page:
        catat.note("miniatur", di)
    for one in page.get("/Annots", []):
        if not isinstance(one, pikepdf.Dictionary):
            continue
        kind = str(one.get("/Subtype", ""))
        if kind == "/FileAttachment":
            catat.note("pdf_lampiran", f"{di}, ditempelkan", _text(one.get("/Contents", "")))
        elif kind == "/Redact":
            catat.note("pdf_teks_tertutup", di, "penghitaman yang belum diterapkan")
        elif kind == "/Link":
            _link(one.get("/A"), di, catat)
        elif kind == "/Widget":
            _field(one, di, catat)
        elif kind not in _DIAM:
            who, said = _text(one.get("/T", "")), _text(one.get("/Contents", ""))
            catat.note("pdf_anotasi", di, f"{who}: {said}".strip(": ") or kind[1:])


def _link(action: Any, di: str, catat: Catat) -> None:
    if isinstance(action, pikepdf.Dictionary):
        for key in ("/URI", "/F"):
            told = action.get(key, "")
            told = told.get("/F", "") if isinstance(told, pikepdf.Dictionary) else told
            if JALUR.match(_text(told)) or (key == "/F" and told):
                catat.note("tautan_jalur", di, _text(told))


def _field(one: Any, di: str, catat: Catat) -> None:
    """What was filled into a form, also where it does not show."""
    if str(one.get("/FT", "")) == "/Sig":
        return
    told = _text(one.get("/V", ""))
    if told and int(one.get("/F", 0)) & 0b100010:  # hidden, or not to be viewed
        catat.note("pdf_anotasi", f"{di}, isian tersembunyi", told)
    catat.words(told, f"{di}, isian formulir")


def _objects(paper: pikepdf.Pdf, catat: Catat) -> None:
    """What is in the file and leads to no page, and what its parts say of themselves."""
    held = led_to(paper)
    own = paper.Root.get("/Metadata")
    beside = own.objgen if own is not None else (0, 0)
    pictures = 0
    for n, one in enumerate(paper.objects):
        if n >= TERBANYAK:
            catat.note("terperiksa_sebagian", "isi PDF")
            return
        if not isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        if one.objgen not in held:
            _left_over(one, catat)
            continue
        if "/PieceInfo" in one:
            catat.note("pdf_data_program", "data program", ", ".join(one.PieceInfo.keys()))
        for key in ("/ActualText", "/Alt", "/E"):
            if key in one:
                catat.words(_text(one[key]), "teks pengganti")
        if one.get("/Type") == "/Metadata" and one.objgen != beside:
            catat.note("gambar_keterangan", "keterangan XMP di dalam gambar atau halaman")
        if one.get("/Subtype") == "/Image" and pictures < GAMBAR:
            pictures += 1
            _picture(one, f"gambar ke-{pictures}", catat)


def led_to(paper: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Every object that can be come to from the beginning of the file."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = [paper.trailer]
    while waiting and len(seen) < 4 * TERBANYAK:
        for one in _within(waiting.pop()):
            if not isinstance(one, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)):
                continue
            if one.is_indirect:
                if one.objgen in seen:
                    continue
                seen.add(one.objgen)
            waiting.append(one)
    return seen


def _within(one: Any) -> Iterator[Any]:
    if isinstance(one, pikepdf.Array):
        yield from one
    else:
        yield from (value for _, value in one.items())


def _left_over(one: Any, catat: Catat) -> None:
    kind = str(one.get("/Type", ""))
    if kind in ("/XRef", "/ObjStm"):
        return
    if kind == "/Page":
        catat.note("pdf_sisa", "halaman yang dihapus")
    elif kind == "/Annot" or kind == "/Filespec" or kind == "/EmbeddedFile":
        catat.note("pdf_sisa", "catatan atau lampiran yang dihapus")
    elif isinstance(one, pikepdf.Stream):
        if one.get("/Subtype") == "/Image":
            catat.note("pdf_sisa", "gambar yang dihapus")
        elif _is_content(one):
            catat.note("pdf_sisa", "tulisan yang dihapus")


def _is_content(one: pikepdf.Stream) -> bool:
    try:
        told = one.read_bytes()
    except (pikepdf.PikepdfError, *RUSAK):
        return False
    return b"BT" in told and (b"Tj" in told or b"TJ" in told)


def _picture(one: Any, di: str, catat: Catat) -> None:
    kind = one.get("/Filter", "")
    kind = kind[0] if isinstance(kind, pikepdf.Array) and len(kind) else kind
    if kind != "/DCTDecode":
        return
    try:
        foto.notes(io.BytesIO(one.read_raw_bytes()[:KEPALA]), di, catat)
    except (Berhenti, pikepdf.PikepdfError, *RUSAK):
        return  # its own notes are what is asked for, not whether it is whole


def _text(told: object) -> str:
    return " ".join(str(told).replace("\0", "").split()) if told is not None else ""
