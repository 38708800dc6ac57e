"""The steps of the hallway: what lies before each, how it is done, and how it looks afterwards."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, update

from jobs.pickup import Pickup
from service.acts.keadaan.audit import audit
from service.adapters.ledger import tables
from service.domain.kiriman import File, Kiriman
from service.domain.pekerjaan import BERAT
from service.domain.simpanan import DISEWA
from service.domain.teks import Teks
from service.house import RealHouse
from tests import pindaian
from tests.contoh_buruk import semua
from tests.fault import aplikasi, biasa, jilid, naskah
from tests.fault.masukan import numbers_stand_in_a_row
from tests.fault.titik import inside
from tests.loket import an_antaran, attach, leave, new_kode
from tests.office import arrive, arrive_letter, rule, work

PRINT = re.compile(r"(?<=terbit/file/)[0-9a-f]+")


@dataclass(frozen=True)
class Langkah:
    """One step: what is laid before it, which way it goes, how many points the short run takes."""

    nama: str
    given: Callable[[RealHouse, Path], None]
    way: Callable[[RealHouse], object]
    titik: int
    paling: int  # points of the long run; a point of LibreOffice costs many seconds


def letters(house: RealHouse, room: Path) -> None:
    """A letter, the same again, a small note, and a program."""
    arrive_letter(house, room)
    arrive(house, room / "usulan.docx")
    _bad(house, room, "biasa.txt")
    _bad(house, room, "surat.pdf", "program")


def packed(house: RealHouse, room: Path) -> None:
    """An archive and a letter by mail, both looked at already."""
    for name, bita in (("lampiran.zip", biasa.archive(1)), ("surat.eml", biasa.letter_by_mail(1))):
        (room / name).write_bytes(bita)
        arrive(house, room / name)
    work(house, [BERAT])


def scanned(house: RealHouse, room: Path) -> None:
    (room / "pindaian.png").write_bytes(pindaian.saved(pindaian.page(dpi=70)))
    arrive(house, room / "pindaian.png")
    work(house, [BERAT])


def old(house: RealHouse, room: Path) -> None:
    _bad(house, room, "biasa.xls")
    work(house, [BERAT])


def withheld(house: RealHouse, room: Path) -> None:
    """What waits for a person, by folder: locked, broken, a bomb, a program."""
    for kode in ("terkunci_sandi", "rusak", "mengembang", "program"):
        _bad(house, room, "", kode)
    work(house, [BERAT])


def asked(house: RealHouse, room: Path) -> None:
    """Two forms of the public, one with a file."""
    rule(house)
    masuk = house.settings.home / "publik" / "masuk"
    lampiran = attach(masuk, biasa.archive(2), "lampiran.zip")
    leave(masuk, an_antaran(new_kode(), lampiran=(lampiran,)))
    leave(masuk, an_antaran(new_kode()))
    assert room.exists()


def picked_up(house: RealHouse) -> None:
    Pickup(house).turn()
    work(house)


def _bad(house: RealHouse, room: Path, nama: str, kode: str = "") -> None:
    one = next(one for one in semua() if one.kode == kode and nama in ("", one.nama))
    (room / one.nama).write_bytes(one.bita)
    arrive(house, room / one.nama)


LANGKAH = (
    Langkah("identify", letters, work, 3, 400),
    Langkah("unpack", packed, work, 3, 400),
    Langkah("ocr", scanned, work, 2, 50),
    Langkah("ubah", old, work, 1, 20),
    Langkah("karantina", withheld, work, 2, 400),
    Langkah("pickup", asked, picked_up, 3, 200),
    Langkah("cetak", naskah.filled, work, 2, 40),
    Langkah("terbit", naskah.printed, naskah.on_its_way, 2, 100),
    Langkah("kembali", naskah.come_back, naskah.taken_in, 2, 200),
    Langkah("kembali_aplikasi", aplikasi.came_back, aplikasi.taken_in, 2, 200),
    Langkah("jilid", jilid.asked, work, 1, 200),
)


def time_goes_by(house: RealHouse) -> None:
    """Whoever held work and died does so no more."""
    with house.ledger.engine.begin() as connection:
        connection.execute(
            update(tables.pekerjaan)
            .where(tables.pekerjaan.c.diambil.is_not(None))
            .values(sewa=house.clock.now() - timedelta(seconds=1))
        )


def seen(house: RealHouse) -> dict[str, Any]:
    """How everything stands, in words that no order and no id changes."""
    with house.ledger.read() as reading:
        kiriman = {one.id: one for one in reading.find(Kiriman)}
        files = {one.id: one for one in reading.find(File)}
        teks = reading.find(Teks)
    numbers_stand_in_a_row(kiriman.values())
    return {
        "kiriman": Counter(_kiriman(one) for one in kiriman.values()),
        "files": Counter(_file(one, kiriman, files) for one in files.values()),
        "search": Counter((files[one.file].nama, one.isi) for one in teks if one.file),
        "papers": naskah.papers(house),
        "journal": _journal(house),
        "rows": _rows(house),
        "inbox": inside(house.inbox) if house.inbox.exists() else [],
        # A half-written word to the public is hidden, and swept a day later.
        "counter": sorted(
            PRINT.sub("sidik", one)  # a paper that is printed anew has other bytes
            for one in inside(house.settings.home / "publik")
            if not one.endswith(".part")
        ),
        "macet": [(one.job, one.galat) for one in house.lists.macet(0, 20)],
        "broken promises": [(one.janji, one.sebut) for one in audit(house) if not one.utuh],
    }


def _kiriman(one: Kiriman) -> tuple[object, ...]:
    said = (one.nama, one.keadaan, one.akhir, one.kode, one.alasan, one.jenis)
    return (*said, bool(one.nomor_agenda), bool(one.kembar), len(one.usul), str(one.surat))


def _file(one: File, kiriman: dict[str, Kiriman], files: dict[str, File]) -> tuple[object, ...]:
    of = files[one.dari].nama if one.dari else ""
    codes = tuple(found.kode for found in one.temuan)
    said = (one.nama, one.sha256, one.mime, one.akhir, one.halaman, one.urut)
    return (kiriman[one.kiriman].nama, of, codes, *said, tuple(sorted(one.metadata)))


def _journal(house: RealHouse) -> Counter[str]:
    with house.ledger.reader.begin() as look:
        return Counter(look.execute(select(tables.catatan.c.perbuatan)).scalars())


def _rows(house: RealHouse) -> dict[str, int]:
    """How many of each, but for what is leased and swept later: a paper made anew differs."""
    with house.ledger.reader.begin() as look:
        found = {
            name: int(look.execute(select(func.count()).select_from(table)).scalar_one())
            for name, table in tables.metadata.tables.items()
        }
        leased = tables.simpanan.c.keadaan == DISEWA
        left = select(func.count()).select_from(tables.simpanan).where(leased)
        found["simpanan"] -= int(look.execute(left).scalar_one())
    return found
