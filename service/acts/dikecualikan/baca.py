"""What is withheld, as those who may see it look at it: by how near its end is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from service.acts.dikecualikan.tinjau import last_looks
from service.acts.dikecualikan.uji import tests_of
from service.acts.informasi.baca import APA, informasi_for
from service.acts.lihat.berkas import seen as matter_seen
from service.acts.lihat.terlihat import reach_of
from service.acts.ttd.pengingat_hari import Hari
from service.domain import akhir_pengecualian as akhir
from service.domain.alasan import Alasan
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.informasi import masa_kecuali as masa
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import BERLAKU_KECUALI, TERBATAS_DILIHAT
from service.domain.informasi.pembukaan import Pembukaan
from service.domain.informasi.pengujian import Pengujian
from service.domain.informasi.riwayat import Riwayat
from service.domain.orang import Orang
from service.domain.refusals import TidakAda
from service.domain.uji import DITUTUP
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading
from service.ports.informasi import SaringInformasi
from service.ports.kiriman import Jangkauan

TERBANYAK = 5_000  # pieces that one look sorts by their end
TERUJI = 5_000
TERSEBUT = 10  # items without a line yet that a page names


@dataclass(frozen=True)
class Dijaga:
    """One piece, and how its term stands today."""

    informasi: Informasi
    tahap: str
    sisa: str = ""
    tinjau: date | None = None

    @property
    def mendesak(self) -> bool:
        """Whether somebody has to do something about its term."""
        return self.tahap in masa.MENDESAK


@dataclass(frozen=True)
class Terbuka:
    """One piece with its tests, its openings and its history, and the words of their reasons."""

    dijaga: Dijaga
    riwayat: tuple[Riwayat, ...]
    pengujian: tuple[tuple[Pengujian, Butir, Berkas | None], ...]
    pembukaan: tuple[Pembukaan, ...]
    kata: dict[str, str]
    nama: dict[str, str]

    @property
    def informasi(self) -> Informasi:
        """The piece itself."""
        return self.dijaga.informasi


def places(house: House, oleh: Hadir) -> list[Jangkauan]:
    """Where this person sees what is withheld."""
    return [one for one in reach_of(house, oleh, Act.SECRET) if one.rahasia and one.instansi]


def listed(house: House, oleh: Hadir, keadaan: str = "", unit: str = "") -> list[Dijaga]:
    """All that this person may see of it, what ends first before the rest."""
    some = (keadaan,) if keadaan in TERBATAS_DILIHAT else tuple(sorted(TERBATAS_DILIHAT))
    asked = SaringInformasi(keadaan=some, unit=unit)
    found = house.informasi.by_kode(places(house, oleh), asked, "", TERBANYAK)
    with house.ledger.read() as reading:
        watched = _watched(house, reading, found)
    return sorted(watched, key=_order)


def one(house: House, oleh: Hadir, id_: str) -> Terbuka:
    """One withheld piece whole, for who may see it; what is open has its page among all others."""
    with house.ledger.read() as reading:
        piece = informasi_for(reading, oleh, id_)
        if not piece.terbatas_dilihat:
            raise TidakAda(APA)
        (watched,) = _watched(house, reading, [piece])
        lines = sorted(reading.find(Riwayat, informasi=id_), key=lambda line: -line.urut)
        asked = sorted(reading.find(Pembukaan, informasi=id_), key=lambda x: x.pada, reverse=True)
        tests = tuple(_test(reading, oleh, test) for test in tests_of(reading, id_))
        reasons = [x.alasan for x in lines] + [y for x in asked for y in (x.alasan, x.jawaban)]
        people = [x.siapa for x in lines] + [y for x in asked for y in (x.oleh, x.penjawab)]
        kata = {x.id: x.kata for x in reading.find(Alasan, id=_few(reasons))}
        nama = {x.id: x.nama for x in reading.find(Orang, id=_few(people))}
    return Terbuka(watched, tuple(lines), tests, tuple(asked), kata, nama)


def unapplied(house: House, oleh: Hadir) -> list[tuple[Butir, Berkas]]:
    """Items that a decree withholds and that stand in no list yet, in ended matters."""
    where = places(house, oleh)
    if not where:
        return []
    wide = [Jangkauan(x.instansi, x.unit, rahasia) for x in where for rahasia in (False, True)]
    found = house.terms.dikecualikan(wide, DITUTUP, TERUJI)
    with house.ledger.read() as reading:
        there = reading.find(Pengujian, instansi=sorted({one.instansi for one in where}))
        over = {test.id for test in there if test.diterapkan}
        left = [one for one in found if one[0].id not in over][:TERSEBUT]
        hari = Hari(house, reading)
        return [(item, matter) for item, matter in left if hari.proved(matter, item)]


def stand(hari: Hari, some: Sequence[Informasi]) -> list[Dijaga]:
    """How the term of each of these stands today."""
    looks = last_looks(hari.reading, some)
    return [_stands(hari, piece, looks.get(piece.id)) for piece in some]


def _watched(house: House, reading: Reading, some: Sequence[Informasi]) -> list[Dijaga]:
    return stand(Hari(house, reading), some)


def _stands(hari: Hari, piece: Informasi, ditinjau: date | None) -> Dijaga:
    if piece.keadaan not in BERLAKU_KECUALI:
        return Dijaga(piece, masa.TANPA_AKHIR)
    own = hari.agency(piece.instansi)
    days, today = hari.of(piece.instansi, piece.unit), hari.today(piece.instansi, piece.unit)
    last = piece.dik.akhir
    if last:
        tahap = masa.stage(piece, akhir.rule_of(own), days, today)
        return Dijaga(piece, tahap, days.sisa(today, last))
    due = masa.review_on(piece, masa.review_rule(own), days, ditinjau)
    asked = due is not None and today >= due
    return Dijaga(piece, masa.DITINJAU if asked else masa.TANPA_AKHIR, tinjau=due)


def _order(watched: Dijaga) -> tuple[date, str]:
    piece = watched.informasi
    return piece.dik.akhir or watched.tinjau or date.max, piece.kode


def _test(reading: Reading, oleh: Hadir, test: Pengujian) -> tuple[Pengujian, Butir, Berkas | None]:
    matter = reading.get(Berkas, test.berkas)
    return test, reading.get(Butir, test.id), matter if matter_seen(oleh, matter) else None


def _few(ids: Sequence[str]) -> list[str]:
    return sorted(set(ids) - {""})
