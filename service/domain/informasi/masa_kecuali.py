"""The watch over a term: how near its end is, and when an event is asked about again."""

from __future__ import annotations

from datetime import date

from service.domain import akhir_pengecualian as akhir
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import BERLAKU_KECUALI
from service.domain.instansi import BULAN, HARI, HARI_KERJA, Instansi, Tenggat
from service.domain.jangka import PERISTIWA
from service.domain.kalender import Kalender

JAUH, PERTAMA, KEDUA, SIAGA, HABIS = "jauh", "pertama", "kedua", "siaga", "habis"
TANPA_AKHIR, DITINJAU = "tanpa_akhir", "ditinjau"
TAHAP: dict[str, str] = {
    HABIS: "Masanya habis",
    SIAGA: "Putuskan sekarang",
    KEDUA: "Segera berakhir",
    PERTAMA: "Akan berakhir",
    DITINJAU: "Tanyakan peristiwanya",
    JAUH: "Masih berlaku",
    TANPA_AKHIR: "Tanpa tanggal akhir",
}
MENDESAK = (HABIS, SIAGA, KEDUA, PERTAMA, DITINJAU)
# How often it is asked whether an event came to pass, where a pack does not say.
TINJAU = Tenggat("pengecualian_ditinjau", 6, BULAN, "Kebiasaan yang dianjurkan; ubah bila perlu")


def review_rule(instansi: Instansi) -> Tenggat:
    """How often an event is asked about: as the agency has it, else twice a year."""
    return instansi.tenggat_of(TINJAU.id) or TINJAU


def warned_from(kalender: Kalender, last: date) -> date:
    """From which day on somebody is told that it ends."""
    return kalender.hari_kerja_before(last, akhir.PERTAMA)


def stage(one: Informasi, rule: Tenggat, kalender: Kalender, today: date) -> str:
    """How near the end of what is withheld is, on a day of the office."""
    last = one.dik.akhir
    if last is None or one.keadaan not in BERLAKU_KECUALI:
        return TANPA_AKHIR
    if today > last:
        return HABIS
    if today >= akhir.decide_by(rule, kalender, last, one.dik.mulai or date.min):
        return SIAGA
    if today >= kalender.hari_kerja_before(last, akhir.KEDUA):
        return KEDUA
    return PERTAMA if today >= warned_from(kalender, last) else JAUH


def is_warned(one: Informasi, kalender: Kalender, today: date) -> bool:
    """Whether its end is near enough to be told of."""
    last = one.dik.akhir
    return last is not None and today >= warned_from(kalender, last)


def review_on(
    one: Informasi, rule: Tenggat, kalender: Kalender, ditinjau: date | None
) -> date | None:
    """The day to ask whether its event came to pass; None where no event ends it."""
    if one.keadaan not in BERLAKU_KECUALI or one.dik.jangka.jenis != PERISTIWA:
        return None
    since = max(filter(None, (ditinjau, one.dik.mulai)), default=None)
    return _after(rule, kalender, since) if since else None


def _after(rule: Tenggat, kalender: Kalender, since: date) -> date:
    if rule.satuan == HARI_KERJA:
        return kalender.hari_kerja_after(since, rule.jumlah)
    if rule.satuan == HARI:
        return date.fromordinal(since.toordinal() + rule.jumlah)
    months = since.month - 1 + rule.jumlah
    year, month = since.year + months // 12, months % 12 + 1
    return _day(year, month, since.day)


def _day(year: int, month: int, day: int) -> date:
    """That day of a month, or the last that the month has."""
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
