"""What stands before the public now, and what of it may stand there no longer."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from service.domain.informasi.beda import Baris
from service.domain.informasi.kode import read_kode

Sebutan = tuple[str, int, int]  # of an edition: its list, year and place in it
LAGI = "-"  # the mark of a body that lost something since it was handed over


@dataclass(frozen=True)
class Terpampang:
    """The lines, editions and files of one body that can be read, each by what it is called."""

    dip: frozenset[str] = frozenset()  # codes, as they are spoken
    dik: frozenset[tuple[str, ...]] = frozenset()  # each line by its words, the code first
    alasan: frozenset[str] = frozenset()  # codes of which it is told why they were taken back
    edisi: frozenset[Sebutan] = frozenset()
    file: frozenset[str] = frozenset()  # sha256 of the files of lines

    @property
    def ada(self) -> bool:
        """Whether there is anything."""
        return any((self.dip, self.dik, self.alasan, self.edisi, self.file))


@dataclass(frozen=True)
class Boleh:
    """What the public may read today, by the ledger."""

    dip: Container[str]  # codes, as the ledger keeps them
    dik: Container[tuple[str, ...]]
    alasan: Container[str]
    edisi: Container[Sebutan]
    file: Container[str]


def surplus(now: Terpampang, boleh: Boleh) -> Terpampang:
    """What has to go at once; nothing is said of what has to come."""
    return Terpampang(
        frozenset(kode for kode in now.dip if read_kode(kode) not in boleh.dip),
        frozenset(said for said in now.dik if said not in boleh.dik),
        frozenset(kode for kode in now.alasan if read_kode(kode) not in boleh.alasan),
        frozenset(one for one in now.edisi if one not in boleh.edisi),
        frozenset(sha256 for sha256 in now.file if sha256 not in boleh.file),
    )


def words(row: Baris) -> tuple[str, ...]:
    """What a line of the DIK says; its term and its decree may be renewed since."""
    return tuple(row.get(name, "") for name in ("kode", "informasi", "dasar", "dibuka", "ditutup"))
