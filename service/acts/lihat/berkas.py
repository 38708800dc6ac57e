"""What a person may see of a matter, and what is known of it before its next step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from service.acts.sop.versi import Jalan
from service.domain.ada import Ada, states
from service.domain.berkas import BERJALAN, DIARSIPKAN, SELESAI, Berkas
from service.domain.butir import Butir, outcomes
from service.domain.edisi.edisi import Edisi
from service.domain.keringanan import Keringanan, standing
from service.domain.kiriman import Kiriman
from service.domain.naskah import Naskah
from service.domain.orang import Pemegang
from service.domain.pengecualian import decided_since
from service.domain.refusals import TidakAda
from service.domain.sop.bahan import BERITA_ACARA, EDISI, SK
from service.domain.sop.bentuk import PER_UNIT
from service.domain.sop.jalan import Keadaan
from service.domain.sop.jejak import Jejak
from service.domain.wewenang import MAY, Act, Hadir, grounds
from service.ports import Reading
from service.ports.berkas import Menunggu
from service.ports.kiriman import Jangkauan

UNIT, LANGKAH = "unit:", "langkah:"
SAMPAI = frozenset({SELESAI, DIARSIPKAN})  # how a matter below ends that brings something


def berkas_for(reading: Reading, oleh: Hadir, berkas_id: str) -> Berkas:
    """The matter, or TidakAda where this person may not see it; an act has it for itself."""
    reading.hold(berkas_id)
    found = reading.find(Berkas, id=berkas_id)
    if not found or not seen(oleh, found[0]) or not _letter_seen(reading, oleh, found[0]):
        raise TidakAda("Berkas itu")
    return found[0]


def every_for(reading: Reading, oleh: Hadir, ids: Sequence[str]) -> list[Berkas]:
    """These matters in their order, or TidakAda where this person may not see one of them."""
    known = {one.id: one for one in reading.find(Berkas, id=list(ids))} if ids else {}
    named = sorted({one.kiriman for one in known.values() if one.kiriman and not one.rahasia})
    came = {one.id: [one] for one in reading.find(Kiriman, id=named)} if named else {}
    found = [known[id_] for id_ in ids if id_ in known]
    shown = [x for x in found if seen(oleh, x) and _shows(oleh, x, came.get(x.kiriman, ()))]
    if len(shown) != len(ids):
        raise TidakAda("Berkas itu")
    return shown


def _letter_seen(reading: Reading, oleh: Hadir, berkas: Berkas) -> bool:
    """Whether a person may see the letter whose name an open matter bears."""
    if berkas.rahasia or not berkas.kiriman:
        return True
    return _shows(oleh, berkas, reading.find(Kiriman, id=berkas.kiriman))


def _shows(oleh: Hadir, berkas: Berkas, came: Sequence[Kiriman]) -> bool:
    return not came or oleh.sees(berkas.instansi, berkas.unit, rahasia=came[0].rahasia)


def seen(oleh: Hadir, berkas: Berkas) -> bool:
    """Whether a person may see a matter."""
    return oleh.sees(berkas.instansi, berkas.unit, rahasia=berkas.rahasia)


def peran_in(oleh: Hadir, berkas: Berkas) -> frozenset[str]:
    """The peran that a person holds where the matter belongs."""
    held = grounds(oleh.peran, Act.COMPLETE, berkas.instansi, berkas.unit)
    return frozenset(one.peran for one in held)


def children(reading: Reading, berkas: Berkas) -> list[Berkas]:
    """The matters that this one called, oldest first."""
    return sorted(reading.find(Berkas, induk=berkas.id), key=lambda one: (one.dibuka, one.id))


def is_unit(berkas: Berkas) -> bool:
    """Whether the matter is one unit's part of another."""
    return berkas.untuk.startswith(UNIT)


def for_row(berkas: Berkas) -> str:
    """By what a matter called from its present row, in its present round, is known."""
    return f"{LANGKAH}{berkas.langkah}:{berkas.putaran}"


def known(reading: Reading, jalan: Jalan, berkas: Berkas) -> Keadaan:
    """What is there, which outcomes items have, who still walks."""
    below = children(reading, berkas)
    called = [one for one in below if one.untuk == for_row(berkas)]
    waiting = [
        one.untuk.removeprefix(UNIT)
        for one in below
        if one.untuk.startswith(UNIT) and one.keadaan == BERJALAN
    ]
    butir = reading.find(Butir, berkas=berkas.id)
    brought = [berkas, *_brought(reading, berkas, below)]
    # A list that a row called another SOP for is published by a later one.
    lists = [one for one in below if not is_unit(one) and one.keadaan in SAMPAI]
    return Keadaan(
        ada=there(reading, jalan, brought, lists),
        butir=outcomes(butir),
        rujukan_selesai=any(one.keadaan in SAMPAI for one in called),
        unit_berjalan=tuple(sorted(waiting)) if gathers(jalan, berkas) else (),
        dikesampingkan=standing(reading.find(Keringanan, berkas=berkas.id)),
    )


def _brought(reading: Reading, berkas: Berkas, below: list[Berkas]) -> list[Berkas]:
    """Those whose things are there for the matter above: what its row called and the last of each
    unit that came to its end, with what that called."""
    called = [one for one in below if one.untuk == for_row(berkas)]
    last = {one.untuk: one for one in below if one.untuk.startswith(UNIT)}
    units = [one for one in last.values() if one.keadaan in SAMPAI and not one.hasil]
    deeper = reading.find(Berkas, induk=[one.id for one in units]) if units else []
    return [one for one in (*called, *units, *deeper) if one.keadaan in SAMPAI]


def gathers(jalan: Jalan, berkas: Berkas) -> bool:
    """Whether the matter waits for its units, rather than being one of them."""
    return jalan.sop.row(berkas.langkah).untuk == PER_UNIT and not is_unit(berkas)


def there(
    reading: Reading, jalan: Jalan, matters: list[Berkas], lists: Sequence[Berkas] = ()
) -> dict[str, str]:
    """What a matter has, and what those that it called have brought it; the matter comes first.

    `lists`: those whose editions it may go on with, whatever row called them.
    """
    # Asked together: a round has a matter for each unit.
    ids = [one.id for one in matters]
    things, papers = reading.find(Ada, berkas=ids), reading.find(Naskah, berkas=ids)
    if since := decided_anew(reading, jalan, matters[0]):
        proofs = [one for one in jalan.bahan.values() if one.bukti in (BERITA_ACARA, SK)]
        keys, kinds = {one.id for one in proofs}, {one.jenis for one in proofs}
        things = [one for one in things if one.bahan not in keys or one.sejak >= since]
        papers = [one for one in papers if one.jenis not in kinds or one.dibuat >= since]
    items = reading.find(Butir, berkas=ids)
    came = reading.find(Kiriman, id=matters[0].kiriman) if matters[0].kiriman else []
    editions = _editions(reading, jalan, [*ids, *(one.id for one in lists)])
    kind = came[0].jenis if came else ""
    return states(jalan.bahan, things, papers, items, kind, editions)


def _editions(reading: Reading, jalan: Jalan, ids: list[str]) -> list[Edisi]:
    """The lists that came about in these matters; nothing is asked where the SOP makes none."""
    if all(one.wujud != EDISI for one in jalan.bahan.values()):
        return []
    return reading.find(Edisi, berkas=list(dict.fromkeys(ids)))


def decided_anew(reading: Reading, jalan: Jalan, berkas: Berkas) -> datetime | None:
    """Since when its items are decided anew, with papers of their own."""
    if not berkas.putaran:
        return None
    return decided_since(jalan.sop, berkas.bagian, reading.find(Jejak, berkas=berkas.id))


def withheld(oleh: Hadir, one: Pemegang) -> list[str]:
    """Where a person acts by this peran on withheld matters: as far as any peran shows them."""
    units = [one.unit]
    if not one.unit:
        units += sorted({x.unit for x in oleh.peran if x.instansi == one.instansi and x.unit})
    return [unit for unit in units if oleh.sees(one.instansi, unit, rahasia=True)]


def mine(oleh: Hadir) -> list[Menunggu]:
    """Where a person does steps, and as what; what one place holds is not asked for twice."""
    held: dict[tuple[str, bool], dict[str, set[str]]] = {}
    for one in oleh.peran:
        if one.peran in MAY[Act.COMPLETE]:
            for unit, rahasia in ((one.unit, False), *((x, True) for x in withheld(oleh, one))):
                units = held.setdefault((one.instansi, rahasia), {})
                units.setdefault(unit, set()).add(one.peran)
    return [
        Menunggu(Jangkauan(instansi, unit, rahasia), frozenset(own))
        for (instansi, rahasia), units in held.items()
        for unit, peran in units.items()
        if (own := peran - units.get("", set()) if unit else peran)
    ]
