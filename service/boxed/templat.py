"""A Word template taken apart: every paragraph with its place, its pieces and its tags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from service.boxed import pengenal, templat_bidang, templat_huruf, templat_tanda
from service.boxed.arsip import opened
from service.boxed.bagian import Bagian
from service.boxed.docx import STRICT, W
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.lihat import Lihat
from service.boxed.ooxml import JENIS
from service.boxed.paket import Paket
from service.domain.batas import Batas
from service.domain.klinik import templat as t

WORD = next(iter(JENIS.values()))[0]  # a plain Word file, without macros
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
TABLE = (f"{W}tbl", f"{W}tr", f"{W}tc")
BESIDE = {"header": t.KEPALA, "footer": t.KAKI, "footnotes": t.CATATAN, "endnotes": t.CATATAN}
TERBANYAK = 20_000  # paragraphs and tags
TERPANJANG = 2_000_000  # letters of all paragraphs
OPENINGS = ("{{", "{%", "{#")


class _TerlaluBanyak(Exception):
    """More than a template has."""


def told(file: BinaryIO, nama: str) -> dict[str, Any]:
    """What the file is, and what stands in it where it is a plain Word file."""
    lihat = Lihat(Batas())
    pengenal.look(file, nama, lihat)
    found: dict[str, Any] = {
        "word": lihat.mime == WORD,
        "temuan": lihat.temuan,
        "luar": [],
        "alinea": [],
        "tanda": [],
        "huruf": [],
        "bidang": [],
    }
    if not found["word"]:
        return {**found, "temuan": [*lihat.temuan, ("jenis", lihat.mime)]}
    try:
        paket = Paket(Bagian(opened(file, Batas())))
        if paket.bagian.xml(paket.utama()).tag == f"{STRICT}document":
            return {**found, "word": False, "temuan": [("ketat", "")]}
        found |= _apart(paket)
    except Berhenti as why:
        found["temuan"].append((why.kode, why.di))
    except _TerlaluBanyak:
        found["temuan"].append(("isi_terlalu_besar", ""))
    except RUSAK:
        found["temuan"].append(("rusak", ""))
    return found


def _apart(paket: Paket) -> dict[str, Any]:
    utama = paket.utama()
    roots = [(bagian, part, paket.bagian.xml(part)) for bagian, part in bodies(paket, utama)]
    lines = [line for bagian, part, root in roots for line in _lines(bagian, part, root)]
    lines += list(_properties(paket))
    if len(lines) > TERBANYAK or sum(len(one["teks"]) for one in lines) > TERPANJANG:
        raise _TerlaluBanyak
    tags = [tag for n, line in enumerate(lines) for tag in templat_tanda.tags(n, line["teks"])]
    if len(tags) > TERBANYAK:
        raise _TerlaluBanyak
    places = {key: n for n, line in enumerate(lines) if (key := line.pop("kunci", None))}
    return {
        "luar": list(_outside(paket)),
        "alinea": lines,
        "tanda": tags,
        "huruf": list(templat_huruf.asked(paket, utama, [root for *_, root in roots], places)),
        "bidang": [one for *_, root in roots for one in templat_bidang.fields(root, places)],
    }


def bodies(paket: Paket, utama: str) -> Iterator[tuple[str, str]]:
    """The parts that are filled, each once: the words of the paper, then what stands beside."""
    yield t.ISI, utama
    seen = {utama}
    for kait in paket.kaitan(utama):
        there = kait.jenis in BESIDE and not kait.luar and paket.bagian.has(kait.sasaran)
        if there and kait.sasaran not in seen:
            yield BESIDE[kait.jenis], kait.sasaran
            seen.add(kait.sasaran)


def _outside(paket: Paket) -> Iterator[tuple[str, str, str]]:
    """What the filler refuses: all that leads out, but for links that a reader opens, or not."""
    for rels in paket.bagian.nama:
        if rels.endswith(".rels"):
            for kait in paket.kaitan_in(rels):
                if kait.luar and kait.jenis != "hyperlink":
                    yield kait.jenis, kait.sasaran[:300], rels


def _properties(paket: Paket) -> Iterator[dict[str, Any]]:
    part = paket.part("", "core-properties")
    for one in paket.bagian.xml(part) if part else ():
        if one.text and any(opens in one.text for opens in OPENINGS):
            yield _line(t.SIFAT, part, 0, one.text)


def _line(bagian: str, part: str, nomor: int, teks: str) -> dict[str, Any]:
    sel = dict.fromkeys(("tabel", "baris", "kolom"), 0)
    return {"bagian": bagian, "part": part, "nomor": nomor, "teks": teks, **sel} | {
        "potong": [],
        "wadah": [],
    }


def _lines(bagian: str, part: str, root: Any) -> Iterator[dict[str, Any]]:
    """The paragraphs of a part in their order; then tags where no words stand."""
    for doubled in list(root.iter(f"{MC}Fallback")):
        if next(doubled.getparent().iter(f"{MC}Choice"), None) is not None:
            doubled.getparent().remove(doubled)  # the same again, for older programs
    lines = dict[Any, dict[str, Any]]()
    cells = dict[Any, tuple[int, ...]]()
    count = dict[Any, int]()
    holders = dict[Any, int]()
    for one in root.iter(f"{W}p", f"{W}t", *TABLE, *BREAKS):
        if one.tag in TABLE:
            _count(one, root, count, cells)
        elif one.tag == f"{W}p":
            cell = next((up for up in one.iterancestors(f"{W}tc")), None)
            line = lines[one] = _line(bagian, part, len(lines) + 1, "")
            line["kunci"] = one
            line |= zip(("tabel", "baris", "kolom"), cells.get(cell, (0, 0, 0)), strict=True)
        else:
            _write(one, lines, holders)
    yield from lines.values()
    yield from _unspoken(bagian, part, root)


def _count(one: Any, root: Any, count: dict[Any, int], cells: dict[Any, tuple[int, ...]]) -> None:
    """Number a table in its part, a row in its table, a cell in its row."""
    level = TABLE.index(one.tag)
    above = next(one.iterancestors(TABLE[level - 1]), None) if level else root
    count[above] = count.get(above, 0) + 1
    cells[one] = (*(cells.get(above, (0, 0)[:level]) if level else ()), count[above])


def _write(one: Any, lines: dict[Any, dict[str, Any]], holders: dict[Any, int]) -> None:
    line = lines.get(next(one.iterancestors(f"{W}p"), None))
    run = one.getparent()
    if line is None or run.tag != f"{W}r":
        return  # a tab stop in the settings of a paragraph is none in its words
    if one.tag != f"{W}t":
        line["teks"] += BREAKS[one.tag]
        return
    holder = run.getparent()
    line["potong"].append(len(line["teks"]))
    own = holder is line["kunci"]
    line["wadah"].append(0 if own else holders.setdefault(holder, len(holders) + 1))
    line["teks"] += one.text or ""


def _unspoken(bagian: str, part: str, root: Any) -> Iterator[dict[str, Any]]:
    """Tags in field codes and settings: they are filled like all others."""
    for one in root.iter(f"{W}instrText"):
        if any(opens in (one.text or "") for opens in OPENINGS):
            yield _line(bagian, part, 0, one.text)
    for one in root.iter():
        for told in one.attrib.values():
            if any(opens in told for opens in OPENINGS):
                yield _line(bagian, part, 0, told)
