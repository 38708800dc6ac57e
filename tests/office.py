"""A house on real adapters in a fresh folder, whose owed work is done on the spot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jobs.table import JOBS
from service import house as houses
from service.acts.instansi import pilihan as instansi
from service.acts.orang import orang, peran
from service.acts.orang.hadir import operator, present
from service.acts.simpan.receive import Bawaan, Slip, accept
from service.adapters.box import Bubblewrap
from service.adapters.docx import Docx
from service.adapters.kotak_baca import BoxReader
from service.adapters.pdf import PdfProofreader
from service.adapters.pdf_sah import PageExaminer
from service.adapters.pdf_sambung import PdfJoiner
from service.adapters.soffice import Bersambung, Hangat, Soffice, SofficeAsing, foreign
from service.adapters.tanda_halaman import PageMarker
from service.config import Settings
from service.domain.batas import Batas
from service.domain.kiriman import Kiriman
from service.domain.orang import Orang
from service.domain.pekerjaan import JALUR
from service.domain.setelan import Setelan
from service.domain.tanggal import local
from service.domain.wewenang import PERINGATKAN, Hadir
from service.house import RealHouse
from service.ports import House
from tests.papers import contoh, letter

INSTANSI, UNIT = "kemensetneg", "humas"


class SilentBell:
    """Nobody has to be woken: `work` looks by itself."""

    def ring(self) -> None:
        pass


@contextmanager
def open_house(folder: Path, ledger_url: str) -> Iterator[RealHouse]:
    env = {
        "BERKAS_HOME": str(folder / "rumah"),
        "BERKAS_INBOX": str(folder / "inbox"),
        "BERKAS_MAPAN": "0.000001",  # two equal looks are enough
        "BERKAS_PERIKSA_ALAMAT": "tidak",  # nobody gives these pages out
        "BERKAS_LEDGER": ledger_url.replace("+psycopg", ""),
    }
    house = houses.build(Settings.from_env(env))
    house.ledger.bell = SilentBell()  # type: ignore[union-attr]
    shared = {
        "reader": one_reader(),
        "converter": one_converter(),
        "changer": one_changer(),
        "filler": one_filler(),
    }
    house.opened.update(shared)
    yield house
    for name in shared:  # others use them still
        house.opened.pop(name)
    house.close()


@cache
def one_reader() -> BoxReader:
    """One warm box for all tests of a process; each file still has a process of its own."""
    return BoxReader(Batas())


@cache
def one_filler() -> Docx:
    """One warm process in which templates are filled, for all tests of a process."""
    return Docx()


@cache
def one_converter() -> Soffice:
    """One warm LibreOffice for all tests of a process."""
    bersambung = Bersambung(PdfJoiner(), Hangat)
    return Soffice(Hangat(), PdfProofreader(), PageExaminer(), PageMarker(), bersambung)


@cache
def one_changer() -> SofficeAsing:
    """One for foreign files, too; each file still has a process of its own."""
    return SofficeAsing(Bubblewrap(), warm=foreign())


def work(house: RealHouse, lanes: Sequence[str] = JALUR) -> list[str]:
    """Do what is owed until nothing is; the names of the jobs done, in order."""
    done = []
    while claimed := [one for lane in lanes for one in house.owed.claim(lane, 50, set)]:
        for one in claimed:
            seen = house.owed.start(one.job, one.untuk, one.fence, "uji")
            assert seen is not None
            JOBS[one.job](house, one.untuk)
            house.owed.settle(seen)
            done.append(one.job)
    return done


def arrive(house: RealHouse, path: Path, **slip: Any) -> Kiriman:
    """A file through the hallway."""
    known = {"instansi": INSTANSI, "unit": UNIT, "pintu": "folder", "nama": path.name}
    return accept(house, [Bawaan(path, path.name)], Slip(**{"id": house.new_id(), **known, **slip}))


def arrive_letter(house: RealHouse, folder: Path, words: str = "Usulan daftar") -> Kiriman:
    """A letter that is known by its words; nobody has to be asked."""
    lines = (
        "USULAN DAFTAR INFORMASI PUBLIK",
        "Nomor : 1/BU/XI/2026",
        f"Hal : {words}",
        "Yth. PPID",
        "Bersama ini kami sampaikan usulan daftar informasi publik dari unit kami.",
    )
    return arrive(house, letter(folder / "usulan.docx", *lines))


def isian(**more: object) -> dict[str, Any]:
    """What an officer of a sample office fills into the SK."""
    return contoh() | more


def person(house: RealHouse, nama_masuk: str, *memegang: str, unit: str = "") -> Hadir:
    """A sample person of the office who is in, with these peran."""
    admin = operator(house)
    made, _ = orang.create(house, admin, INSTANSI, orang.Isian(nama_masuk, f"Contoh {nama_masuk}"))
    for one in memegang:
        peran.give(house, admin, made.id, peran.Penugasan(INSTANSI, unit, one))
    return at_desk(house, made.id)


def at_desk(house: RealHouse, orang_id: str) -> Hadir:
    """The person as they are at this moment."""
    with house.ledger.read() as reading:
        return present(reading, reading.get(Orang, orang_id), house.clock.now())


def rule(house: RealHouse, empat_mata: str = PERINGATKAN) -> None:
    """The office goes to work under this four-eyes rule, or changes to it."""
    with house.ledger.read() as reading:
        found = reading.find(Setelan, id=INSTANSI)
    if found:
        instansi.choose(house, operator(house), INSTANSI, found[0].versi, empat_mata)
    else:
        instansi.set_up(house, operator(house), INSTANSI, empat_mata)


def today(house: House) -> date:
    """The day it is in the office that the tests play, whatever day it is in London."""
    return local(house.clock.now(), "WIB").date()
