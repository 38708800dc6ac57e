"""Cells made one: what a cell below or beside the first of them stands for, from the top down."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from service.domain.tabel_isian import BarisTabel, Gabungan


@dataclass
class _Lajur:
    spans: list[Gabungan]
    at: int = 0


class Gabung:
    """The merged cells of some columns; rows are asked for in their order."""

    def __init__(
        self, spans: Sequence[Gabungan], kolom: Collection[int], rows: Sequence[BarisTabel]
    ) -> None:
        self._by_column = dict[int, _Lajur]()
        tops = set[int]()
        for one in sorted(spans, key=lambda one: (one.atas, one.kiri)):
            if one.bawah == one.atas and one.kanan == one.kiri:
                continue
            for n in kolom:
                if one.kiri <= n <= one.kanan:
                    self._by_column.setdefault(n, _Lajur([])).spans.append(one)
                    tops.add(one.atas)
        self._first = {one.nomor: one for one in rows if one.nomor in tops} if tops else {}

    @property
    def ada(self) -> bool:
        """Whether there are any."""
        return bool(self._by_column)

    def of(self, n: int, nomor: int) -> Gabungan | None:
        """The merged cells to which a cell belongs."""
        column = self._by_column.get(n)
        if column is None:
            return None
        spans = column.spans
        while column.at < len(spans) and spans[column.at].bawah < nomor:
            column.at += 1
        if column.at < len(spans) and spans[column.at].atas <= nomor:
            return spans[column.at]
        return None

    def above(self, n: int, nomor: int) -> BarisTabel | None:
        """The row whose cell this one only continues downward; None where it stands for itself."""
        one = self.of(n, nomor)
        if one is None or one.atas == nomor or one.kiri != n:
            return None
        return self._first.get(one.atas)

    def beside(self, n: int, nomor: int) -> int | None:
        """The column whose cell covers this one from the left."""
        one = self.of(n, nomor)
        return one.kiri if one is not None and one.kiri < n else None
