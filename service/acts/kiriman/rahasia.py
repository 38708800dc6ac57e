"""A kiriman becomes a withheld matter: it leaves the open agenda, whose number is void."""

from __future__ import annotations

from dataclasses import replace

from service.acts.baris.keberatan_rahasia import open_about
from service.acts.cari.teks import SAPU, dropped, relabelled
from service.acts.kiriman.agenda import numbered
from service.acts.nomor.ambil import release
from service.domain.berkas import Berkas
from service.domain.catatan import RUMAH, Catatan
from service.domain.ketetapan import BelumSaatnya
from service.domain.kiriman import AGENDA, Kiriman
from service.domain.kiriman import BERKAS as LAID
from service.domain.naskah import Naskah
from service.domain.nomor import BATAL, Nomor
from service.domain.pemisah import DARI
from service.ports import House, Tx

ALASAN = "dipindahkan ke buku rahasia"


def closed(house: House, tx: Tx, before: Kiriman, siapa: str) -> Kiriman:
    """The kiriman on the closed side, with a number of the closed book; the caller saves it."""
    if before.rahasia:
        raise BelumSaatnya("Kiriman ini sudah ditandai rahasia.")
    after = replace(before, rahasia=True, nomor_agenda="")
    for nomor in tx.find(Nomor, untuk=before.id):
        if nomor.keadaan != BATAL and _is_agenda(nomor, before.instansi):
            release(house, tx, before.instansi, nomor, ALASAN, siapa)
    _stack_closed(house, tx, before, siapa)
    for berkas in tx.find(Berkas, kiriman=before.id):
        _matter_closed(house, tx, berkas, siapa)
    for objected in open_about(tx, before):
        _objection_closed(house, tx, objected, siapa)
    return numbered(house, tx, after) if before.nomor_agenda else after


def _stack_closed(house: House, tx: Tx, part: Kiriman, siapa: str) -> None:
    """A stack shows the pages of all its parts, so it is withheld with the first of them."""
    for stack in tx.find(Kiriman, id=part.asal.get(DARI, "")):
        if not stack.rahasia:
            tx.save(stack, replace(stack, rahasia=True))
            where, now = stack.instansi or RUMAH, house.clock.now()
            tx.note(Catatan(where, siapa, "kiriman_dirahasiakan", now, stack.id))


def _objection_closed(house: House, tx: Tx, before: Kiriman, siapa: str) -> None:
    """An objection tells what the request asks for, so it is withheld with it."""
    after = closed(house, tx, before, siapa)
    tx.save(before, after)
    relabelled(house, tx, after)
    now = house.clock.now()
    tx.note(Catatan(after.instansi, siapa, "kiriman_dirahasiakan", now, after.id))


def _matter_closed(house: House, tx: Tx, berkas: Berkas, siapa: str) -> None:
    """A matter bears the name of its letter, so it is withheld with it, and all below it."""
    if not berkas.rahasia:
        tx.save(berkas, replace(berkas, rahasia=True))
        now = house.clock.now()
        tx.note(Catatan(berkas.instansi, siapa, "berkas_dirahasiakan", now, berkas.id))
        for paper in tx.find(Naskah, berkas=berkas.id):
            tx.plan("papan", paper.id)  # the public finds nothing of it any more
            if house.sealed:  # nor do words lie beside a store that is sealed
                dropped(tx, naskah=paper.id)
                tx.plan("teks", paper.id)
                tx.plan("teks", SAPU)
    # What was laid down for it bears its name, too.
    for laid in tx.find(Kiriman, berkas=berkas.id):
        if laid.id != berkas.kiriman and laid.pintu == LAID and not laid.rahasia:
            tx.save(laid, replace(laid, rahasia=True))
            now = house.clock.now()
            tx.note(Catatan(laid.instansi, siapa, "kiriman_dirahasiakan", now, laid.id))
    for below in tx.find(Berkas, induk=berkas.id):
        _matter_closed(house, tx, below, siapa)


def _is_agenda(nomor: Nomor, instansi: str) -> bool:
    return nomor.buku.startswith((f"{instansi}/{AGENDA}/", f"{instansi}/{AGENDA}@"))
