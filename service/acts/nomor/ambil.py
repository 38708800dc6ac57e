"""Take the number of a letter, in the transaction that files it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from service.acts.orang import izin
from service.domain.catatan import MESIN
from service.domain.instansi import Instansi
from service.domain.nomor import SEMENTARA, Nomor, TanggalTidakRunut, Tulisan, bound, voided
from service.domain.seri import BIASA, Perkara, Seri
from service.ports import House, Tx

LEWAT = "Nomor sementara dilepas: nomor sesudahnya sudah dipakai untuk tanggal yang lebih awal."


@dataclass(frozen=True)
class Minta:
    """What is to be numbered, from which series, for which date."""

    seri: str
    untuk: str
    tanggal: date
    perkara: Perkara = BIASA
    pola: str = ""  # how it is written where the pack has no such series
    oleh: str = MESIN
    perihal: str = ""
    longgar: bool = False  # a tag that nobody fills stays empty, rather than stop the machine


def series(instansi: Instansi, minta: Minta) -> Seri:
    """The series as the pack has it, or one made of the pattern that was given."""
    if found := instansi.seri_for(minta.seri, rahasia=minta.perkara.rahasia):
        return found
    made = Seri(minta.seri, minta.seri, minta.pola)
    return made.mate if minta.perkara.rahasia else made


def writing(instansi: Instansi, minta: Minta) -> Tulisan:
    """How the number will be written; PolaBelumLengkap where the office left a tag open."""
    seri = series(instansi, minta)
    if minta.longgar:
        isi = Tulisan(seri.pola, instansi.tetap(seri, minta.perkara), minta.tanggal)
    else:
        isi = instansi.tulisan(seri, minta.tanggal, minta.perkara)
    return replace(isi, oleh=minta.oleh, perihal=minta.perihal)


def take(house: House, tx: Tx, instansi: Instansi, minta: Minta) -> Nomor:
    """The number of a letter: the one it has, the one it had for the time being, or the next."""
    buku = instansi.buku(minta.seri, minta.tanggal, minta.perkara)
    isi = writing(instansi, minta)
    nomor = tx.draw(buku, minta.untuk, isi)
    if nomor.keadaan != SEMENTARA:
        return nomor
    try:
        return final(tx, nomor, isi, minta.tanggal)
    except TanggalTidakRunut:
        release(house, tx, instansi.kode, nomor, LEWAT, minta.oleh)
        return tx.draw(buku, minta.untuk, isi)


def final(tx: Tx, nomor: Nomor, isi: Tulisan, on: date, untuk: str = "") -> Nomor:
    """A reserved or provisional number becomes a letter's, with a date between its neighbours'."""
    least, most = tx.around(nomor.buku, nomor.urut)
    after = bound(nomor, untuk, isi, on, least, most)
    tx.save(nomor, after)
    tx.settle(nomor.buku, on)
    return replace(after, versi=nomor.versi + 1)


def release(house: House, tx: Tx, instansi: str, nomor: Nomor, kata: str, oleh: str) -> Nomor:
    """The number is void, and the reason stands beside it for ever."""
    after = voided(nomor, izin.written(house, tx, instansi, nomor.id, kata), oleh)
    tx.save(nomor, after)
    return after
