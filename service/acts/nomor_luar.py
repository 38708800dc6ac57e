"""Write down a number that another register gave: SRIKANDI, or a paper book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from service.acts.buku import need
from service.acts.packs import agency
from service.domain.catatan import Catatan
from service.domain.instansi import BIASA, Instansi, Perkara
from service.domain.nomor import EKSTERNAL, FINAL, Nomor
from service.domain.pola import normal, urai
from service.domain.refusals import Refusal
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
    twins = [
        one
        for one in house.books.same(kode, normal(asked.nomor), DISEBUT)
        if oleh.sees(kode, rahasia=one.rahasia)
    ]
    for one in twins:
        on = f" tanggal {panjang(one.tanggal)}" if one.tanggal else ""
        found.append(f"Nomor {one.nomor}{on} sudah ada di buku.")
    return tuple(found)


def _fits(instansi: Instansi, asked: Luar) -> bool:
    seri = instansi.seri_for(asked.seri, rahasia=asked.perkara.rahasia)
    parts = urai(seri.pola, asked.nomor) if seri else None
    return parts is not None and parts.tahun in (0, asked.tanggal.year)


def record(house: House, oleh: Hadir, kode: str, asked: Luar, *, pasti: bool = False) -> Nomor:
    """Kept beside the book, outside its count; PerluDipastikan as long as it looks odd."""
    if not normal(asked.nomor):
        raise Refusal("Isi nomor surat.")
    buku = agency(house.packs, kode).buku(asked.seri, asked.tanggal, asked.perkara)
    with house.ledger.read() as reading:
        given = need(reading, oleh, buku)
    twins = house.books.same(kode, normal(asked.nomor), DISEBUT)
    if any(one.sumber == EKSTERNAL and one.tanggal == asked.tanggal for one in twins):
        raise SudahDicatat(asked.nomor)
    if not pasti and (sebab := doubts(house, oleh, kode, asked)):
        raise PerluDipastikan(sebab)
    now = house.clock.now()
    row = Nomor(
        id=f"{buku.id}/luar/{house.new_id()}",
        buku=buku.id,
        urut=0,
        untuk="",
        diambil=now,
        nomor=asked.nomor.strip(),
        tanggal=asked.tanggal,
        keadaan=FINAL,
        sumber=EKSTERNAL,
        perihal=asked.perihal,
        oleh=given.siapa,
    )
    with house.ledger.begin() as tx:
        tx.add(row)
        told = {"pemegang": given.pemegang}
        tx.note(Catatan(kode, given.siapa, "nomor_luar_dicatat", now, row.id, told))
    return row
