"""Whatever is handed in at any door comes to one of the five ends, and nothing is lost."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from service.acts.orang import masuk
from service.config import CODE
from service.domain.kiriman import File, Kiriman, shown
from service.domain.temuan import AKHIR, DITERIMA
from tests.conftest import new_sqlite
from tests.fault import biasa
from tests.fault.masukan import (
    Setoran,
    all_is_well,
    came_to_its_end,
    every,
    numbers_stand_in_a_row,
    rounds,
    share,
)
from tests.fault.sisa import Sisa
from tests.fault.world import World
from tests.kantor import SANDI
from tests.office import INSTANSI, UNIT, rule
from tests.servers import until
from tests.web.rumah_web import with_password

# As in an office, but for how long a file that is empty or looks cut off is waited for.
WATCHER = """
import sys
from service.domain import mapan
mapan.KOSONG = mapan.TERPOTONG = 1.0
from jobs import watcher
sys.exit(watcher.main(0.2))
"""
WINDOWS = 4  # from which officers upload at the same time


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    whole = World(tmp_path, new_sqlite(tmp_path), BERKAS_MAPAN="0.3", BERKAS_SEWA="20")
    yield whole
    whole.end()


def samples(request: pytest.FixtureRequest, door: int) -> list[Setoran]:
    """All at every door in the long run; in the short one the doors share them."""
    return every() if request.config.getoption("--panjang") else share(door)


@contextlib.contextmanager
def at_work(world: World) -> Iterator[None]:
    """All that takes files in; afterwards not one of its processes is left."""
    with Sisa() as sisa:
        world.start_all("berat", "berat", "pelan", "naskah")
        yield
        world.stop()
        sisa.nothing(10)


def done(world: World, count: int) -> None:
    """Every file has come in, and nothing is owed any more."""

    def over() -> bool:
        return world.count("kiriman") >= count and world.owed() == 0

    until(over, 1500, lambda: f"all done, still owed: {world.owing()}")


def told(what: str, began: float, ends: Counter[str]) -> None:
    sys.stdout.write(f"{what}: {ends.total()} files, {dict(ends)}, {time.time() - began:.0f} s\n")


# --- the drop folder


@pytest.mark.timeout(1800)
def test_bad_files_through_the_drop_folder(world: World, request: pytest.FixtureRequest) -> None:
    began, dropped = time.time(), samples(request, 0)
    unit = world.house.inbox / INSTANSI / UNIT
    unit.mkdir(parents=True)
    with at_work(world):
        world.start("watcher", ["-c", WATCHER])
        left = _odd(world, unit)
        for some in rounds(dropped, _base):
            for one in some:
                with (unit / _base(one)).open("xb") as out:  # never through what lies there
                    out.write(one.bita)
            names = [unit / _base(one) for one in some]
            until(lambda names=names: not any(map(os.path.lexists, names)), 120, "all taken")
        done(world, len(dropped))

    by_name = {(shown(_base(one)), one.sha256): one for one in dropped}
    for kiriman, file in _brought(world):
        came_to_its_end(by_name[file.nama, file.sha256], kiriman, file)
    told("drop folder", began, all_is_well(world, dropped))
    assert all(map(os.path.lexists, left))
    _is_told_of(world, unit)


def _base(one: Setoran) -> str:
    """A folder holds no name with a slash."""
    return one.nama.rpartition("/")[2]


def _odd(world: World, unit: Path) -> list[Path]:
    """What no door takes: it stays where it is, but for what is too large."""
    for name in ("~$surat.docx", "surat.pdf.part", ".sembunyi"):
        (unit / name).write_bytes(b"belum selesai")
    outside = world.home / "di luar.pdf"
    outside.write_bytes(b"%PDF-1.7\n%%EOF")
    (unit / "tautan luar.pdf").symlink_to(outside)
    os.mkfifo(unit / "pipa.pdf")
    (unit / "folder.pdf").mkdir()
    (unit / "folder.pdf" / "surat.pdf").write_bytes(b"%PDF-1.7\n%%EOF")
    left = sorted(unit.iterdir())
    with (unit / "jarang.pdf").open("wb") as sparse:
        sparse.truncate(20_000_000_000)
    return left


def _is_told_of(world: World, unit: Path) -> None:
    """Whoever dropped it finds beside each copy a letter that says what to do."""
    room = unit / "karantina"
    large = room / "terlalu-besar" / "jarang.pdf"
    assert large.stat().st_size == 20_000_000_000
    assert "Bagi menjadi beberapa file" in large.with_name("jarang.pdf.txt").read_text("utf-8-sig")
    large.unlink()
    letters = [one.read_text("utf-8-sig") for one in room.glob("*/*.txt")]
    assert all("Sebab: " in one and one.count(".") >= 2 for one in letters)
    held = [one for one, _ in _brought(world) if one.keadaan == "karantina"]
    assert held
    assert [one.id for one in held if not any(one.id in text for text in letters)] == []


def _brought(world: World) -> list[tuple[Kiriman, File]]:
    """Each kiriman with the file it was handed in with."""
    with world.house.ledger.read() as reading:
        kiriman = {one.id: one for one in reading.find(Kiriman)}
        return [(kiriman[one.kiriman], one) for one in reading.find(File) if not one.dari]


# --- the pages


@dataclass(frozen=True)
class Window:
    """Where an officer uploads, one file after the other."""

    world: World
    token: str
    csrf: str
    address: str

    def send(self, n: int, one: Setoran) -> str:
        """The id of the kiriman that the answer leads to."""
        line = http.client.HTTPConnection(
            "127.0.0.1", self.world.settings.port, timeout=120, source_address=(self.address, 0)
        )
        mark = "----contoh-batas-formulir"
        headers = {
            "Cookie": f"berkas={self.token}",
            "X-CSRF-Token": self.csrf,
            "Content-Type": f"multipart/form-data; boundary={mark}",
        }
        fields = {"kunci": f"kunci-contoh-{n}", "tempat": f"{INSTANSI}/{UNIT}"}
        head = 'Content-Disposition: form-data; name="'
        body = b"".join(
            f'--{mark}\r\n{head}{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        )
        body += f'--{mark}\r\n{head}file"; filename="'.encode() + _as_browsers_say(one.nama)
        body += b'"\r\nContent-Type: application/octet-stream\r\n\r\n'
        body += one.bita + f"\r\n--{mark}--\r\n".encode()
        with contextlib.closing(line):
            line.request("POST", "/unggah", body, headers)
            answer = line.getresponse()
            said = answer.read().decode()
        assert answer.status == 303, f"{one.nama!a}: {answer.status} {said[-600:]}"
        return str(answer.headers["Location"]).split("/")[-1].split("?")[0]


def _as_browsers_say(nama: str) -> bytes:
    spelt = nama.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    # What is no UTF-8 on the disk, browsers send as the mark for what cannot be read.
    return spelt.encode("utf-8", "surrogateescape").decode("utf-8", "replace").encode()


@pytest.mark.timeout(1800)
def test_bad_files_through_the_pages(world: World, request: pytest.FixtureRequest) -> None:
    began, dropped = time.time(), samples(request, 1)
    rule(world.house)
    windows = [_window(world, n) for n in range(WINDOWS)]
    sent: dict[str, Setoran] = {}
    fell: list[str] = []

    def work(window: Window, mine: list[tuple[int, Setoran]]) -> None:
        for n, one in mine:
            try:
                sent[window.send(n, one)] = one
            except (AssertionError, OSError, http.client.HTTPException) as wrong:
                fell.append(str(wrong))

    with at_work(world):
        world.start_web()
        numbered = list(enumerate(dropped))
        threads = [
            threading.Thread(target=work, args=(window, numbered[n::WINDOWS]), daemon=True)
            for n, window in enumerate(windows)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(900)
        assert fell == []
        done(world, len(dropped))
        _each_page_can_be_opened(windows[0], list(sent))

    for kiriman, file in _brought(world):
        came_to_its_end(sent[kiriman.id], kiriman, file)
    told("pages", began, all_is_well(world, dropped))


def _window(world: World, n: int) -> Window:
    nama = f"petugas.{n}"
    with_password(world.house, nama, "petugas")
    token = masuk.enter(world.house, nama, SANDI, "127.0.0.1").token
    hadir = masuk.who(world.house, token)
    assert hadir
    return Window(world, token, hadir.csrf, f"127.0.7.{n + 1}")


def _each_page_can_be_opened(window: Window, ids: list[str]) -> None:
    """Whatever stands in a name, a finding or a text, the page of its kiriman shows it."""
    line = http.client.HTTPConnection("127.0.0.1", window.world.settings.port, timeout=60)
    with contextlib.closing(line):
        for path in ["/kiriman", "/meja", *(f"/kiriman/{one}" for one in ids)]:
            line.request("GET", path, headers={"Cookie": f"berkas={window.token}"})
            answer = line.getresponse()
            page = answer.read().decode()
            assert answer.status == 200, f"{path}: {answer.status}"
            assert "<img src=x" not in page, path


# --- ./berkas ingest


@pytest.mark.timeout(1800)
def test_bad_files_through_the_command(world: World, request: pytest.FixtureRequest) -> None:
    began, dropped = time.time(), samples(request, 2)
    files = world.home / "file"
    by_name = {}
    for n, some in enumerate(rounds(dropped, _base)):
        (files / f"{n:02}").mkdir(parents=True)
        for one in some:
            (files / f"{n:02}" / _base(one)).write_bytes(one.bita)
            by_name[shown(_base(one)), one.sha256] = one
    left = _odd(world, files)
    (files / "folder.pdf" / "surat.pdf").unlink()  # given by hand, a folder's name says nothing

    lines = _ingested(world, files)

    ends = {(line["nama"], line["sha256"]): line for line in lines if line["sha256"]}
    for name in by_name:
        assert ends[name]["akhir"] in AKHIR
        assert ends[name]["alasan"] or ends[name]["akhir"] == DITERIMA, ends[name]
    refused = {line["nama"]: line["alasan"] for line in lines if not line["sha256"]}
    assert refused == {
        "tautan luar.pdf": "bukan_file_biasa",
        "pipa.pdf": "bukan_file_biasa",
        "jarang.pdf": "terlalu_besar",
    }
    assert all(map(os.path.lexists, left))
    for kiriman, file in _brought(world):
        if (file.nama, file.sha256) in by_name:
            came_to_its_end(by_name[file.nama, file.sha256], kiriman, file)
    hidden = [Setoran(one.name, b"belum selesai", "", frozenset()) for one in left[:3]]
    (files / "jarang.pdf").unlink()
    told("ingest", began, all_is_well(world, [*dropped, *hidden]))


def _ingested(world: World, files: Path) -> list[dict[str, str]]:
    words = ["ingest", str(files), "--instansi", INSTANSI, "--unit", UNIT, "--json"]
    with Sisa() as sisa:
        ran = subprocess.run(
            [sys.executable, "-m", "service.cli", *words],
            env=world.env,
            cwd=CODE,
            capture_output=True,
            timeout=1500,
            check=False,
        )
        sisa.nothing(10)
    assert ran.returncode == 0, ran.stderr.decode()[-3000:]
    assert b"Traceback" not in ran.stderr
    return [json.loads(line) for line in ran.stdout.decode().splitlines()]


@pytest.mark.panjang
@pytest.mark.timeout(1800)
def test_three_hundred_ordinary_files_are_all_taken_in(world: World) -> None:
    began, files = time.time(), biasa.lay(world.home / "surat", 300)

    lines = _ingested(world, files[0].parent)

    given = {path.name for path in files}
    told("ordinary", began, Counter(line["akhir"] for line in lines))
    kinds = Counter(f"{line['nama'].rpartition('.')[2]} {line['akhir']}" for line in lines)
    sys.stdout.write(f"{dict(sorted(kinds.items()))}\n")
    assert {line["nama"] for line in lines} >= given
    with world.house.ledger.read() as reading:
        kiriman = reading.find(Kiriman)
    assert len(kiriman) == len(files)
    numbers_stand_in_a_row(kiriman)
    good = [line for line in lines if not line["nama"].startswith("rusak-")]
    assert [
        line for line in good if line["akhir"] not in (DITERIMA, "diterima_dengan_catatan")
    ] == []
