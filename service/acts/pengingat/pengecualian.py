"""Terms of what stands in the DIK: told of in time, and again once they are over."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from service.acts.dikecualikan.baca import TERBANYAK, Dijaga, stand
from service.acts.instansi.packs import agency
from service.acts.ttd.pengingat_hari import Hari
from service.domain import akhir_pengecualian as akhir
from service.domain.informasi import masa_kecuali as masa
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import AKAN_BERAKHIR, DIKECUALIKAN, TERBUKA
from service.domain.informasi.kode import spoken
from service.domain.informasi.pengujian import Pengujian
from service.domain.ingat import PENGECUALIAN, Ingat
from service.domain.pengingat import AKAN, NAIK
from service.domain.pengingat import TERBUKA as TERBUKA_SENDIRI
from service.domain.tanggal import panjang
from service.ports import House
from service.ports.informasi import SaringInformasi
from service.ports.kiriman import Jangkauan

DIJAGA = (AKAN_BERAKHIR, DIKECUALIKAN, TERBUKA)


def pieces(
    house: House, hari: Hari, here: Collection[Jangkauan], dari: tuple[str, ...]
) -> Iterator[Ingat]:
    """What has to be done about pieces that are withheld in these places."""
    closed = [one for one in here if one.rahasia]
    if not closed:
        return
    asked = SaringInformasi(keadaan=DIJAGA)
    found = house.informasi.by_kode(closed, asked, "", TERBANYAK + 1)
    if len(found) > TERBANYAK:
        hari.terpotong.add(PENGECUALIAN)
    for one in stand(hari, found[:TERBANYAK]):
        told = of_piece(house, hari, one)
        if told and (not dari or told.jenis in (NAIK, TERBUKA_SENDIRI)):
            yield replace(told, dari=dari)


def terms(
    house: House, hari: Hari, here: Collection[Jangkauan], days: tuple[date, date]
) -> Iterator[Informasi]:
    """What is withheld in these places until one of these days, for who may see it."""
    closed = [one for one in here if one.rahasia]
    if not closed:
        return
    asked = SaringInformasi(keadaan=(AKAN_BERAKHIR, DIKECUALIKAN))
    found = house.informasi.by_kode(closed, asked, "", TERBANYAK + 1)
    if len(found) > TERBANYAK:
        hari.terpotong.add(PENGECUALIAN)
    first, last = days
    for one in found[:TERBANYAK]:
        if one.dik.akhir and first <= one.dik.akhir <= last:
            yield one


def of_piece(house: House, hari: Hari, watched: Dijaga) -> Ingat | None:
    """What is said of one piece today; None where nothing is to be done."""
    one = watched.informasi
    days, today = hari.of(one.instansi, one.unit), hari.today(one.instansi, one.unit)
    at = (one.id, one.instansi, one.unit)
    name = spoken(one.kode)
    last = one.dik.akhir
    if one.keadaan == TERBUKA:
        on = last or today
        kata = "Pastikan file dan kategori informasi yang pengecualiannya berakhir"
        return Ingat(
            TERBUKA_SENDIRI, PENGECUALIAN, *at, kata, name, on, days.sisa(today, on), rahasia=True
        )
    if watched.tahap == masa.DITINJAU and watched.tinjau:
        kata = "Tinjau apakah peristiwa yang mengakhiri pengecualiannya sudah terjadi"
        left = days.sisa(today, watched.tinjau)
        return Ingat(AKAN, PENGECUALIAN, *at, kata, name, watched.tinjau, left, rahasia=True)
    if last is None:
        return None
    rule = akhir.rule_of(agency(house.packs, one.instansi))
    batas = akhir.decide_by(rule, days, last, one.dik.mulai or today)
    jenis = akhir.reminded(days, batas, last, today)
    if not jenis:
        return None
    kata = f"Putuskan kelanjutan pengecualian yang berakhir {panjang(last)}"
    left = days.sisa(today, batas)
    return Ingat(jenis, PENGECUALIAN, *at, kata, name, batas, left, rahasia=True)


def in_the_list(hari: Hari, some: Collection[str]) -> set[str]:
    """Those of these items whose outcome moved a piece, which is told of by itself."""
    ids, found = sorted(some), set[str]()
    for n in range(0, len(ids), 400):
        tests = hari.reading.find(Pengujian, id=ids[n : n + 400])
        found |= {test.id for test in tests if test.diterapkan}
    return found
