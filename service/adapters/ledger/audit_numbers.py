"""What the ledger can say of its books: no hole, no twin, and dates that never fall."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, and_, func, select

from service.adapters.ledger import tables
from service.domain.janji import Hitung, Temuan
from service.domain.nomor import BATAL, BERKAS, EKSTERNAL, KEADAAN, tempat
from service.domain.sisipan import is_whole

BOOK, TAKEN = tables.buku, tables.nomor
PLAIN = and_(TAKEN.c.sisipan == "", TAKEN.c.sumber != EKSTERNAL)


def numbers(look: Connection) -> Temuan:
    """Each book by itself: 1 to n, what was slipped in between, dates, states and reasons."""
    count = Hitung("I3", "Nomor di setiap buku urut tanpa lubang, tanpa kembar, dan tidak mundur.")
    falls, loose, odd = _falls(look), _loose(look), _odd(look)
    drawn = (
        select(
            TAKEN.c.buku,
            func.count().label("n"),
            func.count(TAKEN.c.urut.distinct()).label("each"),
            func.min(TAKEN.c.urut).label("least"),
            func.max(TAKEN.c.urut).label("most"),
        )
        .where(PLAIN)
        .group_by(TAKEN.c.buku)
        .subquery()
    )
    asked = select(BOOK.c.id, BOOK.c.mulai, BOOK.c.terakhir, drawn).join_from(
        BOOK, drawn, BOOK.c.id == drawn.c.buku, isouter=True
    )
    known = set()
    for row in look.execute(asked):
        known.add(row.id)
        count.look(_row(row))
        for what in (*falls.pop(row.id, ()), *loose.pop(row.id, ()), *odd.pop(row.id, ())):
            count.wrong(f"buku {row.id}: {what}")
    strangers = select(TAKEN.c.buku).where(PLAIN).distinct()
    for buku in sorted(set(look.execute(strangers).scalars()) - known):
        count.wrong(f"buku {buku}: ada nomornya, tetapi bukunya tidak ada")
    return count.temuan()


def _row(row: Any) -> str:
    before = row.mulai - 1  # where paper left off
    n, least, most = row.n or 0, row.least or row.mulai, row.most or before
    if n != (row.each or 0):
        return f"buku {row.id}: {n - row.each} nomor kembar"
    whole = before + n == most == row.terakhir and least == row.mulai
    return "" if whole else f"buku {row.id}: {n} nomor, tercatat sampai {row.terakhir}"


def _falls(look: Connection) -> dict[str, list[str]]:
    """Where a later number has an earlier date."""
    before = func.max(TAKEN.c.tanggal).over(
        partition_by=TAKEN.c.buku, order_by=TAKEN.c.urut, rows=(None, -1)
    )
    dated = (
        select(
            TAKEN.c.buku,
            TAKEN.c.urut,
            TAKEN.c.tanggal,
            before.label("before"),
        )
        .where(PLAIN, TAKEN.c.sumber == BERKAS, TAKEN.c.tanggal.is_not(None))
        .subquery()
    )
    found: dict[str, list[str]] = defaultdict(list)
    for row in look.execute(select(dated).where(dated.c.tanggal < dated.c.before)):
        found[row.buku].append(f"tanggal nomor {row.urut} mendahului nomor sebelumnya")
    return found


def _loose(look: Connection) -> dict[str, list[str]]:
    """Suffixes without a number before them, left out, or given twice."""
    behind: dict[tuple[str, int], list[str]] = defaultdict(list)
    for row in look.execute(select(TAKEN).where(TAKEN.c.sisipan != "")):
        behind[row.buku, row.urut].append(row.sisipan)
    found: dict[str, list[str]] = defaultdict(list)
    for (buku, urut), taken in sorted(behind.items()):
        base = select(TAKEN.c.id).where(TAKEN.c.buku == buku, TAKEN.c.urut == urut, PLAIN)
        if look.execute(base).first() is None:
            found[buku].append(f"sisipan {tempat(urut, taken[0])} tanpa nomor induk")
        if not is_whole(taken):
            found[buku].append(f"sisipan di belakang nomor {urut} tidak berurutan")
    return found


def _odd(look: Connection) -> dict[str, list[str]]:
    """States nobody knows, void ones without a reason, and rows whose id is another place's."""
    void = and_(TAKEN.c.keadaan == BATAL, TAKEN.c.alasan == "")
    strange = TAKEN.c.keadaan.not_in(KEADAAN)
    found: dict[str, list[str]] = defaultdict(list)
    for row in look.execute(select(TAKEN).where(void | strange)):
        kata = "batal tanpa alasan" if row.keadaan == BATAL else f"keadaan {row.keadaan!r}"
        found[row.buku].append(f"nomor {tempat(row.urut, row.sisipan)} {kata}")
    return found
