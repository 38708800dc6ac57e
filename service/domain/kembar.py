"""The same bytes again: which kiriman was first, and whether a second number is given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from service.domain.kiriman import Kiriman


def first_of(
    kiriman: Kiriman, shas: Sequence[str], others: Iterable[tuple[Kiriman, Sequence[str]]]
) -> Kiriman | None:
    """The kiriman of this instansi that brought all of these files before; None: this is new.

    First is who has a number; among those without, who came first.
    """
    wanted = set(shas)
    came = (kiriman.diterima, kiriman.id)
    before = [
        other
        for other, brought in others
        if other.id != kiriman.id
        and other.instansi == kiriman.instansi
        and not other.kembar
        and wanted
        and wanted <= set(brought)
        and (other.nomor_agenda or (other.diterima, other.id) < came)
    ]
    return min(before, key=lambda one: (not one.nomor_agenda, one.diterima, one.id), default=None)


def tells_nothing(kiriman: Kiriman, first: Kiriman) -> bool:
    """Whether leaving out the number shows nobody a kiriman that they may not see."""
    return kiriman.unit == first.unit and (kiriman.rahasia or not first.rahasia)
