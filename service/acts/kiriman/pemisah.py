"""Separator sheets in what came in: whether a scan holds one, and which pages are which."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from service.acts.simpan.looked import Dilihat
from service.domain import pemisah
from service.domain.pemisah import Lembaran
from service.domain.refusals import Refusal
from service.ports import House


def holds_one(house: House, seen: Dilihat, path: Path) -> bool:
    """Whether a separator lies among the pages of a file; those not looked at yet are."""
    if not pemisah.has_sheets(seen.file):
        return False
    if any(pemisah.read(code) for code in seen.bacaan.tanda):
        return True
    done = len(seen.bacaan.tanda)
    if not seen.bacaan.perlu_ocr or done >= seen.bacaan.halaman:
        return False
    try:
        return any(one.pemisah for one in sheets(house, path, done + 1))
    except Refusal:
        return False  # pages that cannot be looked at part nothing


def sheets(house: House, path: Path, dari: int = 1) -> Iterator[Lembaran]:
    """The pages of a scan from `dari` on; no more than a stack of ours can have."""
    at = dari
    while at <= pemisah.TERBANYAK and (found := house.reader.sheets(path, at)):
        yield from found
        at += len(found)
