"""The promises that must always hold, and what an audit found of each."""

from __future__ import annotations

from dataclasses import dataclass

BANYAK = 20  # so many breaches are named; the rest is counted


@dataclass(frozen=True)
class Temuan:
    """What an audit found of one promise."""

    janji: str
    kalimat: str
    diperiksa: int
    dilanggar: int
    sebut: tuple[str, ...] = ()

    @property
    def utuh(self) -> bool:
        """Whether the promise holds."""
        return self.dilanggar == 0


class Hitung:
    """Counts what was looked at and what was wrong with it."""

    def __init__(self, janji: str, kalimat: str) -> None:
        self.janji, self.kalimat = janji, kalimat
        self.diperiksa = self.dilanggar = 0
        self.sebut: list[str] = []

    def look(self, wrong: str = "") -> None:
        """One thing was looked at; `wrong` says what was found, '' where it was right."""
        self.diperiksa += 1
        if wrong:
            self.wrong(wrong)

    def wrong(self, what: str) -> None:
        """Something is wrong that was not counted before."""
        self.dilanggar += 1
        if len(self.sebut) < BANYAK:
            self.sebut.append(what)

    def temuan(self) -> Temuan:
        """The finding."""
        return Temuan(self.janji, self.kalimat, self.diperiksa, self.dilanggar, tuple(self.sebut))
