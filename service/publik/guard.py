"""What keeps the form for people: a signed token without a cookie, and a limit per address."""

from __future__ import annotations

import hmac
import ipaddress
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

LAMA = 12 * 3600  # seconds that an open form stays good


class Token:
    """Says that a form was shown by this process, and not too long ago."""

    def __init__(self, secret: bytes, clock: Callable[[], float] = time.time) -> None:
        self._secret, self._clock = secret, clock

    def new(self) -> str:
        """A token nobody has had before."""
        said = f"{int(self._clock()):x}.{os.urandom(9).hex()}"
        return f"{said}.{self._sign(said)}"

    def holds(self, token: str) -> bool:
        """Whether it is one of ours and still good."""
        said, _, sign = token.rpartition(".")
        if not hmac.compare_digest(sign.encode(), self._sign(said).encode()):
            return False
        return 0 <= self._clock() - int(said.partition(".")[0], 16) <= LAMA

    def _sign(self, said: str) -> str:
        return hmac.digest(self._secret, said.encode(), "sha256").hex()[:32]


class Limit:
    """At most so many in so many seconds, per address; an address of IPv6 counts by its /64."""

    def __init__(
        self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._seen: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = threading.Lock()

    def full(self, address: str) -> bool:
        """Whether no more is allowed now; nothing is counted."""
        now, who = self._clock(), _who(address)
        with self._lock:
            times = self._seen.get(who, [])
            return sum(now - then < self._seconds for then in times) >= self._most

    def allows(self, address: str) -> bool:
        """Whether one more is allowed now; if so, it is counted."""
        now, who = self._clock(), _who(address)
        with self._lock:
            times = [then for then in self._seen.pop(who, []) if now - then < self._seconds]
            allowed = len(times) < self._most
            self._seen[who] = [*times, now] if allowed else times
            while len(self._seen) > 10_000:
                self._seen.popitem(last=False)
        return allowed


def _who(address: str) -> str:
    try:
        one = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(one, ipaddress.IPv4Address):
        return address
    return str(ipaddress.ip_network(f"{one}/64", strict=False))
