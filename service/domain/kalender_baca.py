"""Reading the calendar settings of an agency."""

from __future__ import annotations

from datetime import date, timedelta

from service.domain.jam_kerja import Jam, read_jam
from service.domain.kalender import JAM_BIASA, JAM_RAMADAN, Kalender, Ramadan
from service.domain.lembar import Lembar
from service.domain.tanggal import HARI

_PUASA_TERPANJANG = timedelta(days=29)  # from the first day to the thirtieth


def read_kalender(sheet: Lembar, zona: str) -> Kalender:
    """The calendar, without its table of holidays, which the ledger keeps."""
    usual = Kalender()
    jam = _week(sheet, "jam", JAM_BIASA)
    fasting = _week(sheet, "jam_ramadan", JAM_RAMADAN)
    if not any(jam):
        sheet.fault("jam", "Belum ada hari kerja; isi jam sedikitnya satu hari.")
    for n, hours in enumerate(jam):
        if hours and not fasting[n]:
            sheet.fault("jam_ramadan", f"Jam Ramadan hari {HARI[n]} belum diisi.")
    return Kalender(
        zona=zona,
        jam=jam,
        jam_ramadan=fasting,
        ramadan=tuple(one for row in sheet.tables("ramadan") if (one := _ramadan(row))),
        cuti_bersama_libur=sheet.truth("cuti_bersama_libur", default=usual.cuti_bersama_libur),
        hari_terima_dihitung=sheet.truth(
            "hari_terima_dihitung", default=usual.hari_terima_dihitung
        ),
        lewat_jam_ke_esok=sheet.truth("lewat_jam_ke_esok", default=usual.lewat_jam_ke_esok),
    )


def _week(sheet: Lembar, key: str, usual: dict[int, Jam]) -> tuple[Jam, ...]:
    if not sheet.has(key):
        return tuple(usual.get(n, ()) for n in range(7))
    days = sheet.table(key)
    return tuple(_day(days, name.lower()) for name in HARI)


def _day(days: Lembar, name: str) -> Jam:
    written = days.text(name)
    if not written:
        return ()
    try:
        return read_jam(written)
    except ValueError as wrong:
        days.fault(name, f"{name}: {wrong}.")
        return ()


def _ramadan(row: Lembar) -> Ramadan | None:
    first, last = row.tanggal("mulai", wajib=True), row.tanggal("sampai", wajib=True)
    if first is None or last is None:
        return None
    if not _is_a_month(first, last):
        row.fault("sampai", "Ramadan berlangsung 29 atau 30 hari; periksa mulai dan sampai.")
        return None
    return Ramadan(first, last)


def _is_a_month(first: date, last: date) -> bool:
    return _PUASA_TERPANJANG - timedelta(days=1) <= last - first <= _PUASA_TERPANJANG
