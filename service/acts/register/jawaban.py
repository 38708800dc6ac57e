"""Writing down how a request or an objection was answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.acts.baris import tenggat_ikut
from service.acts.baris.pendaftaran import today
from service.acts.lihat.terlihat import file_for, kiriman_for
from service.domain import jawaban
from service.domain.catatan import Catatan
from service.domain.keberatan import Keberatan, SuratTanggapan, Tanggapan
from service.domain.permohonan import Keputusan, Permohonan
from service.domain.refusals import Overtaken
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


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
        tenggat_ikut.objections(house, tx, before, after)
        _note(house, tx, oleh, before, "permohonan_dijawab")
    return after


@dataclass(frozen=True)
class Jawab:
    """What the atasan PPID said to an objection, and the paper of it."""

    tanggapan: Tanggapan
    surat: SuratTanggapan = field(default_factory=SuratTanggapan)


def look(house: House, oleh: Hadir, keberatan_id: str, versi: int, said: Jawab) -> None:
    """Refuse what `respond` would refuse, before a scan is taken in for it."""
    with house.ledger.read() as reading:
        _responded(house, reading, oleh, reading.get(Keberatan, keberatan_id), versi, said)


def respond(house: House, oleh: Hadir, keberatan_id: str, versi: int, said: Jawab) -> Keberatan:
    """The answer in the register; of who is not the atasan PPID only with its signed paper."""
    with house.ledger.begin() as tx:
        before = tx.get(Keberatan, keberatan_id)
        if said.surat.file:
            file_for(tx, oleh, said.surat.file)
        after = _responded(house, tx, oleh, before, versi, said)
        tx.save(before, after)
        tenggat_ikut.disputes(house, tx, after)
        _note(house, tx, oleh, before, "keberatan_ditanggapi")
    return after


def _responded(
    house: House, reading: Reading, oleh: Hadir, before: Keberatan, versi: int, said: Jawab
) -> Keberatan:
    sendiri = oleh.may(Act.RESPOND, before.instansi, before.unit)
    _may(reading, oleh, before, versi, Act.RESPOND if sendiri else Act.IDENTIFY)
    day = today(house, before.instansi, before.unit)
    return jawaban.responded(before, said.tanggapan, said.surat, day, sendiri=sendiri)


def _may(
    tx: Reading, oleh: Hadir, one: Permohonan | Keberatan, versi: int, act: Act = Act.IDENTIFY
) -> None:
    kiriman_for(tx, oleh, one.kiriman)
    oleh.need(act, one.instansi, one.unit)
    if one.versi != versi:
        raise Overtaken("permohonan", one.id)


def _note(house: House, tx: Tx, oleh: Hadir, one: Permohonan | Keberatan, perbuatan: str) -> None:
    tx.note(Catatan(one.instansi, oleh.orang.id, perbuatan, house.clock.now(), one.id))
    tx.plan("lacak", one.id)
