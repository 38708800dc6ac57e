"""The official flowchart of an SOP: actors as lanes, one row per langkah, the five symbols."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from service.domain.sop.bagan_bentuk import Bagan, Baris, Perjalanan, Ukuran
from service.domain.sop.bagan_gambar import Pelukis
from service.domain.sop.bagan_jalan import Jalan, ways
from service.domain.sop.bagan_kata import spoken
from service.domain.sop.bagan_rute import Rute, plan
from service.domain.sop.bagan_susun import Tempat, fill_pages, pages_of, rows_of, set_heights
from service.domain.sop.bentuk import Langkah, Sop

# Connectors make rows higher, and higher rows may move a page break; it settles at once or soon.
PUTARAN = 12


def draw(
    sop: Sop,
    ukuran: Ukuran | None = None,
    *,
    words: Mapping[str, float] | None = None,
    resmi: bool = False,
    perjalanan: Perjalanan | None = None,
) -> Bagan:
    """The flowchart of an SOP, the same for the same SOP; `words` is the height a row's text takes.

    `resmi`: only the rows that the source has, as on the official form.
    """
    ukuran, perjalanan = ukuran or Ukuran(), perjalanan or Perjalanan()
    shown = sop.resmi if resmi else sop.langkah
    lajur = lanes(sop, shown, resmi=resmi)
    jalan = ways(sop, {row.id for row in shown})
    rows = rows_of(sop, [_within(row, lajur) for row in shown], lajur, jalan)
    routes = _settled(rows, jalan, words or {}, ukuran)
    painter = Pelukis(rows, routes, lajur, ukuran.lajur, perjalanan)
    return Bagan(
        lajur=lajur,
        lebar_lajur=ukuran.lajur,
        baris=tuple(_baris(one, perjalanan) for one in rows),
        lambang=tuple(painter.lambang()),
        panah=tuple(painter.panah()),
        kata=tuple(spoken(painter)),
    )


def lanes(sop: Sop, shown: Sequence[Langkah], *, resmi: bool = False) -> tuple[str, ...]:
    """The actors that have a column: all of the SOP, save inferred ones that no shown row needs.

    On the official form a row needs only its first pelaksana; who else we inferred stays out.
    """
    needed = {row.pelaksana[0] for row in shown if row.pelaksana}
    if not resmi:
        needed |= {name for row in shown for name in (*row.pelaksana, *row.bersama)}
        needed |= {name for row in shown for act in row.tahap for name in act.pelaksana}
    return tuple(
        one.id
        for one in sop.pelaksana
        if one.id in needed or f"pelaksana.{one.id}" not in sop.tafsir
    )


def _within(row: Langkah, lajur: Sequence[str]) -> Langkah:
    """A row without the acts of those who have no column."""
    acts = tuple(act for act in row.tahap if any(name in lajur for name in act.pelaksana))
    return replace(row, tahap=acts)


def _settled(
    rows: list[Tempat], jalan: Sequence[Jalan], words: Mapping[str, float], ukuran: Ukuran
) -> list[Rute]:
    routes = plan(rows, jalan, ukuran.lajur)
    set_heights(rows, words)
    for _ in range(PUTARAN):
        pages = pages_of(rows, ukuran)
        if pages == [one.halaman for one in rows]:
            break
        for one, page in zip(rows, pages, strict=True):
            one.halaman = page
        routes = plan(rows, jalan, ukuran.lajur)
        set_heights(rows, words)
    fill_pages(rows, ukuran)
    return routes


def _baris(one: Tempat, way: Perjalanan) -> Baris:
    id_ = one.row.id
    return Baris(
        id_,
        one.row.nomor,
        round(one.y, 2),
        round(one.tinggi, 2),
        one.halaman,
        sudah=id_ in way.lalu and id_ != way.kini,
        kini=id_ == way.kini,
    )
