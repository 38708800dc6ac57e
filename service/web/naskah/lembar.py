"""The form of a naskah as its page lays it out: tables as rows, each with its buttons."""

from __future__ import annotations

import re

from service.domain import ruas as r
from service.face.isi_formulir import Formulir, Kelompok
from service.face.isi_naskah import Bagian, Baris, LembarIsian
from service.web.naskah.isian import Bahan, most_rows, shown
from service.web.naskah.ruas import AWALAN, named

_SEL = re.compile(rf"{AWALAN}-([A-Za-z0-9_]+)-([0-9]+)-")


def lembar(bahan: Bahan, formulir: Formulir) -> LembarIsian:
    """A form of this paper, as it was made or as it was sent back."""
    parts = list[Bagian]()
    tables = {one.nama: one for one in bahan.asked if one.jenis == r.DAFTAR}
    for group in formulir.kelompok:
        found = _SEL.match(group.ruas[0].nama)
        table = tables.get(found[1]) if found else None
        if table is None:
            parts.append(Bagian(group.judul, group.petunjuk, group.ruas))
        elif parts and parts[-1].baris and parts[-1].judul == table.label:
            parts[-1] = _with_row(table, parts[-1], group)
        else:
            first = Bagian(table.label, group.petunjuk)
            parts.append(_with_row(table, first, group))
    return LembarIsian(formulir, tuple(parts), shown(bahan))


def _with_row(table: r.Ruas, part: Bagian, group: Kelompok) -> Bagian:
    n = len(part.baris) + 1
    rows = (*part.baris, Baris(group.ruas, f"hapus-{table.nama}-{n}"))
    more = n < most_rows(table)
    return Bagian(
        *(part.judul, part.petunjuk, (), rows),
        tambah=f"tambah-{table.nama}" if more else "",
        sasaran=f"r-{named(table.nama, n + 1, table.kolom[0].nama)}" if more else "",
    )
