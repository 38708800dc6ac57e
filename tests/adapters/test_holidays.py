"""The first table of days off, before an office corrects it by decree."""

from datetime import date

from service.adapters.holidays import HolidaySeed
from service.domain.ids import is_id
from service.domain.kalender import Kalender
from service.domain.libur import CUTI_BERSAMA, NASIONAL


def seed(*years, this_year=2026):
    return HolidaySeed().libur("contoh", years, this_year)


def test_national_holidays_and_cuti_bersama_are_told_apart():
    by_day = {x.tanggal: x for x in seed(2026)}

    assert by_day[date(2026, 3, 19)].nama == "Hari Suci Nyepi"
    assert by_day[date(2026, 3, 19)].jenis == NASIONAL
    assert by_day[date(2026, 3, 23)].jenis == CUTI_BERSAMA
    assert by_day[date(2026, 8, 17)].jenis == NASIONAL


def test_each_row_says_where_it_comes_from():
    assert all("SKB 2026" in x.rujukan and x.instansi == "contoh" for x in seed(2026))


def test_the_running_year_is_sure_and_the_next_is_provisional():
    assert not any(x.sementara for x in seed(2025, 2026))
    assert all(x.sementara for x in seed(2027))
    assert not any("perkiraan" in x.nama for x in seed(2027))


def test_seeding_twice_gives_the_same_rows_and_no_id_twice():
    once, twice = seed(2025, 2026, 2027), seed(2027, 2026, 2025, 2026)

    assert once == twice
    assert len({x.id for x in once}) == len(once)
    assert all(is_id(x.id) for x in once)


def test_a_ten_day_term_over_idulfitri_follows_the_seeded_table():
    kantor = Kalender(libur=tuple(seed(2026)))

    assert kantor.hari_kerja_after(date(2026, 3, 16), 10) == date(2026, 4, 7)
