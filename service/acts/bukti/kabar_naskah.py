"""Tells the public where a paper stands, by the mark of its code and of its bytes."""

from __future__ import annotations

from service.acts.instansi.packs import agency
from service.acts.naskah.acuan import declared_for
from service.acts.naskah.berkas import name_of
from service.domain import kabar_naskah as k
from service.domain.berkas import Berkas
from service.domain.kabar_naskah import KabarNaskah
from service.domain.kode_lacak import sidik
from service.domain.naskah import Naskah
from service.domain.refusals import Refusal
from service.domain.ruas import Pasangan
from service.domain.tempat_ttd import TempatTtd
from service.ports import House, Reading
from service.ports.loket import FILE, NASKAH


def tell(house: House, naskah_id: str) -> None:
    """What may be known of it as it stands now; of a withheld matter nothing is left to find."""
    one, told = _now(house, naskah_id)
    if one is None or not one.token:
        return
    if told:
        _show(house, one, told)
        one, told = _now(house, naskah_id)  # it may have been withheld while that was written
    if one and told is None:
        _hide(house, one)


def _now(house: House, naskah_id: str) -> tuple[Naskah | None, KabarNaskah | None]:
    with house.ledger.read() as reading:
        for one in reading.find(Naskah, id=naskah_id):
            return one, _told(house, reading, one)
    return None, None


def _show(house: House, one: Naskah, told: KabarNaskah) -> None:
    code = sidik(one.token)
    house.loket.show(NASKAH, code, k.write(told))
    for mark in filter(None, (told.cetak, told.file)):
        house.loket.show(FILE, k.mark(mark), k.pointer(code))


def _hide(house: House, one: Naskah) -> None:
    house.loket.hide(NASKAH, sidik(one.token))
    # Prints of an earlier time lead to it, too; the journal knows them all.
    printed = {x.rincian.get("pdf", "") for x in house.perkara.trail(one)}
    for mark in sorted({one.pdf, one.bertanda_tangan, *printed} - {""}):
        house.loket.hide(FILE, k.mark(mark))


def _told(house: House, reading: Reading, one: Naskah) -> KabarNaskah | None:
    berkas = reading.get(Berkas, one.berkas)
    if berkas.rahasia:
        return None
    instansi = agency(house.packs, one.instansi)
    places = reading.find(TempatTtd, naskah=one.id)
    named = name_of(house, one.instansi, one.jenis)
    return k.of(one, places, named, instansi, berkas.unit, _kind(house, reading, one))


def _kind(house: House, reading: Reading, one: Naskah) -> Pasangan | None:
    """The pair it was made of; a broken one keeps nobody from knowing the rest."""
    try:
        return declared_for(house, reading, one)
    except Refusal:
        return None


def tell_all(house: House) -> None:
    """Show again what was lost, and take away what nobody may find: after a restore."""
    with house.ledger.read() as reading:
        known = {sidik(one.token): one for one in reading.find(Naskah) if one.token}
        closed = {one.id for one in reading.find(Berkas, rahasia=True)}
    shown = house.loket.shelf(NASKAH)
    for mark, one in known.items():
        open_ = one.berkas not in closed
        if (mark in shown) != (open_ and one.keadaan in k.TERKIRIM):
            tell(house, one.id)
    for mark in shown - set(known):
        house.loket.hide(NASKAH, mark)
    _hide_astray(house)


def _hide_astray(house: House) -> None:
    """Take away the marks of bytes that lead to nothing that is shown."""
    shown = house.loket.shelf(NASKAH)
    for mark in house.loket.shelf(FILE):
        if k.pointed(house.loket.seen(FILE, mark)) not in shown:
            house.loket.hide(FILE, mark)
