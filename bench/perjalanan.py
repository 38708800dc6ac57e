"""A house at work in one process: the clock at its ports, its machine driven, its people played."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bench.jam_bagian import Berjam, JamBagian
from jobs.table import JOBS
from service import house as houses
from service.adapters.box import Bubblewrap
from service.adapters.kotak_baca import BoxFitter
from service.adapters.pdf import PdfProofreader
from service.adapters.pdf_sambung import PdfJoiner
from service.adapters.signing.kolom import PdfKolom
from service.adapters.soffice import Bersambung, Hangat, Soffice, SofficeAsing, foreign
from service.config import Settings
from service.demo.papers import Pencetak
from service.demo.sertifikat import Penerbit
from service.demo.sign import Pena
from service.demo.stage import ALAMAT, PENERBIT, fresh, surroundings
from service.demo.walk import Tersendat
from service.domain.pekerjaan import JALUR
from service.house import RealHouse

CONVERT, PEOPLE, REST = "convert", "people", "ledger, acts and jobs"
PARTS = ("fill", CONVERT, "check", "stamp", "store", "read", "bind", REST)
T = TypeVar("T")


class Bel:
    """Wakes nobody; whoever drives the machine looks here whether there is something to do."""

    rung = True

    def ring(self) -> None:
        self.rung = True


@dataclass(frozen=True)
class Bengkel:
    """A fresh house, the clock at its ports, and who issues the certificates that it trusts."""

    house: RealHouse
    jam: JamBagian
    bel: Bel
    penerbit: Penerbit

    def work(self) -> bool:
        """Do what is owed until nothing is; whether there was anything."""
        done = False
        while self.bel.rung:
            self.bel.rung = False
            for one in [one for lane in JALUR for one in self.house.owed.claim(lane, 50, set)]:
                seen = self.house.owed.start(one.job, one.untuk, one.fence, "bench")
                assert seen is not None
                JOBS[one.job](self.house.fenced(seen), one.untuk)
                self.house.owed.settle(seen)
                done = True
        return done


@contextmanager
def opened(room: Path) -> Iterator[Bengkel]:
    """A house in which nothing was done yet."""
    home = fresh(room)
    penerbit = Penerbit(home / PENERBIT)
    own = {**surroundings(home, os.environ), "BERKAS_URL": ALAMAT, "BERKAS_MAPAN": "0.000001"}
    settings = Settings.from_env(own)
    houses.migrate(settings)
    house = houses.build(settings)
    bel = house.ledger.bell = Bel()
    try:
        yield Bengkel(house, _timed(house), bel, penerbit)
    finally:
        house.close()


def _timed(house: RealHouse) -> JamBagian:
    """The clock at every port through which a paper goes; the ports are the house's own."""
    jam, reader = JamBagian(REST), house.reader

    def at(part: str, port: object) -> Berjam:
        return Berjam(port, jam, part)

    examiner, marker = at("check", house.examiner), at("stamp", house.marker)
    proofreader, warm = at("check", PdfProofreader()), at(CONVERT, Hangat())
    bersambung = Bersambung(PdfJoiner(), Hangat)
    ports = {
        "examiner": examiner,
        "marker": marker,
        "converter": Soffice(warm, proofreader, examiner, marker, bersambung),
        "filler": at("fill", house.filler),
        "preparer": at("stamp", PdfKolom(examiner)),
        "placer": at("stamp", house.placer),
        "store": at("store", house.store),
        "store_publik": at("store", house.store_publik),
        "fitter": at("bind", BoxFitter(reader)),
        "changer": at("bind", SofficeAsing(Bubblewrap(), warm=foreign())),
        "binder": at("bind", house.binder),
        "reader": at("read", reader),
    }
    house.opened.update(ports)
    return jam


@dataclass
class Percetakan(Pencetak):
    """Waits for nothing: what is owed is done at once."""

    work: Callable[[], bool] = lambda: False

    def wait(self, look: Callable[[], T | None], what: str) -> T:
        while (found := look()) is None:
            if not self.work():
                raise Tersendat(what)
        return found


@dataclass
class PenaOrang(Pena):
    """Signs while the clock counts for people."""

    jam: JamBagian = field(default_factory=lambda: JamBagian(REST))
    cpu: float = 0.0  # seconds of processor that it took

    def sign(self, naskah_id: str) -> None:
        with self.jam.within(PEOPLE, whole=True):
            before = spent()
            super().sign(naskah_id)
            self.cpu += spent() - before


def spent(pid: str = "self") -> float:
    """Seconds of processor that a process and all below it have used, those that ended too."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        tasks = [one.read_text() for one in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:  # it has just ended, and counts for its parent
        return 0.0
    used = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return used + sum(spent(one) for told in tasks for one in told.split())
