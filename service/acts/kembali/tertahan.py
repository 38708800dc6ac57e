"""What came back and is not taken as it is: kept for a person, and shown to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from service.acts.lihat.naskah_terbaca import Riwayat, history, need_readable, readable
from service.acts.lihat.terlihat import reach, reach_of
from service.acts.naskah.acuan import declared_for
from service.acts.naskah.lihat import naskah_for
from service.acts.naskah.pemegang_tempat import holders
from service.acts.naskah.tempat_ttd import places
from service.acts.simpan.keep import hold, keep
from service.domain import kembalian as k
from service.domain import tempat_ttd as t
from service.domain.alasan import Alasan
from service.domain.berkas import DIARSIPKAN, DIBATALKAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.ids import derived, is_id
from service.domain.kembalian import Kembalian
from service.domain.naskah import DIKIRIM, Naskah, called
from service.domain.orang import Orang
from service.domain.refusals import TidakAda
from service.domain.ruas import Pasangan
from service.domain.tempat_ttd import TempatTtd
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading
from service.ports.kembali import BarisKembali


@dataclass(frozen=True)
class Datang:
    """A file that came back for a paper, and what was found in it."""

    path: Path
    nama: str
    jalan: str
    temuan: tuple[str, ...]
    kiriman: str = ""


@dataclass(frozen=True)
class Baris:
    """One of the list: what came back, for which paper."""

    kembalian: Kembalian
    naskah: Naskah
    berkas: Berkas
    nama: str

    @property
    def sebutan(self) -> str:
        """What the paper is called, with its number."""
        return called(self.naskah, self.nama)


@dataclass(frozen=True)
class Terlihat(Baris):
    """What came back as its page shows it to one person."""

    dikirim: str  # sha256 of what was sent, with the signatures that it bears since
    tempat: tuple[TempatTtd, ...]  # those that are still empty
    orang: Mapping[str, tuple[Orang, ...]]  # who may have signed, by peran
    boleh: bool  # whether this person may decide
    alasan: str  # why it was decided so

    @property
    def dapat_diterima(self) -> bool:
        """Whether it may still be taken for the signed paper."""
        one = self.naskah
        open_ = self.berkas.keadaan not in (DIBATALKAN, DIARSIPKAN)
        return open_ and one.keadaan == DIKIRIM and one.ajuan == self.kembalian.ajuan

    @property
    def sidik(self) -> str:
        """Of what a person looks at before they decide."""
        return f"{self.kembalian.versi}.{self.naskah.versi}"


def record(house: House, naskah: Naskah, came: Datang) -> Kembalian:
    """Keep a file for a person; the same file for the same paper is one row, however often."""
    kept = keep(house, came.path)
    now = house.clock.now()
    fresh = Kembalian(
        derived(f"kembalian {naskah.id} {naskah.ajuan} {kept.sha256}"),
        *(naskah.id, naskah.ajuan, came.jalan, kept.sha256, came.nama, now, came.temuan),
        kiriman=came.kiriman,
    )
    with house.ledger.begin() as tx:
        found = tx.find(Kembalian, id=fresh.id)
        before = found[0] if found else None
        after = k.asked_again(before, now, came.temuan) if before else fresh
        if before == after:
            return after
        if before:
            tx.save(before, after)
        else:
            tx.add(after)
            hold(tx, kept)
        told = {"kembalian": after.id, "sha256": kept.sha256}
        tx.note(Catatan(naskah.instansi, MESIN, "kembalian_disimpan", now, naskah.id, told))
    return after


def waiting(house: House, oleh: Hadir, skip: int, atmost: int) -> tuple[list[Baris], bool]:
    """What waits for a decision, of the papers that this person may read, the oldest first; and
    whether there is more.

    Fewer than were asked for where some of these papers are not theirs to read.
    """
    found = house.kembali.waiting(reach(house, oleh), skip, atmost + 1)
    return _named(house, oleh, found[:atmost]), len(found) > atmost


def to_decide(house: House, oleh: Hadir, skip: int, atmost: int) -> list[BarisKembali]:
    """Those of them that this person may decide: who may, may read each of these papers."""
    places = reach_of(house, oleh, Act.SIGN)
    return house.kembali.waiting(places, skip, atmost) if places else []


def count(house: House, oleh: Hadir, atmost: int) -> int:
    """How many this person may decide."""
    places = reach_of(house, oleh, Act.SIGN)
    return house.kembali.count(places, atmost) if places else 0


def of_paper(reading: Reading, naskah: Naskah) -> list[Kembalian]:
    """All that came back for a paper and was not taken as it was, the latest first."""
    found = reading.find(Kembalian, naskah=naskah.id)
    return sorted(found, key=lambda one: (one.datang, one.id), reverse=True)


def read(house: House, oleh: Hadir, id_: str) -> Terlihat:
    """One of them; TidakAda for who may not read its paper."""
    with house.ledger.read() as reading:
        one, naskah, berkas, kind = opened(house, reading, oleh, id_)
        every = places(reading, naskah)
        left = tuple(t.waiting(every))
        people = holders(reading, berkas, left, house.clock.now())
        why = [x.kata for x in reading.find(Alasan, id=one.alasan)] if one.alasan else []
    sent = t.latest(every, naskah.pdf)
    told = (sent, left, people, _may(oleh, berkas), "".join(why))
    return Terlihat(one, naskah, berkas, kind.nama, *told)


def _may(oleh: Hadir, berkas: Berkas) -> bool:
    return oleh.may(Act.SIGN, berkas.instansi, berkas.unit)


def _named(house: House, oleh: Hadir, some: Sequence[BarisKembali]) -> list[Baris]:
    """Those that this person may read, with what each paper is called."""
    told = dict[tuple[str, str, str], tuple[Pasangan, Riwayat]]()
    found = []
    with house.ledger.read() as reading:
        for one in some:
            naskah, berkas = one.naskah, one.berkas
            key = (naskah.instansi, naskah.jenis, naskah.pasangan)
            if key not in told:  # of one version many papers came back
                told[key] = declared_for(house, reading, naskah), history(reading, *key[:2])
            kind, riwayat = told[key]
            if readable(reading, oleh, naskah, berkas, kind, riwayat):
                found.append(Baris(one.kembalian, naskah, berkas, kind.nama))
    return found


def opened(
    house: House, reading: Reading, oleh: Hadir, id_: str
) -> tuple[Kembalian, Naskah, Berkas, Pasangan]:
    """What came back, for whoever may read its paper; TidakAda, TidakBerwenang."""
    found = reading.find(Kembalian, id=id_) if is_id(id_) else []
    if not found:
        raise TidakAda("File yang kembali itu")
    naskah, berkas = naskah_for(reading, oleh, found[0].naskah)
    kind = declared_for(house, reading, naskah)
    need_readable(reading, oleh, naskah, berkas, kind)
    return reading.get(Kembalian, id_), naskah, berkas, kind  # once more: the matter is held now
