"""Writing down how a request or an objection was answered."""

from __future__ import annotations

from service.acts.pendaftaran import today
from service.acts.terlihat import kiriman_for
from service.domain import jawaban
from service.domain.catatan import Catatan
from service.domain.keberatan import Keberatan, Tanggapan
from service.domain.permohonan import Keputusan, Permohonan
from service.domain.refusals import Overtaken
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx


def answer(
    house: House, oleh: Hadir, permohonan_id: str, versi: int, keputusan: Keputusan
) -> Permohonan:
    """The right half of a line of the register of requests."""
    with house.ledger.begin() as tx:
        before = tx.get(Permohonan, permohonan_id)
        _may(tx, oleh, before, versi)
        day = today(house, before.instansi, before.unit)
        after = jawaban.answered(before, keputusan, day)
        tx.save(before, after)
        _note(house, tx, oleh, before, "permohonan_dijawab")
    return after


def respond(
    house: House, oleh: Hadir, keberatan_id: str, versi: int, tanggapan: Tanggapan
) -> Keberatan:
    """What the atasan PPID said to an objection."""
    with house.ledger.begin() as tx:
        before = tx.get(Keberatan, keberatan_id)
        _may(tx, oleh, before, versi)
        day = today(house, before.instansi, before.unit)
        after = jawaban.responded(before, tanggapan, day)
        tx.save(before, after)
        _note(house, tx, oleh, before, "keberatan_ditanggapi")
    return after


def _may(tx: Tx, oleh: Hadir, one: Permohonan | Keberatan, versi: int) -> None:
    kiriman_for(tx, oleh, one.kiriman)
    oleh.need(Act.IDENTIFY, one.instansi, one.unit)
    if one.versi != versi:
        raise Overtaken("permohonan", one.id)


def _note(house: House, tx: Tx, oleh: Hadir, one: Permohonan | Keberatan, perbuatan: str) -> None:
    tx.note(Catatan(one.instansi, oleh.orang.id, perbuatan, house.clock.now(), one.id))
    tx.plan("lacak", one.id)
