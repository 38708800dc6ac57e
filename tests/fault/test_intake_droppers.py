"""Those who drop files are slow, hasty, many or hostile; each file comes in whole, once."""

from __future__ import annotations

import hashlib
import os
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from jobs.watcher import Watcher
from service.domain import mapan
from service.domain.kiriman import File, Kiriman
from service.domain.mapan import Kotak
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.fault.titik import inside
from tests.fault.world import World
from tests.office import INSTANSI, UNIT, open_house
from tests.servers import until

HEAD, END = b"%PDF-1.7\n", b"\n%%EOF\n"
WATCHER = ["-c", "import sys; from jobs import watcher; sys.exit(watcher.main(0.2))"]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        (whole.inbox / INSTANSI / UNIT).mkdir(parents=True)
        settings = replace(whole.settings, kotak=Kotak(0.25))
        yield replace(whole, settings=settings)


@contextmanager
def watched(house: RealHouse) -> Iterator[Watcher]:
    """A watcher at work beside the test."""
    watcher = Watcher(house)
    thread = threading.Thread(target=watcher.run, args=(0.05,))
    thread.start()
    try:
        yield watcher
    finally:
        watcher.end()
        thread.join()


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def taken(house: RealHouse) -> Counter[str]:
    with house.ledger.read() as reading:
        return Counter(one.sha256 for one in reading.find(File))


# --- slow writers: each gives the content that alone may be taken


def one_byte_at_a_time(path: Path) -> bytes:
    content = HEAD + b"x" * 12 + END
    with path.open("wb", buffering=0) as out:
        for byte in content:
            out.write(bytes([byte]))
            time.sleep(0.03)
    return content


def page_by_page(path: Path) -> bytes:
    content = b""
    with path.open("wb", buffering=0) as out:
        for n in range(3):
            page = HEAD + b"halaman %d" % n + END
            out.write(page)
            content += page
            time.sleep(0.4)
    return content


def opened_and_closed_again(path: Path) -> bytes:
    content = b""
    for n in range(12):
        with path.open("ab") as out:
            out.write(HEAD + b"%d" % n + END)
        content += HEAD + b"%d" % n + END
        time.sleep(0.08)
    return content


def empty_first(path: Path) -> bytes:
    path.touch()
    time.sleep(0.8)
    path.write_bytes(HEAD + b"isi" + END)
    return HEAD + b"isi" + END


def written_anew(path: Path) -> bytes:
    path.write_bytes(HEAD + b"lama" + END)
    time.sleep(0.1)
    with path.open("r+b") as out:
        out.truncate(0)
        time.sleep(0.5)
        out.write(HEAD + b"baru" + END)
    return HEAD + b"baru" + END


def renamed_into_place(path: Path) -> bytes:
    part = path.with_suffix(".pdf.part")
    part.write_bytes(HEAD)
    time.sleep(0.5)
    part.write_bytes(HEAD + b"utuh" + END)
    part.rename(path)
    return HEAD + b"utuh" + END


def left_by_a_writer_that_died(path: Path) -> bytes:
    """Half a file: it is given time, and then taken as it is, for a person to see."""
    child = os.fork()
    if child == 0:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT)
        os.write(fd, HEAD + b"setengah")
        os._exit(9)
    os.waitpid(child, 0)
    return HEAD + b"setengah"


WRITERS = (
    one_byte_at_a_time,
    page_by_page,
    opened_and_closed_again,
    empty_first,
    written_anew,
    renamed_into_place,
    left_by_a_writer_that_died,
)


@pytest.mark.timeout(600)
def test_seven_kinds_of_slow_writers_are_waited_for(
    house: RealHouse, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr(mapan, "TERPOTONG", 1.0)
    rounds = 20 if request.config.getoption("--panjang") else 1
    unit = house.inbox / INSTANSI / UNIT
    wrote: list[bytes] = []

    def write(writer: Callable[[Path], bytes], n: int) -> None:
        content = writer(unit / f"{writer.__name__}-{n}.pdf")
        wrote.append(content)

    with watched(house):
        for n in range(rounds):
            threads = [threading.Thread(target=write, args=(one, n)) for one in WRITERS]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        want = Counter(sha(one) for one in wrote)
        until(lambda: taken(house).total() >= len(wrote), 20, "all taken")

    assert taken(house) == want
    assert inside(house.inbox) == []


@pytest.mark.timeout(600)
def test_files_moved_deleted_replaced_and_swapped_meanwhile_lose_nothing_and_leak_nothing(
    house: RealHouse, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    secret = tmp_path / "rahasia.pdf"
    secret.write_bytes(HEAD + b"di luar kotak masuk" + END)
    rounds = 500 if request.config.getoption("--panjang") else 60
    seed = random.randrange(1_000_000)
    dice = random.Random(seed)
    quick = replace(house, settings=replace(house.settings, kotak=Kotak(0.000001)))
    unit = house.inbox / INSTANSI / UNIT
    stays: dict[str, str] = {}

    with watched(quick):
        for n in range(rounds):
            content = HEAD + b"isi %d" % n + dice.randbytes(dice.randrange(40_000)) + END
            path = unit / f"{n}.pdf"
            path.write_bytes(content)
            time.sleep(dice.uniform(0, 0.08))
            _hasty(dice, path, secret, content, stays)
        until(
            lambda: not _missing(house, stays),
            20,
            lambda: f"taken are all but {_missing(house, stays)} (seed {seed})",
        )

    assert sha(secret.read_bytes()) not in taken(house)
    assert not house.store.has(sha(secret.read_bytes()))
    assert secret.exists()
    sys.stdout.write(f"{rounds} hasty drops, seed {seed}\n")


def _missing(house: RealHouse, stays: dict[str, str]) -> list[str]:
    found = taken(house)
    return [what for sha256, what in stays.items() if sha256 not in found]


def _hasty(
    dice: random.Random, path: Path, secret: Path, content: bytes, stays: dict[str, str]
) -> None:
    """What a hasty or hostile dropper does; remembers which bytes must be found."""
    act = dice.choice(["rename", "delete", "replace", "swap", "folder"])
    try:
        if act == "rename":
            path.rename(path.with_name(f"lain-{path.name}"))
        elif act == "delete":
            path.unlink()
            return
        elif act == "replace":
            after = content + b"pengganti"
            part = path.with_name(f".{path.name}")
            part.write_bytes(after)
            part.replace(path)
            stays[sha(after)] = f"{path.name} ({act})"
            return
        elif act == "swap":
            link = path.with_name(f".tautan-{path.name}")
            link.symlink_to(secret)
            link.replace(path)
            time.sleep(0.01)
            path.unlink(missing_ok=True)  # the link may have been claimed; the bytes are gone
            return
        elif act == "folder":
            path.with_suffix("").mkdir()
            path.rename(path.with_suffix("") / path.name)
    except FileNotFoundError:  # it was taken before
        pass
    stays[sha(content)] = f"{path.name} ({act})"


def test_the_same_file_dropped_in_eight_ways_is_kept_once_and_every_arrival_is_told(
    house: RealHouse,
) -> None:
    content = HEAD + b"sama" + END
    unit = house.inbox / INSTANSI / UNIT
    places = [
        unit / "surat.pdf",
        unit / "surat (1).pdf",
        unit / "tanpa akhiran",
        unit / "Usulan" / "surat.pdf",
        unit / "Bundel" / "a" / "surat.pdf",
        house.inbox / INSTANSI / "surat.pdf",
        house.inbox / INSTANSI / "entah" / "surat.pdf",
        house.inbox / "surat.pdf",
    ]
    for path in places:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    with watched(house):
        until(lambda: taken(house).total() == 8, 20, "eight arrivals")

    with house.ledger.read() as reading:
        assert len(reading.find(Kiriman)) == 8
    assert list(taken(house)) == [sha(content)]
    assert len(list(house.store.names())) == 1
    assert inside(house.inbox) == []


def test_a_settled_letter_is_taken_within_three_seconds(house: RealHouse) -> None:
    with watched(replace(house, settings=replace(house.settings, kotak=Kotak(2.0)))):
        time.sleep(0.3)
        began = time.monotonic()
        (house.inbox / INSTANSI / UNIT / "surat.pdf").write_bytes(HEAD + END)
        until(lambda: taken(house), 10, "taken")
        took = time.monotonic() - began
    sys.stdout.write(f"taken {took:.2f} s after it was dropped, 2 s of them to settle\n")
    assert took < 5


@pytest.fixture
def world(tmp_path: Path, ledger_url: str) -> Iterator[World]:
    whole = World(tmp_path, ledger_url, BERKAS_MAPAN="0.1")
    yield whole
    whole.end()


@pytest.mark.timeout(1800)
def test_several_watchers_take_each_file_once(world: World, request: pytest.FixtureRequest) -> None:
    long = request.config.getoption("--panjang")
    watchers, count = (8, 10_000) if long else (3, 300)
    unit = world.house.inbox / INSTANSI / UNIT
    unit.mkdir(parents=True)
    for n in range(watchers):
        world.start(f"watcher-{n}", WATCHER)
    began = time.monotonic()
    dropped = _many(unit, count)

    until(lambda: world.count("file") >= count, 900, f"{count} taken")
    seconds = time.monotonic() - began
    until(lambda: not inside(world.house.inbox), 30, "an empty inbox")

    with world.house.ledger.read() as reading:
        assert Counter(one.nama for one in reading.find(Kiriman)) == Counter(dropped.keys())
        assert {one.nama: one.sha256 for one in reading.find(File)} == dropped
    sys.stdout.write(f"{watchers} watchers, {count} files: {count / seconds:.0f} a second\n")


@pytest.mark.panjang
@pytest.mark.timeout(1800)
def test_ten_thousand_files_at_once_are_taken_in_flat_memory(world: World) -> None:
    unit = world.house.inbox / INSTANSI / UNIT
    unit.mkdir(parents=True)
    dropped = _many(unit, 10_000)
    for n in range(100):  # one in a hundred cannot be taken
        (unit / f"tautan {n}.pdf").symlink_to("/etc/hostname")
    pid = world.start("watcher", WATCHER)
    began, peak = time.monotonic(), 0
    while world.count("file") < len(dropped):
        peak = max(peak, _memory(pid))
        assert time.monotonic() - began < 600
        time.sleep(0.2)
    seconds = time.monotonic() - began
    until(lambda: len(inside(world.house.inbox)) == 100, 30, "only what is odd is left")

    with world.house.ledger.read() as reading:
        assert {one.nama: one.sha256 for one in reading.find(File)} == dropped
    sys.stdout.write(f"10,000 files in {seconds:.0f} s, at most {peak} MB\n")
    assert peak < 300


def _many(unit: Path, count: int) -> dict[str, str]:
    dropped = {}
    for n in range(count):
        content = HEAD + b"surat %d " % n + os.urandom(20_000) + END
        (unit / f"surat {n}.pdf").write_bytes(content)
        dropped[f"surat {n}.pdf"] = sha(content)
    return dropped


def _memory(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) // 1000
    return 0
