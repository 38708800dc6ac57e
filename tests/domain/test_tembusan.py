"""Whom the copies of a signed paper are for."""

from __future__ import annotations

from datetime import date

from service.domain.instansi import Instansi, Peran, UnitKerja
from service.domain.orang import Pemegang
from service.domain.tembusan import addressed, keys

DINAS = Instansi(
    "dinas",
    "Dinas Contoh",
    unit=(
        UnitKerja("umum", "Biro Umum", "BU"),
        UnitKerja("umum_dua", "Biro Umum dan Keuangan", "BUK"),
    ),
    peran=(
        Peran("ppid", "PPID", "Kepala Bidang Layanan"),
        Peran("atasan_ppid", "Atasan PPID"),
        Peran("unit", "Unit Kerja"),
    ),
)


def test_a_line_goes_to_the_longest_name_that_it_bears_a_unit_before_an_office() -> None:
    lines = [
        "Kepala  biro umum selaku PPID;",
        "Kepala Biro Umum dan Keuangan",
        "Atasan PPID",
        "Kepala Bidang Layanan",
        "Kepala Biro Umum",
    ]
    assert addressed(lines, DINAS) == {
        "unit:umum": lines[0],
        "unit:umum_dua": lines[1],
        "peran:atasan_ppid": lines[2],
        "peran:ppid": lines[3],
    }


def test_who_is_not_named_gets_nothing_and_what_is_no_list_names_nobody() -> None:
    assert addressed(["Gubernur Contoh", "Biro Umumnya", "Unit Kerja", "", 7], DINAS) == {}
    assert addressed("Biro Umum", DINAS) == {}
    assert addressed(None, DINAS) == {}


def test_who_holds_a_peran_in_a_unit_reads_that_unit_s_copies_and_not_the_office_s() -> None:
    day = date(2026, 11, 23)
    held = [
        Pemegang("a", "saya", "dinas", "umum", "ppid_pelaksana", day),
        Pemegang("b", "saya", "badan", "", "ppid", day),
    ]
    assert list(keys(held)) == [("dinas", "unit:umum"), ("badan", "peran:ppid")]
