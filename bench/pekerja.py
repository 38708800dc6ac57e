"""A worker whose only job does nothing: what is left is the way there."""

from __future__ import annotations

import sys

from jobs import worker
from jobs.table import JOBS
from service.domain.pekerjaan import BERAT, TUGAS, Tugas
from service.ports import House


def nothing(_house: House, _id: str) -> None:
    """Ends at once."""


def know() -> None:
    """Add the job to this process."""
    JOBS["nothing"] = nothing
    TUGAS["nothing"] = Tugas(BERAT, batas=10)


if __name__ == "__main__":
    know()
    sys.exit(worker.main(sys.argv[1]))
