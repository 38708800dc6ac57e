"""Everything a door, an act or a job may ask for."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from service.domain.batas import Batas
from service.domain.mapan import Kotak
from service.domain.sisa import Sisa
from service.ports.cari import Cari, Stemmer
from service.ports.files import Store
from service.ports.kiriman import KirimanLists
from service.ports.ledger import Ledger, Owed
from service.ports.lists import Audit, Heads, Pages
from service.ports.loket import Loket
from service.ports.machine import Keadaan, Machine
from service.ports.office import Holidays, Packs, Passwords
from service.ports.papers import (
    Binder,
    Changer,
    Converter,
    Courier,
    Filler,
    Sheets,
    Workbooks,
)
from service.ports.queue import Bell, Clock, Post, Pulse
from service.ports.reading import Reader, Scanner
from service.ports.register import Register
from service.ports.unggahan import Uploads


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
    def sheets(self) -> Sheets: ...
    @property
    def changer(self) -> Changer: ...
    @property
    def reader(self) -> Reader: ...
    @property
    def scanner(self) -> Scanner: ...
    @property
    def workbooks(self) -> Workbooks: ...
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
    def loket(self) -> Loket: ...
    @property
    def passwords(self) -> Passwords: ...
    @property
    def stemmer(self) -> Stemmer: ...
    @property
    def cari(self) -> Cari: ...
    @property
    def register(self) -> Register: ...
    @property
    def sealed(self) -> bool:
        """Whether what the store holds cannot be read without a key."""
        ...

    @property
    def inbox(self) -> Path: ...
    @property
    def batas(self) -> Batas: ...
    @property
    def kotak(self) -> Kotak: ...
    @property
    def kiriman(self) -> KirimanLists: ...
    @property
    def uploads(self) -> Uploads: ...
    def sisa(self) -> Sisa:
        """What is left of the disk that keeps the files."""
        ...

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
