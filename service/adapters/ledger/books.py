"""The books of numbers, read past the model."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from service.adapters.ledger import tables
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.rows import from_row
from service.domain.buku import KeadaanBuku
from service.domain.nomor import EKSTERNAL, Buku, Nomor

BOOK, TAKEN = tables.buku, tables.nomor
OWN = TAKEN.c.sumber != EKSTERNAL
PLAIN = and_(OWN, TAKEN.c.sisipan == "")


class SqlBooks:
    """The port Books."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def all(self, instansi: str) -> list[KeadaanBuku]:
        asked = select(BOOK).where(BOOK.c.instansi == instansi)
        asked = asked.order_by(BOOK.c.tahun.desc(), BOOK.c.bulan.desc(), BOOK.c.id)
        with said_plainly(), self.ledger.reader.begin() as look:
            return [_state(look, row) for row in look.execute(asked).all()]

    def last(self) -> dict[str, int]:
        with said_plainly(), self.ledger.reader.begin() as look:
            return {str(id_): n for id_, n in look.execute(select(BOOK.c.id, BOOK.c.terakhir))}

    def one(self, buku: str) -> KeadaanBuku | None:
        with said_plainly(), self.ledger.reader.begin() as look:
            row = look.execute(select(BOOK).where(BOOK.c.id == buku)).first()
            return _state(look, row) if row else None

    def rows(self, buku: str, awal: int, akhir: int) -> list[Nomor]:
        asked = select(TAKEN).where(TAKEN.c.buku == buku, OWN, TAKEN.c.urut.between(awal, akhir))
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(asked.order_by(TAKEN.c.urut, TAKEN.c.id)).mappings()
            return [from_row(Nomor, row) for row in rows]

    def external(self, buku: str, dari: date, sampai: date) -> list[Nomor]:
        asked = (
            select(TAKEN)
            .where(
                TAKEN.c.buku == buku,
                TAKEN.c.sumber == EKSTERNAL,
                TAKEN.c.tanggal.between(dari, sampai),
            )
            .order_by(TAKEN.c.tanggal, TAKEN.c.diambil, TAKEN.c.id)
        )
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(asked).mappings()
            return [from_row(Nomor, row) for row in rows]

    def span(self, buku: str, dari: date, sampai: date) -> tuple[int, int]:
        here = and_(TAKEN.c.buku == buku, PLAIN)
        before = select(func.max(TAKEN.c.urut)).where(here, TAKEN.c.tanggal < dari)
        within = select(func.max(TAKEN.c.urut)).where(here, TAKEN.c.tanggal <= sampai)
        after = select(func.min(TAKEN.c.urut)).where(here, TAKEN.c.tanggal > sampai)
        with said_plainly(), self.ledger.reader.begin() as look:
            book = look.execute(select(BOOK).where(BOOK.c.id == buku)).first()
            if book is None:
                return 1, 0
            low = look.execute(before).scalar() or book.mulai - 1
            if (look.execute(within).scalar() or 0) <= low:
                return low + 1, low  # nothing is dated in these days
            high = look.execute(after).scalar()
            # What was reserved behind the last dated number of a month stands with it.
            return low + 1, book.terakhir if high is None else high - 1

    def same(self, instansi: str, normal: str) -> list[Nomor]:
        written = func.upper(func.replace(TAKEN.c.nomor, " ", ""))
        asked = select(TAKEN).where(_of(instansi), written == normal)
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(asked.order_by(TAKEN.c.id)).mappings()
            return [from_row(Nomor, row) for row in rows]

    def waiting(self, instansi: str) -> list[Nomor]:
        # In the words of the index, or every book would be read for the few that wait.
        asked = select(TAKEN).where(tables.WAITS, _of(instansi))
        with said_plainly(), self.ledger.reader.begin() as look:
            rows = look.execute(asked.order_by(TAKEN.c.buku, TAKEN.c.urut, TAKEN.c.id)).mappings()
            return [from_row(Nomor, row) for row in rows]


def _of(instansi: str) -> ColumnElement[bool]:
    return TAKEN.c.buku.startswith(f"{instansi}/", autoescape=True)


def _state(look: Connection, row: Any) -> KeadaanBuku:
    all_ = TAKEN.c.buku == row.id
    here = and_(all_, OWN)
    each = select(TAKEN.c.keadaan, func.count().label("n")).where(here).group_by(TAKEN.c.keadaan)
    plain = select(func.count(TAKEN.c.urut.distinct())).where(here, TAKEN.c.sisipan == "")
    return KeadaanBuku(
        buku=Buku(row.instansi, row.seri, row.tahun, row.mulai, row.bulan, row.bagian),
        mulai=row.mulai,
        terakhir=row.terakhir,
        tanggal=row.tanggal,
        diambil=row.diambil,
        pertama=look.execute(select(func.min(TAKEN.c.tanggal)).where(all_)).scalar(),
        terkini=look.execute(select(func.max(TAKEN.c.tanggal)).where(all_)).scalar(),
        jumlah={one.keadaan: one.n for one in look.execute(each)},
        tercatat=int(look.execute(plain).scalar_one()),
    )
