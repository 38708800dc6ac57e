"""The end of an exclusion: by when somebody opens it, and what holds when nobody did."""

from __future__ import annotations

from datetime import date, timedelta

from service.domain.instansi import HARI, HARI_KERJA, Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.pengingat import AKAN, HARI_AKAN, TERBUKA, standing

# The term of the law, where a pack does not say: so long before the end it is decided.
DIPUTUS = Tenggat(
    "pengecualian_berakhir",
    30,
    HARI_KERJA,
    "Standar layanan Komisi Informasi, dibaca dari Permenpora 14 Tahun 2023 Pasal 55",
)
# Working days before the end: a first word for some days, then one that stays.
PERTAMA, KEDUA = 90, 45
HARI_PERTAMA = 5
HARI_TERBUKA = 5  # working days after the end, in which it is told that it is open by law
_SEBULAN = 31  # at most; a term in months is rather kept too early


def rule_of(instansi: Instansi) -> Tenggat:
    """How long before the end it is decided: as the agency's pack has it, else as the law."""
    return instansi.tenggat_of(DIPUTUS.id) or DIPUTUS


def decide_by(rule: Tenggat, kalender: Kalender, last: date, begun: date) -> date:
    """The last day to decide what follows; of what was excluded later than that, its first day."""
    if rule.satuan == HARI_KERJA:
        day = kalender.hari_kerja_before(last, rule.jumlah)
    else:
        day = last - _span(rule)
    return max(day, min(begun, last))


def reminded(kalender: Kalender, batas: date, last: date, today: date) -> str:
    """The kind of reminder that counts on a day; '' for none, and for good some days after."""
    if today > last:
        told = today <= kalender.hari_kerja_after(last, HARI_TERBUKA)
        return TERBUKA if told else ""
    if told_now := standing(kalender, date.min, batas, today):
        return told_now
    first = kalender.hari_kerja_before(last, PERTAMA)
    stays = today >= kalender.hari_kerja_before(last, KEDUA)
    begins = first <= today < kalender.hari_kerja_after(first, HARI_PERTAMA)
    return AKAN if stays or begins else ""


def earliest(kalender: Kalender, today: date) -> date:
    """The earliest end of which anybody is still told today."""
    return kalender.hari_kerja_before(today, HARI_TERBUKA + 1)


def latest(rule: Tenggat, kalender: Kalender, today: date) -> date:
    """The latest end of which anybody is told today already."""
    if rule.satuan == HARI_KERJA:
        return kalender.hari_kerja_after(today, max(PERTAMA, rule.jumlah + HARI_AKAN))
    near = kalender.hari_kerja_after(today, HARI_AKAN) + _span(rule)
    return max(kalender.hari_kerja_after(today, PERTAMA), near)


def _span(rule: Tenggat) -> timedelta:
    return timedelta(days=rule.jumlah * (1 if rule.satuan == HARI else _SEBULAN))
