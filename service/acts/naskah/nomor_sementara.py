"""A number for the time being, on a konsep; the same becomes final when it is approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from service.acts.instansi.packs import agency
from service.acts.naskah.acuan import declared_for
from service.acts.nomor import ambil
from service.acts.nomor.ambil import Minta
from service.acts.nomor.buku import book_of, need, still
from service.acts.nomor.pesan import PESANAN, TanggalDiLuarBuku, after_day
from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.naskah import BELUM_DISETUJUI, Naskah
from service.domain.nomor import SEMENTARA, Nomor
from service.domain.refusals import Refusal
from service.domain.seri import Perkara
from service.domain.wewenang import Hadir
from service.ports import House, Reading

DISIMPAN = timedelta(days=30)  # so long a konsep keeps its number; then it is void


class BukanKonsep(Refusal):
    """What is approved has its number."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Nomor sementara hanya untuk konsep. Tidak ada nomor yang diambil.")


class BukanSementara(Refusal):
    """Only what is provisional can be made final."""

    status = 409

    def __init__(self, nomor: str) -> None:
        super().__init__(f"Nomor {nomor} tidak lagi sementara. Tidak ada yang diubah.")


class TanggalBelumTiba(Refusal):
    """A date to come would draw every later number of the book behind it."""

    def __init__(self) -> None:
        super().__init__(
            "Tanggal surat itu belum tiba. Tidak ada yang diubah. Pakai tanggal hari ini atau "
            "sebelumnya."
        )


def provisional(house: House, oleh: Hadir, naskah_id: str) -> Nomor:
    """The number a konsep will have, if it is approved within its days."""
    with house.ledger.read() as reading:
        naskah = reading.get(Naskah, naskah_id)
        berkas = reading.get(Berkas, naskah.berkas)
        instansi, now = agency(house.packs, naskah.instansi), house.clock.now()
        today = instansi.kalender_of(berkas.unit).tanggal(now)
        minta = _asked(house, reading, naskah, berkas, today)
    buku = instansi.buku(minta.seri, today, minta.perkara)
    with house.ledger.begin() as tx:
        given = need(tx, oleh, buku)
        if tx.get(Naskah, naskah_id).keadaan not in BELUM_DISETUJUI:
            raise BukanKonsep
        sampai = today + DISIMPAN
        isi = ambil.writing(instansi, replace(minta, oleh=given.siapa))
        isi = replace(isi, keadaan=SEMENTARA, pesanan=naskah.id, sampai=sampai)
        nomor = tx.draw(buku, naskah.id, isi)
        told = {"pemegang": given.pemegang, "untuk": naskah.id}
        tx.note(Catatan(naskah.instansi, given.siapa, "nomor_sementara", now, nomor.id, told))
        tx.plan(PESANAN, naskah.id, after_day(instansi, berkas.unit, sampai))
    return nomor


def settle(house: House, oleh: Hadir, nomor_id: str, versi: int, tanggal: date) -> Nomor:
    """A provisional number is its letter's for good, with the date the letter bears."""
    with house.ledger.begin() as tx:
        before = still(tx, nomor_id, versi, oleh)
        buku = book_of(before)
        given = need(tx, oleh, buku)
        if before.keadaan != SEMENTARA or before.sisipan:
            raise BukanSementara(before.sebutan)
        if not buku.holds(tanggal):
            raise TanggalDiLuarBuku(before.sebutan)
        instansi, now = agency(house.packs, buku.instansi), house.clock.now()
        naskah = tx.get(Naskah, before.untuk)
        berkas = tx.get(Berkas, naskah.berkas)
        if tanggal > instansi.kalender_of(berkas.unit).tanggal(now):
            raise TanggalBelumTiba
        isi = ambil.writing(instansi, _asked(house, tx, naskah, berkas, tanggal))
        after = ambil.final(tx, before, isi, tanggal)
        told = {"pemegang": given.pemegang, "untuk": before.untuk}
        tx.note(Catatan(buku.instansi, given.siapa, "nomor_ditetapkan", now, after.id, told))
    return after


def _asked(house: House, reading: Reading, naskah: Naskah, berkas: Berkas, on: date) -> Minta:
    """How the number of a konsep is asked for, as its approval asks."""
    kind = declared_for(house, reading, naskah)
    perkara = Perkara(berkas.unit, kind.penandatangan[0])
    return Minta(kind.seri, naskah.id, on, perkara, kind.pola)
