"""Each office is owed its daily work once; one that nobody set up is owed none."""

from __future__ import annotations

import pytest

from service.acts.instansi.harian import owe_daily, owe_marked
from service.acts.instansi.pilihan import BelumDisiapkan, asked
from tests.acts.perkara import KODE
from tests.edisi import kantor_edisi
from tests.kantor import Kantor


def test_a_day_owes_its_work_once_and_the_next_day_again(kantor: Kantor) -> None:
    kantor_edisi(kantor)
    owed = set[str]()

    assert owe_daily(kantor, "alamat", owed) == [KODE]  # type: ignore[arg-type]
    assert owe_daily(kantor, "alamat", owed) == []  # type: ignore[arg-type]
    kantor.clock.go(hours=24)
    assert owe_daily(kantor, "alamat", owed) == [KODE]  # type: ignore[arg-type]


def test_only_what_carries_a_new_mark_is_owed(kantor: Kantor) -> None:
    owed = {"situs_a senin"}
    marks = {"situs_a": "situs_a senin", "situs_b": "situs_b senin"}

    assert owe_marked(kantor, "dorong", marks, owed) == ["situs_b"]  # type: ignore[arg-type]
    assert owed == set(marks.values())


def test_a_command_is_about_one_office_or_about_all_of_them(kantor: Kantor) -> None:
    kantor_edisi(kantor)

    assert asked(kantor, "") == asked(kantor, KODE) == [KODE]  # type: ignore[arg-type]
    with pytest.raises(BelumDisiapkan, match="belum disiapkan di sini"):
        asked(kantor, "instansi_lain")  # type: ignore[arg-type]
