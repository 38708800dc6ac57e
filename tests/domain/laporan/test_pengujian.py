"""How many tests an office held in a period, and what they found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from service.domain.berkas import SELESAI, Berkas
from service.domain.butir import Butir
from service.domain.laporan.pengujian import Pengujian, held

AWAL, AKHIR = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 12, 31, 23, tzinfo=UTC)


def teruji(
    berkas: str, hasil: str, ditutup: datetime | None, *, dicabut: bool = False
) -> tuple[Butir, Berkas]:
    matter = Berkas(berkas, "dinas", "", "Uji", "", SELESAI, AWAL, ditutup=ditutup)
    return Butir(f"{berkas}-{hasil}", berkas, 1, "Contoh", "", hasil, dicabut=dicabut), matter


def test_a_test_of_several_pieces_is_one_test_and_counts_each_piece() -> None:
    found = [
        teruji("a", "terbuka", AKHIR),
        teruji("a", "dikecualikan", AKHIR),
        teruji("b", "terbuka", AWAL),
    ]

    assert held(found, AWAL, AKHIR) == Pengujian(2, (("Terbuka", 2), ("Dikecualikan", 1)))


def test_what_was_closed_in_another_year_runs_on_or_was_taken_back_is_not_counted() -> None:
    found = [
        teruji("a", "terbuka", AWAL - timedelta(seconds=1)),
        teruji("b", "terbuka", AKHIR + timedelta(seconds=1)),
        teruji("c", "sebagian", None),
        teruji("d", "sebagian", AKHIR, dicabut=True),
    ]

    assert held(found, AWAL, AKHIR) == Pengujian(0, ())
