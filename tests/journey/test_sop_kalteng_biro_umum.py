"""Biro Umum: what is excluded is made ready, handed over by two sides, and put on its shelf."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.berkas import SELESAI
from service.domain.sop.tolakan import BelumLengkap, BukanPelaksana
from tests.conftest import new_sqlite
from tests.journey.sop import Panggung, at_work

KODE, SOP, UNIT = "kalteng_biro_umum", "pendokumentasian_dikecualikan", "biro_umum"
LURUS = [
    "tugaskan",
    "siapkan",
    "laporkan.lapor",
    "laporkan.periksa:siap",
    "serahkan.beri",
    "serahkan.terima:terima",
    "dokumentasikan.tugaskan",
    "dokumentasikan.kerjakan",
]


@pytest.fixture
def biro(tmp_path: Path) -> Iterator[Panggung]:
    with at_work(tmp_path, new_sqlite(tmp_path)) as house:
        yield Panggung(house, KODE)


def test_the_files_go_from_one_hand_to_the_other_and_onto_the_shelf(biro: Panggung) -> None:
    one = biro.opened(SOP, "tim_sekretariat", UNIT)

    assert biro.play(one).keadaan == SELESAI
    assert biro.way(one) == LURUS
    assert {
        ("berkas_dikecualikan", "dicatat"),
        ("berkas_dikecualikan", "diserahkan"),
        ("berkas_dikecualikan", "diterima_kedua_pihak"),
        ("surat_tugas", "ditandatangani"),
        ("surat_tugas_dokumentasi", "ditandatangani"),
        ("tanda_terima", "ditandatangani"),
        ("kartu_kontrol", "disetujui"),
        ("berkas_terdokumentasi", "dicatat"),
        ("kesiapan_berkas", "dicatat"),
    } == biro.things(one)
    biro.sound()


def test_not_ready_and_not_accepted_the_files_go_back_to_be_made_ready(biro: Panggung) -> None:
    one = biro.opened(SOP, "tim_sekretariat", UNIT)
    biro.choose(laporkan=["kembali"], serahkan=["kembali"])

    done = biro.play(one)
    assert (done.keadaan, done.putaran) == (SELESAI, 2)
    assert biro.way(one) == [
        *LURUS[:3],
        "laporkan.periksa:kembali",
        *LURUS[1:5],
        "serahkan.terima:kembali",
        *LURUS[1:],
    ]
    biro.sound()


def test_who_gives_cannot_receive_and_nothing_is_received_that_was_not_given(
    biro: Panggung,
) -> None:
    one = biro.play(biro.opened(SOP, "tim_sekretariat", UNIT), until="serahkan")
    biro.jalan.act(one.id)

    assert biro.now(one).tahap == "terima"
    with pytest.raises(BukanPelaksana):
        biro.go(one, "tim_sekretariat", "terima")
    with pytest.raises(BelumLengkap):
        biro.go(one, "pengelola_arsip", "terima")
    assert biro.play(one).keadaan == SELESAI
    biro.sound()
