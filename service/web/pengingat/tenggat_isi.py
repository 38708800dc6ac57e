"""Terms by day, in the words and shapes of the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from service.acts.pengingat.tenggat_kalender import Berakhir, Lembar
from service.domain.ingat import (
    APA,
    DI_KALENDER,
    KEBERATAN,
    MENURUT_HUKUM,
    PERMOHONAN,
    SENGKETA,
    address,
)
from service.domain.tanggal import hari_tanggal
from service.domain.tenggat_kalender import Acara
from service.face.isi_tenggat import Akhir, HariTenggat, Hitung

BERNAMA = (PERMOHONAN, KEBERATAN, SENGKETA)  # whose title says what is to be done
SESEL, SEHARI = 4, 12  # terms that one cell of a month shows, and one day of a list


def days(
    lembar: Lembar,
    masa: tuple[date, date],
    unit: Callable[[str], str],
    at: Callable[[date], str],
    atmost: int,
    *,
    month: bool,
) -> list[HariTenggat]:
    """Every day of a month, or those of a span on which something ends or nobody works.

    Of each day at most so many; the rest is on the day's own page.
    """
    by_day: dict[date, list[Berakhir]] = {}
    for one in lembar.berakhir:
        by_day.setdefault(one.tanggal, []).append(one)
    found = []
    for n in range((masa[1] - masa[0]).days + 1):
        on = masa[0] + timedelta(days=n)
        libur = lembar.kalender.libur_on(on)
        own = by_day.get(on, [])
        if not month and not own and not libur:
            continue
        some = own[:atmost] if len(own) > atmost + 1 else own
        found.append(
            HariTenggat(
                str(on.day),
                hari_tanggal(on),
                on.isoformat(),
                at(on),
                tuple(_end(one, lembar.hari_ini, unit) for one in some),
                len(own) - len(some),
                libur.nama if libur else "",
                tutup=not lembar.kalender.is_hari_kerja(on),
                hari_ini=on == lembar.hari_ini,
                sisa=_left(lembar, on),
                kolom=on.weekday() + 1 if not n and month else 0,
            )
        )
    return found


def _left(lembar: Lembar, on: date) -> str:
    if on == lembar.hari_ini:
        return "hari ini"
    return (
        lembar.kalender.sisa(lembar.hari_ini, on).partition(" (")[0] if on > lembar.hari_ini else ""
    )


def _end(one: Berakhir, today: date, unit: Callable[[str], str]) -> Akhir:
    law = one.apa in MENURUT_HUKUM
    return Akhir(
        _title(one),
        address(one.apa, one.id, one.berkas),
        "hukum" if law else "norma",
        APA[one.apa],
        "Hukum" if law else "Norma",
        "" if one.apa in BERNAMA else one.kata,
        unit(one.unit),
        lewat=one.tanggal < today and not one.tuntas,
        rahasia=one.rahasia,
    )


def _title(one: Berakhir) -> str:
    if one.apa == SENGKETA:
        return f"{one.kata}, sengketa {one.perihal}"
    return f"{one.kata} {one.perihal}" if one.apa in BERNAMA else one.perihal


def totals(lembar: Lembar) -> list[Hitung]:
    """How many there are of each kind, in the order of the page."""
    kinds = [one.apa for one in lembar.berakhir]
    return [
        Hitung("hukum" if apa in MENURUT_HUKUM else "norma", kata, kinds.count(apa))
        for apa, kata in DI_KALENDER.items()
        if apa in kinds
    ]


def events(lembar: Lembar) -> list[Acara]:
    """The same for somebody's own calendar; what is excluded is closed there as well."""
    return [
        Acara(
            "-".join(filter(None, (one.apa, one.id, one.kunci))),
            one.tanggal,
            _title(one) if one.apa == SENGKETA else f"{APA[one.apa]}: {one.perihal}",
            address(one.apa, one.id, one.berkas),
            tertutup=one.rahasia or bool(one.berkas),
        )
        for one in lembar.berakhir
    ]
