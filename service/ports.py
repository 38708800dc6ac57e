"""What the house asks of the outside, and nothing of how it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeVar

from service.domain.catatan import Catatan, Kepala
from service.domain.nomor import Buku, Nomor
from service.domain.pekerjaan import Gagal, Pekerjaan

T = TypeVar("T")


# --- the ledger -----------------------------------------------------------------------------


class Reading(Protocol):
    """A look at the ledger, all from one moment."""

    def get(self, kind: type[T], id_: str) -> T:
        """The row, or TidakAda."""
        ...

    def find(self, kind: type[T], **equal: object) -> list[T]:
        """All rows whose columns equal what is asked, oldest id first."""
        ...

    def kepala(self, instansi: str) -> Kepala:
        """Where the journal of an instansi ends."""
        ...


class Tx(Reading, Protocol):
    """One transaction on the ledger."""

    def add(self, thing: object) -> None:
        """Write a new row; raises Overtaken where its id is taken."""
        ...

    def save(self, before: T, after: T) -> None:
        """Write `after` where the row still is `before` (its versi); raises Overtaken."""
        ...

    def drop(self, thing: object) -> None:
        """Take out a row of a kind that is not journaled (sessions, leases)."""
        ...

    def draw(self, buku: Buku, untuk: str) -> Nomor:
        """The next number of a book; the same for the same `untuk`; given back if we fail."""
        ...

    def plan(self, job: str, untuk: str, sesudah: datetime | None = None) -> None:
        """Owe a job, from now or from `sesudah` on."""
        ...

    def note(self, catatan: Catatan) -> None:
        """Write a line in the journal; it is chained last, at commit."""
        ...


class Ledger(Protocol):
    """The one book of the house."""

    def begin(self) -> AbstractContextManager[Tx]:
        """A transaction that commits when the block ends well; the bell rings after."""
        ...

    def read(self) -> AbstractContextManager[Reading]:
        """A look that cannot write."""
        ...


class Owed(Protocol):
    """The outbox, for the clock and the workers alone."""

    def claim(self, jalur: str, atmost: int, waiting: Callable[[], set[str]]) -> list[Pekerjaan]:
        """Take what is due; `waiting` names the deliveries that still stand in their queue."""
        ...

    def start(self, job: str, untuk: str, fence: int, oleh: str) -> Pekerjaan | None:
        """Begin the work, or None where another fence holds it."""
        ...

    def renew(self, job: str, untuk: str, fence: int) -> bool:
        """Say that the work still goes on."""
        ...

    def settle(self, seen: Pekerjaan) -> None:
        """Strike off what was seen; what was asked for since stays owed."""
        ...

    def fail(self, seen: Pekerjaan, gagal: Gagal) -> None:
        """Write down how the try ended."""
        ...

    def release(self, job: str, untuk: str, fence: int) -> None:
        """Give a claim back that could not be delivered."""
        ...

    def fenced(self, job: str, untuk: str, fence: int) -> Ledger:
        """The ledger for one piece of work: each transaction asks whether the fence still holds."""
        ...


# --- files ----------------------------------------------------------------------------------


class Store(Protocol):
    """Files that never change, named by the sha256 of their bytes."""

    def put(self, path: Path) -> str:
        """Keep a copy, durable and read back before this returns; its sha256."""
        ...

    def open(self, sha256: str) -> BinaryIO:
        """The bytes; TidakAda if they are not here."""
        ...

    def fetch(self, sha256: str, out: Path) -> Path:
        """A copy of the bytes at `out`."""
        ...

    def has(self, sha256: str) -> bool:
        """Whether the file is here."""
        ...

    def drop(self, sha256: str) -> None:
        """Take the file away; no complaint where it is gone."""
        ...

    def verify(self, sha256: str) -> str:
        """'' where the bytes are what their name says, else what is wrong."""
        ...

    def names(self) -> Iterator[str]:
        """Every file's own name in the store (see `name_of`)."""
        ...

    def name_of(self, sha256: str) -> str:
        """What a file is called in the store; not its sha256 where that must not show."""
        ...


# --- bell and clock -------------------------------------------------------------------------


class Bell(Protocol):
    """Wakes the clock; a lost ring costs seconds, never work."""

    def ring(self) -> None:
        """Say that something is owed."""
        ...


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """Now, in UTC."""
        ...


# --- papers ---------------------------------------------------------------------------------


class Sniffer(Protocol):
    """Says what bytes are, whatever their name says."""

    def mime(self, path: Path) -> str:
        """The kind of file, by content."""
        ...


class Sheets(Protocol):
    """Reads tables out of spreadsheets."""

    def rows(self, path: Path) -> list[list[str]]:
        """The cells of the first sheet, as text."""
        ...


class Filler(Protocol):
    """Fills Word templates."""

    def fill(self, template: Path, isian: Mapping[str, Any], out: Path) -> Path:
        """The template with its fields filled, sandboxed, strict and escaped."""
        ...


class Converter(Protocol):
    """Makes PDFs of Word files."""

    def pdf(self, docx: Path, out: Path) -> Path:
        """The paper as PDF/A, opened and counted before it is handed over."""
        ...


class Binder(Protocol):
    """Binds PDFs into a dossier."""

    def bind(
        self,
        judul: str,
        parts: Sequence[tuple[str, Path]],
        attached: Sequence[tuple[str, Path]],
        out: Path,
    ) -> Path:
        """One PDF of `parts`, with bookmarks, and the files of `attached` byte for byte."""
        ...


class Courier(Protocol):
    """Carries papers to a signer's folder and brings back what was signed."""

    def send(self, naskah_id: str, pdf: Path, label: str) -> None:
        """Lay the paper where the signer takes it."""
        ...

    def collect(self) -> list[tuple[str, Path]]:
        """What came back: the naskah's id, and the file."""
        ...

    def taken(self, path: Path) -> None:
        """The file is kept; take it out of the folder."""
        ...


class Packs(Protocol):
    """The files that describe agencies, papers and SOPs: changed > instansi > umum."""

    def instansi(self) -> list[str]:
        """The agencies there are."""
        ...

    def text(self, path: str) -> str:
        """The text of a pack file, the changed version where there is one."""
        ...

    def file(self, instansi: str, name: str, out: Path) -> Path:
        """A copy of `name` of an instansi, or of umum where it has none of its own."""
        ...


# --- the boxes and probes -------------------------------------------------------------------


@dataclass(frozen=True)
class Keadaan:
    """One line of the status page."""

    nama: str
    baik: bool | None  # None: not in use here, and that is no fault
    kata: str


class House(Protocol):
    """Everything a door, an act or a job may ask for."""

    @property
    def ledger(self) -> Ledger: ...
    @property
    def owed(self) -> Owed: ...
    @property
    def store(self) -> Store: ...
    @property
    def store_publik(self) -> Store: ...
    @property
    def bell(self) -> Bell: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def packs(self) -> Packs: ...
    @property
    def sniffer(self) -> Sniffer: ...
    @property
    def sheets(self) -> Sheets: ...
    @property
    def filler(self) -> Filler: ...
    @property
    def converter(self) -> Converter: ...
    @property
    def binder(self) -> Binder: ...
    @property
    def courier(self) -> Courier: ...
    @property
    def inbox(self) -> Path: ...
    def new_id(self) -> str:
        """An id that nobody has had before."""
        ...

    def room(self) -> AbstractContextManager[Path]:
        """A temporary folder, gone when the block ends."""
        ...
