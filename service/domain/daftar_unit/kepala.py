"""The head of a unit's list: which column is what, how sure that is, and what a person says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from service.domain.daftar_unit.kata import huruf
from service.domain.daftar_unit.kenal import Calon
from service.domain.daftar_unit.lajur import DIP, LABEL, SEBUTAN, WAJIB
from service.domain.refusals import Refusal

YAKIN = 0.75  # what is less sure a person chooses
TIDAK_DIPAKAI = ""


class KepalaDaftarTidakAda(Refusal):
    """No row of any sheet looks like the head of a list."""

    def __init__(self, lembar: Sequence[str] = ()) -> None:
        seen = f" Lembar yang dilihat: {', '.join(lembar[:8])}." if lembar else ""
        names = "; ".join(LABEL[one] for one in WAJIB[DIP])
        super().__init__(
            f"Kepala daftar tidak ditemukan. Tulis nama kolomnya dalam satu baris di atas isinya: "
            f"{names}.{seen} Belum ada yang disimpan."
        )


@dataclass(frozen=True)
class LajurUnit:
    """One column: its head, what it is taken for, how sure that is, what else it may be."""

    n: int
    judul: str
    ruas: str
    yakin: float
    lain: Calon = ()

    @property
    def huruf(self) -> str:
        """Its letter in the sheet."""
        return huruf(self.n)

    @property
    def ragu(self) -> bool:
        """Whether a person has to say what it is."""
        return bool(self.ruas) and self.yakin < YAKIN


@dataclass(frozen=True)
class Kepala:
    """Where the head stands among the rows, which list it heads, and what its columns are."""

    daftar: str
    awal: int
    akhir: int  # the first row below it
    lajur: tuple[LajurUnit, ...]

    @property
    def di(self) -> dict[str, int]:
        """The column of each thing that has one."""
        return {one.ruas: one.n for one in self.lajur if one.ruas}

    @property
    def ragu(self) -> tuple[LajurUnit, ...]:
        """The columns that a person must look at."""
        return tuple(one for one in self.lajur if one.ragu)

    @property
    def kurang(self) -> tuple[str, ...]:
        """What the law asks and no column says."""
        there = self.di
        lacks = WAJIB[self.daftar].items()
        return tuple(name for name, any_ in lacks if not any(one in there for one in any_))

    @property
    def nilai(self) -> float:
        """How much it looks like a head: what it must say counts double."""
        must = {one for any_ in WAJIB[self.daftar].values() for one in any_}
        return sum(one.yakin * (2 if one.ruas in must else 1) for one in self.lajur if one.ruas)


def chosen(kepala: Kepala, pilihan: Mapping[int, str]) -> Kepala:
    """The head with what a person said of its columns; '' leaves a column out."""
    taken = {ruas for ruas in pilihan.values() if ruas}
    lajur = []
    for one in kepala.lajur:
        if one.n in pilihan:
            lajur.append(replace(one, ruas=pilihan[one.n], yakin=1.0))
        elif one.ruas in taken:
            lajur.append(replace(one, ruas=TIDAK_DIPAKAI, yakin=0.0))
        else:
            lajur.append(one)
    return replace(kepala, lajur=tuple(lajur))


def doubts(kepala: Kepala) -> list[str]:
    """What a person is asked about the head, a sentence each."""
    said = [
        f"Kolom {one.huruf} ('{one.judul[:80]}') mungkin {LABEL[one.ruas]}; pastikan."
        for one in kepala.ragu
    ]
    said += [
        f"{SEBUTAN[kepala.daftar]} harus memuat kolom {LABEL[one]}; kolom itu belum dikenali."
        for one in kepala.kurang
    ]
    return said
