"""Whether an agency knows what an SOP says of its opening: the kiriman, and the term of law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from service.domain.aturan import Jenis
from service.domain.instansi import HARI_KERJA, Tenggat

KIRIMAN, TENGGAT = "kiriman", "tenggat"


@dataclass(frozen=True)
class Nama:
    """The names that an SOP of an agency may use; None where they cannot be read now."""

    jenis: tuple[Jenis, ...] | None = None
    tenggat: tuple[Tenggat, ...] | None = None  # those that are counted in working days


def countable(tenggat: tuple[Tenggat, ...]) -> tuple[Tenggat, ...]:
    """Those that a berkas can count."""
    return tuple(one for one in tenggat if one.satuan == HARI_KERJA)


def unknown(buka: Any, nama: Nama) -> Iterator[tuple[str, str]]:
    """The keys of an opening that would silently do nothing, and why; whatever was written."""
    if not isinstance(buka, dict):
        return
    kiriman, tenggat = buka.get(KIRIMAN), buka.get(TENGGAT)
    known = {one.id for one in nama.jenis or ()}
    for one in kiriman if isinstance(kiriman, list) and nama.jenis is not None else ():
        if isinstance(one, str) and one not in known:
            yield (
                KIRIMAN,
                f"Jenis kiriman '{one}' tidak ada, jadi tidak ada berkas yang akan dibukanya. "
                f"Pilihan: {', '.join(sorted(known))}.",
            )
    terms = sorted(one.id for one in nama.tenggat or ())
    if isinstance(tenggat, str) and tenggat and nama.tenggat is not None and tenggat not in terms:
        yield (
            TENGGAT,
            f"Tenggat hukum '{tenggat}' tidak ada pada instansi ini, atau tidak dihitung dalam "
            "hari kerja, jadi tidak ada tenggat yang akan berjalan. Pilihan: "
            f"{', '.join(terms) or '(belum ada)'}.",
        )
