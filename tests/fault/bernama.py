"""The named steps of each piece of work, as points before and after which a process dies."""

from __future__ import annotations

import importlib
import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import Any

from service.house import RealHouse

SEBELUM, SESUDAH = "before", "after"
At = Callable[[str, str, int], None]

# `port.method` is what the house is asked for, `module:function` a step of our own.
BERNAMA: dict[str, tuple[str, ...]] = {
    "pickup": (
        "loket.claim",
        "loket.content",
        "loket.copy",
        "store.put",
        "service.acts.simpan.receive:keep_all",  # leased and put, and named by nothing yet
        "service.acts.register.permohonan:_line",  # in the transaction, its numbers drawn or not
        "service.acts.simpan.receive:hold",  # all is written, and not yet kept
        "service.acts.register.permohonan:accept_all",  # kept
        "loket.tell",
        "loket.done",
    ),
    "unpack": (
        "store.fetch",
        "reader.look",
        "reader.member",
        "store.put",
        "service.acts.kiriman.reread:_noted",
        "jobs.unpack:reread",
        "owed.settle",
    ),
    "ocr": (
        "store.fetch",
        "reader.look",
        "reader.scan",
        "ocr.read",
        "service.acts.kiriman.reread:_noted",
        "jobs.ocr:reread",
        "owed.settle",
    ),
    "ubah": (
        "store.fetch",
        "changer.modern",
        "reader.look",
        "service.acts.kiriman.reread:_noted",
        "jobs.ubah:reread",
        "owed.settle",
    ),
    "karantina": (
        "store.fetch",
        "service.acts.kiriman.karantina:_write",  # the letter
        "jobs.karantina:lay",  # the letter and the copy
        "owed.settle",
    ),
    "cetak": (
        "filler.fill",
        "converter.pdf",
        "store.put",
        "jobs.draft:_save",
        "owed.settle",
    ),
    "terbit": (
        "service.acts.naskah.submit:put_forward",  # within the transaction
        "service.acts.naskah.approve:_number",  # drawn, and not yet kept
        "jobs.draft:_save",  # the paper with its number
        "courier.send",
        "jobs.send:sent",  # it lies there, and the ledger does not know yet
    ),
    "kembali": (
        "courier.fetch",
        "jobs.collect:take",  # kept, and it lies in the folder still
        "courier.taken",
        "courier.withdraw",
        "binder.bind",
        "jobs.assemble:keep",
        "owed.settle",
    ),
    "kembali_aplikasi": (
        "courier.fetch",
        "service.acts.kembali.aplikasi:look",
        "service.acts.kembali.aplikasi:keep",
        "service.acts.kembali.aplikasi:hold",  # within the transaction
        "jobs.collect:take",  # it counts, and lies in the folder still
        "courier.taken",
        "courier.send",  # to the next who signs
        "jobs.send:_still_so",
        "service.acts.kembali.tertahan:hold",  # another file, which goes to a person
        "owed.settle",
    ),
    "jilid": (
        "store.fetch",
        "fitter.look",
        "fitter.pictured",
        "service.acts.jilid.salinan_baca:keep",  # drawn and kept, and named by nothing yet
        "binder.bind",
        "jobs.jilid:keep",
        "jobs.jilid:_settled",
        "owed.settle",
    ),
}

# What the short run takes of each: where something lies that the ledger does not know yet, and
# the last, after which nothing but the word that it is over is missing.
GENTING: dict[str, tuple[str, ...]] = {
    "pickup": (
        "loket.claim",
        "service.acts.simpan.receive:keep_all",
        "service.acts.register.permohonan:accept_all",
        "loket.done",
    ),
    "unpack": ("store.put", "owed.settle"),
    "ocr": ("service.acts.kiriman.reread:_noted", "owed.settle"),
    "ubah": ("service.acts.kiriman.reread:_noted", "owed.settle"),
    "karantina": ("service.acts.kiriman.karantina:_write", "owed.settle"),
    "cetak": ("store.put", "owed.settle"),
    "terbit": ("service.acts.naskah.approve:_number", "courier.send", "jobs.send:sent"),
    "kembali": ("jobs.collect:take", "jobs.assemble:keep", "owed.settle"),
    "kembali_aplikasi": ("jobs.collect:take", "courier.send", "owed.settle"),
    "jilid": ("jobs.jilid:keep", "owed.settle"),
}


@contextmanager
def named(house: RealHouse, names: tuple[str, ...], at: At | None = None) -> Iterator[Counter[str]]:
    """While this lasts, `at` is told before and after each of these; how often each was come to."""
    counts = Counter[str]()
    with ExitStack() as undo:
        for name in names:
            _told(house, name, counts, at, undo)
        yield counts


def _told(
    house: RealHouse, name: str, counts: Counter[str], at: At | None, undo: ExitStack
) -> None:
    module, _, function = name.partition(":")
    port, _, method = name.partition(".")
    owner: Any = importlib.import_module(module) if function else getattr(house, port)
    known = function or method
    real = getattr(owner, known)
    own = known in vars(owner)

    @wraps(real)
    def step(*told: Any, **more: Any) -> Any:
        counts[name] += 1
        n = counts[name]
        if at:
            at(name, SEBELUM, n)
        found = real(*told, **more)
        if at:
            at(name, SESUDAH, n)
        return found

    setattr(owner, known, step)
    undo.callback(setattr, owner, known, real) if own else undo.callback(delattr, owner, known)


def dies(name: str, when: str, n: int) -> At:
    """The process is gone, as if by kill -9, before or after its n-th coming there."""

    def at(here: str, now: str, count: int) -> None:
        if (here, now, count) == (name, when, n):
            os.kill(os.getpid(), signal.SIGKILL)

    return at
