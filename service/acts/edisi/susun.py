"""The lines of an edition: put together from the ledger, or read again as they were frozen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from service.acts.orang.hadir import day
from service.acts.simpan.keep import Kept, keep
from service.acts.simpan.lent import lent
from service.domain.edisi import isi
from service.domain.edisi.edisi import DIP, DITARIK, DITETAPKAN, TERBIT, Edisi
from service.domain.edisi.susun import DIMUAT, Susunan, drawn_up
from service.domain.informasi.baris import dik_row
from service.domain.informasi.beda import Baris, Beda, beda
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import BERLAKU_KECUALI
from service.domain.informasi.kode import read_kode
from service.domain.informasi.lengkap import dik_faults
from service.ports import House, Reading

T = TypeVar("T")


@dataclass(frozen=True)
class Isi:
    """The lines of an edition, how many could not be taken, and what is new in them."""

    susunan: Susunan
    beda: Beda = field(default_factory=Beda)
    tertinggal: int = 0  # lines of the DIK that nobody has found safe, or that lack something


def contents(house: House, reading: Reading, one: Edisi) -> Isi:
    """What it says: as frozen, or as the ledger has it now."""
    before = rows_before(house, reading, one)
    if one.isi:
        rows = frozen_rows(house, one.isi)
        return Isi(Susunan(rows), beda(before, rows))
    if one.daftar == DIP:
        whole = composed(house, reading, one.instansi)
        return Isi(whole, beda(before, whole.baris))
    rows, left = withheld_rows(house, reading, one.instansi)
    return Isi(Susunan(rows), beda(before, rows), left)


def composed(house: House, reading: Reading, instansi: str) -> Susunan:
    """The DIP as it would be decreed now."""
    found = reading.find(Informasi, instansi=instansi, keadaan=sorted(DIMUAT))
    rows = standing(house, last(reading, instansi, DIP))
    today = day(reading, instansi, house.clock.now())
    return drawn_up(found, {row["kode"]: row for row in rows}, today)


def standing(house: House, one: Edisi | None) -> tuple[Baris, ...]:
    """The lines of an edition without those that left the list since: they come back anew only."""
    if one is None or one.beku is None:
        return ()
    left = house.informasi.left(one.instansi)
    return tuple(
        row
        for row in frozen_rows(house, one.isi)
        if (gone := left.get(read_kode(row["kode"]))) is None or gone < one.beku
    )


def withheld_rows(house: House, reading: Reading, instansi: str) -> tuple[tuple[Baris, ...], int]:
    """The DIK as it stands now, in safe words only, by kode; and how many lines are left out."""
    found = reading.find(Informasi, instansi=instansi, keadaan=sorted(BERLAKU_KECUALI))
    today = day(reading, instansi, house.clock.now())
    safe = [one for one in sorted(found, key=lambda x: x.kode) if not dik_faults(one, today)]
    return tuple(dik_row(one) for one in safe), len(found) - len(safe)


def last(reading: Reading, instansi: str, daftar: str) -> Edisi | None:
    """The latest edition of a list that a decree made; one that was withdrawn only by itself."""
    made = reading.find(Edisi, instansi=instansi, daftar=daftar, keadaan=[DITETAPKAN, TERBIT])
    made = made or reading.find(Edisi, instansi=instansi, daftar=daftar, keadaan=DITARIK)
    return max(made, key=lambda one: (one.tahun, one.urut), default=None)


def rows_before(house: House, reading: Reading, one: Edisi) -> tuple[Baris, ...]:
    """The lines of the edition that it follows, or would follow."""
    if one.sebelum:
        return frozen_rows(house, reading.get(Edisi, one.sebelum).isi)
    found = None if one.urut else last(reading, one.instansi, one.daftar)
    return frozen_rows(house, found.isi) if found else ()


def frozen_rows(house: House, sidik: str) -> tuple[Baris, ...]:
    """The lines as they were frozen; IsiRusak where they are not."""
    with lent(house, sidik) as path:
        return tuple(isi.thawed(path.read_bytes(), sidik))


def in_batches(rows: Sequence[T], many: int = 200) -> Iterator[Sequence[T]]:
    """So many at a time as one transaction takes."""
    return (rows[n : n + many] for n in range(0, len(rows), many))


def laid(house: House, rows: Iterable[Baris]) -> Kept:
    """The lines in the store, to be held by the row that names them."""
    with house.room() as room:
        path = room / "isi"
        path.write_bytes(isi.frozen(rows))
        return keep(house, path)
