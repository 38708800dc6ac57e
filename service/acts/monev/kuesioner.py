"""The questions that an agency answers: its own file, else the common one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from service.domain.kesalahan import Kesalahan
from service.domain.monev.kuesioner import MONEV_TOML, Kuesioner, Pertanyaan, read
from service.domain.paket import UMUM, PaketTidakTerbaca
from service.domain.refusals import Refusal, TidakAda
from service.ports import Packs


class KuesionerRusak(Refusal):
    """The file of questions cannot be used until its author mends it."""

    status = 409

    def __init__(self, found: tuple[Kesalahan, ...]) -> None:
        lines = "\n".join(str(one) for one in found)
        super().__init__(
            "Pertanyaan monev belum dapat dipakai. Perbaiki filenya, lalu periksa dengan "
            f"./berkas check:\n{lines}\nTidak ada yang diubah."
        )
        self.faults = tuple(str(one) for one in found)


class TanpaPertanyaan(TidakAda):
    """Nobody wrote down yet what is asked."""

    def __init__(self) -> None:
        super().__init__("Pertanyaan monev")


def questions(packs: Packs, instansi: str) -> Kuesioner:
    """What is asked of an agency; KuesionerRusak with every fault, TanpaPertanyaan without any."""
    for home in (instansi, UMUM):
        if MONEV_TOML in packs.names(home):
            whole, found = _of(packs, home)
            if whole is None:
                raise KuesionerRusak(found)
            return whole
    raise TanpaPertanyaan


def question(whole: Kuesioner, kode: str) -> Pertanyaan:
    """One of them; TidakAda where it is not asked."""
    one = whole.one(kode)
    if one is None:
        raise TidakAda("Pertanyaan itu")
    return one


def monev_faults(packs: Packs, home: str) -> Iterator[Kesalahan]:
    """Every fault in the questions of one pack."""
    if MONEV_TOML in packs.names(home):
        yield from _of(packs, home)[1]


def _of(packs: Packs, home: str) -> tuple[Kuesioner | None, tuple[Kesalahan, ...]]:
    file = f"{home}/{MONEV_TOML}"
    try:
        return _read(file, packs.text(file))
    except PaketTidakTerbaca as wrong:
        return None, (Kesalahan(file, 0, str(wrong)),)


@lru_cache(maxsize=64)
def _read(file: str, text: str) -> tuple[Kuesioner | None, tuple[Kesalahan, ...]]:
    whole, found = read(file, text)
    return whole, tuple(found)
