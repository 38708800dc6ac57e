"""Keeps the sample home: plays it in a folder of this home, then serves it on ports of its own."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO

from service import house as houses
from service.config import CODE, Settings
from service.demo.stage import surroundings
from service.domain.contoh import DIMAINKAN, DIMINTA
from service.host import kin
from service.host.one_at_a_time import runs

SUSUT = 15.0  # seconds its processes are given to end
LIHAT = 0.5


def keep(settings: Settings, env: Mapping[str, str]) -> int:
    """Until the sample home is to go; 1 where its pages ended by themselves."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # what runs below ends with us
    samples = houses.samples(settings)
    if samples.now().keadaan in (DIMINTA, DIMAINKAN) and not samples.played():
        _play(settings, env)
    while not samples.dropped():
        if not samples.played():
            time.sleep(LIHAT)  # it failed, and waits for somebody who reads why
        elif not _serve(settings, env):
            return 1
    shutil.rmtree(_own(settings, env).runtime, ignore_errors=True)
    samples.clear()
    return 0


def _play(settings: Settings, env: Mapping[str, str]) -> None:
    samples = houses.samples(settings)
    samples.begin()
    words = ["demo", *samples.wanted(), "--hasil", str(samples.folder), "--json"]
    said = (samples.folder / "peragaan.log").open("ab")
    with said, _child(words, env, said) as process:
        assert process.stdout is not None
        steps = 0
        for line in process.stdout:
            with contextlib.suppress(ValueError):
                steps += "langkah" in json.loads(line)
            samples.tell(steps)
            if samples.dropped():
                return
        code = process.wait()
    if code:
        where = samples.folder / "peragaan.log"
        samples.fail(f"Peragaannya berhenti sesudah {steps} langkah; lihat {where}.")
    else:
        samples.finish()


def _serve(settings: Settings, env: Mapping[str, str]) -> bool:
    """Its pages, until it is to go; False where they ended before."""
    samples = houses.samples(settings)
    samples.shut()
    told = 0
    with _child(["run"], _around(settings, env)) as process:
        try:
            while not samples.dropped():
                if process.poll() is not None:
                    return False
                if not told and (told := _port(settings)):
                    samples.open(told)
                time.sleep(LIHAT)
        finally:
            samples.shut()
    return True


def _port(settings: Settings) -> int:
    """Where its pages answer; 0 while they do not."""
    url = str(runs(houses.samples(settings).home).get("url", ""))
    port = int(url.rpartition(":")[2]) if url else 0
    host = "127.0.0.1" if settings.bind in ("0.0.0.0", "::") else settings.bind  # noqa: S104
    try:
        socket.create_connection((host, port), 0.2).close()
    except OSError:
        return 0
    return port


def _around(settings: Settings, env: Mapping[str, str]) -> dict[str, str]:
    """The settings of the sample home: its own, on the same network and under the same lock."""
    samples = houses.samples(settings)
    shared = ("BERKAS_BIND", "BERKAS_TLS_CERT", "BERKAS_TLS_KEY")
    own = surroundings(samples.home, env) | {name: env[name] for name in shared if name in env}
    return {**own, "BERKAS_CONTOH": samples.played()}


def _own(settings: Settings, env: Mapping[str, str]) -> Settings:
    return Settings.from_env(_around(settings, env))


@contextmanager
def _child(
    words: list[str], env: Mapping[str, str], said: IO[bytes] | int = subprocess.DEVNULL
) -> Iterator[subprocess.Popen[str]]:
    """A command of ours that ends when we end; what it says stays in the sample home."""
    us = os.getpid()
    process = subprocess.Popen(
        [sys.executable, "-m", "service.cli", *words],
        cwd=CODE,
        env=dict(env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if "--json" in words else subprocess.DEVNULL,
        stderr=said,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: kin.die_with_parent(us),  # noqa: PLW1509
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(SUSUT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
