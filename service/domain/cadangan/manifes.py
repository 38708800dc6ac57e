"""The list at the end of a backup: all that is in it, and what must be found again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from service.domain.cadangan.isi import Isi, Potongan, is_safe, ordered
from service.domain.cadangan.tolak import CadanganLebihBaru, CadanganRusak
from service.domain.catatan import Kepala

BENTUK = 1  # raised when an older Berkas could not read what we write


@dataclass(frozen=True)
class Sumber:
    """A backup that bytes lie in: its own id, and the name it bore."""

    id: str
    nama: str


@dataclass(frozen=True)
class Isian:
    """What the ledger counts, and how far each journal and each book had come."""

    skema: str
    mesin: str  # which kind of ledger
    baris: Mapping[str, int] = field(default_factory=dict)  # rows, by table
    kepala: tuple[Kepala, ...] = ()
    nomor: Mapping[str, int] = field(default_factory=dict)  # the last number, by book


@dataclass(frozen=True)
class Manifes:
    """One backup."""

    sumber: tuple[Sumber, ...]  # itself first, then each that it builds on
    rilis: str
    dibuat: datetime
    segel: str
    isian: Isian
    setelan: Mapping[str, str] = field(default_factory=dict)
    isi: tuple[Isi, ...] = ()
    kurang: tuple[str, ...] = ()  # what was missing or damaged in the house itself

    @property
    def id(self) -> str:
        return self.sumber[0].id

    @property
    def penuh(self) -> bool:
        """Whether it stands by itself."""
        return len(self.sumber) == 1

    def di(self, ruang: str) -> dict[str, Isi]:
        """What lies in one room, by name."""
        return {one.nama: one for one in self.isi if one.ruang == ruang}

    def banyak(self) -> dict[str, int]:
        """How many files lie in each room."""
        return dict(Counter(one.ruang for one in self.isi))

    @property
    def ditambah(self) -> int:
        """The bytes that lie in this very file."""
        return sum(p.panjang for one in self.isi for p in one.potongan if p.sumber == 0)


def written(manifes: Manifes) -> bytes:
    """As it stands in the file; the same backup is the same bytes."""
    isian = manifes.isian
    told = {
        "bentuk": BENTUK,
        "rilis": manifes.rilis,
        "sumber": [[one.id, one.nama] for one in manifes.sumber],
        "dibuat": manifes.dibuat.isoformat(),
        "segel": manifes.segel,
        "skema": isian.skema,
        "mesin": isian.mesin,
        "baris": dict(sorted(isian.baris.items())),
        "kepala": [[one.instansi, one.urut, one.rantai] for one in isian.kepala],
        "nomor": dict(sorted(isian.nomor.items())),
        "setelan": dict(sorted(manifes.setelan.items())),
        "kurang": list(manifes.kurang),
        "isi": [[one.ruang, one.nama, [_row(p) for p in one.potongan]] for one in manifes.isi],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def read(text: bytes, nama: str) -> Manifes:
    """What `written` said; refused where a later release wrote it, or it says something else."""
    try:
        told = json.loads(text)
        if told["bentuk"] > BENTUK:
            raise CadanganLebihBaru(str(told["rilis"]))
        found = _manifes(told)
    except (KeyError, ValueError, TypeError, IndexError):
        raise CadanganRusak(nama, "daftar isinya tidak terbaca.") from None
    known = len(found.sumber)
    for one in found.isi:
        if not is_safe(one) or any(not 0 <= p.sumber < known for p in one.potongan):
            raise CadanganRusak(nama, "daftar isinya menunjuk ke luar cadangan.")
    return found


def _row(p: Potongan) -> list[Any]:
    return [p.sha256, p.ukuran, p.sumber, p.letak, p.panjang, int(p.mampat)]


def _manifes(told: dict[str, Any]) -> Manifes:
    isian = Isian(
        told["skema"],
        told["mesin"],
        {str(k): int(v) for k, v in told["baris"].items()},
        tuple(Kepala(i, int(u), r) for i, u, r in told["kepala"]),
        {str(k): int(v) for k, v in told["nomor"].items()},
    )
    isi = (
        Isi(ruang, nama, tuple(Potongan(s, u, d, a, n, bool(m)) for s, u, d, a, n, m in rows))
        for ruang, nama, rows in told["isi"]
    )
    sumber = tuple(Sumber(id_, nama) for id_, nama in told["sumber"])
    return Manifes(
        (sumber[0], *sumber[1:]),
        told["rilis"],
        datetime.fromisoformat(told["dibuat"]),
        told["segel"],
        isian,
        dict(told["setelan"]),
        tuple(ordered(isi)),
        tuple(told["kurang"]),
    )
