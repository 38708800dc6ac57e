"""The sheets of a naskah that is signed in ink: printed, in somebody's hands, back again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from service.domain.refusals import Refusal

DICETAK, DISERAHKAN, KEMBALI = "dicetak", "diserahkan", "kembali"
KATA = {
    "": "Belum dicetak",
    DICETAK: "Dicetak",
    DISERAHKAN: "Diserahkan",
    KEMBALI: "Kertas kembali, menunggu pindaian",
}
TERPANJANG = 200  # letters of who holds them


class TanpaPemegang(Refusal):
    """Sheets are handed over to nobody."""

    def __init__(self) -> None:
        super().__init__(
            "Tulis kepada siapa naskahnya diserahkan, supaya mudah ditanyakan. Belum ada yang "
            "dicatat."
        )


@dataclass(frozen=True)
class EdarTinta:
    """Where the sheets of one print are; each time says who wrote it down."""

    id: str
    naskah: str
    ajuan: int
    keadaan: str
    pada: datetime  # since when it is so
    oleh: str
    kepada: str = ""
    versi: int = 1


def printed(one: EdarTinta, siapa: str, now: datetime) -> EdarTinta:
    """Somebody printed it; printed once more, the sheets that are out stay out."""
    return one if one.keadaan == DISERAHKAN else _moved(one, DICETAK, siapa, now, "")


def handed(one: EdarTinta, kepada: str, siapa: str, now: datetime) -> EdarTinta:
    """The sheets are with somebody who signs them, or carries them there."""
    if not (whom := " ".join(kepada.split())[:TERPANJANG]):
        raise TanpaPemegang
    return _moved(one, DISERAHKAN, siapa, now, whom)


def returned(one: EdarTinta, siapa: str, now: datetime) -> EdarTinta:
    """The sheets lie here again; their scan is still to come."""
    return _moved(one, KEMBALI, siapa, now, "")


def _moved(one: EdarTinta, keadaan: str, siapa: str, now: datetime, kepada: str) -> EdarTinta:
    if (one.keadaan, one.kepada) == (keadaan, kepada):
        return one  # said before: since then it is so
    return replace(one, keadaan=keadaan, pada=now, oleh=siapa, kepada=kepada)
