"""The pick-up: takes in what the public sent, and shows the public where it stands."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from service import house as houses
from service import telling
from service.acts.bukti import kabar_naskah
from service.acts.instansi.packs import agency
from service.acts.register import kabar, keberatan, masukan, permohonan
from service.acts.register.permohonan import IsianKurang, Masukan
from service.config import Settings
from service.domain.antaran import KEBERATAN, MASUKAN, PERMOHONAN, Aneh, Antaran, read
from service.domain.keberatan import Keberatan
from service.domain.kiriman import Kiriman
from service.domain.kode_lacak import id_for, sidik
from service.domain.masukan import MasukanPublik
from service.domain.permohonan import Permohonan
from service.domain.refusals import Refusal, TidakDapatDisimpan, Unavailable
from service.domain.setelan import Setelan
from service.ports import House

EVERY = 0.5  # seconds between two looks
MANY = 50  # forms taken in between two signs of life
BEAT = 10.0
TIDY = 3600.0
log = logging.getLogger("berkas.pickup")
REGISTER: dict[str, Callable[[House, Masukan], Permohonan | Keberatan | MasukanPublik]] = {
    PERMOHONAN: permohonan.register,
    KEBERATAN: keberatan.register,
    MASUKAN: masukan.register,
}


class Pickup:
    """Looks again and again; a form leaves the counter only after the ledger has it."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.stop = threading.Event()
        self.told: set[str] = set()
        self.beat_at = self.tidy_at = 0.0

    def run(self, every: float = EVERY) -> None:
        """Until told to stop; what cannot be asked now is asked at the next look."""
        while not self.stop.is_set():
            try:
                taken = self.turn()
                self.beat()
            except (Unavailable, Refusal) as away:
                self._tell("", f"the counter waits: {away}")
                taken = 0
            self.stop.wait(0 if taken == MANY else every)

    def turn(self) -> int:
        """One look; how many forms are dealt with for good."""
        names = self.house.loket.claim(MANY)
        return sum(self.take(name) for name in names if not self.stop.is_set())

    def take(self, name: str) -> bool:
        """One claimed form: taken in, or put aside; False where it waits for the next look."""
        try:
            antaran = read(self.house.loket.content(name), self.house.clock.now())
            self._taken(antaran, name)
        except FileNotFoundError:
            return True  # another took it in
        except (Aneh, IsianKurang, TidakDapatDisimpan) as odd:
            why = str(odd) if isinstance(odd, Aneh) else "cannot be kept"
            return self._aside(name, why)
        except (Unavailable, Refusal) as no:
            self._tell(name, f"is claimed but not yet taken in: {no}")
            return False
        self.told = {line for line in self.told if name not in line}
        return True

    def _taken(self, antaran: Antaran, name: str) -> None:
        if name != f"{sidik(antaran.kode)}.json":
            raise Aneh("lies under another name than its own")
        with self.house.room() as room:
            files = self._files(antaran, room)
            came = Masukan(
                antaran.kode,
                *self._place(antaran),
                antaran.diterima,
                antaran.isian,
                files,
            )
            one = REGISTER[antaran.jenis](self.house, came)
        kabar.tell(self.house, one.id)
        self.house.loket.done(name, antaran.lampiran)

    def _files(self, antaran: Antaran, room: Path) -> list[tuple[Path, str]]:
        """What was sent with a form; nothing where the ledger has it, for then it may be gone."""
        try:
            copied = self.house.loket.copy
            return [(copied(one, room / one.file), one.nama) for one in antaran.lampiran]
        except Aneh:
            if self._known(antaran):
                return []
            raise

    def _known(self, antaran: Antaran) -> bool:
        """Whether the ledger has it: we died before its files were taken away, or between two."""
        with self.house.ledger.read() as reading:
            return bool(reading.find(Kiriman, id=id_for("kiriman", antaran.kode)))

    def _place(self, antaran: Antaran) -> tuple[str, str]:
        """The body and unit a form goes to; a house nobody has set up yet lets it wait."""
        with self.house.ledger.read() as reading:
            at_work = [one.id for one in reading.find(Setelan)]
        if not at_work:
            raise Unavailable("No instansi is at work in this house yet.")
        instansi = antaran.instansi or at_work[0]
        if instansi not in at_work or (not antaran.instansi and len(at_work) > 1):
            raise Aneh("is for no instansi of this house")
        return instansi, agency(self.house.packs, instansi).publik.unit

    def _aside(self, name: str, why: str) -> bool:
        try:
            self.house.loket.aside(name)
        except Unavailable as no:
            self._tell(name, f"{why}, and cannot be put aside: {no}")
            return False
        log.warning("%s %s; it was put aside", ascii(name[:80]), why)
        return True

    def _tell(self, name: str, why: str) -> None:
        """Say it once; a line each look would bury the log."""
        line = f"{name[:80]!a} {why}"
        if line not in self.told:
            self.told.add(line)
            log.warning("%s", line)

    def beat(self) -> None:
        """A sign of life, and what is done now and then."""
        now = time.monotonic()
        if now >= self.beat_at:
            self.beat_at = now + BEAT
            kabar.tell_instansi(self.house)
            name = f"pickup-{socket.gethostname()[:40]}-{os.getpid()}"
            self.house.pulse.beat(name, "pickup", {"pid": str(os.getpid())})
        if now >= self.tidy_at:
            if not self.tidy_at:
                kabar.tell_missing(self.house)
                kabar_naskah.tell_all(self.house)
            self.tidy_at = now + TIDY
            self.house.loket.tidy()


def main(every: float = EVERY) -> int:
    """Run until SIGTERM or Ctrl-C."""
    telling.begin()
    house = houses.build(Settings.from_env())
    pickup = Pickup(house)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: pickup.stop.set())
    pickup.run(every)
    house.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
