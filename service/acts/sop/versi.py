"""The version of an SOP under which a matter was opened: kept word for word, read back for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from service.acts.sop.daftar import bahan_files, path_of, sop_home, sop_of
from service.domain.berkas import Berkas
from service.domain.refusals import TidakAda
from service.domain.sop.baca import read_text
from service.domain.sop.bahan import BAHAN_TOML, Bahan, read_bahan
from service.domain.sop.bentuk import Sop
from service.domain.sop.versi import SopVersi, fingerprint
from service.ports import House, Packs, Reading, Tx


@dataclass(frozen=True)
class Jalan:
    """An SOP and the things it names, as one matter walks it."""

    sop: Sop
    bahan: dict[str, Bahan]
    sidik: str


def pinned(house: House, tx: Tx, instansi: str, kode: str) -> Jalan:
    """The SOP as it stands now, kept for the matters that open under it."""
    packs = house.packs.still()
    sop_of(packs, instansi, kode)  # or every fault in it
    now = _as_it_stands(packs, instansi, kode)
    if not tx.find(SopVersi, id=now.id):
        tx.add(now)
    return _read(now.id, now.kode, now.teks, now.bahan)


def walked(reading: Reading, berkas: Berkas) -> Jalan:
    """The SOP as it stood when the matter was opened."""
    if not berkas.sidik:
        raise TidakAda("SOP berkas ini")
    kept = reading.get(SopVersi, berkas.sidik)
    return _read(kept.id, kept.kode, kept.teks, kept.bahan)


def _as_it_stands(packs: Packs, instansi: str, kode: str) -> SopVersi:
    teks = packs.text(f"{sop_home(packs, instansi, kode)}/{path_of(kode)}")
    bahan = tuple(packs.text(path) for path in bahan_files(packs, instansi))
    return SopVersi(fingerprint(kode, teks, bahan), instansi, kode, teks, bahan)


@lru_cache(maxsize=64)
def _read(sidik: str, kode: str, teks: str, bahan: tuple[str, ...]) -> Jalan:
    things = dict[str, Bahan]()
    for text in bahan:
        things |= read_bahan(BAHAN_TOML, text)[0]
    one, _ = read_text(kode, path_of(kode), teks, things, None)
    if one is None:
        raise TidakAda(f"SOP {kode}")
    return Jalan(one, things, sidik)
