"""What the house asks of the outside, and nothing of how it is done."""

from service.ports.books import Books
from service.ports.files import Seal, Store
from service.ports.house import House
from service.ports.ledger import Ledger, Owed, Reading, Tx
from service.ports.lists import Audit, Heads, Pages, SaringJurnal
from service.ports.loket import Loket
from service.ports.machine import Box, Keadaan, Limits, Machine, Ran
from service.ports.office import Holidays, Packs, Passwords
from service.ports.papers import (
    Binder,
    Converter,
    Courier,
    Filler,
    Lembar,
    Proofreader,
    Workbooks,
)
from service.ports.queue import Bell, Clock, Post, Pulse
from service.ports.reading import Ocr, Reader, Scanner, Terbaca

__all__ = [
    "Audit",
    "Bell",
    "Binder",
    "Books",
    "Box",
    "Changer",
    "Clock",
    "Converter",
    "Courier",
    "Filler",
    "Heads",
    "Holidays",
    "House",
    "Keadaan",
    "Ledger",
    "Lembar",
    "Limits",
    "Loket",
    "Machine",
    "Ocr",
    "Owed",
    "Packs",
    "Pages",
    "Passwords",
    "Post",
    "Proofreader",
    "Pulse",
    "Ran",
    "Reader",
    "Reading",
    "SaringJurnal",
    "Scanner",
    "Seal",
    "Store",
    "Terbaca",
    "Tx",
    "Workbooks",
]
