"""The agenda: every kiriman its number on arrival, and a berkas for what is registered."""

from __future__ import annotations

from dataclasses import replace

from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.acts.informasi.masuk import begin_of
from service.acts.instansi.aturan import rules
from service.acts.instansi.packs import agency
from service.acts.kiriman import nomor_daftar
from service.acts.nomor import ambil
from service.acts.nomor.ambil import Minta
from service.acts.sop.daftar import openers
from service.domain.berkas import BERJALAN, Berkas
from service.domain.daftar_unit.masuk import JENIS as DAFTAR
from service.domain.kiriman import (
    AGENDA,
    BERKAS,
    DIDAFTAR,
    POLA_AGENDA,
    POLA_AGENDA_RAHASIA,
    Kiriman,
)
from service.domain.seri import Perkara
from service.ports import House, Packs, Tx


def numbered(house: House, tx: Tx, kiriman: Kiriman, packs: Packs | None = None) -> Kiriman:
    """With its nomor agenda, drawn in this transaction; the same where it has one.

    What was laid down for a matter has none: it is no incoming letter.
    """
    if kiriman.nomor_agenda or kiriman.pintu == BERKAS:
        return kiriman
    instansi = agency(packs or house.packs, kiriman.instansi)
    # What seems to come from days ahead came while the clock of its door was wrong.
    came = min(kiriman.diterima, house.clock.now())
    tanggal = instansi.kalender_of(kiriman.unit).tanggal(came)
    # Excluded matters have a book of their own: in the other one they would show as holes.
    perkara = Perkara(kiriman.unit, rahasia=kiriman.rahasia)
    pola = POLA_AGENDA_RAHASIA if kiriman.rahasia else POLA_AGENDA
    nomor = ambil.take(
        house, tx, instansi, Minta(AGENDA, kiriman.id, tanggal, perkara, pola, longgar=True)
    )
    return replace(kiriman, nomor_agenda=nomor.nomor)


def registered(house: House, tx: Tx, kiriman: Kiriman, packs: Packs | None = None) -> Kiriman:
    """Numbered, with its berkas, and with the legal number where the pack lets a machine give it;
    the caller saves the kiriman and notes the act."""
    after = numbered(house, tx, kiriman, packs)
    if not after.berkas:
        after = replace(after, berkas=_opened(house, tx, after, packs or house.packs))
    if after.jenis in DAFTAR:  # also where a person says only later what it is, or whose
        begin_of(house, tx, after)
    aturan = rules(packs or house.packs, after.instansi)
    return nomor_daftar.by_itself(house, tx, replace(after, keadaan=DIDAFTAR), aturan)


def _opened(house: House, tx: Tx, kiriman: Kiriman, packs: Packs) -> str:
    """The matter that a kiriman opens: under the SOP that waits for its kind, where one does."""
    judul = kiriman.surat.perihal or kiriman.nama
    if sop := openers(packs, kiriman.instansi).get(kiriman.jenis):
        asked = Pembukaan(
            house.new_id(),
            kiriman.instansi,
            kiriman.unit,
            sop,
            judul,
            kiriman=kiriman.id,
            diterima=kiriman.diterima,
            rahasia=kiriman.rahasia,
            jenis=kiriman.jenis,
        )
        return begun(house, tx, asked).id
    now = house.clock.now()
    place = (kiriman.instansi, kiriman.unit)
    berkas = Berkas(house.new_id(), *place, judul, kiriman.id, BERJALAN, now)
    tx.add(replace(berkas, rahasia=kiriman.rahasia))
    return berkas.id
