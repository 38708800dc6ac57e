"""The table of days off of an instansi: laid once from the seed, kept by its officers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from service.acts.instansi.packs import agency
from service.acts.orang.hadir import day
from service.domain.catatan import Catatan
from service.domain.kalender import Kalender
from service.domain.libur import Libur, TahunSudahBerisi, checked, without_twin
from service.domain.refusals import Overtaken
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


@dataclass(frozen=True)
class IsianLibur:
    """What a form says of a day off."""

    tanggal: date
    nama: str
    jenis: str
    rujukan: str = ""
    sementara: bool = False


TENGGAT = "tenggat"  # the job that counts open matters anew


def kalender(house: House, reading: Reading, instansi: str, unit: str = "") -> Kalender:
    """The calendar of a unit as its pack and its table say."""
    rules = agency(house.packs, instansi).kalender_of(unit)
    return rules.with_libur(reading.find(Libur, instansi=instansi))


def days_off(reading: Reading, instansi: str, tahun: int) -> list[Libur]:
    """The table of one year, by date."""
    found = [x for x in reading.find(Libur, instansi=instansi) if x.tanggal.year == tahun]
    return sorted(found, key=lambda x: (x.tanggal, x.jenis, x.nama))


def lay_first(house: House, tx: Tx, instansi: str) -> None:
    """The tables of this year and the next, for an instansi that goes to work."""
    this_year = day(tx, instansi, house.clock.now()).year
    for tahun in (this_year, this_year + 1):
        if not days_off(tx, instansi, tahun):
            _lay(house, tx, instansi, tahun)


def _lay(house: House, tx: Tx, instansi: str, tahun: int) -> int:
    this_year = day(tx, instansi, house.clock.now()).year
    rows = house.holidays.libur(instansi, (tahun,), this_year)
    tx.add_all(rows)
    return len(rows)


def seed(house: House, oleh: Hadir, instansi: str, tahun: int) -> int:
    """The first table of a year; how many days it has. TahunSudahBerisi where there is one."""
    oleh.need(Act.CALENDAR, instansi)
    with house.ledger.begin() as tx:
        if days_off(tx, instansi, tahun):
            raise TahunSudahBerisi(tahun)
        hari = _lay(house, tx, instansi, tahun)
        _note(house, tx, oleh, instansi, "kalender_diisi", tahun=str(tahun), hari=str(hari))
    return hari


def add(house: House, oleh: Hadir, instansi: str, isian: IsianLibur) -> Libur:
    """A day off more."""
    oleh.need(Act.CALENDAR, instansi)
    one = checked(_filled(Libur(house.new_id(), instansi, isian.tanggal, "", ""), isian))
    with house.ledger.begin() as tx:
        tx.add(without_twin(one, days_off(tx, instansi, one.tanggal.year)))
        _note(house, tx, oleh, instansi, "libur_ditambah", one.id, tanggal=str(one.tanggal))
    return one


def change(house: House, oleh: Hadir, libur_id: str, versi: int, isian: IsianLibur) -> Libur:
    """A day off as a new decree has it; Overtaken where somebody else changed it."""
    with house.ledger.begin() as tx:
        before = _seen(tx, oleh, libur_id, versi)
        after = checked(_filled(before, isian))
        without_twin(after, days_off(tx, before.instansi, after.tanggal.year))
        tx.save(before, after)
        told = {"sebelum": str(before.tanggal), "sesudah": str(after.tanggal)}
        _note(house, tx, oleh, before.instansi, "libur_diubah", before.id, **told)
    return after


def remove(house: House, oleh: Hadir, libur_id: str, versi: int) -> None:
    """A working day again."""
    with house.ledger.begin() as tx:
        before = _seen(tx, oleh, libur_id, versi)
        tx.drop(before)
        told = {"tanggal": str(before.tanggal)}
        _note(house, tx, oleh, before.instansi, "libur_dihapus", before.id, **told)


def _filled(before: Libur, isian: IsianLibur) -> Libur:
    return replace(
        before,
        tanggal=isian.tanggal,
        nama=isian.nama,
        jenis=isian.jenis,
        rujukan=isian.rujukan,
        sementara=isian.sementara,
    )


def _seen(tx: Tx, oleh: Hadir, libur_id: str, versi: int) -> Libur:
    before = tx.get(Libur, libur_id)
    oleh.reach(Act.CALENDAR, before.instansi)
    if before.versi != versi:
        raise Overtaken("libur", libur_id)
    return before


def _note(
    house: House,
    tx: Tx,
    oleh: Hadir,
    instansi: str,
    perbuatan: str,
    tentang: str = "",
    **rincian: str,
) -> None:
    now = house.clock.now()
    tx.note(Catatan(instansi, oleh.orang.id, perbuatan, now, tentang or instansi, rincian))
    tx.plan(TENGGAT, instansi)
