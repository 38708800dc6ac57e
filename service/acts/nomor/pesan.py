"""Reserve a block of numbers until a day, and use one of them for a letter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from service.acts.instansi.packs import agency
from service.acts.nomor import ambil
from service.acts.nomor.ambil import Minta
from service.acts.nomor.buku import book_of, need, perkara_of, reasoned, still
from service.acts.orang import izin
from service.acts.simpan.coba import dry, kept
from service.domain.catatan import Catatan
from service.domain.instansi import Instansi
from service.domain.nomor import DIPESAN, BukanPesanan, Nomor
from service.domain.nomor_surat import complete, held, named, spoken
from service.domain.refusals import Refusal
from service.domain.seri import BIASA, Perkara
from service.domain.tanggal import ZONA, panjang
from service.domain.wewenang import Hadir
from service.ports import House, Tx

TERBANYAK = 200
TERLAMA = timedelta(days=92)
PESANAN = "pesanan"  # the job that lets go of what was not used


class PesananTidakSah(Refusal):
    """How many, and how long, a block can be kept."""

    def __init__(self) -> None:
        super().__init__(
            f"Pesan 1 sampai {TERBANYAK} nomor, dengan batas waktu mulai hari ini dan paling lama "
            f"{TERLAMA.days} hari, dalam tahun buku yang sama. Tidak ada nomor yang diambil."
        )


class TanggalDiLuarBuku(Refusal):
    """A letter stands in the book of its own year."""

    def __init__(self, nomor: str) -> None:
        super().__init__(
            f"Tanggal itu di luar masa buku nomor {nomor}. Tidak ada yang diubah. Pakai tanggal "
            "dalam masa buku itu, atau ambil nomor dari buku tahun surat."
        )


class LewatPesanan(Refusal):
    """A reserved number serves letters of the days for which it was reserved."""

    def __init__(self, sampai: date) -> None:
        super().__init__(
            f"Nomor ini dipesan untuk surat sampai {panjang(sampai)}. Tidak ada yang diubah. "
            "Untuk tanggal sesudahnya ambil nomor berikutnya pada hari itu."
        )


@dataclass(frozen=True)
class Pesanan:
    """A block that is asked for; its id makes a second try the same block."""

    id: str
    seri: str
    banyak: int
    sampai: date
    untuk_siapa: str  # what the block is for: a meeting, a unit without network
    perkara: Perkara = BIASA


def reserve(
    house: House, oleh: Hadir, kode: str, asked: Pesanan, alasan: str, *, coba: bool = False
) -> list[Nomor]:
    """So many numbers, kept until the end of a day; those not used by then are void.

    Where the pattern names the unit or the signer, they may be left open until one is used.
    """
    kata = reasoned(alasan)
    instansi, now = agency(house.packs, kode), house.clock.now()
    today = instansi.kalender_of(asked.perkara.unit).tanggal(now)
    buku = instansi.buku(asked.seri, today, asked.perkara)
    kept_well = today <= asked.sampai <= today + TERLAMA and buku.holds(asked.sampai)
    if not 1 <= asked.banyak <= TERBANYAK or not kept_well:
        raise PesananTidakSah

    def act(tx: Tx) -> list[Nomor]:
        given = need(tx, oleh, buku)
        if taken := tx.find(Nomor, pesanan=asked.id):
            return sorted(taken, key=lambda one: one.urut)
        reason = izin.written(house, tx, kode, asked.id, kata)
        minta = Minta(asked.seri, "", today, asked.perkara, "", given.siapa, asked.untuk_siapa)
        isi = replace(
            held(instansi, ambil.series(instansi, minta), asked.perkara, today),
            oleh=given.siapa,
            perihal=asked.untuk_siapa,
            keadaan=DIPESAN,
            alasan=reason,
            pesanan=asked.id,
            sampai=asked.sampai,
        )
        block = [tx.draw(buku, "", isi) for _ in range(asked.banyak)]
        told = {"banyak": str(len(block)), "pemegang": given.pemegang, "alasan": reason}
        tx.note(Catatan(kode, given.siapa, "nomor_dipesan", now, asked.id, told))
        tx.plan(PESANAN, asked.id, after_day(instansi, asked.perkara.unit, asked.sampai))
        return block

    return dry(house, act) if coba else kept(house, act)


def after_day(instansi: Instansi, unit: str, sampai: date) -> datetime:
    """The first moment after a day in the zone of a unit."""
    zona = ZoneInfo(ZONA[instansi.zona_of(unit)])
    return datetime.combine(sampai + timedelta(days=1), time(0, 1), zona)


@dataclass(frozen=True)
class Pakai:
    """The letter that a reserved number is used for."""

    tanggal: date
    perihal: str
    perkara: Perkara = BIASA  # what the number takes from it: unit, signer, sifat


def use(house: House, oleh: Hadir, nomor_id: str, versi: int, surat: Pakai) -> Nomor:
    """A reserved number is a letter's now, written in full; its date fits its neighbours'."""
    with house.ledger.begin() as tx:
        before = still(tx, nomor_id, versi, oleh)
        buku = book_of(before)
        given = need(tx, oleh, buku)
        if before.keadaan != DIPESAN:
            raise BukanPesanan(before.sebutan)
        if not buku.holds(surat.tanggal):
            raise TanggalDiLuarBuku(before.sebutan)
        if before.sampai and surat.tanggal > before.sampai:
            raise LewatPesanan(before.sampai)
        instansi, now = agency(house.packs, buku.instansi), house.clock.now()
        own = perkara_of(buku.bagian, instansi, rahasia=buku.rahasia)
        seri = ambil.series(instansi, Minta(buku.seri, before.untuk, surat.tanggal, own))
        perkara = named(own, spoken(instansi, seri, before.nomor), surat.perkara)
        isi = complete(instansi, seri, perkara, surat.tanggal)
        isi = replace(isi, oleh=given.siapa, perihal=surat.perihal)
        after = ambil.final(tx, before, isi, surat.tanggal)
        told = {"pemegang": given.pemegang}
        tx.note(Catatan(buku.instansi, given.siapa, "nomor_dipakai", now, after.id, told))
    return after
