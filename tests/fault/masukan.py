"""The bad samples as they are handed in at a door, and what must be true of each afterwards."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PIL import Image

from service.config import CODE
from service.domain.akibat import ARTI, arti, worst
from service.domain.kiriman import (
    DIDAFTAR,
    KARANTINA,
    MENUNGGU_PETUGAS,
    File,
    Kiriman,
)
from service.domain.temuan import AKHIR, BERAT, DITERIMA
from tests import pindaian
from tests.contoh_buruk import semua
from tests.fault.world import World

# What is found after the look: by twins, letters of scans, members, LibreOffice.
LATER = {
    "kembar",
    "ocr_meragukan",
    "baca_sebagian",
    "anggota_rusak",
    "isi_dibiarkan",
    "tak_dapat_diubah",
}
DOORS = 3  # the folder, the pages, the command
ENDS = (DIDAFTAR, MENUNGGU_PETUGAS, KARANTINA)


@dataclass(frozen=True)
class Setoran:
    """One file at a door: the end it must come to ('' where any will do), and its findings."""

    nama: str
    bita: bytes
    akhir: str
    kode: frozenset[str]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.bita).hexdigest()


def every() -> list[Setoran]:
    """All samples, each file once; and some that belong to no family."""
    codes: dict[tuple[str, bytes], set[str]] = defaultdict(set)
    ends: dict[tuple[str, bytes], str] = {}
    for one in semua():
        codes[one.nama, one.bita] |= {one.kode} - {""}
        ends[one.nama, one.bita] = one.akhir
    made = [Setoran(*key, ends[key], frozenset(codes[key])) for key in codes]
    return [*made, *_nobody_listed()]


def one_of_each() -> list[Setoran]:
    """For each end and finding one sample; the rest is done in the long run."""
    first: dict[object, Setoran] = {}
    for one in every():
        first.setdefault((one.akhir, one.kode), one)
    return list(first.values())


def share(door: int) -> list[Setoran]:
    """What one of the three doors takes of them: every third, and of each end the first."""
    each, ends = one_of_each(), dict[str, Setoran]()
    for one in each:
        ends.setdefault(one.akhir, one)
    return [one for n, one in enumerate(each) if n % DOORS == door or one in ends.values()]


def _nobody_listed() -> list[Setoran]:
    """Pictures too small to hold a letter, and pages without any."""
    dot, line = Image.new("L", (1, 1), 200), Image.new("L", (3000, 1), 0)
    white = Image.new("L", (600, 800), 255)
    noise = Image.effect_noise((400, 400), 90)
    return [
        Setoran(nama, pindaian.saved(sheet, nama.rpartition(".")[2].upper()), "", frozenset())
        for nama, sheet in (
            ("titik.png", dot),
            ("garis.png", line),
            ("tegak.png", line.rotate(90, expand=True)),
            ("putih.png", white),
            ("bising.png", noise),
        )
    ]


def rounds(setoran: Iterable[Setoran], name: Callable[[Setoran], str]) -> list[list[Setoran]]:
    """So that no two in one round bear one name."""
    seen = Counter[str]()
    found: dict[int, list[Setoran]] = defaultdict(list)
    for one in setoran:
        found[seen[name(one)]].append(one)
        seen[name(one)] += 1
    return [found[n] for n in sorted(found)]


def came_to_its_end(one: Setoran, kiriman: Kiriman, file: File) -> None:
    """The file ends as its sample promises, kept whole, and somebody is told why."""
    codes = {found.kode for found in file.temuan}
    about = f"{one.nama!a} {sorted(one.kode)}: {file.akhir} {sorted(codes)} {kiriman.keadaan}"
    assert file.sha256 == one.sha256, about
    assert file.akhir in AKHIR, about
    assert kiriman.keadaan in ENDS, about
    assert codes <= set(ARTI), about
    assert one.kode <= codes, about
    if one.akhir:
        later = [arti(found).akhir for found in file.temuan if found.kode in LATER]
        assert file.akhir == max([one.akhir, *later], key=BERAT.__getitem__), about
    if file.akhir != DITERIMA:
        told = worst(file.temuan)
        assert told and arti(told).akhir == file.akhir and arti(told).kata, about
    if kiriman.keadaan == DIDAFTAR:
        assert kiriman.nomor_agenda or kiriman.kembar, about


def all_is_well(world: World, dropped: Iterable[Setoran]) -> Counter[str]:
    """Nothing lost, stuck, thrown or doubled; how many files came to which end."""
    house = world.house
    with house.ledger.read() as reading:
        kiriman = reading.find(Kiriman)
        files = reading.find(File)
    assert [(one.job, one.galat) for one in house.lists.macet(0, 20)] == []
    assert [one.nama for one in kiriman if one.keadaan not in ENDS] == []
    brought = Counter(one.sha256 for one in files if not one.dari)
    wanted = Counter(one.sha256 for one in dropped)
    assert brought == wanted
    assert [sha for sha in wanted if house.store.verify(sha)] == []
    numbers_stand_in_a_row(kiriman)
    said = world.log_path.read_text(errors="replace")
    for path in (world.settings.home / "log").glob("*.log"):
        said += path.read_text(errors="replace")
    assert "Traceback" not in said, said[-3000:]
    ran = subprocess.run(
        [sys.executable, "-m", "service.cli", "audit"],
        cwd=CODE,
        env=world.env,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return Counter(one.akhir for one in files)


def numbers_stand_in_a_row(kiriman: Iterable[Kiriman]) -> None:
    """Each agenda number once, and none left out."""
    drawn = sorted(int(one.nomor_agenda.split("/")[0]) for one in kiriman if one.nomor_agenda)
    assert drawn == list(range(1, len(drawn) + 1))
