"""One naskah as its page shows it: its matter, its kind, whose turn it is, what is missing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from service.acts.lihat.berkas import peran_in
from service.acts.lihat.naskah_terbaca import readable
from service.acts.naskah.acuan import declared_for
from service.acts.naskah.fill import begun, pasangan
from service.acts.naskah.lihat import naskah_for
from service.acts.naskah.wujud import kind as kind_of_file
from service.domain import paper, paraf
from service.domain.berkas import DIARSIPKAN, DIBATALKAN, Berkas
from service.domain.naskah import BATAL, DIAJUKAN, DIKIRIM, DITULIS, Naskah
from service.domain.paraf import Paraf
from service.domain.refusals import Refusal
from service.domain.ruas import Pasangan
from service.domain.setelan import Setelan
from service.domain.tempat_ttd import ELEKTRONIK, TempatTtd, of_turn, turn
from service.domain.wewenang import BEBAS, WAJIB, Act, Hadir
from service.domain.wujud_asli import CETAKAN, Wujud
from service.ports import House, Reading


@dataclass(frozen=True)
class Terbuka:
    """All that is known of a naskah, for one person."""

    naskah: Naskah
    berkas: Berkas
    pasangan: Pasangan | None  # None: its pair is gone, or cannot be read
    paraf: tuple[Paraf, ...]  # of every time it was put forward, in order
    tempat: tuple[TempatTtd, ...]  # for signatures, likewise
    kurang: tuple[str, ...]  # the labels of what must be filled in still
    oleh: Hadir
    empat_mata: str
    terbaca: bool = True  # whether this person may read the paper, not only that it is there
    wujud: Wujud = CETAKAN  # of the bytes that stand for it

    @property
    def nama(self) -> str:
        """What papers of its kind are called."""
        return self.pasangan.nama if self.pasangan else self.naskah.jenis.replace("_", " ")

    @property
    def terkunci(self) -> bool:
        """Whether nothing can be done to it any more, because of its matter."""
        return self.berkas.keadaan in (DIBATALKAN, DIARSIPKAN)

    @property
    def segar(self) -> bool:
        """Whether its print says what was last filled in."""
        return bool(self.naskah.resep and self.naskah.pdf)

    @property
    def cetakan(self) -> str:
        """The sha256 of the PDF that stands for it; '' while there is none that may be read."""
        return (self.naskah.bertanda_tangan or self.naskah.pdf) if self.terbaca else ""

    @property
    def tanda(self) -> str:
        """The word that is laid over each page of its print when it leaves; '' for none."""
        return "BATAL" if self.naskah.keadaan == BATAL else ""

    @property
    def menunggu(self) -> Paraf | None:
        """The place for initials that is next."""
        if self.naskah.keadaan != DIAJUKAN:
            return None
        return next(iter(paraf.waiting(self.paraf, self.naskah.ajuan)), None)

    @property
    def giliran_ttd(self) -> TempatTtd | None:
        """The place that this person may sign here now."""
        if self.naskah.keadaan != DIKIRIM or self.terkunci or self.pasangan is None:
            return None
        here = turn(of_turn(self.tempat, self.naskah.ajuan), self.pasangan.urutan)
        mine = peran_in(self.oleh, self.berkas)
        found = (x for x in here if x.peran in mine and x.jalan == ELEKTRONIK)
        return next(found, None) if self.terbaca else None

    @property
    def giliran_paraf(self) -> bool:
        """Whether the next initials are this person's to set."""
        next_ = self.menunggu
        return next_ is not None and next_.peran in peran_in(self.oleh, self.berkas)

    @property
    def seorang(self) -> bool:
        """Whether this person prepared it, and so says why there is no other."""
        return self.oleh.orang.id in self.naskah.penyiap and self.empat_mata != BEBAS

    @property
    def perlu_lain(self) -> bool:
        """Whether another than who prepared it must go on."""
        return self.oleh.orang.id in self.naskah.penyiap and self.empat_mata == WAJIB

    @property
    def sidik(self) -> str:
        """Of all that a person looks at before they act; a fresh print alone changes nothing, and
        what was put forward is seen with its template."""
        one = self.naskah
        places = [(place.id, place.keadaan) for place in self.paraf]
        pair = "" if one.keadaan in DITULIS else one.pasangan
        told = [one.keadaan, one.ajuan, one.nomor, one.isian, places, self.berkas.keadaan, pair]
        told += [(place.id, place.keadaan) for place in self.tempat]
        raw = json.dumps(told, sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(raw.encode()).hexdigest()[:32]

    @property
    def dapat_ditulis(self) -> bool:
        """Whether this person may fill it in now."""
        free = self.naskah.keadaan in DITULIS and not self.terkunci and self.terbaca
        return free and self.may(Act.FILL)

    def may(self, act: Act) -> bool:
        """Whether this person may do an act where its matter belongs."""
        return self.oleh.may(act, self.naskah.instansi, self.berkas.unit)


def read(house: House, oleh: Hadir, naskah_id: str) -> Terbuka:
    """The naskah whole, or TidakAda where this person may not see it."""
    with house.ledger.read() as reading:
        naskah, berkas = naskah_for(reading, oleh, naskah_id)
        found = reading.find(Paraf, naskah=naskah.id)
        signs = reading.find(TempatTtd, naskah=naskah.id)
        rule = reading.get(Setelan, naskah.instansi).empat_mata
        kind = _kind(house, reading, naskah)
        terbaca = readable(reading, oleh, naskah, berkas, kind)
        wujud = kind_of_file(house, reading, naskah)
    lacks = paper.missing(kind, naskah.isian) if kind else []
    places = sorted(found, key=lambda one: (one.ajuan, one.urut))
    tempat = tuple(sorted(signs, key=lambda one: (one.ajuan, one.urut)))
    known = (naskah, berkas, kind, tuple(places), tempat, tuple(lacks), oleh, rule, terbaca, wujud)
    return Terbuka(*known)


def sources(house: House, one: Terbuka) -> dict[str, Any]:
    """What the instansi and the matter fill in by themselves now, as this person may see it."""
    if one.pasangan is None:
        return {}
    with house.ledger.read() as reading:
        return begun(house, reading, one.oleh, one.berkas, one.pasangan)


def _kind(house: House, reading: Reading, naskah: Naskah) -> Pasangan | None:
    try:
        return declared_for(house, reading, naskah)
    except Refusal:
        return None


def kind_of(house: House, instansi: str, jenis: str) -> Pasangan | None:
    """The pair of a jenis; None where it is gone or its author made faults."""
    try:
        return pasangan(house, instansi, jenis)
    except Refusal:
        return None
