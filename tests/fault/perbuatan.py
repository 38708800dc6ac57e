"""One act on the ledger, killed between any two of its words: it is done whole, or not at all."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import event

from service.domain.refusals import Overtaken, Refusal
from service.house import RealHouse
from tests import pangkalan, servers
from tests.conftest import NEW
from tests.fault.titik import in_child
from tests.office import open_house

Told = Callable[[RealHouse], dict[str, object]]


@dataclass(frozen=True)
class Perbuatan:
    """One act: what is laid before it, and how it is done."""

    nama: str
    given: Callable[[RealHouse, Path], None]
    way: Callable[[RealHouse], object]


@dataclass
class Salinan:
    """A house that is laid down once, and copied as often as it dies."""

    tmp: Path
    buku: str

    def __post_init__(self) -> None:
        self.start = self.tmp / "sebelum"
        self.start.mkdir()
        self.url = NEW[self.buku](self.start)

    def copy(self, name: str) -> tuple[Path, str]:
        """The same house again, in a folder and a ledger of its own."""
        folder = self.tmp / name
        shutil.copytree(self.start, folder)
        if self.buku == "sqlite":
            return folder, f"sqlite:///{folder}/berkas.db"
        template = self.url.rpartition("/")[2]
        pangkalan.create(f"{template}_{name}", template)
        return folder, servers.postgres_url(f"{template}_{name}")


def words_of(house: RealHouse, act: Callable[[RealHouse], object], dies: int = 0) -> int:
    """How many words the act says to the ledger; it ends at one of them."""
    said = 0

    def count(*_: object) -> None:
        nonlocal said
        said += 1
        if said == dies:
            os.kill(os.getpid(), signal.SIGKILL)

    for word in ("before_cursor_execute", "commit"):
        event.listen(house.engine, word, count)
    try:
        act(house)
    finally:
        for word in ("before_cursor_execute", "commit"):
            event.remove(house.engine, word, count)
    return said


def whole_or_not_at_all(one: Perbuatan, told: Told, salinan: Salinan, *, long: bool) -> None:
    """Done again by whoever finds it undone, it is done once; `told` says how all stands.

    Not `long`: it dies before its first word, in the middle, and when all is said but not kept.
    """
    with open_house(salinan.start, salinan.url) as house:
        one.given(house, salinan.start)
        before = told(house)
    with open_house(*salinan.copy("tenang")) as house:
        total = words_of(house, one.way)
        wanted = told(house)
    assert wanted != before
    assert wanted["janji"] == []
    chosen = range(1, total + 1) if long else sorted({1, (total + 1) // 2, total})

    for n in chosen:
        folder, url = salinan.copy(f"kali{n}")

        def killed(folder: Path = folder, url: str = url, n: int = n) -> None:
            with open_house(folder, url) as house:
                words_of(house, one.way, n)

        assert os.WIFSIGNALED(in_child(killed)), f"word {n} of {total}: nobody died"
        with open_house(folder, url) as house:
            found = told(house)
            assert found in (before, wanted), f"word {n} of {total}"
            try:
                one.way(house)
            except (Overtaken, Refusal):
                assert found == wanted, f"word {n} of {total}"
            assert told(house) == wanted, f"word {n} of {total}"
        shutil.rmtree(folder)
