"""What runs under a term of the law: requests and objections without an answer, disputes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from service.acts.instansi.kalender import kalender
from service.acts.pengingat.daftar import TERBANYAK
from service.acts.pengingat.sengketa import disputes
from service.acts.ttd.pengingat_hari import Hari
from service.domain import keberatan as b
from service.domain import permohonan as p
from service.domain.ingat import in_order
from service.domain.keberatan import Keberatan
from service.domain.pengingat import TETAP
from service.domain.permohonan import Permohonan
from service.domain.wewenang import MAY, Act, Hadir
from service.face.isi import Bentuk, Tugas
from service.ports import House
from service.ports.register import SaringRegister, Urutan
from service.web.kata.pengingat import task

TERLIHAT = 4  # of each, those that are due first
_TUGAS = MAY[Act.IDENTIFY] | MAY[Act.APPROVE]
_PERMOHONAN = (p.DITERIMA, p.TERDAFTAR, p.DIPROSES)
_KEBERATAN = (b.DITERIMA, b.TERDAFTAR)
_OLDEST = Urutan(turun=False, atmost=TERLIHAT)
Satu = Permohonan | Keberatan


def due(house: House, hadir: Hadir) -> tuple[int, list[Tugas]]:
    """How many wait for an answer where this person has a part in it; some, by their term."""
    many, found = 0, list[Satu]()
    for kode, units in _places(hadir):
        for keadaan in _PERMOHONAN:
            count, some = house.register.permohonan(_asked(kode, units, keadaan), _OLDEST)
            many, found = many + count, [*found, *some]
        for keadaan in _KEBERATAN:
            count, others = house.register.keberatan(_asked(kode, units, keadaan), _OLDEST)
            many, found = many + count, [*found, *others]
    first = sorted(found, key=lambda one: (one.tenggat, one.id))[: 2 * TERLIHAT]
    return many, _told(house, first)


def disputed(house: House, hadir: Hadir) -> tuple[int, list[Tugas]]:
    """How many days of disputes this person is reminded of now; some, by their day."""
    if not any(one.peran in MAY[Act.DISPUTE] for one in hadir.peran):
        return 0, []
    with house.ledger.read() as reading:
        found = in_order(disputes(house, Hari(house, reading), hadir, TERBANYAK))
    first = sorted(found, key=lambda one: one.jenis == TETAP)  # what has a term before the rest
    return len(found), [task(one, "") for one in first[:TERLIHAT]]


def _asked(kode: str, units: tuple[str, ...], keadaan: str) -> SaringRegister:
    return SaringRegister(kode, units=units, keadaan=keadaan)


def _places(hadir: Hadir) -> list[tuple[str, tuple[str, ...]]]:
    """The instansi a person answers in, and the units there; none: all of them."""
    held: dict[str, set[str]] = {}
    for one in hadir.peran:
        if one.peran in _TUGAS:
            held.setdefault(one.instansi, set()).add(one.unit)
    return [(kode, () if "" in units else tuple(sorted(units))) for kode, units in held.items()]


def _told(house: House, some: Sequence[Satu]) -> list[Tugas]:
    if not some:
        return []
    with house.ledger.read() as reading:
        rules = {
            place: kalender(house, reading, *place)
            for place in {(one.instansi, one.unit) for one in some}
        }
    now = house.clock.now()
    found = []
    for one in some:
        days = rules[(one.instansi, one.unit)]
        today = days.tanggal(now)
        found.append(_task(one, today, days.sisa(today, one.tenggat)))
    return found


def _task(one: Satu, today: date, sisa: str) -> Tugas:
    if isinstance(one, Keberatan):
        nomor, kind, verb = one.nomor, "keberatan", "Tanggapi"
        perihal = f"Alasan huruf {', '.join(one.alasan)}"
    else:
        nomor, kind, verb = one.nomor_daftar, "permohonan", "Jawab"
        perihal = one.isian.rincian if len(one.isian.rincian) <= 120 else ""
    apa = f"{verb} {kind} {nomor}" if nomor else f"Beri nomor {kind} {one.nomor_agenda}"
    return Tugas(apa, f"/{kind}/{one.id}", _shape(one, today), sisa, perihal)


def _shape(one: Satu, today: date) -> Bentuk:
    if one.tenggat < today:
        return "lewat"
    return "menunggu" if one.tenggat == today else "berjalan"
