"""What came back and is not taken as it is waits for a person, who says why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from service.domain.kembalian import (
    DITERIMA,
    DITOLAK,
    LAGI,
    MENUNGGU,
    Kembalian,
    SudahDiputuskan,
    TanpaAlasanKembali,
    asked_again,
    refused,
    taken,
)

KINI = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
DATANG = Kembalian("k1", "n1", 1, "tinta", "ab" * 32, "pindaian 3.pdf", KINI, ("Halaman 2 kurang",))
Putus = Callable[[Kembalian, str, datetime, str], Kembalian]


@pytest.mark.parametrize(("putus", "keadaan"), [(taken, DITERIMA), (refused, DITOLAK)])
def test_a_person_says_what_it_is_worth_and_why(putus: Putus, keadaan: str) -> None:
    after = putus(DATANG, "o1", KINI, "  Halaman 2 menyusul sebagai lampiran. ")

    assert (after.keadaan, after.oleh, after.pada) == (keadaan, "o1", KINI)
    assert after.alasan == "Halaman 2 menyusul sebagai lampiran."
    assert (after.file, after.temuan) == (DATANG.file, DATANG.temuan)


@pytest.mark.parametrize("putus", [taken, refused])
@pytest.mark.parametrize("alasan", ["", " \n"])
def test_without_a_reason_nothing_is_decided(putus: Putus, alasan: str) -> None:
    with pytest.raises(TanpaAlasanKembali):
        putus(DATANG, "o1", KINI, alasan)


@pytest.mark.parametrize("putus", [taken, refused])
@pytest.mark.parametrize("keadaan", [DITERIMA, DITOLAK])
def test_what_was_decided_once_stays_so(putus: Putus, keadaan: str) -> None:
    with pytest.raises(SudahDiputuskan):
        putus(replace(DATANG, keadaan=keadaan), "o2", KINI, "Lain.")


def test_what_was_refused_and_comes_once_more_is_looked_at_anew() -> None:
    ditolak = refused(DATANG, "o1", KINI, "Salah pindai.")

    after = asked_again(ditolak, KINI, DATANG.temuan)

    assert (after.keadaan, after.oleh, after.alasan) == (MENUNGGU, "", "")
    assert after.temuan == (*DATANG.temuan, LAGI)
    assert asked_again(refused(after, "o1", KINI, "Tetap."), KINI, after.temuan) == after


@pytest.mark.parametrize("one", [DATANG, taken(DATANG, "o1", KINI, "Benar.")])
def test_what_waits_or_was_taken_stays_as_it_is_when_it_comes_once_more(one: Kembalian) -> None:
    assert asked_again(one, KINI, ("Lain",)) == one
