"""The suggestions of the public in a round: those since the last one, and what becomes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from service.acts.berkas import bukti as berkas_bukti
from service.acts.berkas.butir import TERBANYAK
from service.acts.berkas.tugas import need_part
from service.acts.lihat.berkas import berkas_for
from service.acts.lihat.terlihat import reach, seen
from service.acts.orang import izin
from service.acts.sop.versi import Jalan, walked
from service.domain.ada import Ada
from service.domain.berkas import Berkas, need_open
from service.domain.butir import Butir
from service.domain.catatan import Catatan
from service.domain.kiriman import Kiriman
from service.domain.kode_lacak import id_for
from service.domain.masukan import DISISIHKAN, DIUSULKAN, JENIS, MasukanPublik
from service.domain.refusals import Refusal, TidakAda
from service.domain.sop.bahan import KIRIMAN
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

TERPANJANG = 300


class BukanLangkahMasukan(Refusal):
    """The step of this matter asks for no suggestions."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Langkah berkas ini tidak meminta masukan publik. Tidak ada yang diubah; buka berkas "
            "putaran yang sedang pada langkah itu."
        )


class MasukanTidakSah(Refusal):
    """A proposal that cannot be made so."""


@dataclass(frozen=True)
class Jendela:
    """From when to when what the public suggests belongs to a round."""

    dari: datetime | None  # None: since the beginning
    sampai: datetime

    def holds(self, moment: datetime) -> bool:
        """Whether what came then belongs to it."""
        return (self.dari is None or self.dari < moment) and moment <= self.sampai


@dataclass(frozen=True)
class Putaran:
    """The suggestions of one round that a person sees: those nobody dealt with, then the rest."""

    jendela: Jendela
    menurut: dict[str, int]  # how many stand at each keadaan
    masukan: tuple[MasukanPublik, ...]
    rekap: bool  # whether the row that needs them has them by now

    @property
    def banyak(self) -> int:
        """How many there are."""
        return sum(self.menurut.values())


def thing_of(jalan: Jalan, berkas: Berkas) -> str:
    """Which thing of the present row is what the public suggests; '' where it asks for none."""
    if not berkas.langkah:
        return ""
    row = jalan.sop.row(berkas.langkah)
    return next((one.bahan for one in row.kelengkapan if _is(jalan, one.bahan)), "")


def _is(jalan: Jalan, name: str) -> bool:
    one = jalan.bahan[name]
    return one.wujud == KIRIMAN and one.jenis == JENIS


def of_round(
    house: House, oleh: Hadir, berkas_id: str, atmost: int, skip: int = 0
) -> Putaran | None:
    """What came since the last round; None where the present row asks for no suggestions."""
    with house.ledger.read() as reading:
        berkas = berkas_for(reading, oleh, berkas_id)
        if not berkas.sidik:
            return None
        name = thing_of(walked(reading, berkas), berkas)
        if not name:
            return None
        window = _window(house, reading, berkas)
        laid = [x for x in reading.find(Ada, berkas=berkas.id, bahan=name) if x.dicabut is None]
    many, found = _came(house, oleh, berkas, window, skip, atmost)
    return Putaran(window, many, tuple(found), bool(laid))


def _came(
    house: House, oleh: Hadir, berkas: Berkas, window: Jendela, skip: int, atmost: int
) -> tuple[dict[str, int], list[MasukanPublik]]:
    places = [one for one in reach(house, oleh) if one.instansi == berkas.instansi]
    return house.register.masukan(places, window.dari, window.sampai, skip, atmost)


def _window(house: House, reading: Reading, berkas: Berkas) -> Jendela:
    rounds = reading.find(Berkas, instansi=berkas.instansi, sop=berkas.sop, bagian=berkas.bagian)
    order = sorted((x for x in rounds if not x.induk), key=lambda x: (x.dibuka, x.id))
    at = next((n for n, x in enumerate(order) if x.id == berkas.id), 0)
    since = _between(order[at - 1], berkas) if at else None
    until = berkas.ditutup or house.clock.now()
    if at + 1 < len(order):
        until = min(until, _between(berkas, order[at + 1]))
    return Jendela(since, until)


def _between(before: Berkas, after: Berkas) -> datetime:
    """Where one round ends and the next begins: each suggestion belongs to one of them."""
    return min(before.ditutup or after.dibuka, after.dibuka)


def propose(
    house: House, oleh: Hadir, berkas_id: str, masukan_id: str, judul: str
) -> MasukanPublik:
    """A suggestion becomes an item of the round; the same however often it is asked."""
    words = " ".join(judul.split())
    if not words or len(words) > TERPANJANG:
        raise MasukanTidakSah(
            f"Tulis judul usulannya, paling banyak {TERPANJANG} huruf. Belum ada yang diusulkan."
        )
    with house.ledger.begin() as tx:
        berkas, given = _leave(tx, oleh, berkas_id)
        before = _one(house, tx, oleh, berkas, masukan_id)
        if before.butir and not tx.get(Butir, before.butir).dicabut:
            return before
        berkas_bukti.need_unwritten(tx, berkas)
        butir = _item(house, tx, berkas, words)
        after = replace(before, keadaan=DIUSULKAN, berkas=berkas.id, butir=butir.id)
        tx.save(before, after)
        told = {"masukan": before.id, "butir": butir.id, "pemegang": given.pemegang}
        now = house.clock.now()
        for about in (berkas.id, before.id):
            tx.note(Catatan(berkas.instansi, given.siapa, "masukan_diusulkan", now, about, told))
        tx.plan("lacak", before.id)
    return replace(after, versi=before.versi + 1)


def put_aside(
    house: House, oleh: Hadir, berkas_id: str, masukan_id: str, alasan: str
) -> MasukanPublik:
    """A suggestion that nothing is made of, with the reason; the same however often."""
    if not (words := alasan.strip()):
        raise MasukanTidakSah("Tulis alasannya. Tidak ada yang disisihkan.")
    with house.ledger.begin() as tx:
        berkas, given = _leave(tx, oleh, berkas_id)
        before = _one(house, tx, oleh, berkas, masukan_id)
        if before.keadaan == DISISIHKAN:
            return before
        if before.butir and not tx.get(Butir, before.butir).dicabut:
            raise MasukanTidakSah(
                "Masukan ini sudah diusulkan. Tidak ada yang disisihkan; keluarkan dahulu butirnya."
            )
        after = replace(before, keadaan=DISISIHKAN, berkas="", butir="")
        tx.save(before, after)
        # The page of a matter quotes reasons about the matter: not one about a withheld kiriman.
        hidden = tx.get(Kiriman, before.kiriman).rahasia and not berkas.rahasia
        whose = before.id if hidden else berkas.id
        reason = izin.written(house, tx, berkas.instansi, whose, words)
        told = {"masukan": before.id, "alasan": reason, "pemegang": given.pemegang}
        now = house.clock.now()
        for about in (berkas.id, before.id):
            tx.note(Catatan(berkas.instansi, given.siapa, "masukan_disisihkan", now, about, told))
        tx.plan("lacak", before.id)
    return replace(after, versi=before.versi + 1)


def _one(house: House, tx: Tx, oleh: Hadir, berkas: Berkas, masukan_id: str) -> MasukanPublik:
    """A suggestion of this round, or TidakAda where this person may not see it."""
    found = tx.find(MasukanPublik, id=masukan_id, instansi=berkas.instansi)
    mine = [x for x in found if seen(tx, oleh, tx.get(Kiriman, x.kiriman))]
    if not mine or not _window(house, tx, berkas).holds(mine[0].diterima):
        raise TidakAda("Masukan itu")
    return mine[0]


def _item(house: House, tx: Tx, berkas: Berkas, judul: str) -> Butir:
    """The proposal, in its place behind the other items."""
    before = tx.find(Butir, berkas=berkas.id)
    if len(before) >= TERBANYAK:
        raise MasukanTidakSah(
            f"Satu berkas memuat paling banyak {TERBANYAK} butir. Belum ada yang diusulkan."
        )
    urut = max((one.urut for one in before), default=0) + 1
    butir = Butir(house.new_id(), berkas.id, urut, judul, berkas.unit)
    tx.add(butir)
    return butir


def recap(house: House, oleh: Hadir, berkas_id: str) -> Ada:
    """The suggestions of the round count as gathered, be there any or none; once."""
    with house.ledger.begin() as tx:
        berkas, given = _leave(tx, oleh, berkas_id)
        name, now = thing_of(walked(tx, berkas), berkas), house.clock.now()
        id_ = id_for(JENIS, f"{berkas.id}:{berkas.putaran}")
        for same in tx.find(Ada, id=id_):
            return same
        came, _ = _came(house, oleh, berkas, _window(house, tx, berkas), 0, 1)
        many, aside = sum(came.values()), came.get(DISISIHKAN, 0)
        proposed = len(tx.find(MasukanPublik, berkas=berkas.id))
        words = f"{many} masukan, {proposed} diusulkan" if many else "nihil"
        words += f", {aside} disisihkan" if aside else ""
        thing = walked(tx, berkas).bahan[name]
        one = Ada(id_, berkas.id, name, thing.cukup, now, given.siapa, catatan=words)
        tx.add(one)
        told = {"bahan": name, "banyak": str(many), "pemegang": given.pemegang}
        tx.note(Catatan(berkas.instansi, given.siapa, "masukan_direkap", now, berkas.id, told))
    return one


def _leave(tx: Tx, oleh: Hadir, berkas_id: str) -> tuple[Berkas, izin.Izin]:
    berkas = berkas_for(tx, oleh, berkas_id)
    need_open(berkas)
    jalan = walked(tx, berkas)
    name = thing_of(jalan, berkas)
    if not name:
        raise BukanLangkahMasukan
    need_part(jalan.sop, berkas, oleh, name)
    given = izin.need(tx, oleh, Act.COMPLETE, izin.Tempat(berkas.instansi, berkas.unit))
    return berkas, given
