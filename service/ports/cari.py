"""Looking for words in what came in, and in our own papers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from service.domain.cari import Tanya
from service.domain.kiriman import File, Kiriman
from service.domain.naskah import Naskah
from service.ports.kiriman import Jangkauan
from service.ports.naskah import BarisNaskah


@dataclass(frozen=True)
class SaringCari:
    """What else a hit must be; empty: anything. What only one kind of thing has excludes others."""

    instansi: str = ""
    unit: str = ""
    jenis: str = ""  # of what came in
    pintu: str = ""
    keadaan: str = ""
    naskah: bool = False  # papers of our own alone
    jenis_naskah: str = ""
    keadaan_naskah: str = ""
    sop: str = ""  # of the matter that it belongs to
    dari: datetime | None = None
    sampai: datetime | None = None

    @property
    def masuk(self) -> bool:
        """Whether it can only be something that came in."""
        return bool(self.jenis or self.pintu or self.keadaan)

    @property
    def keluar(self) -> bool:
        """Whether it can only be a paper of our own."""
        return self.naskah or bool(self.jenis_naskah or self.keadaan_naskah)


@dataclass(frozen=True)
class Batas:
    """What a person may see: places, and those among them where they may know who asks."""

    tempat: Collection[Jangkauan]
    turut: Collection[Jangkauan] = ()


@dataclass(frozen=True)
class Temu:
    """A part of a file, or of one of our own papers, in which all that was asked for stands."""

    isi: str  # the words of the part
    halaman: int  # on which it begins; 0 where nobody knows
    kiriman: Kiriman | None = None
    file: File | None = None
    naskah: BarisNaskah | None = None

    @property
    def id(self) -> str:
        """Of what is shown once, however many of its parts were found."""
        return self.file.id if self.file else self.naskah.naskah.id if self.naskah else ""


class Stemmer(Protocol):
    """Knows the root of an Indonesian word."""

    def akar(self, kata: str) -> str:
        """The root: `bayar` of pembayaran; the word itself where it has none."""
        ...


class Cari(Protocol):
    """The index of what files and papers say."""

    def found(
        self, tanya: Tanya, batas: Batas, saring: SaringCari, skip: int, atmost: int
    ) -> list[Temu]:
        """Parts that fit, of what the person may see, newest first."""
        ...

    def within(self, thing: File | Naskah, batas: Batas) -> list[Temu]:
        """Every part of one file or paper that the person may read, in order."""
        ...

    def lacking(self, atmost: int) -> list[str]:
        """Papers that changed since they were read, and files an earlier Berkas laid out."""
        ...

    def exposed(self, atmost: int) -> tuple[list[str], list[str]]:
        """Withheld kiriman, and papers of withheld matters, whose words lie in the index."""
        ...

    def swept(self) -> bool:
        """Take some of what no row says any more out of the files of the index; whether all is."""
        ...
