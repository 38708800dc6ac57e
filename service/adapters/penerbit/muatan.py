"""What is public of one body, as it was handed over, with the downloads made of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from service.adapters.penerbit.skema import BENTUK
from service.domain.edisi.isi import frozen, mark
from service.domain.edisi.terbitan import Badan, FileTerbit, Terbitan


@dataclass(frozen=True)
class Unduhan:
    """One format of an edition, and what it was made from."""

    file: FileTerbit
    resep: str


@dataclass(frozen=True)
class Muatan:
    """A body, its editions in their order, and their downloads by format."""

    badan: Badan
    terbitan: tuple[Terbitan, ...]
    sidik: str
    unduhan: Mapping[tuple[str, int, int], Mapping[str, Unduhan]] = field(default_factory=dict)


def key(one: Terbitan) -> tuple[str, int, int]:
    """Which edition of its body it is."""
    return one.edisi.daftar, one.edisi.tahun, one.edisi.urut


def sidik(badan: Badan, terbitan: Sequence[Terbitan], url: str) -> str:
    """What tells this content from any other; equal only where the public reads the same."""
    whole = hashlib.sha256()
    whole.update(_told([BENTUK, url, vars(badan)]))
    for one in terbitan:
        whole.update(_told([recipe(badan, one, url), one.kini, _ditarik(one), _beda(one)]))
    return whole.hexdigest()


def recipe(badan: Badan, one: Terbitan, url: str) -> str:
    """What the downloads of an edition are made from."""
    edisi = one.edisi
    said = [edisi.daftar, edisi.tahun, edisi.urut, edisi.jenis, edisi.keadaan, edisi.alasan]
    said += [edisi.sk.nomor, str(edisi.sk.tanggal), str(edisi.terbit), str(edisi.ditarik)]
    files = sorted((kode, *vars(file).values()) for kode, file in one.file.items())
    sk = vars(one.sk_pdf) if one.sk_pdf else None
    return hashlib.sha256(
        _told([BENTUK, url, vars(badan), said, mark(frozen(one.baris)), files, sk])
    ).hexdigest()


def _ditarik(one: Terbitan) -> list[list[str]]:
    return [[line.kode, line.pada.isoformat(), line.alasan] for line in one.ditarik]


def _beda(one: Terbitan) -> list[object]:
    beda = one.beda
    changed = [[x.kode, list(x.ruas), dict(x.sebelum), dict(x.sesudah)] for x in beda.diubah]
    return [[dict(x) for x in beda.ditambah], changed, [dict(x) for x in beda.dihapus], beda.tetap]


def _told(said: object) -> bytes:
    return json.dumps(said, ensure_ascii=False, sort_keys=True).encode()
