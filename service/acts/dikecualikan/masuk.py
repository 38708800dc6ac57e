"""A unit's list of what is withheld: its right lines become proposals to be tested."""

from __future__ import annotations

from collections import Counter

from service.acts.dikecualikan.simpan import need_closed
from service.acts.dikecualikan.usul import UsulanKecuali, put_in
from service.acts.informasi import masuk
from service.acts.informasi.masuk_baca import read
from service.acts.informasi.masuk_muat import acting_for, done, parts
from service.acts.informasi.usul import need_place
from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit.hasil import BarisUnit
from service.domain.daftar_unit.jadi_dik import line_of, name_of, reason_of
from service.domain.daftar_unit.masuk import DaftarMasuk
from service.domain.wewenang import Hadir
from service.ports import House


def accept(house: House, oleh: Hadir, id_: str, versi: int) -> DaftarMasuk:
    """The right lines are proposed for the test; nothing is withheld by a list."""
    with house.ledger.read() as reading:
        one = masuk.in_reading(reading, oleh, id_)
        need_closed(reading, [one.file], one.instansi)
    return masuk.taken(house, oleh, id_, versi, lj.DIK)


def run(house: House, one: DaftarMasuk) -> None:
    """All right lines, on behalf of who accepted the list; done twice they are once."""
    oleh = acting_for(house, one)
    found = read(house, one)
    for some in parts(found.baru):
        with house.ledger.begin() as tx:
            need_place(house, tx, oleh, one.instansi, one.unit)
            put_in(house, tx, oleh, [_asked(one, row) for row in some])
    done(house, one, oleh, Counter(baru=len(found.baru)))


def _asked(one: DaftarMasuk, row: BarisUnit) -> UsulanKecuali:
    return UsulanKecuali(
        one.line(row.baris),
        one.instansi,
        one.unit,
        name_of(row),
        reason_of(row),
        penguasa=row.at(lj.PENGUASA),
        dik=line_of(row),
    )
