"""One request to a machine elsewhere: a judged address, one line, and an end to all waiting."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
from collections.abc import Callable, Iterator


class DiDalam(Exception):
    """A name leads to this machine or to the office's own network."""


def judged(host: str, port: int, terbuka: Callable[[str], bool] | None) -> str:
    """The address to call; every address of the name has to be open, where somebody judges."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    places = [str(one[4][0]) for one in found]
    if terbuka and not all(terbuka(ip) for ip in places):
        raise DiDalam(host)
    # The address that was judged is the one that is called: a name may answer otherwise next.
    return places[0]


def line_over(
    bare: socket.socket, host: str, port: int, trust: ssl.SSLContext | None
) -> http.client.HTTPConnection:
    """The line to a host over a socket that reached it; sealed where there is trust to seal by."""
    line = http.client.HTTPConnection(host, port)
    line.sock = bare
    if trust:
        try:
            line.sock = trust.wrap_socket(bare, server_hostname=host)
        except BaseException:
            bare.close()
            raise
    return line


@contextlib.contextmanager
def patience(line: http.client.HTTPConnection, seconds: float) -> Iterator[threading.Event]:
    """The line is cut after so long and closed at the end; the event says that it was cut."""
    # A server that sends a byte now and then would never let a time-out of one read strike.
    late = threading.Event()
    alarm = threading.Timer(seconds, _cut, (line.sock, late))
    alarm.daemon = True
    alarm.start()
    try:
        yield late
    finally:
        alarm.cancel()
        line.close()


def need_whole(answer: http.client.HTTPResponse, many: int) -> None:
    """A broken line reads as an end: what was promised has to have come."""
    told = answer.getheader("Content-Length", "")
    if told.isdigit() and many < int(told):
        raise http.client.IncompleteRead(b"")


def _cut(line: socket.socket, late: threading.Event) -> None:
    late.set()
    with contextlib.suppress(OSError):
        # SSLSocket.shutdown would take its own state away from under the reader.
        socket.socket.shutdown(line, socket.SHUT_RDWR)
