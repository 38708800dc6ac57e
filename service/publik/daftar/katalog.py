"""The whole catalogue in the words of DCAT, for portals that gather it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from service.domain.edisi.katalog import ALAMAT, Entri, things
from service.domain.edisi.rdf import Hal, jsonld, turtle
from service.publik.daftar.buku import Buku

BENTUK: dict[str, tuple[str, Callable[[Iterable[Hal]], bytes]]] = {
    f"{ALAMAT}.jsonld": ("application/ld+json", jsonld),
    f"{ALAMAT}.ttl": ("text/turtle; charset=utf-8", turtle),
}


def written(buku: Buku | None, nama: str, url: str, sejak: date | None = None) -> bytes:
    """The catalogue under this name; of late editions alone, where asked."""
    _, write = BENTUK[nama]
    return write(things(_entries(buku, sejak) if buku else (), url))


def _entries(buku: Buku, sejak: date | None) -> Iterator[Entri]:
    for one in buku.edisi.values():
        late = sejak is None or (one.terbit is not None and one.terbit.date() >= sejak)
        if one.tampak and late:
            where = f"{one.daftar}/edisi/{one.badan}/{one.tahun}/{one.urut}"
            named = buku.badan[one.badan].nama
            files = sorted(buku.unduhan(one.id).values(), key=lambda file: file.nama)
            told = f"{one.banyak} baris, ditetapkan dengan surat keputusan {one.sk_nomor}"
            yield Entri(where, one.nama, told, one.badan, named, one.terbit, files)
