"""A house whose public pages and pick-up both run, as in an office."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from service import house as houses
from service.acts.instansi import pilihan as instansi
from service.acts.orang.hadir import operator
from service.config import CODE, Settings
from service.domain.keberatan import Keberatan
from service.domain.permohonan import Permohonan
from service.house import RealHouse
from tests import servers
from tests.conftest import new_sqlite
from tests.office import INSTANSI, SilentBell
from tests.web.publik import Running, running

PICKUP = "import sys; from jobs import pickup; sys.exit(pickup.main(0.1))"


@dataclass
class Loket:
    """The public pages, the ledger behind them, and the pick-up between the two."""

    publik: Running
    house: RealHouse
    log: Path
    pickup: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as words:
            self.pickup = subprocess.Popen(
                [sys.executable, "-c", PICKUP],
                env={"PATH": os.environ["PATH"], **self.publik.env},
                cwd=CODE,
                stdout=words,
                stderr=words,
            )

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        if self.pickup:
            self.pickup.send_signal(number)
            self.pickup.wait(15)
            self.pickup = None

    def ready(self) -> None:
        told = self.house.settings.home / "publik" / "terbit" / "instansi.json"
        servers.until(told.exists, 20, "the bodies one can turn to")

    def permohonan(self) -> list[Permohonan]:
        with self.house.ledger.read() as reading:
            return reading.find(Permohonan)

    def keberatan(self) -> list[Keberatan]:
        with self.house.ledger.read() as reading:
            return reading.find(Keberatan)


@contextmanager
def a_loket(folder: Path, *kode: str, **more: str) -> Iterator[Loket]:
    """A house with these bodies at work, its public pages and its pick-up."""
    (folder / "rumah").mkdir()
    env = {
        "BERKAS_HOME": str(folder / "rumah"),
        "BERKAS_INBOX": str(folder / "inbox"),
        "BERKAS_LEDGER": new_sqlite(folder),
        "BERKAS_PORT_PUBLIK": str(servers.free_port()),
        **more,
    }
    house = houses.build(Settings.from_env(env))
    house.ledger.bell = SilentBell()  # type: ignore[union-attr]
    for one in kode or (INSTANSI,):
        instansi.set_up(house, operator(house), one)
    with running(env) as publik:
        loket = Loket(publik, house, folder / "pickup.log")
        loket.start()
        try:
            loket.ready()
            yield loket
        finally:
            loket.stop()
            house.close()
