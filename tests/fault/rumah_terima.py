"""A whole office that takes files in: real watcher, workers, clock and queue, and who looks on."""

from __future__ import annotations

from pathlib import Path

from service.domain.kiriman import File, Kiriman
from tests.fault.world import CLOCK, World
from tests.office import INSTANSI, UNIT, rule

WATCHER = ["-m", "jobs.watcher"]
BERAT = ["-m", "jobs.worker", "berat"]
LINES = (
    "UNDANGAN",
    "Nomor : {n}/UND/XI/2026",
    "Tanggal : 21 November 2026",
    "Hal : Rapat daftar informasi publik ke-{n}",
    "Yth. Kepala Biro Hubungan Masyarakat",
)


def opened(world: World) -> Path:
    """The office at work, all but its queue and its pages; the folder letters are dropped in."""
    rule(world.house)
    folder = world.house.inbox / INSTANSI / UNIT
    folder.mkdir(parents=True, exist_ok=True)
    for name, line in (("clock", CLOCK), ("berat", BERAT), ("watcher", WATCHER)):
        world.start(name, line)
    return folder


def words(n: int) -> bytes:
    """A letter unlike all others."""
    return "\n".join(LINES).format(n=n).encode()


def drop(folder: Path, n: int, nama: str = "") -> None:
    """Laid there whole, as a mover lays it."""
    part = folder.parent / f".{n}.contoh"
    part.write_bytes(words(n))
    part.rename(folder / (nama or f"surat {n}.txt"))


def taken(world: World) -> list[Kiriman]:
    with world.house.ledger.read() as look:
        return look.find(Kiriman)


def numbered(world: World) -> int:
    return sum(1 for one in taken(world) if one.nomor_agenda)


def shas(world: World) -> list[str]:
    """What lies in the house, one for each file that came."""
    with world.house.ledger.read() as look:
        return sorted(one.sha256 for one in look.find(File))
