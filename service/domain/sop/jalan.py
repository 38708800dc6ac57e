"""The way of one matter through an SOP: what lets it go on, where it goes, what it passes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from service.domain.sop.bahan import NOMOR, TANDA, Daftar
from service.domain.sop.bentuk import (
    BERIKUT,
    PER_BUTIR,
    PER_UNIT,
    RAPAT,
    SELESAI,
    UTAMA,
    Langkah,
    Sop,
    Syarat,
    Tahap,
)
from service.domain.sop.tolakan import (
    BelumLengkap,
    BukanHasil,
    BukanPelaksana,
    BukanTahap,
    ButirBelumDiputus,
    PerluAlasanKembali,
    PerluBagian,
    RapatBelumSelesai,
    RujukanBelumSelesai,
    SudahSelesai,
    UnitBelumSelesai,
)

# The act of completing a row makes these itself.
SERTA = frozenset({NOMOR, TANDA})


@dataclass(frozen=True)
class Posisi:
    """Where a matter stands: in one act of one row; past the last row it stands nowhere."""

    langkah: str
    sejak: datetime
    tahap: str = ""
    putaran: int = 0  # how often it was sent back
    bagian: str = UTAMA

    @property
    def selesai(self) -> bool:
        """Whether it has come to its end."""
        return not self.langkah


@dataclass(frozen=True)
class Keadaan:
    """What is known of the matter when somebody wants to go on."""

    ada: Mapping[str, str] = field(default_factory=dict)  # the state of each thing that is there
    butir: Mapping[str, str] = field(default_factory=dict)  # each item and its outcome, '' for none
    rujukan_selesai: bool = False  # the SOP that this row calls has come to its end
    rapat: tuple[str, ...] = ()  # what the meeting of this row still lacks
    unit_berjalan: tuple[str, ...] = ()  # units that still walk their own rows
    dikesampingkan: frozenset[str] = frozenset()  # things that it is not asked for any more

    @property
    def hasil(self) -> frozenset[str]:
        """The outcomes that items have."""
        return frozenset(one for one in self.butir.values() if one)


@dataclass(frozen=True)
class Putusan:
    """What a person says when they complete a row."""

    hasil: str = ""
    alasan: str = ""  # compulsory where the matter goes back


@dataclass(frozen=True)
class Maju:
    """What completing brings about."""

    posisi: Posisi
    kembali: bool = False
    dilewati: tuple[str, ...] = ()  # rows that no item asked for
    dibuat: tuple[str, ...] = ()  # things the act itself made


def begin(sop: Sop, bagian: str, now: datetime) -> Posisi:
    """The first row of a part; PerluBagian where there is no such part."""
    if bagian not in {one.id for one in sop.parts()}:
        raise PerluBagian(sop.judul)
    row = sop.rows(bagian)[0]
    return Posisi(row.id, now, _first_act(row), bagian=bagian)


def complete(
    sop: Sop,
    bahan: Daftar,
    at: Posisi,
    peran: Collection[str],
    known: Keadaan,
    said: Putusan,
    now: datetime,
) -> Maju:
    """The row, or the act within it, done by somebody of these peran; or why it is not."""
    if at.selesai:
        raise SudahSelesai
    row = sop.row(at.langkah)
    act = _act(row, at)
    _need_actor(sop, row, act, peran)
    goal, back = _goal(sop, row, act, at, known, said)
    if back:
        if not said.alasan.strip():
            raise PerluAlasanKembali
        return Maju(_placed(sop, at, goal, now, at.putaran + 1), kembali=True)
    _need_things(row, act, bahan, known)
    if act and act is not row.tahap[-1] and goal == BERIKUT:
        after = row.tahap[row.tahap.index(act) + 1]
        return Maju(replace(at, tahap=after.id, sejak=now), dibuat=_made(act.keluaran, bahan))
    if RAPAT in row.lembar and known.rapat:
        raise RapatBelumSelesai(known.rapat)
    if row.rujukan and not known.rujukan_selesai:
        raise RujukanBelumSelesai
    if row.untuk == PER_UNIT and known.unit_berjalan:
        raise UnitBelumSelesai(known.unit_berjalan)
    made = _made(act.keluaran if act else row.keluaran, bahan)
    return replace(_onward(sop, at, goal, known.hasil, now), dibuat=made)


def unit_rows(sop: Sop, bagian: str) -> tuple[Langkah, ...]:
    """The rows of a part that each unit walks for itself."""
    return tuple(one for one in sop.rows(bagian) if one.untuk == PER_UNIT)


def gathered(sop: Sop, at: Posisi, now: datetime) -> Posisi:
    """Past the rows of the units, once each of them has walked its own."""
    last = unit_rows(sop, at.bagian)[-1]
    return _onward(sop, replace(at, langkah=last.id), BERIKUT, frozenset(), now).posisi


def missing(
    row: Langkah, bahan: Daftar, known: Keadaan, act: Tahap | None = None
) -> tuple[list[str], list[str]]:
    """What is needed and not there, and what should come out and is not there; as keys."""
    lacks = [
        one.bahan
        for one in row.dinanti
        if _asked(one, known) and not _is(one.bahan, row, bahan, known)
    ]
    made = act.keluaran if act else row.keluaran
    owed = [
        name for name in made if bahan[name].wujud not in SERTA and not _is(name, row, bahan, known)
    ]
    return lacks, owed


def choices(sop: Sop, at: Posisi) -> dict[str, bool]:
    """What may be chosen here, and whether it sends the matter back."""
    row = sop.row(at.langkah)
    return {hasil: _is_back(sop, row, goal) for hasil, goal in _branches(sop, at).items()}


def goals(sop: Sop, at: Posisi) -> dict[str, Langkah | None]:
    """To which row each choice leads; None at the end."""
    order = (*sop.rows(at.bagian), None)
    after = order[order.index(sop.row(at.langkah)) + 1]
    ends = {BERIKUT: after, SELESAI: None}
    found = _branches(sop, at).items()
    return {hasil: ends[goal] if goal in ends else sop.row(goal) for hasil, goal in found}


def _branches(sop: Sop, at: Posisi) -> Mapping[str, str]:
    """Each choice, and its goal as the SOP writes it."""
    row = sop.row(at.langkah)
    act = _act(row, at)
    if act and act.cabang:
        return act.cabang
    branches = _last(row, act)
    if row.untuk == PER_BUTIR:
        return {hasil: goal for hasil, goal in branches.items() if _is_back(sop, row, goal)}
    return branches


def item_outcomes(sop: Sop, row: Langkah) -> tuple[str, ...]:
    """The outcomes an item may have in a row that decides item by item."""
    if row.untuk != PER_BUTIR:
        return ()
    return tuple(one for one, goal in row.cabang.items() if not _is_back(sop, row, goal))


def _last(row: Langkah, act: Tahap | None) -> Mapping[str, str]:
    """The branches of a row are asked for in the last of its acts."""
    return row.cabang if act is None or act is row.tahap[-1] else {}


def _first_act(row: Langkah) -> str:
    return row.tahap[0].id if row.tahap else ""


def _act(row: Langkah, at: Posisi) -> Tahap | None:
    if not row.tahap:
        return None
    for one in row.tahap:
        if one.id == at.tahap:
            return one
    raise BukanTahap


def _need_actor(sop: Sop, row: Langkah, act: Tahap | None, peran: Collection[str]) -> None:
    actors = act.pelaksana if act else row.pelaksana
    if not any(sop.peran(one) in peran for one in actors):
        raise BukanPelaksana([sop.sebutan(one) for one in actors])


def _goal(
    sop: Sop, row: Langkah, act: Tahap | None, at: Posisi, known: Keadaan, said: Putusan
) -> tuple[str, bool]:
    """Where it goes, and whether that is back."""
    allowed = choices(sop, at)
    if said.hasil:
        if said.hasil not in allowed:
            raise BukanHasil(list(allowed))
        branches = act.cabang if act and act.cabang else row.cabang
        return branches[said.hasil], allowed[said.hasil]
    if row.untuk == PER_BUTIR and _last(row, act):
        open_ = [one for one, hasil in known.butir.items() if hasil not in row.cabang]
        if open_ or not known.butir:
            raise ButirBelumDiputus(len(open_))
        return BERIKUT, False
    if allowed:
        raise BukanHasil(list(allowed))
    return BERIKUT, False


def _is_back(sop: Sop, row: Langkah, goal: str) -> bool:
    if goal in (BERIKUT, SELESAI):
        return False
    order = [one.id for one in sop.rows(row.bagian)]
    return order.index(goal) <= order.index(row.id)


def _need_things(row: Langkah, act: Tahap | None, bahan: Daftar, known: Keadaan) -> None:
    lacks, owed = missing(row, bahan, known, act)
    if lacks or owed:
        raise BelumLengkap(
            [bahan[one].nama for one in lacks],
            [(bahan[one].nama, row.cukup.get(one, bahan[one].cukup)) for one in owed],
        )


def _asked(one: Syarat, known: Keadaan) -> bool:
    return not one.bila or not known.hasil.isdisjoint(one.bila)


def _is(name: str, row: Langkah, bahan: Daftar, known: Keadaan) -> bool:
    if name in known.dikesampingkan:
        return True
    return bahan[name].is_enough(known.ada.get(name, ""), row.cukup.get(name, ""))


def _made(keluaran: tuple[str, ...], bahan: Daftar) -> tuple[str, ...]:
    return tuple(one for one in keluaran if bahan[one].wujud in SERTA)


def _onward(sop: Sop, at: Posisi, goal: str, hasil: frozenset[str], now: datetime) -> Maju:
    """The next row that somebody has to do; those that no item asks for are passed."""
    rows = sop.rows(at.bagian)
    order = [one.id for one in rows]
    if goal == SELESAI:
        n = len(rows)
    else:
        n = order.index(at.langkah) + 1 if goal == BERIKUT else order.index(goal)
    passed = []
    while n < len(rows) and rows[n].hanya and hasil.isdisjoint(rows[n].hanya):
        passed.append(rows[n].id)
        n += 1
    after = _placed(sop, at, order[n] if n < len(rows) else "", now, at.putaran)
    return Maju(after, dilewati=tuple(passed))


def _placed(sop: Sop, at: Posisi, goal: str, now: datetime, putaran: int) -> Posisi:
    act = _first_act(sop.row(goal)) if goal else ""
    return replace(at, langkah=goal, tahap=act, sejak=now, putaran=putaran)
