"""What the pages show of archives: the list, and one with all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from service.acts.arsip.jadwal import in_use
from service.acts.arsip.tegak import Tegak, hindrances, standing, today
from service.acts.arsip.tempat import places_for
from service.acts.lihat.terlihat import reach, reach_of
from service.domain.alasan import Alasan
from service.domain.arsip.jadwal import Jadwal
from service.domain.arsip.penyusutan import Halangan
from service.domain.arsip.pinjam import Pinjaman
from service.domain.arsip.tahan import Penahanan
from service.domain.arsip.tempat import Tempat
from service.domain.arsip.umur import Umur, umur
from service.domain.berkas import Berkas
from service.domain.wewenang import Act, Hadir
from service.ports import House
from service.ports.arsip import BarisArsip, SaringArsip


@dataclass(frozen=True)
class Kartu:
    """One archive whole, for one person."""

    tegak: Tegak
    umur: Umur
    today: date
    jadwal: Jadwal
    tempat: dict[str, Tempat]
    halangan: Halangan
    pinjaman: tuple[Pinjaman, ...]
    penahanan: tuple[Penahanan, ...]
    nama: dict[str, str]  # of the people on its cards
    alasan: dict[str, str]  # the words behind its loans and holds
    jaga: bool  # whether they keep it
    lepas: bool  # whether they may let it go

    @property
    def versi(self) -> int:
        """The version of its row; 0 where the archive knows nothing of it yet."""
        return self.tegak.before.versi if self.tegak.before else 0

    @property
    def keluar(self) -> Pinjaman | None:
        """The loan that is not back yet."""
        return next((x for x in self.pinjaman if x.kembali is None), None)


def listed(
    house: House, oleh: Hadir, saring: SaringArsip, after: tuple[date, str] | None, atmost: int
) -> list[BarisArsip]:
    """The archives that this person may see, the longest closed first."""
    return house.arsip.by_closing(reach(house, oleh), saring, after, atmost)


def unlisted(house: House, oleh: Hadir, atmost: int) -> list[Berkas]:
    """Closed matters that wait for a code, of the places that this person keeps."""
    return house.arsip.unlisted(reach_of(house, oleh, Act.ARCHIVE), atmost)


def card(house: House, oleh: Hadir, berkas_id: str) -> Kartu:
    """The archive with its terms, its place, its loans and holds."""
    with house.ledger.read() as reading:
        at = standing(house, reading, oleh, berkas_id)
        one, matter, day = at.now, at.berkas, today(house, reading, at.berkas)
        loans = reading.find(Pinjaman, arsip=one.id)
        holds = reading.find(Penahanan, arsip=one.id)
        words = [x.keperluan for x in loans] + [x.alasan for x in holds]
        told = reading.find(Alasan, id=sorted(set(words))) if words else []
        people = {x.peminjam for x in loans} | {x.oleh for x in holds}
        where = (matter.instansi, matter.unit)
        return Kartu(
            at,
            umur(one.retensi, one.ditutup, one.peristiwa, day),
            day,
            in_use(reading, one.instansi),
            places_for(reading, oleh, one.instansi),
            hindrances(house, reading, one.instansi, [one.id])[one.id],
            tuple(sorted(loans, key=lambda x: (x.dipinjam, x.id))),
            tuple(sorted(holds, key=lambda x: (x.sejak, x.id))),
            house.lists.nama_orang(people),
            {x.id: x.kata for x in told},
            oleh.may(Act.ARCHIVE, *where),
            oleh.may(Act.DESTROY, *where),
        )
