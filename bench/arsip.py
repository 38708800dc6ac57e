"""A closed matter with its code and its place, a schedule and a list: for the pages of archives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bench.perkara import matter
from service.domain.arsip.arsip import Arsip, classified
from service.domain.arsip.jadwal import MUSNAH, BarisJadwal, Retensi, jadwal_of
from service.domain.arsip.jadwal_pakai import BERLAKU, JadwalArsip
from service.domain.arsip.lama import Lama
from service.domain.arsip.penyusutan import BUANG
from service.domain.arsip.tempat import RUANG, Tempat
from service.domain.arsip.usul import Usul
from service.domain.berkas import SELESAI, Berkas
from service.domain.catatan import MESIN, Catatan
from service.house import RealHouse

KELAS = jadwal_of(
    BarisJadwal(f"HM.{n:02}", f"Layanan contoh {n}", Retensi(Lama(24), Lama(36), MUSNAH))
    for n in range(1, 61)
)


def kept(house: RealHouse, kode: str) -> dict[str, str]:
    """The ids of an archive, of the place where it lies, and of the list on which it stands."""
    id_, now = matter(house, kode), house.clock.now()
    place = Tempat(house.new_id(), kode, "", RUANG, "Ruang Arsip Contoh")
    row = classified(Arsip(id_, kode, date(2020, 1, 5), dicatat=now), "HM.01", KELAS)
    asked = Usul(house.new_id(), kode, "", BUANG, "Usul contoh", (id_,), (MESIN,), now)
    schedule = JadwalArsip(house.new_id(), kode, "Peraturan contoh", KELAS.baris, MESIN, now)
    with house.ledger.begin() as tx:
        before = tx.get(Berkas, id_)
        tx.save(before, replace(before, keadaan=SELESAI, langkah="", ditutup=now))
        tx.add(place)
        tx.add(replace(row, tempat=place.id))
        tx.add(asked)
        tx.add(replace(schedule, keadaan=BERLAKU))
        tx.note(Catatan(kode, MESIN, "arsip_didaftar", now, id_))
        tx.note(Catatan(kode, MESIN, "usul_arsip_disusun", now, asked.id, {"arsip": "1"}))
    return {
        "arsip_id": id_,
        "tempat_id": place.id,
        "usul_id": asked.id,
        "macam": BUANG,
        "sebagai": "csv",
    }
