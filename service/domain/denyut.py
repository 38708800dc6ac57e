"""Signs of life, and how old one may be before its process counts as gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

HIDUP = timedelta(seconds=35)  # three beats of ten seconds, and a little
PROSES = {
    "clock": "Jam (pembagi pekerjaan)",
    "worker": "Pekerja",
    "watcher": "Penjaga kotak masuk",
    "pickup": "Penjemput permohonan publik",
}


@dataclass(frozen=True)
class Denyut:
    """A sign of life of one process."""

    nama: str
    jenis: str
    waktu: datetime
    rincian: dict[str, str]


def living(beats: list[Denyut], jenis: str, now: datetime) -> list[Denyut]:
    """The processes of a kind that gave a sign of life lately."""
    return [one for one in beats if one.jenis == jenis and now - one.waktu < HIDUP]
