"""What a worker and its child say to each other: short messages, each whole."""

from __future__ import annotations

import json
import socket
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import Enum

LONGEST = 4096


class Outcome(Enum):
    """How an errand ended, as the child saw it."""

    DONE = "done"
    FAILED = "failed"
    FENCED_OFF = "fenced off"
    NOT_BEGUN = "not begun"
    UNSETTLED = "unsettled"
    NEXT = "next"  # not the end yet: one of several begins, with the whole of its time


@dataclass(frozen=True)
class Errand:
    """One try of one piece of work."""

    job: str
    untuk: str
    fence: int


def pair() -> tuple[socket.socket, socket.socket]:
    """Two ends of a wire that keeps messages apart."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


def send(wire: socket.socket, errands: Sequence[Errand]) -> None:
    """Hand errands to the child: one, or several of a kind to be done together."""
    wire.sendall(json.dumps([asdict(one) for one in errands]).encode())


def receive(wire: socket.socket) -> list[Errand]:
    """The next errands; none when the parent hung up."""
    text = wire.recv(LONGEST)
    return [Errand(**one) for one in json.loads(text)] if text else []


def reply(wire: socket.socket, outcome: Outcome) -> None:
    """Tell the parent how it ended."""
    wire.sendall(outcome.value.encode())


def answer(wire: socket.socket) -> Outcome | None:
    """The child's answer; None when it is dead."""
    try:
        text = wire.recv(LONGEST)
    except ConnectionError:
        return None
    return Outcome(text.decode()) if text else None
