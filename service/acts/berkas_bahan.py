"""Lay down what a matter needs: which thing, in what state, and the file or place of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts import izin
from service.acts.berkas_lihat import berkas_for
from service.acts.sop_versi import walked
from service.acts.terlihat import file_for
from service.domain.ada import Ada
from service.domain.berkas import need_open
from service.domain.catatan import Catatan
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.sop.bahan import (
    BUTIR,
    CUKUP,
    EDISI,
    FISIK,
    HANYA_DIBUAT,
    KIRIMAN,
    NASKAH,
    Bahan,
)
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx

DISERAHKAN, DITERIMA = "diserahkan", "diterima_kedua_pihak"
BERTANDA = frozenset({"ditandatangani", "terkirim"})


class BahanTidakSah(Refusal):
    """What is laid down is not what the SOP asks for."""


@dataclass(frozen=True)
class Bawa:
    """What a person lays down; its id makes a second try the same."""

    id: str
    bahan: str
    keadaan: str
    file: str = ""
    nomor: str = ""
    catatan: str = ""
    alasan: str = ""  # where one person stands on both sides


def bring(house: House, oleh: Hadir, berkas_id: str, asked: Bawa) -> Ada:
    """The thing is there from now on, in that state."""
    with house.ledger.begin() as tx:
        berkas = berkas_for(tx, oleh, berkas_id)
        need_open(berkas)
        thing = walked(tx, berkas).bahan.get(asked.bahan)
        if thing is None:
            raise TidakAda(f"Bahan {asked.bahan}")
        for same in tx.find(Ada, id=asked.id):
            return same
        _need_right(thing, asked)
        if asked.file:
            file_for(tx, oleh, asked.file)
        tempat = izin.Tempat(berkas.instansi, berkas.unit, _giver(tx, berkas.id, thing, asked))
        given = izin.need(tx, oleh, Act.COMPLETE, tempat, asked.alasan)
        now = house.clock.now()
        one = Ada(
            asked.id,
            berkas.id,
            thing.id,
            asked.keadaan,
            now,
            given.siapa,
            asked.file,
            asked.nomor.strip(),
            asked.catatan.strip(),
        )
        tx.add(one)
        reason = izin.written(house, tx, berkas.instansi, berkas.id, given.alasan)
        told = {"bahan": thing.id, "keadaan": one.keadaan, "pemegang": given.pemegang}
        told |= {"alasan": reason} if reason else {}
        tx.note(Catatan(berkas.instansi, given.siapa, "bahan_dicatat", now, berkas.id, told))
    return one


def _need_right(thing: Bahan, asked: Bawa) -> None:
    states = CUKUP[thing.wujud]
    if asked.keadaan not in states:
        known = ", ".join(one.replace("_", " ") for one in states)
        raise BahanTidakSah(f"Keadaan {thing.nama} harus salah satu: {known}. Belum dicatat.")
    if thing.wujud in HANYA_DIBUAT - {EDISI}:
        raise BahanTidakSah(f"{thing.nama} dicatat sendiri ketika langkahnya selesai.")
    if thing.wujud == BUTIR:
        raise BahanTidakSah(f"{thing.nama} mengikuti lembar uji setiap butirnya.")
    if thing.wujud == NASKAH and asked.keadaan in BERTANDA and not asked.file:
        raise BahanTidakSah(
            f"Lampirkan pindaian {thing.nama} yang sudah ditandatangani. Belum dicatat."
        )
    if thing.wujud == KIRIMAN and not asked.file:
        raise BahanTidakSah(f"Pilih file {thing.nama}. Belum dicatat.")
    if thing.wujud == FISIK and not asked.catatan.strip():
        raise BahanTidakSah(f"Tulis tempat, jumlah, dan kondisi {thing.nama}. Belum dicatat.")


def _giver(tx: Tx, berkas_id: str, thing: Bahan, asked: Bawa) -> tuple[str, ...]:
    """Who handed it over, where somebody now says that it was received."""
    if thing.wujud != FISIK or asked.keadaan != DITERIMA:
        return ()
    before = [
        one.oleh
        for one in tx.find(Ada, berkas=berkas_id, bahan=thing.id)
        if one.keadaan == DISERAHKAN and one.dicabut is None
    ]
    if not before:
        raise BahanTidakSah(
            f"{thing.nama} belum dicatat diserahkan, jadi belum dapat diterima. Belum dicatat."
        )
    return tuple(before)


def take_back(house: House, oleh: Hadir, ada_id: str, versi: int, alasan: str) -> Ada:
    """What was laid down by mistake counts no more; the row stays, with the reason."""
    if not alasan.strip():
        raise BahanTidakSah("Tulis alasan mengapa ditarik. Tidak ada yang diubah.")
    with house.ledger.begin() as tx:
        found = tx.find(Ada, id=ada_id)
        if not found:
            raise TidakAda("Bahan itu")
        berkas = berkas_for(tx, oleh, found[0].berkas)
        need_open(berkas)
        if found[0].versi != versi or found[0].dicabut:
            raise Overtaken("ada", ada_id)
        given = izin.need(tx, oleh, Act.COMPLETE, izin.Tempat(berkas.instansi, berkas.unit))
        now = house.clock.now()
        after = replace(found[0], dicabut=now)
        tx.save(found[0], after)
        reason = izin.written(house, tx, berkas.instansi, berkas.id, alasan)
        told = {"bahan": after.bahan, "alasan": reason, "pemegang": given.pemegang}
        tx.note(Catatan(berkas.instansi, given.siapa, "bahan_ditarik", now, berkas.id, told))
    return after
