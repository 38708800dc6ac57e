"""An officer who acts at the terminal: by their own name and password, as at the pages."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from service.acts.orang import masuk
from service.domain.refusals import TidakAda
from service.domain.wewenang import Hadir
from service.ports import House


@contextmanager
def officer(house: House, nama_masuk: str) -> Iterator[Hadir]:
    """The officer who acts, in for as long as that takes."""
    kunci = masuk.enter(house, nama_masuk, _password(), "terminal")
    try:
        oleh = masuk.who(house, kunci.token)
        if oleh is None:
            raise TidakAda("Orang itu")
        yield oleh
    finally:
        masuk.leave(house, kunci.token)


def _password() -> str:
    """Typed unseen; or one line of standard input, for scripts."""
    return getpass.getpass("Sandi: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
