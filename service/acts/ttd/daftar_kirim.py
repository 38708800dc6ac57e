"""The lists beside the papers in the folders for signatures, and what lies there unknown."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from service.acts.instansi.pilihan import at_work
from service.acts.naskah.acuan import declared_for
from service.domain.catatan import RUMAH
from service.domain.daftar_kirim import KEMBALI_DICEK, SUDAH, BarisKirim
from service.domain.folder_ttd import Terletak
from service.domain.kembalian import MENUNGGU, Kembalian
from service.domain.naskah import DIKIRIM, DITANDATANGANI, Naskah
from service.domain.refusals import Refusal
from service.domain.tempat_ttd import DI_LUAR, TempatTtd, of_turn
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading

LAMA = timedelta(minutes=2)  # in which a file that can be placed is placed


def write(house: House) -> None:
    """Say beside the papers what is out and what came back; written anew only where it changed."""
    with house.ledger.read() as reading:
        rows = _rows(house, reading)
    zona = next((one.zona for one in at_work(house)), "WIB")
    house.courier.tell(rows, zona)


def _rows(house: House, reading: Reading) -> list[BarisKirim]:
    papers = reading.find(Naskah, keadaan=[DIKIRIM, DITANDATANGANI])
    ids = [one.id for one in papers]
    every = defaultdict[str, list[TempatTtd]](list)
    for place in reading.find(TempatTtd, naskah=ids) if ids else []:
        every[place.naskah].append(place)
    odd = {one.naskah for one in reading.find(Kembalian, keadaan=MENUNGGU)}
    rows = []
    for one in papers:
        here = of_turn(every[one.id], one.ajuan)
        if any(place.jalan in DI_LUAR for place in here):
            rows.append(_row(house, reading, one, here, checked=one.id in odd))
    return rows


def _row(
    house: House, reading: Reading, one: Naskah, here: list[TempatTtd], *, checked: bool
) -> BarisKirim:
    try:
        jenis = declared_for(house, reading, one).nama
    except Refusal:
        jenis = one.jenis.replace("_", " ")
    if one.keadaan == DITANDATANGANI:
        last = max((x.pada for x in here if x.pada), default=None)
        return BarisKirim(one.id, jenis, one.nomor, SUDAH, last)
    told = BarisKirim(one.id, jenis, one.nomor)
    return BarisKirim(one.id, jenis, one.nomor, KEMBALI_DICEK) if checked else told


def left_lying(house: House, oleh: Hadir) -> list[Terletak]:
    """What lies among the returned and is not taken yet, for who may know; names may tell much."""
    alone = len(at_work(house)) == 1 and oleh.may(Act.SIGN)
    if not alone and not oleh.may(Act.PEOPLE, RUMAH):
        return []
    long_ago = house.clock.now() - LAMA
    return [one for one in house.courier.back() if one.sejak <= long_ago]
