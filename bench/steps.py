"""A thousand matters walked through the first SOP, and a step in a house that has many more."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

from bench import steps_http
from bench.figures import Figure
from bench.rumah import Rumah
from service.acts.berkas import baru as berkas_baru
from service.acts.berkas import butir as berkas_butir
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas.buka import Pembukaan
from service.acts.berkas.butir import Masuk
from service.acts.berkas.jalan import Langkah
from service.acts.instansi import pilihan as instansi
from service.acts.orang import orang, peran
from service.acts.orang.hadir import operator, present
from service.config import CODE
from service.domain.berkas import BERJALAN, Berkas
from service.domain.orang import Orang
from service.domain.sop.jalan import Putusan
from service.domain.wewenang import Hadir

MATTERS = 1_000
KODE, SOP = "kemensetneg", "uji_konsekuensi"
PAPERS = re.compile(r"^(kelengkapan|keluaran|lembar)\s*=\s*\[(?:[^\[\]]|\[[^\]]*\])*\]\n", re.M)
BAR, BAR_MS = 100, 60


def measure(room: Path) -> list[Figure]:
    """Steps a second, and what the slowest in twenty took, early and late."""
    packs = shutil.copytree(CODE / "templates_docx", room / "paket")
    file = packs / KODE / "sop" / f"{SOP}.toml"
    file.write_text(PAPERS.sub("", file.read_text()))
    for path in (packs, *packs.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    rumah = Rumah(room, packs=packs)
    try:
        told = _walked(rumah)
    finally:
        rumah.end()
    return told + steps_http.measure(room / "banyak")


def _walked(rumah: Rumah) -> list[Figure]:
    who, took = _officer(rumah), list[float]()
    began = time.perf_counter()
    for n in range(MATTERS):
        _walk(rumah, who, n, took)
    rate = len(took) / (time.perf_counter() - began)
    fifth = len(took) // 5
    first, last = sorted(took[fifth : 2 * fifth]), sorted(took[-fifth:])
    return [
        Figure(f"steps of {MATTERS} matters through {SOP}, opened and walked", rate, "/s", BAR),
        Figure("a step, p95", 1000 * sorted(took)[int(0.95 * len(took))], "ms", BAR_MS, False),
        Figure(
            "last fifth over second, medians", last[len(last) // 2] / first[len(first) // 2], "x"
        ),
    ]


def _officer(rumah: Rumah) -> Hadir:
    house = rumah.house
    instansi.set_up(house, operator(house), KODE)
    made, _ = orang.create(house, operator(house), KODE, orang.Isian("contoh", "Contoh Petugas"))
    for one in ("tim_sekretariat", "atasan_ppid"):
        peran.give(house, operator(house), made.id, peran.Penugasan(KODE, "", one))
    with house.ledger.read() as reading:
        return present(reading, reading.get(Orang, made.id), house.clock.now())


def _walk(rumah: Rumah, who: Hadir, n: int, took: list[float]) -> None:
    """One matter to its end; each step is timed."""
    house = rumah.house
    asked = Pembukaan(house.new_id(), KODE, "humas", SOP, f"Perkara contoh {n}")
    now = berkas_baru.open_by(house, who, asked)
    item = berkas_butir.put_in(house, who, now.id, Masuk(house.new_id(), "Butir contoh"))
    while now.keadaan == BERJALAN:
        hasil = {"terima": "uji", "rapat": "cukup"}.get(now.langkah, "")
        if now.langkah == "penetapan":
            berkas_butir.decide(house, who, item.id, item.versi, "terbuka")
        began = time.perf_counter()
        now = _done(rumah, who, now, hasil)
        took.append(time.perf_counter() - began)


def _done(rumah: Rumah, who: Hadir, now: Berkas, hasil: str) -> Berkas:
    return berkas_jalan.go_on(rumah.house, who, Langkah(now.id, now.versi), Putusan(hasil))
