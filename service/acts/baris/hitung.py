"""Count the terms of open lines of the legal registers anew, after a day off or a rule changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from service.acts.baris import keberatan_waktu
from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.domain import keberatan as b
from service.domain import permohonan as p
from service.domain import sengketa as d
from service.domain.catatan import MESIN, Catatan
from service.domain.hitung_hari import Hitungan, count
from service.domain.instansi import HARI_KERJA, Tenggat
from service.domain.keberatan import Keberatan
from service.domain.permohonan import Permohonan
from service.domain.refusals import Overtaken
from service.domain.sengketa import Sengketa
from service.ports import House, Reading, Tx

SEKALI = 100  # lines in one transaction
Baris = TypeVar("Baris", Permohonan, Keberatan, Sengketa)


def recount(house: House, instansi: str) -> int:
    """How many open lines got another end; each says so in the journal, and to who asked."""
    with house.ledger.read() as reading:
        asked = _ids(reading, Permohonan, instansi, sorted(p.TERBUKA))
        objected = _ids(reading, Keberatan, instansi, (b.DITERIMA, b.TERDAFTAR))
        disputed = [
            one.id
            for tahap in sorted({*d.DIPUTUS_DARI, d.PUTUSAN})
            for one in reading.find(Sengketa, instansi=instansi, tahap=tahap)
        ]
    changed = _each(house, Permohonan, asked, request)
    changed += _each(house, Keberatan, objected, objection)
    return changed + _each(house, Sengketa, disputed, dispute)


def explained(house: House, one: Permohonan) -> tuple[Hitungan | None, Tenggat]:
    """The term of the answer day by day, and the rule it rests on."""
    instansi = agency(house.packs, one.instansi)
    rule = instansi.tenggat_of(p.MENJAWAB.id) or p.MENJAWAB
    more = instansi.tenggat_of(p.PERPANJANGAN.id) or p.PERPANJANGAN
    if any(x.satuan != HARI_KERJA for x in (rule, more)):
        return None, rule
    with house.ledger.read() as reading:
        days = kalender(house, reading, one.instansi, one.unit)
    return count(days, one.diterima, rule.jumlah + more.jumlah * one.diperpanjang), rule


def _ids(
    reading: Reading,
    kind: type[Permohonan | Keberatan],
    instansi: str,
    states: list[str] | tuple[str, ...],
) -> list[str]:
    return [x.id for state in states for x in reading.find(kind, instansi=instansi, keadaan=state)]


def _each(
    house: House,
    kind: type[Baris],
    ids: list[str],
    dated: Callable[[House, Tx, Baris], Baris],
) -> int:
    changed = 0
    for n in range(0, len(ids), SEKALI):
        with house.ledger.begin() as tx:
            for id_ in ids[n : n + SEKALI]:
                before = tx.get(kind, id_)
                after = dated(house, tx, before)
                if after == before:
                    continue
                try:
                    tx.save(before, after)
                except Overtaken:  # somebody went on with it; then it was counted then
                    continue
                changed += 1
                _note(house, tx, before, after)
    return changed


def _note(house: House, tx: Tx, before: Baris, after: Baris) -> None:
    told = {"dari": str(_end(before) or ""), "ke": str(_end(after) or "")}
    now = house.clock.now()
    tx.note(Catatan(before.instansi, MESIN, "tenggat_dihitung", now, before.id, told))
    if not isinstance(before, Sengketa):
        tx.plan("lacak", before.id)


def _end(one: Permohonan | Keberatan | Sengketa) -> object:
    return d.due(one) if isinstance(one, Sengketa) else one.tenggat


def request(house: House, tx: Tx, one: Permohonan) -> Permohonan:
    """An open request with the end of its term; what has ended stays as it was."""
    if one.keadaan not in p.TERBUKA:
        return one
    days = kalender(house, tx, one.instansi, one.unit)
    instansi = agency(house.packs, one.instansi)
    due = p.answer_due(instansi, days, one.diterima)
    if one.diperpanjang:
        due = p.extended_due(instansi, days, due)
    return replace(one, tenggat=due, hari_terima=days.hari_terima(one.diterima))


def objection(house: House, tx: Tx, one: Keberatan) -> Keberatan:
    """An open objection with the ends of its terms."""
    if one.keadaan not in (b.DITERIMA, b.TERDAFTAR):
        return one
    days = kalender(house, tx, one.instansi, one.unit)
    due = b.answer_due(agency(house.packs, one.instansi), days, one.diterima)
    moved = replace(one, tenggat=due, hari_terima=days.hari_terima(one.diterima))
    return keberatan_waktu.filed(house, tx, moved, one.ditemukan)


def dispute(house: House, tx: Tx, one: Sengketa) -> Sengketa:
    """An open dispute with the ends of its terms; after the ruling only that one still runs."""
    if one.tahap in d.TERTUTUP or one.putusan.ditolak:
        return one
    days, instansi = kalender(house, tx, one.instansi, one.unit), agency(house.packs, one.instansi)
    if one.tahap == d.PUTUSAN:
        return replace(one, batas_putusan=d.rejected_by(one, instansi, days))
    return d.dated(one, tx.get(Keberatan, one.keberatan), instansi, days)
