"""An answer that grows step by step, from a server that hangs up on whoever is too slow."""

from __future__ import annotations

import socket
import threading
import time
from typing import Any

from service.fair import LAGI, Late
from service.web.dasar import aliran

SABAR = 0.3


class Saluran:
    """A line, as the server holds one."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock


def test_the_server_and_the_pages_call_it_by_one_name() -> None:
    assert aliran.LAGI == LAGI


def test_who_goes_on_working_is_not_hung_up_on_and_who_stands_still_is() -> None:
    late, ends = Late(SABAR), [socket.socketpair() for _ in range(2)]
    works, stands = (Saluran(one) for one, _ in ends)
    heard = dict[Any, bytes]()

    def listen(which: Saluran, other: socket.socket) -> None:
        heard[which] = other.recv(1)

    listening = [
        threading.Thread(target=listen, args=(one, other), daemon=True)
        for one, (_, other) in zip((works, stands), ends, strict=True)
    ]
    for one in listening:
        one.start()
    for one in (works, stands):
        late.begun(one)

    end = time.monotonic() + 4 * SABAR
    while time.monotonic() < end:
        time.sleep(SABAR / 10)
        late.begun(works)

    assert heard == {stands: b""}
    late.done(works)
    works.sock.sendall(b"x")
    listening[0].join(5)
    assert heard[works] == b"x"
    for pair in ends:
        for one in pair:
            one.close()
