"""What is wrong with an SOP as a whole: names that lead nowhere, rows nobody reaches, no end."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from service.domain.sop.bahan import CUKUP, EDISI, HANYA_DIBUAT, PERSETUJUAN, Daftar
from service.domain.sop.bentuk import (
    BERIKUT,
    PER_BUTIR,
    PER_UNIT,
    SELESAI,
    UTAMA,
    Langkah,
    Sop,
)
from service.domain.sop.periksa_bukti import examine_proofs
from service.domain.sop.periksa_tempat import Tempat


def examine(sop: Sop, bahan: Daftar, lain: Collection[str] | None, at: Tempat) -> None:
    """Every fault that shows only when the rows are seen together."""
    if not sop.langkah:
        at.top("langkah", "SOP belum punya langkah. Tulis satu [[langkah]] untuk setiap baris.")
        return
    if not _ids(sop, at) or not _parts(sop, at):
        return
    for n, row in enumerate(sop.langkah):
        _actors(sop, row, n, at)
        _things(row, n, bahan, at)
        _goals(sop, row, n, at)
        if row.rujukan and lain is not None and row.rujukan not in lain:
            known = f" Yang ada: {', '.join(sorted(lain))}." if lain else ""
            at.row(n, "rujukan", f"SOP '{row.rujukan}' tidak ada di instansi ini.{known}")
    for part in sop.parts():
        _way(sop, sop.rows(part.id), at)
        _outcomes(sop, sop.rows(part.id), at)
        _groups(sop, sop.rows(part.id), at)
        _order(sop, sop.rows(part.id), bahan, at)
        examine_proofs(sop, sop.rows(part.id), bahan, at)


def _ids(sop: Sop, at: Tempat) -> bool:
    seen, sure = set[str](), True
    for n, row in enumerate(sop.langkah):
        if row.id in seen:
            at.row(n, "id", f"id langkah '{row.id}' dipakai lebih dari sekali.")
            sure = False
        seen.add(row.id)
        acts = [one.id for one in row.tahap]
        if len(set(acts)) < len(acts):
            at.row(n, "tahap", "Dua tahap langkah ini punya id yang sama.")
    return sure


def _parts(sop: Sop, at: Tempat) -> bool:
    known, sure = [one.id for one in sop.bagian], True
    for n, part in enumerate(sop.bagian):
        own = {row.id for row in sop.langkah if row.bagian == part.id}
        if known.count(part.id) > 1:
            at.part(n, "id", f"id bagian '{part.id}' dipakai lebih dari sekali.")
            sure = False
        if not own:
            at.part(n, "", f"Bagian '{part.id}' belum punya langkah.")
            sure = False
        if part.langkah and (set(part.langkah) != own or len(part.langkah) != len(own)):
            names = ", ".join(sorted(own))
            at.part(n, "langkah", f"langkah harus memuat tepat langkah bagian ini: {names}.")
            sure = False
    for n, row in enumerate(sop.langkah):
        if row.bagian not in (known or [UTAMA]):
            chosen = ", ".join(known) or "(tidak ada [[bagian]])"
            at.row(n, "bagian", f"bagian '{row.bagian}' tidak dikenal. Pilihan: {chosen}.")
            sure = False
    return sure


def _actors(sop: Sop, row: Langkah, n: int, at: Tempat) -> None:
    known = {one.id for one in sop.pelaksana}
    named = {"pelaksana": row.pelaksana, "bersama": row.bersama}
    for act in row.tahap:
        named[f"tahap {act.id}"] = act.pelaksana
    for where, actors in named.items():
        for one in actors:
            if one not in known:
                at.row(
                    n,
                    where.split()[0],
                    f"pelaksana '{one}' tidak dikenal. Pilihan: {', '.join(sorted(known))}.",
                )


def _things(row: Langkah, n: int, bahan: Daftar, at: Tempat) -> None:
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


def _goals(sop: Sop, row: Langkah, n: int, at: Tempat) -> None:
    own = [one.id for one in sop.rows(row.bagian)]
    if row.untuk == PER_BUTIR:
        _item_goals(row, n, own, at)
    for branches in (row.cabang, *(act.cabang for act in row.tahap)):
        for hasil, goal in branches.items():
            if goal in (BERIKUT, SELESAI) or goal in own:
                continue
            why = "di bagian lain" if sop.has(goal) else "tidak ada"
            at.row(n, "cabang", f"cabang {hasil} menuju langkah '{goal}' yang {why}.")
        if len(branches) == 1:
            at.warn(n, "cabang", "Cabang dengan satu hasil bukan keputusan; tambahkan yang lain.")


def _item_goals(row: Langkah, n: int, own: list[str], at: Tempat) -> None:
    """All items go on together, so none of them can leap."""
    for hasil, goal in row.cabang.items():
        ahead = goal in own and own.index(goal) > own.index(row.id)
        if ahead or goal == SELESAI:
            at.row(
                n,
                "cabang",
                f"Hasil butir {hasil} melompat ke '{goal}'. Tulis berikut; langkah yang hanya "
                "untuk sebagian butir memilihnya dengan hanya.",
            )


def goals(rows: tuple[Langkah, ...], n: int) -> Iterator[int]:
    """Where a row may lead, as places in the part; one past the last is its end."""
    row, places = rows[n], {one.id: at for at, one in enumerate(rows)}
    ways = list(row.cabang.values()) or [BERIKUT]
    ways += [way for act in row.tahap for way in act.cabang.values() if way != BERIKUT]
    for way in ways:
        if way == BERIKUT:
            yield n + 1
        elif way == SELESAI:
            yield len(rows)
        elif way in places:
            yield places[way]
    if row.hanya:  # passed where no butir is meant
        yield n + 1


def _way(sop: Sop, rows: tuple[Langkah, ...], at: Tempat) -> None:
    end = len(rows)
    forward = {n: set(goals(rows, n)) for n in range(end)}
    reached = _closure({0}, lambda n: forward.get(n, set()))
    back: dict[int, set[int]] = {n: set() for n in range(end + 1)}
    for n, ways in forward.items():
        for way in ways:
            back[way].add(n)
    leads_out = _closure({end}, lambda n: back[n])
    for n, row in enumerate(rows):
        place = sop.langkah.index(row)
        if n not in reached:
            at.row(place, "", f"Langkah '{row.id}' tidak pernah dicapai dari langkah pertama.")
        if n not in leads_out:
            at.row(
                place,
                "cabang" if row.cabang else "",
                f"Dari langkah '{row.id}' tidak ada jalan sampai selesai; berkas berputar terus.",
            )


def _closure(start: set[int], ways: Callable[[int], set[int]]) -> set[int]:
    found, fresh = set[int](), set(start)
    while fresh:
        found |= fresh
        fresh = {way for n in fresh for way in ways(n)} - found
    return found


def _outcomes(sop: Sop, rows: tuple[Langkah, ...], at: Tempat) -> None:
    """Outcomes that a row asks for are given by a row before it."""
    given = set[str]()
    for row in rows:
        place = sop.langkah.index(row)
        asked = {"hanya": row.hanya}
        asked["kelengkapan"] = tuple(x for one in row.kelengkapan for x in one.bila)
        for where, outcomes in asked.items():
            for one in outcomes:
                if one not in given:
                    at.row(
                        place, where, f"Hasil '{one}' tidak diberikan langkah per butir sebelumnya."
                    )
        if row.untuk == PER_BUTIR:
            if not row.cabang and not row.rujukan:
                at.row(place, "untuk", 'Langkah untuk = "butir" perlu cabang: hasil tiap butir.')
            given |= set(row.cabang)


def _groups(sop: Sop, rows: tuple[Langkah, ...], at: Tempat) -> None:
    """Rows walked by each unit follow each other, and none leads out of the midst of them."""
    own = [n for n, row in enumerate(rows) if row.untuk == PER_UNIT]
    if not own:
        return
    inside = set(range(own[0], own[-1] + 1))
    for n in sorted(inside - set(own)):
        place = sop.langkah.index(rows[n])
        at.row(place, "untuk", "Langkah per unit harus berurutan; langkah ini menyela.")
    for n in own:
        for way in goals(rows, n):
            if way not in inside and way != own[-1] + 1:
                place = sop.langkah.index(rows[n])
                at.row(place, "cabang", "Cabang langkah per unit harus tetap di langkah per unit.")


def _order(sop: Sop, rows: tuple[Langkah, ...], bahan: Daftar, at: Tempat) -> None:
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
    reached = _closure({0}, lambda place: set(goals(rows, place)) if place in free else set())
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
