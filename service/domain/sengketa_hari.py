"""The days of a dispute: what it is called to, what the Komisi owes, what a ruling leaves to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from service.domain.kalender import Kalender
from service.domain.pengingat import HARI_AKAN, TETAP, standing
from service.domain.sengketa import (
    DIPUTUS_DARI,
    MENOLAK,
    PANGGILAN,
    PUTUSAN,
    Sengketa,
    SuratSengketa,
    due,
)

KOMISI = "komisi"


@dataclass(frozen=True)
class HariSengketa:
    """One day, as the calendar says it, and what the office has to do about it."""

    tanggal: date
    kunci: str  # apart from the other days of the same dispute
    kata: str
    tugas: str = ""  # until the day has gone by; '' where the office can do nothing about it
    mulai: date = date.min  # nobody is reminded before
    sesudah: str = ""  # what is left to do for good once `tetap` has come
    tetap: date = date.max  # from when a ruling stands, so that it is to be carried out


def days_of(one: Sengketa, surat: Iterable[SuratSengketa]) -> Iterator[HariSengketa]:
    """Its days as it stands now; none once it has ended.

    What the Komisi itself is bound by is told and never reminded of: no office can discharge it.
    """
    if one.tahap in DIPUTUS_DARI:
        yield from _called(one, surat)
        if last := due(one):
            ends = "selesai" if one.mulai else "mulai"
            yield HariSengketa(last, KOMISI, f"Tenggat Komisi: {one.komisi} {ends} memeriksa")
    elif one.tahap == PUTUSAN and one.putusan.mengikat:
        yield _binding(one)
    elif one.tahap == PUTUSAN and one.batas_putusan and not one.putusan.ditolak:
        yield _ruled(one, one.batas_putusan)


def _called(one: Sengketa, surat: Iterable[SuratSengketa]) -> Iterator[HariSengketa]:
    """The days to which letters call; two letters about one day are one."""
    told = set[date]()
    for letter in sorted(surat, key=lambda x: (x.hal != PANGGILAN, x.pada, x.id)):
        if letter.dicabut or letter.acara is None or letter.acara in told:
            continue
        told.add(letter.acara)
        heard = letter.hal == PANGGILAN
        what = "sidang atau mediasi" if heard else "acara sengketa"
        at = f"{what} di {one.komisi}"
        tugas = f"Hadiri {at}" if heard else f"Siapkan {at}"
        yield HariSengketa(letter.acara, letter.id, f"{at[0].upper()}{at[1:]}", tugas)


def _ruled(one: Sengketa, last: date) -> HariSengketa:
    nomor = one.putusan.nomor
    if one.putusan.akibat == MENOLAK:  # it is the applicant who may want to reject it
        return HariSengketa(last, PUTUSAN, f"Hari terakhir pemohon menolak putusan {nomor}")
    return HariSengketa(
        last,
        PUTUSAN,
        f"Hari terakhir menerima atau menolak putusan {nomor}",
        f"Nyatakan menerima atau menolak putusan {nomor}",
        one.putusan.sejak,
        f"Laksanakan putusan {nomor} bila tidak ditolak, lalu tandai selesai",
        last + timedelta(days=1),
    )


def _binding(one: Sengketa) -> HariSengketa:
    """What mediation agreed on binds from the first day; there is nothing to reject."""
    nomor, since = one.putusan.nomor, one.putusan.sejak
    said = f"Putusan {nomor} dari mediasi, final dan mengikat"
    carry = f"Laksanakan putusan {nomor}, lalu tandai selesai"
    return HariSengketa(since, PUTUSAN, said, mulai=since, sesudah=carry, tetap=since)


def reminded(kalender: Kalender, one: HariSengketa, today: date) -> str:
    """The kind of reminder that counts on a day; '' for none, and once a day is over."""
    if one.sesudah and today >= one.tetap:
        return TETAP
    if not one.tugas or today > one.tanggal:
        return ""
    if one.tanggal > kalender.hari_kerja_after(today, HARI_AKAN):
        return ""
    return standing(kalender, one.mulai, one.tanggal, today)


def said(one: HariSengketa, today: date) -> str:
    """What there is to do about it on a day."""
    return one.sesudah if today >= one.tetap else one.tugas
