"""Slip a number in between: for a letter whose date lies behind the last of the book."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from service.acts.instansi.packs import agency
from service.acts.nomor import ambil
from service.acts.nomor.ambil import Minta
from service.acts.nomor.buku import book_of, need, reasoned, still
from service.acts.orang import izin
from service.acts.simpan.coba import dry, kept
from service.domain.catatan import Catatan
from service.domain.nomor import FINAL, SEMENTARA, Nomor
from service.domain.refusals import Refusal
from service.domain.seri import BIASA, Perkara
from service.domain.setelan import Setelan
from service.domain.wewenang import WAJIB, Hadir
from service.ports import House, Tx


class TanggalNanti(Refusal):
    """What is dated today or later takes the next number."""

    def __init__(self) -> None:
        super().__init__(
            "Nomor sisipan hanya untuk surat yang tanggalnya sudah lewat. Tidak ada nomor yang "
            "diambil. Untuk hari ini pakai nomor berikutnya."
        )


class BukanSisipanMenunggu(Refusal):
    """Only what waits can be agreed to."""

    status = 409

    def __init__(self, nomor: str) -> None:
        super().__init__(f"Nomor {nomor} tidak menunggu persetujuan. Tidak ada yang diubah.")


@dataclass(frozen=True)
class Sisip:
    """A letter of an earlier date; its id makes a second try the same number."""

    id: str
    seri: str
    tanggal: date
    perihal: str
    perkara: Perkara = BIASA


def insert(
    house: House, oleh: Hadir, kode: str, asked: Sisip, alasan: str, *, coba: bool = False
) -> Nomor:
    """The next suffix behind the number in force that day; another agrees where two are asked."""
    kata = reasoned(alasan)
    instansi, now = agency(house.packs, kode), house.clock.now()
    if asked.tanggal >= instansi.kalender_of(asked.perkara.unit).tanggal(now):
        raise TanggalNanti
    buku = instansi.buku(asked.seri, asked.tanggal, asked.perkara)

    def act(tx: Tx) -> Nomor:
        given = need(tx, oleh, buku)
        two = tx.get(Setelan, kode).empat_mata == WAJIB
        if taken := [one for one in tx.find(Nomor, untuk=asked.id) if one.buku == buku.id]:
            return taken[0]
        minta = Minta(
            asked.seri, asked.id, asked.tanggal, asked.perkara, "", given.siapa, asked.perihal
        )
        isi = replace(
            ambil.writing(instansi, minta),
            keadaan=SEMENTARA if two else FINAL,
            alasan=izin.written(house, tx, kode, asked.id, kata),
            penyetuju="" if two else given.siapa,
        )
        found = tx.insert(buku, asked.id, isi, ambil.series(instansi, minta).sisipan)
        told = {"pemegang": given.pemegang, "alasan": isi.alasan}
        tx.note(Catatan(kode, given.siapa, "nomor_sisipan", now, found.id, told))
        return found

    return dry(house, act) if coba else kept(house, act)


def agree(house: House, oleh: Hadir, nomor_id: str, versi: int, alasan: str = "") -> Nomor:
    """A second person agrees to a number that was slipped in."""
    with house.ledger.begin() as tx:
        before = still(tx, nomor_id, versi, oleh)
        buku = book_of(before)
        given = need(tx, oleh, buku, (before.oleh,), alasan)
        if before.keadaan != SEMENTARA or not before.sisipan:
            raise BukanSisipanMenunggu(before.sebutan)
        after = replace(before, keadaan=FINAL, penyetuju=given.siapa)
        tx.save(before, after)
        izin.written(house, tx, buku.instansi, before.id, given.alasan)
        now, told = house.clock.now(), {"pemegang": given.pemegang}
        tx.note(
            Catatan(buku.instansi, given.siapa, "nomor_sisipan_disetujui", now, before.id, told)
        )
    return after
