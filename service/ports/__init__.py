"""What the house asks of the outside, and nothing of how it is done."""

from service.ports.books import Books
from service.ports.files import Seal, Store
from service.ports.gerbang import Gate
from service.ports.house import House
from service.ports.ledger import Ledger, Owed, Reading, Tx
from service.ports.lists import Audit, Heads, LastNumbers, Pages, SaringJurnal
from service.ports.loket import Loket
from service.ports.machine import Box, Keadaan, Limits, Machine, Ran
from service.ports.office import Holidays, Packs, Passwords
from service.ports.papers import (
    Binder,
    Blangko,
    Blanks,
    Collator,
    Converter,
    Courier,
    Examiner,
    Filler,
    Fitter,
    Joiner,
    LajurBlangko,
    Lembar,
    Letters,
    ListPaper,
    Marker,
    Proofreader,
    Returns,
    Rupa,
    Tanda,
    Trimmer,
    Workbooks,
)
from service.ports.queue import Bell, Clock, Post, Pulse
from service.ports.reading import Ocr, Reader, Scanner, Terbaca

__all__ = [
    "Audit",
    "Bell",
    "Binder",
    "Blangko",
    "Blanks",
    "Books",
    "Box",
    "Changer",
    "Clock",
    "Collator",
    "Converter",
    "Courier",
    "Examiner",
    "Filler",
    "Fitter",
    "Gate",
    "Heads",
    "Holidays",
    "House",
    "Joiner",
    "Keadaan",
    "LajurBlangko",
    "LastNumbers",
    "Ledger",
    "Lembar",
    "Letters",
    "Limits",
    "ListPaper",
    "Loket",
    "Machine",
    "Marker",
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
    "Returns",
    "Rupa",
    "SaringJurnal",
    "Scanner",
    "Seal",
    "Store",
    "Tanda",
    "Terbaca",
    "Trimmer",
    "Tx",
    "Workbooks",
]
