"""The rows of an SOP table: one per langkah, however often a page or a merged cell broke it."""

from __future__ import annotations

from collections.abc import Sequence

from service.domain.sop.impor_bentuk import Isian, Kotak
from service.domain.sop.impor_kata import RUSAK, mended, one_line
from service.domain.sop.impor_kepala import (
    KEGIATAN,
    KELENGKAPAN,
    KELUARAN,
    KETERANGAN,
    NOMOR,
    WAKTU,
    Kepala,
    below,
    counted,
    is_head,
)

LAMBANG = "\u25a1"  # a drawn shape whose kind the file does not tell
_TEKS = (KEGIATAN, KELENGKAPAN, WAKTU, KELUARAN, KETERANGAN)


def read(rows: Sequence[Sequence[Kotak]], head: Kepala) -> list[Isian]:
    """Every langkah below the head, in the order of the table."""
    held = [
        row
        for row in rows[head.akhir :]
        if not (is_head(row) or below(row, head.lajur) or counted(row))
    ]
    at = head.at(NOMOR)
    numbers = sum(1 for row in held if at is not None and _number(row[at]))
    found = list[Isian]()
    for row in held:
        if _bare(row):
            continue
        if found and _goes_on(row, at, numbers * 2 >= len(held), found[-1], head):
            _more(found[-1], row, head)
        else:
            found.append(_fresh(row, head))
    for one in found:
        _finish(one)
    return found


def _number(cell: Kotak) -> str:
    words = one_line(cell.isi).strip(" .)(") if cell.baru else ""
    return words if words.isdigit() else ""


def _bare(row: Sequence[Kotak]) -> bool:
    return not any((one_line(one.isi) or one.lambang) and one.baru for one in row)


def _goes_on(row: Sequence[Kotak], at: int | None, counts: bool, last: Isian, head: Kepala) -> bool:
    """Whether a row is the rest of the one above it."""
    if at is not None and _number(row[at]):
        return False
    if at is not None and counts:
        return True
    words = _words(row, head, KEGIATAN)
    broken = not last.kegiatan.rstrip().endswith((".", ";"))
    return not words or (broken and words[:1].islower())


def _fresh(row: Sequence[Kotak], head: Kepala) -> Isian:
    at = head.at(NOMOR)
    one = Isian(nomor=_number(row[at]) if at is not None else "")
    for jenis in _TEKS:
        setattr(one, jenis, _words(row, head, jenis, shared=True))
        if _covered(row, head, jenis):
            one.doubt(
                "" if jenis == KEGIATAN else jenis,
                f"sel {jenis} digabung dengan langkah di atasnya; isinya dianggap sama",
            )
    _marks(one, row, head, shared=True)
    return one


def _more(one: Isian, row: Sequence[Kotak], head: Kepala) -> None:
    for jenis in _TEKS:
        words = _words(row, head, jenis)
        if words:
            before = getattr(one, jenis)
            setattr(one, jenis, f"{before}\n{words}" if before else words)
    _marks(one, row, head, shared=False)


def _words(row: Sequence[Kotak], head: Kepala, jenis: str, *, shared: bool = False) -> str:
    told = list[str]()
    for at, lajur in enumerate(head.lajur):
        cell = row[at]
        begins = cell.tepi or not at or head.lajur[at - 1].jenis != jenis
        if lajur.jenis == jenis and begins and (cell.baru or shared) and cell.isi.strip():
            told.append(mended(cell.isi).strip())
    return "\n".join(told)


def _covered(row: Sequence[Kotak], head: Kepala, jenis: str) -> bool:
    at = head.at(jenis)
    return at is not None and not row[at].baru and bool(row[at].isi.strip())


def _marks(one: Isian, row: Sequence[Kotak], head: Kepala, *, shared: bool) -> None:
    for at in head.pelaksana:
        cell = row[at]
        if not cell.baru and not shared:
            continue
        words = one_line(cell.isi) or (LAMBANG if cell.lambang else "")
        if words:
            one.tanda[at] = f"{one.tanda[at]} {words}" if at in one.tanda else words
            wide = not cell.tepi or (at + 1 < len(row) and not row[at + 1].tepi)
            if wide or not cell.baru:
                one.doubt("pelaksana", "tanda pelaksana berada di sel yang digabung")


def _finish(one: Isian) -> None:
    """What stays empty or unreadable is named; nothing is put in its place."""
    for jenis in (KEGIATAN, WAKTU, KETERANGAN):
        setattr(one, jenis, one_line(getattr(one, jenis)))
    if not one.kegiatan:
        one.doubt("kegiatan", "kegiatan tidak terbaca; tulis menurut sumbernya")
    for jenis in _TEKS:
        if RUSAK in getattr(one, jenis):
            one.doubt(jenis, f"{jenis} memuat huruf yang tidak terbaca ({RUSAK})")
