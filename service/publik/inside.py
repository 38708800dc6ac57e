"""The public pages themselves, inside the walls; the door of gunicorn for this process."""

from __future__ import annotations

import logging
import resource
import sys
from typing import Any

from gunicorn.app.base import BaseApplication

from service import telling
from service.fair import THREADS, UNBELIEVED, FairWorker
from service.fair_log import FairLog
from service.publik.app import create_app
from service.publik.place import Place

MEMORY = 1 << 30
LARGEST = 12_000_000  # a file sent with a form, and a little


class Pages(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn on a socket that is already open, with one process of several threads.

    One process, because the limit per address is counted in its memory.
    """

    def __init__(self, fd: int, place: Place) -> None:
        self.fd, self.place = fd, place
        FairWorker.sabar = place.sabar
        super().__init__()

    def load_config(self) -> None:
        wanted: dict[str, Any] = {
            "bind": f"fd://{self.fd}",
            "worker_class": FairWorker,
            "workers": 1,
            "threads": THREADS,
            "timeout": 30,
            "graceful_timeout": 5,
            "keepalive": 5,
            "limit_request_line": 2048,
            "limit_request_fields": 60,
            "limit_request_field_size": 4096,
            "worker_tmp_dir": "/dev/shm",  # noqa: S108 (a file system of its own)
            "control_socket_disable": True,
            "loglevel": "warning",
            "logger_class": FairLog,
        }
        wanted |= UNBELIEVED
        if self.place.tls_cert:
            wanted |= {"certfile": str(self.place.tls_cert), "keyfile": str(self.place.tls_key)}
        for name, value in wanted.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        return create_app(self.place)


def main() -> None:
    """Serve until told to stop."""
    telling.begin(logging.WARNING)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    Pages(int(sys.argv[1]), Place.from_json(sys.argv[2])).run()


if __name__ == "__main__":
    main()
