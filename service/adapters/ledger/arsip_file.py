"""Which bytes of the store belong to matters alone, and which others name as well."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Column, Connection, String, Table, cast, select

from service.adapters.ledger import tables
from service.adapters.ledger.audit import NAMING, of_pieces
from service.domain.arsip.arsip import DIMUSNAHKAN
from service.domain.arsip.hapus import FileArsip
from service.domain.informasi.keadaan import TERTUTUP

SHA256 = re.compile(r"[0-9a-f]{64}")
SEKALI = 500  # values of one question
CETAKAN = ("docx", "pdf", "bertanda_tangan")


def files_of(look: Connection, berkas: Collection[str]) -> FileArsip:
    """All that these matters and their papers and letters ever named, parted by who else does."""
    gone = _destroyed(look)
    own = _own_rows(look, berkas, gone)
    named, pictures = _named(look, own), set(_pictures(look, own))
    copies = dict(_pairs(look, tables.salinan_baca, "id", "salinan", named))
    own["salinan_baca"] = set(copies)
    every = {x for x in named | pictures | set(copies.values()) if x}
    known = {x for x, _ in _pairs(look, tables.simpanan, "id", "id", every)}
    over = _own_rows(look, gone | set(berkas), gone) | {"salinan_baca": own["salinan_baca"]}
    shared = set(_elsewhere(look, over, known)) | (known & set(of_pieces(look)))
    shared |= set(_pictured_elsewhere(look, over, known & pictures))
    shared |= known & {*_laid_elsewhere(look, own["file"], over["berkas"]), *_withheld(look)}
    found = (known - shared, shared, own["kiriman"], own["naskah"])
    return FileArsip(*map(frozenset, found))


def named_in(look: Connection, sidik: Collection[str], but: tuple[str, str]) -> frozenset[str]:
    """Those of these bytes that a row names, besides one of that table and id."""
    known, own = {x for x in sidik if x}, {"naskah": set[str](), but[0]: {but[1]}}
    if not known:
        return frozenset()
    found = set(_elsewhere(look, own, known)) | (known & set(of_pieces(look)))
    return frozenset(found | set(_pictured_elsewhere(look, own, known - found)))


def _destroyed(look: Connection) -> set[str]:
    """The matters that earlier lists destroyed: what those name holds nothing back any more."""
    one = tables.arsip.c
    return {str(id_) for (id_,) in look.execute(select(one.id).where(one.keadaan == DIMUSNAHKAN))}


def _own_rows(
    look: Connection, berkas: Collection[str], gone: Collection[str]
) -> dict[str, set[str]]:
    """By table, the rows that are part of these matters."""
    ids = set(berkas)
    naskah = {x for x, _ in _pairs(look, tables.naskah, "berkas", "id", ids, of="id")}
    kiriman = {x for x, _ in _pairs(look, tables.kiriman, "berkas", "id", ids, of="id")}
    opened = {x for _, x in _pairs(look, tables.berkas, "id", "kiriman", ids) if x}
    joined = dict(_pairs(look, tables.kiriman, "id", "berkas", opened))
    kiriman |= {x for x, where in joined.items() if not where or where in ids or where in gone}
    # A letter that opened another matter as well stays with that one.
    for matter, letter in _pairs(look, tables.berkas, "kiriman", "kiriman", kiriman, of="id"):
        if matter not in ids and matter not in gone:
            kiriman.discard(letter)
    disputes = _disputes(look, kiriman | opened)
    return {
        "berkas": ids,
        "tas_berkas": {x for x, _ in _pairs(look, tables.tas_berkas, "berkas", "id", ids, of="id")},
        "jilidan": {
            x for x, _ in _pairs(look, tables.jilidan, "tentang", "id", ids | disputes, of="id")
        },
        "naskah": naskah,
        "kiriman": kiriman,
        "file": {x for x, _ in _pairs(look, tables.file, "kiriman", "id", kiriman, of="id")},
        **{
            table.name: {x for x, _ in _pairs(look, table, "naskah", "id", naskah, of="id")}
            for table in (tables.tempat_ttd, tables.kembalian, tables.file_sesat)
        },
    }


def _disputes(look: Connection, letters: Collection[str]) -> set[str]:
    """Before the Komisi, about what these letters asked or objected to."""
    found = set[str]()
    for table in (tables.permohonan, tables.keberatan):
        lines = {x for x, _ in _pairs(look, table, "kiriman", "id", letters, of="id")}
        found |= {x for x, _ in _pairs(look, tables.sengketa, table.name, "id", lines, of="id")}
    return found


def _named(look: Connection, own: dict[str, set[str]]) -> set[str]:
    """What those rows name now, and what papers and matters named in earlier versions."""
    found = set[str]()
    for table, columns in NAMING:
        for name in columns:
            found |= {sha for _, sha in _pairs(look, table, "id", name, own.get(table.name, ()))}
    for isi in _versions(look, "naskah", own["naskah"]):
        found |= {str(isi[name]) for name in CETAKAN if isi.get(name)}
    found |= {str(isi.get("dossier", "")) for isi in _versions(look, "berkas", own["berkas"])}
    return found


def _pictures(look: Connection, own: dict[str, set[str]]) -> Iterator[str]:
    """Pictures that were ever filled into their papers."""
    for isi in _versions(look, "naskah", own["naskah"]):
        filled = isi.get("isian") or {}
        yield from (x for x in filled.values() if isinstance(x, str) and SHA256.fullmatch(x))


def _versions(look: Connection, jenis: str, ids: Collection[str]) -> Iterator[dict[str, Any]]:
    kept = tables.riwayat.c
    for some in _parts(ids):
        asked = select(kept.isi).where(kept.jenis == jenis, kept.id.in_(some))
        yield from (isi for (isi,) in look.execute(asked) if isi)


def _elsewhere(look: Connection, own: dict[str, set[str]], known: set[str]) -> Iterator[str]:
    """Those that a row of something else names."""
    for table, columns in NAMING:
        mine = own.get(table.name, set())
        for name in columns:
            for id_, sha in _pairs(look, table, name, name, known, of="id"):
                if id_ not in mine:
                    yield sha


def _pictured_elsewhere(
    look: Connection, own: dict[str, set[str]], pictures: Iterable[str]
) -> Iterator[str]:
    one = tables.naskah.c
    for sha in pictures:
        asked = select(one.id).where(cast(one.isian, String).contains(sha))
        if any(id_ not in own["naskah"] for (id_,) in look.execute(asked)):
            yield sha


def _laid_elsewhere(look: Connection, files: set[str], over: set[str]) -> Iterator[str]:
    """Files of their letters that were laid down for another matter."""
    laid = {
        x for x, where in _pairs(look, tables.ada, "file", "berkas", files) if where not in over
    }
    yield from (sha for _, sha in _pairs(look, tables.file, "id", "sha256", laid))


def _withheld(look: Connection) -> Iterator[str]:
    """Documents of which a piece of information says that they, or a part of them, are withheld."""
    one = tables.informasi.c
    for (letak,) in look.execute(select(one.letak).where(one.keadaan.in_(sorted(TERTUTUP)))):
        yield str(letak.get("sidik", ""))


def _pairs(
    look: Connection, table: Table, where: str, told: str, among: Collection[str], of: str = ""
) -> Iterator[tuple[str, str]]:
    """Of the rows whose `where` is among these: what they are known by, and what they tell."""
    first: Column[Any] = table.c[of or where]
    for some in _parts(among):
        for id_, value in look.execute(
            select(first, table.c[told]).where(table.c[where].in_(some))
        ):
            yield str(id_), str(value or "")


def _parts(among: Collection[str]) -> Iterator[list[str]]:
    every = sorted(x for x in among if x)
    for n in range(0, len(every), SEKALI):
        yield every[n : n + SEKALI]
