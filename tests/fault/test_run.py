"""`./berkas run` with its real processes."""

from __future__ import annotations

import os
import re
import signal
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

from service.config import CODE, Settings
from service.host import kin
from tests.servers import until


class Kantor:
    """A home in which everything runs."""

    def __init__(self, folder: Path, **more: str) -> None:
        own = {"BERKAS_HOME": str(folder / "rumah"), "BERKAS_INBOX": str(folder / "inbox"), **more}
        outer = {key: word for key, word in os.environ.items() if not key.startswith("BERKAS_")}
        self.home = folder / "rumah"
        self.settings = Settings.from_env(own)
        self.screen = folder / "layar"
        line = [sys.executable, "-m", "service.cli", "run"]
        with self.screen.open("wb") as out:
            self.running = subprocess.Popen(
                line, env={**outer, **own, "PYTHONPATH": str(CODE)}, stdout=out, stderr=out
            )

    def said(self, pattern: str) -> str:
        found: list[str] = []

        def look() -> bool:
            found[:] = re.findall(pattern, self.screen.read_text())
            return bool(found) or self.running.poll() is not None

        until(look, 40, f"{pattern}: {self.screen.read_text()}")
        assert found, self.screen.read_text()
        return found[0]

    def pid_of(self, words: str) -> int:
        for pid in kin.descendants(self.running.pid):
            if words in (Path("/proc") / str(pid) / "cmdline").read_text().replace("\0", " "):
                return pid
        raise LookupError(words)

    def stop(self) -> float:
        began = time.monotonic()
        self.running.send_signal(signal.SIGTERM)
        assert self.running.wait(20) == 0
        return time.monotonic() - began


@pytest.fixture
def kantor(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kantor]:
    one = Kantor(tmp_path, **getattr(request, "param", {}))
    yield one
    if one.running.poll() is None:
        below = kin.descendants(one.running.pid)
        for pid in [one.running.pid, *below]:
            kin.tell(pid, signal.SIGKILL)
        one.running.wait()


def opens(url: str, trust: ssl.SSLContext | None = None) -> int:
    try:
        with urllib.request.urlopen(url, timeout=5, context=trust) as page:
            return page.status
    except (URLError, OSError):
        return 0


def test_it_starts_survives_a_killed_page_and_leaves_nothing(kantor: Kantor) -> None:
    url = kantor.said(r"Buka (http://\S+)")
    link = kantor.said(r"  (http://\S+/mulai/\S+)")
    assert opens(link) == 200
    assert oct(kantor.home.stat().st_mode)[-3:] == "700"

    os.kill(kantor.pid_of("service.web.serve"), signal.SIGKILL)
    kantor.said(r"web was killed by SIGKILL; again in 0.2 s")
    until(lambda: opens(url) == 200, 20, "the page")

    below = kin.descendants(kantor.running.pid)
    assert kantor.stop() < 10
    assert not set(below) & {pid for pid, _, _, state in kin.table() if state != "Z"}
    assert not kantor.settings.runtime.exists()
    assert not (kantor.home / "run" / "berkas.lock").exists()


@pytest.mark.parametrize("kantor", [{"BERKAS_BIND": "0.0.0.0"}], indirect=True)
def test_on_the_office_network_nothing_travels_open(kantor: Kantor) -> None:
    port = int(kantor.said(r"Buka https://\S+:(\d+)"))
    assert re.fullmatch(r"([0-9A-F]{2}:){31}[0-9A-F]{2}", kantor.said(r"SHA-256\): (\S+)"))
    trust = ssl.create_default_context(cafile=kantor.home / "tls" / "berkas.crt")

    assert opens(f"https://127.0.0.1:{port}/", trust) == 200
    assert opens(f"https://127.0.0.1:{port}/", ssl.create_default_context()) == 0
    assert opens(f"http://127.0.0.1:{port}/") == 0
    assert (kantor.home / "tls" / "berkas.key").stat().st_mode & 0o077 == 0
    kantor.stop()
