"""Finding the head among the first rows, also where it is of two rows and has merged cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.domain.daftar_unit import golongan
from service.domain.daftar_unit.kata import counted, polos
from service.domain.daftar_unit.kenal import Calon, calon
from service.domain.daftar_unit.kepala import TIDAK_DIPAKAI, YAKIN, Kepala, LajurUnit
from service.domain.daftar_unit.lajur import (
    BAWAH,
    DIK,
    DIP,
    JUDUL,
    KONSEKUENSI,
    RINGKASAN,
)
from service.domain.tabel_isian import BarisTabel, Gabungan, TabelIsian

DALAM = 40  # rows among which the head is looked for
BARIS_KEPALA = 3
LAJUR_TERBANYAK = 80
_MUNGKIN, _LEMAH = 0.5, 0.3


def find(tabel: TabelIsian) -> Kepala | None:
    """The likeliest head; None where no row is one."""
    best, height = None, 0.0
    spans = [one for one in tabel.gabungan if one.kanan > one.kiri or one.bawah > one.atas]
    for at in range(min(DALAM, len(tabel.baris))):
        for deep in range(1, BARIS_KEPALA + 1):
            rows = tabel.baris[at : at + deep]
            if len(rows) < deep or not _goes_on(rows):
                break
            for daftar in (DIP, DIK):
                one = _read(daftar, at, rows, spans)
                # A row more must say more: rows of the list itself are no part of its head.
                if one is not None and one.nilai > height + 0.01:
                    best, height = one, one.nilai
    return best and _hidden(best, tabel)


def _goes_on(rows: Sequence[BarisTabel]) -> bool:
    """Whether these rows could be one head: each follows the last, none counts or is a bar."""
    for before, row in zip((None, *rows), rows, strict=False):
        if before is not None and row.nomor != before.nomor + 1:
            return False
        if counted(row.sel):
            return False
        told = [one for one in row.sel if one.strip()]
        if len(told) == 1 and golongan.bar(told[0]):
            return False
    return True


def _read(
    daftar: str, at: int, rows: Sequence[BarisTabel], spans: Sequence[Gabungan]
) -> Kepala | None:
    wide = min(LAJUR_TERBANYAK, max(len(one.sel) for one in rows))
    heads = [_upper_lower(rows, n, spans) for n in range(wide)]
    if len(rows) > 1 and not _split(daftar, rows, heads):
        return None
    guesses = [calon(daftar, upper, lower) for upper, lower in heads]
    lajur = tuple(_given(heads, guesses))
    there = {one.ruas for one in lajur if one.yakin >= _MUNGKIN}
    if len(there) < 3 or not there & {RINGKASAN, JUDUL}:
        return None
    return Kepala(daftar, at, at + len(rows), lajur)


def _upper_lower(rows: Sequence[BarisTabel], n: int, spans: Sequence[Gabungan]) -> tuple[str, str]:
    """What stands over a column, and, where the head is split, below that."""
    own = [_shown(row, n, spans) for row in rows]
    told = [one for one in dict.fromkeys(one.strip() for one in own) if one]
    if not told:
        return "", ""
    if len(told) == 1 and not own[0].strip() and len(rows) > 1:
        # Without a word of merged cells: what is split stands left of it.
        for left in range(n - 1, -1, -1):
            if above := _shown(rows[0], left, spans).strip():
                below = any(_shown(row, left, spans).strip() for row in rows[1:])
                return (above, told[0]) if below else ("", told[0])
    return told[0], " ".join(told[1:])


def _shown(row: BarisTabel, n: int, spans: Sequence[Gabungan]) -> str:
    """A cell of the head; of merged ones, what the first of its row says."""
    if text := row.at(n):
        return text
    for one in spans:
        if one.atas == row.nomor and one.kiri < n <= one.kanan:
            return row.at(one.kiri)
    return ""


def _split(daftar: str, rows: Sequence[BarisTabel], heads: Sequence[tuple[str, str]]) -> bool:
    """Whether the last of some rows still belongs to the head: it names columns, nothing else."""
    last = rows[-1]
    told = [n for n, one in enumerate(last.sel[: len(heads)]) if one.strip()]
    if not told:
        return False
    known = sum(_heads(daftar, last.at(n), heads[n]) for n in told)
    return known * 3 >= len(told) * 2


def _heads(daftar: str, own: str, head: tuple[str, str]) -> bool:
    """Whether a cell names a column, alone or below what it splits."""
    upper, lower = head
    if lower and any(polos(lower) in BAWAH.get(ruas, {}) for ruas, _ in calon(daftar, upper)):
        return True
    return any(sure >= YAKIN for _, sure in calon(daftar, own)[:1])


def _given(heads: Sequence[tuple[str, str]], guesses: Sequence[Calon]) -> list[LajurUnit]:
    """Each column with the surest meaning that no other column has surer."""
    bids = sorted(
        ((sure, -n, ruas) for n, one in enumerate(guesses) for ruas, sure in one), reverse=True
    )
    by_column, by_ruas = dict[int, tuple[str, float]](), dict[str, float]()
    for sure, n, ruas in bids:
        if -n in by_column or sure < _MUNGKIN or ruas == KONSEKUENSI:
            continue
        if ruas in by_ruas:
            # Two columns alike: neither is taken without a person, unless one is clearly better.
            if by_ruas[ruas] - sure < 0.1:
                by_column = {
                    at: (one, min(held, YAKIN - 0.01) if one == ruas else held)
                    for at, (one, held) in by_column.items()
                }
            continue
        by_column[-n], by_ruas[ruas] = (ruas, sure), sure
    found = []
    for n, (upper, lower) in enumerate(heads):
        judul = " / ".join(dict.fromkeys(" ".join(x.split()) for x in (upper, lower) if x))
        if not judul:
            continue
        ruas, sure = by_column.get(n, (TIDAK_DIPAKAI, 0.0))
        lain = tuple(x for x in guesses[n] if x[0] not in (ruas, KONSEKUENSI) and x[1] >= _LEMAH)
        found.append(LajurUnit(n, judul, ruas, sure, lain[:4]))
    return found


def _hidden(kepala: Kepala, tabel: TabelIsian) -> Kepala:
    """A column that nobody sees is not taken without a person."""
    lajur = (
        replace(one, yakin=min(one.yakin, YAKIN - 0.01))
        if one.n in tabel.lajur_tersembunyi
        else one
        for one in kepala.lajur
    )
    return replace(kepala, lajur=tuple(lajur))
