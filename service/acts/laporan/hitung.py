"""The figures of one agency for one period, each counted when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property

from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.laporan import edisi
from service.acts.lihat.terlihat import reach
from service.domain.instansi import Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.keberatan import DIJAWAB, Keberatan
from service.domain.laporan import kecuali, layanan, pengujian, sanggahan
from service.domain.laporan.edisi_masa import EdisiMasa
from service.domain.laporan.gerak import Gerak, moved
from service.domain.laporan.kecuali import Pengecualian
from service.domain.laporan.ketersediaan import Ketersediaan, available
from service.domain.laporan.masa import Masa
from service.domain.laporan.pengujian import Pengujian
from service.domain.laporan.per_bulan import by_month
from service.domain.laporan.umur import LAMA, Umur, begins
from service.domain.laporan.verifikasi import Verifikasi, verified
from service.domain.permohonan import MENJAWAB, PERPANJANGAN, Permohonan
from service.domain.rekap_permohonan import counted
from service.domain.sengketa import TAHAP, Sengketa
from service.domain.uji import KESIMPULAN
from service.domain.wewenang import Hadir
from service.ports import House
from service.ports.kiriman import Jangkauan
from service.ports.register import SaringRegister, Urutan

SEMASA = 20_000  # lines of one period; beyond it nothing is counted, rather than a part of them
TERUJI = 5_000  # pieces that were tested, of all years; beyond it no test is counted
BUKU = (False, True)  # the plain one, and the one of withheld matters


class Hitung:
    """One period of one agency as this person may know it.

    Of what is withheld only who may see all of it learns how much there is; the rest goes by what
    the person may look at, a unit's officer by the lines of that unit.
    """

    def __init__(self, house: House, oleh: Hadir, instansi: str, masa: Masa) -> None:
        self.house, self.oleh, self.id, self.masa = house, oleh, instansi, masa

    @cached_property
    def instansi(self) -> Instansi:
        """The agency that is told of."""
        return agency(self.house.packs, self.id)

    @property
    def utuh(self) -> bool:
        """Whether this person sees all that is open in the agency."""
        return self.oleh.sees(self.id)

    @property
    def semua(self) -> bool:
        """Whether they may know of what is withheld as well."""
        return all(self.oleh.sees(self.id, rahasia=one) for one in BUKU)

    @cached_property
    def hari_ini(self) -> date:
        """The day it is in that office."""
        return self.instansi.kalender_of("").tanggal(self.house.clock.now())

    @cached_property
    def kalender(self) -> Kalender:
        """When it works."""
        with self.house.ledger.read() as reading:
            return kalender(self.house, reading, self.id)

    @cached_property
    def momen(self) -> tuple[datetime, datetime]:
        """The first and the last moment of the period, by its clock."""
        return self.masa.momen(self.instansi.zona)

    # --- the lists ---

    @cached_property
    def ketersediaan(self) -> list[Ketersediaan]:
        """What was there at the end of the period; of one that runs on, what is there now."""
        end = self.momen[1]
        over = end < self.house.clock.now()
        return available(self.house.laporan.standing(self._open, end if over else None))

    @cached_property
    def gerak(self) -> Gerak:
        """What came into the public list, was renewed in it, or left it."""
        return moved(self.house.laporan.moves(self._open, *self.momen), *self.momen)

    @cached_property
    def verifikasi(self) -> list[Verifikasi]:
        """What was looked at, and what was found."""
        return verified(self.house.laporan.verdicts(self._open, *self.momen))

    @cached_property
    def umur(self) -> list[Umur]:
        """How old the public lines are today."""
        since = tuple(begins(self.hari_ini).items())
        return self.house.laporan.ages(self._open, since, LAMA)

    @cached_property
    def pengecualian(self) -> Pengecualian | None:
        """What stands in the DIK today; None for who may not know of all of it."""
        if not self.semua:
            return None
        held = self.house.informasi.withheld(self.id, "", SEMASA + 1)
        return kecuali.withheld(held, self.hari_ini) if len(held) <= SEMASA else None

    @cached_property
    def edisi(self) -> list[EdisiMasa]:
        """The editions of the period; none for who sees but a part of the list."""
        return edisi.published(self.house, self.id, *self.momen) if self.utuh else []

    @cached_property
    def pengujian(self) -> Pengujian | None:
        """The tests that ended in it; None for who may not know of all of them."""
        places = [Jangkauan(self.id, "", rahasia=x) for x in BUKU]
        if not self.semua:
            return None
        found = self.house.terms.dikecualikan(places, tuple(KESIMPULAN), TERUJI + 1)
        return pengujian.held(found, *self.momen) if len(found) <= TERUJI else None

    @cached_property
    def _open(self) -> Sequence[Jangkauan]:
        if self.utuh:
            return (Jangkauan(self.id, "", rahasia=False),)
        return [x for x in reach(self.house, self.oleh) if x.instansi == self.id and not x.rahasia]

    # --- the registers ---

    @cached_property
    def books(self) -> list[SaringRegister]:
        """Both books of the period, for who may read both of the whole instansi; else none."""
        first, last = self.momen
        return [SaringRegister(self.id, x, dari=first, sampai=last) for x in BUKU if self.semua]

    @cached_property
    def permohonan(self) -> list[Permohonan] | None:
        """The requests that came in it; None where they are not to be counted whole."""
        found = [self.house.register.permohonan(x, Urutan(atmost=SEMASA)) for x in self.books]
        if not found or any(many > SEMASA for many, _ in found):
            return None
        return [one for _, rows in found for one in rows]

    @cached_property
    def per_bulan(self) -> list[tuple[str, int]]:
        """How many requests came in each month of that year, up to the end of the period."""
        until = min(self.masa.akhir, self.hari_ini)
        first = replace(self.masa, awal=self.masa.awal.replace(month=1)).momen(self.instansi.zona)[
            0
        ]
        asked: list[Permohonan] = []
        for one in self.books:
            many, rows = self.house.register.permohonan(
                replace(one, dari=first), Urutan(atmost=SEMASA)
            )
            if many > SEMASA:
                return []
            asked += rows
        came = (one.diterima for one in asked)
        return by_month(came, self.instansi.zona, until) if until >= self.masa.awal else []

    @property
    def nasib(self) -> dict[str, int]:
        """What became of them; {} where they are not to be counted whole."""
        return {} if self.permohonan is None else counted(self.permohonan)

    @cached_property
    def keberatan(self) -> list[Keberatan] | None:
        """The objections that came in it; None where they are not to be counted whole."""
        found = [self.house.register.keberatan(x, Urutan(atmost=SEMASA)) for x in self.books]
        if not found or any(many > SEMASA for many, _ in found):
            return None
        return [one for _, rows in found for one in rows]

    @cached_property
    def sengketa(self) -> list[Sengketa] | None:
        """The disputes that were filed in it; None where they are not to be counted whole."""
        places = [Jangkauan(x.instansi, "", x.rahasia) for x in self.books]
        if not places:
            return None
        found = self.house.register.sengketa(places, tuple(TAHAP), 0, SEMASA + 1)
        if len(found) > SEMASA:
            return None
        return [x for x in found if self.masa.awal <= x.diajukan <= self.masa.akhir]

    def disputes(self) -> list[sanggahan.SatuSengketa]:
        """Each of them as a report tells it."""
        if not self.sengketa:
            return []
        ids = sorted({one.keberatan for one in self.sengketa})
        with self.house.ledger.read() as reading:
            grounds = {x.id: x.alasan for one in ids for x in reading.find(Keberatan, id=one)}
        return sanggahan.disputed(self.sengketa, grounds)

    # --- the terms ---

    def term(self, rule: Tenggat) -> Tenggat:
        """A term as the agency's pack has it, else as the law."""
        return self.instansi.tenggat_of(rule.id) or rule

    @property
    def jangka(self) -> layanan.Jangka:
        """How long the agency has for its answer."""
        return layanan.Jangka(self.term(MENJAWAB).jumlah, self.term(PERPANJANGAN).jumlah)

    def kept_terms(self) -> list[tuple[str, Tenggat, layanan.Waktu]]:
        """Each service that a term binds, the term, and how it was kept."""
        asked, objected = self.permohonan or [], self.keberatan or []
        today = self.hari_ini
        found = [
            ("Menjawab permohonan informasi publik", MENJAWAB, layanan.kept_term(asked, today)),
            ("Menanggapi keberatan", DIJAWAB, sanggahan.kept_term(objected, today)),
        ]
        return [
            (name, self.term(rule), how) for name, rule, how in found if how.tepat + how.terlambat
        ]
