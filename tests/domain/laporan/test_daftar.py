"""What a report says of the lists: what is there, what came and went, what was found, how old."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from service.domain.informasi.jalan_dip import send_back
from service.domain.informasi.keadaan import KEADAAN, TERBATAS_DILIHAT
from service.domain.laporan import ketersediaan as k
from service.domain.laporan.gerak import Gerak, Peristiwa, moved
from service.domain.laporan.ketersediaan import Hitungan, Ketersediaan, available, share
from service.domain.laporan.umur import age, begins, ends
from service.domain.laporan.verifikasi import Langkah, Verifikasi, verified
from tests.domain.informasi.contoh import BERALASAN, UTUH

AWAL, AKHIR = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 30, 23, tzinfo=UTC)


def test_what_is_verified_is_there_and_a_bare_proposal_is_not_yet() -> None:
    counted = [
        Hitungan("umum", "berkala", "usulan", 2),
        Hitungan("umum", "berkala", "terverifikasi", 3),
        Hitungan("umum", "berkala", "terbit", 5),
        Hitungan("hukum", "setiap_saat", "dimutakhirkan", 1),
    ]

    assert available(counted) == [
        Ketersediaan("hukum", "setiap_saat", 1, 0),
        Ketersediaan("umum", "berkala", 8, 2),
    ]


@pytest.mark.parametrize("keadaan", sorted({*TERBATAS_DILIHAT, "dicabut"}))
def test_nothing_withheld_and_nothing_withdrawn_is_counted(keadaan: str) -> None:
    assert available([Hitungan("umum", "berkala", keadaan, 4)]) == []


def test_every_state_is_either_there_or_promised_or_of_no_public_list() -> None:
    assert set(KEADAAN) == k.TERHITUNG | TERBATAS_DILIHAT | {"dicabut"}


def test_units_and_kategori_are_summed_in_the_order_of_the_law() -> None:
    rows = [
        Ketersediaan("umum", "setiap_saat", 1, 1),
        Ketersediaan("umum", "berkala", 2, 0),
        Ketersediaan("hukum", "", 0, 3),
    ]

    assert k.by_unit(rows) == [Ketersediaan("hukum", "", 0, 3), Ketersediaan("umum", "", 3, 1)]
    assert [x.kategori for x in k.by_kategori(rows)] == ["berkala", "setiap_saat", ""]
    assert k.whole(rows) == Ketersediaan("", "", 3, 4)


@pytest.mark.parametrize(
    ("part", "all_", "said"),
    [(0, 0, None), (0, 9, 0), (9, 9, 100), (1, 1000, 1), (999, 1000, 99), (1, 3, 33)],
)
def test_only_all_is_a_hundred_percent_and_only_nothing_is_none(
    part: int, all_: int, said: int | None
) -> None:
    assert share(part, all_) == said


def way(informasi: str, *steps: tuple[str, int, int]) -> list[Peristiwa]:
    """What happened to a piece: the state, the month and the day."""
    told = enumerate(steps)
    return [
        Peristiwa(informasi, n, ke, datetime(2026, month, day, tzinfo=UTC))
        for n, (ke, month, day) in told
    ]


def test_a_line_is_added_once_renewed_once_and_taken_out_once() -> None:
    events = [
        *way("baru", ("terbit", 11, 3), ("terbit", 11, 20)),
        *way("diperbarui", ("terbit", 6, 1), ("terbit", 11, 4), ("terbit", 11, 9)),
        *way("keluar", ("terbit", 6, 1), ("terbit", 11, 2), ("dicabut", 11, 10)),
        *way("kembali", ("terbit", 5, 1), ("dicabut", 6, 1), ("terbit", 11, 10)),
    ]

    assert moved(events, AWAL, AKHIR) == Gerak(ditambah=2, diubah=1, dikeluarkan=1)


def test_what_came_and_went_within_a_month_changed_no_list() -> None:
    events = [
        *way("sebentar", ("terbit", 11, 3), ("dicabut", 11, 5)),
        *way("tak_pernah", ("dicabut", 11, 3)),
        *way("nanti", ("terbit", 12, 3)),
    ]

    assert moved(events, AWAL, AKHIR) == Gerak()


def test_what_was_taken_out_and_put_back_in_one_month_is_a_renewed_line() -> None:
    events = way("x", ("terbit", 6, 1), ("dicabut", 11, 5), ("terbit", 11, 20))

    assert moved(events, AWAL, AKHIR) == Gerak(diubah=1)


def test_each_line_counts_once_by_the_last_that_was_said_of_it() -> None:
    lines = [
        Langkah("umum", "a", 1, "terverifikasi", ()),
        Langkah("umum", "a", 2, "usulan", ("dikembalikan",)),
        Langkah("umum", "a", 4, "terverifikasi", ()),
        Langkah("umum", "b", 2, "usulan", ("dikembalikan",)),
        Langkah("hukum", "c", 1, "terverifikasi", ()),
    ]

    assert verified(lines) == [Verifikasi("hukum", 1, 0), Verifikasi("umum", 1, 1)]


def test_who_writes_in_a_verified_line_did_not_send_it_back() -> None:
    wrote = Langkah("umum", "a", 2, "usulan", ("ringkasan",))
    proposed = Langkah("umum", "b", 0, "usulan", ())

    assert verified([wrote, proposed]) == []


def test_a_line_that_is_really_sent_back_is_counted_so() -> None:
    sent = send_back(replace(UTUH, keadaan="terverifikasi"), BERALASAN).riwayat
    line = Langkah("umum", "a", sent.urut, sent.ke, sent.ruas)

    assert verified([line]) == [Verifikasi("umum", 0, 1)]


def test_the_age_of_a_line_is_told_in_months_of_the_calendar() -> None:
    today = date(2026, 8, 31)

    assert begins(today)["setengah"] == date(2026, 2, 28)
    days = (date(2026, 7, 31), date(2026, 7, 30), date(2026, 2, 27), date(2025, 8, 30))
    assert [age(x, today) for x in days] == ["baru", "setengah", "setahun", "lama"]
    assert ends(today) == (date(2027, 2, 28), date(2027, 8, 31))
    assert ends(date(2028, 2, 29))[1] == date(2029, 2, 28)
