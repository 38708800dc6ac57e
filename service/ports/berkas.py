"""Lists of matters: what waits for somebody, what is open, what was opened."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.informasi.informasi import Informasi
from service.domain.komentar import Ikut
from service.domain.naskah import Naskah
from service.domain.pasangan_versi import PasanganKonsep, PasanganTerbit
from service.domain.sengketa import Sengketa
from service.domain.sop.lintas import Lintas
from service.ports.kiriman import Jangkauan


@dataclass(frozen=True)
class Menunggu:
    """A place, and the peran that somebody holds there."""

    tempat: Jangkauan
    peran: frozenset[str]
    tanpa: frozenset[str] = frozenset()  # what waits for one of these as well is left out


@dataclass(frozen=True)
class SaringBerkas:
    """What a list is narrowed to; empty is all of it."""

    keadaan: str = ""  # berjalan, selesai, dibatalkan, diarsipkan
    tampak: str = ""  # of those under way: lewat, segera, ditunda
    sop: str = ""
    unit: str = ""
    cari: str = ""


class BerkasLists(Protocol):
    """Matters for pages; nothing here writes."""

    def waiting(
        self, places: Collection[Menunggu], atmost: int, sampai: date | None = None
    ) -> list[Berkas]:
        """Whose step these people can do, those due first before others; `sampai`: due by then."""
        ...

    def count_waiting(
        self, places: Collection[Menunggu], atmost: int, sampai: date | None = None
    ) -> int:
        """How many wait for them, counted no further than `atmost`."""
        ...

    def listed(
        self,
        tempat: Collection[Jangkauan],
        saring: SaringBerkas,
        hari: tuple[date, date],
        skip: int,
        atmost: int,
    ) -> list[Berkas]:
        """Some matters of these places: those under way by when they are due, others newest first.

        `hari` is today, and the last day that counts as soon.
        """
        ...

    def ticking(self, instansi: str) -> list[str]:
        """The ids of an agency's matters whose clocks run."""
        ...

    def trail(
        self,
        berkas: Berkas | Naskah | Sengketa | PasanganKonsep | PasanganTerbit | Informasi,
    ) -> list[Catatan]:
        """The lines of the journal about one matter, paper or dispute, newest first."""
        ...

    def entrusted(self, orang: str, atmost: int) -> list[Berkas]:
        """Those of which a person has one step in hand on somebody's behalf, by when it is due."""
        ...

    def told(
        self, orang: str, tempat: Collection[Jangkauan], atmost: int
    ) -> tuple[int, list[tuple[Ikut, Berkas]]]:
        """About how many matters of these places a person has not seen what was said, and some:
        reminders first, then where they are named, then the rest; of each the newest first."""
        ...

    def passages(
        self, instansi: str, sop: str, dari: datetime, sampai: datetime, atmost: int
    ) -> list[Lintas]:
        """What was left between two moments under an SOP, newest first; none passed over."""
        ...
