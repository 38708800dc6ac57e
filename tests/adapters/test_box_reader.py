"""Foreign bytes are opened in a box that sees nothing else, and that no file outlives or breaks."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service import awal_ruang
from service import walls as plain
from service.adapters.kotak_baca import BoxReader, TidakTerbaca, kotak, pembaca
from service.adapters.kotak_baca.arus import Hilang, Jawaban
from service.adapters.kotak_baca.kotak import INSIDE, walls
from service.domain.batas import Batas
from service.domain.refusals import BelumSiap, Unavailable
from service.domain.temuan import Temuan
from tests.papers import letter
from tests.servers import until

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="module")
def reader() -> Iterator[BoxReader]:
    one = BoxReader(Batas())
    yield one
    one.close()


@pytest.fixture
def surat(tmp_path: Path) -> Path:
    return letter(tmp_path / "surat.docx", "UNDANGAN RAPAT", "Nomor: 12/UND/XI/2026")


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def boxes(pid: int) -> list[int]:
    """The processes below one, by the kernel's own list."""
    found = []
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        found += [int(child), *boxes(int(child))]
    return found


def test_a_letter_is_read_for_what_it_is_whatever_it_is_called(
    reader: BoxReader, surat: Path
) -> None:
    told = reader.look(surat, "surat.docx")

    assert told.mime == WORD
    assert "UNDANGAN RAPAT" in told.teks[0]


def test_inside_there_is_no_network_no_home_and_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("rahasia")
    probe = (
        "import json, os, socket\n"
        "def reached(what):\n"
        "    try: what()\n"
        "    except OSError: return False\n"
        "    return True\n"
        f"print(json.dumps([reached(lambda: open({str(secret)!r})),"
        "reached(lambda: socket.create_connection(('127.0.0.1', 9), 1)),"
        "reached(lambda: socket.getaddrinfo('contoh.go.id', 80)),"
        "reached(lambda: open('/etc/passwd')),"
        "reached(lambda: open('/berkas/service/domain/coba', 'w')),"
        "reached(lambda: open('/coba', 'w')),"
        "sorted(os.environ), sorted(os.listdir('/berkas/service'))]))"
    )
    ran = subprocess.run(
        ["bwrap", *walls(), "--", plain.python(INSIDE), "-c", probe],
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )

    *reached, names, rooms = json.loads(ran.stdout)
    assert reached == [False] * 6
    assert not [name for name in names if "BERKAS" in name]
    assert rooms == ["__init__.py", "boxed", "domain"]


@pytest.mark.parametrize(
    ("limit", "kode"), [("DETIK", "terlalu_lama"), ("MEMORI", "terlalu_berat")]
)
def test_a_file_that_wants_too_much_ends_its_reader_and_nothing_else(
    reader: BoxReader, surat: Path, monkeypatch: pytest.MonkeyPatch, limit: str, kode: str
) -> None:
    with monkeypatch.context() as small:
        small.setattr(pembaca, limit, 0 if limit == "DETIK" else 1)
        told = reader.look(surat, "surat.docx")

    assert told.temuan == (Temuan(kode),)
    assert reader.look(surat, "surat.docx").mime == WORD


def test_a_box_that_was_killed_is_made_again(reader: BoxReader, surat: Path) -> None:
    reader.look(surat, "surat.docx")
    assert reader._server
    os.killpg(reader._server._box.pid, signal.SIGKILL)

    assert reader.look(surat, "surat.docx").mime == WORD


def test_many_files_at_once_are_each_answered_with_their_own_text(
    reader: BoxReader, tmp_path: Path
) -> None:
    letters = [letter(tmp_path / f"{n}.docx", f"Surat ke-{n}") for n in range(12)]
    told: dict[int, str] = {}

    def look(n: int) -> None:
        told[n] = reader.look(letters[n], "surat.docx").teks[0]

    looks = [threading.Thread(target=look, args=(n,)) for n in range(12)]
    for one in looks:
        one.start()
    for one in looks:
        one.join()

    assert {n: f"Surat ke-{n}" in text for n, text in told.items()} == dict.fromkeys(
        range(12), True
    )


def test_no_descriptor_and_no_process_is_left_by_a_hundred_looks(
    reader: BoxReader, surat: Path
) -> None:
    reader.look(surat, "surat.docx")
    before = descriptors()

    for _ in range(100):
        reader.look(surat, "surat.docx")

    assert descriptors() == before
    assert reader._server
    until(lambda: len(boxes(reader._server._box.pid)) <= 1, 5, "the readers' ends")


def test_the_box_ends_with_whoever_made_it(surat: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from service.adapters.kotak_baca import BoxReader\n"
        "from service.domain.batas import Batas\n"
        f"reader = BoxReader(Batas())\nreader.look(Path({str(surat)!r}), 'surat.docx')\n"
        "print('siap', flush=True)\nsys.stdin.read()\n"
    )
    maker = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert maker.stdout and maker.stdout.readline() == b"siap\n"
    below = boxes(maker.pid)
    assert below

    maker.kill()
    maker.communicate()

    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in below), 5, "the box's end")


def test_without_bubblewrap_nothing_is_opened(surat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kotak, "which", lambda _: None)
    one = BoxReader(Batas())

    with pytest.raises(Unavailable, match="bubblewrap"):
        one.look(surat, "surat.docx")


def test_a_box_that_does_not_close_opens_nothing(
    surat: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(kotak, "which", lambda _: str(broken))

    began = time.monotonic()
    with pytest.raises(Unavailable, match="belum dibuka"):
        BoxReader(Batas()).look(surat, "surat.docx")
    assert time.monotonic() - began < 5


def test_a_box_that_is_slow_to_start_is_told_of_as_that_and_goes_on_starting(
    surat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = BoxReader(Batas())
    with monkeypatch.context() as starved:
        starved.setattr(kotak, "START", 0.0)
        with pytest.raises(BelumSiap, match=r"sangat sibuk.*belum dibuka"):
            one.look(surat, "surat.docx")
    waiting = one._server

    assert one.look(surat, "surat.docx").mime == WORD
    assert one._server is waiting
    one.close()


def test_a_box_that_is_not_ready_after_minutes_is_thrown_away(
    surat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = BoxReader(Batas())
    monkeypatch.setattr(kotak, "START", 0.0)
    monkeypatch.setattr(awal_ruang, "TERLAMA", 0.0)

    with pytest.raises(Unavailable, match="5 menit"):
        one.look(surat, "surat.docx")
    assert one._server is None


def test_what_is_no_picture_is_not_shown(reader: BoxReader, surat: Path) -> None:
    with pytest.raises(TidakTerbaca, match="tersimpan utuh"):
        reader.picture(surat, 1, 200)


def test_a_box_lost_in_the_middle_leaves_nothing_before_what_is_taken_out_the_second_time(
    reader: BoxReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = b"isi lampiran contoh " * 5_000
    packed = tmp_path / "kiriman.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("lampiran.txt", held)
    asked, whole = list[int](), kotak.Kotak.ask

    def once_lost(box: kotak.Kotak, *told: Any) -> Jawaban:
        asked.append(1)
        if len(asked) == 1:
            told[-1](held[:1_000])
            raise Hilang
        return whole(box, *told)

    monkeypatch.setattr(kotak.Kotak, "ask", once_lost)
    taken = reader.member(packed, "kiriman.zip", 0, tmp_path / "lampiran.txt")

    assert len(asked) == 2
    assert taken.read_bytes() == held
