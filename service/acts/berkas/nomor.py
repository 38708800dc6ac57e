"""The number that a step gives: the one its kiriman has, or the next of the register."""

from __future__ import annotations

from service.acts.instansi.packs import agency
from service.acts.nomor import ambil
from service.acts.nomor.ambil import Minta
from service.domain.berkas import Berkas
from service.domain.kiriman import Kiriman
from service.domain.seri import Perkara
from service.domain.sop.bahan import Bahan
from service.ports import House, Tx

REGISTER, POLA = "register", "{NOMOR}/REG/{BULAN_ROMAWI}/{TAHUN}"


def number_for(house: House, tx: Tx, berkas: Berkas, thing: Bahan, siapa: str) -> str:
    """A number as it is written; the same for the same matter."""
    for came in tx.find(Kiriman, id=berkas.kiriman) if berkas.kiriman else []:
        if found := came.nomor_daftar or came.nomor_agenda:
            return found
    instansi = agency(house.packs, berkas.instansi)
    on = instansi.kalender_of(berkas.unit).tanggal(house.clock.now())
    perkara = Perkara(berkas.unit, rahasia=berkas.rahasia)
    minta = Minta(REGISTER, f"{berkas.id}:{thing.id}", on, perkara, POLA, siapa, berkas.judul)
    return ambil.take(house, tx, instansi, minta).nomor
