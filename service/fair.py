"""Threads of gunicorn that serve everybody in turn; both of our webs stand on them."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections import Counter
from functools import partial
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

THREADS = 32
LOOKS = 10  # in the time one request may take
LAGI = "berkas.lagi"  # in the environ: asks for as much time again, by who answers step by step
# No header says who asks or how they came: only the socket does.
UNBELIEVED: dict[str, Any] = {"forwarded_allow_ips": "", "secure_scheme_headers": {}}


class Ended(Exception):
    """Tells gunicorn that a connection is to be dropped at once."""


class FairWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Threads that no single address can keep busy, and that hang up on whoever is too slow."""

    sabar = 30.0
    wsgi: Any
    per_address = THREADS // 2  # whoever holds many lines open leaves the other half to others

    def __init__(self, *told: Any, **more: Any) -> None:
        super().__init__(*told, **more)
        self._busy: Counter[str] = Counter()
        self._count = threading.Lock()
        self._own = threading.local()  # the line that this thread answers
        self._late = Late(self.sabar)

    def load_wsgi(self) -> None:
        """The app; each request can say that it is still at work, and is not hung up on."""
        super().load_wsgi()
        answer: Any = self.wsgi

        def timed(environ: dict[str, Any], begin: Any) -> Any:
            environ[LAGI] = partial(self._late.begun, self._own.conn)
            return answer(environ, begin)

        self.wsgi = timed

    def handle(self, conn: Any) -> Any:
        """One request; no answer at all for an address that has too many under way."""
        who = str(conn.client[0])
        if not self._enter(who):
            raise Ended
        self._late.begun(conn)
        self._own.conn = conn
        try:
            if again := super().handle(conn):
                return again
            # Closed here, by this thread: gunicorn's one main thread would wait for the other
            # end to close as well, up to two seconds for each, and answer nobody meanwhile.
            with contextlib.suppress(OSError):
                conn.close(graceful=True)
            raise Ended
        finally:
            self._late.done(conn)
            with self._count:
                self._busy[who] -= 1
                self._busy += Counter()  # forgets those at nought

    def _enter(self, who: str) -> bool:
        with self._count:
            if self._busy[who] >= self.per_address:
                return False
            self._busy[who] += 1
        return True


class Late:
    """Hangs up on requests that take longer than they may; one thread looks after all of them."""

    def __init__(self, sabar: float) -> None:
        self.sabar = sabar
        self._ends: dict[Any, float] = {}  # when its time is up, in seconds of the machine
        self._lock = threading.Lock()
        self._watch: threading.Thread | None = None

    def begun(self, conn: Any) -> None:
        """A request comes in on a line."""
        with self._lock:
            self._ends[conn] = time.monotonic() + self.sabar
            if self._watch is None:  # not before: a thread does not live through a fork
                self._watch = threading.Thread(target=self._look, daemon=True)
                self._watch.start()

    def done(self, conn: Any) -> None:
        """It was answered, or given up."""
        with self._lock:
            self._ends.pop(conn, None)

    def _look(self) -> None:
        while True:
            time.sleep(self.sabar / LOOKS)
            now = time.monotonic()
            with self._lock:
                late = [conn for conn, end in self._ends.items() if end <= now]
                for conn in late:
                    del self._ends[conn]
            for conn in late:
                _hang_up(conn)


def _hang_up(conn: Any) -> None:
    with contextlib.suppress(OSError):
        # Of the plain socket: the one that speaks TLS is in use by the thread that waits.
        socket.socket.shutdown(conn.sock, socket.SHUT_RDWR)
