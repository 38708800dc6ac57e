"""Matters as chance has it: sent back, held, called off, opened again, handed on; they all end."""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from service.acts.berkas import henti as berkas_henti
from service.acts.berkas import tugas as berkas_tugas
from service.acts.berkas.anak import is_unit
from service.acts.sop.daftar import own_sops, sop_of
from service.domain.berkas import BERJALAN, SELESAI, Berkas
from service.domain.sop.bentuk import PER_UNIT
from service.domain.sop.jalan import Putusan
from tests.conftest import new_sqlite
from tests.journey.sop import KEMBALI, Lakon, Panggung, at_work

INSTANSI = (
    "kalteng_biro_organisasi",
    "kalteng_biro_umum",
    "kemensetneg",
    "kota_kupang",
    "ppid_kementerian",
)
PULANG = 5  # so often a matter is sent back at most


class Acak(Lakon):
    """Chooses by lot."""

    def __init__(self, dice: random.Random) -> None:
        super().__init__()
        self.dice, self.back = dice, 0

    def __call__(self, berkas: Berkas, open_: Mapping[str, bool]) -> Putusan:
        back = [hasil for hasil, kembali in open_.items() if kembali]
        if back and self.back < PULANG and self.dice.random() < 0.4:
            self.back += 1
            return Putusan(self.dice.choice(back), KEMBALI)
        onward = [hasil for hasil, kembali in open_.items() if not kembali]
        return Putusan(self.dice.choice(onward) if onward else "")


def meddled(panggung: Panggung, dice: random.Random, berkas: Berkas) -> None:
    """Something happens to a matter between two of its steps."""
    now = panggung.now(berkas)
    at = panggung.jalan.at(now.id)
    if now.keadaan != BERJALAN or (at.baris.untuk == PER_UNIT and not is_unit(now)):
        return
    what = dice.random()
    if what < 0.15:
        panggung.stop(berkas_henti.hold, now)
        panggung.stop(berkas_henti.resume, now)
    elif what < 0.25 and not is_unit(now):
        panggung.stop(berkas_henti.cancel, now)
        panggung.stop(berkas_henti.reopen, now)
    elif what < 0.4:
        berkas_tugas.take(panggung.house, panggung.jalan.actor(at), now.id, now.versi)


@pytest.mark.parametrize("kode", INSTANSI)
def test_whatever_happens_on_its_way_a_matter_comes_to_its_end(
    kode: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    rounds = 12 if request.config.getoption("--panjang") else 1
    seed = random.randrange(1_000_000)
    sys.stdout.write(f"seed {seed}\n")
    dice = random.Random(seed)
    with at_work(tmp_path, new_sqlite(tmp_path)) as house:
        panggung = Panggung(house, kode, Acak(dice))
        for sop in [sop_of(house.packs, kode, one) for one in own_sops(house.packs, kode)] * rounds:
            first = sop.rows(sop.parts()[0].id)[0]
            opener = sop.peran(first.pelaksana[0])
            one = panggung.opened(sop.kode, opener, bagian=sop.parts()[0].id)
            for act in panggung.jalan.walk(one.id):
                panggung.holds()
                with house.ledger.read() as reading:
                    meddled(panggung, dice, reading.get(Berkas, act.berkas))
            assert panggung.now(one).keadaan == SELESAI, seed
        panggung.sound()
