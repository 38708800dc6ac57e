"""Starts the officers' web: `python -m service.web.serve`; the door of gunicorn for it."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from service import house, telling
from service.config import Settings, SettingsError
from service.domain.refusals import Refusal, Unavailable
from service.fair import UNBELIEVED, FairWorker
from service.fair_log import FairLog
from service.web.app import create_app

SABAR = 120.0  # seconds one request may take from its first byte to its answer
THREADS = 96  # in a rush, slow lines hold many; they cost little and work goes on beside them
TURN = 0.0005  # seconds a thread keeps Python to itself: whoever writes is not kept from it long


class Pages(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn with one process of several threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        FairWorker.sabar = SABAR
        super().__init__()

    def load_config(self) -> None:
        wanted: dict[str, Any] = {
            "bind": f"[{self.settings.bind}]:{self.settings.port}"
            if ":" in self.settings.bind
            else f"{self.settings.bind}:{self.settings.port}",
            "worker_class": FairWorker,
            "workers": 1,
            "threads": THREADS,
            "timeout": 120,
            "graceful_timeout": 5,
            "keepalive": 5,
            "limit_request_line": 4094,
            "limit_request_fields": 60,
            "limit_request_field_size": 8190,
            "worker_tmp_dir": "/dev/shm",  # noqa: S108 (a file system of its own)
            "control_socket_disable": True,
            "accesslog": None,  # paths can hold one-time tokens; headers.py logs the rule instead
            "loglevel": "warning",
            "logger_class": FairLog,
        }
        wanted |= UNBELIEVED
        if found := certificate(self.settings):
            wanted |= {"certfile": str(found[0]), "keyfile": str(found[1])}
        for name, value in wanted.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        sys.setswitchinterval(TURN)
        _keep_to_one_core()
        # Built here, in the process that serves: no connection crosses a fork.
        found = certificate(self.settings)
        # A browser told to insist could never be let past a certificate of our own.
        given = found is not None and self.settings.home not in found[0].parents
        return create_app(house.build(self.settings), tls=found is not None, hsts=given)


def _keep_to_one_core() -> None:
    """Only one thread runs Python at a time; handed from core to core, each turn costs far more."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def certificate(settings: Settings) -> tuple[Path, Path] | None:
    """Certificate and key: those given, else our own where others can reach the pages."""
    if not settings.lan and not settings.tls_cert:
        return None
    return house.certificate(settings)[:2]


def main() -> int:
    """Serve until told to stop; 2 where the settings do not stand, 3 where it may not start."""
    telling.begin()
    try:
        settings = Settings.from_env()
        house.open_checked(settings).close()
        certificate(settings)
    except SettingsError as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    except (Refusal, Unavailable) as no:
        sys.stderr.write(f"{no}\n")
        return 3
    # What is uploaded waits on the disk that will keep it, not in a /tmp that may be memory.
    room = settings.home / "unggahan"
    room.mkdir(mode=0o700, parents=True, exist_ok=True)
    tempfile.tempdir = str(room)
    Pages(settings).run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
