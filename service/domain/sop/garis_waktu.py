"""What happened to a matter, laid along the office days: each passage, what stood, what was due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from service.domain.berkas import Berkas
from service.domain.kalender import Kalender
from service.domain.meteran import MENIT, Meteran
from service.domain.sop.bentuk import Sop
from service.domain.sop.jejak import Jejak, Lama, norma_menit
from service.domain.sop.waktu import Waktu, closing, jatuh_tempo, terlewat

TUNGGU, SENTUH, TUNDA = "tunggu", "sentuh", "tunda"
Rentang = tuple[datetime, datetime]


@dataclass(frozen=True)
class Ruas:
    """One stretch of a passage: nobody had it in hand, somebody had, or the matter was held."""

    jenis: str
    mulai: datetime
    sampai: datetime


@dataclass(frozen=True)
class Garis:
    """One passage on the line."""

    jejak: Jejak
    ruas: tuple[Ruas, ...]
    lama: Lama
    tunda: int  # minutes of office time that the matter was held in it
    boleh: int | None  # what the norm allows, in the same measure
    norma: datetime | None  # when it was due
    lewat: bool = False  # the norm was over before it was done


@dataclass(frozen=True)
class Anak:
    """A matter below, from its opening to its end, or to now."""

    berkas: Berkas
    mulai: datetime
    sampai: datetime


@dataclass(frozen=True)
class GarisWaktu:
    """The whole line of a matter."""

    mulai: datetime
    sampai: datetime
    garis: tuple[Garis, ...]
    anak: tuple[Anak, ...]
    tenggat: datetime | None  # when the office closes on the last day of the law
    sekarang: datetime | None  # None where the matter is over

    def ticks(self, kalender: Kalender, atmost: int) -> list[date]:
        """Some office days, evenly, the first among them."""
        first, last = (kalender.tanggal(one) for one in (self.mulai, self.sampai))
        days = [first] if kalender.is_hari_kerja(first) else []
        while (day := kalender.hari_kerja_after(days[-1] if days else first, 1)) <= last:
            days.append(day)
        step = -(-len(days) // atmost) or 1
        return days[::step]


def told(
    sop: Sop,
    berkas: Berkas,
    jejak: Sequence[Jejak],
    anak: Sequence[Berkas],
    kalender: Kalender,
    now: datetime,
) -> GarisWaktu:
    """The line as it stands now."""
    over = berkas.ditutup
    held = [*berkas.berhenti, *([(berkas.ditunda, over or now)] if berkas.ditunda else [])]
    measure = Meteran(kalender)
    rows = {one.id: one.waktu for one in sop.langkah}
    garis = tuple(
        _passage(one, rows.get(one.langkah, Waktu()), held, measure, over or now) for one in jejak
    )
    below = tuple(Anak(one, one.dibuka, one.ditutup or now) for one in anak)
    law = closing(kalender, berkas.tenggat) if berkas.tenggat else None
    ends = [one.ruas[-1].sampai for one in garis if one.ruas] + [one.sampai for one in below]
    dues = [one.norma for one in garis[-1:] if one.norma and not over]
    last = max([*ends, *dues, *([law] if law else []), berkas.dibuka])
    return GarisWaktu(berkas.dibuka, last, garis, below, law, None if over else now)


def _passage(
    one: Jejak, waktu: Waktu, held: Sequence[Rentang], measure: Meteran, now: datetime
) -> Garis:
    if one.dilewati:
        return Garis(one, (), Lama(0, 0), 0, None, None)
    end = one.keluar or max(now, one.masuk)
    taken = min(one.diambil or end, end)
    parts = (
        *_cut(Ruas(TUNGGU, one.masuk, taken), held),
        *_cut(Ruas(SENTUH, taken, end), held),
    )
    took = {
        jenis: sum(
            measure.letak(part.sampai) - measure.letak(part.mulai)
            for part in parts
            if part.jenis == jenis
        )
        // MENIT
        for jenis in (TUNGGU, SENTUH, TUNDA)
    }
    due = _due(waktu, one.masuk, held, measure)
    return Garis(
        one,
        tuple(part for part in parts if part.sampai > part.mulai) or parts[-1:],
        Lama(took[TUNGGU], took[SENTUH]),
        took[TUNDA],
        norma_menit(waktu, measure.kalender, one.masuk),
        due,
        bool(due and terlewat(waktu, measure.kalender, due, end)),
    )


def _cut(whole: Ruas, held: Sequence[Rentang]) -> Iterator[Ruas]:
    """The stretch with the holds within it standing by themselves."""
    at = whole.mulai
    for start, end in sorted(held):
        begin, stop = max(start, at), min(end, whole.sampai)
        if begin < stop:
            yield replace(whole, mulai=at, sampai=begin)
            yield Ruas(TUNDA, begin, stop)
            at = stop
    yield replace(whole, mulai=at)


def _due(
    waktu: Waktu, since: datetime, held: Sequence[Rentang], measure: Meteran
) -> datetime | None:
    """When it was due; what stood since then, before it was due, is given back."""
    due = jatuh_tempo(waktu, measure.kalender, since)
    for start, end in sorted(held):
        if due and end > since and start < due:
            back = measure.menit(max(start, since), end)
            due = measure.kalender.tambah_menit(due, back) if back else due
    return due
