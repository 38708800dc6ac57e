"""The page of an edition says in plain words why the public does not read it, or a line of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.domain.edisi import tertahan
from service.domain.edisi.edisi import DIP, DITARIK, DITETAPKAN, RANCANGAN, TERBIT, Edisi
from service.domain.informasi.unsur import Pelengkap, Sk
from tests.domain.informasi.contoh import UTUH

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SEJAM = timedelta(hours=1)
SK = Sk("naskah", "12 TAHUN 2026", date(2026, 11, 20), ditandatangani=True)
TERBACA = Edisi("a" * 26, "kota_contoh", DIP, keadaan=TERBIT, sk=SK)


@pytest.mark.parametrize(
    ("one", "kata"),
    [
        (TERBACA, ""),
        (replace(TERBACA, keadaan=DITETAPKAN), tertahan.BELUM_TERBIT),
        (replace(TERBACA, mulai=NOW + SEJAM), tertahan.BELUM_MULAI),
        (replace(TERBACA, mulai=NOW - SEJAM, sampai=NOW), tertahan.SUDAH_LEWAT),
        (replace(TERBACA, keadaan=RANCANGAN), ""),
        (replace(TERBACA, keadaan=DITARIK), ""),
    ],
)
def test_an_edition_that_is_not_read_says_what_it_waits_for(one: Edisi, kata: str) -> None:
    assert tertahan.whole(one, NOW) == kata


def test_a_line_whose_file_lies_closed_waits_for_another_file() -> None:
    line = replace(UTUH, pelengkap=Pelengkap(sidik="ab" * 32))
    assert tertahan.single(line, {"ab" * 32}) == tertahan.FILE
    assert tertahan.single(line, {"cd" * 32}) == tertahan.SEGERA
    assert tertahan.single(replace(line, pelengkap=Pelengkap()), {""}) == tertahan.SEGERA
