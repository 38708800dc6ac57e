"""The rules that count for an agency: the common ones, its own, and what its officers taught."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from service.domain.aturan import Aturan, AturanPengirim
from service.domain.instansi import Instansi
from service.domain.kenali_baca import read_text
from service.domain.kesalahan import Kesalahan, grave
from service.domain.paket import UMUM, PaketTidakTerbaca
from service.domain.refusals import TidakAda
from service.ports import House, Packs, Reading

KENALI_TOML = "kenali.toml"
KOSONG = Aturan()


def aturan_of(house: House, kode: str) -> Aturan:
    """All rules for an agency; the common ones alone where it is not known."""
    with house.ledger.read() as reading:
        return rules_of(house.packs, reading, kode)


def rules_of(packs: Packs, reading: Reading, kode: str) -> Aturan:
    """The same, from a look at the ledger that is already open."""
    taught = reading.find(AturanPengirim, instansi=kode) if kode else []
    standing = tuple(one for one in taught if one.dicabut is None)
    return replace(rules(packs, kode or UMUM), pengirim=standing)


def rules(packs: Packs, kode: str) -> Aturan:
    """What the packs say; a broken file stops its own rules and leaves the common ones."""
    umum = _usable(_text(packs, UMUM), UMUM, None)
    if kode == UMUM or KENALI_TOML not in packs.names(kode):
        return umum or KOSONG
    return _usable(_text(packs, kode), kode, umum) or umum or KOSONG


def rule_faults(packs: Packs, kode: str, instansi: Instansi | None) -> list[Kesalahan]:
    """Every fault in the kenali.toml of an agency or of umum."""
    file = f"{kode}/{KENALI_TOML}"
    umum = None if kode == UMUM else rules(packs, UMUM)
    try:
        return read_text(file, packs.text(file), umum, None if kode == UMUM else instansi)[1]
    except PaketTidakTerbaca as wrong:
        return [Kesalahan(file, 0, str(wrong))]


def _text(packs: Packs, kode: str) -> str:
    try:
        return packs.text(f"{kode}/{KENALI_TOML}")
    except (TidakAda, PaketTidakTerbaca):
        return ""


@lru_cache(maxsize=64)
def _usable(text: str, kode: str, umum: Aturan | None) -> Aturan | None:
    """Read once for each text, however often it is asked."""
    found, faults = read_text(f"{kode}/{KENALI_TOML}", text, umum)
    return None if grave(faults) else found
