"""An office that has not looked at its signed papers for too long, or found something, is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from service.domain.hasil_fixity import HasilFixity, read, standing

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
BATAS = timedelta(days=35)


def ago(days: int) -> datetime:
    return NOW - timedelta(days=days)


def test_what_was_kept_is_read_again_and_what_is_none_is_said_so() -> None:
    found = HasilFixity(7, 2, 1, ("a1", "b2"))
    assert read(found.kept()) == found
    assert read({"naskah": "banyak", "perlu": "0", "perhatikan": "0"}) is None
    assert read({}) is None
    assert standing(ago(1), None, ago(99), NOW, BATAS)[0] is False


@pytest.mark.parametrize(("days", "good"), [(0, True), (35, True), (36, False), (400, False)])
def test_a_run_of_long_ago_is_warned_of(days: int, good: bool) -> None:
    baik, kata = standing(ago(days), HasilFixity(7, 0, 1), ago(900), NOW, BATAS)
    assert baik is good
    assert "7 naskah bertanda tangan, 0 perlu tindakan, 1 perhatikan" in kata
    assert ("lebih dari 35 hari" in kata) is not good


def test_what_was_found_is_warned_of_with_the_ids_of_the_papers() -> None:
    baik, kata = standing(ago(1), HasilFixity(7, 2, 0, ("a1", "b2")), ago(900), NOW, BATAS)
    assert baik is False
    assert "Naskah a1, b2." in kata


def test_an_office_that_never_looked_is_warned_once_it_is_no_longer_new() -> None:
    assert standing(None, None, ago(3), NOW, BATAS)[0] is None
    assert standing(None, None, None, NOW, BATAS)[0] is None
    assert standing(None, None, ago(36), NOW, BATAS)[0] is False
