"""OpenDocument: text, sheets and slides of LibreOffice, and what is hidden in them."""

from __future__ import annotations

from typing import Any

from service.boxed import tertulis, xml_aman
from service.boxed.arsip import Arsip
from service.boxed.bagian import Bagian
from service.boxed.gagal import Berhenti
from service.boxed.lihat import SEHALAMAN, Lihat
from service.boxed.rujukan import leads_far

_N = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE, DRAW, STYLE, META, SCRIPT = (
    f"{{{_N}{one}:1.0}}"
    for one in ("text", "table", "office", "drawing", "style", "meta", "script")
)
FO = f"{{{_N}xsl-fo-compatible:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}href"
AWAL = "application/vnd.oasis.opendocument."
MANIFEST = "META-INF/manifest.xml"
SEL = 60  # cells of a row that are read, however often one is repeated


def read(arsip: Arsip, lihat: Lihat) -> None:
    """Everything a clerk, a search and a publisher have to know of the file."""
    lihat.mime = arsip.head(arsip.nama["mimetype"], 100).decode("ascii", "replace").strip()
    _locked(arsip)
    bagian = Bagian(arsip)
    _carried(bagian, lihat)
    if not bagian.has("content.xml"):
        raise Berhenti("rusak", "content.xml tidak ada")
    root = bagian.xml("content.xml")
    styles = bagian.xml("styles.xml") if bagian.has("styles.xml") else None
    _said(bagian, lihat)
    _hidden(root, lihat)
    for one in (root, *(() if styles is None else (styles,))):
        _pointing(one, lihat)
    sheets = list(root.iter(f"{TABLE}table")) if "spreadsheet" in lihat.mime else []
    slides = list(root.iter(f"{DRAW}page")) if not sheets else []
    for one in sheets:
        lihat.tulis(one.get(f"{TABLE}name", "") + "\n" + _cells(one))
    for one in slides:
        lihat.tulis(_words(one))
    lihat.halaman = len(sheets) or len(slides)
    if not lihat.teks:
        beside = () if styles is None else styles.iter(f"{STYLE}header", f"{STYLE}footer")
        _paper(root, "\n".join(_words(one) for one in beside), lihat)


def _locked(arsip: Arsip) -> None:
    """Stop where the parts are under a password, which leaves no part of them readable."""
    if arsip.has(MANIFEST):
        manifest = xml_aman.parsed(arsip.read(MANIFEST), MANIFEST)
        if next(manifest.iter("{*}encryption-data"), None) is not None:
            raise Berhenti("terkunci_sandi")


def _carried(bagian: Bagian, lihat: Lihat) -> None:
    """Macros, things embedded, signatures."""
    for nama in bagian.nama:
        low = nama.lower()
        if low.startswith(("basic/", "scripts/")) and low.endswith(
            (".xml", ".py", ".js", ".bsh", ".java", ".class")
        ):
            # An empty library is in every second file.
            if not low.endswith(("-lc.xml", "-lb.xml")):
                lihat.temukan("makro", nama)
        elif low.startswith(("object ", "objects/", "objectreplacements/")):
            if not low.startswith("objectreplacements/"):
                lihat.temukan("objek_tertanam", nama.partition("/")[0])
        elif low.startswith("meta-inf/") and "signatures" in low:
            lihat.temukan("bertanda_tangan", nama)


def _said(bagian: Bagian, lihat: Lihat) -> None:
    names = {
        "initial-creator": "penulis",
        "creator": "pengubah",
        "creation-date": "dibuat",
        "date": "diubah",
        "generator": "program",
        "title": "judul",
    }
    for one in bagian.xml("meta.xml").iter() if bagian.has("meta.xml") else ():
        local = str(one.tag).rpartition("}")[2]
        if local in names and one.text:
            lihat.sebut(names[local], one.text)
    if lihat.metadata.keys() & {"penulis", "pengubah"}:
        lihat.temukan("metadata_penulis")


def _hidden(root: Any, lihat: Lihat) -> None:
    veiled = {
        one.getparent().get(f"{STYLE}name")
        for one in root.iter(f"{STYLE}table-properties")
        if one.get(f"{TABLE}display") == "false"
    }
    unseen = {
        one.getparent().get(f"{STYLE}name")
        for one in root.iter(f"{STYLE}text-properties")
        if one.get(f"{TEXT}display") == "none"
    }
    for one in root.iter(f"{TABLE}table"):
        if one.get(f"{TABLE}style-name") in veiled - {None}:
            lihat.temukan("lembar_tersembunyi", one.get(f"{TABLE}name", ""))
    for one in root.iter(f"{TABLE}table-row", f"{TABLE}table-column"):
        if one.get(f"{TABLE}visibility", "visible") != "visible":
            lihat.temukan("baris_tersembunyi")
    for one in root.iter(f"{TEXT}span", f"{TEXT}p"):
        if one.get(f"{TEXT}style-name") in unseen - {None}:
            lihat.temukan("teks_tersembunyi")
    for tag, kode in (
        (f"{TEXT}changed-region", "perubahan_terlacak"),
        (f"{TABLE}cell-content-change", "perubahan_terlacak"),
        (f"{TEXT}hidden-text", "teks_tersembunyi"),
        (f"{TEXT}hidden-paragraph", "teks_tersembunyi"),
        (f"{OFFICE}annotation", "komentar"),
        (f"{TABLE}data-pilot-table", "pivot"),
        (f"{OFFICE}dde-source", "dde"),
        (f"{TEXT}dde-connection", "dde"),
        (f"{TABLE}cell-range-source", "buku_lain"),
        (f"{SCRIPT}event-listener", "makro"),
    ):
        if next(root.iter(tag), None) is not None:
            lihat.temukan(kode)


def _pointing(root: Any, lihat: Lihat) -> None:
    """What would be fetched when the file is opened."""
    for one in root.iter(f"{DRAW}image", f"{DRAW}fill-image", f"{STYLE}background-image"):
        target = one.get(XLINK, "")
        if leads_far(target):
            lihat.temukan("gambar_luar", target)
        elif target.startswith(("file:", "/", "../")):
            lihat.temukan("gambar_lokal", target)
    for one in root.iter(
        f"{DRAW}object",
        f"{DRAW}object-ole",
        f"{DRAW}plugin",
        f"{DRAW}floating-frame",
        f"{TEXT}section-source",
        f"{TABLE}table-source",
    ):
        target = one.get(XLINK, "")
        if leads_far(target) or target.startswith(("file:", "/", "../")):
            lihat.temukan("rujukan_luar", target)


def _paper(root: Any, beside: str, lihat: Lihat) -> None:
    """The words of a text; what was struck out in it does not count."""
    for one in list(root.iter(f"{TEXT}tracked-changes", f"{OFFICE}annotation")):
        one.getparent().remove(one)
    breaking = {
        one.getparent().get(f"{STYLE}name")
        for one in root.iter(f"{STYLE}paragraph-properties")
        if one.get(f"{FO}break-before") == "page"
    }
    pages = [beside + "\n"]
    for one in root.iter(f"{TEXT}p", f"{TEXT}h", f"{TEXT}soft-page-break", f"{TABLE}table-row"):
        by_hand = one.get(f"{TEXT}style-name", "") in breaking
        # The program marks the very break that was made by hand.
        if (by_hand or one.tag == f"{TEXT}soft-page-break") and pages[-1].strip():
            pages.append("")
        if one.tag == f"{TABLE}table-row":
            pages[-1] += "\n"
        elif one.tag != f"{TEXT}soft-page-break":
            in_cell = one.getparent().tag == f"{TABLE}table-cell"
            pages[-1] += _line(one) + ("\t" if in_cell else "\n")
    lihat.halaman = len(pages)
    tertulis.note(pages, lihat)


def _words(root: Any) -> str:
    return "\n".join(_line(one) for one in root.iter(f"{TEXT}p", f"{TEXT}h"))


def _line(paragraph: Any) -> str:
    """The words of a paragraph, with the blanks that are written as elements."""
    found: list[str] = []
    for one in paragraph.iter():
        if one is not paragraph and one.tag in (f"{TEXT}p", f"{TEXT}h"):
            continue
        if one.tag in (f"{TEXT}tab", f"{TEXT}s", f"{TEXT}line-break"):
            found.append({"tab": "\t", "s": " ", "line-break": "\n"}[one.tag[len(TEXT) :]])
        found.append(one.text or "")
        if one is not paragraph:
            found.append(one.tail or "")
    return "".join(found)


def _cells(sheet: Any) -> str:
    rows: list[str] = []
    length = 0
    for row in sheet.iter(f"{TABLE}table-row"):
        cells: list[str] = []
        for cell in row.iter(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            again = cell.get(f"{TABLE}number-columns-repeated", "1")
            times = min(int(again) if again.isdigit() else 1, SEL - len(cells))
            cells += [" ".join(_line(p) for p in cell.iter(f"{TEXT}p"))] * times
        if line := "\t".join(cells).rstrip():
            rows.append(line)
            length += len(line)
        if length > SEHALAMAN:
            break
    return "\n".join(rows)
