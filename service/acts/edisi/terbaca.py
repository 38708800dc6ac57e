"""The lines of an edition as one person may read them: some may have been withheld since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from service.acts.edisi.susun import Isi
from service.acts.edisi.umumkan import safe_words
from service.domain.edisi.edisi import DIP, Edisi
from service.domain.edisi.terpampang import words
from service.domain.informasi.beda import Baris, Beda
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import TERBATAS_DILIHAT
from service.domain.informasi.kode import read_kode
from service.domain.wewenang import Hadir
from service.ports import Reading


def for_reader(reading: Reading, oleh: Hadir, one: Edisi, known: Isi) -> Isi:
    """What it says, without what is withheld now from this person; each line keeps its number."""
    if oleh.sees(one.instansi, rahasia=True):
        return known
    open_ = _open(reading, one)
    numbered = ({**row, "no": str(no)} for no, row in enumerate(known.susunan.baris, 1))
    whole = replace(known.susunan, baris=tuple(row for row in numbered if open_(row)))
    return replace(known, susunan=whole, beda=_differs(known.beda, open_))


def _open(reading: Reading, one: Edisi) -> Callable[[Baris], bool]:
    """Whether a line may be read by everybody in the office."""
    found = reading.find(Informasi, instansi=one.instansi, keadaan=sorted(TERBATAS_DILIHAT))
    withheld = {piece.kode for piece in found}
    safe = frozenset() if one.daftar == DIP else safe_words(reading, one.instansi)
    return lambda row: read_kode(row["kode"]) not in withheld or words(row) in safe


def _differs(beda: Beda, open_: Callable[[Baris], bool]) -> Beda:
    return replace(
        beda,
        ditambah=tuple(row for row in beda.ditambah if open_(row)),
        diubah=tuple(one for one in beda.diubah if open_(one.sesudah)),
        dihapus=tuple(row for row in beda.dihapus if open_(row)),
    )
