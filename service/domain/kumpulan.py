"""A kumpulan: many papers of one kind, begun together from one table; a row is a paper."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from service.domain import naskah as n
from service.domain.ids import derived
from service.domain.naskah import Naskah
from service.domain.refusals import Refusal

SIAP, DIMULAI, DIURUNGKAN = "siap", "dimulai", "diurungkan"
ZIP, CETAK, BOLAK = "zip", "cetak", "cetak_bolak_balik"
BENTUK = (ZIP, CETAK, BOLAK)


class KumpulanSelesai(Refusal):
    """The papers were begun, or will not be."""

    status = 409

    def __init__(self, keadaan: str) -> None:
        told = "sudah dimulai" if keadaan == DIMULAI else "sudah diurungkan"
        super().__init__(f"Kumpulan naskah ini {told}. Tidak ada yang diubah.")


@dataclass(frozen=True)
class Kumpulan:
    """One table that was taken in, and the papers that its rows become."""

    id: str
    instansi: str
    jenis: str
    keadaan: str
    dibuat: datetime
    oleh: str
    kunci: str  # the same bytes for the same place are the same kumpulan
    berkas: tuple[str, ...]  # their matter; or that of each row, in the order of the rows
    tiap_berkas: bool
    file: str
    nama_file: str
    isi: str  # sha256 of what the rows became when they were read
    jumlah: int
    mulai: datetime | None = None
    dimulai_oleh: str = ""  # who pressed "Mulai"; another may have sent the table
    versi: int = 1

    @property
    def naskah(self) -> list[str]:
        """The ids of its papers, in the order of the rows; each is made once, whoever makes it."""
        return [self._paper(urut) for urut in range(self.jumlah)]

    @property
    def penyiap(self) -> tuple[str, ...]:
        """Who prepared its papers: by sending the table, and by beginning them."""
        return tuple(dict.fromkeys(filter(None, (self.oleh, self.dimulai_oleh))))

    def has(self, urut: int, id_: str) -> bool:
        """Whether that paper came of that row."""
        return 0 <= urut < self.jumlah and self._paper(urut) == id_

    def _paper(self, urut: int) -> str:
        return derived(f"kumpulan {self.id} {urut}")

    def dibuat_pada(self, urut: int) -> datetime:
        """The moment a paper counts as begun, so that lists keep the order of the rows."""
        return (self.mulai or self.dibuat) + timedelta(microseconds=urut)


@dataclass(frozen=True)
class Gabungan:
    """One file of all papers of a kumpulan: what was asked for, and what was made of which."""

    id: str
    kumpulan: str
    bentuk: str
    diminta: str
    resep: str = ""
    file: str = ""
    versi: int = 1


@dataclass(frozen=True)
class BarisIsi:
    """One row as it was read: where it stood, its matter, its isian."""

    baris: int
    berkas: str
    isian: dict[str, object] = field(default_factory=dict)


def kunci(instansi: str, jenis: str, berkas: str, file: str) -> str:
    """By what the same table for the same place is known; `berkas`: '' where rows name theirs."""
    return hashlib.sha256(json.dumps([instansi, jenis, berkas, file]).encode()).hexdigest()


def begun(one: Kumpulan, oleh: str, now: datetime) -> Kumpulan:
    """From now on its papers are owed."""
    if one.keadaan != SIAP:
        raise KumpulanSelesai(one.keadaan)
    return replace(one, keadaan=DIMULAI, mulai=now, dimulai_oleh=oleh)


def given_up(one: Kumpulan) -> Kumpulan:
    """No paper is made of it."""
    if one.keadaan != SIAP:
        raise KumpulanSelesai(one.keadaan)
    return replace(one, keadaan=DIURUNGKAN)


def live(papers: Iterable[Naskah]) -> list[Naskah]:
    """Those that were not given up."""
    return [one for one in papers if one.keadaan != n.BATAL]


def printed(one: Naskah) -> bool:
    """Whether its print says what was last filled in."""
    return bool(one.pdf and one.resep)


def bytes_of(one: Naskah) -> str:
    """The sha256 of the PDF that stands for it."""
    return one.bertanda_tangan or one.pdf


def resep(bentuk: str, papers: Sequence[Naskah]) -> str:
    """The sha256 of all that a file of these papers is made from; '' while one is not printed."""
    if not papers or not all(map(printed, papers)):
        return ""
    told = [bentuk, *([one.id, one.docx, bytes_of(one), one.nomor] for one in papers)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


@dataclass(frozen=True)
class Kemajuan:
    """How far the papers are, counted from the papers themselves."""

    jumlah: int  # rows
    ada: int
    tercetak: int
    keadaan: tuple[tuple[str, int], ...]  # by state, in the order of a paper's way

    @property
    def utuh(self) -> bool:
        """Whether every row became a paper, and each has its print."""
        return self.ada == self.jumlah and self.tercetak == self.ada


def progress(jumlah: int, papers: Sequence[Naskah]) -> Kemajuan:
    """Counted anew each time; nothing is kept that could be wrong."""
    many = Counter(one.keadaan for one in papers)
    done = sum(printed(one) or one.keadaan == n.BATAL for one in papers)
    told = tuple((one, many[one]) for one in n.KATA if many[one])
    return Kemajuan(jumlah, len(papers), done, told)
