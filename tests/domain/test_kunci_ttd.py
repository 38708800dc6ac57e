"""The keys that a person signs with."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from service.domain import kunci_ttd as k

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
NIK = "3300" + "0" * 11 + "1"


def test_a_nik_has_sixteen_digits_however_it_is_typed() -> None:
    assert k.nik_of(" 3300 0000-0000.0001 ") == NIK


@pytest.mark.parametrize("told", ["", "330", NIK + "1", "33000000000000O1", "٣٣٠٠٠٠٠٠٠٠٠٠٠٠٠١"])
def test_what_is_no_nik_is_refused_and_not_repeated(told: str) -> None:
    with pytest.raises(k.NikKeliru) as no:
        k.nik_of(told)
    assert not told or told not in str(no.value)


def test_a_key_that_was_let_go_forgets_the_nik_and_is_let_go_once() -> None:
    one = k.KunciTtd("k", "orang", k.BSRE, "BSrE saya", NOW, nik=NIK)
    gone = k.let_go(one, NOW)
    assert (gone.terpakai, gone.nik, gone.dilepas) == (False, "", NOW)
    assert k.let_go(gone, datetime(2027, 1, 1, tzinfo=UTC)) == gone
    assert NIK not in repr(one)
