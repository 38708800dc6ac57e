"""What changed between two editions of a list, by the permanent code of each line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.domain.refusals import Refusal

Baris = Mapping[str, str]
KODE = "kode"
ABAIKAN = frozenset({KODE, "no"})  # the printed number is an order, not the line


class KodeGanda(Refusal):
    """One code stands at two lines of one edition."""

    def __init__(self, kode: str) -> None:
        super().__init__(f"Kode {kode} tertulis pada dua baris. Setiap informasi satu kode.")


class TanpaKode(Refusal):
    """A line has no code, so nobody can say which line it was before."""

    def __init__(self, ke: int) -> None:
        super().__init__(f"Baris ke-{ke} belum berkode, jadi tidak dapat dibandingkan.")


@dataclass(frozen=True)
class Ubahan:
    """One line that says something else than before, and where."""

    kode: str
    ruas: tuple[str, ...]
    sebelum: Baris
    sesudah: Baris


@dataclass(frozen=True)
class Beda:
    """Everything that differs; the lines in the order of the edition they stand in."""

    ditambah: tuple[Baris, ...] = ()
    diubah: tuple[Ubahan, ...] = ()
    dihapus: tuple[Baris, ...] = ()
    tetap: int = 0

    @property
    def ada(self) -> bool:
        """Whether anything differs."""
        return bool(self.ditambah or self.diubah or self.dihapus)

    @property
    def kata(self) -> str:
        """In one line, as an edition prints it."""
        if not self.ada:
            return "Tidak ada perubahan"
        return (
            f"{len(self.ditambah)} ditambah, {len(self.diubah)} diubah, {len(self.dihapus)} dihapus"
        )


def beda(sebelum: Iterable[Baris], sesudah: Iterable[Baris]) -> Beda:
    """The difference; how a cell is broken into lines or spaced says nothing else."""
    before, after = _by_kode(sebelum), _by_kode(sesudah)
    added, changed, same = [], [], 0
    for kode, now in after.items():
        was = before.get(kode)
        if was is None:
            added.append(now)
        elif was == now or not (ruas := _differing(was, now)):
            same += 1
        else:
            changed.append(Ubahan(kode, ruas, was, now))
    gone = [was for kode, was in before.items() if kode not in after]
    return Beda(tuple(added), tuple(changed), tuple(gone), same)


def _by_kode(rows: Iterable[Baris]) -> dict[str, Baris]:
    found: dict[str, Baris] = {}
    for n, row in enumerate(rows, 1):
        kode = row.get(KODE, "")
        if not kode:
            raise TanpaKode(n)
        if kode in found:
            raise KodeGanda(kode)
        found[kode] = row
    return found


def _differing(was: Baris, now: Baris) -> tuple[str, ...]:
    """The fields that differ, in the order of the later edition."""
    names = dict.fromkeys((*now, *was))
    return tuple(
        name
        for name in names
        if name not in ABAIKAN
        and was.get(name, "") != now.get(name, "")
        and was.get(name, "").split() != now.get(name, "").split()
    )
