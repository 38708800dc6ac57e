"""One matter as its page shows it: where it stands, what is there, what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from service.acts.berkas import bukti as berkas_bukti
from service.acts.berkas import lengkap as berkas_lengkap
from service.acts.berkas import pindah as berkas_pindah
from service.acts.berkas import titip as berkas_titip
from service.acts.berkas.rapat import with_meeting
from service.acts.berkas.tenggat import counted, term_of
from service.acts.berkas.titip import Calon
from service.acts.berkas.tugas import actors, has_part
from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.lihat import terlihat
from service.acts.lihat.berkas import berkas_for, children, is_unit, known, peran_in, seen, there
from service.acts.lihat.dasar import entrusted
from service.acts.lihat.masa_peran import lapsed
from service.acts.sop.versi import Jalan, walked
from service.domain.ada import Ada
from service.domain.arsip.arsip import PERGI, Arsip
from service.domain.berkas import BERJALAN, Berkas
from service.domain.butir import Butir
from service.domain.hitung_hari import Hitungan
from service.domain.instansi import Tenggat
from service.domain.keringanan import Keringanan
from service.domain.kiriman import Kiriman
from service.domain.orang import Pemegang
from service.domain.pengecualian import Terang, is_closed
from service.domain.sop.bahan import Bahan
from service.domain.sop.bentuk import Langkah
from service.domain.sop.jalan import Keadaan, choices, item_outcomes, missing
from service.domain.sop.jejak import Jejak
from service.domain.sop.waktu import terlewat
from service.domain.wewenang import Act, Hadir, MasaBerakhir
from service.ports import House, Reading


@dataclass(frozen=True)
class Penuh:
    """All that is known of a matter, for one person."""

    berkas: Berkas
    jalan: Jalan
    keadaan: Keadaan
    jejak: tuple[Jejak, ...]
    ada: tuple[Ada, ...]
    butir: tuple[Butir, ...]
    anak: tuple[Berkas, ...]
    induk: Berkas | None
    hitungan: Hitungan | None  # the term of the law, day by day
    tenggat: Tenggat | None
    kurang: tuple[str, ...] = ()  # needed and not there, by name
    belum: tuple[str, ...] = ()  # to come out of this step and not there
    pilihan: tuple[tuple[str, bool], ...] = ()  # what may be chosen, and whether it goes back
    per_butir: tuple[str, ...] = ()
    giliran: bool = False  # whether this person can do the step
    ikut: bool = False  # whether they have a part in it
    boleh: frozenset[str] = frozenset()  # the things that they may lay down
    terang: Terang = field(default_factory=Terang)  # what stands behind its exclusions
    tertulis: bool = False  # a signed paper names its items, so no other is put in
    kepala: bool = False  # whether they may approve exclusions
    pimpin: bool = False  # whether they may end, open again and lengthen it
    pergi: bool = False  # whether its archive was handed over or destroyed
    serah: tuple[Calon, ...] = ()  # to whom they may give the step
    atas_nama: str = ""  # the person on whose behalf its pemilik does this step
    lewat: bool = False  # the norm of its step is passed
    dapat_dikesampingkan: tuple[Bahan, ...] = ()  # lacks, and a head may waive it
    dikesampingkan: tuple[Keringanan, ...] = ()
    lepas: bool = False  # whether they may say that this unit is not waited for
    pindah: tuple[str, ...] = ()  # the units to which they may move it
    letak_surat: str | None = None  # the unit of its letter, where that went elsewhere

    @property
    def langkah(self) -> Langkah | None:
        """The row in which it stands."""
        return self.jalan.sop.row(self.berkas.langkah) if self.berkas.langkah else None


def read(house: House, oleh: Hadir, berkas_id: str) -> Penuh | Berkas:
    """The matter whole; the bare row where it was opened under no SOP."""
    with house.ledger.read() as reading:
        berkas = berkas_for(reading, oleh, berkas_id)
        if not berkas.sidik:
            return berkas
        jalan = walked(reading, berkas)
        below = tuple(one for one in children(reading, berkas) if seen(oleh, one))
        above = reading.find(Berkas, id=berkas.induk) if berkas.induk else []
        whole = Penuh(
            berkas=berkas,
            jalan=jalan,
            keadaan=Keadaan(),
            jejak=tuple(sorted(reading.find(Jejak, berkas=berkas.id), key=lambda one: one.urut)),
            ada=tuple(
                sorted(reading.find(Ada, berkas=berkas.id), key=lambda one: (one.sejak, one.id))
            ),
            butir=tuple(sorted(reading.find(Butir, berkas=berkas.id), key=lambda one: one.urut)),
            anak=below,
            induk=next((one for one in above if seen(oleh, one)), None),
            hitungan=counted(house, reading, jalan.sop, berkas),
            tenggat=term_of(agency(house.packs, berkas.instansi), jalan.sop),
            kepala=berkas_bukti.is_head(oleh, berkas),
            pimpin=oleh.may(Act.APPROVE, berkas.instansi, berkas.unit),
            lepas=is_unit(berkas) and oleh.may(Act.DISPOSE, berkas.instansi, ""),
            pindah=berkas_pindah.movable(house, oleh, berkas),
            letak_surat=_elsewhere(reading, oleh, berkas),
            lewat=_late(house, reading, jalan, berkas),
        )
        if any(is_closed(one) for one in whole.butir):
            whole = replace(whole, terang=berkas_bukti.terang(reading, jalan, berkas))
        if berkas.keadaan != BERJALAN:
            had = there(reading, jalan, [berkas, *children(reading, berkas)])
            pergi = bool(reading.find(Arsip, id=berkas.id, keadaan=sorted(PERGI)))
            return replace(whole, keadaan=Keadaan(ada=had), pergi=pergi)
        whole = replace(whole, tertulis=berkas_bukti.is_written(reading, jalan, berkas))
        if berkas.ditunda is None:
            serah = berkas_titip.takers(house, reading, jalan.sop, berkas, oleh)
            whole = replace(whole, serah=tuple(serah), atas_nama=_on_behalf(reading, berkas))
            if whole.pimpin:
                lacks, waived = berkas_lengkap.waivers(reading, jalan, berkas)
                whole = replace(
                    whole, dapat_dikesampingkan=tuple(lacks), dikesampingkan=tuple(waived)
                )
        now = with_meeting(reading, jalan, berkas, known(reading, jalan, berkas), house.clock.now())
        return _under_way(whole, now, oleh)


def over(house: House, oleh: Hadir, whole: Penuh) -> MasaBerakhir | None:
    """What to say to somebody whose term as one of the people of the step has ended."""
    berkas, sop = whole.berkas, whole.jalan.sop
    if berkas.keadaan != BERJALAN or whole.giliran:
        return None
    wanted = {sop.peran(one) for one in actors(sop, berkas)}
    with house.ledger.read() as reading:
        return lapsed(house, reading, oleh, (berkas.instansi, berkas.unit), wanted)


def _late(house: House, reading: Reading, jalan: Jalan, berkas: Berkas) -> bool:
    if berkas.norma is None or not berkas.langkah:
        return False
    days = kalender(house, reading, berkas.instansi, berkas.unit)
    row = jalan.sop.row(berkas.langkah)
    return terlewat(row.waktu, days, berkas.norma, house.clock.now())


def _on_behalf(reading: Reading, berkas: Berkas) -> str:
    """The person who gave the step away."""
    return reading.get(Pemegang, berkas.atas_nama).orang if berkas.atas_nama else ""


def _elsewhere(reading: Reading, oleh: Hadir, berkas: Berkas) -> str | None:
    """The unit of the letter that opened it, where a person put that elsewhere afterwards."""
    for came in reading.find(Kiriman, id=berkas.kiriman) if berkas.kiriman else ():
        if came.unit != berkas.unit and not berkas.induk and terlihat.seen(reading, oleh, came):
            return came.unit
    return None


def _under_way(whole: Penuh, now: Keadaan, oleh: Hadir) -> Penuh:
    berkas, sop, bahan = whole.berkas, whole.jalan.sop, whole.jalan.bahan
    row = sop.row(berkas.langkah)
    act = next((one for one in row.tahap if one.id == berkas.tahap), None)
    lacks, owed = missing(row, bahan, now, act)
    mine = any(sop.peran(one) in peran_in(oleh, berkas) for one in actors(sop, berkas))
    return replace(
        whole,
        keadaan=now,
        kurang=tuple(bahan[one].nama for one in lacks),
        belum=tuple(bahan[one].nama for one in owed),
        pilihan=tuple(choices(sop, berkas.posisi).items()),
        per_butir=item_outcomes(sop, row),
        giliran=mine or entrusted(berkas, oleh),
        ikut=has_part(sop, berkas, oleh),
        boleh=frozenset(one for one in bahan if has_part(sop, berkas, oleh, one)),
    )
