"""Biro Organisasi: a list is collected, corrected, classified, agreed on, set and shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.berkas import SELESAI
from service.domain.sop.tolakan import BukanPelaksana, PerluAlasanKembali
from tests.conftest import new_sqlite
from tests.journey.sop import Panggung, at_work

KODE, SOP, UNIT = "kalteng_biro_organisasi", "penetapan_dip", "biro_organisasi"
LURUS = [
    "kumpulkan",
    "koreksi:sesuai",
    "klasifikasi:sesuai",
    "rapat",
    "tetapkan:tetapkan",
    "unggah",
]


@pytest.fixture
def biro(tmp_path: Path) -> Iterator[Panggung]:
    with at_work(tmp_path, new_sqlite(tmp_path)) as house:
        yield Panggung(house, KODE)


def test_the_list_is_set_by_decree_and_shown(biro: Panggung) -> None:
    one = biro.opened(SOP, "unit", UNIT)

    assert biro.play(one).keadaan == SELESAI
    assert biro.way(one) == LURUS
    [meeting] = biro.below(one)
    assert (meeting.sop, biro.way(meeting)) == ("rapat", ["undang", "rapat:cukup", "lapor"])
    dip = {state for name, state in biro.things(one) if name == "dip"}
    assert dip == {"usulan", "ditetapkan", "terbit"}
    biro.sound()


def test_both_decisions_and_the_decree_send_it_back(biro: Panggung) -> None:
    biro.choose(
        koreksi=["perbaiki"],
        klasifikasi=["lengkapi"],
        rapat=["rapat_lagi"],
        tetapkan=["kembali"],
    )
    one = biro.opened(SOP, "unit", UNIT)

    done = biro.play(one)
    assert (done.keadaan, done.putaran) == (SELESAI, 3)
    assert biro.way(one) == [
        *["kumpulkan", "koreksi:perbaiki"],
        *["kumpulkan", "koreksi:sesuai", "klasifikasi:lengkapi"],
        *["koreksi:sesuai", "klasifikasi:sesuai", "rapat", "tetapkan:kembali"],
        *["rapat", "tetapkan:tetapkan", "unggah"],
    ]
    first, second = biro.below(one)  # a meeting for each time
    assert biro.way(first) == ["undang", "rapat:rapat_lagi", "undang", "rapat:cukup", "lapor"]
    assert biro.way(second) == ["undang", "rapat:cukup", "lapor"]
    biro.sound()


def test_a_decision_is_made_by_its_own_people_and_sent_back_with_a_reason(biro: Panggung) -> None:
    one = biro.play(biro.opened(SOP, "unit", UNIT), until="koreksi")
    with pytest.raises(BukanPelaksana):
        biro.go(one, "ppid_pelaksana", "sesuai")
    with pytest.raises(PerluAlasanKembali):
        biro.go(one, "tim_sekretariat", "perbaiki")

    assert (biro.now(one).langkah, biro.now(one).versi) == ("koreksi", one.versi)
    biro.sound()
