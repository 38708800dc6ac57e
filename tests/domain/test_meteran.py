"""Office time measured for many moments is the time that the calendar counts for each."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.kalender import Kalender, Ramadan
from service.domain.libur import NASIONAL, Libur
from service.domain.meteran import Meteran

MOMENTS = st.datetimes(datetime(2025, 12, 1), datetime(2027, 1, 31)).map(
    lambda one: one.replace(tzinfo=UTC)
)
KALENDER = [
    Kalender(
        zona,
        ramadan=(Ramadan(date(2026, 2, 18), date(2026, 3, 19)),),
        libur=(
            Libur("a", "contoh", date(2026, 12, 25), "Hari Raya Natal", NASIONAL),
            Libur("b", "contoh", date(2026, 1, 1), "Tahun Baru", NASIONAL),
        ),
    )
    for zona in ("WIB", "WITA", "WIT")
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(MOMENTS, MOMENTS), min_size=1, max_size=4), st.sampled_from(KALENDER))
def test_every_span_is_as_long_as_the_calendar_says(
    spans: list[tuple[datetime, datetime]], kalender: Kalender
) -> None:
    meteran = Meteran(kalender)
    for start, end in spans:
        said = kalender.menit_kerja(start, end) if end > start else 0
        assert meteran.menit(start, end) == said


def test_a_closed_office_lets_no_time_pass() -> None:
    meteran = Meteran(KALENDER[0])
    friday = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)  # 16.30 WIB, the office closes

    assert meteran.letak(friday) == meteran.letak(friday + timedelta(hours=63))
    assert meteran.menit(friday, friday + timedelta(hours=64)) == 60
