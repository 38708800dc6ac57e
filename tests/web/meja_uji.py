"""A matter in its meeting, and short ways to what tests of its worksheets do again and again."""

from __future__ import annotations

from service.acts.berkas import baru as berkas_baru
from service.acts.berkas.buka import Pembukaan
from service.domain.ada import Ada
from service.domain.butir import Butir
from service.domain.catatan import Catatan
from service.house import RealHouse
from tests.office import INSTANSI, UNIT
from tests.web.rumah_web import Orang
from tests.web.test_berkas_web import LEMBAR, brought, does, opened


def met(who: Orang, sifat: str = "biasa") -> str:
    """A matter in its meeting; its address."""
    at = opened(who, sifat=sifat)
    brought(who, at, "surat_permohonan", "didaftar")
    does(who, at, "selesai", hasil="uji")
    brought(who, at, "undangan_rapat", "ditandatangani")
    does(who, at, "selesai")
    return at


def put(who: Orang, at: str, daftar: str, tanda: str = "a" * 26):
    sent = {"csrf": who.csrf, "tanda": tanda, "daftar": daftar}
    return who.client.post(f"{at}/uji/tambah", data=sent)


def items(house: RealHouse) -> list[Butir]:
    with house.ledger.read() as reading:
        return sorted(reading.find(Butir), key=lambda one: one.urut)


def wrote(who: Orang, at: str, butir: Butir, **more: str):
    sent = {**LEMBAR, "csrf": who.csrf, "versi": str(butir.versi), **more}
    return who.client.post(f"{at}/butir/{butir.id}", data=sent)


def copied(who: Orang, at: str, dari: Butir, ke: list[Butir], **more: object):
    sent = {"csrf": who.csrf, "dari": dari.id, "apa": ["dasar", "pertimbangan"], **more}
    return who.client.post(
        f"{at}/uji/salin", data={**sent, "pilih": [f"{one.versi}.{one.id}" for one in ke]}
    )


def deeds(house: RealHouse, perbuatan: str) -> list[Catatan]:
    lines = house.lists.jurnal(INSTANSI, 1_000_000, 1000)
    return [one for one in lines if one.perbuatan == perbuatan]


def about(house: RealHouse, who: Orang, kiriman: str) -> str:
    """A matter that a request opened; its address."""
    asked = Pembukaan("k" * 26, INSTANSI, UNIT, "uji_konsekuensi", "Contoh", kiriman=kiriman)
    return f"/berkas/{berkas_baru.open_by(house, who.hadir, asked).id}"


def signed(house: RealHouse, at: str, bahan: str) -> None:
    now = house.clock.now()
    with house.ledger.begin() as tx:
        tx.add(
            Ada(house.new_id(), at.rsplit("/", 1)[1], bahan, "ditandatangani", now, "mesin", "x")
        )
        tx.note(Catatan(INSTANSI, "mesin", "bahan_dicatat", now))
