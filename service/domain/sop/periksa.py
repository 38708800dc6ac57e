"""What is wrong with an SOP as a whole: names that lead nowhere, rows nobody reaches, no end."""

from __future__ import annotations

from collections.abc import Collection

from service.domain.sop.arah import closure, goals
from service.domain.sop.bahan import Daftar
from service.domain.sop.bentuk import (
    BERIKUT,
    PER_BUTIR,
    PER_UNIT,
    SELESAI,
    UTAMA,
    Langkah,
    Sop,
)
from service.domain.sop.periksa_bahan import order, things
from service.domain.sop.periksa_bukti import examine_proofs
from service.domain.sop.periksa_tempat import Tempat


def examine(sop: Sop, bahan: Daftar, lain: Collection[str] | None, at: Tempat) -> None:
    """Every fault that shows only when the rows are seen together."""
    if not sop.langkah:
        at.top("langkah", "SOP belum punya langkah. Tulis satu [[langkah]] untuk setiap baris.")
        return
    if not _ids(sop, at) or not _parts(sop, at):
        return
    _opens(sop, at)
    for n, row in enumerate(sop.langkah):
        _actors(sop, row, n, at)
        things(row, n, bahan, at)
        _goals(sop, row, n, at)
        if row.rujukan and lain is not None and row.rujukan not in lain:
            known = f" Yang ada: {', '.join(sorted(lain))}." if lain else ""
            at.row(n, "rujukan", f"SOP '{row.rujukan}' tidak ada di instansi ini.{known}")
    for part in sop.parts():
        _way(sop, sop.rows(part.id), at)
        _outcomes(sop, sop.rows(part.id), at)
        _groups(sop, sop.rows(part.id), at)
        order(sop, sop.rows(part.id), bahan, at)
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


def _opens(sop: Sop, at: Tempat) -> None:
    """A letter or a row of another SOP names no part, so it could not say which one opens."""
    asked = {"kiriman": bool(sop.buka.kiriman), "rujukan": sop.buka.rujukan}
    for name in [name for name, is_asked in asked.items() if is_asked and sop.bagian]:
        at.top(
            "buka",
            f"SOP dengan [[bagian]] dibuka petugas atau kalender, tidak lewat {name}. Hapus "
            f"{name} dari buka, atau pisahkan bagiannya menjadi SOP sendiri.",
        )


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


def _way(sop: Sop, rows: tuple[Langkah, ...], at: Tempat) -> None:
    end = len(rows)
    forward = {n: set(goals(rows, n)) for n in range(end)}
    reached = closure({0}, lambda n: forward.get(n, set()))
    back: dict[int, set[int]] = {n: set() for n in range(end + 1)}
    for n, ways in forward.items():
        for way in ways:
            back[way].add(n)
    leads_out = closure({end}, lambda n: back[n])
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
