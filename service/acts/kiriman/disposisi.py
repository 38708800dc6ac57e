"""A letter is given to those who work on it, taken up by them, passed on, and done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from service.acts.instansi.packs import agency
from service.acts.lihat.kenangan import need_letter
from service.acts.lihat.penerima import Penerima, is_for, recipients
from service.acts.lihat.terlihat import kiriman_for, seen
from service.acts.orang.hadir import day
from service.domain.catatan import Catatan
from service.domain.disposisi import (
    BukanUntukAnda,
    Disposisi,
    TidakDapatMelihat,
    checked,
    done,
    passed,
    taken,
)
from service.domain.kiriman import Kiriman
from service.domain.orang import DEFINITIF, DELEGASI, Pemegang
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

SEBANYAK = 20  # lines of one sheet


class TanpaPenerima(Refusal):
    """A sheet for nobody."""

    def __init__(self) -> None:
        super().__init__("Pilih sedikitnya satu penerima. Belum ada yang dikirim.")


@dataclass(frozen=True)
class Perintah:
    """What is written on the sheet."""

    kepada: tuple[str, ...]  # orang/<id> or peran/<peran>
    isi: tuple[str, ...] = ()
    catatan: str = ""
    sifat: str = "biasa"
    batas: date | None = None


def send(house: House, oleh: Hadir, kiriman_id: str, perintah: Perintah) -> list[Disposisi]:
    """The letter in the hands of these people, by a head's word."""
    with house.ledger.begin() as tx:
        kiriman = kiriman_for(tx, oleh, kiriman_id)
        held = oleh.need(Act.DISPOSE, kiriman.instansi, kiriman.unit)
        need_letter(tx, kiriman.id)
        return _written(house, tx, oleh, held, kiriman, perintah)


def pass_on(
    house: House, oleh: Hadir, disposisi_id: str, versi: int, perintah: Perintah
) -> list[Disposisi]:
    """The letter passed on by one to whom it was given."""
    with house.ledger.begin() as tx:
        before, kiriman = _mine(tx, oleh, disposisi_id, versi)
        need_letter(tx, kiriman.id)
        tx.save(before, passed(before, oleh.orang.id, house.clock.now()))
        return _written(house, tx, oleh, _by_what(oleh, before), kiriman, perintah, before.id)


def take(house: House, oleh: Hadir, disposisi_id: str, versi: int) -> Disposisi:
    """Confirmed by one to whom it was given."""
    with house.ledger.begin() as tx:
        before, _ = _mine(tx, oleh, disposisi_id, versi)
        after = taken(before, oleh.orang.id, house.clock.now())
        tx.save(before, after)
        _note(house, tx, oleh, "disposisi_diterima", before)
    return after


def finish(house: House, oleh: Hadir, disposisi_id: str, versi: int, hasil: str) -> Disposisi:
    """Done, with a word on how."""
    with house.ledger.begin() as tx:
        before, _ = _mine(tx, oleh, disposisi_id, versi)
        after = done(before, oleh.orang.id, hasil, house.clock.now())
        tx.save(before, after)
        _note(house, tx, oleh, "disposisi_selesai", before)
    return after


def disposisi_for(reading: Reading, oleh: Hadir, disposisi_id: str) -> tuple[Disposisi, Kiriman]:
    """A disposisi and its letter, or TidakAda where this person may not see the letter."""
    found = reading.find(Disposisi, id=disposisi_id)
    if not found:
        raise TidakAda("Disposisi itu")
    try:
        return found[0], kiriman_for(reading, oleh, found[0].kiriman)
    except TidakAda:
        raise TidakAda("Disposisi itu") from None  # or the word alone would say that it is there


def open_for(house: House, oleh: Hadir) -> list[tuple[Disposisi, Kiriman]]:
    """What waits for a person, oldest first, as far as they may see it."""
    names = {oleh.orang.id, *(one.peran for one in oleh.peran)}
    rows = [one for one in house.register.waiting(oleh.instansi, names) if is_for(one, oleh)]
    with house.ledger.read() as reading:
        pairs = [(one, reading.get(Kiriman, one.kiriman)) for one in rows]
        return [(one, kiriman) for one, kiriman in pairs if seen(reading, oleh, kiriman)]


def _mine(tx: Tx, oleh: Hadir, disposisi_id: str, versi: int) -> tuple[Disposisi, Kiriman]:
    before, kiriman = disposisi_for(tx, oleh, disposisi_id)
    if not is_for(before, oleh):
        raise BukanUntukAnda
    if before.versi != versi:
        raise Overtaken("disposisi", disposisi_id)
    return before, kiriman


def _by_what(oleh: Hadir, one: Disposisi) -> Pemegang:
    """The peran in which somebody passes on what was given to them."""
    here = [held for held in oleh.peran if held.instansi == one.instansi]
    named = [held for held in here if held.peran == one.kepada]
    return (named or here)[0]


def _written(
    house: House,
    tx: Tx,
    oleh: Hadir,
    held: Pemegang,
    kiriman: Kiriman,
    perintah: Perintah,
    asal: str = "",
) -> list[Disposisi]:
    offered = {one.kunci: one for one in recipients(house, tx, kiriman)}
    chosen = list(dict.fromkeys(perintah.kepada))[:SEBANYAK]
    if not chosen:
        raise TanpaPenerima
    today = day(tx, kiriman.instansi, house.clock.now())
    lines = []
    for kunci in chosen:
        if kunci not in offered:
            raise TidakDapatMelihat("Salah satu penerima")
        line = checked(_line(house, oleh, held, kiriman, offered[kunci], perintah, asal), today)
        tx.add(line)
        lines.append(line)
    perbuatan = "disposisi_diteruskan" if asal else "disposisi_dikirim"
    _note(house, tx, oleh, perbuatan, *lines)
    return lines


def _line(
    house: House,
    oleh: Hadir,
    held: Pemegang,
    kiriman: Kiriman,
    kepada: Penerima,
    perintah: Perintah,
    asal: str,
) -> Disposisi:
    return Disposisi(
        id=house.new_id(),
        kiriman=kiriman.id,
        instansi=kiriman.instansi,
        dari=oleh.orang.id,
        dari_sebagai=_as(house, held),
        kepada_jenis=kepada.jenis,
        kepada=kepada.id,
        kepada_nama=kepada.nama,
        dibuat=house.clock.now(),
        isi=perintah.isi,
        catatan=perintah.catatan,
        sifat=perintah.sifat,
        batas=perintah.batas,
        asal=asal,
    )


def _as(house: House, held: Pemegang) -> str:
    """The office in which somebody writes, as it is printed."""
    sebutan = agency(house.packs, held.instansi).sebutan(held.peran)
    if held.sebagai == DEFINITIF:
        return sebutan
    return f"a.n. {sebutan}" if held.sebagai == DELEGASI else f"{held.sebagai.title()}. {sebutan}"


def _note(house: House, tx: Tx, oleh: Hadir, perbuatan: str, *lines: Disposisi) -> None:
    told = {"disposisi": " ".join(one.id for one in lines)}
    at = lines[0]
    now = house.clock.now()
    tx.note(Catatan(at.instansi, oleh.orang.id, perbuatan, now, at.kiriman, told))
