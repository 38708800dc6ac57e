"""Who signs with a certificate is told before it ends, where they look each day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from service.acts.keadaan.sertifikat import ORANG, certificate_lines
from service.domain.catatan import Catatan
from service.domain.kunci_ttd import FILE, KunciTtd
from service.house import RealHouse
from tests.office import INSTANSI
from tests.web.rumah_web import officer, rumah_web


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def given(house: RealHouse, orang: str, days: int) -> None:
    now = house.clock.now()
    since, until = now - timedelta(days=700), now + timedelta(days=days, hours=1)
    one = KunciTtd(house.new_id(), orang, FILE, "Kunci Contoh", now, pemilik="Contoh Kepala")
    with house.ledger.begin() as tx:
        tx.add(replace(one, dari=since, sampai=until))
        tx.note(Catatan(INSTANSI, orang, "kunci_ttd_ditambah", now, one.id))


def test_a_certificate_that_ends_soon_is_told_at_home_at_the_desk_and_to_the_machine(
    house: RealHouse,
) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    lain = officer(house, "lain", "ppid")
    given(house, atasan.hadir.orang.id, 9)

    for page in ("/", "/tanda-tangan", "/akun/sertifikat"):
        assert "berakhir 9 hari lagi" in atasan.client.get(page).text, page
        assert "berakhir 9 hari" not in lain.client.get(page).text
    assert "Perpanjang sertifikat Kunci Contoh" in atasan.client.get("/").text
    line = next(one for one in certificate_lines(house) if one.nama == ORANG)
    assert (line.baik, "Contoh Kepala" in line.kata) == (False, True)


def test_nobody_is_told_as_long_as_another_certificate_lasts(house: RealHouse) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    given(house, atasan.hadir.orang.id, 9)
    given(house, atasan.hadir.orang.id, 400)

    assert "Perpanjang sertifikat" not in atasan.client.get("/").text
    assert next(one for one in certificate_lines(house) if one.nama == ORANG).baik
