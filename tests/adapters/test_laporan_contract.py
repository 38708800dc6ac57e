"""The counts behind the reports are the same on SQLite and on PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.adapters.ledger.laporan import SqlLaporan
from service.adapters.ledger.ledger import SqlLedger
from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.riwayat import Riwayat
from service.domain.laporan.gerak import Gerak, moved
from service.domain.laporan.ketersediaan import Hitungan
from service.domain.laporan.umur import LAMA, Umur, begins
from service.domain.laporan.verifikasi import Verifikasi, verified
from service.ports.kiriman import Jangkauan
from tests.domain.informasi.contoh import UTUH, excluded

AWAL, AKHIR = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 30, 23, tzinfo=UTC)
SEMUA = [Jangkauan("contoh", "", False)]
RAHASIA = Jangkauan("contoh", "", True)
TERBIT = {"keadaan": "terbit", "terbit_pada": date(2026, 5, 4)}


def line(informasi: str, urut: int, ke: str, month: int, day: int = 9, **more: object) -> Riwayat:
    on = datetime(2026, month, day, 2, tzinfo=UTC)
    made = Riwayat(f"{informasi}-{urut}", informasi, urut, "", ke, "petugas", on)
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.fixture
def lists(ledger: SqlLedger) -> SqlLaporan:
    pieces: list[Informasi] = [
        replace(UTUH, id="a", kode="a", **TERBIT),
        replace(UTUH, id="b", kode="b", unit="lain", kategori="setiap_saat"),
        replace(UTUH, id="c", kode="c", keadaan="dicabut", terbit_pada=date(2026, 6, 1)),
        replace(excluded(), id="d", kode="d", terbit_pada=None),
        replace(UTUH, id="e", kode="e", instansi="dinas"),
        replace(UTUH, id="f", kode="f", dimutakhirkan_pada=date(2026, 11, 9), **TERBIT),
    ]
    lines = [
        line("a", 0, "usulan", 5),
        line("a", 1, "terbit", 5, 10),
        line("b", 0, "usulan", 10),
        line("b", 1, "terverifikasi", 11, dari="usulan"),
        line("b", 2, "usulan", 11, 20, dari="terverifikasi", alasan="x", ruas=("dikembalikan",)),
        line("c", 0, "terbit", 6),
        line("c", 1, "dicabut", 11, alasan="x"),
        line("d", 0, "terbit", 11),
        line("e", 0, "terbit", 11),
        line("f", 0, "terbit", 5),
        line("f", 1, "dimutakhirkan", 11, 2, dari="terbit"),
        line("f", 2, "terverifikasi", 11, 3, dari="dimutakhirkan"),
        line("f", 3, "terbit", 11, 9, dari="ditetapkan"),
    ]
    with ledger.begin() as tx:
        for row in (*pieces, *lines):
            tx.add(row)
        tx.note(Catatan("contoh", MESIN, "informasi_diusulkan", AWAL))
    return SqlLaporan(ledger)


def told(found: list[Hitungan]) -> set[tuple[str, str, int]]:
    return {(x.unit, x.keadaan, x.banyak) for x in found}


def test_what_stands_is_counted_by_unit_kategori_and_state(lists: SqlLaporan) -> None:
    assert told(lists.standing(SEMUA)) == {
        ("umum", "terbit", 2),
        ("lain", "usulan", 1),
        ("umum", "dicabut", 1),
    }
    assert told(lists.standing([Jangkauan("contoh", "lain", False)])) == {("lain", "usulan", 1)}


def test_what_stood_at_a_moment_is_told_by_the_history(lists: SqlLaporan) -> None:
    then = datetime(2026, 11, 10, tzinfo=UTC)

    assert told(lists.standing(SEMUA, then)) == {
        ("umum", "terbit", 2),
        ("lain", "terverifikasi", 1),
        ("umum", "dicabut", 1),
    }
    assert told(lists.standing(SEMUA, AWAL)) == {("umum", "terbit", 3), ("lain", "usulan", 1)}
    assert lists.standing(SEMUA, datetime(2026, 1, 1, tzinfo=UTC)) == []


def test_what_moved_in_a_month_comes_with_where_it_stood_before(lists: SqlLaporan) -> None:
    events = lists.moves(SEMUA, AWAL, AKHIR)

    assert {x.informasi for x in events} == {"c", "f"}
    assert moved(events, AWAL, AKHIR) == Gerak(ditambah=0, diubah=1, dikeluarkan=1)
    before = lists.moves(SEMUA, AWAL - timedelta(days=365), AWAL)
    assert moved(before, AWAL - timedelta(days=365), AWAL) == Gerak(ditambah=3)


def test_verdicts_of_a_month_are_told_with_their_unit(lists: SqlLaporan) -> None:
    found = verified(lists.verdicts(SEMUA, AWAL, AKHIR))

    assert found == [Verifikasi("lain", 0, 1), Verifikasi("umum", 1, 0)]


def test_public_lines_are_counted_by_age(lists: SqlLaporan) -> None:
    since = tuple(begins(date(2026, 11, 23)).items())

    found = lists.ages(SEMUA, since, LAMA)

    assert set(found) == {Umur("berkala", "baru", 1), Umur("berkala", "setahun", 1)}


def test_a_place_of_withheld_matters_counts_nothing(lists: SqlLaporan) -> None:
    since = tuple(begins(date(2026, 11, 23)).items())

    for places in ([], [RAHASIA]):
        assert lists.standing(places) == []
        assert lists.standing(places, AKHIR) == []
        assert lists.moves(places, AWAL, AKHIR) == []
        assert lists.verdicts(places, AWAL, AKHIR) == []
        assert lists.ages(places, since, LAMA) == []


def test_a_piece_that_is_withheld_now_is_in_no_count_of_the_past(lists: SqlLaporan) -> None:
    moved_ = {x.informasi for x in lists.moves(SEMUA, AWAL, AKHIR)}

    assert "d" not in moved_
    assert sum(x.banyak for x in lists.standing(SEMUA, AKHIR)) == 4
