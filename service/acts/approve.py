"""Approve a konsep: its number and its date are given, and its text stands still."""

from __future__ import annotations

from service.acts import ambil, izin
from service.acts.fill import pasangan
from service.acts.packs import agency
from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.instansi import Perkara
from service.domain.naskah import Naskah, approved
from service.domain.wewenang import Act, Hadir
from service.ports import House


def approve(house: House, naskah_id: str, oleh: Hadir, alasan: str = "") -> Naskah:
    """Number, date and freeze in one breath; the final paper is owed."""
    with house.ledger.read() as reading:
        before = reading.get(Naskah, naskah_id)
        berkas = reading.get(Berkas, before.berkas)
        tempat = izin.Tempat(before.instansi, berkas.unit, before.penyiap)
        given = izin.need(reading, oleh, Act.APPROVE, tempat, alasan)
    kind, instansi = (
        pasangan(house, before.instansi, before.jenis),
        agency(house.packs, before.instansi),
    )
    now = house.clock.now()
    tanggal = instansi.kalender_of(berkas.unit).tanggal(now)
    perkara = Perkara(berkas.unit, kind.penandatangan[0])
    minta = ambil.Minta(kind.seri, before.id, tanggal, perkara, kind.pola, given.siapa)
    with house.ledger.begin() as tx:
        nomor = ambil.take(house, tx, instansi, minta)
        after = approved(before, nomor.nomor, nomor.tanggal or tanggal)
        tx.save(before, after)
        izin.written(house, tx, before.instansi, before.id, given.alasan)
        told = {"nomor": after.nomor, "pemegang": given.pemegang}
        tx.note(Catatan(before.instansi, given.siapa, "naskah_disetujui", now, before.id, told))
        tx.plan("draft", before.id)
    return after
