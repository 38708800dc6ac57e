"""Take over last year's book from a table, and go on behind its last number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from service.acts.instansi.packs import agency
from service.acts.nomor.buku import need
from service.acts.orang import izin
from service.domain.buku_lama import BukuLama, Lama, read
from service.domain.catatan import Catatan
from service.domain.nomor import BATAL, FINAL, IMPOR, Buku, BukuBerjalan, Nomor, id_of, tempat
from service.domain.refusals import Refusal, TidakAda
from service.domain.seri import BIASA, Perkara
from service.domain.wewenang import Hadir
from service.ports import House

TERBANYAK = 20_000
TAK_TERCATAT = "Tidak tercatat dalam buku lama yang disalin."


class BukuLamaSalah(Refusal):
    """The table has faults; all of them, to be mended before anything is kept."""

    def __init__(self, salah: tuple[str, ...]) -> None:
        super().__init__(f"Tabel ini belum dapat disalin: {salah[0]}")
        self.faults = salah


class TidakAdaLubang(Refusal):
    """Too many numbers are missing for a table of one book."""

    def __init__(self) -> None:
        super().__init__(
            "Nomor dalam tabel ini terlalu jauh terpisah untuk satu buku. Tidak ada yang disalin; "
            "periksa lajur nomornya."
        )


@dataclass(frozen=True)
class Salinan:
    """What would be kept: the book, what the table says of it, and its next number."""

    buku: Buku
    isi: BukuLama
    akhir: int  # the last number that counts as given


def look(
    house: House, oleh: Hadir, kode: str, seri: str, on: date, table: Path, perkara: Perkara = BIASA
) -> Salinan:
    """The table as it would be kept; nothing is written."""
    instansi = agency(house.packs, kode)
    found = instansi.seri_for(seri, rahasia=perkara.rahasia)
    if found is None:
        raise TidakAda("Seri itu")
    buku = instansi.buku(seri, on, perkara)
    with house.ledger.read() as reading:
        need(reading, oleh, buku)
    isi = read(house.reader.rows(table), found.pola, buku)
    akhir = max(isi.akhir, buku.mulai - 1)
    begun = house.books.one(buku.id)
    if begun and isi.baris and akhir != begun.mulai - 1:
        akhir = begun.mulai - 1
        if isi.akhir > akhir:
            raise BukuBerjalan(buku.id, begun.mulai)
    if akhir - isi.awal > TERBANYAK:
        raise TidakAdaLubang
    return Salinan(buku, isi, akhir)


def bring(
    house: House, oleh: Hadir, kode: str, seri: str, on: date, table: Path, perkara: Perkara = BIASA
) -> Salinan:
    """The book of the table becomes ours; what it left out stands there as void."""
    salinan = look(house, oleh, kode, seri, on, table, perkara)
    if salinan.isi.salah:
        raise BukuLamaSalah(salinan.isi.salah)
    buku, isi, now = salinan.buku, salinan.isi, house.clock.now()
    with house.ledger.begin() as tx:
        given = need(tx, oleh, buku)
        last = max((one.tanggal for one in isi.baris if one.tanggal), default=None)
        tx.carry(buku, isi.awal, salinan.akhir, last)
        reason = ""
        given_away = {one.urut for one in isi.baris if not one.sisipan}
        missing = [n for n in range(isi.awal, salinan.akhir + 1) if n not in given_away]
        if missing:
            reason = izin.written(house, tx, kode, buku.id, TAK_TERCATAT)
        rows = [_row(buku, one, given.siapa, now) for one in isi.baris]
        rows += [_void(buku, n, given.siapa, now, reason) for n in missing]
        for row in rows:
            tx.add(row)
        told = {"banyak": str(len(isi.baris)), "pemegang": given.pemegang}
        tx.note(Catatan(kode, given.siapa, "nomor_diimpor", now, buku.id, told))
    return salinan


def _row(buku: Buku, one: Lama, oleh: str, now: datetime) -> Nomor:
    return Nomor(
        id=id_of(buku.id, one.urut, one.sisipan),
        buku=buku.id,
        urut=one.urut,
        untuk="",
        diambil=now,
        sisipan=one.sisipan,
        nomor=one.nomor,
        tanggal=one.tanggal,
        keadaan=FINAL,
        sumber=IMPOR,
        perihal=one.perihal,
        oleh=oleh,
    )


def _void(buku: Buku, urut: int, oleh: str, now: datetime, reason: str) -> Nomor:
    id_ = id_of(buku.id, urut)
    return Nomor(
        id_,
        buku.id,
        urut,
        "",
        now,
        nomor=tempat(urut),
        keadaan=BATAL,
        sumber=IMPOR,
        alasan=reason,
        oleh=oleh,
    )
