"""Whatever bytes arrive, the box comes to one of the five ends, soon, and nothing stays behind."""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.adapters.kotak_baca import PATIENCE, BoxReader
from service.domain.akibat import ARTI, end_of
from service.domain.bacaan import Bacaan
from service.domain.batas import Batas
from service.domain.refusals import Refusal
from service.domain.temuan import AKHIR
from tests.fault import gerogot
from tests.fault.gerogot import Gerogotan
from tests.fault.sisa import Sisa

BENIH = 20_261_122  # every change meets the same files; the long run meets others each time
MEMBERS = 3  # that are taken out of each archive
FELL = {"pembaca_gugur", "terlalu_lama", "terlalu_berat"}


@pytest.fixture
def reader() -> Iterator[BoxReader]:
    """A box of its own, so that what it leaves behind is its own as well."""
    with Sisa() as sisa:
        box = BoxReader(Batas())
        yield box
        box.close()
        sisa.nothing(5)


@pytest.mark.timeout(3600)
def test_gnawed_files_come_to_one_of_the_five_ends(
    reader: BoxReader, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    long = request.config.getoption("--panjang")
    count = 3_000 if long else 300
    seed = int(os.environ.get("BENIH", random.randrange(1_000_000) if long else BENIH))
    sys.stdout.write(f"{count} gnawed files, seed {seed}\n")
    path, ends, fell, slowest = tmp_path / "file", Counter[str](), list[str](), 0.0

    for n, one in enumerate(gerogot.many(count, seed)):
        path.write_bytes(one.bita)
        began = time.monotonic()
        seen = reader.look(path, one.nama)
        _taken_apart(reader, path, one, seen)
        slowest = max(slowest, time.monotonic() - began)
        codes = {found.kode for found in seen.temuan}
        assert codes <= set(ARTI), f"{n} {one.nama!a} {one.cara}"
        ends[end_of(seen.temuan)] += 1
        if codes & FELL:
            fell.append(f"{n} {one.cara} {one.nama!a}: {sorted(codes)}")
        assert time.monotonic() - began < PATIENCE, f"{n} {one.nama!a} {one.cara}"

    sys.stdout.write(f"{dict(ends)}, slowest {slowest:.1f} s, readers fell: {fell}\n")
    assert ends.total() == count
    assert set(ends) <= set(AKHIR)
    assert fell == []


def _taken_apart(reader: BoxReader, path: Path, one: Gerogotan, seen: Bacaan) -> None:
    """What the hallway asks next of such a file: members, and pictures of pages."""
    asks = [
        lambda n=n: reader.member(path, one.nama, n, path.with_name("anggota"))
        for n in range(min(MEMBERS, len(seen.anggota)))
    ]
    asks += [lambda n=n: reader.scan(path, n) for n in seen.perlu_ocr[:1]]
    for ask in asks:
        try:
            ask()
        except Refusal as no:
            assert str(no)
