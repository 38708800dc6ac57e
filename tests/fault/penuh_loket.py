"""Forms of the public on a full disk: `python -m tests.fault.penuh_loket FOLDER LEDGER`.

Run where the rooms, the store and the public's side of the house are small file systems.
"""

from __future__ import annotations

import sys
from pathlib import Path

from service.acts.keadaan.audit import audit
from service.domain.kiriman import File
from service.domain.kode_lacak import sidik
from service.domain.permohonan import Permohonan
from tests.fault.full_ledger import full, say
from tests.fault.world import World
from tests.loket import an_antaran, attach, leave, new_kode
from tests.office import rule, work
from tests.servers import until

PICKUP = ["-m", "jobs.pickup"]
LAMPIRAN = b"%PDF-1.7\n" + bytes(200_000) + b"\n%%EOF\n"


def requests(world: World) -> list[Permohonan]:
    with world.house.ledger.read() as look:
        return look.find(Permohonan)


def left(world: World) -> list[str]:
    """What lies on the counter still."""
    masuk = world.settings.home / "publik" / "masuk"
    return sorted(path.name for path in masuk.rglob("*") if path.is_file())


def refusals(world: World) -> int:
    return world.log_path.read_text().count("Disk penuh di")


def sent(world: World) -> str:
    """A form with a file, as the public pages leave it."""
    masuk, kode = world.settings.home / "publik" / "masuk", new_kode()
    n = len(requests(world))
    lampiran = attach(masuk, LAMPIRAN + b"%% %d" % n, "lampiran.pdf")
    leave(masuk, an_antaran(kode, lampiran=(lampiran,)))
    return kode


def shown(world: World, kode: str) -> bool:
    lacak = world.settings.home / "publik" / "terbit" / "lacak"
    return (lacak / f"{sidik(kode)}.json").exists()


def waits_and_is_taken(world: World, folder: Path, *, booked: bool) -> None:
    """It lies on the counter until there is room; then it is one request, and said to be."""
    before, said = len(requests(world)), refusals(world)
    with full(folder):
        kode = sent(world)
        until(lambda: refusals(world) > said, 20, "it is told that there is no room")
        assert len(left(world)) == 2, "form or file is gone"
        assert len(requests(world)) == before + booked
        assert not shown(world, kode)
    until(lambda: left(world) == [], 20, lambda: f"taken in: {left(world)}")
    assert len(requests(world)) == before + 1
    assert shown(world, kode)
    assert world.running["pickup"][1].poll() is None, "it died of a full disk"


def main(room: Path, ledger: str) -> None:
    world = World(room, ledger)
    home = world.settings.home
    try:
        rule(world.house)
        world.start("pickup", PICKUP)
        first = sent(world)
        until(lambda: shown(world, first) and left(world) == [], 30, "the first form")
        waits_and_is_taken(world, home / "kerja", booked=False)
        say("no room to work in")
        waits_and_is_taken(world, home / "tertutup", booked=False)
        say("no room to keep it")
        waits_and_is_taken(world, home / "publik" / "terbit", booked=True)
        say("no room to tell of it")
        work(world.house)
        with world.house.ledger.read() as look:
            files = look.find(File)
        assert len(files) == 2 * len(requests(world)) == 8
        assert [one.sha256 for one in files if world.house.store.verify(one.sha256)] == []
        assert world.house.loket.count_aside() == 0
        assert [one for one in audit(world.house) if one.dilanggar] == []
        assert list((home / "kerja").glob("[!.]*")) == []
        assert list((home / "tertutup" / ".tmp").iterdir()) == []
        say("whole")
    finally:
        world.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
