"""The report of a period and the picture of the whole, at their pages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import event

from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.riwayat import Riwayat
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.permohonan import Isian, Keputusan, Permohonan
from service.house import RealHouse
from tests.domain.informasi.contoh import UTUH, excluded
from tests.office import INSTANSI, UNIT, today
from tests.web.rumah_web import officer, rumah_web

RAHASIA, NAMA = "Isi contoh yang tertutup", "Contoh Nama Pemohon"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def listed(house: RealHouse, many: int, unit: str = UNIT, keadaan: str = "terbit") -> None:
    """So many pieces of a unit."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        for _ in range(many):
            id_ = house.new_id()
            one = replace(UTUH, id=id_, kode=id_, instansi=INSTANSI, unit=unit)
            tx.add(replace(one, keadaan=keadaan, terbit_pada=today(house)))
            tx.add(Riwayat(house.new_id(), one.id, 0, "", keadaan, "petugas", now))
        tx.note(Catatan(INSTANSI, MESIN, "informasi_diusulkan", now))


def withheld(house: RealHouse) -> None:
    one = replace(excluded(), id=house.new_id(), instansi=INSTANSI, unit=UNIT)
    with house.ledger.begin() as tx:
        tx.add(replace(one, unsur=replace(one.unsur, ringkasan=RAHASIA)))
        tx.note(Catatan(INSTANSI, MESIN, "informasi_diusulkan", house.clock.now(), one.id))


def refused(house: RealHouse) -> None:
    """A request that was refused with words of its own."""
    kiriman, now, day = house.new_id(), house.clock.now(), today(house)
    why = f"Pasal 17 huruf h, {RAHASIA}"
    said = Keputusan(
        dikuasai="ya", keputusan="tidak_diberikan", alasan=why, pemberitahuan=day.isoformat()
    )
    made = (house.new_id(), kiriman, INSTANSI, UNIT, "", "selesai", now, day, day, Isian(nama=NAMA))
    with house.ledger.begin() as tx:
        tx.add(Kiriman(kiriman, INSTANSI, UNIT, "web", "contoh.pdf", DIDAFTAR, now))
        tx.add(Permohonan(*made, keputusan=said))
        tx.note(Catatan(INSTANSI, MESIN, "kiriman_diterima", now, kiriman))


def at(house: RealHouse, masa: str = "") -> str:
    return f"/laporan/{INSTANSI}/{masa or f'{today(house):%Y-%m}'}"


def test_a_report_shows_each_figure_as_a_picture_and_as_a_table(house: RealHouse) -> None:
    listed(house, 3)
    listed(house, 1, keadaan="usulan")
    refused(house)
    tim = officer(house, "tim", "tim_sekretariat")

    page = tim.client.get(at(house)).text

    assert page.count("<svg") >= 4
    assert "tersedia 3, belum tersedia 1" in page  # what a reader of pictures hears
    assert "75%" in page
    assert "Mengungkap rahasia pribadi, Pasal 17 huruf h" in page
    assert RAHASIA not in page
    assert NAMA not in page


@pytest.mark.parametrize("panjang", ["%Y-%m", "%Y"])
def test_the_workbook_has_the_same_figures(house: RealHouse, panjang: str) -> None:
    listed(house, 3)
    listed(house, 1, keadaan="usulan")
    refused(house)
    tim = officer(house, "tim", "tim_sekretariat")

    made = tim.client.get(f"{at(house, f'{today(house):{panjang}}')}/xlsx")

    book = load_workbook(io.BytesIO(made.data))
    told = [[c.value for c in row] for row in book["Ketersediaan per kategori"].rows]
    assert ["Berkala", 4, 3, 1, 75] in told
    words = str([c.value for sheet in book for row in sheet.rows for c in row])
    assert RAHASIA not in words
    assert NAMA not in words
    assert "attachment" in made.headers["Content-Disposition"]


def test_a_unit_sees_its_own_lines_and_no_register(house: RealHouse) -> None:
    listed(house, 2)
    listed(house, 5, unit="lain")
    refused(house)
    withheld(house)
    unit = officer(house, "unit", "unit", unit=UNIT)

    for path in (at(house), "/dasbor"):
        page = unit.client.get(path).text
        assert "Hanya unit Anda" in page
        assert "tersedia 2, belum tersedia 0" in page
        assert "Alasan penolakan" not in page
        assert "Pengecualian menurut" not in page


def test_exclusions_are_counted_for_who_may_know_and_nothing_is_told_of_them(
    house: RealHouse,
) -> None:
    withheld(house)
    tim, petugas = officer(house, "tim", "tim_sekretariat"), officer(house, "meja", "petugas")

    for path in (at(house), "/dasbor"):
        assert "Keadaan hari ini, 1 informasi" in tim.client.get(path).text
        assert RAHASIA not in tim.client.get(path).text
        assert "Pengecualian menurut" not in petugas.client.get(path).text


def test_what_is_no_period_or_no_agency_is_answered_in_words(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")

    assert tim.client.get(at(house, "2026-13")).status_code == 422
    assert "2026-s2" in tim.client.get(at(house, "<b>")).text
    assert tim.client.get("/laporan/tidak_ada/2026-11").status_code == 404
    assert tim.client.get("/dasbor?instansi=tidak_ada").status_code == 404


def test_a_person_chooses_the_period_and_comes_to_its_own_address(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")

    answer = tim.client.get(f"/laporan?instansi={INSTANSI}&masa=2026-s2")

    assert answer.status_code == 303
    assert answer.headers["Location"].endswith(f"/laporan/{INSTANSI}/2026-s2")
    assert "Juli sampai Desember 2026" in tim.client.get(answer.headers["Location"]).text
    assert tim.client.get("/laporan").status_code == 200


@pytest.mark.parametrize("path", ["laporan", "dasbor"])
def test_a_page_asks_the_ledger_no_more_often_when_there_are_more_lines(
    house: RealHouse, path: str
) -> None:
    tim, asked = officer(house, "tim", "tim_sekretariat"), list[str]()
    event.listen(house.engine, "before_cursor_execute", lambda *x: asked.append(x[2]))
    many = []
    for lines in (2, 40):
        listed(house, lines, unit=f"unit-{lines}")
        refused(house)
        tim.client.get(f"/{path}")
        asked.clear()
        assert tim.client.get(f"/{path}").status_code == 200
        many.append(len(asked))

    assert many[0] == many[1]
