"""Numbers that went out after the backup stand in their books again, so that nobody gets them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from service.acts.instansi.packs import agency
from service.acts.nomor.ambil import Minta, series
from service.acts.nomor.buku import perkara_of
from service.acts.nomor.pesan import PESANAN, TERLAMA, after_day
from service.acts.orang import izin
from service.acts.orang.hadir import day
from service.domain.buku import plain_seri
from service.domain.cadangan.keluar import Jawaban, Terpakai, ends, taken
from service.domain.cadangan.manifes import Manifes
from service.domain.catatan import MESIN, Catatan
from service.domain.nomor import BATAL, DIPESAN, Buku, Tulisan
from service.domain.nomor_surat import held
from service.domain.refusals import Refusal
from service.domain.setelan import Setelan
from service.domain.tanggal import local
from service.ports import House, Tx

LEWAT = "Dilompati saat pemulihan dari cadangan: mungkin sudah keluar sesudah cadangan dibuat."
PERIHAL = "Surat yang keluar sesudah cadangan; catat kembali dengan nomor ini"
ALASAN = "Nomor ini keluar sesudah cadangan dibuat; suratnya tidak ikut pulih."


def answered(house: House, made: Manifes, jawaban: Jawaban) -> list[Terpakai]:
    """The books that went on after the backup, asked before anything is laid."""
    sejak, kini = (local(at, "WIB").date() for at in (made.dibuat, house.clock.now()))
    return taken(made.isian.nomor, house.last_numbers.recorded(), jawaban, sejak, max(sejak, kini))


def keep(house: House, tx: Tx, made: Manifes, found: list[Terpakai]) -> list[Terpakai]:
    """Each of them takes its place: known ones wait for their letter, the others are void."""
    done = []
    begun = {id_.partition("/")[0] for id_ in made.isian.nomor}
    for kode in sorted({one.buku.instansi for one in found}):
        if kode not in begun and not tx.find(Setelan, id=kode):
            continue  # no such office works here; it began after the backup was made
        today, pesanan = day(tx, kode, house.clock.now()), house.new_id()
        until = today + TERLAMA
        own = [one for one in found if one.buku.instansi == kode]
        reasons = {kata: izin.written(house, tx, kode, pesanan, kata) for kata in (ALASAN, LEWAT)}
        for one in own:
            _placed(house, tx, one, pesanan, today, reasons)
        many = sum(one.sampai - one.pulih for one in own)
        told = {"banyak": str(many), "cadangan": made.id}
        tx.note(Catatan(kode, MESIN, "nomor_dijaga", house.clock.now(), pesanan, told))
        tx.plan(PESANAN, pesanan, _after(house, kode, until))
        done += own
    return done


def _after(house: House, kode: str, until: date) -> datetime:
    try:
        return after_day(agency(house.packs, kode), "", until)
    except Refusal:  # its pack is gone; its numbers are not
        return house.clock.now() + TERLAMA + timedelta(days=1)


def _placed(
    house: House, tx: Tx, one: Terpakai, pesanan: str, today: date, reasons: dict[str, str]
) -> None:
    buku = _first(house, one.buku)
    waits = replace(
        _writing(house, buku, today),
        keadaan=DIPESAN,
        perihal=PERIHAL,
        alasan=reasons[ALASAN],
        pesanan=pesanan,
        sampai=min(ends(buku), today + TERLAMA),
    )
    left = Tulisan(keadaan=BATAL, alasan=reasons[LEWAT])
    gone = replace(left, alasan=reasons[ALASAN])  # of a book that is closed; nothing enters it
    for urut in range(max(one.pulih, buku.mulai - 1) + 1, one.sampai + 1):
        isi = (waits if buku.holds(today) else gone) if urut <= one.keluar else left
        tx.draw(buku, "", isi)


def _first(house: House, buku: Buku) -> Buku:
    """The book with the number that its office lets it begin with."""
    try:
        seri = agency(house.packs, buku.instansi).seri_for(plain_seri(buku.seri))
    except Refusal:
        return buku
    return replace(buku, mulai=seri.first(buku.tahun)) if seri else buku


def _writing(house: House, buku: Buku, today: date) -> Tulisan:
    """How such a number is written, where that can be said before its letter is named."""
    try:
        instansi = agency(house.packs, buku.instansi)
        perkara = perkara_of(buku.bagian, instansi, rahasia=buku.rahasia)
        seri = series(instansi, Minta(plain_seri(buku.seri), "", today, perkara))
        return held(instansi, seri, perkara, today)
    except Refusal:
        return Tulisan()
