"""The papers of a matter against its SOP: what each row on its way asked, and what lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from service.domain.refusals import Refusal
from service.domain.sop.bahan import Daftar
from service.domain.sop.bentuk import PER_UNIT, Langkah, Sop
from service.domain.sop.jalan import SERTA, Keadaan
from service.domain.sop.jejak import Jejak


@dataclass(frozen=True)
class Kertas:
    """One line of the list: a thing, the first row that speaks of it, and how it stands."""

    bahan: str
    nama: str
    langkah: str
    keadaan: str  # '' where it is not there at all
    cukup: str  # from which state it counts
    ada: bool
    dikesampingkan: bool = False

    @property
    def kurang(self) -> bool:
        """Whether the matter is not closed without it."""
        return not (self.ada or self.dikesampingkan)

    @property
    def kata(self) -> str:
        """As a cover prints it: `Berita acara: tidak ada`."""
        if self.ada:
            return f"{self.nama}: ada"
        words = f"baru {self.keadaan.replace('_', ' ')}" if self.keadaan else "tidak ada"
        return f"{self.nama}: {words}{', dikesampingkan' if self.dikesampingkan else ''}"


class BerkasBelumLengkap(Refusal):
    """A matter is not closed as long as something on its list lacks."""

    def __init__(self, kurang: Sequence[Kertas]) -> None:
        super().__init__(
            "Berkas ini belum dapat ditutup. Menurut SOP-nya masih kurang: "
            f"{'; '.join(one.kata for one in kurang)}. Lengkapi, atau mintalah pimpinan "
            "mengesampingkannya dengan alasan. Tidak ada yang diubah."
        )
        self.kurang = tuple(kurang)


def way(jejak: Iterable[Jejak]) -> tuple[str, ...]:
    """The rows that count, in their order: a return takes back what was walked since its goal."""
    rows = list[str]()
    for one in sorted(jejak, key=lambda one: one.urut):
        if one.dilewati:
            continue
        if one.langkah in rows:
            del rows[rows.index(one.langkah) :]
        if not one.kembali:
            rows.append(one.langkah)
    return tuple(rows)


def papers(
    sop: Sop, bahan: Daftar, rows: Collection[str], known: Keadaan, *, unit: bool = False
) -> tuple[Kertas, ...]:
    """Each thing once. What units made for a round is asked of their own parts, not of it."""
    found: dict[str, Kertas] = {}
    for id_ in rows:
        row = sop.row(id_)
        if unit or row.untuk != PER_UNIT:
            for name in _asked(row, bahan, known):
                line = _line(name, row, bahan, known)
                before = found.get(name)
                # Two rows may ask for it in two states; the one that lacks is told.
                if before is None or (before.ada and not line.ada):
                    found[name] = line
    return tuple(found.values())


def _asked(row: Langkah, bahan: Daftar, known: Keadaan) -> Iterable[str]:
    for one in row.dinanti:
        if not one.bila or not known.hasil.isdisjoint(one.bila):
            yield one.bahan
    yield from (name for name in row.semua_keluaran if bahan[name].wujud not in SERTA)


def _line(name: str, row: Langkah, bahan: Daftar, known: Keadaan) -> Kertas:
    thing, state = bahan[name], known.ada.get(name, "")
    enough = row.cukup.get(name, thing.cukup)
    there = thing.is_enough(state, enough)
    waived = name in known.dikesampingkan and not there
    return Kertas(name, thing.nama, row.id, state, enough, there, waived)


def need_whole(lines: Iterable[Kertas]) -> None:
    """Refuse to close a matter of which something lacks."""
    if lacks := [one for one in lines if one.kurang]:
        raise BerkasBelumLengkap(lacks)
