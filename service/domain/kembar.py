"""The same bytes again: which kiriman was first, and whether a second number is given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.domain.kiriman import DITOLAK_PETUGAS, KARANTINA, Kiriman
from service.domain.pemisah import DIPISAH
from service.domain.temuan import BERAT, TIDAK_DAPAT_DIPROSES


@dataclass(frozen=True)
class Kembar:
    """What is known of the same files having come before."""

    pertama: str = ""  # the first kiriman of the instansi that brought them
    bernomor: Kiriman | None = None  # the one whose number counts for this one too


def same_before(
    kiriman: Kiriman, shas: Sequence[str], others: Iterable[tuple[Kiriman, Sequence[str]]]
) -> Kembar:
    """First is who has a number; among those without, who came first.

    A number is left out only where that shows nobody a kiriman they may not see, and where what
    can be worked on is not hidden behind the same bytes that once could not.
    """
    wanted, came = set(shas), (kiriman.diterima, kiriman.id)
    before = sorted(
        (
            one
            for one, brought in others
            if one.id != kiriman.id
            and one.kode != DIPISAH  # it has no number; each of its parts has
            and one.instansi == kiriman.instansi
            and wanted
            and wanted <= set(brought)
            and (one.nomor_agenda or (not one.kembar and (one.diterima, one.id) < came))
        ),
        key=lambda one: (not one.nomor_agenda, one.diterima, one.id),
    )
    if not before:
        return Kembar()
    first = next((one for one in before if not one.kembar), before[0])
    counted = (one for one in before if _tells_nothing(kiriman, one) and not _mended(kiriman, one))
    return Kembar(first.id, next(counted, None))


def _tells_nothing(kiriman: Kiriman, one: Kiriman) -> bool:
    return kiriman.unit == one.unit and (kiriman.rahasia or not one.rahasia)


def _mended(kiriman: Kiriman, one: Kiriman) -> bool:
    """The first lies unused, for its end; this one has a better end."""
    unused = one.keadaan in (KARANTINA, DITOLAK_PETUGAS) and one.akhir == TIDAK_DAPAT_DIPROSES
    return unused and BERAT.get(kiriman.akhir, 0) < BERAT[TIDAK_DAPAT_DIPROSES]
