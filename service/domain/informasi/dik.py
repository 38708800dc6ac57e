"""One line of the Daftar Informasi yang Dikecualikan: law, consequences, term, and a safe text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date

from service.domain import uji
from service.domain.jangka import Jangka
from service.domain.refusals import Refusal
from service.domain.uji import DIKECUALIKAN, Dasar, LembarUji

_RUAS = frozenset({"dasar", "dasar_lain", "dibuka", "ditutup"})
_JANGKA = "jangka_"
TERPENDEK = 10  # letters; less says nothing


class BarisDikKurang(Refusal):
    """A line lacks what the law asks of every exclusion."""

    def __init__(self, faults: dict[str, str]) -> None:
        self.faults = faults
        super().__init__(f"Belum dapat masuk DIK. {' '.join(faults.values())}")


class BelumDibacaAman(Refusal):
    """Nobody said of these very words that they give nothing away."""

    def __init__(self) -> None:
        super().__init__(
            "Ringkasannya belum dinyatakan aman diumumkan. Baca seluruh barisnya, lalu nyatakan "
            "aman; sesudah kata-katanya berubah, nyatakan lagi."
        )


@dataclass(frozen=True)
class BarisDik:
    """What the public may read of what it may not see."""

    ringkasan: str = ""
    dasar: tuple[Dasar, ...] = ()
    dibuka: str = ""  # what follows if it is opened
    ditutup: str = ""  # what is gained while it is closed
    jangka: Jangka = field(default_factory=Jangka)
    mulai: date | None = None  # the day of the decree, from which years are counted
    dibaca: str = ""  # the mark of the words that were found safe
    dibaca_oleh: str = ""

    @property
    def akhir(self) -> date | None:
        """The last day of the exclusion; None where no calendar knows it."""
        return self.jangka.akhir(self.mulai) if self.mulai else self.jangka.hari

    @property
    def tanda(self) -> str:
        """The mark of these words; another as soon as one of them changes."""
        told = (self.ringkasan, self.kata_dasar, self.dibuka, self.ditutup, self.jangka.kata())
        return hashlib.sha256("\x1f".join(told).encode()).hexdigest()[:32]

    @property
    def aman(self) -> bool:
        """Whether somebody read these very words and says that they give nothing away."""
        return bool(self.dibaca_oleh) and self.dibaca == self.tanda

    @property
    def kata_dasar(self) -> str:
        """The laws, as the column prints them."""
        return "; ".join(one.kata for one in self.dasar)


def faults(one: BarisDik, today: date | None) -> dict[str, str]:
    """What is missing, by field; the law and the term as the worksheet of a test asks for them."""
    sheet = LembarUji(
        dasar=one.dasar,
        dibuka=one.dibuka,
        ditutup=one.ditutup,
        jangka=one.jangka,
        kesimpulan=DIKECUALIKAN,
    )
    asked = uji.faults(sheet, today)
    found = {name: why for name, why in asked.items() if name in _RUAS or _JANGKA in name}
    if len(" ".join(one.ringkasan.split())) < TERPENDEK:
        found = {"ringkasan": "Tulis informasinya secara ringkas, tanpa membuka isinya."} | found
    return found


def need_whole(one: BarisDik, today: date | None) -> None:
    """Refuse a line that is not yet what the law asks."""
    if found := faults(one, today):
        raise BarisDikKurang(found)


def read_safe(one: BarisDik, siapa: str) -> BarisDik:
    """The line after somebody read it and ticked that it may be announced."""
    return replace(one, dibaca=one.tanda, dibaca_oleh=siapa)


def need_safe(one: BarisDik) -> None:
    """Refuse to announce words that nobody answers for."""
    if not one.aman:
        raise BelumDibacaAman


def from_worksheet(lembar: LembarUji, ringkasan: str, mulai: date | None = None) -> BarisDik:
    """The line that a test comes to; its public words are written anew, for the test's are not."""
    return BarisDik(
        ringkasan, lembar.dasar, lembar.dibuka, lembar.ditutup, lembar.jangka, mulai=mulai
    )
