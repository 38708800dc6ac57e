"""The meeting of a step: written down, called, reported on, and called again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from service.acts.lihat.berkas import berkas_for, peran_in
from service.acts.orang import izin
from service.acts.orang.hadir import day
from service.acts.sop.versi import Jalan, walked
from service.domain import rapat as aturan
from service.domain.berkas import Berkas, need_open
from service.domain.catatan import Catatan
from service.domain.rapat import TERBANYAK, Rapat
from service.domain.rapat_berkas import RapatBerkas, is_past, lacking, latest, written
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.sop.bentuk import Langkah
from service.domain.sop.jalan import Keadaan
from service.domain.sop.jejak import Jejak
from service.domain.sop.rapat import meeting_row, meets, met_since, those_who_meet
from service.domain.sop.tolakan import BukanPelaksana
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

ACARA_TERBANYAK = 50


class RapatTidakSah(Refusal):
    """A meeting that cannot be settled so; `faults` by field."""

    def __init__(self, faults: dict[str, str]) -> None:
        super().__init__(f"{' '.join(faults.values())} Belum ada yang disimpan.")
        self.faults = tuple(faults.values())


class BelumSelesai(Refusal):
    """The next meeting is called when the last one is written down whole."""

    status = 409

    def __init__(self, kurang: Sequence[str]) -> None:
        super().__init__(
            f"Rapat berikutnya disiapkan sesudah rapat ini lengkap. {' '.join(kurang)} "
            "Bila rapatnya hanya diundur, ubah tanggalnya di sini."
        )


@dataclass(frozen=True)
class Tulis:
    """What a person writes of a meeting; its id makes a second try the same, versi 0 begins it."""

    id: str
    berkas: str
    versi: int
    rapat: Rapat


def write(house: House, oleh: Hadir, asked: Tulis) -> RapatBerkas:
    """A draft; it may have gaps."""
    return _kept(house, oleh, asked, lambda one, _now, _today: one, "rapat_diisi")


def invite(house: House, oleh: Hadir, asked: Tulis) -> RapatBerkas:
    """The invitation settled, as it is printed from then on; RapatTidakSah where it has gaps."""

    def settled(one: RapatBerkas, now: datetime, _today: date) -> RapatBerkas:
        _need(aturan.before(one.rapat))
        return replace(one, diundang=now)

    return _kept(house, oleh, asked, settled, "rapat_diundang")


def report(house: House, oleh: Hadir, asked: Tulis) -> RapatBerkas:
    """Who came and what was agreed, settled; RapatTidakSah where something is not said."""

    def settled(one: RapatBerkas, now: datetime, today: date) -> RapatBerkas:
        _need(aturan.after(one.rapat, today))
        return replace(one, dilaporkan=now)

    return _kept(house, oleh, asked, settled, "rapat_dilaporkan")


def _need(faults: dict[str, str]) -> None:
    if faults:
        raise RapatTidakSah(faults)


Tetapkan = Callable[[RapatBerkas, datetime, date], RapatBerkas]


def _kept(house: House, oleh: Hadir, asked: Tulis, settle: Tetapkan, apa: str) -> RapatBerkas:
    _need(_too_many(asked.rapat))
    with house.ledger.begin() as tx:
        known = tx.find(RapatBerkas, berkas=asked.berkas)
        found = next((one for one in known if one.id == asked.id), None)
        berkas, row, siapa = _leave(tx, oleh, asked.berkas, found)
        before = found or _begun(house, berkas, row, known, asked)
        if found and not asked.versi and written(found, asked.rapat) == found:
            return found  # the same form, sent a second time
        if found and found.versi != asked.versi:
            raise Overtaken("rapat", asked.id)
        now = house.clock.now()
        after = settle(written(before, asked.rapat), now, day(tx, berkas.instansi, now))
        if found is None:
            tx.add(after)
        elif after == found:
            return found
        else:
            tx.save(found, after)
        tx.note(Catatan(berkas.instansi, siapa, apa, now, berkas.id, {"rapat": before.id}))
    return replace(after, versi=found.versi + 1) if found else after


def _too_many(one: Rapat) -> dict[str, str]:
    found = {}
    if len(one.peserta) > TERBANYAK:
        found["peserta"] = f"Paling banyak {TERBANYAK} orang dalam satu undangan."
    if len(one.acara) > ACARA_TERBANYAK:
        found["acara"] = f"Paling banyak {ACARA_TERBANYAK} pokok acara dalam satu rapat."
    return found


def _begun(
    house: House, berkas: Berkas, row: Langkah, known: Sequence[RapatBerkas], asked: Tulis
) -> RapatBerkas:
    """A new meeting of the row, where it has none yet."""
    if asked.versi:
        raise TidakAda("Rapat itu")
    if latest(known, row.id):
        raise Overtaken("rapat", asked.id)
    return RapatBerkas(asked.id, berkas.id, row.id, _next(known), sejak=house.clock.now())


def _next(known: Sequence[RapatBerkas]) -> int:
    return max((one.urut for one in known), default=0) + 1


def again(house: House, oleh: Hadir, berkas_id: str, rapat_id: str, next_id: str) -> RapatBerkas:
    """The next meeting of the same people; the same for the same id."""
    with house.ledger.begin() as tx:
        known = tx.find(RapatBerkas, berkas=berkas_id)
        before = next((one for one in known if one.id == rapat_id), None)
        berkas, row, siapa = _leave(tx, oleh, berkas_id, before)
        for same in (one for one in known if one.id == next_id):
            return same
        if before is None:
            raise TidakAda("Rapat itu")
        if latest(known, row.id) != before:
            raise Overtaken("rapat", rapat_id)
        now = house.clock.now()
        past = is_past(before, round_since(tx, walked(tx, berkas), berkas, row))
        kurang = lacking([before], row.id, day(tx, berkas.instansi, now))
        if kurang and not past:
            raise BelumSelesai(kurang)
        blank = RapatBerkas(next_id, berkas.id, row.id, _next(known), sejak=now)
        after = written(blank, aturan.again(before.rapat))
        tx.add(after)
        told = {"rapat": after.id}
        tx.note(Catatan(berkas.instansi, siapa, "rapat_disiapkan", now, berkas.id, told))
    return after


def _leave(
    tx: Tx, oleh: Hadir, berkas_id: str, one: RapatBerkas | None
) -> tuple[Berkas, Langkah, str]:
    """The matter, the row of the meeting, and who acts; refused to who has no part in it."""
    berkas = berkas_for(tx, oleh, berkas_id)
    need_open(berkas)
    jalan = walked(tx, berkas)
    row = jalan.sop.row(one.langkah) if one else meeting_row(jalan.sop, berkas.posisi)
    if row is None:
        raise TidakAda("Rapat di SOP berkas ini")
    if not may_write(jalan, berkas, row, oleh):
        names = those_who_meet(jalan.sop, jalan.bahan, row)
        raise BukanPelaksana([jalan.sop.sebutan(each) for each in names])
    given = izin.need(tx, oleh, Act.COMPLETE, izin.Tempat(berkas.instansi, berkas.unit))
    return berkas, row, given.siapa


def may_write(jalan: Jalan, berkas: Berkas, row: Langkah, oleh: Hadir) -> bool:
    """Whether somebody has a part in the meeting of a row, or has the step in hand."""
    held = peran_in(oleh, berkas)
    mine = berkas.pemilik == oleh.orang.id
    return mine or any(
        jalan.sop.peran(one) in held for one in those_who_meet(jalan.sop, jalan.bahan, row)
    )


def with_meeting(
    reading: Reading, jalan: Jalan, berkas: Berkas, known: Keadaan, now: datetime
) -> Keadaan:
    """What is known of a matter, with what the meeting of its row still lacks."""
    if not berkas.langkah or not meets(jalan.sop.row(berkas.langkah)):
        return known
    meetings = reading.find(RapatBerkas, berkas=berkas.id)
    today = day(reading, berkas.instansi, now)
    since = round_since(reading, jalan, berkas, jalan.sop.row(berkas.langkah))
    return replace(known, rapat=lacking(meetings, berkas.langkah, today, since))


def round_since(reading: Reading, jalan: Jalan, berkas: Berkas, row: Langkah) -> datetime | None:
    """Since when a matter needs another meeting of a row; None where the first one counts."""
    if not berkas.putaran:
        return None
    return met_since(jalan.sop, row, reading.find(Jejak, berkas=berkas.id))
