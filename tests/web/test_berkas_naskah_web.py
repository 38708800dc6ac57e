"""Papers at the page of their matter: what its step asks for is begun there, once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.domain.berkas import DIBATALKAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import Naskah
from service.house import RealHouse
from service.web.app import create_app
from tests.office import INSTANSI, UNIT
from tests.web.browser import served, sound
from tests.web.naskah_web import with_pair
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password

SK = "sk_penetapan_dip"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def at_draft(house: RealHouse, *, rahasia: bool = False) -> Berkas:
    """A matter at the row that makes an SK."""
    asked = Pembukaan(house.new_id(), INSTANSI, UNIT, "penetapan_dip", "Perkara contoh")
    with house.ledger.begin() as tx:
        one = begun(house, tx, replace(asked, rahasia=rahasia))
        here = replace(one, langkah="rancang", menunggu="tim_sekretariat")
        tx.save(one, here)
        tx.note(Catatan(INSTANSI, MESIN, "langkah_selesai", house.clock.now(), one.id))
    return here


def begins(who: Orang, berkas: Berkas, page: str = "", **told: str):
    page = page or who.client.get(f"/berkas/{berkas.id}").text
    found = re.search(r'name="tanda" value="(\w+)">\s*<input[^>]*name="bahan" value="(\w+)"', page)
    sent = dict(zip(("tanda", "bahan"), found.groups(), strict=True)) if found else {}
    data = {"csrf": who.csrf, **sent, **told}
    return who.client.post(f"/berkas/{berkas.id}/naskah", data=data)


def papers(house: RealHouse, berkas: Berkas) -> list[Naskah]:
    with house.ledger.read() as reading:
        return reading.find(Naskah, berkas=berkas.id)


def test_what_the_step_asks_for_is_begun_once_and_then_stands_there(house: RealHouse) -> None:
    who, berkas = officer(house, "sekretaris", "tim_sekretariat"), at_draft(house)
    page = who.client.get(f"/berkas/{berkas.id}").text
    assert "Buat Keputusan penetapan Daftar Informasi Publik" in page

    for _ in range(2):  # the same form sent twice
        assert begins(who, berkas, page).status_code == 303
    [one] = papers(house, berkas)
    assert (one.jenis, one.bahan) == (SK, SK)
    after = begins(who, berkas, page, tanda=house.new_id())
    assert after.headers["Location"].endswith(f"/naskah/{one.id}"), "a colleague finds it begun"
    assert len(papers(house, berkas)) == 1

    page = who.client.get(f"/berkas/{berkas.id}").text
    assert "Buat Keputusan penetapan" not in page
    assert f'href="/naskah/{one.id}"' in page


def test_an_agency_that_writes_nota_dinas_is_offered_one_where_its_sop_asks_for_a_memorandum(
    house: RealHouse, tmp_path: Path
) -> None:
    with_pair(house, tmp_path)
    own = tmp_path / "paket" / INSTANSI / "instansi.toml"
    said = 'memorandum      = "memorandum"'
    assert said in own.read_text()
    own.write_text(own.read_text().replace(said, 'memorandum = "nota dinas"'))
    who = officer(house, "sekretaris", "tim_sekretariat")
    asked = Pembukaan(house.new_id(), INSTANSI, UNIT, "uji_konsekuensi", "Perkara contoh")
    with house.ledger.begin() as tx:
        one = begun(house, tx, asked)
        tx.save(one, replace(one, langkah="laporkan", menunggu="tim_sekretariat"))
        tx.note(Catatan(INSTANSI, MESIN, "langkah_selesai", house.clock.now(), one.id))

    page = who.client.get(f"/berkas/{one.id}").text
    assert "Buat Nota dinas" in page
    assert begins(who, one, page).status_code == 303
    [paper] = papers(house, one)
    assert (paper.jenis, paper.bahan) == ("nota_dinas", "memorandum")
    assert "Buat Nota dinas" not in who.client.get(f"/berkas/{one.id}").text


def test_who_has_no_part_in_the_step_begins_nothing_there(house: RealHouse) -> None:
    who, other = (
        officer(house, "sekretaris", "tim_sekretariat"),
        officer(house, "petugas.lain", "petugas"),
    )
    berkas = at_draft(house)
    page = who.client.get(f"/berkas/{berkas.id}").text
    assert "Buat Keputusan" not in other.client.get(f"/berkas/{berkas.id}").text
    for told in ({}, {"bahan": "tiada"}, {"bahan": "dip"}):
        assert begins(other, berkas, page, **told).status_code == 404
    assert begins(who, berkas, page, tanda="bukan tanda").status_code in (404, 422)
    hidden = at_draft(house, rahasia=True)
    assert begins(other, hidden, page).status_code == 404
    assert papers(house, berkas) == papers(house, hidden) == []


def test_in_a_browser_it_is_one_press_to_the_form(house: RealHouse, open_window) -> None:
    with_password(house, "sekretaris", "tim_sekretariat")
    berkas, win = at_draft(house), open_window()
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "sekretaris", f"/berkas/{berkas.id}")
        sound(win)
        win.page.get_by_role("button", name="Buat Keputusan penetapan").press("Enter")
        win.page.get_by_text("Konsep naskah dibuat.").wait_for()
        sound(win)


def test_a_paper_that_no_step_asks_for_is_begun_as_well(house: RealHouse, open_window) -> None:
    who, berkas = officer(house, "petugas", "petugas"), at_draft(house)
    with_password(house, "penulis", "petugas")
    at = f"/berkas/{berkas.id}/naskah/lain"
    assert f'href="{at}"' in who.client.get(f"/berkas/{berkas.id}").text
    asked = who.client.get(at)
    tanda = re.search(r'name="tanda" value="(\w+)"', asked.text)
    assert tanda
    for kind in ("Lembar disposisi", "Nota pengantar", "Tanda bukti", "Laporan tahunan"):
        assert kind in asked.text

    sent = {"csrf": who.csrf, "tanda": tanda[1], "jenis": "lembar_disposisi"}
    for _ in range(2):
        assert who.client.post(at, data=sent).status_code == 303
    [one] = papers(house, berkas)
    assert (one.jenis, one.bahan) == ("lembar_disposisi", "")
    wrong = who.client.post(at, data={**sent, "jenis": "entah"})
    assert wrong.status_code == 422
    assert "Pilih jenis naskah dari daftar." in wrong.text
    with served(create_app(house)) as alamat:
        for script in (True, False):
            win = open_window(script=script)
            come_in(win.page, alamat, "penulis", at)
            if script:
                sound(win)
            win.page.get_by_label("Jenis naskah").select_option("nota_pengantar")
            win.page.get_by_role("button", name="Buat naskah").press("Enter")
            win.page.get_by_text("Konsep naskah dibuat.").wait_for()
    assert len(papers(house, berkas)) == 3


def test_in_a_matter_that_is_over_no_paper_is_begun(house: RealHouse) -> None:
    who, berkas = officer(house, "petugas", "petugas"), at_draft(house)
    with house.ledger.begin() as tx:
        one = tx.get(Berkas, berkas.id)
        tx.save(one, replace(one, keadaan=DIBATALKAN))
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibatalkan", house.clock.now(), berkas.id))

    assert who.client.get(f"/berkas/{berkas.id}/naskah/lain").status_code == 404
    assert "naskah/lain" not in who.client.get(f"/berkas/{berkas.id}").text
