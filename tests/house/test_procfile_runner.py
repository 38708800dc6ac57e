from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.error import URLError

from service import house
from service.config import CODE, Settings
from service.host import kin
from tests.servers import free_port, until


def test_an_ordinary_procfile_runner_starts_the_office_too(tmp_path: Path) -> None:
    port = free_port()
    own = {
        "BERKAS_HOME": str(tmp_path / "rumah"),
        "BERKAS_INBOX": str(tmp_path / "inbox"),
        "BERKAS_PORT": str(port),
        "BERKAS_PORT_PUBLIK": str(free_port()),
    }
    (tmp_path / "rumah").mkdir()
    house.migrate(Settings.from_env(own))
    outer = {key: word for key, word in os.environ.items() if not key.startswith("BERKAS_")}
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    line = [sys.executable, "-m", "honcho", "start", "-f", str(CODE / "Procfile")]
    with (tmp_path / "kata").open("wb") as words:
        runner = subprocess.Popen(
            line, cwd=CODE, env={**outer, **own, "PATH": path}, stdout=words, stderr=words
        )
    try:
        until(lambda: answers(port), 40, f"the page: {(tmp_path / 'kata').read_text()}")
        until(lambda: len(kin.descendants(runner.pid)) >= 8, 20, "all processes")
        assert runner.poll() is None, (tmp_path / "kata").read_text()
    finally:
        below = kin.descendants(runner.pid)
        runner.send_signal(signal.SIGINT)
        runner.wait(30)
        for pid in below:
            kin.tell(pid, signal.SIGKILL)
        shutil.rmtree(Settings.from_env(own).runtime, ignore_errors=True)


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2) as page:
            return page.status == 200
    except (URLError, OSError):
        return False
