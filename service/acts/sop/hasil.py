"""The outcomes of a request as an agency's packs name them."""

from __future__ import annotations

from collections.abc import Iterator

from service.acts.sop.daftar import bahan_of
from service.domain.hasil import HASIL_TOML, Hasil, came_to, read_hasil
from service.domain.kesalahan import Kesalahan
from service.domain.paket import PaketTidakTerbaca
from service.domain.permohonan import Permohonan
from service.domain.refusals import TidakAda
from service.ports import Packs


def outcomes(packs: Packs, instansi: str) -> dict[str, Hasil]:
    """Each by its key; none where no pack names them."""
    try:
        text = packs.text(f"{instansi}/{HASIL_TOML}")
    except (TidakAda, PaketTidakTerbaca):
        return {}
    return read_hasil(HASIL_TOML, text, bahan_of(packs, instansi))[0]


def of_request(packs: Packs, one: Permohonan) -> tuple[Hasil, str] | None:
    """Where a request stands, and what the letter that goes with it is called."""
    found = came_to(one, outcomes(packs, one.instansi))
    return (found, letter(packs, one.instansi, found.naskah)) if found else None


def of_act(packs: Packs, instansi: str, perbuatan: str) -> str:
    """What the letter is called that goes with an act; '' where the packs name none."""
    found = next((x for x in outcomes(packs, instansi).values() if x.perbuatan == perbuatan), None)
    return letter(packs, instansi, found.naskah) if found else ""


def letter(packs: Packs, instansi: str, naskah: str) -> str:
    """What a kind of naskah is called."""
    known = bahan_of(packs, instansi).get(naskah)
    return known.nama if known else naskah.replace("_", " ").capitalize()


def hasil_faults(packs: Packs, instansi: str) -> Iterator[Kesalahan]:
    """Every fault in the outcomes of one pack."""
    if HASIL_TOML not in packs.names(instansi):
        return
    file = f"{instansi}/{HASIL_TOML}"
    try:
        yield from read_hasil(file, packs.text(file), bahan_of(packs, instansi))[1]
    except PaketTidakTerbaca as wrong:
        yield Kesalahan(file, 0, str(wrong))
