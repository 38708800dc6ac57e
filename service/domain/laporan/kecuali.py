"""What a decree withholds, counted by law and by how long it still is; no word of what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import BERLAKU_KECUALI
from service.domain.laporan.umur import ends
from service.domain.pasal17 import HURUF

HABIS, DEKAT, SETAHUN, JAUH, TANPA_HARI = "habis", "dekat", "setahun", "jauh", "tanpa_hari"
SISA: dict[str, str] = {
    HABIS: "Sudah melewati akhirnya",
    DEKAT: "Berakhir dalam 6 bulan",
    SETAHUN: "Berakhir dalam 6 sampai 12 bulan",
    JAUH: "Berakhir lebih dari 12 bulan lagi",
    TANPA_HARI: "Tanpa tanggal akhir",
}


@dataclass(frozen=True)
class Pengecualian:
    """How many stand in the DIK, under which letter of Pasal 17, and for how long yet."""

    banyak: int
    huruf: tuple[tuple[str, int], ...]  # the words of the law; one line may rest on several
    sisa: tuple[tuple[str, int], ...]


def withheld(pieces: Iterable[Informasi], today: date) -> Pengecualian:
    """What the law wants told of exclusions: their number, grounds and terms."""
    held = [one for one in pieces if one.keadaan in BERLAKU_KECUALI and one.sk.sah]
    letters = Counter(x for one in held for x in {law.huruf for law in one.dik.dasar})
    left = Counter(remaining(one.dik.akhir, today) for one in held)
    return Pengecualian(
        len(held),
        tuple((f"Pasal 17 huruf {x}", letters[x]) for x in HURUF if letters[x]),
        tuple((words, left[nama]) for nama, words in SISA.items() if left[nama]),
    )


def remaining(akhir: date | None, today: date) -> str:
    """How long an exclusion with that last day still counts."""
    if akhir is None:
        return TANPA_HARI
    if akhir < today:
        return HABIS
    half, year = ends(today)
    return DEKAT if akhir <= half else SETAHUN if akhir <= year else JAUH
