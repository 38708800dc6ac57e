"""Comments on a matter: written, taken back, followed; told to whom they concern."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from service.acts.lihat.berkas import berkas_for, peran_in, seen
from service.acts.lihat.penerima import present_in
from service.acts.lihat.terlihat import reach
from service.acts.orang import izin
from service.domain import komentar as rules
from service.domain.ada import Ada
from service.domain.berkas import Berkas, need_open
from service.domain.catatan import Catatan
from service.domain.komentar import DIINGATKAN, DISEBUT, KOMENTAR, TIDAK, YA, Ikut, Komentar
from service.domain.orang import Orang
from service.domain.refusals import Overtaken, Refusal, TidakAda, Unavailable
from service.domain.sop.jejak import Jejak
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

TRIES = 5  # against others who speak at the same moment
PENGINGAT = "Mohon langkah ini segera dikerjakan."
T = TypeVar("T")


class TiadaYangDiingatkan(Refusal):
    """Nobody else is waited for."""

    def __init__(self) -> None:
        super().__init__(
            "Berkas ini tidak menunggu orang lain, jadi tidak ada yang diingatkan. Tidak ada yang "
            "diubah."
        )


@dataclass(frozen=True)
class Ucapan:
    """What somebody says; its id makes a second try the same."""

    id: str
    teks: str


@dataclass(frozen=True)
class Percakapan:
    """What was said about a matter, whether its reader follows it, and whom they may name."""

    komentar: tuple[Komentar, ...]
    mengikuti: bool
    orang: tuple[Orang, ...] = ()


def write(house: House, oleh: Hadir, berkas_id: str, asked: Ucapan) -> Komentar:
    """Said; those who follow, who are named, and who have a part are told of it."""
    return _again(lambda: _written(house, oleh, berkas_id, asked, KOMENTAR))


def remind(house: House, oleh: Hadir, berkas_id: str, asked: Ucapan) -> Komentar:
    """Those whose step it is are told that it waits for them."""
    said = replace(asked, teks=asked.teks.strip() or PENGINGAT)
    return _again(lambda: _written(house, oleh, berkas_id, said, DIINGATKAN))


def take_back(house: House, oleh: Hadir, komentar_id: str) -> Komentar:
    """Its words are gone, a mark stays; by its writer alone."""
    with house.ledger.begin() as tx:
        found = tx.find(Komentar, id=komentar_id)
        if not found:
            raise TidakAda("Komentar itu")
        try:
            berkas = berkas_for(tx, oleh, found[0].berkas)
        except TidakAda:
            raise TidakAda("Komentar itu") from None
        now = house.clock.now()
        after = rules.taken_back(found[0], oleh.orang.id, now)
        if after != found[0]:
            tx.save(found[0], after)
            told = {"komentar": after.id}
            tx.note(
                Catatan(berkas.instansi, oleh.orang.id, "komentar_ditarik", now, berkas.id, told)
            )
    return after


def follow(house: House, oleh: Hadir, berkas_id: str, *, yes: bool) -> None:
    """Told of what is said from now on, or no more unless named."""

    def chosen() -> None:
        with house.ledger.begin() as tx:
            berkas = berkas_for(tx, oleh, berkas_id)
            before = _beside(tx, berkas, oleh.orang.id)
            _kept(tx, before, replace(before, pilihan=YA if yes else TIDAK))

    _again(chosen)


def opened(house: House, oleh: Hadir, berkas: Berkas) -> None:
    """Whoever looks at the matter has seen what was said."""
    with house.ledger.read() as reading:
        found = reading.find(Ikut, id=rules.ikut_id(berkas.id, oleh.orang.id))
    if not found or not found[0].kabar:
        return
    try:
        with house.ledger.begin() as tx:
            tx.save(found[0], rules.seen(found[0]))
    except (Overtaken, Unavailable):
        # Something new was said just now, or the ledger is busy: it is still to be seen, and the
        # page that is read must not fail for it.
        return


def talk(house: House, oleh: Hadir, berkas: Berkas) -> Percakapan:
    """All that was said, oldest first; the caller has asked whether it may be seen."""
    with house.ledger.read() as reading:
        said = reading.find(Komentar, berkas=berkas.id)
        mine = _beside(reading, berkas, oleh.orang.id)
        concerned = _workers(reading, berkas) | _waited_for([oleh], berkas)
        part = mine.pilihan == YA or oleh.orang.id in concerned
        people = present_in(reading, berkas.instansi, house.clock.now())
    others = [one.orang for one in people if seen(one, berkas) and one.orang.id != oleh.orang.id]
    ordered = sorted(said, key=lambda one: (one.waktu, one.id))
    named = sorted(others, key=lambda one: one.nama.casefold())
    return Percakapan(tuple(ordered), mine.pilihan != TIDAK and part, tuple(named))


def for_me(house: House, oleh: Hadir, atmost: int) -> tuple[int, list[tuple[Ikut, Berkas]]]:
    """How much was said that a person has not seen and may still see; the weightiest of it."""
    return house.perkara.told(oleh.orang.id, reach(house, oleh), atmost)


def _again(act: Callable[[], T]) -> T:
    """Two who speak at once are both heard: what comes second is tried again."""
    for _ in range(TRIES - 1):
        try:
            return act()
        except Overtaken:
            continue
    return act()


def _written(house: House, oleh: Hadir, berkas_id: str, asked: Ucapan, jenis: str) -> Komentar:
    with house.ledger.begin() as tx:
        berkas = berkas_for(tx, oleh, berkas_id)
        izin.need(tx, oleh, Act.LOOK, izin.Tempat(berkas.instansi, berkas.unit))
        for same in tx.find(Komentar, id=asked.id, berkas=berkas.id, oleh=oleh.orang.id):
            return same
        teks, now = rules.checked(asked.teks), house.clock.now()
        people = {
            one.orang.id: one for one in present_in(tx, berkas.instansi, now) if seen(one, berkas)
        }
        named = _named(people.values(), teks)
        if jenis == DIINGATKAN:
            need_open(berkas)
            whom = _waited_for(people.values(), berkas)
            if not whom - {oleh.orang.id}:
                raise TiadaYangDiingatkan
        else:
            whom = _workers(tx, berkas) | _waited_for(people.values(), berkas)
        one = Komentar(asked.id, berkas.id, oleh.orang.id, now, teks, tuple(named), jenis)
        tx.add(one)
        for id_ in sorted((whom | set(named) | _followers(tx, berkas)) & people.keys()):
            if id_ != oleh.orang.id:
                _tell(tx, berkas, id_, DISEBUT if id_ in named else jenis, one)
        told = {"komentar": one.id, "sebut": " ".join(named)}
        what = "langkah_diingatkan" if jenis == DIINGATKAN else "komentar_ditulis"
        rincian = {name: value for name, value in told.items() if value}
        tx.note(Catatan(berkas.instansi, oleh.orang.id, what, now, berkas.id, rincian))
    return one


def _named(people: Iterable[Hadir], teks: str) -> list[str]:
    """The people whom a text names, all of whom may see the matter."""
    known = {one.orang.nama_masuk.lower(): one.orang.id for one in people}
    asked = rules.named(teks)
    if strange := [one for one in asked if one not in known]:
        raise rules.TidakDapatDisebut(strange)
    return [known[one] for one in asked]


def _waited_for(people: Iterable[Hadir], berkas: Berkas) -> set[str]:
    """Who has the step in hand; where nobody has, everybody who could."""
    if berkas.pemilik:
        return {berkas.pemilik}
    asked = set(filter(None, berkas.menunggu.split("+")))
    return {one.orang.id for one in people if asked & peran_in(one, berkas)}


def _workers(reading: Reading, berkas: Berkas) -> set[str]:
    """Who did something in a matter: opened it, did a step, laid something down."""
    found = {berkas.oleh, berkas.pemilik}
    found |= {one.oleh for one in reading.find(Jejak, berkas=berkas.id)}
    found |= {one.oleh for one in reading.find(Ada, berkas=berkas.id)}
    found |= {one.oleh for one in reading.find(Komentar, berkas=berkas.id)}
    return found - {""}


def _followers(tx: Tx, berkas: Berkas) -> set[str]:
    return {one.orang for one in tx.find(Ikut, berkas=berkas.id) if one.pilihan == YA}


def _tell(tx: Tx, berkas: Berkas, orang: str, kabar: str, one: Komentar) -> None:
    before = _beside(tx, berkas, orang)
    if before.pilihan != TIDAK or kabar != KOMENTAR:
        _kept(tx, before, rules.told(before, kabar, one.waktu))


def _beside(reading: Reading, berkas: Berkas, orang: str) -> Ikut:
    """The person beside the matter; as yet unwritten where versi is 0."""
    id_ = rules.ikut_id(berkas.id, orang)
    found = reading.find(Ikut, id=id_)
    return found[0] if found else Ikut(id_, berkas.id, orang, versi=0)


def _kept(tx: Tx, before: Ikut, after: Ikut) -> None:
    if not before.versi:
        tx.add(replace(after, versi=1))
    elif after != before:
        tx.save(before, after)
