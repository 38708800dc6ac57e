"""What a matter is called on its dossier, in its bag and in the names of files."""

from __future__ import annotations

from collections.abc import Iterator

from service.acts.instansi.packs import agency
from service.acts.sop.versi import walked
from service.domain.berkas import Berkas
from service.domain.dossier.sebutan import called
from service.domain.keberatan import Keberatan
from service.domain.kiriman import Kiriman
from service.domain.nomor import BATAL, Nomor
from service.domain.permohonan import Permohonan
from service.domain.sop.bahan import NOMOR
from service.domain.tanggal import local
from service.ports import House, Packs, Reading


def called_of(house: House, reading: Reading, berkas: Berkas) -> str:
    """Its number as people use it, else its title with the year in which it was opened."""
    return called(numbers_of(reading, berkas), berkas.judul, _year(house.packs, berkas))


def numbers_of(reading: Reading, berkas: Berkas) -> Iterator[str]:
    """Every number it has: of its register, of what came in, and the one that its SOP gave."""
    if berkas.kiriman:
        for asked in reading.find(Permohonan, kiriman=berkas.kiriman):
            yield asked.nomor_daftar
        for objected in reading.find(Keberatan, kiriman=berkas.kiriman):
            yield objected.nomor
        for came in reading.find(Kiriman, id=berkas.kiriman):
            yield came.nomor_daftar
            yield came.nomor_agenda
    if berkas.sidik:
        things = [one.id for one in walked(reading, berkas).bahan.values() if one.wujud == NOMOR]
        wanted = [f"{berkas.id}:{one}" for one in things]
        for found in reading.find(Nomor, untuk=wanted) if wanted else []:
            if found.keadaan != BATAL:
                yield found.nomor


def _year(packs: Packs, berkas: Berkas) -> int:
    zona = agency(packs, berkas.instansi).zona_of(berkas.unit)
    return local(berkas.dibuka, zona).year
