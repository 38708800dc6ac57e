from __future__ import annotations

import os
import socket
import subprocess
import time
from pathlib import Path

import pytest

from service.adapters.box import Bubblewrap
from service.domain.refusals import Unavailable
from service.ports import Limits, Ran


def inside(folder: Path, command: str, limits: Limits | None = None) -> Ran:
    return Bubblewrap().run(["/bin/sh", "-c", command], folder, limits or Limits(seconds=10))


def test_a_box_reads_and_writes_its_folder_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "masuk.txt").write_text("isi")

    ran = inside(tmp_path, "cp masuk.txt keluar.txt; touch /usr/x; ls /")

    assert (tmp_path / "keluar.txt").read_text() == "isi"
    assert "Read-only" in ran.said
    listed = set(ran.said.split("\n")[1:])
    assert listed == {
        "bin",
        "dev",
        "etc",
        "lib",
        "lib64",
        "proc",
        "ruang",
        "sbin",
        "tmp",
        "usr",
        "var",
    }


def test_a_box_has_no_home_no_ledger_and_no_password_file(tmp_path: Path) -> None:
    own = Path(__file__).resolve()

    assert inside(tmp_path, f"cat {own}").code != 0
    assert inside(tmp_path, "cat /etc/passwd /etc/shadow").code != 0


def test_a_box_sees_no_environment_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BERKAS_LEDGER", "postgresql://contoh:rahasia@localhost/berkas")

    assert "rahasia" not in inside(tmp_path, "env").said


def test_a_box_reaches_nobody(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        port = server.getsockname()[1]
        code = f"import socket; socket.create_connection(('127.0.0.1', {port}), 2)"
        ran = inside(tmp_path, f'/usr/bin/python3 -c "{code}"')

        with pytest.raises(TimeoutError):
            server.accept()
    assert ran.code != 0


def test_a_box_that_runs_on_is_ended_with_all_its_children(tmp_path: Path) -> None:
    mark = f"7{os.getpid()}"

    with pytest.raises(Unavailable, match="belum selesai setelah 1 detik"):
        inside(tmp_path, f"(setsid sleep {mark} &) ; sleep {mark}", Limits(seconds=1))

    time.sleep(0.3)
    left = subprocess.run(["pgrep", "-f", f"sleep {mark}"], capture_output=True, text=True)
    assert left.stdout == ""


def test_a_greedy_box_gets_no_more_memory_time_or_disk_than_allowed(tmp_path: Path) -> None:
    few = Limits(seconds=20, cpu=1, memory=300, output=1, processes=50)

    memory = inside(tmp_path, "/usr/bin/python3 -c \"'x' * 10**9\"", few)
    disk = inside(tmp_path, "head -c 5000000 /dev/zero > besar", few)
    cpu = inside(tmp_path, "while :; do :; done", few)

    assert "MemoryError" in memory.said
    assert (tmp_path / "besar").stat().st_size == 1_000_000
    assert disk.code != 0
    assert cpu.code != 0


def test_what_a_box_says_is_kept_short(tmp_path: Path) -> None:
    ran = inside(tmp_path, "yes panjang | head -c 500000; echo akhir")

    assert len(ran.said) <= 4_000
    assert ran.said.endswith("akhir")
