"""Objections by their ground and outcome, and disputes by how far they came; nobody is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from service.domain import keberatan as k
from service.domain import sengketa as s
from service.domain.keberatan import Keberatan
from service.domain.laporan.layanan import Waktu
from service.domain.sengketa import Sengketa

TANPA_ALASAN = "Alasan tidak dicatat"
_DITERIMA = (k.DIKABULKAN, k.SEBAGIAN)
_DITOLAK = (k.DITOLAK, k.TIDAK_DITERIMA)


@dataclass(frozen=True)
class SebabKeberatan:
    """How objections on one ground ended."""

    alasan: str
    terima: int = 0
    tolak: int = 0
    proses: int = 0


@dataclass(frozen=True)
class SatuSengketa:
    """One dispute, told without anything of whom it is with."""

    nomor: str
    pokok: str
    tahap: str
    pelaksanaan: str = ""


def objected(lines: Iterable[Keberatan]) -> list[SebabKeberatan]:
    """A row for each ground; an objection on several stands under the first of them alone.

    What the objector took back is not counted.
    """
    found: dict[str, list[int]] = {}
    for one in lines:
        if one.keadaan != k.DIBATALKAN:
            row = found.setdefault(min(one.alasan, default=""), [0, 0, 0])
            row[_ended(one)] += 1
    return [
        SebabKeberatan(k.ALASAN.get(letter, TANPA_ALASAN), *found[letter])
        for letter in sorted(found)
    ]


def _ended(one: Keberatan) -> int:
    if one.keadaan == k.DITANGGAPI and one.surat.putusan in _DITERIMA:
        return 0
    return 1 if one.keadaan == k.DITANGGAPI and one.surat.putusan in _DITOLAK else 2


def kept_term(lines: Iterable[Keberatan], today: date) -> Waktu:
    """How many were answered within the term of the head, and how many were not."""
    in_time = late = 0
    for one in lines:
        if one.keadaan == k.DITANGGAPI and one.tanggapan.tanggal:
            done = date.fromisoformat(one.tanggapan.tanggal) <= one.tenggat
            in_time, late = in_time + done, late + (not done)
        elif one.keadaan not in k.USAI:
            late += one.tenggat < today
    return Waktu(in_time, late)


def disputed(
    disputes: Iterable[Sengketa], grounds: dict[str, tuple[str, ...]]
) -> list[SatuSengketa]:
    """Each dispute; what it is about are the grounds of the objection, as the law words them."""
    return [
        SatuSengketa(
            one.nomor or "Belum bernomor",
            "; ".join(k.ALASAN[x] for x in grounds.get(one.keberatan, ()) if x in k.ALASAN)
            or TANPA_ALASAN,
            "; ".join(filter(None, (s.TAHAP[one.tahap], s.AKIBAT.get(one.putusan.akibat, "")))),
        )
        for one in sorted(disputes, key=lambda one: (one.diajukan, one.id))
    ]
