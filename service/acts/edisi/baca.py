"""An edition for who may see it, and those of an agency in their order."""

from __future__ import annotations

from collections.abc import Iterable

from service.acts.orang import izin
from service.domain.catatan import Catatan
from service.domain.edisi.edisi import Edisi
from service.domain.ids import is_id
from service.domain.refusals import Overtaken, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

APA = "Edisi itu"


def edisi_for(reading: Reading, oleh: Hadir, id_: str) -> Edisi:
    """The edition, or TidakAda where it is not, or where this person may not see it."""
    found = reading.find(Edisi, id=id_) if is_id(id_) else []
    if not found or not oleh.sees(found[0].instansi):
        raise TidakAda(APA)
    return found[0]


def listed(reading: Reading, oleh: Hadir) -> list[Edisi]:
    """All editions that this person may see: drafts first, then from the newest on."""
    mine = [one for one in oleh.instansi if oleh.sees(one)]
    return ordered(reading.find(Edisi, instansi=mine) if mine else [])


def ordered(found: Iterable[Edisi]) -> list[Edisi]:
    """Drafts first, then from the newest on."""
    return sorted(found, key=lambda one: (one.urut > 0, -one.tahun, -one.urut, one.id))


def held(tx: Tx, oleh: Hadir, id_: str, versi: int) -> Edisi:
    """The edition as the person saw it, to be changed."""
    before = edisi_for(tx, oleh, id_)
    tx.hold_editions(before.instansi)
    before = tx.get(Edisi, id_)
    if before.versi != versi:
        raise Overtaken("edisi", id_)
    return before


def may_draw_up(oleh: Hadir, instansi: str) -> bool:
    """Whether a person draws up editions of an agency."""
    return oleh.may(Act.VERIFY, instansi)


def noted(
    house: House, tx: Tx, one: Edisi, who: izin.Izin, apa: str, told: dict[str, str] | None = None
) -> None:
    """The line of the journal, with the reason of one who did both parts in a row of its own."""
    said = {"daftar": one.daftar, "pemegang": who.pemegang, **(told or {})}
    if kata := izin.written(house, tx, one.instansi, one.id, who.alasan):
        said |= {"seorang": kata}
    tx.note(Catatan(one.instansi, who.siapa, apa, house.clock.now(), one.id, said))
