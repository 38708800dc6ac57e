"""The officers' web as the process it is: `python -m service.web.serve`."""

from __future__ import annotations

import os
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from sqlalchemy import text

from service import house as houses
from service.acts.orang import mulai
from service.adapters.ledger.engine import open_engine
from service.config import CODE, Settings
from tests.servers import free_port


@contextmanager
def serving(home, **more: str) -> Iterator[tuple[Settings, subprocess.Popen[str]]]:
    port = str(free_port())
    env = {"PATH": os.environ["PATH"], "BERKAS_HOME": str(home), "BERKAS_PORT": port, **more}
    settings = Settings.from_env(env)
    houses.migrate(settings)
    line = [sys.executable, "-m", "service.web.serve"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        line, cwd=CODE, env=env, stdout=pipe, stderr=subprocess.STDOUT, text=True
    )
    try:
        _answering(settings.port, process)
        yield settings, process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _answering(port: int, process: subprocess.Popen[str]) -> None:
    for _ in range(200):
        assert process.poll() is None, process.communicate()[0]
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("it never listened")


def test_it_answers_keeps_tokens_out_of_its_log_and_ends_when_told(tmp_path):
    with serving(tmp_path / "rumah") as (settings, process):
        house = houses.open_checked(settings)
        token = mulai.first_link(house)
        house.close()
        with urllib.request.urlopen(f"http://127.0.0.1:{settings.port}/mulai/{token}") as page:
            assert "Administrator pertama" in page.read().decode()
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=10)

    assert process.returncode == 0, said
    assert "/mulai/<token>" in said
    assert token not in said


def test_on_the_network_it_speaks_tls_and_nothing_else(tmp_path):
    with serving(tmp_path / "rumah", BERKAS_BIND="0.0.0.0") as (settings, _):
        house = houses.open_checked(settings)
        cert, _, _ = houses.certificate(settings)
        house.close()
        trust = ssl.create_default_context(cafile=str(cert))
        address = f"https://localhost:{settings.port}/masuk"
        with urllib.request.urlopen(address, context=trust) as page:
            told = page.headers.get_all("Set-Cookie")
            # A certificate of our own must not be insisted on.
            assert page.headers["Strict-Transport-Security"] is None
        assert told[0].startswith("__Host-berkas-awal=")
        assert "Secure" in told[0]
        with pytest.raises((urllib.error.URLError, ConnectionError)):
            urllib.request.urlopen(f"http://localhost:{settings.port}/masuk", timeout=5)


def test_it_says_what_is_wrong_and_does_not_start(tmp_path):
    env = {"PATH": os.environ["PATH"], "BERKAS_HOME": str(tmp_path / "rumah")}

    def run(**more: str) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "service.web.serve"]
        return subprocess.run(
            line, cwd=CODE, env={**env, **more}, capture_output=True, text=True, check=False
        )

    none = run()
    assert none.returncode == 3
    assert "Di sini belum ada rumah Berkas" in none.stderr
    houses.migrate(settings := Settings.from_env(env))
    ledger = open_engine(settings.ledger)
    with ledger.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    ledger.dispose()
    older = run()
    assert older.returncode == 3
    assert "./berkas migrate" in older.stderr
    wrong = run(BERKAS_PORT="delapan", BERKAS_LEDGER="mysql://x")
    assert wrong.returncode == 2
    assert "BERKAS_PORT" in wrong.stderr
    assert "BERKAS_LEDGER" in wrong.stderr
    assert "Traceback" not in none.stderr + older.stderr + wrong.stderr


def test_who_never_finishes_asking_keeps_nobody_else_waiting(tmp_path):
    with serving(tmp_path / "rumah") as (settings, _), ExitStack() as open_lines:
        for _ in range(40):
            line = open_lines.enter_context(socket.socket())
            line.bind(("127.0.0.9", 0))
            line.connect(("127.0.0.1", settings.port))
            line.sendall(b"POST /masuk HTTP/1.1\r\nHost: contoh\r\nContent-Length: 900\r\n\r\nnama")
        time.sleep(0.5)
        with urllib.request.urlopen(f"http://127.0.0.1:{settings.port}/masuk", timeout=5) as page:
            assert "Nama masuk" in page.read().decode()
