"""What comes back signed, until it is its paper: scans in ink, and files signed elsewhere.

Real processes from the folder to the ledger, one file after the other; a file counts as settled
as soon as it looked the same twice. Each is laid down once nothing of the one before is left to
do, and again as soon as the one before is joined, while its letters are still being read.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

import pypdfium2
from sqlalchemy import func, select

from bench.figures import Figure
from bench.queue import _answers
from bench.rumah import Rumah, until
from service.adapters.ledger.tables import pekerjaan
from service.domain.naskah import Naskah
from service.domain.tempat_ttd import APLIKASI, TINTA
from tests import tinta
from tests.aplikasi import Kantor, opened, signed
from tests.office import INSTANSI, UNIT, person, rule

BANYAK = int(os.environ.get("BENCH_KEMBALI", "20"))
BERURUT = max(BANYAK // 2, 2)
JENIS, NAMA, HALAMAN = "memorandum", "Contoh Penyusun, S.H.", 3
PENANDA = "tim"
ALINEA = "Sehubungan dengan hal tersebut, kami sampaikan perkembangan pekerjaan contoh. " * 6
DPI, BATAS = 200, 5.0  # seconds from settled to joined, the slowest in twenty


def measure(room: Path) -> list[Figure]:
    """Seconds from the moment a file lies there whole until its paper bears it."""
    rumah = Rumah(room)
    try:
        rule(rumah.house)
        kantor = opened(rumah.house, room)
        _signer(kantor)
        inked = [_out(kantor, TINTA) for _ in range(BANYAK + BERURUT + 1)]
        sent = [_out(kantor, APLIKASI) for _ in range(BANYAK + 1)]
        _at_work(rumah, kantor)
        scans, files = _scans(rumah, room, inked), _files(kantor, room, sent)
        rest = _took(rumah, scans[: BANYAK + 1], at_rest=True)[1:]  # the first wakes everybody
        taken = _took(rumah, files, at_rest=True)[1:]
        row = _took(rumah, scans[BANYAK + 1 :])
        return [
            *_told(f"a scan of {HALAMAN} pages, settled to joined", rest),
            Figure(f"the same, {BERURUT} in a row, median", median(row), "s"),
            *_told("a file signed elsewhere, settled to taken", taken),
        ]
    finally:
        rumah.end()


Came = tuple[Naskah, Path, Path]  # a paper, what comes back for it, and where it is laid


def _signer(kantor: Kantor) -> None:
    """Who signs papers of this kind, with a certificate that is known."""
    kantor.orang[PENANDA] = person(kantor.house, PENANDA, "tim_sekretariat")
    kantor.kunci[PENANDA] = kantor.penerbit.issue(f"Contoh {PENANDA}")
    kantor.knows(PENANDA)


def _out(kantor: Kantor, jalan: str) -> Naskah:
    """A paper of three pages that its signer has."""
    one = kantor.out(JENIS, jalan, isi=[ALINEA] * 10)
    with kantor.house.store.open(one.pdf) as held, pypdfium2.PdfDocument(held) as paper:
        assert len(paper) == HALAMAN, f"{len(paper)} pages"
    return one


def _at_work(rumah: Rumah, kantor: Kantor) -> None:
    """Everything that runs in an office, from here on."""
    rumah.env |= {"BERKAS_MAPAN": "0.001", "BERKAS_AKAR": str(kantor.penerbit.akar)}
    rumah.start("valkey", "-m", "jobs.valkey")
    until(lambda: _answers(rumah), 20, "Valkey")
    rumah.start("clock", "-m", "jobs.clock")
    for lane, many in rumah.settings.pekerja:
        for n in range(many):
            rumah.start(f"{lane}-{n}", "-m", "jobs.worker", lane)
    rumah.start("watcher", "-m", "jobs.watcher")


def _scans(rumah: Rumah, room: Path, some: list[Naskah]) -> list[Came]:
    """Each printed, signed with a pen, and pulled through a scanner."""
    folder, made = rumah.settings.inbox / INSTANSI / UNIT, []
    folder.mkdir(parents=True, exist_ok=True)
    for n, one in enumerate(some):
        pdf = rumah.house.store.fetch(one.pdf, room / f"cetakan-{n}.pdf")
        pages = tinta.sheets(pdf, DPI)
        (found,) = rumah.house.placer.places(pdf, [NAMA])
        assert found
        at, kotak = found
        pages[at] = tinta.signed(pages[at], kotak, DPI, benih=n + 1)
        path = tinta.saved([tinta.worn(page) for page in pages], room / f"pindaian-{n}.pdf", DPI)
        made.append((one, path, folder / path.name))
    return made


def _files(kantor: Kantor, room: Path, some: list[Naskah]) -> list[Came]:
    """Each signed by a program of a desktop."""
    (folder,) = kantor.house.courier.lands_in()
    made = []
    for one in some:
        path = room / f"surat {one.id} ttd.pdf"
        path.write_bytes(signed(kantor.lies(one.id)[1], kantor.kunci[PENANDA]))
        made.append((one, path, folder / path.name))
    return made


def _took(rumah: Rumah, some: list[Came], *, at_rest: bool = False) -> list[float]:
    """Seconds of each."""
    took = []
    for one, path, goal in some:
        joined = _joined(rumah, one)
        if at_rest:
            until(lambda: not _owed(rumah), 180, "the house at rest")
        began = time.perf_counter()
        path.rename(goal)
        until(joined, 90, f"{goal.name} joined to its paper")
        took.append(time.perf_counter() - began)
    return took


def _owed(rumah: Rumah) -> int:
    with rumah.house.ledger.reader.begin() as look:
        return int(look.execute(select(func.count()).select_from(pekerjaan)).scalar_one())


def _joined(rumah: Rumah, one: Naskah) -> Callable[[], bool]:
    def asked() -> bool:
        with rumah.house.ledger.read() as look:
            return bool(look.get(Naskah, one.id).bertanda_tangan)

    return asked


def _told(name: str, took: list[float]) -> list[Figure]:
    worst = quantiles(took, n=20)[-1]
    return [
        Figure(f"{name}, median of {BANYAK}", median(took), "s"),
        Figure(f"{name}, p95", worst, "s", BATAS, atleast=False),
    ]
