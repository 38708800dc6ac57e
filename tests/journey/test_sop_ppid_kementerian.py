"""The ministry: one round a month of three units, its returns, and its half-yearly look back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.acts.berkas import henti as berkas_henti
from service.acts.berkas.putaran import open_due
from service.domain.berkas import (
    BERJALAN,
    DIBATALKAN,
    SELESAI,
    Berkas,
    BerkasDitunda,
    BerkasTertutup,
)
from tests.conftest import new_sqlite
from tests.journey.sop import Panggung, at_work, with_units
from tests.kantor import Jam

KODE, SOP = "ppid_kementerian", "pengelolaan_informasi"
UNIT = ["sediakan", "serahkan", "klasifikasi", "dokumentasi", "terima", "verifikasi:sesuai"]
AKHIR = [
    "tetapkan",
    "sajikan",
    "laporan",
    "terima_laporan.masukan",
    "terima_laporan.terima:ya",
    "lapor_atasan",
]


@pytest.fixture
def pusat(tmp_path: Path) -> Iterator[Panggung]:
    packs = with_units(tmp_path, KODE, "satminkal_dua")
    jam = Jam(datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
    with at_work(tmp_path, new_sqlite(tmp_path), packs, jam) as house:
        yield Panggung(house, KODE)


def round_(pusat: Panggung) -> Berkas:
    return pusat.opened(SOP, "tim_sekretariat", bagian="bulanan")


def test_three_units_are_gathered_reported_set_shown_and_told_upwards(pusat: Panggung) -> None:
    one = round_(pusat)
    units = pusat.below(one)
    assert [x.unit for x in units] == ["sekretariat", "satminkal", "satminkal_dua"]

    assert pusat.play(one).keadaan == SELESAI
    assert pusat.way(one) == ["sediakan", "laporkan:ya", *AKHIR]
    units, [decree] = pusat.below(one)[:3], pusat.below(one)[3:]
    assert [(x.keadaan, pusat.way(x)) for x in units] == [(SELESAI, UNIT)] * 3
    assert decree.sop == "penetapan_dip"
    assert pusat.way(decree) == [
        *["klasifikasi", "uji:diterima", "rancang", "tetapkan:tetapkan"],
    ]
    [test] = pusat.below(decree)
    assert [x.hasil for x in pusat.items(test)] == ["terbuka", "sebagian", "dikecualikan"]
    pusat.sound()


def test_what_is_not_fit_goes_back_within_its_unit_to_each_of_five_rows(pusat: Panggung) -> None:
    back = ["lengkapi", "serahkan_ulang", "klasifikasi_ulang", "dokumentasi_ulang", "terima_ulang"]
    pusat.choose(verifikasi=back)
    one = round_(pusat)
    first, other, _ = pusat.below(one)

    done = pusat.play(first)
    assert (done.keadaan, done.putaran) == (SELESAI, 5)
    cycles = [
        [*UNIT[n:5], f"verifikasi:{hasil}"] for n, hasil in zip((0, *range(4)), back, strict=True)
    ]
    assert pusat.way(first) == [*(x for some in cycles for x in some), *UNIT[4:]]
    assert (pusat.now(other).langkah, pusat.now(other).putaran) == ("sediakan", 0)
    assert pusat.now(one).langkah == "sediakan"
    pusat.sound()


def test_a_report_that_is_not_accepted_is_walked_by_the_units_again(pusat: Panggung) -> None:
    pusat.choose(laporkan=["tidak"], terima_laporan=["perbaiki_laporan", "tidak"])
    one = round_(pusat)

    done = pusat.play(one)
    assert (done.keadaan, done.putaran) == (SELESAI, 3)
    assert pusat.way(one) == [
        *["sediakan", "laporkan:tidak", "sediakan", "laporkan:ya"],
        *AKHIR[:4],
        "terima_laporan.terima:perbaiki_laporan",
        *["laporan", "terima_laporan.masukan", "terima_laporan.terima:tidak"],
        *["verifikasi", "laporkan:ya"],
        *AKHIR,
    ]
    units = [x for x in pusat.below(one) if x.untuk.startswith("unit:")]
    ways = [pusat.way(x) for x in units]
    assert ways == [UNIT] * 6 + [UNIT[5:]] * 3
    pusat.sound()


def test_a_unit_that_is_late_does_not_stop_the_round(pusat: Panggung) -> None:
    one = round_(pusat)
    first, second, late = pusat.below(one)
    pusat.play(first)
    pusat.play(second)
    assert pusat.now(one).langkah == "sediakan"
    pusat.excuse(late)

    assert pusat.now(one).langkah == "laporkan"
    assert pusat.now(late).hasil == "belum"
    assert pusat.play(one).keadaan == SELESAI
    pusat.sound()


def test_a_round_that_was_called_off_goes_on_where_its_units_stood(pusat: Panggung) -> None:
    one = round_(pusat)
    first, second, third = pusat.below(one)
    pusat.play(first)
    pusat.play(second, until="klasifikasi")
    pusat.stop(berkas_henti.cancel, one)
    assert [pusat.now(x).keadaan for x in (one, first, second, third)] == [
        DIBATALKAN,
        SELESAI,
        DIBATALKAN,
        DIBATALKAN,
    ]
    with pytest.raises(BerkasTertutup):
        pusat.go(second, "unit")
    pusat.stop(berkas_henti.reopen, one)

    assert [pusat.now(x).langkah for x in (second, third)] == ["klasifikasi", "sediakan"]
    assert pusat.play(one).keadaan == SELESAI
    assert pusat.way(second) == [*UNIT[:2], "klasifikasi:dibatalkan", *UNIT[2:]]
    pusat.sound()


def test_a_round_that_stands_still_waits_for_nobody_until_it_goes_on(pusat: Panggung) -> None:
    one = round_(pusat)
    pusat.stop(berkas_henti.hold, one)
    for unit in pusat.below(one):
        pusat.play(unit)
    still = pusat.now(one)
    assert (still.langkah, still.menunggu, still.norma, still.jatuh) == ("laporkan", "", None, None)
    with pytest.raises(BerkasDitunda):
        pusat.go(one, "tim_sekretariat", "ya")
    pusat.stop(berkas_henti.resume, one)

    assert pusat.now(one).menunggu == "tim_sekretariat"
    assert pusat.play(one).keadaan == SELESAI
    pusat.sound()


def test_the_calendar_opens_the_next_month_and_the_next_half_year(pusat: Panggung) -> None:
    month = pusat.play(round_(pusat))
    half = pusat.opened(SOP, "tim_sekretariat", bagian="monev")
    assert (month.masa, half.masa) == ("2026-11", "2026-07")
    assert pusat.play(half).keadaan == SELESAI
    assert pusat.way(half) == ["monev", "evaluasi", "tetapkan_terbuka"]
    assert {("masukan_publik", "diterima"), ("dip", "usulan")} <= pusat.things(half)

    pusat.house.clock.at = datetime(2027, 1, 1, 2, 0, tzinfo=UTC)  # New Year
    assert open_due(pusat.house) == []
    pusat.house.clock.at = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)
    fresh = {x.bagian: x for x in open_due(pusat.house)}
    assert {x: one.masa for x, one in fresh.items()} == {"bulanan": "2027-01", "monev": "2027-01"}
    assert [x.keadaan for x in pusat.below(fresh["bulanan"])] == [BERJALAN] * 3
    assert open_due(pusat.house) == []
    assert pusat.play(fresh["monev"]).keadaan == SELESAI
    pusat.sound()
