"""What ends on which day, for one agency, as far as a person may see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from service.acts.lihat.terlihat import reach
from service.acts.pengingat.hukum import ends
from service.acts.pengingat.pengecualian import in_the_list, terms
from service.acts.pengingat.sengketa import days as disputed
from service.acts.ttd.pengingat_hari import Hari
from service.domain.berkas import Berkas
from service.domain.informasi.kode import spoken
from service.domain.ingat import HUKUM, KEBERATAN, NORMA, PENGECUALIAN, PERMOHONAN, SENGKETA
from service.domain.kalender import Kalender
from service.domain.keberatan import Keberatan
from service.domain.permohonan import Permohonan
from service.domain.wewenang import Hadir
from service.ports import House
from service.ports.kiriman import Jangkauan
from service.ports.tenggat import Masa

TERBANYAK = 500  # of each kind; a page that reached it says so


@dataclass(frozen=True)
class Berakhir:
    """One term, the day it ends, and what it belongs to."""

    tanggal: date
    apa: str
    id: str
    unit: str
    kata: str
    perihal: str
    rahasia: bool = False
    berkas: str = ""  # of an item: its matter
    kunci: str = ""  # apart from other days of the same dispute
    tuntas: bool = False  # over once its day went by, so that it is never late


@dataclass(frozen=True)
class Lembar:
    """The terms of some days, the calendar they are counted by, and what was left out."""

    kalender: Kalender
    hari_ini: date
    berakhir: tuple[Berakhir, ...]
    terpotong: tuple[str, ...] = ()  # kinds of which there are more than a page holds


@dataclass(frozen=True)
class Diminta:
    """From which day to which, of which kinds, of which unit; empty is all."""

    instansi: str
    dari: date
    sampai: date
    apa: frozenset[str] = frozenset()
    unit: str = ""


def sheet(house: House, oleh: Hadir, asked: Diminta) -> Lembar:
    """The days that were asked for, each term on its own."""
    places = _places(house, oleh, asked)
    found, cut = list[Berakhir](), list[str]()
    with house.ledger.read() as reading:
        hari = Hari(house, reading)
        for apa, ask in _ASK.items():
            if places and (not asked.apa or apa in asked.apa):
                some = list(ask(house, hari, places, asked))
                found += some[:TERBANYAK]
                cut += [apa] if len(some) > TERBANYAK else []
        cut += sorted(hari.terpotong - set(cut))
        days, today = hari.of(asked.instansi), hari.today(asked.instansi)
    order = {apa: n for n, apa in enumerate(_ASK)}
    found.sort(key=lambda one: (one.tanggal, order[one.apa], one.perihal, one.id))
    return Lembar(days, today, tuple(found), tuple(cut))


def _places(house: House, oleh: Hadir, asked: Diminta) -> list[Jangkauan]:
    here = [one for one in reach(house, oleh) if one.instansi == asked.instansi]
    if not asked.unit:
        return here
    own = [one for one in here if one.unit in ("", asked.unit)]
    return [Jangkauan(one.instansi, asked.unit, one.rahasia) for one in own]


def _hukum(house: House, hari: Hari, places: list[Jangkauan], asked: Diminta) -> Iterator[Berakhir]:
    for one in house.terms.hukum(places, Masa(asked.dari, asked.sampai), TERBANYAK + 1):
        assert one.tenggat
        yield _matter(hari, one, one.tenggat, HUKUM)


def _norma(house: House, hari: Hari, places: list[Jangkauan], asked: Diminta) -> Iterator[Berakhir]:
    days = hari.of(asked.instansi)
    first, last = days.moment(asked.dari, time.min), days.moment(asked.sampai, time.max)
    for one in house.terms.norma(places, first, last, TERBANYAK + 1):
        assert one.norma
        yield _matter(hari, one, days.tanggal(one.norma), NORMA)


def _matter(hari: Hari, one: Berkas, on: date, apa: str) -> Berakhir:
    step = hari.step(one)
    kata = step.kegiatan if step else ""
    return Berakhir(on, apa, one.id, one.unit, kata, one.judul, one.rahasia)


def _requests(
    house: House, _hari: Hari, places: list[Jangkauan], asked: Diminta
) -> Iterator[Berakhir]:
    masa = Masa(asked.dari, asked.sampai)
    for one, rahasia in house.terms.permohonan(places, masa, TERBANYAK + 1):
        yield _legal(one, PERMOHONAN, one.nomor_daftar or one.nomor_agenda, rahasia=rahasia)


def _objections(
    house: House, _hari: Hari, places: list[Jangkauan], asked: Diminta
) -> Iterator[Berakhir]:
    masa = Masa(asked.dari, asked.sampai)
    for one, rahasia in house.terms.keberatan(places, masa, TERBANYAK + 1):
        yield _legal(one, KEBERATAN, one.nomor or one.nomor_agenda, rahasia=rahasia)


def _legal(one: Permohonan | Keberatan, apa: str, name: str, *, rahasia: bool) -> Berakhir:
    kata = "Jawab permohonan" if apa == PERMOHONAN else "Tanggapi keberatan"
    return Berakhir(one.tenggat, apa, one.id, one.unit, kata, name, rahasia)


def _disputes(
    house: House, hari: Hari, places: list[Jangkauan], asked: Diminta
) -> Iterator[Berakhir]:
    for one in disputed(house, hari, places, Masa(asked.dari, asked.sampai)):
        about, on = one.sengketa, one.hari
        at = (on.tanggal, SENGKETA, about.id, about.unit)
        yield Berakhir(*at, on.kata, about.nomor, one.rahasia, kunci=on.kunci, tuntas=True)


def _exclusions(
    house: House, hari: Hari, places: list[Jangkauan], asked: Diminta
) -> Iterator[Berakhir]:
    due = list(ends(house, hari, places, Masa(asked.dari, asked.sampai)))
    own = in_the_list(hari, {item.id for item, _, _ in due})  # told of by the piece itself
    for item, matter, last in due:
        if item.id in own:
            continue
        yield Berakhir(
            last,
            PENGECUALIAN,
            item.id,
            matter.unit,
            "Pengecualian berakhir",
            item.judul,
            matter.rahasia,
            matter.id,
        )
    for one in terms(house, hari, places, (asked.dari, asked.sampai)):
        assert one.dik.akhir
        name, kata = spoken(one.kode), "Pengecualian berakhir"
        yield Berakhir(one.dik.akhir, PENGECUALIAN, one.id, one.unit, kata, name, rahasia=True)


_ASK: dict[str, Callable[[House, Hari, list[Jangkauan], Diminta], Iterator[Berakhir]]] = {
    HUKUM: _hukum,
    PERMOHONAN: _requests,
    KEBERATAN: _objections,
    SENGKETA: _disputes,
    PENGECUALIAN: _exclusions,
    NORMA: _norma,
}


def per_day(house: House, oleh: Hadir, instansi: str, banyak: int) -> tuple[Lembar, list[int]]:
    """How much ends on each of so many days from today, exclusions left out; its calendar."""
    places = [one for one in reach(house, oleh) if one.instansi == instansi]
    with house.ledger.read() as reading:
        hari = Hari(house, reading)
        days, today = hari.of(instansi), hari.today(instansi)
    if not places:
        return Lembar(days, today, ()), [0] * banyak
    every = [today + timedelta(days=n) for n in range(banyak + 1)]
    begins, masa = [days.moment(one, time.min) for one in every], Masa(today, every[-2])
    many = house.terms.per_hari(places, masa, begins)
    for one in disputed(house, hari, places, masa):
        many[(one.hari.tanggal - today).days] += 1
    return Lembar(days, today, ()), many
