"""Lay down what a matter needs: which thing, in what state, and the file or place of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.berkas.tugas import need_part
from service.acts.lihat.berkas import berkas_for
from service.acts.lihat.kenangan import need_letter
from service.acts.lihat.terlihat import file_for
from service.acts.orang import izin
from service.acts.sop.versi import walked
from service.domain.ada import Ada
from service.domain.berkas import Berkas, need_open
from service.domain.catatan import Catatan
from service.domain.edisi.edisi import BATAL, Edisi
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.sop.bahan import (
    BUTIR,
    CUKUP,
    EDISI,
    FISIK,
    HANYA_DIBUAT,
    KIRIMAN,
    NASKAH,
    SETUJU,
    Bahan,
)
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading

DISERAHKAN, DITERIMA = "diserahkan", "diterima_kedua_pihak"
BERTANDA = frozenset({"ditandatangani", "terkirim"})


class BahanTidakSah(Refusal):
    """What is laid down is not what the SOP asks for."""


class MengikutiEdisi(Refusal):
    """A list that is drawn up here is as far as its edition is, and no further."""

    status = 409

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"{nama} di berkas ini mengikuti edisinya. Tetapkan dengan surat keputusannya dan "
            "terbitkan di halaman Edisi. Belum dicatat."
        )


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


def look(house: House, oleh: Hadir, berkas_id: str, asked: Bawa) -> None:
    """Refuse what `bring` would refuse, before a file is taken in for it."""
    with house.ledger.read() as reading:
        _allowed(reading, oleh, berkas_for(reading, oleh, berkas_id), asked)


def bring(house: House, oleh: Hadir, berkas_id: str, asked: Bawa) -> Ada:
    """The thing is there from now on, in that state; the same for the same id."""
    with house.ledger.begin() as tx:
        berkas = berkas_for(tx, oleh, berkas_id)
        for same in tx.find(Ada, id=asked.id, berkas=berkas.id):
            return same
        thing, given = _allowed(tx, oleh, berkas, asked)
        if asked.file:
            need_letter(tx, file_for(tx, oleh, asked.file).kiriman)
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


def _allowed(reading: Reading, oleh: Hadir, berkas: Berkas, asked: Bawa) -> tuple[Bahan, izin.Izin]:
    """The thing, and the leave to lay it down: of those who have a part in the step."""
    need_open(berkas)
    jalan = walked(reading, berkas)
    thing = jalan.bahan.get(asked.bahan)
    if thing is None:
        raise TidakAda(f"Bahan {asked.bahan}")
    need_part(jalan.sop, berkas, oleh, thing.id)
    _need_right(thing, asked)
    if thing.wujud == EDISI and _drawn_up(reading, berkas.id, thing):
        raise MengikutiEdisi(thing.nama)
    tempat = izin.Tempat(berkas.instansi, berkas.unit, _giver(reading, berkas.id, thing, asked))
    return thing, izin.need(reading, oleh, Act.COMPLETE, tempat, asked.alasan)


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


def _drawn_up(reading: Reading, berkas_id: str, thing: Bahan) -> bool:
    """Whether an edition of this list came about in the matter."""
    found = reading.find(Edisi, berkas=berkas_id, daftar=thing.jenis or thing.id)
    return any(one.keadaan != BATAL for one in found)


def _giver(reading: Reading, berkas_id: str, thing: Bahan, asked: Bawa) -> tuple[str, ...]:
    """Who handed it over, where somebody now says that it was received."""
    if thing.wujud != FISIK or asked.keadaan != DITERIMA:
        return ()
    before = [
        one.oleh
        for one in reading.find(Ada, berkas=berkas_id, bahan=thing.id)
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
        if found[0].bahan == SETUJU:
            raise BahanTidakSah("Persetujuan hanya ditarik pimpinan yang memberikannya.")
        need_part(walked(tx, berkas).sop, berkas, oleh, found[0].bahan)
        given = izin.need(tx, oleh, Act.COMPLETE, izin.Tempat(berkas.instansi, berkas.unit))
        now = house.clock.now()
        after = replace(found[0], dicabut=now)
        tx.save(found[0], after)
        reason = izin.written(house, tx, berkas.instansi, berkas.id, alasan)
        told = {"bahan": after.bahan, "alasan": reason, "pemegang": given.pemegang}
        tx.note(Catatan(berkas.instansi, given.siapa, "bahan_ditarik", now, berkas.id, told))
    return after
