"""The ink desk, at the pages: printed together, handed over, back again; without any script."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.edar_tinta import DISERAHKAN, KEMBALI, EdarTinta
from service.domain.naskah import Naskah
from service.domain.tempat_ttd import APLIKASI, TINTA
from service.house import RealHouse
from service.web.app import create_app
from tests.office import INSTANSI
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.naskah_web import sent_out
from tests.web.rumah_web import Orang, come_in, officer

pytestmark = pytest.mark.usefixtures("berpasangan")


def waits(house: RealHouse, penyiap: Orang, ppid: Orang, jalan: str = TINTA) -> Naskah:
    return sent_out(house, penyiap, ppid, jalan)


def says(who: Orang, apa: str, *some: Naskah, **told: str):
    sent = {"csrf": who.csrf, "pilih": [one.id for one in some], **told}
    return who.client.post(f"/tinta/{apa}", data=sent)


def where(house: RealHouse, naskah: Naskah) -> EdarTinta | None:
    with house.ledger.read() as reading:
        return next(iter(reading.find(EdarTinta, naskah=naskah.id)), None)


def test_papers_are_printed_as_one_file_and_their_sheets_are_followed(
    house: RealHouse, penyiap: Orang, ppid: Orang
) -> None:
    one, two = (waits(house, penyiap, ppid) for _ in range(2))
    other = waits(house, penyiap, ppid, APLIKASI)
    page = penyiap.client.get("/tinta").text
    assert one.nomor in page
    assert two.nomor in page
    assert other.nomor not in page
    assert page.count("Belum dicetak") == 2
    whose = re.findall(r"<td[^>]*>([A-Z][^<]*)</td>", page)
    assert whose == ["Atasan PPID"] * 2
    assert page.count('href="/naskah/') == 2

    printed = says(penyiap, "cetak", one, two)
    assert printed.mimetype == "application/pdf"
    with pypdfium2.PdfDocument(io.BytesIO(printed.data)) as paper:
        many = len(paper)
    assert many == 2
    assert "Dicetak" in penyiap.client.get("/tinta").text

    assert says(penyiap, "serahkan", one, kepada="Ajudan Contoh").status_code == 303
    page = penyiap.client.get("/tinta?kabar=tinta-diserahkan").text
    assert "Ajudan Contoh" in page
    assert "hari ini" in page
    assert "Tercatat: naskah cetak ada pada" in page
    told = where(house, one)
    assert told
    assert (told.keadaan, told.oleh) == (DISERAHKAN, penyiap.hadir.orang.id)

    assert says(penyiap, "kembali", one, two).status_code == 303
    assert [x.keadaan for n in (one, two) if (x := where(house, n))] == [KEMBALI, KEMBALI]
    assert "menunggu pindaian" in penyiap.client.get("/tinta").text


def test_what_cannot_be_is_said_and_nothing_is_written(
    house: RealHouse, penyiap: Orang, ppid: Orang
) -> None:
    one, other = waits(house, penyiap, ppid), waits(house, penyiap, ppid, APLIKASI)

    for answer, kata in (
        (says(penyiap, "cetak"), "Centang dahulu"),
        (says(penyiap, "serahkan", one, kepada=" "), "kepada siapa"),
        (says(penyiap, "kembali", one, other), "tidak lagi menunggu tanda tangan tinta"),
    ):
        assert kata in answer.text
        assert answer.status_code in (409, 422)
    assert where(house, one) is None
    assert penyiap.client.post("/tinta/kembali", data={"pilih": one.id}).status_code == 403


def test_who_does_not_see_the_matter_sees_no_paper_of_it(
    house: RealHouse, penyiap: Orang, ppid: Orang
) -> None:
    one = waits(house, penyiap, ppid)
    with house.ledger.begin() as tx:
        berkas = tx.get(Berkas, one.berkas)
        tx.save(berkas, replace(berkas, rahasia=True))
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dirahasiakan", house.clock.now(), berkas.id))
    unit = officer(house, "unit", "unit")

    assert one.nomor not in unit.client.get("/tinta").text
    assert says(unit, "kembali", one).status_code == 404
    assert where(house, one) is None
    assert one.nomor in ppid.client.get("/tinta").text


def test_the_desk_is_sound_and_is_used_by_keyboard_and_on_a_phone(
    house: RealHouse, win, penyiap: Orang, ppid: Orang, tmp_path: Path
) -> None:
    one = waits(house, penyiap, ppid)
    with served(create_app(house)) as alamat:
        page = win.page
        come_in(page, alamat, "penyiap", "/tinta")
        sound(win)
        for width in (PHONE, DESKTOP):
            win.size(width)
            page.screenshot(path=tmp_path / f"tinta-{width}.png", full_page=True)
        sound(win)
        page.locator(f'input[name="pilih"][value="{one.id}"]').press("Space")
        page.get_by_label("Diserahkan kepada").fill("Ajudan Contoh")
        page.get_by_role("button", name="Catat diserahkan").press("Enter")
        page.get_by_text("Tercatat: naskah cetak").wait_for()
        sound(win)
    told = where(house, one)
    assert told
    assert told.keadaan == DISERAHKAN
