"""Two hundred papers signed at one sitting, and each by itself, in turn on one ledger."""

from __future__ import annotations

import os
import time
from pathlib import Path
from statistics import median, quantiles

from bench.figures import Figure
from bench.rumah import Rumah
from service.acts.ttd.tandatangani import Diminta, sign
from service.adapters.signing.layanan import Layanan
from service.adapters.signing.pades import PadesSigner
from service.domain.frasa_sandi import FrasaSandi
from service.domain.naskah import Naskah
from tests.meja_ttd import Meja
from tests.office import person, rule
from tests.pki import FRASA, served

BANYAK = int(os.environ.get("BENCH_SITTING", "200"))
SENDIRI = max(BANYAK // 20, 4)  # signed by themselves, before the sitting and after it
BATAS, RATA, TIDAK_LEBIH = 0.5, 1.25, 1.0  # seconds a paper; last to early; sitting to single


def measure(room: Path) -> list[Figure]:
    """Seconds a paper, whether the last take longer than the early ones, and beside one by one."""
    (room / "pki").mkdir()
    rumah = Rumah(room)
    try:
        with served(room / "pki") as pki:
            house = rumah.house
            house.opened["signer"] = PadesSigner(Layanan(), house.clock)
            rule(house)
            meja = Meja(house, person(house, "ppid", "ppid"), pki, room)
            alone = _one_by_one(meja)
            together = _sitting(meja)
            alone += _one_by_one(meja)
    finally:
        rumah.end()
    fifth = len(together) // 5
    early, late = median(together[fifth : 2 * fifth]), median(together[-fifth:])
    worst = quantiles(together, n=20)[-1]
    each, single = sum(together) / BANYAK, sum(alone) / len(alone)
    return [
        Figure(f"a sitting of {BANYAK}, B-B, seconds a paper", each, "s", BATAS, atleast=False),
        Figure(f"a paper of {BANYAK}, p95", worst, "s"),
        Figure("last fifth to second, medians", late / early, "x", RATA, atleast=False),
        Figure("one by one, the key opened for each, seconds a paper", single, "s"),
        Figure("sitting to one by one", each / single, "x", TIDAK_LEBIH, atleast=False),
    ]


def _sitting(meja: Meja) -> list[float]:
    """Seconds of each; the first bears what it takes to open the key."""
    meja.looks(*(meja.lays(1 + n % 2) for n in range(BANYAK)))
    took, before = list[float](), time.perf_counter()
    for one in meja.sitting():
        assert one.jadi, one.kata
        now = time.perf_counter()
        took.append(now - before)
        before = now
    assert len(took) == BANYAK
    return took


def _one_by_one(meja: Meja) -> list[float]:
    took = []
    for id_ in [meja.lays(1) for _ in range(SENDIRI)]:
        with meja.house.ledger.read() as reading:
            versi = reading.get(Naskah, id_).versi
        asked = Diminta(id_, versi, meja.places(id_)[0].id, meja.kunci.id)
        began = time.perf_counter()
        with FrasaSandi(FRASA) as frasa:
            sign(meja.house, meja.ppid, asked, frasa)
        took.append(time.perf_counter() - began)
    return took
