"""Takes one letter in and looks at it: `python -m tests.fault.penerima LETTER`.

Run under a clock that a test sets; says the agenda number, or that the kiriman waits.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jobs.perform import Child
from jobs.table import BERSAMA, JOBS
from jobs.wire import Errand
from service import house as houses
from service.config import Settings
from service.domain.kiriman import Kiriman
from service.domain.pekerjaan import JALUR
from tests.office import arrive


def main(letters: list[str]) -> None:
    house = houses.build(Settings.from_env())
    for letter in letters:
        arrive(house, Path(letter))
    child = Child(house, "pekerja contoh", JOBS, BERSAMA)
    for lane in JALUR:
        for one in house.owed.claim(lane, 50, set):
            child.carry_out(Errand(one.job, one.untuk, one.fence))
    with house.ledger.read() as reading:
        for one in sorted(reading.find(Kiriman), key=lambda one: one.nama):
            sys.stdout.write(f"{one.nama} {one.nomor_agenda or 'menunggu'}\n")
    house.close()


if __name__ == "__main__":
    main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)
