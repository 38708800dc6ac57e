"""Separator sheets in a stack of scanned papers: what their code says, and where each part lies."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from service.domain.ids import from_bytes
from service.domain.kembalian import KEMBALI_NASKAH
from service.domain.kiriman import FOLDER, MEJA_TUNGGU, PERINTAH, WEB, File, Kiriman, Surat
from service.domain.pindai_tinta import KEMBALI_TINTA
from service.domain.temuan import BERAT, DISIMPAN_SAJA

PISAH = "BERKAS:PISAH"
DIPISAH, DARI = "dipisah", "dipisah_dari"  # of the stack: how it ended; of a part: its stack
TANPA_NOMOR = (
    "kembar",
    DIPISAH,
    KEMBALI_TINTA,
    KEMBALI_NASKAH,
)  # ends of a kiriman that draws no number of its own
HANYA = "hanya_pemisah"  # nothing but separators: no letter came in, so there is none to number
BAGIAN, PISAHAN = "bagian", "pisah"  # of the stack: how many parts; that it stays as it is
TIDAK = "tidak"
# Doors at which a stack was laid on our own scanner: no stranger opens several kiriman at once.
PINTU = (FOLDER, WEB, PERINTAH, MEJA_TUNGGU)
PDF, TIFF = "application/pdf", "image/tiff"
BERLEMBAR = (PDF, TIFF)
TERBANYAK = 2_000  # sheets of one stack that are looked at
KEPALA = 1024  # bytes of a file in which it says that it is made of sheets
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_TANDA = re.compile(rf"{PISAH}(?::([a-z0-9_]{{0,60}})(?::([a-z0-9_]{{1,60}}))?)?$")


@dataclass(frozen=True)
class Pemisah:
    """What a separator sheet says of the papers behind it; '' where it leaves that open."""

    unit: str = ""
    jenis: str = ""


@dataclass(frozen=True)
class Lembaran:
    """One scanned page, as far as taking a stack apart needs to know it."""

    pemisah: Pemisah | None = None
    kosong: bool = False


@dataclass(frozen=True)
class Bagian:
    """The papers between two separators: pages from 1, both ends included."""

    dari: int
    sampai: int
    pemisah: Pemisah = Pemisah()


@dataclass(frozen=True)
class Pisahan:
    """A stack taken apart; `kosong` names the blank backs of separators that were left out."""

    bagian: tuple[Bagian, ...]
    lembar: int = 0  # how many separators
    kosong: tuple[int, ...] = ()


def code(pemisah: Pemisah) -> str:
    """What the sheet carries as its QR."""
    told = [PISAH, pemisah.unit, pemisah.jenis]
    while not told[-1]:
        told.pop()
    return ":".join(told)


def read(kode: str) -> Pemisah | None:
    """The separator that a code stands for; None where it is any other code."""
    found = _TANDA.fullmatch(kode)
    return Pemisah(found[1] or "", found[2] or "") if found else None


def apart(sheets: Sequence[Lembaran]) -> Pisahan:
    """Where each part begins and ends; separators and their blank backs belong to none."""
    parts: list[Bagian] = []
    kosong: list[int] = []
    lembar, begin, said, after = 0, 0, Pemisah(), False
    for n, one in enumerate(sheets, 1):
        if one.pemisah:
            if begin:
                parts.append(Bagian(begin, n - 1, said))
            lembar, begin, said, after = lembar + 1, 0, one.pemisah, True
        elif after and one.kosong:
            kosong.append(n)
            after = False
        else:
            begin, after = begin or n, False
    if begin:
        parts.append(Bagian(begin, len(sheets), said))
    return Pisahan(tuple(parts), lembar, tuple(kosong))


def may_be_stack(kiriman: Kiriman) -> bool:
    """Whether separators in it are obeyed: through a door of ours, and not in vain before.

    What was laid down for a matter is one thing, whatever lies among its pages.
    """
    asal, whole = kiriman.asal, bool(kiriman.berkas)
    return kiriman.pintu in PINTU and asal.get(PISAHAN) != TIDAK and DARI not in asal and not whole


def has_sheets(file: File) -> bool:
    """Whether a file is made of sheets that can be told apart, and can be read at all."""
    return file.mime in BERLEMBAR and BERAT[file.akhir] < BERAT[DISIMPAN_SAJA]


def may_have_sheets(kepala: bytes) -> bool:
    """Whether a file that nobody could look at yet may turn out to be made of sheets."""
    return b"%PDF-" in kepala or kepala.startswith(_TIFF)


def part_id(kiriman_id: str, n: int) -> str:
    """The id of the n-th part; the same however often a stack is taken apart."""
    return from_bytes(hashlib.sha256(f"{kiriman_id}/bagian/{n}".encode()).digest()[:16])


def part_ids(kiriman: Kiriman) -> list[str]:
    """The ids of all parts of a stack that was taken apart."""
    many = kiriman.asal.get(BAGIAN, "") if kiriman.kode == DIPISAH else ""
    return [part_id(kiriman.id, n) for n in range(1, int(many or 0) + 1)]


def part_name(file: File, n: int) -> str:
    """`Pindaian.pdf` and 2: `Pindaian bagian 2.pdf`."""
    path = PurePosixPath(file.nama.replace("\\", "/"))
    return f"{path.stem[:200] or 'pindaian'} bagian {n}.pdf"


def told_of(surat: Surat) -> Surat:
    """What was said of a stack and holds for each letter in it."""
    return Surat(sifat=surat.sifat)


def pages(numbers: Iterable[int]) -> str:
    """`2, 5, 9`: pages by number."""
    return ", ".join(map(str, numbers))
