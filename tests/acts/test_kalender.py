"""Who keeps the table of days off, and what a change of it does to a term."""

from datetime import date

import pytest
from sqlalchemy import text

from service.acts.instansi.kalender import IsianLibur, add, change, days_off, kalender, remove, seed
from service.acts.instansi.pilihan import set_up
from service.acts.keadaan.audit import audit
from service.domain.catatan import RUMAH
from service.domain.libur import (
    CUTI_BERSAMA,
    DAERAH,
    LiburSudahAda,
    LiburTidakSah,
    TahunSudahBerisi,
)
from service.domain.orang import Orang, Pemegang
from service.domain.refusals import Overtaken, TidakAda, TidakBerwenang
from service.domain.wewenang import Hadir
from tests.office import INSTANSI, open_house

MULAI = date(2026, 1, 1)


@pytest.fixture
def house(tmp_path, ledger_url):
    with open_house(tmp_path, ledger_url) as whole:
        yield whole


def officer(peran, instansi=INSTANSI):
    orang = Orang("o" * 26, instansi, "contoh.satu", "Contoh Satu")
    return Hadir(orang, (Pemegang("p" * 26, orang.id, instansi, "", peran, MULAI),))


KEEPER = officer("tim_sekretariat")
HARI_JADI = IsianLibur(date(2026, 11, 25), " Hari  Jadi Contoh ", DAERAH, "SE 1/2026")


def table(house, tahun=2026):
    with house.ledger.read() as reading:
        return days_off(reading, INSTANSI, tahun)


def due(house, start, n):
    with house.ledger.read() as reading:
        return kalender(house, reading, INSTANSI).hari_kerja_after(start, n)


def test_a_first_table_is_laid_once_a_year(house):
    assert seed(house, KEEPER, INSTANSI, 2026) == len(table(house)) > 20

    with pytest.raises(TahunSudahBerisi, match="2026"):
        seed(house, KEEPER, INSTANSI, 2026)
    assert seed(house, KEEPER, INSTANSI, 2027) == len(table(house, 2027))


def test_an_instansi_that_goes_to_work_has_its_calendar_at_once(house):
    keeper = officer("administrator", RUMAH)

    set_up(house, keeper, INSTANSI)

    this_year = house.clock.now().year
    assert len(table(house, this_year)) > 15
    assert len(table(house, this_year + 1)) > 15


def test_a_day_decreed_in_mid_year_moves_a_term_and_its_removal_moves_it_back(house):
    seed(house, KEEPER, INSTANSI, 2026)
    assert due(house, date(2026, 11, 23), 2) == date(2026, 11, 25)

    one = add(house, KEEPER, INSTANSI, HARI_JADI)
    assert due(house, date(2026, 11, 23), 2) == date(2026, 11, 26)

    remove(house, KEEPER, one.id, one.versi)
    assert due(house, date(2026, 11, 23), 2) == date(2026, 11, 25)


def test_a_day_off_can_be_moved_by_whoever_saw_it_last(house):
    one = add(house, KEEPER, INSTANSI, HARI_JADI)
    moved = IsianLibur(date(2026, 11, 26), "Hari Jadi Contoh", DAERAH)

    change(house, KEEPER, one.id, one.versi, moved)

    assert [(x.tanggal, x.nama) for x in table(house)] == [(date(2026, 11, 26), "Hari Jadi Contoh")]
    with pytest.raises(Overtaken):
        change(house, KEEPER, one.id, one.versi, HARI_JADI)
    with pytest.raises(Overtaken):
        remove(house, KEEPER, one.id, one.versi)


def test_a_day_off_can_be_renamed_where_it_stands(house):
    one = add(house, KEEPER, INSTANSI, HARI_JADI)

    change(house, KEEPER, one.id, one.versi, IsianLibur(HARI_JADI.tanggal, "Pilkada", DAERAH))

    assert [x.nama for x in table(house)] == ["Pilkada"]


def test_one_kind_of_holiday_is_written_once_a_day(house):
    one = add(house, KEEPER, INSTANSI, HARI_JADI)
    other = IsianLibur(HARI_JADI.tanggal, "Cuti Bersama Contoh", CUTI_BERSAMA)

    with pytest.raises(LiburSudahAda, match="Hari Jadi Contoh"):
        add(house, KEEPER, INSTANSI, HARI_JADI)
    assert add(house, KEEPER, INSTANSI, other).tanggal == one.tanggal


@pytest.mark.parametrize(
    "isian",
    [
        IsianLibur(MULAI, "  ", DAERAH),
        IsianLibur(MULAI, "x" * 121, DAERAH),
        IsianLibur(MULAI, "Contoh", "hari_lain"),
    ],
)
def test_a_day_off_without_a_name_or_kind_is_refused_and_nothing_is_kept(house, isian):
    with pytest.raises(LiburTidakSah):
        add(house, KEEPER, INSTANSI, isian)
    assert table(house) == []


@pytest.mark.parametrize("who", [officer("unit"), officer("tim_sekretariat", "kota_kupang")])
def test_only_who_keeps_the_calendar_of_this_instansi_may_change_it(house, who):
    one = add(house, KEEPER, INSTANSI, HARI_JADI)

    for act in (
        lambda: seed(house, who, INSTANSI, 2026),
        lambda: add(house, who, INSTANSI, HARI_JADI),
        lambda: change(house, who, one.id, one.versi, HARI_JADI),
        lambda: remove(house, who, one.id, one.versi),
    ):
        with pytest.raises((TidakAda, TidakBerwenang)):
            act()
    assert len(table(house)) == 1


def test_every_change_of_the_table_stands_in_the_journal(house):
    one = add(house, KEEPER, INSTANSI, HARI_JADI)
    remove(house, KEEPER, one.id, one.versi)
    seed(house, KEEPER, INSTANSI, 2027)

    with house.engine.connect() as look:
        lines = look.execute(text("select perbuatan from catatan order by urut")).scalars().all()
    assert lines == ["libur_ditambah", "libur_dihapus", "kalender_diisi"]
    assert all(promise.utuh for promise in audit(house))
