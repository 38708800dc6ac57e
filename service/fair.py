"""Threads of gunicorn that serve everybody in turn; both of our webs stand on them."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections import Counter
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

THREADS = 32
# No header says who asks or how they came: only the socket does.
UNBELIEVED: dict[str, Any] = {"forwarded_allow_ips": "", "secure_scheme_headers": {}}


class Ended(Exception):
    """Tells gunicorn that a connection is to be dropped at once."""


class FairWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Threads that no single address can keep busy, and that hang up on whoever is too slow."""

    sabar = 30.0
    per_address = THREADS // 2  # whoever holds many lines open leaves the other half to others

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
            if self._busy[who] >= self.per_address:
                return False
            self._busy[who] += 1
        return True


def _hang_up(conn: Any) -> None:
    with contextlib.suppress(OSError):
        # Of the plain socket: the one that speaks TLS is in use by the thread that waits.
        socket.socket.shutdown(conn.sock, socket.SHUT_RDWR)
