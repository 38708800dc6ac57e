"""The public pages themselves, inside the walls; the door of gunicorn for this process."""

from __future__ import annotations

import contextlib
import resource
import socket
import sys
import threading
from collections import Counter
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.workers.gthread import ThreadWorker

from service.publik.app import create_app
from service.publik.place import Place

MEMORY = 1 << 30
LARGEST = 1 << 20  # a request of the public is a small file


THREADS = 32
PER_ADDRESS = THREADS // 2  # whoever holds many lines open leaves the other half to others


class Ended(Exception):
    """Tells gunicorn that a connection is to be dropped at once."""


class FairWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Threads that no single address can keep busy, and that hang up on whoever is too slow."""

    sabar = 30.0

    def __init__(self, *told: Any, **more: Any) -> None:
        super().__init__(*told, **more)
        self._busy: Counter[str] = Counter()
        self._count = threading.Lock()

    def handle(self, conn: Any) -> Any:
        """One request; no answer at all for an address that has too many under way."""
        who = str(conn.client[0])
        if not self._enter(who):
            raise Ended
        late = threading.Timer(self.sabar, _hang_up, [conn])
        late.daemon = True
        late.start()
        try:
            if again := super().handle(conn):
                return again
            # Closed here, by this thread: gunicorn's one main thread would wait for the other
            # end to close as well, up to two seconds for each, and answer nobody meanwhile.
            with contextlib.suppress(OSError):
                conn.close(graceful=True)
            raise Ended
        finally:
            late.cancel()
            with self._count:
                self._busy[who] -= 1
                self._busy += Counter()  # forgets those at nought

    def _enter(self, who: str) -> bool:
        with self._count:
            if self._busy[who] >= PER_ADDRESS:
                return False
            self._busy[who] += 1
        return True


def _hang_up(conn: Any) -> None:
    with contextlib.suppress(OSError):
        # Of the plain socket: the one that speaks TLS is in use by the thread that waits.
        socket.socket.shutdown(conn.sock, socket.SHUT_RDWR)


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
        }
        if self.place.tls_cert:
            wanted |= {"certfile": str(self.place.tls_cert), "keyfile": str(self.place.tls_key)}
        for name, value in wanted.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        return create_app(self.place)


def main() -> None:
    """Serve until told to stop."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    Pages(int(sys.argv[1]), Place.from_json(sys.argv[2])).run()


if __name__ == "__main__":
    main()
