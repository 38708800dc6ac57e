"""The one book of the house: transactions, looks, and the work it owes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol, TypeVar

from service.domain.catatan import Catatan, Kepala
from service.domain.kiriman import Kiriman
from service.domain.naskah import Naskah
from service.domain.nomor import Buku, Nomor, Tulisan
from service.domain.pekerjaan import Gagal, Pekerjaan

T = TypeVar("T")


class Reading(Protocol):
    """A look at the ledger, all from one moment."""

    def get(self, kind: type[T], id_: str) -> T:
        """The row, or TidakAda."""
        ...

    def find(self, kind: type[T], **equal: object) -> list[T]:
        """All rows whose columns equal what is asked, or one of a list; oldest id first."""
        ...

    def hold(self, berkas: str) -> None:
        """Nobody else acts on a matter, nor above or below it, until we end; in a look, nothing."""
        ...

    def brought(self, sha256: str, instansi: str, atmost: int) -> list[Kiriman]:
        """Who brought these bytes to an instansi: those with a number first, then by age."""
        ...

    def written_as(self, sha256: str, atmost: int) -> list[Naskah]:
        """Whose papers these bytes are: as written, as printed, or as they came back."""
        ...

    def came_back(self, instansi: str, naskah: Sequence[Naskah]) -> list[Kiriman]:
        """In what of an instansi any of these papers came back, as far as it was known again."""
        ...

    def kepala(self, instansi: str) -> Kepala:
        """Where the journal of an instansi ends."""
        ...


class Tx(Reading, Protocol):
    """One transaction on the ledger."""

    @property
    def alone(self) -> bool:
        """Whether nobody else has written since it began, nor can before it ends."""
        ...

    def hold_sops(self, instansi: str) -> None:
        """Nobody else puts an SOP of an agency in force, or withdraws one, until we end."""
        ...

    def hold_pairs(self, instansi: str) -> None:
        """Nobody else changes a pair of an agency, or a draft of one, until we end."""
        ...

    def hold_editions(self, instansi: str) -> None:
        """Nobody else begins, numbers or publishes an edition of an agency until we end."""
        ...

    def add(self, thing: object) -> None:
        """Write a new row; raises Overtaken where its id is taken."""
        ...

    def add_all(self, things: Sequence[object]) -> None:
        """The same for many rows at once; raises Overtaken where one of the ids is taken."""
        ...

    def save(self, before: T, after: T) -> None:
        """Write `after` where the row still is `before` (its versi); raises Overtaken."""
        ...

    def drop(self, thing: object) -> None:
        """Take out a session, a lease or a holiday; what belongs to the register stays."""
        ...

    def draw(self, buku: Buku, untuk: str, isi: Tulisan = ...) -> Nomor:
        """The next number of a book; the same for the same `untuk`; given back if we fail.

        Its date is that of `isi`, or the last of the book where that is later; JamMundur.
        """
        ...

    def insert(self, buku: Buku, untuk: str, isi: Tulisan, cara: str) -> Nomor:
        """A number slipped in behind the one in force on its date; SisipanTanpaInduk."""
        ...

    def carry(self, buku: Buku, awal: int, akhir: int, on: date | None) -> None:
        """A book goes on from another, which gave `awal` to `akhir`; BukuBerjalan."""
        ...

    def around(self, buku: str, urut: int) -> tuple[date | None, date | None]:
        """The last date before a place of a book and the first after it, held until we end."""
        ...

    def settle(self, buku: str, on: date) -> None:
        """A number got its date late: those to come are not dated before it."""
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

    def start_all(self, names: Sequence[tuple[str, str, int]], oleh: str) -> list[Pekerjaan]:
        """Begin several at once; those that another fence holds are left out."""
        ...

    def renew(self, job: str, untuk: str, fence: int) -> bool:
        """Say that the work still goes on."""
        ...

    def settle(self, seen: Pekerjaan) -> None:
        """Strike off what was seen; what was asked for since stays owed."""
        ...

    def settle_all(self, seen: Sequence[Pekerjaan]) -> None:
        """The same for several."""
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

    def fenced(self, *works: Pekerjaan) -> Ledger:
        """The ledger for work in hand: each transaction asks whether every fence still holds."""
        ...
