"""The journal: every act, chained, so that a lost or altered line shows."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal

AWAL = "0" * 64
RUMAH = "rumah"  # the journal of acts that belong to no instansi
MESIN = "mesin"  # the machine itself, where a person would stand


@dataclass(frozen=True)
class Ubahan:
    """One row as an act left it; hashes only, the contents stay in the row's versions."""

    jenis: str
    id: str
    versi: int
    sebelum: str
    sesudah: str


@dataclass(frozen=True)
class Catatan:
    """One line: who did what, when, to which rows."""

    instansi: str
    siapa: str
    perbuatan: str
    waktu: datetime
    tentang: str = ""  # id of what the act was about
    rincian: dict[str, str] = field(default_factory=dict)  # ids, counts, states; never contents
    ubahan: tuple[Ubahan, ...] = ()
    urut: int = 0
    sebelumnya: str = AWAL
    rantai: str = ""


@dataclass(frozen=True)
class Kepala:
    """Where a journal ends: its last number and hash."""

    instansi: str
    urut: int
    rantai: str

    def __str__(self) -> str:
        return f"{self.urut}:{self.rantai[:16]}"


def hash_of(isi: object) -> str:
    """The sha256 of a value's canonical JSON."""
    text = json.dumps(
        _plain(isi), sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str
    )
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(isi: object) -> object:
    """The value with whole numbers written one way: a database may give 1e21 back as digits."""
    if isinstance(isi, dict):
        return {name: _plain(one) for name, one in isi.items()}
    if isinstance(isi, list | tuple):
        return [_plain(one) for one in isi]
    if isinstance(isi, float) and isi.is_integer():
        return int(Decimal(repr(isi)))
    return isi


def canonical(catatan: Catatan) -> list[object]:
    """What the chain covers, in a fixed order."""
    return [
        catatan.instansi,
        catatan.urut,
        catatan.waktu.astimezone(UTC).isoformat(),
        catatan.siapa,
        catatan.perbuatan,
        catatan.tentang,
        catatan.rincian,
        [[u.jenis, u.id, u.versi, u.sebelum, u.sesudah] for u in catatan.ubahan],
        catatan.sebelumnya,
    ]


def chain(catatan: Catatan, kepala: Kepala) -> Catatan:
    """The line as it stands after `kepala`."""
    next_ = replace(catatan, urut=kepala.urut + 1, sebelumnya=kepala.rantai)
    return replace(next_, rantai=hash_of(canonical(next_)))


def is_whole(catatan: Catatan, kepala: Kepala) -> bool:
    """Whether a stored line is unaltered and follows `kepala`."""
    return (
        catatan.urut == kepala.urut + 1
        and catatan.sebelumnya == kepala.rantai
        and catatan.rantai == hash_of(canonical(replace(catatan, rantai="")))
    )
