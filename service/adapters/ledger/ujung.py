"""Whether the journals still end where they were seen to end, without reading them through."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from service.adapters.ledger import tables
from service.domain.catatan import Kepala
from service.domain.janji import Hitung, Temuan

LINE, HEAD = tables.catatan.c, tables.kepala.c


def ends(look: Connection, recorded: Iterable[Kepala]) -> Temuan:
    """Each head is its journal's last line; of each head that was seen, the last is still there."""
    count = Hitung("I8", "Setiap jurnal masih memuat kepala yang pernah tercatat.")
    last = {one.instansi: one for one in recorded}
    now = {row.instansi: Kepala(*row) for row in look.execute(select(*tables.kepala.columns))}
    for head in now.values():
        end = look.execute(
            select(func.max(LINE.urut)).where(LINE.instansi == head.instansi)
        ).scalar()
        wrong = end != head.urut or chain_at(look, head) != head.rantai
        count.look(f"jurnal {head.instansi} terpotong atau berubah di ujungnya" if wrong else "")
    for one in last.values():
        gone = chain_at(look, one) != one.rantai
        count.look(
            f"jurnal {one.instansi} terpotong: kepala {one} pernah tercatat, kini hilang"
            if gone
            else ""
        )
    return count.temuan()


def chain_at(look: Connection, kepala: Kepala) -> str:
    """The chain at that line of the journal; '' where there is none."""
    asked = select(LINE.rantai).where(LINE.instansi == kepala.instansi, LINE.urut == kepala.urut)
    return str(look.execute(asked).scalar() or "")
