"""A round is opened once for each period: first by an officer, from then on by the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from service.acts.berkas import henti as berkas_henti
from service.acts.berkas.henti import Minta
from service.acts.berkas.putaran import PutaranTidakTerbuka, open_due
from service.acts.instansi import pilihan as instansi
from service.domain.berkas import Berkas
from service.domain.sop.masa import masa, sebutan
from tests.acts.perkara import PUTARAN, SERAH, Perkantoran, perkantoran
from tests.acts.test_berkas_jalan import promises
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"putaran": PUTARAN, "uji": SERAH})


@pytest.mark.parametrize(
    ("bulan", "on", "period", "said"),
    [
        (1, date(2026, 11, 23), "2026-11", "November 2026"),
        (3, date(2026, 11, 23), "2026-10", "Oktober sampai Desember 2026"),
        (6, date(2026, 6, 30), "2026-01", "Januari sampai Juni 2026"),
        (6, date(2026, 7, 1), "2026-07", "Juli sampai Desember 2026"),
        (12, date(2026, 7, 1), "2026-01", "tahun 2026"),
    ],
)
def test_periods_follow_the_calendar(bulan: int, on: date, period: str, said: str) -> None:
    assert masa(bulan, on) == period
    assert sebutan(period, bulan) == said


def test_nothing_opens_by_itself_before_an_officer_has_begun(dinas: Perkantoran) -> None:
    assert open_due(dinas.kantor) == []


def test_a_period_has_one_round_whoever_opens_it(dinas: Perkantoran) -> None:
    first = dinas.opened("putaran", unit="")
    again = dinas.opened("putaran", unit="")

    assert first == again
    assert first.masa == "2026-11"
    assert open_due(dinas.kantor) == []


def test_the_next_period_opens_on_its_first_working_day_and_once(dinas: Perkantoran) -> None:
    dinas.opened("putaran", unit="")
    dinas.kantor.clock.at = datetime(2027, 1, 2, 2, 0, tzinfo=UTC)  # Saturday
    assert open_due(dinas.kantor) == []
    dinas.kantor.clock.at = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)
    [fresh] = open_due(dinas.kantor)

    assert (fresh.masa, fresh.langkah) == ("2027-01", "sediakan")
    assert fresh.judul == "Putaran contoh Januari 2027"
    assert len(dinas.below(fresh)) == 2
    assert open_due(dinas.kantor) == []
    assert promises(dinas) == []


def test_what_was_called_off_does_not_come_again(dinas: Perkantoran) -> None:
    one = dinas.opened("putaran", unit="")
    asked = Minta(one.id, one.versi, "Tidak diperlukan lagi")
    berkas_henti.cancel(dinas.kantor, dinas.oleh("ppid"), asked)
    dinas.kantor.clock.at = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)

    assert open_due(dinas.kantor) == []


def test_the_round_after_a_withheld_one_is_withheld(dinas: Perkantoran) -> None:
    dinas.opened("putaran", unit="", rahasia=True)
    dinas.kantor.clock.at = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
    [fresh] = open_due(dinas.kantor)

    assert fresh.rahasia
    assert [one.rahasia for one in dinas.below(fresh)] == [True, True]
    assert promises(dinas) == []


def test_a_broken_pack_stops_the_rounds_of_its_own_agency_and_of_no_other(
    dinas: Perkantoran,
) -> None:
    kantor = dinas.kantor
    instansi.set_up(kantor, kantor.hadir(dinas.orang["admin"]), "badan_contoh")
    dinas.opened("putaran", unit="")
    pack = kantor.home / "paket" / "badan_contoh" / "instansi.toml"
    whole = pack.read_text()
    pack.write_text("nama = \n")
    kantor.clock.at = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
    with pytest.raises(PutaranTidakTerbuka, match="badan_contoh: Paket instansi badan_contoh"):
        open_due(kantor)

    with kantor.ledger.read() as reading:
        opened = {one.masa for one in reading.find(Berkas, instansi="dinas_contoh", induk="")}
    assert opened == {"2026-11", "2026-12"}
    pack.write_text(whole)
    assert open_due(kantor) == []
    assert promises(dinas) == []
