"""The rounds of an agency, month by month: each unit's part, its lists, and how far it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from service.acts.instansi.packs import agency
from service.acts.lihat.berkas import UNIT, is_unit, seen
from service.acts.lihat.terlihat import reach
from service.acts.sop.daftar import sops
from service.domain import putaran as p
from service.domain.berkas import BERJALAN, DIBATALKAN, Berkas
from service.domain.daftar_unit.masuk import DaftarMasuk
from service.domain.instansi import Instansi
from service.domain.putaran import Bagian, Baris, Daftar, Unit
from service.domain.sop.jalan import unit_rows
from service.domain.sop.masa import masa as masa_of
from service.domain.sop.masa import rentang, round_id, sebutan
from service.domain.wewenang import Hadir
from service.ports import House, Reading

BULAN = 12  # months that the list of rounds goes back
PERAN_UNIT = "unit"
_MIDNIGHT = time(0)


@dataclass(frozen=True)
class Putaran:
    """One round as a person may see it; without a matter where no SOP opens rounds."""

    instansi: str
    masa: str
    nama: str
    unit: tuple[Unit, ...]
    berkas: str = ""
    berirama: bool = True  # an SOP opens it and sets its days


@dataclass(frozen=True)
class _Irama:
    """What an SOP asks of every unit again and again."""

    sop: str
    bagian: str
    bulan: int


def rounds(house: House, oleh: Hadir, instansi: str, today: date) -> list[Putaran]:
    """Those of the last months in which there is something to see, the latest first."""
    months = [f"{one:%Y-%m}" for one in _months(today)]
    return [one for one in _found(house, oleh, instansi, months) if one.unit]


def of_period(house: House, oleh: Hadir, instansi: str, masa: str) -> list[Putaran]:
    """The rounds of one period, with every unit that has a part in it."""
    return [one for one in _found(house, oleh, instansi, [masa]) if one.unit]


def _months(today: date) -> Iterator[date]:
    first = today.replace(day=1)
    for _ in range(BULAN):
        yield first
        first = (first - timedelta(days=1)).replace(day=1)


def _found(house: House, oleh: Hadir, instansi: str, months: Collection[str]) -> list[Putaran]:
    body = agency(house.packs, instansi)
    rhythm = list(_rhythm(house, instansi))
    pending = lines(house, oleh, instansi)
    with house.ledger.read() as reading:
        came = _lists(reading, oleh, body)
        if not rhythm:
            return _by_month(house, oleh, body, months, came, pending)
        asked = _asked(instansi, rhythm, months)
        heads = reading.find(Berkas, id=list(asked), instansi=instansi) if asked else []
        heads = [one for one in heads if one.keadaan != DIBATALKAN]
        below = reading.find(Berkas, induk=[one.id for one in heads]) if heads else []
    return _by_round(house, oleh, body, asked, heads, below, came, pending)


def _rhythm(house: House, instansi: str) -> Iterator[_Irama]:
    for kode, sop in sops(house.packs, instansi).items():
        for part in sop.parts():
            if part.berkala.jumlah and unit_rows(sop, part.id):
                yield _Irama(kode, part.id, part.berkala.jumlah)


def _asked(
    instansi: str, rhythm: Collection[_Irama], months: Collection[str]
) -> dict[str, tuple[str, int]]:
    """The ids that rounds of these months have, each with its period and its length."""
    found = {}
    for one in rhythm:
        for month in months:
            period = masa_of(one.bulan, rentang(month, 1)[0])
            found[round_id(instansi, one.sop, one.bagian, period)] = (period, one.bulan)
    return found


def lines(house: House, oleh: Hadir, instansi: str) -> Mapping[str, Baris]:
    """How many lines of each unit wait to be verified or to be written again."""
    places = [one for one in reach(house, oleh) if one.instansi == instansi and not one.rahasia]
    found = dict[str, Baris]()
    for unit, back, many in house.informasi.pending(places):
        one = found.get(unit, Baris())
        found[unit] = (
            Baris(one.menunggu, one.kembali + many)
            if back
            else Baris(one.menunggu + many, one.kembali)
        )
    return found


def _lists(reading: Reading, oleh: Hadir, body: Instansi) -> dict[str, list[Daftar]]:
    """The lists of each unit that this person may know of; what is to be withheld is none."""
    found = defaultdict[str, list[Daftar]](list)
    for one in reading.find(DaftarMasuk, instansi=body.kode):
        if not one.tertutup and oleh.sees(body.kode, one.unit):
            found[one.unit].append(list_of(body, one))
    return found


def list_of(body: Instansi, one: DaftarMasuk) -> Daftar:
    """What counts of a list for its round."""
    on = body.kalender_of(one.unit).tanggal(one.dibuat)
    return Daftar(one.id, one.unit, one.keadaan, one.dibuat, on, bool(one.kembali))


def part_of(one: Berkas) -> Bagian:
    """The part of a unit as its matter stands."""
    waits = one.keadaan == BERJALAN and (
        one.ditunda is not None or PERAN_UNIT in one.menunggu.split("+")
    )
    return Bagian(
        one.untuk.removeprefix(UNIT),
        one.masa,
        one.dibuka,
        one.id,
        one.versi,
        one.ditutup,
        one.sejak,
        pada_unit=waits,
        dipulangkan=one.putaran > 0,
        hasil=one.hasil,
        jatuh=one.jatuh if waits else None,
    )


def _by_round(
    house: House,
    oleh: Hadir,
    body: Instansi,
    asked: Mapping[str, tuple[str, int]],
    heads: Collection[Berkas],
    below: Collection[Berkas],
    came: Mapping[str, list[Daftar]],
    pending: Mapping[str, Baris],
) -> list[Putaran]:
    mine = [one for one in below if is_unit(one) and one.keadaan != DIBATALKAN and seen(oleh, one)]
    by_head = {
        head.id: p.last_of_each(part_of(one) for one in mine if one.induk == head.id)
        for head in heads
    }
    paid = dict[Bagian, tuple[Daftar, ...]]()
    for unit in {part.unit for parts in by_head.values() for part in parts}:
        parts = [one for parts in by_head.values() for one in parts if one.unit == unit]
        paid |= p.assigned(parts, came.get(unit, ()))
    order = [one.id for one in body.unit]
    found = []
    for head in sorted(heads, key=lambda one: (one.masa, one.dibuka), reverse=True):
        units = tuple(
            p.judged(one, paid[one], pending.get(one.unit, Baris()), _today(house, body, one.unit))
            for one in sorted(by_head[head.id], key=lambda x: _place(order, x.unit))
        )
        period, many = asked[head.id]
        shown = head.id if seen(oleh, head) else ""
        found.append(Putaran(body.kode, period, sebutan(period, many), units, shown))
    return found


def _by_month(
    house: House,
    oleh: Hadir,
    body: Instansi,
    months: Collection[str],
    came: Mapping[str, list[Daftar]],
    pending: Mapping[str, Baris],
) -> list[Putaran]:
    """What came in each month where no SOP sets a rhythm; nobody is late."""
    found = []
    for month in sorted(months, reverse=True):
        if not any(_in(one, month) for some in came.values() for one in some):
            continue
        units = []
        first = body.kalender_of("").moment(rentang(month, 1)[0], _MIDNIGHT)
        for unit in body.unit:
            its = [one for one in came.get(unit.id, ()) if one.berarti]
            here = sorted((x for x in its if _in(x, month)), key=lambda x: (x.pada, x.id))
            if not oleh.sees(body.kode, unit.id) or (unit.sampai is not None and not here):
                continue
            latest = bool(here) and max(its, key=lambda x: (x.pada, x.id)) == here[-1]
            left = pending.get(unit.id, Baris()) if latest else Baris()
            today = _today(house, body, unit.id)
            units.append(p.judged(Bagian(unit.id, month, first), here, left, today))
        found.append(Putaran(body.kode, month, sebutan(month, 1), tuple(units), berirama=False))
    return found


def _in(one: Daftar, month: str) -> bool:
    return f"{one.tanggal:%Y-%m}" == month


def _today(house: House, body: Instansi, unit: str) -> date:
    return body.kalender_of(unit).tanggal(house.clock.now())


def _place(order: list[str], unit: str) -> int:
    return order.index(unit) if unit in order else len(order)
