"""The meetings of a matter: each with its place in the row of them, its call and its report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from typing import Any

from service.domain.rapat import LURING, Acara, Peserta, Rapat, after

BELUM_ADA = "Rapat langkah ini belum dicatat."
PUTARAN_BARU = (
    "Berkas ini dikembalikan sesudah rapat terakhirnya, jadi perlu rapat baru. Buka rapat "
    "terakhir, lalu pilih Siapkan rapat berikutnya."
)


@dataclass(frozen=True)
class RapatBerkas:
    """One meeting of one matter; it belongs to the row of the SOP that is worked with it."""

    id: str
    berkas: str
    langkah: str
    urut: int  # the first, the second, … of the matter
    judul: str = ""
    tanggal: date | None = None
    mulai: time | None = None
    selesai: time | None = None
    cara: str = LURING
    tempat: str = ""
    tautan: str = ""
    acara: tuple[Acara, ...] = ()
    peserta: tuple[Peserta, ...] = ()
    diundang: datetime | None = None  # when its invitation was last settled
    dilaporkan: datetime | None = None  # when what came of it was settled
    sejak: datetime | None = None  # when somebody began to write it down
    versi: int = 1

    @property
    def rapat(self) -> Rapat:
        """The meeting itself."""
        return Rapat(**{name: getattr(self, name) for name in _TERTULIS})


_TERTULIS = tuple(one.name for one in fields(Rapat))


def written(before: RapatBerkas, rapat: Rapat) -> RapatBerkas:
    """The meeting with these words; what they change has to be settled again."""
    if rapat == before.rapat:
        return before
    told: dict[str, Any] = {name: getattr(rapat, name) for name in _TERTULIS}
    same_call = _call(rapat) == _call(before.rapat)
    called = before.diundang if same_call else None
    return replace(before, **told, diundang=called, dilaporkan=None)


def _call(one: Rapat) -> Rapat:
    """What people were told; one more of them changes nothing for the others."""
    return replace(one, acara=tuple(Acara(each.judul) for each in one.acara), peserta=())


def latest(meetings: Sequence[RapatBerkas], langkah: str) -> RapatBerkas | None:
    """The last meeting of a row."""
    own = [one for one in meetings if one.langkah == langkah]
    return max(own, key=lambda one: one.urut) if own else None


def lacking(
    meetings: Sequence[RapatBerkas], langkah: str, today: date, since: datetime | None = None
) -> tuple[str, ...]:
    """Why a row that is worked with a meeting is not done yet; empty where it is.

    `since`: when the matter was last sent back to it; an earlier meeting counts no more.
    """
    last = latest(meetings, langkah)
    if last is None:
        return (BELUM_ADA,)
    if is_past(last, since):
        return (PUTARAN_BARU,)
    return tuple(after(last.rapat, today).values())


def is_past(one: RapatBerkas, since: datetime | None) -> bool:
    """Whether a meeting was of a round before the one that began then."""
    return since is not None and (one.sejak is None or one.sejak < since)
