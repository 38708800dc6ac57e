"""Two versions of a pair beside each other: words, ruas, and how their pages look."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from service.acts.pasangan.riwayat import Versi, template_of
from service.acts.simpan.lent import lent
from service.domain import paper
from service.domain.instansi_beda import Perbedaan
from service.domain.klinik.templat import Alinea
from service.domain.pasangan_beda import AlineaBeda, declared, paragraphs
from service.domain.pasangan_versi import BAWAAN, PasanganKonsep
from service.domain.refusals import Refusal, Unavailable
from service.ports import House

DIINGAT = 32  # templates whose paragraphs are kept in mind; a template in the store never changes
_alinea: OrderedDict[str, tuple[Alinea, ...]] = OrderedDict()


@dataclass(frozen=True)
class Bandingan:
    """What differs between two versions; `gambar`: their prints, '' where there is none."""

    alinea: tuple[AlineaBeda, ...]
    ruas: tuple[Perbedaan, ...]
    gambar: tuple[str, str]
    galat: str = ""  # why the words could not be compared

    @property
    def sama(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.alinea or self.ruas or self.galat)


def with_draft(house: House, before: Versi | None, konsep: PasanganKonsep) -> Bandingan:
    """What is in force beside the draft that would come after it."""
    prints = (konsep.contoh_dasar, konsep.contoh)
    if before is None:
        return Bandingan((), (), prints)
    kinds = _ruas(before.jenis, before.teks, konsep.teks)
    try:
        after = stored_paragraphs(house, konsep.docx, konsep.jenis)
        return Bandingan(_compared(_of(house, before), after), kinds, prints)
    except (Refusal, Unavailable) as no:
        return Bandingan((), kinds, prints, str(no))


def between(house: House, every: Sequence[Versi], before: Versi, after: Versi) -> Bandingan:
    """Two versions out of the history of a pair."""
    kinds = _ruas(before.jenis, before.teks, after.teks)
    prints = _prints(every, before, after)
    try:
        found = _compared(_of(house, before), _of(house, after))
        return Bandingan(found, kinds, prints)
    except (Refusal, Unavailable) as no:
        return Bandingan((), kinds, prints, str(no))


def same_samples(every: Sequence[Versi], before: Versi, after: Versi) -> bool:
    """Whether both were printed for one draft, with its samples."""
    made = after.terbit
    return bool(made and made.contoh_dasar) and _before(every, after) == before


def _prints(every: Sequence[Versi], before: Versi, after: Versi) -> tuple[str, str]:
    if same_samples(every, before, after) and after.terbit:
        return after.terbit.contoh_dasar, after.terbit.contoh
    return print_of(every, before), print_of(every, after)


def print_of(every: Sequence[Versi], one: Versi) -> str:
    """The print of a version with its own samples, or of what it brought back; '' where none is."""
    if one.terbit and one.terbit.contoh:
        return one.terbit.contoh
    if one.terbit and one.terbit.dari >= BAWAAN:
        back = next((x for x in every if x.urut == one.terbit.dari), None)
        return print_of(every, back) if back else ""
    after = next((x.terbit for x in every if x.terbit and _before(every, x) == one), None)
    return after.contoh_dasar if after else ""


def _before(every: Sequence[Versi], one: Versi) -> Versi | None:
    return next((every[n - 1] for n, x in enumerate(every) if n and x == one), None)


@lru_cache(maxsize=16)
def _compared(before: tuple[Alinea, ...], after: tuple[Alinea, ...]) -> tuple[AlineaBeda, ...]:
    """What differs, worked out once however often two versions are looked at."""
    return tuple(paragraphs(before, after))


def _ruas(jenis: str, before: str, after: str) -> tuple[Perbedaan, ...]:
    was, now = (paper.read(jenis, text, "")[0] for text in (before, after))
    return tuple(declared(was, now)) if was and now else ()


def _of(house: House, one: Versi) -> tuple[Alinea, ...]:
    if one.docx:
        return stored_paragraphs(house, one.docx, one.jenis)
    with template_of(house, one) as docx:
        return _read(house, docx, one.jenis)


def stored_paragraphs(house: House, sha256: str, jenis: str) -> tuple[Alinea, ...]:
    """The paragraphs of a template in the store, read once however often they are asked for."""
    found = _alinea.get(sha256)
    if found is None:
        with lent(house, sha256) as docx:
            found = _read(house, docx, jenis)
        _alinea[sha256] = found
        if len(_alinea) > DIINGAT:
            _alinea.popitem(last=False)
    return found


def _read(house: House, docx: Path, jenis: str) -> tuple[Alinea, ...]:
    return house.reader.template(docx, f"{jenis}.docx").alinea
