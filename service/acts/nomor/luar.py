"""Write down a number that another register gave: SRIKANDI, or a paper book."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from service.acts.instansi.packs import agency
from service.acts.nomor.buku import need
from service.domain.catatan import Catatan
from service.domain.instansi import Instansi
from service.domain.nomor import BATAL, EKSTERNAL, FINAL, Nomor
from service.domain.pola import normal, urai
from service.domain.refusals import Overtaken, Refusal
from service.domain.seri import BIASA, Perkara
from service.domain.tanggal import panjang
from service.domain.wewenang import Hadir
from service.ports import House

DISEBUT = 3  # so many twins are named


class PerluDipastikan(Refusal):
    """Something about the number looks odd; it is kept once the person says that it is right."""

    def __init__(self, sebab: tuple[str, ...]) -> None:
        super().__init__(" ".join(sebab))
        self.faults = sebab


class SudahDicatat(Refusal):
    """The same number stands there already, given by the same register, for the same day."""

    status = 409

    def __init__(self, nomor: str) -> None:
        super().__init__(f"Nomor {nomor} dengan tanggal itu sudah dicatat. Tidak ada yang diubah.")


@dataclass(frozen=True)
class Luar:
    """A number as it stands on the letter."""

    seri: str
    nomor: str
    tanggal: date
    perihal: str
    perkara: Perkara = BIASA


def doubts(house: House, oleh: Hadir, kode: str, asked: Luar) -> tuple[str, ...]:
    """What looks odd: a form that the series does not have, a number that stands there already."""
    instansi = agency(house.packs, kode)
    found = []
    if not _fits(instansi, asked):
        found.append(f"Nomor {asked.nomor} tidak sesuai pola seri ini. Periksa ketikannya.")
    twins = _twins(house, oleh, kode, asked)
    for one in twins[:DISEBUT]:
        on = f" tanggal {panjang(one.tanggal)}" if one.tanggal else ""
        void = ", dan batal" if one.keadaan == BATAL else ""
        found.append(f"Nomor {one.nomor}{on} sudah ada di buku{void}.")
    if (more := len(twins) - DISEBUT) > 0:
        found.append(f"Nomor yang sama ada {more} lagi.")
    return tuple(found)


def _twins(house: House, oleh: Hadir, kode: str, asked: Luar) -> list[Nomor]:
    """Numbers written alike that this person may see; a void note of another register is gone."""
    return [
        one
        for one in house.books.same(kode, normal(asked.nomor))
        if oleh.sees(kode, rahasia=one.rahasia)
        and not (one.sumber == EKSTERNAL and one.keadaan == BATAL)
    ]


def _fits(instansi: Instansi, asked: Luar) -> bool:
    seri = instansi.seri_for(asked.seri, rahasia=asked.perkara.rahasia)
    parts = urai(seri.pola, asked.nomor) if seri else None
    return parts is not None and parts.tahun in (0, asked.tanggal.year)


def _once(asked: Luar) -> str:
    """What the number serves, so that no book holds it twice for the same day."""
    return "luar:" + hashlib.sha256(f"{normal(asked.nomor)} {asked.tanggal}".encode()).hexdigest()


def record(house: House, oleh: Hadir, kode: str, asked: Luar, *, pasti: bool = False) -> Nomor:
    """Kept beside the book, outside its count; PerluDipastikan as long as it looks odd."""
    if not normal(asked.nomor):
        raise Refusal("Isi nomor surat.")
    buku = agency(house.packs, kode).buku(asked.seri, asked.tanggal, asked.perkara)
    with house.ledger.read() as reading:
        given = need(reading, oleh, buku)
    twins = _twins(house, oleh, kode, asked)
    if any(one.sumber == EKSTERNAL and one.tanggal == asked.tanggal for one in twins):
        raise SudahDicatat(asked.nomor)
    if not pasti and (sebab := doubts(house, oleh, kode, asked)):
        raise PerluDipastikan(sebab)
    now = house.clock.now()
    row = Nomor(
        id=f"{buku.id}/luar/{house.new_id()}",
        buku=buku.id,
        urut=0,
        untuk=_once(asked),
        diambil=now,
        nomor=asked.nomor.strip(),
        tanggal=asked.tanggal,
        keadaan=FINAL,
        sumber=EKSTERNAL,
        perihal=asked.perihal,
        oleh=given.siapa,
    )
    with house.ledger.begin() as tx:
        try:
            tx.add(row)
        except Overtaken as twin:  # sent twice in the same moment
            raise SudahDicatat(asked.nomor) from twin
        told = {"pemegang": given.pemegang}
        tx.note(Catatan(kode, given.siapa, "nomor_luar_dicatat", now, row.id, told))
    return row
