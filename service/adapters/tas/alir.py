"""A bag that is written while it is read: nothing of it is kept."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from service.adapters.tas.tulis import SEPOTONG, member
from service.domain.refusals import Unavailable
from service.domain.simpanan import damaged
from service.domain.tas import manifes as m
from service.domain.tas.nama import DATA
from service.ports.tas import Mengalir

SHA256 = "sha256"
BESAR = 1 << 31  # bytes from which a part of a ZIP is written the long way


class _Keran:
    """Holds what was written until it is taken."""

    def __init__(self) -> None:
        self._held = list[bytes]()

    def write(self, part: bytes, /) -> int:
        self._held.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        pass

    def emptied(self) -> bytes:
        """All that it held."""
        parts, self._held = self._held, []
        return b"".join(parts)


def stream(nama: str, told: Sequence[tuple[str, str]], isi: Sequence[Mengalir]) -> Iterator[bytes]:
    """Its hashes are known before; a file that is not what they say breaks it off."""
    out = _Keran()
    sink: Any = out  # a ZIP asks for no more than write and flush
    some = sorted(isi, key=lambda one: one.tempat)
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as packed:
        for name, text in _written(told, some).items():
            packed.writestr(member(f"{nama}/{name}"), text.encode())
        for one in some:
            yield from _flowing(packed, out, nama, one)
    yield out.emptied()


def _flowing(packed: zipfile.ZipFile, out: _Keran, nama: str, one: Mengalir) -> Iterator[bytes]:
    digest = hashlib.new(SHA256)
    goes = member(f"{nama}/{one.tempat}", one.ukuran)
    with one.buka() as source, packed.open(goes, "w", force_zip64=one.ukuran > BESAR) as goal:
        while part := source.read(SEPOTONG):
            digest.update(part)
            goal.write(part)
            yield out.emptied()
    if digest.hexdigest() != one.sha256:
        raise Unavailable(damaged(one.sha256), permanent=True)


def _written(told: Sequence[tuple[str, str]], isi: Sequence[Mengalir]) -> dict[str, str]:
    data = [one for one in isi if one.tempat.startswith(DATA)]
    oxum = m.Oxum(sum(one.ukuran for one in data), len(data))
    written = {
        m.BAGIT: m.DEKLARASI,
        m.INFO: m.info([*told, (m.OXUM, str(oxum))]),
        f"manifest-{SHA256}.txt": m.manifest({one.tempat: one.sha256 for one in data}),
    }
    tags = {one.tempat: one.sha256 for one in isi if one not in data}
    tags |= {name: hashlib.new(SHA256, text.encode()).hexdigest() for name, text in written.items()}
    return written | {f"tagmanifest-{SHA256}.txt": m.manifest(tags)}
