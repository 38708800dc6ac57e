"""What of the index a person may see: the rows decide, at the moment of asking.

A part is shown as long as the row of its kiriman, or of its paper and its matter, lets it be: who
moves, withholds or opens one of these need not touch the index. An exists that names the part
within itself is asked of each hit in turn; PostgreSQL would else read the whole table first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Exists, Table, and_, exists, false, or_, true

from service.adapters.ledger import tables
from service.adapters.ledger.types import moment
from service.ports.cari import Batas, SaringCari
from service.ports.kiriman import Jangkauan

PART, FILE, LETTER = tables.teks.c, tables.file.c, tables.kiriman.c
PAPER, MATTER = tables.naskah.c, tables.berkas.c
_CAME = tables.kiriman.alias("surat_pembuka")
_OF_LETTER = tables.berkas.alias("berkas_kiriman")


def allowed(batas: Batas, saring: SaringCari) -> ColumnElement[bool]:
    """What a part must be for this person to be shown it."""
    ways = []
    if not saring.keluar:
        ways.append(_letter(batas, saring))
    if not saring.masuk:
        ways.append(_paper(batas, saring))
    return or_(false(), *ways)


def _letter(batas: Batas, saring: SaringCari) -> ColumnElement[bool]:
    row = LETTER
    equal = {
        row.instansi: saring.instansi,
        row.unit: saring.unit,
        row.jenis: saring.jenis,
        row.pintu: saring.pintu,
        row.keadaan: saring.keadaan,
    }
    asked = [column == value for column, value in equal.items() if value]
    if saring.sop:
        of = _OF_LETTER.c
        seen = _placed(of.instansi, of.unit, of.rahasia, batas.tempat)
        asked.append(_one(tables.kiriman, of.id == row.berkas, of.sop == saring.sop, seen))
    return _one(
        tables.teks,
        PART.urut.is_not(None),
        row.id == PART.kiriman,
        FILE.id == PART.file,
        _placed(row.instansi, row.unit, row.rahasia, batas.tempat),
        *asked,
        *_between(row.diterima, saring),
        _open_to(row.instansi, row.unit, batas),
        ~_withheld(tables.file, FILE.sha256),
    )


def _paper(batas: Batas, saring: SaringCari) -> ColumnElement[bool]:
    equal = {
        MATTER.instansi: saring.instansi,
        MATTER.unit: saring.unit,
        MATTER.sop: saring.sop,
        PAPER.jenis: saring.jenis_naskah,
        PAPER.keadaan: saring.keadaan_naskah,
    }
    asked = [column == value for column, value in equal.items() if value]
    return _one(
        tables.teks,
        PART.urut.is_not(None),
        PAPER.id == PART.naskah,
        MATTER.id == PAPER.berkas,
        _placed(MATTER.instansi, MATTER.unit, MATTER.rahasia, batas.tempat),
        _letter_seen(batas.tempat),
        *asked,
        *_between(PAPER.dibuat, saring),
        _open_to(MATTER.instansi, MATTER.unit, batas),
        or_(PART.halaman == 0, ~_withheld(tables.naskah, PAPER.pdf, PAPER.bertanda_tangan)),
    )


def _placed(
    instansi: ColumnElement[str],
    unit: ColumnElement[str],
    rahasia: ColumnElement[bool],
    tempat: Iterable[Jangkauan],
) -> ColumnElement[bool]:
    places = [
        and_(
            instansi == one.instansi,
            rahasia.is_(one.rahasia),
            *([unit == one.unit] if one.unit else []),
        )
        for one in tempat
    ]
    return or_(false(), *places)


def _at(
    instansi: ColumnElement[str], unit: ColumnElement[str], tempat: Iterable[Jangkauan]
) -> ColumnElement[bool]:
    """The same, on whichever side."""
    places = {(one.instansi, one.unit) for one in tempat}
    fits = [and_(instansi == kode, *([unit == own] if own else [])) for kode, own in sorted(places)]
    return or_(false(), *fits)


def _letter_seen(tempat: Collection[Jangkauan]) -> ColumnElement[bool]:
    """An open matter bears the name of its letter, which may be withheld."""
    closed = _one(tables.berkas, _CAME.c.id == MATTER.kiriman, _CAME.c.rahasia.is_(True))
    secret = [one for one in tempat if one.rahasia]
    return or_(MATTER.rahasia.is_(True), _at(MATTER.instansi, MATTER.unit, secret), ~closed)


def _open_to(
    instansi: ColumnElement[str], unit: ColumnElement[str], batas: Batas
) -> ColumnElement[bool]:
    """What says who asked is for those with a part in it; what prints lines that may be withheld,
    for those who see all that the agency withholds."""
    whole = [one for one in batas.tempat if one.rahasia and not one.unit]
    return and_(
        or_(PART.turut.is_(False), _at(instansi, unit, batas.turut)),
        or_(PART.tertutup.is_(False), _at(instansi, unit, whole)),
    )


def _withheld(of: Table, *sidik: ColumnElement[str]) -> Exists:
    """Whether these bytes are opened only from their own page, with a reason."""
    shut = tables.tutupan.c
    return _one(of, shut.sidik.in_(sidik), shut.dibuka.is_(None))


def _one(outside: Table, *fits: ColumnElement[bool]) -> Exists:
    """Whether there is one that fits; `outside`: the table of the question around it."""
    return exists().where(*fits).correlate(outside)


def _between(at: ColumnElement[object], saring: SaringCari) -> list[ColumnElement[bool]]:
    return [
        at >= moment(saring.dari) if saring.dari else true(),
        at <= moment(saring.sampai) if saring.sampai else true(),
    ]
