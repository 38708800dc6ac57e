"""The meetings of a matter as their pages show them, and who can be asked to come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from service.acts.berkas.rapat import ACARA_TERBANYAK, may_write, round_since
from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.lihat.berkas import berkas_for
from service.acts.lihat.penerima import present_in
from service.acts.sop.versi import Jalan, walked
from service.domain.berkas import BERJALAN, Berkas
from service.domain.butir import Butir
from service.domain.instansi import Instansi
from service.domain.kalender import Kalender
from service.domain.pejabat import Pejabat
from service.domain.rapat import Acara, Peserta, Rapat
from service.domain.rapat_berkas import RapatBerkas, is_past, latest, written
from service.domain.refusals import TidakAda
from service.domain.sop.bentuk import Langkah
from service.domain.sop.rapat import meeting_row, touches
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading


@dataclass(frozen=True)
class Bertemu:
    """One meeting of a matter, for one person."""

    berkas: Berkas
    langkah: Langkah  # the row it belongs to
    rapat: RapatBerkas
    semua: tuple[RapatBerkas, ...]
    kalender: Kalender
    hari: date  # today, where the office stands
    boleh: bool  # whether they may write it now
    lampau: bool = False  # the matter was sent back since, and needs another meeting

    @property
    def baru(self) -> bool:
        """Whether nothing of it is kept yet."""
        return self.rapat not in self.semua

    @property
    def terakhir(self) -> bool:
        """Whether its row has no later one."""
        return latest(self.semua, self.rapat.langkah) == self.rapat


def read(house: House, oleh: Hadir, berkas_id: str, urut: int | None = None) -> Bertemu:
    """That meeting, or the one its step waits for; a new one only for those who may write it."""
    with house.ledger.read() as reading:
        berkas = berkas_for(reading, oleh, berkas_id)
        jalan = walked(reading, berkas)
        row = meeting_row(jalan.sop, berkas.posisi)
        known = of_matter(reading, berkas)
        here = _wanted(known, row, urut)
        row = jalan.sop.row(here.langkah) if here else row
        if row is None:
            raise TidakAda("Rapat di SOP berkas ini")
        may = may_write(jalan, berkas, row, oleh) and _open(berkas)
        may = may and oleh.may(Act.COMPLETE, berkas.instansi, berkas.unit)
        if here is None:
            if not may or latest(known, row.id) or urut not in (None, len(known) + 1):
                raise TidakAda("Rapat itu")
            here = _blank(reading, berkas, row, len(known) + 1)
        days = kalender(house, reading, berkas.instansi, berkas.unit)
        today = days.tanggal(house.clock.now())
        since = round_since(reading, jalan, berkas, row)
        past = here in known and is_past(here, since)
        return Bertemu(berkas, row, here, tuple(known), days, today, boleh=may, lampau=past)


def _open(berkas: Berkas) -> bool:
    return berkas.keadaan == BERJALAN and berkas.ditunda is None


def _wanted(known: list[RapatBerkas], row: Langkah | None, urut: int | None) -> RapatBerkas | None:
    if urut is not None:
        return next((one for one in known if one.urut == urut), None)
    return latest(known, row.id) if row else next(reversed(known), None)


def _blank(reading: Reading, berkas: Berkas, row: Langkah, urut: int) -> RapatBerkas:
    """A meeting about the matter, its items on the agenda; in one line where they are too many."""
    items = [one for one in reading.find(Butir, berkas=berkas.id) if not one.dicabut]
    agenda = tuple(Acara(one.judul) for one in sorted(items, key=lambda one: one.urut))
    if len(agenda) > ACARA_TERBANYAK:
        agenda = (Acara(f"Pengujian {len(agenda)} butir"),)
    return written(RapatBerkas("", berkas.id, row.id, urut), Rapat(berkas.judul, acara=agenda))


def may_begin(oleh: Hadir, berkas: Berkas, jalan: Jalan) -> bool:
    """Whether it is time for the meeting of a matter, and somebody may write it."""
    row = meeting_row(jalan.sop, berkas.posisi)
    if row is None or not _open(berkas):
        return False
    if not touches(jalan.sop, jalan.bahan, row, berkas.langkah):
        return False
    allowed = oleh.may(Act.COMPLETE, berkas.instansi, berkas.unit)
    return allowed and may_write(jalan, berkas, row, oleh)


def of_matter(reading: Reading, berkas: Berkas) -> list[RapatBerkas]:
    """Its meetings, first to last."""
    return sorted(reading.find(RapatBerkas, berkas=berkas.id), key=lambda one: one.urut)


def of_matters(house: House, seen: Iterable[Berkas]) -> list[tuple[Berkas, RapatBerkas]]:
    """The meetings of matters that somebody was already let see."""
    with house.ledger.read() as reading:
        return [(berkas, one) for berkas in seen for one in of_matter(reading, berkas)]


def to_pick(house: House, berkas: Berkas) -> dict[str, Peserta]:
    """People of the office by the name of a tick box; of a withheld matter those who may see it."""
    known = agency(house.packs, berkas.instansi)
    with house.ledger.read() as reading:
        people = present_in(reading, berkas.instansi, house.clock.now())
    found = {
        f"orang/{one.orang.id}": _person(known, one, berkas.instansi)
        for one in people
        if one.sees(berkas.instansi, berkas.unit, rahasia=berkas.rahasia)
    }
    if not berkas.rahasia:
        today = known.kalender_of(berkas.unit).tanggal(house.clock.now())
        names = {one.nama.casefold() for one in found.values()}
        for n, official in enumerate(known.pejabat):
            if official.serves(today) and official.nama_lengkap.casefold() not in names:
                found[f"pejabat/{n}"] = _official(known, official)
    return dict(sorted(found.items(), key=lambda one: one[1].nama.casefold()))


def _person(known: Instansi, one: Hadir, instansi: str) -> Peserta:
    held = next((each for each in one.peran if each.instansi == instansi), None)
    official = next(
        (x for x in known.pejabat if x.nama.casefold() == one.orang.nama.casefold()), None
    )
    if official:
        return _official(known, official)
    jabatan = known.sebutan(held.peran) if held else ""
    return Peserta(one.orang.nama, jabatan, _unit(known, held.unit if held else ""))


def _official(known: Instansi, one: Pejabat) -> Peserta:
    return Peserta(one.nama_lengkap, " ".join(one.baris_jabatan[:1]), _unit(known, one.unit))


def _unit(known: Instansi, id_: str) -> str:
    found = known.unit_of(id_) if id_ else None
    return found.nama if found else ""
