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
    for objected in open_about(tx, before):  # it tells what the request asks for
        _along(house, tx, objected, siapa)
    return numbered(house, tx, after) if before.nomor_agenda else after


def _stack_closed(house: House, tx: Tx, part: Kiriman, siapa: str) -> None:
    """A stack shows the pages of all its parts, so it is withheld with the first of them."""
    for stack in tx.find(Kiriman, id=part.asal.get(DARI, "")):
        if not stack.rahasia:
            _saved(house, tx, stack, replace(stack, rahasia=True), siapa)


def _along(house: House, tx: Tx, before: Kiriman, siapa: str) -> None:
    """What came with a letter of its own is withheld with what it tells of."""
    _saved(house, tx, before, closed(house, tx, before, siapa), siapa)


def _saved(house: House, tx: Tx, before: Kiriman, after: Kiriman, siapa: str) -> None:
    tx.save(before, after)
    relabelled(house, tx, after)
    where, now = after.instansi or RUMAH, house.clock.now()
    tx.note(Catatan(where, siapa, "kiriman_dirahasiakan", now, after.id))


def _matter_closed(house: House, tx: Tx, berkas: Berkas, siapa: str) -> None:
    """A matter bears the name of its letter, so it is withheld with it, and all below it."""
    if not berkas.rahasia:
        tx.save(berkas, replace(berkas, rahasia=True))
        pada = house.clock.now()
        tx.note(Catatan(berkas.instansi, siapa, "berkas_dirahasiakan", pada, berkas.id))
        papers = tx.find(Naskah, berkas=berkas.id)
        for paper in papers:
            tx.plan("papan", paper.id)  # the public finds nothing of it any more
            if house.sealed:  # nor do words lie beside a store that is sealed
                dropped(tx, naskah=paper.id)
                tx.plan("teks", paper.id)
                tx.plan("teks", SAPU)
        # What comes back later is withheld when it comes; what came back before, now.
        for back in tx.came_back(berkas.instansi, papers) if papers else ():
            now = tx.get(Kiriman, back.id)  # the stack of another may be withheld by now
            if not now.rahasia and now.id != berkas.kiriman:
                _along(house, tx, now, siapa)
    # What was laid down for it bears its name, too.
    for laid in tx.find(Kiriman, berkas=berkas.id):
        if laid.id != berkas.kiriman and laid.pintu == LAID and not laid.rahasia:
            _saved(house, tx, laid, replace(laid, rahasia=True), siapa)
    for below in tx.find(Berkas, induk=berkas.id):
        _matter_closed(house, tx, below, siapa)


def _is_agenda(nomor: Nomor, instansi: str) -> bool:
    return nomor.buku.startswith((f"{instansi}/{AGENDA}/", f"{instansi}/{AGENDA}@"))
