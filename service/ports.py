"""What the house asks of the outside, and nothing of how it is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeVar

from service.domain.catatan import Catatan, Kepala, Ubahan
from service.domain.denyut import Denyut
from service.domain.janji import Temuan
from service.domain.kiriman import Kiriman
from service.domain.libur import Libur
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
        """Take out a session, a lease or a holiday; what belongs to the register stays."""
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

    def dismiss(self, job: str, untuk: str) -> None:
        """Strike off work that is macet; raises Overtaken where it is not."""
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

    def held(self, job: str, untuk: str, fence: int) -> Pekerjaan | None:
        """The work as it stands, where this fence still holds it and it has begun."""
        ...

    def overdue_now(self) -> None:
        """The queue was lost: what was delivered but not begun is due again at once."""
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


class Seal(Protocol):
    """Makes bytes unreadable to whoever takes the disk away."""

    @property
    def mark(self) -> str:
        """What a store made with this seal carries; tells nothing of the key."""
        ...

    def name(self, sha256: str) -> str:
        """What a file is called at rest."""
        ...

    def close(self, parts: Iterable[bytes]) -> Iterator[bytes]:
        """The same bytes, sealed, a part at a time."""
        ...

    def open(self, sealed: BinaryIO, sha256: str) -> BinaryIO:
        """The bytes again; BrokenSeal where they were changed, cut, or stand for another file."""
        ...


# --- bell and clock -------------------------------------------------------------------------


class Bell(Protocol):
    """Wakes the clock; a lost ring costs seconds, never work."""

    def ring(self) -> None:
        """Say that something is owed."""
        ...


class Post(Protocol):
    """The queue between the clock and the workers; ids only, and it may be lost at any time."""

    def deliver(self, jalur: str, claimed: Sequence[Pekerjaan]) -> None:
        """Put claimed work into its lane; raises Unavailable."""
        ...

    def waiting(self, jalur: str) -> set[str]:
        """The deliveries that no worker has taken yet; raises Unavailable."""
        ...

    def depth(self, jalur: str) -> int:
        """How many wait; raises Unavailable."""
        ...

    def wait(self, seconds: float) -> None:
        """Sleep until the bell rings, or so long; raises Unavailable."""
        ...

    def ping(self) -> str:
        """The version of the server; raises Unavailable."""
        ...

    def was_lost(self) -> bool:
        """Whether the queue was emptied since we last asked; raises Unavailable."""
        ...


class Pulse(Protocol):
    """Signs of life, for the status page."""

    def beat(self, nama: str, jenis: str, rincian: Mapping[str, str]) -> None:
        """Say that a process lives."""
        ...

    def beats(self) -> list[Denyut]:
        """The last sign of every process."""
        ...


@dataclass(frozen=True)
class SaringJurnal:
    """Which lines of a journal are asked for; empty: all."""

    siapa: str = ""
    perbuatan: str = ""
    dari: datetime | None = None
    sampai: datetime | None = None


class Pages(Protocol):
    """Lists for pages; reads that bypass the model."""

    def macet(self, skip: int = 0, atmost: int | None = None) -> list[Pekerjaan]:
        """Work that waits for a person, longest first."""
        ...

    def count_macet(self) -> int:
        """How much work waits for a person."""
        ...

    def waiting(
        self, tempat: Collection[tuple[str, str]], skip: int, atmost: int
    ) -> tuple[int, list[Kiriman]]:
        """Kiriman that wait for a person, by (instansi, unit or ''): how many, and some, by age."""
        ...

    def kepala(self) -> list[Kepala]:
        """Where every journal ends."""
        ...

    def jurnal(
        self, instansi: str, before: int, atmost: int, saring: SaringJurnal = ...
    ) -> list[Catatan]:
        """Lines of a journal below number `before`, newest first."""
        ...

    def isi(self, changes: Sequence[Ubahan]) -> dict[tuple[str, str, int], dict[str, object]]:
        """What rows held before and after these changes: by jenis, id and versi."""
        ...

    def urut_terakhir(self, buku: str) -> int | None:
        """The last number drawn from a book, by its id; None where it is not begun."""
        ...

    def pelaku(self, instansi: str) -> dict[str, str]:
        """Who acted in a journal: id and name."""
        ...

    def perbuatan(self, instansi: str) -> list[str]:
        """What was done in a journal, each once."""
        ...

    def nama_orang(self, ids: Collection[str]) -> dict[str, str]:
        """What people are called, by id."""
        ...

    def oldest_owed(self) -> datetime | None:
        """Since when the oldest work waits that could be done now."""
        ...

    def ledger_told(self) -> str:
        """What the ledger is, and at which schema; refuses where it does not fit this code."""
        ...


class Audit(Protocol):
    """What the ledger can say of its own promises."""

    def findings(self, recorded: Iterable[Kepala]) -> list[Temuan]:
        """Numbers, owed work, chains and rows; `recorded` are heads seen earlier."""
        ...

    def held(self) -> dict[str, int]:
        """Every file the store should hold, with its size."""
        ...

    def named(self) -> dict[str, str]:
        """Every sha256 that a row names, and which row does."""
        ...


class Heads(Protocol):
    """Where the journals ended when we last looked, kept apart from the ledger."""

    def record(self, heads: Iterable[Kepala]) -> None:
        """Write down heads that moved on."""
        ...

    def recorded(self) -> list[Kepala]:
        """Every head that was seen."""
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


class Proofreader(Protocol):
    """Mends a PDF just made, and reads back what is in it."""

    def mend(self, pdf: Path, out: Path) -> Path:
        """The same paper, with metadata under which PDF/A and PDF/UA both hold."""
        ...

    def pages(self, pdf: Path) -> list[str]:
        """The text of each page; Unavailable where the file does not open."""
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

    def astray(self) -> list[str]:
        """Folders that describe an agency under a name no agency can have."""
        ...

    def names(self, instansi: str) -> list[str]:
        """The files an instansi has of its own, changed ones among them."""
        ...

    def text(self, path: str) -> str:
        """The text of a pack file, the changed version where there is one."""
        ...

    def seed(self, path: str) -> str:
        """The text of a pack file as it came, whatever was changed; '' where none came."""
        ...

    def file(self, instansi: str, name: str, out: Path) -> Path:
        """A copy of `name` of an instansi, or of umum where it has none of its own."""
        ...


class Holidays(Protocol):
    """A first table of days off, for an office to correct."""

    def libur(self, instansi: str, years: Iterable[int], this_year: int) -> list[Libur]:
        """The days off of some years; a year to come is provisional."""
        ...


# --- people ---------------------------------------------------------------------------------


class Passwords(Protocol):
    """Keeps passwords as slow hashes."""

    def hash(self, sandi: str) -> str:
        """The hash to keep."""
        ...

    def matches(self, kept: str, sandi: str) -> bool:
        """Whether the password fits; takes as long, and says no, where nothing is kept."""
        ...

    def stale(self, kept: str) -> bool:
        """Whether the hash was made weaker than we now make them."""
        ...


# --- the boxes and probes -------------------------------------------------------------------


@dataclass(frozen=True)
class Limits:
    """What one boxed run may use up."""

    seconds: int = 90  # by the clock on the wall
    cpu: int = 60  # seconds
    memory: int = 1_500  # MB of address space
    output: int = 300  # MB in one file
    processes: int = 400


@dataclass(frozen=True)
class Ran:
    """How a boxed run ended: its exit code, and the end of what it said."""

    code: int
    said: str


class Box(Protocol):
    """A throw-away child with no network and nothing but one folder."""

    @property
    def inside(self) -> str:
        """Where the folder stands, seen from inside."""
        ...

    def run(self, command: Sequence[str], folder: Path, limits: Limits) -> Ran:
        """Run `command` to its end; Unavailable where it could not start or did not finish."""
        ...


@dataclass(frozen=True)
class Keadaan:
    """One line of the status page."""

    nama: str
    baik: bool | None  # None: not in use here, and that is no fault
    kata: str


class Machine(Protocol):
    """What this machine has of what Berkas leans on."""

    def looked(self) -> list[Keadaan]:
        """Programs, box, fonts and disk, looked at now."""
        ...


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
    def post(self) -> Post: ...
    @property
    def pulse(self) -> Pulse: ...
    @property
    def lists(self) -> Pages: ...
    @property
    def audit(self) -> Audit: ...
    @property
    def machine(self) -> Machine: ...
    def separation(self) -> Keadaan:
        """What keeps the public pages apart from the closed side."""
        ...

    @property
    def heads(self) -> Heads: ...
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
    def holidays(self) -> Holidays: ...
    @property
    def passwords(self) -> Passwords: ...
    @property
    def inbox(self) -> Path: ...
    @property
    def sesi(self) -> timedelta:
        """How long a person stays in, at most, before they log in again."""
        ...

    def fenced(self, job: str, untuk: str, fence: int) -> House:
        """The same house for one piece of work: its ledger refuses a late twin."""
        ...

    def new_id(self) -> str:
        """An id that nobody has had before."""
        ...

    def room(self) -> AbstractContextManager[Path]:
        """A temporary folder, gone when the block ends."""
        ...

    def sweep_rooms(self) -> None:
        """Take away the temporary folders of processes that were killed."""
        ...
