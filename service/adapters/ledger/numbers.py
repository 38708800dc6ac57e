"""The books of numbers: the next one, one slipped in between, and what a paper book brings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Date, and_, bindparam, case, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from service.adapters.ledger import tables
from service.adapters.ledger.engine import upsert
from service.adapters.ledger.journal import Journal
from service.adapters.ledger.rows import from_row, to_row
from service.adapters.ledger.types import Instant
from service.domain.catatan import Catatan
from service.domain.nomor import (
    BERKAS,
    EKSTERNAL,
    MUNDUR,
    Buku,
    BukuBerjalan,
    JamMundur,
    Nomor,
    Tulisan,
    drawn,
    inserted,
)
from service.domain.refusals import Overtaken
from service.domain.sisipan import SisipanTanpaInduk, next_suffix

BOOK, TAKEN = tables.buku, tables.nomor
PLAIN = and_(TAKEN.c.sisipan == "", TAKEN.c.sumber != EKSTERNAL)  # those that count 1, 2, 3 …


# Built once: a number is drawn more often than anything else is written.
_INSERT = insert(TAKEN)
# In the words of the index, or the whole book would be read for each number.
_HELD = select(TAKEN).where(
    TAKEN.c.buku == bindparam("di"), TAKEN.c.untuk == bindparam("bagi"), tables.SERVES
)
_NOW, _ON = bindparam("kini", type_=Instant()), bindparam("hari", type_=Date())
_FORWARD: dict[str, Any] = {
    "terakhir": BOOK.c.terakhir + 1,
    "diambil": case(
        (or_(BOOK.c.diambil.is_(None), BOOK.c.diambil < _NOW), _NOW), else_=BOOK.c.diambil
    ),
}
_DATED: dict[str, Any] = {
    "tanggal": case(
        (or_(BOOK.c.tanggal.is_(None), BOOK.c.tanggal < _ON), _ON), else_=BOOK.c.tanggal
    )
}
# One statement: the counter goes on, and neither its date nor its moment ever falls.
_NEXT, _NEXT_DATED = (
    update(BOOK)
    .where(BOOK.c.id == bindparam("di"))
    .values(moved)
    .returning(BOOK.c.terakhir, BOOK.c.tanggal, BOOK.c.diambil)
    for moved in (_FORWARD, {**_FORWARD, **_DATED})
)


class Numbers:
    """What one transaction does to the books."""

    def __init__(
        self, connection: Connection, journal: Journal, now: Callable[[], datetime]
    ) -> None:
        self.connection, self.journal, self.now = connection, journal, now

    def draw(self, buku: Buku, untuk: str, isi: Tulisan) -> Nomor:
        """The next number; the same for the same `untuk`."""
        if isi.tanggal and not buku.holds(isi.tanggal):
            raise ValueError(f"a letter of {isi.tanggal} has no place in {buku.id}")
        now = self.now()
        # Taking the next number locks the book's row, so what is read after it stays true.
        asked: dict[str, Any] = {"di": buku.id, "kini": now}
        if isi.dated:
            asked["hari"] = isi.tanggal
        step = _NEXT_DATED if isi.dated else _NEXT
        taken = self.connection.execute(step, asked).first()
        if taken is None:
            self._open(buku, buku.mulai, buku.mulai - 1)
            return self.draw(buku, untuk, isi)
        if untuk and (held := self._held(buku, untuk)):
            self._put_back(buku, taken.terakhir)
            return held
        if taken.diambil - now > MUNDUR:
            raise JamMundur(buku.id, taken.diambil - now)
        on = max(taken.tanggal or isi.tanggal, isi.tanggal) if isi.tanggal else None
        return self._written(buku, drawn(buku, taken.terakhir, untuk, isi, on, now))

    def insert(self, buku: Buku, untuk: str, isi: Tulisan, cara: str) -> Nomor:
        """A number slipped in behind the one in force on its date; its suffix is never reused."""
        locked = select(BOOK.c.id).where(BOOK.c.id == buku.id).with_for_update()
        if isi.tanggal is None or self.connection.execute(locked).first() is None:
            raise SisipanTanpaInduk
        if untuk and (held := self._held(buku, untuk)):
            return held
        here = TAKEN.c.buku == buku.id
        before = select(func.max(TAKEN.c.urut)).where(here, PLAIN, TAKEN.c.tanggal <= isi.tanggal)
        induk = self.connection.execute(before).scalar()
        if induk is None:
            raise SisipanTanpaInduk
        behind = select(TAKEN.c.sisipan).where(here, TAKEN.c.urut == induk, TAKEN.c.sisipan != "")
        sisipan = next_suffix(cara, induk, self.connection.execute(behind).scalars())
        return self._written(buku, inserted(buku, induk, sisipan, untuk, isi, self.now()))

    def carry(self, buku: Buku, awal: int, akhir: int, on: date | None) -> None:
        """A book goes on from another: `awal` to `akhir` were given there."""
        locked = select(BOOK.c.mulai).where(BOOK.c.id == buku.id).with_for_update()
        mulai = self.connection.execute(locked).scalar()
        if mulai is None:
            self._open(buku, awal, akhir, on)
        elif mulai - 1 != akhir:
            raise BukuBerjalan(buku.id, mulai)
        else:
            self.connection.execute(update(BOOK).where(BOOK.c.id == buku.id).values(mulai=awal))

    def around(self, buku: str, urut: int) -> tuple[date | None, date | None]:
        """The last date before a place, and the first after it; the book is held meanwhile."""
        self.connection.execute(select(BOOK.c.id).where(BOOK.c.id == buku).with_for_update())
        own = and_(TAKEN.c.buku == buku, PLAIN, TAKEN.c.sumber == BERKAS)
        least = select(func.max(TAKEN.c.tanggal)).where(own, TAKEN.c.urut < urut)
        most = select(func.min(TAKEN.c.tanggal)).where(own, TAKEN.c.urut > urut)
        return self.connection.execute(least).scalar(), self.connection.execute(most).scalar()

    def settle(self, buku: str, on: date) -> None:
        """A number got its date late: those to come are not dated before it."""
        later = or_(BOOK.c.tanggal.is_(None), BOOK.c.tanggal < on)
        self.connection.execute(update(BOOK).where(BOOK.c.id == buku, later).values(tanggal=on))

    def _held(self, buku: Buku, untuk: str) -> Nomor | None:
        found = self.connection.execute(_HELD, {"di": buku.id, "bagi": untuk})
        row = found.mappings().first()
        return from_row(Nomor, row) if row else None

    def _put_back(self, buku: Buku, urut: int) -> None:
        last = select(func.max(TAKEN.c.tanggal)).where(TAKEN.c.buku == buku.id, PLAIN)
        back: dict[str, Any] = {"terakhir": urut - 1, "tanggal": last.scalar_subquery()}
        self.connection.execute(update(BOOK).where(BOOK.c.id == buku.id).values(**back))

    def _written(self, buku: Buku, nomor: Nomor) -> Nomor:
        try:
            self.connection.execute(_INSERT, to_row(nomor))
        except IntegrityError as twin:
            raise Overtaken("nomor", nomor.id) from twin
        self.journal.changed(None, nomor)
        told = Catatan(buku.instansi, nomor.oleh, "nomor_diambil", nomor.diambil, nomor.id)
        self.journal.note_if_silent(told)
        return nomor

    def _open(self, buku: Buku, awal: int, akhir: int, on: date | None = None) -> None:
        self.connection.execute(
            upsert(self.connection, BOOK)
            .values(
                id=buku.id,
                instansi=buku.instansi,
                seri=buku.seri,
                bagian=buku.bagian,
                tahun=buku.tahun,
                bulan=buku.bulan,
                mulai=awal,
                terakhir=akhir,
                tanggal=on,
            )
            .on_conflict_do_nothing()
        )
