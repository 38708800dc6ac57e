"""Reminders of terms that belong to no step: answers that the law asks for, exclusions that end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from service.acts.instansi.packs import agency
from service.acts.pengingat.pengecualian import in_the_list, pieces
from service.acts.ttd.pengingat_hari import Hari, places
from service.domain import akhir_pengecualian as akhir
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.ingat import KEBERATAN, PENGECUALIAN, PERMOHONAN, Ingat
from service.domain.instansi import Tenggat
from service.domain.jangka import TAHUN
from service.domain.keberatan import Keberatan
from service.domain.pengingat import HARI_AKAN, NAIK, TERBUKA, below, standing
from service.domain.permohonan import Permohonan
from service.domain.tanggal import panjang
from service.domain.uji import DITUTUP
from service.domain.wewenang import Hadir
from service.ports import House
from service.ports.kiriman import Jangkauan
from service.ports.tenggat import Masa

PENJAWAB = frozenset({"petugas", "tim_sekretariat", "ppid_pelaksana"})
PENANGGAP = frozenset({"tim_sekretariat", "ppid", "atasan_ppid"})
PENJAGA = frozenset({"tim_sekretariat", "pengelola_arsip"})
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

    return both(oleh, PENJAWAB, asked)


def objections(house: House, hari: Hari, oleh: Hadir, atmost: int) -> Iterator[Ingat]:
    """Answers to objections."""

    def asked(where: dict[str, list[Jangkauan]], dari: tuple[str, ...]) -> Iterator[Ingat]:
        for instansi, here in where.items():
            masa = Masa(None, _ahead(hari, instansi))
            for one, rahasia in house.terms.keberatan(here, masa, atmost):
                name = one.nomor or one.nomor_agenda
                kata = "Tanggapi keberatan" if one.nomor else "Beri nomor keberatan"
                yield from _told(hari, one, (kata, name, rahasia), dari)

    return both(oleh, PENANGGAP, asked)


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
    """Exclusions whose end has to be decided about, and those that just ended by themselves."""

    def asked(where: dict[str, list[Jangkauan]], dari: tuple[str, ...]) -> Iterator[Ingat]:
        for instansi, here in where.items():
            rule = akhir.rule_of(agency(house.packs, instansi))
            days, today = hari.of(instansi), hari.today(instansi)
            masa = Masa(akhir.earliest(days, today), akhir.latest(rule, days, today))
            yield from pieces(house, hari, here, dari)
            due = list(ends(house, hari, here, masa))
            own = in_the_list(hari, {item.id for item, _, _ in due})
            for item, matter, last in due:
                if item.id in own:  # its piece is told of instead
                    continue
                told = _exclusion(hari, rule, matter, last)
                if told and (not dari or told.jenis in (NAIK, TERBUKA)):
                    yield replace(told, id=item.id, perihal=item.judul, dari=dari)

    return both(oleh, PENJAGA, asked)


def _exclusion(hari: Hari, rule: Tenggat, matter: Berkas, last: date) -> Ingat | None:
    """What is said of an item of a matter today, without its name."""
    days = hari.of(matter.instansi, matter.unit)
    today = hari.today(matter.instansi, matter.unit)
    begun = days.tanggal(matter.ditutup or matter.dibuka)
    batas = akhir.decide_by(rule, days, last, begun)
    jenis = akhir.reminded(days, batas, last, today)
    if not jenis:
        return None
    over = jenis == TERBUKA
    kata = (
        f"Terbuka menurut hukum sejak pengecualiannya berakhir {panjang(last)}; siapkan untuk DIP"
        if over
        else f"Putuskan kelanjutan pengecualian yang berakhir {panjang(last)}"
    )
    jatuh = last if over else batas
    at = ("", matter.instansi, matter.unit)
    sisa, held = days.sisa(today, jatuh), matter.rahasia
    return Ingat(jenis, PENGECUALIAN, *at, kata, "", jatuh, sisa, held, berkas=matter.id)


def ends(
    house: House, hari: Hari, tempat: list[Jangkauan], masa: Masa
) -> Iterator[tuple[Butir, Berkas, date]]:
    """What counts as excluded in these places and ends within days that a calendar knows.

    Years are counted from the decree; where none was laid down, from the end of the matter.
    """
    some = house.terms.dikecualikan(tempat, DITUTUP, BUTIR_TERBANYAK + 1)
    if len(some) > BUTIR_TERBANYAK:
        hari.terpotong.add(PENGECUALIAN)
    for item, matter in some[:BUTIR_TERBANYAK]:
        jangka = item.uji.jangka
        closed = hari.of(matter.instansi, matter.unit).tanggal(matter.ditutup or matter.dibuka)
        last = jangka.akhir(closed)
        if last is None or not _within_reach(last, masa):
            continue
        if jangka.jenis == TAHUN and (decreed := hari.decreed(matter)):
            last = jangka.akhir(decreed)
        if last and _among(last, masa) and hari.proved(matter, item):
            yield item, matter, last


def _within_reach(last: date, masa: Masa) -> bool:
    """Whether it can end within these days, once its years are counted from the decree."""
    return (masa.dari is None or last >= masa.dari) and last <= masa.sampai + LONGGAR


def _among(last: date, masa: Masa) -> bool:
    return (masa.dari is None or last >= masa.dari) and last <= masa.sampai


def _ahead(hari: Hari, instansi: str) -> date:
    return hari.of(instansi).hari_kerja_after(hari.today(instansi), HARI_AKAN)


def both(oleh: Hadir, peran: frozenset[str], ask: Ask) -> Iterator[Ingat]:
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
