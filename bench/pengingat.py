"""The first page, the reminders and the calendar of terms over a hundred thousand matters."""

from __future__ import annotations

import contextlib
import http.client
import random
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from bench.figures import Figure
from bench.postgres import free_port
from bench.rumah import Rumah, until
from bench.tuang import Kendi
from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.acts.instansi import pilihan as instansi
from service.acts.orang import masuk, mulai, orang, peran
from service.acts.orang.hadir import operator
from service.adapters.ledger import tables
from service.adapters.ledger.rows import to_row
from service.domain.berkas import DIARSIPKAN, Berkas
from service.domain.ids import from_bytes
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.permohonan import TERDAFTAR, Permohonan
from service.house import RealHouse

BERKAS, REQUESTS = 100_000, 2_000
KODE, SOP, SANDI = "kemensetneg", "uji_konsekuensi", "jeruk nipis di pasar"
ASKED, WARM = 40, 6
BAR_MS = 60
# Where open matters stand, whom they wait for, and how many of each.
PLACES = (("terima", "tim_sekretariat", 5), ("penetapan", "atasan_ppid", 2), ("rapat", "ppid", 2))
WHO = {
    "ppid": ("ppid",),
    "tim": ("tim_sekretariat",),
    "semua": ("tim_sekretariat", "ppid", "atasan_ppid", "petugas", "pengelola_arsip"),
}
PAGES = (
    "/",
    "/pengingat",
    "/tenggat",
    "/tenggat?tampil=14",
    "/tenggat?tampil=30",
    "/tenggat/unduh.ics",
)


def measure(room: Path) -> list[Figure]:
    """p95 of each page for whoever has most to do, and of the first page for everybody."""
    rumah = Rumah(room)
    try:
        cookies = _people(rumah.house)
        began = time.perf_counter()
        _poured(rumah, room)
        told = [Figure(f"filled with {BERKAS} berkas in", time.perf_counter() - began, "s")]
        port = free_port()
        rumah.env["BERKAS_PORT"] = str(port)
        rumah.start("valkey", "-m", "jobs.valkey")
        rumah.start("web", "-m", "service.web.serve")
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        until(lambda: _answers(line), 60, "the pages")
        asked = [(who, "/") for who in WHO] + [("semua", page) for page in PAGES[1:]]
        for who, page in asked:
            for _ in range(WARM):
                _ask(line, cookies[who], page)
            before = rumah.busy("web")
            took = [_ask(line, cookies[who], page) for _ in range(ASKED)]
            busy = 1000 * (rumah.busy("web") - before) / ASKED
            told += [_figure(who, page, took), Figure("  of processor, each", busy, "ms")]
        line.close()
        return told
    finally:
        rumah.end()


def _figure(who: str, page: str, took: list[float]) -> Figure:
    each = sorted(took)
    bar = BAR_MS if page == "/" else None
    return Figure(f"{page} for {who}, p95", each[int(0.95 * len(each))], "ms", bar, False)


def _people(house: RealHouse) -> dict[str, str]:
    """Sample people with their peran; the cookie of each."""
    instansi.set_up(house, operator(house), KODE)
    found = {}
    for nama, held in WHO.items():
        isian = orang.Isian(f"contoh.{nama}", f"Contoh {nama}")
        made, token = orang.create(house, operator(house), KODE, isian)
        mulai.choose_password(house, token, SANDI, "127.0.0.1")
        for one in held:
            peran.give(house, operator(house), made.id, peran.Penugasan(KODE, "", one))
        found[nama] = masuk.enter(house, f"contoh.{nama}", SANDI, "127.0.0.1").token
    return found


def _poured(rumah: Rumah, room: Path) -> None:
    """Matters of some years, a tenth of them under way, and requests that wait for an answer."""
    house, dice = rumah.house, random.Random(BERKAS)
    with house.ledger.begin() as tx:
        first = begun(house, tx, Pembukaan(house.new_id(), KODE, "", SOP, "Perkara contoh"))
    now = house.clock.now()
    kendi = Kendi(room / "rumah" / "berkas.db")
    spread = [place for place in PLACES for _ in range(place[2])]
    for n in range(BERKAS):
        kendi.add(tables.berkas, to_row(_matter(first, n, now, spread[n % len(spread)], dice)))
        if n % 5_000 == 0:
            kendi.empty()
    for n in range(REQUESTS):
        came, asked = _request(n, now, dice)
        kendi.add(tables.kiriman, to_row(came))
        kendi.add(tables.permohonan, to_row(asked))
    kendi.empty()
    kendi.close()


def _matter(
    first: Berkas, n: int, now: datetime, place: tuple[str, str, int], dice: random.Random
) -> Berkas:
    langkah, menunggu, _ = place
    begun_at = now - timedelta(hours=dice.randrange(24, 24 * 60))
    due = begun_at + timedelta(hours=dice.randrange(1, 24 * 90))
    one = replace(
        first,
        id=from_bytes(dice.randbytes(16)),
        judul=f"Perkara contoh {n}",
        dibuka=begun_at,
        sejak=begun_at,
        rahasia=n % 20 == 0,
        versi=2,
    )
    if n % 10:
        closed = {"keadaan": DIARSIPKAN, "langkah": "", "menunggu": "", "ditutup": begun_at}
        return replace(one, jatuh=None, norma=None, tenggat=None, **closed)  # type: ignore[arg-type]
    law = (due + timedelta(days=dice.randrange(20))).date()
    told = {"langkah": langkah, "menunggu": menunggu, "norma": due, "tenggat": law}
    return replace(one, jatuh=min(due.date(), law), **told)  # type: ignore[arg-type]


def _request(n: int, now: datetime, dice: random.Random) -> tuple[Kiriman, Permohonan]:
    kiriman, id_ = (from_bytes(dice.randbytes(16)) for _ in range(2))
    at = now - timedelta(days=dice.randrange(30))
    due = (at + timedelta(days=14)).date()
    came = Kiriman(kiriman, KODE, "", "web", "contoh.pdf", DIDAFTAR, at, rahasia=n % 20 == 0)
    nomor = f"{n}/REG-PPID/2026"
    asked = Permohonan(
        id_, kiriman, KODE, "", f"x{n}", TERDAFTAR, at, at.date(), due, nomor_daftar=nomor
    )
    return came, asked


def _ask(line: http.client.HTTPConnection, cookie: str, path: str) -> float:
    headers = {"Accept-Encoding": "gzip", "Cookie": f"berkas={cookie}"}
    began = time.perf_counter()
    line.request("GET", path, headers=headers)
    answer = line.getresponse()
    body = answer.read()
    took = 1000 * (time.perf_counter() - began)
    if answer.status != 200:
        raise AssertionError(f"{path} answered {answer.status}: {body[:500]!r}")
    return took


def _answers(line: http.client.HTTPConnection) -> bool:
    with contextlib.suppress(OSError):
        line.connect()
        return True
    return False
