"""The page of a draft: what it says where no proof comes, and of numbers that are doubtful."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.pasangan_versi import PasanganKonsep
from service.domain.wewenang import WAJIB
from service.house import RealHouse
from tests.acts.test_klinik_buku import sent as sent_with_book
from tests.acts.test_pasangan_cetak import SEBAB, fails, lets_go
from tests.office import INSTANSI, rule, work
from tests.web.rumah_web import officer, rumah_web
from tests.web.test_pasangan_web import DI, changed, pressed, uploaded


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        rule(whole, WAJIB)
        yield whole


def draft(house: RealHouse) -> PasanganKonsep:
    with house.ledger.read() as reading:
        (one,) = reading.find(PasanganKonsep, instansi=INSTANSI)
    return one


def test_a_draft_whose_proof_is_stuck_says_why_waits_no_more_and_offers_to_try_again(
    house: RealHouse, tmp_path: Path
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    uploaded(tim, changed(tmp_path))
    fails(house, draft(house))

    page = tim.client.get(f"{DI}/konsep").text
    assert f"berhenti sesudah beberapa kali gagal. {SEBAB}" in page
    assert "Halaman ini diperbarui sendiri" not in page
    assert "every 3s" not in page
    answer = pressed(tim, f"{DI}/konsep", f"{DI}/cetak-lagi")

    assert answer.status_code == 303
    page = tim.client.get(answer.location).text
    assert "Contoh cetakannya dibuat lagi." in page
    assert "Halaman ini diperbarui sendiri" in page
    assert "Coba cetak lagi" not in page
    work(house)
    assert "Nyatakan siap" in tim.client.get(f"{DI}/konsep").text


def test_a_proof_that_the_administrator_let_go_is_offered_again_too(
    house: RealHouse, tmp_path: Path
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    uploaded(tim, changed(tmp_path))
    lets_go(house, draft(house))

    page = tim.client.get(f"{DI}/konsep").text

    assert "dihentikan administrator" in page
    assert "Coba cetak lagi" in page


def test_who_writes_no_templates_asks_for_no_proof(house: RealHouse, tmp_path: Path) -> None:
    tim, petugas = officer(house, "tim", "tim_sekretariat"), officer(house, "petugas", "petugas")
    uploaded(tim, changed(tmp_path))
    fails(house, draft(house))

    for who, status in ((petugas, 403), (officer(house, "lain", "ppid", unit="humas"), 404)):
        sent = who.client.post(f"{DI}/cetak-lagi", data={"csrf": who.csrf})
        assert sent.status_code == status


def test_who_puts_it_in_force_reads_that_its_numbers_are_doubtful(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = officer(house, "tim", "tim_sekretariat"), officer(house, "ppid", "ppid")
    sent_with_book(house, tim.hadir, tmp_path, "catatan", "catatan", "CT-{NOMOR}/{TAHUN}")

    page = ppid.client.get(f"/pasangan/{INSTANSI}/catatan/konsep").text

    assert "Seri &#39;catatan&#39; tidak ada pada" in page
    assert "Berlakukan templat ini" in page
