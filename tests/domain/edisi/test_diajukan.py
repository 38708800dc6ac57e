"""What the signers read is what they sign: a listed line stands still meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.domain.edisi import jalan
from service.domain.edisi.diajukan import awaits, verified_at
from service.domain.edisi.edisi import DIK, DIP, Edisi
from service.domain.informasi.keadaan import TERVERIFIKASI, USULAN
from service.domain.informasi.riwayat import Riwayat

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SEJAM = timedelta(hours=1)
DRAFT = Edisi("a" * 26, "kota_contoh", DIP)
OUT = jalan.frozen_with(DRAFT, "ab" * 32, 3, NOW)


@pytest.mark.parametrize("since", [NOW - SEJAM, NOW])
def test_a_line_verified_before_the_paper_went_out_waits_for_its_decree(since: datetime) -> None:
    assert awaits(since, [OUT])


def test_a_line_verified_since_or_never_is_not_on_that_paper() -> None:
    assert not awaits(NOW + SEJAM, [OUT])
    assert not awaits(None, [OUT])


def test_a_draft_that_follows_the_ledger_or_is_another_list_holds_no_line() -> None:
    for one in (DRAFT, jalan.thawed_again(OUT), replace(OUT, daftar=DIK)):
        assert not awaits(NOW, [one])
    assert not awaits(NOW, [replace(OUT, keadaan="ditetapkan")])


def test_what_counts_is_the_last_time_that_it_was_found_right() -> None:
    def line(dari: str, ke: str, hours: int) -> Riwayat:
        return Riwayat("r", "i", hours, dari, ke, "siti", NOW + hours * SEJAM)

    there, kept = line(USULAN, TERVERIFIKASI, 1), line(TERVERIFIKASI, TERVERIFIKASI, 5)
    again = line(USULAN, TERVERIFIKASI, 3)
    assert verified_at([there, line(TERVERIFIKASI, USULAN, 2), again, kept]) == again.pada
    assert verified_at([line("", USULAN, 0)]) is None
