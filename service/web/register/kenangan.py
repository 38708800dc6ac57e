"""Lines of the registers whose archive was destroyed say so where they tell their state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.acts.lihat.kenangan import of_letters, of_matters
from service.domain.arsip.kenangan import Kenangan
from service.ports.register import Keluar
from service.web.dasar.auth import house
from service.web.register.baris import Baris
from service.web.register.buku import Buku


def remembered(buku: Buku, rows: Sequence[object], lines: Sequence[Baris]) -> list[Baris]:
    """The same lines; `rows` are what they tell of, one by one."""
    where = [one.naskah.berkas if isinstance(one, Keluar) else buku.kiriman(one) for one in rows]
    with house().ledger.read() as reading:
        sent = any(isinstance(one, Keluar) for one in rows)
        gone = (of_matters if sent else of_letters)(reading, where)
    if not gone:
        return list(lines)
    return [
        _told(buku, x, gone[id_]) if id_ in gone else x for id_, x in zip(where, lines, strict=True)
    ]


def _told(buku: Buku, line: Baris, how: Kenangan) -> Baris:
    last = line.sel[-1]
    note = " · ".join(filter(None, (last.catatan, how.pendek)))
    whole = line.penuh
    if buku.lajur[-1].judul == "Keterangan":  # the others have the columns of the law alone
        whole = (*whole[:-1], "; ".join(filter(None, (whole[-1], how.pendek))))
    return replace(line, sel=(*line.sel[:-1], replace(last, catatan=note)), penuh=whole)
