"""What the public may read no more goes first, before all the rest is made anew."""

from __future__ import annotations

from service.acts.edisi.umumkan import closed_marks, made, safe_words, taken_back
from service.domain.edisi.terpampang import Boleh, surplus
from service.domain.gerbang.keluar import DILEPAS, FileKeluar
from service.domain.informasi.kode import read_kode
from service.ports import House, Reading


def hide_first(house: House, instansi: str) -> bool:
    """Lines, editions and files that were taken back or are withheld leave the public at once.

    Whether there were any.
    """
    now = house.penerbit.seen(instansi)
    if now.ada and (gone := surplus(now, _allowed(house, instansi))).ada:
        house.penerbit.hide(instansi, gone)
        return True
    return False


def _allowed(house: House, instansi: str) -> Boleh:
    at = house.clock.now()
    with house.ledger.read() as reading:
        return Boleh(
            house.informasi.shown(instansi),
            safe_words(reading, instansi),
            {read_kode(kode) for kode in taken_back(reading, instansi)},
            {(x.daftar, x.tahun, x.urut) for x in made(reading, instansi) if x.tampak(at)},
            _let_out(reading, instansi),
        )


def _let_out(reading: Reading, instansi: str) -> frozenset[str]:
    """The files that somebody let go, and that lie closed nowhere."""
    closed = closed_marks(reading, instansi)
    found = reading.find(FileKeluar, instansi=instansi, keadaan=DILEPAS)
    return frozenset(one.tampak for one in found if not {one.asal, one.hasil} & closed)
