"""Work owed: which jobs there are, in which lane, how long they may take, when to try again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

MEJA = "meja"  # what someone waits for
NASKAH = "naskah"  # papers
BERAT = "berat"  # intake, binding
PELAN = "pelan"  # what takes long and nobody waits for: scans, old files, archives
JALUR = (MEJA, NASKAH, BERAT, PELAN)

DELIVER = "jobs.titipan.deliver"  # the one function name that stands in the queue
_UNTUK = re.compile(r"^[a-z0-9_]{1,80}$")  # ids and plain names; never a person's words

BATAS_TUMBANG = 2  # a job that hangs, crashes or eats memory gets one more chance
BATAS_HILANG = 5  # a job whose worker vanished is owed again that often
BERTANGGAL = frozenset({"pesanan", "jendela"})  # put off to a day, which may be months away
PALING_LAMA = timedelta(days=2)  # nothing else is put off for so long


@dataclass(frozen=True)
class Tugas:
    """What the house knows of a job before it runs."""

    jalur: str
    batas: int = 120  # seconds
    memori: int = 2_000  # MB of address space
    bersama: int = 1  # so many that wait may be done in one stroke


TUGAS: dict[str, Tugas] = {
    "identify": Tugas(BERAT, batas=900, bersama=24),
    "unpack": Tugas(PELAN, batas=900),
    "pisah": Tugas(PELAN, batas=900),
    "ubah": Tugas(PELAN, batas=180),
    "register": Tugas(BERAT),
    "draft": Tugas(NASKAH, batas=400),  # the longest paper has 300 to be converted in
    "proof": Tugas(NASKAH, batas=400),  # a template and what it replaces, each printed
    "kumpulan": Tugas(NASKAH, batas=600),
    "gabungan": Tugas(BERAT, batas=900),
    "gerbang": Tugas(BERAT, batas=1_500),
    "lacak": Tugas(MEJA),
    "papan": Tugas(MEJA),
    "send": Tugas(NASKAH),
    "collect": Tugas(NASKAH),
    "tinta": Tugas(NASKAH),
    "sesat": Tugas(NASKAH),
    "doubt": Tugas(MEJA),
    "assemble": Tugas(BERAT, batas=1_800),  # scans and Office files are drawn page by page
    "jilid": Tugas(BERAT, batas=1_800),
    "ocr": Tugas(PELAN, batas=600),
    "pesanan": Tugas(PELAN),
    "tetapkan": Tugas(NASKAH, batas=600),
    "terbitkan": Tugas(MEJA, batas=600),  # what was withheld leaves the public within a minute
    "jendela": Tugas(MEJA),
    "cetak_daftar": Tugas(PELAN, batas=900),  # the longest list has 300 to be converted in
    "folder_publik": Tugas(MEJA, batas=900),  # what was withheld leaves it, too
    "alamat": Tugas(PELAN, batas=900),
    "dorong": Tugas(NASKAH, batas=900),  # what was withheld leaves other sites, too
    "monev": Tugas(PELAN, batas=1_500),  # each SOP is printed, each large file cut
    "cadangan": Tugas(PELAN, batas=21_600),  # a large house is copied, put back and looked over
    "fixity": Tugas(PELAN, batas=21_600),  # every file of a large archive is read
    "tas": Tugas(BERAT, batas=1_500),  # every original is read and written once more
    "sweep": Tugas(PELAN, batas=600),
    "teks": Tugas(PELAN, batas=300),
    "karantina": Tugas(PELAN),
    "musnah": Tugas(PELAN, batas=900),  # what was destroyed by a list leaves the store
    "putaran": Tugas(MEJA),
    "tenggat": Tugas(PELAN, batas=600),
    "pengecualian": Tugas(NASKAH, batas=600),
    "ingatkan": Tugas(NASKAH, batas=600),  # scans by the thousand must not hold it up
    "surel": Tugas(NASKAH, batas=300),
    "kait": Tugas(MEJA),
    "antar_kait": Tugas(PELAN, batas=60),  # a receiver that hangs holds up nobody's paper
    "daftar": Tugas(BERAT, batas=900),
}


@dataclass(frozen=True)
class Pekerjaan:
    """One open piece of owed work; the pair (job, untuk) is its name."""

    job: str
    untuk: str
    jalur: str
    diminta: int
    dibuat: datetime
    fence: int
    percobaan: int
    hilang: int
    diambil: datetime | None = None
    mulai: datetime | None = None
    sewa: datetime | None = None
    oleh: str = ""
    galat: str = ""
    tunda_sampai: datetime | None = None
    macet: datetime | None = None


@dataclass(frozen=True)
class Gagal:
    """How a try ended when it did not succeed."""

    sebab: str
    lagi: bool  # trying again can help
    tumbang: bool = False  # the child died of it: hung, crashed, ran out of memory
    menunggu: bool = False  # no fault of this work: it waits, however long that takes


@dataclass(frozen=True)
class Putusan:
    """What follows from a failed try: wait until `tunda`, or `macet`."""

    macet: bool
    tunda: datetime | None


def delivery(one: Pekerjaan) -> str:
    """The name under which one try of one piece of work travels through the queue."""
    return f"{one.job}-{one.untuk}-{one.fence}"


def is_owable(job: object, untuk: object) -> bool:
    """Whether this is a job we know, for something that can be named in a queue."""
    return job in TUGAS and isinstance(untuk, str) and _UNTUK.match(untuk) is not None


def after_failure(
    percobaan: int, gagal: Gagal, now: datetime, jeda: tuple[timedelta, ...]
) -> Putusan:
    """The verdict on a try that failed; `percobaan` counts it already."""
    if gagal.menunggu and jeda:
        return Putusan(macet=False, tunda=now + jeda[min(percobaan, len(jeda)) - 1])
    limit = BATAS_TUMBANG if gagal.tumbang else len(jeda) + 1
    if not gagal.lagi or percobaan >= limit:
        return Putusan(macet=True, tunda=None)
    return Putusan(macet=False, tunda=now + jeda[percobaan - 1])


def after_loss(hilang: int) -> Putusan:
    """The verdict on a try whose worker vanished; `hilang` counts it already."""
    return Putusan(macet=hilang >= BATAS_HILANG, tunda=None)
