"""What is wrong with the things of an SOP: unknown, in no state, or never there when needed."""

from __future__ import annotations

from service.domain.sop.arah import closure, goals
from service.domain.sop.bahan import CUKUP, EDISI, HANYA_DIBUAT, PERSETUJUAN, Daftar
from service.domain.sop.bentuk import BERIKUT, Langkah, Sop
from service.domain.sop.periksa_tempat import Tempat


def things(row: Langkah, n: int, bahan: Daftar, at: Tempat) -> None:
    """Only what is declared is named, in states that it can have."""
    asked = {"kelengkapan": [one.bahan for one in row.kelengkapan], "keluaran": row.keluaran}
    for where, names in asked.items():
        for one in names:
            if one not in bahan:
                at.row(n, where, f"{where} '{one}' belum dinyatakan di bahan.toml.")
    for act in row.tahap:
        for one in act.keluaran:
            if one not in bahan:
                at.row(n, "tahap", f"keluaran '{one}' belum dinyatakan di bahan.toml.")
    made = {name for act in row.tahap for name in act.keluaran}
    for one in row.keluaran if row.tahap else ():
        if one not in made:
            at.row(n, "keluaran", f"keluaran '{one}' belum disebut keluaran salah satu tahapnya.")
    _states(row, n, bahan, at)


def _states(row: Langkah, n: int, bahan: Daftar, at: Tempat) -> None:
    """A row asks another state only of what it names, and only one that thing can have."""
    named = {one.bahan for one in row.kelengkapan} | set(row.semua_keluaran)
    for one, state in row.cukup.items():
        if one not in named:
            at.row(n, "cukup", f"cukup '{one}' bukan kelengkapan atau keluaran langkah ini.")
        elif one in bahan and state not in CUKUP[bahan[one].wujud]:
            known = ", ".join(CUKUP[bahan[one].wujud])
            at.row(n, "cukup", f"cukup '{state}' tidak dikenal bagi {one}. Pilihan: {known}.")


def order(sop: Sop, rows: tuple[Langkah, ...], bahan: Daftar, at: Tempat) -> None:
    """What only a row can make is made before it is needed, whichever way a matter came."""
    made_in = {name for row in rows for name in row.semua_keluaran}
    for n, row in enumerate(rows):
        for one in row.dinanti:
            thing = bahan.get(one.bahan)
            if thing is None or thing.wujud not in HANYA_DIBUAT or thing.bukti == PERSETUJUAN:
                continue
            if why := _not_made(rows, n, one.bahan, made_in, by_hand=thing.wujud == EDISI):
                place = sop.langkah.index(row)
                at.row(place, "kelengkapan", f"'{one.bahan}' {why}")


def _not_made(
    rows: tuple[Langkah, ...], n: int, name: str, made_in: set[str], *, by_hand: bool
) -> str:
    """Why a row may stand without a thing for ever; '' where every way brings it."""
    before = any(name in row.semua_keluaran for row in rows[:n])
    if name in made_in and not before:
        return "baru dibuat langkah sesudahnya, jadi langkah ini tak akan pernah lengkap."
    if by_hand:  # an edition that another matter made is laid down by a person
        return ""
    if not before:
        return "tidak dibuat langkah mana pun, jadi langkah ini tak akan pernah lengkap."
    free = {place for place, row in enumerate(rows) if not _surely(row, name)}
    reached = closure({0}, lambda place: set(goals(rows, place)) if place in free else set())
    if n in reached:
        return "dapat terlewat sebelum langkah ini, lalu langkah ini tak akan pernah lengkap."
    return ""


def _surely(row: Langkah, name: str) -> bool:
    """Whether nobody leaves a row onward without the thing."""
    if row.hanya:
        return False
    for act in row.tahap:
        if name in act.keluaran:
            return True
        if any(goal != BERIKUT for goal in act.cabang.values()):
            return False
    return name in row.keluaran
