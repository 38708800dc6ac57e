"""What a page asks of the house more than once, asked once in a request."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from flask import g

from service.acts.instansi import pilihan as acts
from service.acts.naskah.berkas import name_of
from service.domain.instansi import Instansi
from service.domain.naskah import Naskah, called
from service.domain.setelan import Setelan
from service.web.dasar.auth import house

T = TypeVar("T")


def at_work() -> list[Setelan]:
    """The instansi set up in this house."""
    return _once("at_work", lambda: acts.at_work(house()))


def known(kode: str) -> Instansi | None:
    """The instansi as its pack describes it, or None where that is missing or broken."""
    return _once(f"known {kode}", lambda: acts.known(house(), kode))


def paper_name(naskah: Naskah) -> str:
    """A paper by its kind and its number."""
    return called(naskah, kind_name(naskah))


def kind_name(naskah: Naskah) -> str:
    """What papers of its kind are called."""
    where = (naskah.instansi, naskah.jenis)
    return _once("/".join(("jenis", *where)), lambda: name_of(house(), *where))


def _once(name: str, ask: Callable[[], T]) -> T:
    kept: dict[str, object] = g.setdefault("sekali", {})
    if name not in kept:
        kept[name] = ask()
    return cast(T, kept[name])
