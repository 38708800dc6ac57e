"""Withdrawing an SOP needs a second person as putting it in force does."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.acts.sop import pakai as sop_pakai
from service.acts.sop.cabut import withdraw
from service.domain.alasan import Alasan
from service.domain.refusals import TidakBerwenang
from service.domain.wewenang import PERINGATKAN, WAJIB, PerluOrangKedua
from tests.acts.test_sop_konsep import agreed, printed, taken
from tests.conftest import new_sqlite
from tests.office import INSTANSI, open_house, person, rule


def test_who_put_an_sop_in_force_does_not_withdraw_it_alone(tmp_path: Path) -> None:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        rule(house, WAJIB)
        tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
        atasan = person(house, "atasan", "atasan_ppid")
        one = sop_pakai.use(
            house, ppid, agreed(house, taken(house, tim, printed(house, tmp_path / "sop.docx")))
        )
        asked = (INSTANSI, one.kode, one.urut, "Keliru impor")

        with pytest.raises(PerluOrangKedua):
            withdraw(house, ppid, *asked)
        with pytest.raises(TidakBerwenang):
            withdraw(house, tim, *asked)
        gone = withdraw(house, atasan, *asked)
        assert withdraw(house, atasan, *asked) == gone
        assert (gone.teks, gone.oleh) == ("", atasan.orang.id)


def test_alone_where_the_office_allows_it_the_reason_is_kept(tmp_path: Path) -> None:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        rule(house, PERINGATKAN)
        tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
        one = sop_pakai.use(
            house, ppid, agreed(house, taken(house, tim, printed(house, tmp_path / "sop.docx")))
        )
        gone = withdraw(house, ppid, INSTANSI, one.kode, one.urut, "Keliru impor")

        with house.ledger.read() as reading:
            assert reading.get(Alasan, gone.alasan).kata == "Keliru impor"
