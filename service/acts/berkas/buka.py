"""Put a matter at a row of its SOP: its row, its first passage, its line in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from service.acts.berkas.tenggat import dated
from service.acts.sop.versi import Jalan, pinned
from service.domain.berkas import BERJALAN, Berkas, at
from service.domain.catatan import MESIN, Catatan
from service.domain.sop.bentuk import UTAMA
from service.domain.sop.jalan import Posisi, begin
from service.domain.sop.jejak import Jejak
from service.ports import House, Tx


@dataclass(frozen=True)
class Pembukaan:
    """What is to be opened; its id makes a second try the same matter."""

    id: str
    instansi: str
    unit: str
    sop: str
    judul: str
    bagian: str = UTAMA
    kiriman: str = ""
    diterima: datetime | None = None  # from when the term of the law runs
    induk: str = ""
    untuk: str = ""
    masa: str = ""
    rahasia: bool = False
    jenis: str = ""  # the kind of the kiriman that opens it


def opened(house: House, tx: Tx, asked: Pembukaan, siapa: str = MESIN) -> Berkas:
    """The matter at its first row, with its first passage; the caller has given leave."""
    jalan, now = pinned(house, tx, asked.instansi, asked.sop), house.clock.now()
    return placed(house, tx, asked, jalan, begin(jalan.sop, asked.bagian, now), siapa)


def placed(
    house: House, tx: Tx, asked: Pembukaan, jalan: Jalan, posisi: Posisi, siapa: str
) -> Berkas:
    """The matter at a given row."""
    now = house.clock.now()
    fresh = Berkas(
        id=asked.id,
        instansi=asked.instansi,
        unit=asked.unit,
        judul=" ".join(asked.judul.split()),
        kiriman=asked.kiriman,
        keadaan=BERJALAN,
        dibuka=now,
        sop=asked.sop,
        sidik=jalan.sidik,
        diterima=asked.diterima if _under_law(jalan, asked) else None,
        induk=asked.induk,
        untuk=asked.untuk,
        masa=asked.masa,
        rahasia=asked.rahasia,
        oleh=siapa,
    )
    berkas = dated(house, tx, jalan.sop, at(fresh, posisi))
    tx.add(berkas)
    tx.add(first_passage(house, berkas))
    told = {"sop": asked.sop, "bagian": asked.bagian, "langkah": berkas.langkah}
    if asked.kiriman:
        told["kiriman"] = asked.kiriman
    if asked.induk:
        told["induk"] = asked.induk
    tx.note(Catatan(asked.instansi, siapa, "berkas_dibuka", now, berkas.id, told))
    return berkas


def _under_law(jalan: Jalan, asked: Pembukaan) -> bool:
    """Whether the term of the law runs: for what the public asks, not for our own."""
    only = jalan.sop.buka.tenggat_bila
    return not only or not asked.jenis or asked.jenis in only


def first_passage(house: House, berkas: Berkas, urut: int = 1) -> Jejak:
    """The passage that begins where the matter stands."""
    return Jejak(
        house.new_id(),
        berkas.id,
        urut,
        berkas.langkah,
        berkas.tahap,
        berkas.sejak or berkas.dibuka,
    )
