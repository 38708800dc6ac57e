"""A long paper printed in parts, each begun where the sure pages of the one before it end."""

from __future__ import annotations

import json
import logging
import os
import queue
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from service.adapters.soffice.kotak import Akhir, TanpaAkhir
from service.adapters.soffice.potongan import Berpotong, cut
from service.domain.refusals import Unavailable
from service.ports import Joiner

# Measured: LibreOffice's time for a table grows with the square of its rows.
ROWS, LAST = 150, 225  # of a part; what is left when no more is cut off
SPARE = 4  # rows that must follow on the next page before a page is sure
SECONDS = 60.0  # for one part
MESIN = 2  # more would wait: where a part begins is known only once the one before it is laid out
log = logging.getLogger(__name__)


class MesinBerpotong(Protocol):
    """What prints a paper, and tells of a part where it ends before it is printed."""

    def convert(
        self,
        docx: Path,
        out: Path,
        seconds: float,
        kinds: str = "",
        seen: Callable[[Akhir], None] | None = None,
    ) -> None:
        """The PDF in `out`, within so many seconds."""
        ...

    def warm(self) -> None:
        """Be ready before the first paper comes."""
        ...

    def close(self) -> None:
        """Let go of what is kept warm."""
        ...


@dataclass(frozen=True)
class Awal:
    """Where a part begins: which part, which row, which page number (None: as it comes)."""

    ke: int
    baris: int
    nomor: int | None


class Bersambung:
    """Prints long papers with the LibreOffice there is and, meanwhile, one more."""

    def __init__(self, joiner: Joiner, more: Callable[[], MesinBerpotong]) -> None:
        self._joiner, self._more = joiner, more

    def pdf(
        self, mesin: MesinBerpotong, docx: Path, out: Path, most: int, seconds: float
    ) -> Path | None:
        """The paper in `out`; None where it can only be printed as a whole."""
        paper = cut(docx, most)
        if paper is None:
            log.info("a long paper is not made to be cut")
            return None
        chain = Rantai(paper, out.parent, time.monotonic() + seconds)
        with ExitStack() as open_:
            others = min(len(os.sched_getaffinity(0)), MESIN) - 1
            more = [open_.enter_context(closing(self._more())) for _ in range(others)]
            try:
                parts = chain.printed([mesin, *more])
            except TanpaAkhir as endless:
                log.info("a long paper cannot be cut: %s", endless)
                return None
        return self._joiner.join(parts, out)


class Rantai:
    """The parts of one paper on their way through several LibreOffices."""

    def __init__(self, paper: Berpotong, room: Path, end: float) -> None:
        self._paper, self._room, self._end = paper, room, end
        self._begins = queue.SimpleQueue[Awal | None]()
        self._made: dict[int, tuple[Path, int]] = {}

    def printed(self, mesin: list[MesinBerpotong]) -> list[tuple[Path, int]]:
        """Each part's PDF and how many pages it must have (0: as many as come), in order."""
        self._begins.put(Awal(0, 0, None))
        with ThreadPoolExecutor(len(mesin)) as pool:
            for one in [pool.submit(self._work, one) for one in mesin]:
                one.result()
        return [self._made[n] for n in sorted(self._made)]

    def _work(self, mesin: MesinBerpotong) -> None:
        try:
            mesin.warm()
            for awal in iter(self._begins.get, None):
                self._print(mesin, awal)
        finally:
            self._begins.put(None)  # whatever happened, nobody waits for more

    def _print(self, mesin: MesinBerpotong, awal: Awal) -> None:
        rows = len(self._paper.rows)
        whole = rows - awal.baris <= LAST
        end = rows if whole else awal.baris + ROWS
        docx = self._room / f"{awal.ke}.docx"
        pdf = docx.with_suffix(".pdf")
        self._paper.write(docx, awal.baris, end, awal.nomor)
        seconds = min(SECONDS, self._end - time.monotonic())
        if seconds <= 0:
            raise Unavailable("LibreOffice belum selesai mencetak lampiran yang panjang ini.")
        self._made[awal.ke] = (pdf, 0)
        if whole:
            self._begins.put(None)
            mesin.convert(docx, pdf, seconds)
            return

        def seen(akhir: Akhir) -> None:
            if not 0 < akhir.baris <= end - awal.baris - SPARE or akhir.halaman < 1:
                raise TanpaAkhir(f"no end: {akhir}")
            self._made[awal.ke] = (pdf, akhir.halaman)
            self._begins.put(Awal(awal.ke + 1, awal.baris + akhir.baris, akhir.nomor))

        mesin.convert(docx, pdf, seconds, _asked(self._paper.header), seen)


def _asked(header: int) -> str:
    return json.dumps({"kepala": header, "sisa": SPARE}) + "\n"
