"""Numbers that went out after a backup was made: never given again, whoever remembers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from service.domain.buku import last_day, next_month, read_buku
from service.domain.cadangan.tolak import NomorBelumDisebut, NomorTidakSah
from service.domain.nomor import Buku

CELAH_TERBESAR = 500
SELA = 20  # what was noted beside the ledger is seconds old; in them more may have gone out


@dataclass(frozen=True)
class Jawaban:
    """What the office says of its last numbers: book by book, or how many are left out."""

    disebut: Mapping[str, int] | None = None
    celah: int | None = None


@dataclass(frozen=True)
class Terpakai:
    """How far a book goes on: what surely was given, and what is left out to be safe."""

    buku: Buku
    pulih: int  # its last number in the backup
    keluar: int  # the last that is known to have been given
    sampai: int  # the last that is not given again

    def __str__(self) -> str:
        told = [
            f"{_span(low, high)} {what}"
            for low, high, what in (
                (self.pulih + 1, self.keluar, "sudah keluar sesudah cadangan"),
                (self.keluar + 1, self.sampai, "dilompati"),
            )
            if high >= low
        ]
        return f"buku {self.buku.id}: {'; '.join(told)}"


def _span(low: int, high: int) -> str:
    return f"nomor {low}" if low == high else f"nomor {low} sampai {high}"


def taken(
    pulih: Mapping[str, int],
    tercatat: Mapping[str, int],
    jawaban: Jawaban,
    sejak: date,
    kini: date,
) -> list[Terpakai]:
    """The books that went on after the backup; NomorBelumDisebut where nobody can tell."""
    moved = {id_ for id_, last in tercatat.items() if last > pulih.get(id_, 0)}
    asked = running(pulih, sejak, kini)
    if jawaban.disebut is None and jawaban.celah is None and not moved:
        if not asked:
            return []
        raise NomorBelumDisebut([(id_, pulih.get(id_, 0)) for id_ in asked])
    told = _checked(jawaban, asked, pulih)
    gap = jawaban.celah if jawaban.celah is not None else 0
    found = []
    for id_ in sorted({*asked, *moved, *told}):
        buku, last = read_buku(id_), pulih.get(id_, 0)
        if buku is None:
            continue
        known = max(last, tercatat.get(id_, 0), told.get(id_, 0))
        sure = jawaban.disebut is not None or jawaban.celah is not None
        more = gap if sure else SELA * (id_ in moved)
        if known + more > last:
            found.append(Terpakai(buku, last, known, known + more))
    return found


def _checked(jawaban: Jawaban, asked: Iterable[str], pulih: Mapping[str, int]) -> Mapping[str, int]:
    if jawaban.celah is not None and not 0 <= jawaban.celah <= CELAH_TERBESAR:
        raise NomorTidakSah(f"lompatan paling banyak {CELAH_TERBESAR} nomor setiap buku.")
    if jawaban.disebut is None:
        return {}
    missing = [(id_, pulih.get(id_, 0)) for id_ in asked if id_ not in jawaban.disebut]
    if missing:
        raise NomorBelumDisebut(missing)
    for id_, last in jawaban.disebut.items():
        before = pulih.get(id_, 0)
        if read_buku(id_) is None:
            raise NomorTidakSah(f"“{id_}” bukan nama buku.")
        if last < before:
            raise NomorTidakSah(f"buku {id_} di cadangan sudah sampai {before}, bukan {last}.")
        if last - before > 100 * CELAH_TERBESAR:
            raise NomorTidakSah(f"buku {id_} melompat dari {before} ke {last}.")
    return jawaban.disebut


def read_told(text: str) -> dict[str, int]:
    """A line for each book: its name and its last number; NomorTidakSah names what is no line."""
    found = {}
    for line in text.splitlines():
        if not (words := line.split()) or words[0].startswith("#"):
            continue
        if len(words) != 2 or not (words[1].isascii() and words[1].isdigit()):
            raise NomorTidakSah(f"baris “{line[:60]}” bukan nama buku dan nomor terakhirnya.")
        found[words[0]] = int(words[1][:9])
    return found


def running(pulih: Iterable[str], sejak: date, kini: date) -> list[str]:
    """The books that numbers can have been taken from since, with those that began meanwhile."""
    books = [one for id_ in pulih if (one := read_buku(id_))]
    return sorted({x.id for one in books if one.holds(sejak) for x in _on(one, sejak, kini)})


def _on(buku: Buku, sejak: date, kini: date) -> Iterator[Buku]:
    """A book, and the books that followed it."""
    yield buku
    month = next_month(sejak.replace(day=1))
    while buku.tahun and month <= kini:
        yield replace(buku, tahun=month.year, bulan=month.month if buku.bulan else 0)
        month = next_month(month)


def ends(buku: Buku) -> date:
    """The last day of a book."""
    return last_day(date(buku.tahun or 9999, buku.bulan or 12, 1))
