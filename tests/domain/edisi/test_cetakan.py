"""What the paper of a list says."""

from __future__ import annotations

from service.domain.edisi.cetakan import LEBAR, is_bar, printed
from service.domain.edisi.lajur import heads
from service.domain.instansi import Kop
from tests.terbitan import dik, dik_line, edition, line

KOP = Kop("DINAS CONTOH", ("PEMERINTAH KOTA CONTOH",))


def test_the_paper_has_the_legal_columns_its_decree_and_its_bars() -> None:
    one = printed(edition([line(0), line(3), line(1)]), KOP)

    assert one.kepala == heads("dip")
    assert "Surat keputusan nomor 1 TAHUN 2026 tanggal 2 Januari 2026" in one.keterangan
    assert "Diumumkan 3 Januari 2026" in one.keterangan
    assert [is_bar(row) for row in one.baris] == [True, False, False, True, False]
    assert [row[0] for row in one.baris if not is_bar(row)] == ["1", "2", "3"]


def test_the_columns_fill_the_page() -> None:
    assert {name: sum(wide) for name, wide in LEBAR.items()} == {"dip": 100, "dik": 100}
    assert all(len(wide) == len(heads(name)) for name, wide in LEBAR.items())


def test_a_list_without_lines_says_so_and_the_dik_has_no_bars() -> None:
    assert printed(edition([]), KOP).baris[0][1] == "Tidak ada baris"
    assert not any(is_bar(row) for row in printed(dik(dik_line(1)), KOP).baris)
