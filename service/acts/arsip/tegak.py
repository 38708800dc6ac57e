"""One archive as it stands: the closed matter, its row, and what stands in its way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from service.acts.instansi.kalender import kalender
from service.acts.lihat.berkas import berkas_for, every_for
from service.domain.arsip.arsip import Arsip, closed_on
from service.domain.arsip.penyusutan import Halangan
from service.domain.arsip.pinjam import Pinjaman
from service.domain.arsip.tahan import Penahanan, told
from service.domain.arsip.usul import TERBUKA, Usul
from service.domain.berkas import BERJALAN, SELESAI, TERTUTUP, Berkas
from service.domain.catatan import Catatan
from service.domain.kalender import Kalender
from service.domain.keberatan import Keberatan
from service.domain.kiriman import Kiriman
from service.domain.naskah import DIAJUKAN, DIKIRIM, DISETUJUI, Naskah
from service.domain.permohonan import Permohonan
from service.domain.refusals import Overtaken, Refusal
from service.domain.sengketa import TAHAP, Sengketa, SuratSengketa
from service.domain.sengketa import TERTUTUP as TERTUTUP_KOMISI
from service.domain.wewenang import Hadir
from service.ports import House, Reading, Tx

MENUNGGU = [DIAJUKAN, DISETUJUI, DIKIRIM]
SENGKETA = "sengketa informasi di Komisi Informasi belum selesai."


class BelumDitutup(Refusal):
    """Only what is closed is kept."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Berkas ini belum ditutup, jadi belum menjadi arsip. Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class Tegak:
    """A closed matter, its archive as the ledger has it (None: not yet), and as it is counted."""

    berkas: Berkas
    before: Arsip | None
    now: Arsip


def standing(house: House, reading: Reading, oleh: Hadir, berkas_id: str) -> Tegak:
    """The archive of a matter that this person may see; counted from its last closing."""
    berkas = berkas_for(reading, oleh, berkas_id)
    found = reading.find(Arsip, id=berkas.id)
    when = kalender(house, reading, berkas.instansi, berkas.unit)
    return _stood(house, berkas, found[0] if found else None, when)


def standing_all(house: House, reading: Reading, oleh: Hadir, ids: Sequence[str]) -> list[Tegak]:
    """The same for many, in their order, with questions that do not grow with them."""
    found = every_for(reading, oleh, ids)
    rows = {one.id: one for one in reading.find(Arsip, id=list(ids))} if ids else {}
    places = {(one.instansi, one.unit) for one in found}
    when = {place: kalender(house, reading, *place) for place in places}
    return [_stood(house, x, rows.get(x.id), when[x.instansi, x.unit]) for x in found]


def _stood(house: House, berkas: Berkas, before: Arsip | None, when: Kalender) -> Tegak:
    if berkas.keadaan not in TERTUTUP or berkas.ditutup is None:
        raise BelumDitutup
    on = when.tanggal(berkas.ditutup)
    if before:
        return Tegak(berkas, before, closed_on(before, on))
    return Tegak(berkas, None, Arsip(berkas.id, berkas.instansi, on, dicatat=house.clock.now()))


def keep(house: House, tx: Tx, at: Tegak, after: Arsip, siapa: str, apa: str, **told: str) -> Arsip:
    """The archive as an act leaves it, with its line in the journal."""
    if at.before is None:
        tx.add(after)
    elif after == at.before:
        return after
    else:
        tx.save(at.before, after)
        after = replace(after, versi=at.before.versi + 1)
    tx.note(Catatan(after.instansi, siapa, apa, house.clock.now(), after.id, told))
    return after


def need_version(at: Tegak, versi: int) -> None:
    """Refuse what was decided before somebody else changed it; 0 where there was no row."""
    if (at.before.versi if at.before else 0) != versi:
        raise Overtaken("arsip", at.now.id)


def today(house: House, reading: Reading, berkas: Berkas) -> date:
    """The day it is where the matter belongs."""
    return kalender(house, reading, berkas.instansi, berkas.unit).tanggal(house.clock.now())


def hindrances(
    house: House, reading: Reading, instansi: str, ids: Collection[str], tanpa: str = ""
) -> dict[str, Halangan]:
    """By the archive, what stands in its way beside its retention; `tanpa`: a list left out."""
    wanted = sorted(ids)
    if not wanted:
        return {}
    matters = {one.id: one for one in reading.find(Berkas, id=wanted)}
    holds = _by(reading.find(Penahanan, arsip=wanted))
    loans = [one for one in reading.find(Pinjaman, arsip=wanted) if one.kembali is None]
    names = house.lists.nama_orang({one.peminjam for one in loans})
    out = {one.arsip: names.get(one.peminjam, "seseorang") for one in loans}
    lists = reading.find(Usul, instansi=instansi, keadaan=sorted(TERBUKA))
    on = {id_: one.judul for one in lists if one.id != tanpa for id_ in one.arsip}
    disputed, calling = _disputed(reading, instansi), _calling(reading, matters.values())
    waiting = _waiting(reading, matters.values())
    return {
        id_: Halangan(
            ditahan=SENGKETA if id_ in disputed else told(holds.get(id_, ())),
            dipinjam=out.get(id_, ""),
            diusulkan=on.get(id_, ""),
            dibuka=id_ not in matters or matters[id_].keadaan not in TERTUTUP,
            induk=id_ in matters and matters[id_].induk in calling,
            naskah=id_ in waiting,
        )
        for id_ in wanted
    }


def _calling(reading: Reading, matters: Iterable[Berkas]) -> set[str]:
    """The matters under way that called some of these."""
    above = sorted({one.induk for one in matters if one.induk})
    return {one.id for one in reading.find(Berkas, id=above, keadaan=BERJALAN)} if above else set()


def _waiting(reading: Reading, matters: Iterable[Berkas]) -> set[str]:
    """Those with a paper under way; of what was called off nobody goes on with one."""
    over = [one.id for one in matters if one.keadaan == SELESAI]
    return (
        {one.berkas for one in reading.find(Naskah, berkas=over, keadaan=MENUNGGU)}
        if over
        else set()
    )


def _by(holds: Iterable[Penahanan]) -> dict[str, list[Penahanan]]:
    found: dict[str, list[Penahanan]] = {}
    for one in holds:
        found.setdefault(one.arsip, []).append(one)
    return found


def _disputed(reading: Reading, instansi: str) -> set[str]:
    """Matters that lie before the Komisi, with all that they called; those no person has to hold.

    The request and the objection, the letters that were joined to the dispute, the test that a
    ruling ordered, and what is proof of each.
    """
    live = reading.find(Sengketa, instansi=instansi, tahap=sorted(TAHAP.keys() - TERTUTUP_KOMISI))
    asked = sorted({one.permohonan for one in live if one.permohonan})
    objected = sorted({one.keberatan for one in live})
    letters = {one.kiriman for one in reading.find(Permohonan, id=asked)} if asked else set()
    letters |= {one.kiriman for one in reading.find(Keberatan, id=objected)} if objected else set()
    joined = reading.find(SuratSengketa, sengketa=sorted(x.id for x in live)) if live else []
    letters |= {one.kiriman for one in joined if not one.dicabut}
    found = {one.berkas for one in live if one.berkas}
    if letters:
        found |= {one.id for one in reading.find(Berkas, kiriman=sorted(letters))}
        found |= {one.berkas for one in reading.find(Kiriman, id=sorted(letters)) if one.berkas}
    below = found
    while below:
        below = {one.id for one in reading.find(Berkas, induk=sorted(below))} - found
        found |= below
    return found
