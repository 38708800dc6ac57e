"""The papers of a kumpulan put forward, initialled or approved together: each in its own
transaction, in the order of the rows, each with its own answer."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from service.acts.kumpulan.lihat import Terbuka, batched, read
from service.acts.lihat.berkas import peran_in
from service.acts.naskah import submit
from service.acts.naskah.approve import approve
from service.domain import naskah as n
from service.domain import paraf as p
from service.domain.berkas import DIARSIPKAN, DIBATALKAN
from service.domain.kumpulan import printed
from service.domain.naskah import Naskah
from service.domain.paraf import Paraf
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.setelan import Setelan
from service.domain.tempat_ttd import TINTA
from service.domain.wewenang import BEBAS, WAJIB, Act, Hadir
from service.ports import House

AJUKAN, PARAF, SETUJUI = "ajukan", "paraf", "setujui"
PERBUATAN = (AJUKAN, PARAF, SETUJUI)
SEKALI = 200  # papers at one press


@dataclass(frozen=True)
class Dapat:
    """What one press would do now: with these papers, as the person sees them."""

    apa: str
    naskah: tuple[Naskah, ...]  # those of this press
    sisa: int  # those that are left for the next
    seorang: bool  # the person prepared some, and says why there is no other

    @property
    def sidik(self) -> str:
        """Of all that is acted upon; a fresh print alone changes nothing, another template does."""
        told = [(x.id, x.keadaan, x.ajuan, x.nomor, x.isian, x.pasangan) for x in self.naskah]
        raw = json.dumps(told, sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(raw.encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Nasib:
    """What became of one paper, in a sentence."""

    naskah: Naskah
    jadi: bool
    kata: str


def possible(house: House, oleh: Hadir, one: Terbuka) -> list[Dapat]:
    """What this person can do with several of these papers now."""
    with house.ledger.read() as reading:
        aturan = reading.get(Setelan, one.kumpulan.instansi).empat_mata
        asked = [x.id for x in one.naskah if x.keadaan == n.DIAJUKAN]
        places = defaultdict[str, list[Paraf]](list)
        for part in batched(asked):
            for place in reading.find(Paraf, naskah=part):
                places[place.naskah].append(place)
    found = []
    for apa, fits in _FITS.items():
        open_ = (x for x in one.naskah if one.berkas[x.berkas].keadaan not in _TUTUP)
        some = [x for x in open_ if fits(oleh, one, x, _waiting(places[x.id], x))]
        own = apa != AJUKAN and aturan != BEBAS
        if own and aturan == WAJIB:
            some = [x for x in some if oleh.orang.id not in x.penyiap]
        now = tuple(some[:SEKALI])
        alone = own and any(oleh.orang.id in x.penyiap for x in now)
        if now:
            found.append(Dapat(apa, now, len(some) - len(now), alone))
    return found


_TUTUP = (DIBATALKAN, DIARSIPKAN)


def _waiting(places: Sequence[Paraf], one: Naskah) -> Paraf | None:
    ours = sorted(places, key=lambda x: (x.ajuan, x.urut))
    return next(iter(p.waiting(ours, one.ajuan)), None)


def _forward(oleh: Hadir, one: Terbuka, x: Naskah, _: Paraf | None) -> bool:
    may = oleh.may(Act.SUBMIT, x.instansi, one.berkas[x.berkas].unit)
    return x.keadaan in n.DITULIS and printed(x) and may


def _initial(oleh: Hadir, one: Terbuka, x: Naskah, waits: Paraf | None) -> bool:
    mine = peran_in(oleh, one.berkas[x.berkas])
    return x.keadaan == n.DIAJUKAN and waits is not None and waits.peran in mine


def _approve(oleh: Hadir, one: Terbuka, x: Naskah, waits: Paraf | None) -> bool:
    ready = x.keadaan == n.DIAJUKAN and waits is None and printed(x)
    return ready and oleh.may(Act.APPROVE, x.instansi, one.berkas[x.berkas].unit)


_FITS: dict[str, Callable[[Hadir, Terbuka, Naskah, Paraf | None], bool]] = {
    AJUKAN: _forward,
    PARAF: _initial,
    SETUJUI: _approve,
}


def do_all(
    house: House, oleh: Hadir, id_: str, apa: str, sidik: str, alasan: str = ""
) -> list[Nasib]:
    """Each as it was seen, done or why not; one that is refused stops no other."""
    one = read(house, oleh, id_)
    found = next((x for x in possible(house, oleh, one) if x.apa == apa), None)
    if apa not in PERBUATAN:
        raise TidakAda("Perbuatan itu")
    if found is None or found.sidik != sidik:
        raise Overtaken("kumpulan", id_)
    return [_one(house, oleh, x, apa, alasan) for x in found.naskah]


def _one(house: House, oleh: Hadir, x: Naskah, apa: str, alasan: str) -> Nasib:
    own = alasan if oleh.orang.id in x.penyiap else ""
    try:
        if apa == AJUKAN:
            after = submit.submit(house, x.id, oleh, x.versi)
            return Nasib(after, jadi=True, kata="Diajukan.")
        if apa == PARAF:
            submit.initial(house, x.id, oleh, x.versi, own)
            return Nasib(x, jadi=True, kata="Diparaf.")
        after = approve(house, x.id, oleh, own, x.versi, TINTA)
    except Refusal as no:
        return Nasib(x, jadi=False, kata=str(no))
    return Nasib(after, jadi=True, kata=f"Disetujui{f': {after.nomor}' * bool(after.nomor)}.")
