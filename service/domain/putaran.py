"""A round of collection: which units owe a list, how far each of them is, and who is late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from service.domain.daftar_unit import masuk as m
from service.domain.refusals import Refusal

BELUM, DIKIRIM, DIKEMBALIKAN = "belum", "dikirim", "dikembalikan"
DIVERIFIKASI, NIHIL, TIDAK_DITUNGGU = "diverifikasi", "nihil", "tidak_ditunggu"
KEADAAN: dict[str, str] = {
    BELUM: "Belum kirim",
    DIKIRIM: "Dikirim",
    DIKEMBALIKAN: "Dikembalikan",
    DIVERIFIKASI: "Diverifikasi",
    NIHIL: "Tidak ada perubahan",
    TIDAK_DITUNGGU: "Tidak ditunggu",
}
# How the matter of a unit ends that brought no list.
TANPA_DAFTAR = {NIHIL: NIHIL, BELUM: TIDAK_DITUNGGU}
TERUTANG = frozenset({BELUM, DIKEMBALIKAN})  # the unit is waited for


class BukanGiliranUnit(Refusal):
    """A unit says that nothing changed while its own rows are walked, and not later."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Bagian unit ini sudah dikirim atau sudah berakhir, jadi tidak dapat dinyatakan tanpa "
            "perubahan. Tidak ada yang diubah."
        )


class AdaDaftar(Refusal):
    """Who has sent a list in this round has something to tell."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Unit ini sudah mengirim daftar dalam putaran ini, jadi tidak dapat dinyatakan tanpa "
            "perubahan. Tidak ada yang diubah. Buang dahulu daftarnya bila salah kirim."
        )


@dataclass(frozen=True)
class Daftar:
    """What counts of a list that came in."""

    id: str
    unit: str
    keadaan: str
    pada: datetime
    tanggal: date  # by the clock of its unit
    kembali: bool = False  # lines of it went back to the unit

    @property
    def ditolak(self) -> bool:
        """Whether the unit has to send again."""
        return self.keadaan == m.DITOLAK or (
            self.kembali and self.keadaan in (m.SELESAI, m.DIBUANG)
        )

    @property
    def berarti(self) -> bool:
        """Whether it counts at all; what was thrown away without a fault was sent by mistake."""
        return self.keadaan != m.DIBUANG or self.kembali


@dataclass(frozen=True)
class Baris:
    """How many lines of a unit wait to be verified, and how many wait for the unit."""

    menunggu: int = 0
    kembali: int = 0


@dataclass(frozen=True)
class Bagian:
    """The part of one unit in a round, as its own matter stands."""

    unit: str
    masa: str
    dibuka: datetime
    berkas: str = ""  # none where no SOP opens rounds
    versi: int = 1
    ditutup: datetime | None = None
    sejak: datetime | None = None  # when it came to its present row
    pada_unit: bool = True  # the unit itself is waited for
    dipulangkan: bool = False  # it was sent back at least once
    hasil: str = ""
    jatuh: date | None = None  # when its present row is due


@dataclass(frozen=True)
class Unit:
    """One unit of a round, judged."""

    bagian: Bagian
    keadaan: str
    terlambat: bool
    daftar: tuple[Daftar, ...]


def assigned(
    bagian: Sequence[Bagian], daftar: Iterable[Daftar]
) -> Mapping[Bagian, tuple[Daftar, ...]]:
    """The lists of one unit, each under the part it pays: the oldest that is owed, else the newest.

    A list that came in the period of a round counts for it also before the round was opened.
    """
    parts = sorted(bagian, key=lambda one: one.masa)
    found = {one: list[Daftar]() for one in parts}
    for one in sorted(daftar, key=lambda one: (one.pada, one.id)):
        open_ = [part for part in parts if one.berarti and _takes(part, one)]
        owed = [part for part in open_ if not found[part] or found[part][-1].ditolak]
        if open_:
            found[owed[0] if owed else open_[-1]].append(one)
    return {part: tuple(its) for part, its in found.items()}


def _takes(part: Bagian, one: Daftar) -> bool:
    month = f"{one.tanggal:%Y-%m}"
    if one.pada < part.dibuka:
        return month >= part.masa
    if part.ditutup is None or one.pada <= part.ditutup:
        return True
    # After a word that nothing changed, or that it is not waited for, a unit may still think again.
    return part.hasil in TANPA_DAFTAR and month == part.masa


def judged(bagian: Bagian, daftar: Sequence[Daftar], baris: Baris, today: date) -> Unit:
    """How far a unit is in a round, and whether it is late; its lateness holds up nobody else."""
    keadaan = _state(bagian, daftar, baris)
    due = bagian.jatuh is not None and bagian.jatuh < today
    return Unit(bagian, keadaan, keadaan in TERUTANG and due, tuple(daftar))


def _state(bagian: Bagian, daftar: Sequence[Daftar], baris: Baris) -> str:
    last = daftar[-1] if daftar else None
    if bagian.ditutup and (last is None or last.pada <= bagian.ditutup):
        return TANPA_DAFTAR.get(bagian.hasil, DIVERIFIKASI)
    if bagian.dipulangkan and bagian.pada_unit and not _since(bagian, last):
        return DIKEMBALIKAN
    if last is None:
        return BELUM if bagian.pada_unit else DIKIRIM
    if last.ditolak:
        return DIKEMBALIKAN
    if last.keadaan != m.SELESAI:
        return DIKIRIM
    if baris.kembali:
        return DIKEMBALIKAN
    return DIKIRIM if baris.menunggu else DIVERIFIKASI


def _since(bagian: Bagian, last: Daftar | None) -> bool:
    """Whether the unit has sent something since its matter came back to it."""
    return last is not None and bagian.sejak is not None and last.pada >= bagian.sejak


def counted(units: Iterable[Unit]) -> dict[str, int]:
    """How many units are how far; every state is named."""
    found = Counter(one.keadaan for one in units)
    return {keadaan: found[keadaan] for keadaan in KEADAAN}


def need_nothing_sent(unit: Unit) -> None:
    """Refuse the word that nothing changed where the unit is through, or has sent a list."""
    if unit.bagian.ditutup or not unit.bagian.pada_unit:
        raise BukanGiliranUnit
    if unit.daftar:
        raise AdaDaftar


def last_of_each(bagian: Iterable[Bagian]) -> list[Bagian]:
    """One part for each unit: the last, which runs since the first where it was sent back."""
    found = dict[str, Bagian]()
    for one in sorted(bagian, key=lambda one: (one.dibuka, one.berkas)):
        before = found.get(one.unit)
        since = before.dibuka if before else one.dibuka
        found[one.unit] = replace(one, dibuka=since, dipulangkan=one.dipulangkan or bool(before))
    return list(found.values())
