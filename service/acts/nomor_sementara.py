"""A number for the time being, on a konsep; the same becomes final when it is approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from service.acts import ambil
from service.acts.ambil import Minta
from service.acts.buku import need
from service.acts.fill import pasangan
from service.acts.nomor_pesan import PESANAN, after_day
from service.acts.packs import agency
from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.instansi import Perkara
from service.domain.naskah import KONSEP, Naskah
from service.domain.nomor import SEMENTARA, Nomor
from service.domain.refusals import Refusal
from service.domain.wewenang import Hadir
from service.ports import House

DISIMPAN = timedelta(days=30)  # so long a konsep keeps its number; then it is void


class BukanKonsep(Refusal):
    """What is approved has its number."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Nomor sementara hanya untuk konsep. Tidak ada nomor yang diambil.")


def provisional(house: House, oleh: Hadir, naskah_id: str) -> Nomor:
    """The number a konsep will have, if it is approved within its days."""
    with house.ledger.read() as reading:
        naskah = reading.get(Naskah, naskah_id)
        berkas = reading.get(Berkas, naskah.berkas)
    kind, instansi = (
        pasangan(house, naskah.instansi, naskah.jenis),
        agency(house.packs, naskah.instansi),
    )
    now = house.clock.now()
    today = instansi.kalender_of(berkas.unit).tanggal(now)
    perkara = Perkara(berkas.unit, kind.penandatangan[0])
    buku = instansi.buku(kind.seri, today, perkara)
    with house.ledger.begin() as tx:
        given = need(tx, oleh, buku)
        if tx.get(Naskah, naskah_id).keadaan != KONSEP:
            raise BukanKonsep
        minta = Minta(kind.seri, naskah.id, today, perkara, kind.pola, given.siapa)
        sampai = today + DISIMPAN
        isi = ambil.writing(instansi, minta)
        isi = replace(isi, keadaan=SEMENTARA, pesanan=naskah.id, sampai=sampai)
        nomor = tx.draw(buku, naskah.id, isi)
        told = {"pemegang": given.pemegang, "untuk": naskah.id}
        tx.note(Catatan(naskah.instansi, given.siapa, "nomor_sementara", now, nomor.id, told))
        tx.plan(PESANAN, naskah.id, after_day(instansi, berkas.unit, sampai))
    return nomor
