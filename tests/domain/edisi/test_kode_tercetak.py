"""Which lines a paper prints, by their codes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.domain.edisi.susun import appendix, printed_codes
from service.domain.informasi.baris import dip_row
from service.domain.informasi.keadaan import TERBIT
from tests.domain.informasi.contoh import UTUH


def test_a_decree_is_known_by_the_codes_of_its_lines() -> None:
    row = dip_row(replace(UTUH, keadaan=TERBIT))

    assert printed_codes({"hal": "Penetapan", "daftar": appendix([row])}) == {row["kode"]}


@pytest.mark.parametrize(
    "value", ["H7T-3RE-45R", ["kode"], [{"baris": "x"}], [{"baris": [{"no": 1}, "x"]}], [], None, 7]
)
def test_other_papers_print_no_codes(value: object) -> None:
    assert printed_codes({"isi": value}) == set()
