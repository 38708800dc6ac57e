"""Reminders of terms that belong to no step: answers that the law asks for, exclusions that end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from service.acts.pengingat_hari import Hari, places
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.ingat import KEBERATAN, PENGECUALIAN, PERMOHONAN, Ingat
from service.domain.jangka import TAHUN
from service.domain.keberatan import Keberatan
from service.domain.pengingat import HARI_AKAN, NAIK, below, standing
from service.domain.permohonan import Permohonan
from service.domain.uji import DITUTUP
from service.domain.wewenang import Hadir
from service.ports import House
from service.ports.kiriman import Jangkauan
from service.ports.tenggat import Masa

PENJAWAB = frozenset({"petugas", "tim_sekretariat", "ppid_pelaksana"})
PENANGGAP = frozenset({"tim_sekretariat", "ppid", "atasan_ppid"})
PENJAGA = frozenset({"tim_sekretariat", "pengelola_arsip"})
HARI_PRA = 30  # working days before an exclusion ends, from which somebody decides what follows
BUTIR_TERBANYAK = 20_000
LONGGAR = timedelta(days=366)  # no matter ends longer after its decree
Ask = Callable[[dict[str, list[Jangkauan]], tuple[str, ...]], Iterator[Ingat]]


def requests(house: House, hari: Hari, oleh: Hadir, atmost: int) -> Iterator[Ingat]:
    """Answers to requests, for those who give them and, late, for those above."""

    def asked(where: dict[str, list[Jangkauan]], dari: tuple[str, ...]) -> Iterator[Ingat]:
        for instansi, here in where.items():
            masa = Masa(None, _ahead(hari, instansi))
            for one, rahasia in house.terms.permohonan(here, masa, atmost):
                name = one.nomor_daftar or one.nomor_agenda
                kata = "Jawab permohonan" if one.nomor_daftar else "Beri nomor permohonan"
                yield from _told(hari, one, (kata, name, rahasia), dari)

    return _both(oleh, PENJAWAB, asked)


def objections(house: House, hari: Hari, oleh: Hadir, atmost: int) -> Iterator[Ingat]:
    """Answers to objections."""

    def asked(where: dict[str, list[Jangkauan]], dari: tuple[str, ...]) -> Iterator[Ingat]:
        for instansi, here in where.items():
            masa = Masa(None, _ahead(hari, instansi))
            for one, rahasia in house.terms.keberatan(here, masa, atmost):
                name = one.nomor or one.nomor_agenda
                kata = "Tanggapi keberatan" if one.nomor else "Beri nomor keberatan"
                yield from _told(hari, one, (kata, name, rahasia), dari)

    return _both(oleh, PENANGGAP, asked)


def _told(
    hari: Hari,
    one: Permohonan | Keberatan,
    words: tuple[str, str, bool],
    dari: tuple[str, ...],
) -> Iterator[Ingat]:
    days = hari.of(one.instansi, one.unit)
    today = hari.today(one.instansi, one.unit)
    jenis = standing(days, one.hari_terima, one.tenggat, today)
    if jenis and (not dari or jenis == NAIK):
        kata, name, rahasia = words
        apa = KEBERATAN if isinstance(one, Keberatan) else PERMOHONAN
        sisa = days.sisa(today, one.tenggat)
        at = (one.id, one.instansi, one.unit)
        yield Ingat(jenis, apa, *at, kata, name, one.tenggat, sisa, rahasia, dari)


def exclusions(house: House, hari: Hari, oleh: Hadir, _atmost: int) -> Iterator[Ingat]:
    """Exclusions that end soon, early enough to decide what follows."""

    def asked(where: dict[str, list[Jangkauan]], dari: tuple[str, ...]) -> Iterator[Ingat]:
        for instansi, here in where.items():
            days = hari.of(instansi)
            ahead = days.hari_kerja_after(hari.today(instansi), HARI_PRA)
            for item, matter, last in ends(house, hari, here, ahead):
                days = hari.of(matter.instansi, matter.unit)
                today = hari.today(matter.instansi, matter.unit)
                jenis = standing(days, today, last, today, HARI_PRA)
                if jenis and (not dari or jenis == NAIK):
                    yield Ingat(
                        jenis,
                        PENGECUALIAN,
                        item.id,
                        matter.instansi,
                        matter.unit,
                        "Putuskan kelanjutan pengecualian",
                        item.judul,
                        last,
                        days.sisa(today, last),
                        matter.rahasia,
                        dari,
                        matter.id,
                    )

    return _both(oleh, PENJAGA, asked)


def ends(
    house: House, hari: Hari, tempat: list[Jangkauan], sampai: date
) -> Iterator[tuple[Butir, Berkas, date]]:
    """What counts as excluded in these places and ends by a day that a calendar knows.

    Years are counted from the decree; where none was laid down, from the end of the matter.
    """
    for item, matter in house.terms.dikecualikan(tempat, DITUTUP, BUTIR_TERBANYAK):
        jangka = item.uji.jangka
        closed = hari.of(matter.instansi, matter.unit).tanggal(matter.ditutup or matter.dibuka)
        last = jangka.akhir(closed)
        if last is None or last > sampai + LONGGAR:
            continue
        if jangka.jenis == TAHUN and (decreed := hari.decreed(matter)):
            last = jangka.akhir(decreed)
        if last and last <= sampai and hari.proved(matter, item):
            yield item, matter, last


def _ahead(hari: Hari, instansi: str) -> date:
    return hari.of(instansi).hari_kerja_after(hari.today(instansi), HARI_AKAN)


def _both(oleh: Hadir, peran: frozenset[str], ask: Ask) -> Iterator[Ingat]:
    """One's own, then what went up to this person from those below, each place once."""
    own = places(oleh, peran)
    yield from ask(own, ())
    up = dict[str, list[Jangkauan]]()
    for one in oleh.peran:
        if one.peran in peran or not below({one.peran}) & peran:
            continue
        for instansi, here in places(oleh, {one.peran}).items():
            wider = [x for x in here if not _within(x, own.get(instansi, []))]
            if wider:
                up.setdefault(instansi, []).extend(wider)
    yield from ask(up, tuple(sorted(peran)))


def _within(one: Jangkauan, held: list[Jangkauan]) -> bool:
    return any(x.rahasia == one.rahasia and x.unit in ("", one.unit) for x in held)
