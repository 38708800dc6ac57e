"""A search as it was asked for, in an address or at a terminal: its words, and what narrows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from service.domain.cari import Tanya, narrowed, oddities, read
from service.domain.tengah_malam import midnight
from service.ports import House
from service.ports.cari import SaringCari

NASKAH = "naskah"  # before the kind or the state of a paper of our own: naskah.memorandum


@dataclass(frozen=True)
class Permintaan:
    """What is asked for; `ditandai` are the words that are marked where they stand."""

    tanya: Tanya
    ditandai: Tanya
    saring: SaringCari
    ragu: tuple[str, ...]  # what was not taken as it was typed


def asked_for(house: House, asked: Mapping[str, str], zona: str) -> Permintaan:
    """The search in `asked`, whose days are those of a zone."""
    words = read(asked.get("kata", ""), house.stemmer.akar)
    whole = narrowed(words, asked.get("nomor", ""), asked.get("orang", ""))
    ragu = (*oddities(asked.get("kata", "")), *_days(asked, zona))
    return Permintaan(whole, whole if words.kosong else words, _saring(asked, zona), ragu)


def _saring(asked: Mapping[str, str], zona: str) -> SaringCari:
    instansi, _, unit = asked.get("unit", "").partition("/")
    jenis, keadaan = asked.get("jenis", ""), asked.get("keadaan", "")
    ours, _, kind = jenis.partition(".")
    own, _, state = keadaan.partition(".")
    return SaringCari(
        instansi=instansi,
        unit=unit,
        jenis="" if ours == NASKAH else jenis,
        pintu=asked.get("pintu", ""),
        keadaan="" if own == NASKAH else keadaan,
        naskah=jenis == NASKAH,
        jenis_naskah=kind if ours == NASKAH else "",
        keadaan_naskah=state if own == NASKAH else "",
        sop=asked.get("sop", ""),
        dari=midnight(asked.get("dari", ""), zona),
        sampai=midnight(asked.get("sampai", ""), zona, end=True),
    )


def _days(asked: Mapping[str, str], zona: str) -> list[str]:
    told = []
    for name, label in (("dari", "Sejak"), ("sampai", "Sampai")):
        if asked.get(name) and midnight(asked[name], zona) is None:
            told.append(
                f"{label}: tulis tanggalnya seperti 2026-11-30; saringan ini tidak dipakai."
            )
    first, last = (midnight(asked.get(name, ""), zona) for name in ("dari", "sampai"))
    if first and last and first > last:
        told.append("Tanggal awalnya sesudah tanggal akhirnya, jadi tidak ada yang cocok.")
    return told
