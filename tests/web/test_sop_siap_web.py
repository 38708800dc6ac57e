"""A draft of an SOP that is ready stands on the first page of who can put it in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.instansi import pilihan as instansi
from service.acts.orang import orang, peran
from service.acts.orang.hadir import operator
from service.acts.sop.cabut import withdraw
from service.domain.wewenang import WAJIB
from service.house import RealHouse
from service.web.app import create_app
from tests.acts.test_sop_lain import drafted, in_force
from tests.office import INSTANSI, rule
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rahasia import LAIN
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password
from tests.web.test_sop_web import konsep_of, opened, sent

PANGGILAN = "SOP siap diberlakukan: "


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def said(who: Orang, at: str, word: str = "siap", **more: str):
    """The form on the page of a draft, sent as it stands."""
    seen = re.search(r'/siap".*?name="versi" value="(\d+)"', who.client.get(at).text, re.S)
    told = {"csrf": who.csrf, "versi": seen[1] if seen else "1", **more}
    return who.client.post(f"{at}/{word}", data=told)


def waits(*people: Orang) -> list[bool]:
    """On whose first page a draft waits."""
    return [PANGGILAN in one.client.get("/").text for one in people]


def test_a_draft_is_on_the_first_page_from_ready_to_in_force(house: RealHouse) -> None:
    tim, ppid = officer(house, "tim", "tim_sekretariat"), officer(house, "ppid", "ppid")
    at = opened(tim)
    assert waits(tim, ppid) == [False, False]
    page = tim.client.get(at).text
    assert "Dapat memberlakukan</dt><dd>Contoh ppid (PPID)" in page
    assert "Sedang ditulis" in tim.client.get("/sop/konsep").text
    assert "Begitu penulisnya menyatakan siap" in tim.client.get(f"{at}/pakai").text
    assert "mungkin masih ditulis. Tanyakan dahulu" in ppid.client.get(f"{at}/pakai").text
    assert "Nyatakan siap</button>" not in ppid.client.get(at).text

    answer = said(tim, at)

    assert answer.status_code == 303, answer.text
    page = tim.client.get(answer.location).text
    assert "Konsep dinyatakan siap diberlakukan." in page
    assert "Tampil di beranda</dt><dd>Contoh ppid (PPID)" in page
    assert "Siap diberlakukan" in tim.client.get("/sop/konsep").text
    assert "sudah dinyatakan siap dan tampil di beranda" in tim.client.get(f"{at}/pakai").text
    assert waits(tim, ppid) == [False, True]
    first = ppid.client.get("/").text
    assert "Menunggu Anda (1)" in first
    assert "disiapkan Contoh tim" in first
    way = re.search(rf'href="([^"]+)">{PANGGILAN}', first)
    assert way
    assert way[1] == f"{at}/pakai"
    assert "Dinyatakan siap oleh Contoh tim" in ppid.client.get(way[1]).text
    assert sent(ppid, way[1]).status_code == 303
    assert waits(tim, ppid) == [False, False]
    assert "Kesiapan" not in tim.client.get(at).text


def test_what_is_written_after_takes_it_off_the_first_page(house: RealHouse) -> None:
    tim, ppid = officer(house, "tim", "tim_sekretariat"), officer(house, "ppid", "ppid")
    at = opened(tim)
    row = f"{at}/langkah/{konsep_of(house, at).langkah[0].kunci}"
    said(tim, at)
    assert waits(ppid) == [True]

    assert sent(tim, row, waktu="25 menit").status_code == 303

    assert waits(ppid) == [False]
    page = tim.client.get(at).text
    assert "sudah gugur karena konsep ditulis lagi" in page
    assert "Ditulis lagi, belum siap" in tim.client.get("/sop/konsep").text
    said(tim, at)
    assert waits(ppid) == [True]
    gone = said(tim, at, "tidak-siap")
    assert "Pernyataan siap ditarik." in tim.client.get(gone.location).text
    assert waits(ppid) == [False]
    said(tim, at)
    told = {"csrf": tim.csrf, "versi": str(konsep_of(house, at).versi)}
    assert tim.client.post(f"{at}/buang", data=told).status_code == 303
    assert waits(ppid) == [False]
    late = said(tim, at)
    assert late.status_code == 409
    assert "sudah dibuang" in late.text


def test_a_form_that_comes_late_twice_or_broken_is_told(house: RealHouse) -> None:
    tim, dua = officer(house, "tim", "tim_sekretariat"), officer(house, "dua", "tim_sekretariat")
    ppid = officer(house, "ppid", "ppid")
    at = opened(tim)
    row = f"{at}/langkah/{konsep_of(house, at).langkah[0].kunci}"
    sent(dua, row, waktu="25 menit")

    late = said(tim, at, versi="1")
    assert late.status_code == 409
    assert "berubah sejak Anda membukanya" in late.text
    assert waits(ppid) == [False]
    for odd in ("", "-1", "nol", "9" * 30, "1.5"):
        assert said(tim, at, versi=odd).status_code == 404
    versi = str(konsep_of(house, at).versi)
    assert [said(tim, at, versi=versi).status_code for _ in range(2)] == [303, 303]
    assert waits(tim, dua, ppid) == [False, False, True]
    assert tim.client.post(f"{at}/siap", data={"versi": versi}).status_code == 403
    beyond = said(officer(house, "tiga", "tim_sekretariat"), at, "tidak-siap")
    assert beyond.status_code == 422
    assert "orang yang ikut menulisnya" in beyond.text
    assert "Tarik pernyataan siap" in ppid.client.get(at).text
    assert said(ppid, at, "tidak-siap").status_code == 303
    assert waits(ppid) == [False]
    assert said(tim, "/sop/konsep/tidakada").status_code == 404


def test_a_draft_with_faults_says_that_they_come_first(house: RealHouse) -> None:
    tim, ppid = officer(house, "tim", "tim_sekretariat"), officer(house, "ppid", "ppid")
    at = opened(tim)
    row = f"{at}/langkah/{konsep_of(house, at).langkah[0].kunci}"
    assert sent(tim, row, kegiatan="").status_code == 303

    page = tim.client.get(at).text
    assert "dapat dinyatakan siap setelah 1 kesalahan di atas dibetulkan" in page
    assert "Nyatakan siap</button>" not in page
    no = said(tim, at, versi=str(konsep_of(house, at).versi))
    assert no.status_code == 422
    assert "belum dapat dinyatakan siap karena masih ada 1 kesalahan" in no.text
    assert waits(ppid) == [False]


def test_where_nobody_else_can_decide_the_writer_learns_what_to_do(house: RealHouse) -> None:
    ppid = officer(house, "ppid", "ppid")
    at = opened(ppid)
    page = ppid.client.get(at).text
    assert "Belum ada orang kedua yang dapat memberlakukannya." in page
    assert "halaman Orang, bagian Beri peran" in page
    assert "memberlakukannya sendiri dengan menulis alasannya" in page
    rule(house, WAJIB)
    assert "memberlakukannya sendiri" not in ppid.client.get(at).text

    said(ppid, at)
    assert waits(ppid) == [False]
    atasan = officer(house, "atasan", "atasan_ppid")
    assert waits(ppid, atasan) == [False, True]
    assert "Contoh atasan (Atasan PPID)" in ppid.client.get(at).text
    orang.deactivate(house, operator(house), atasan.hadir.orang.id)
    assert "Belum ada orang kedua" in ppid.client.get(at).text


def test_another_agency_sees_nothing_of_it(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    instansi.set_up(house, operator(house), LAIN)
    far = officer(house, "jauh")
    tugas = peran.Penugasan(LAIN, "", "ppid")
    peran.give(house, operator(house), far.hadir.orang.id, tugas)
    at = opened(tim)
    said(tim, at)

    assert waits(far) == [False]
    assert konsep_of(house, at).nama not in far.client.get("/sop/konsep").text
    assert "Contoh jauh" not in tim.client.get(at).text
    for word in ("siap", "tidak-siap"):
        assert said(far, at, word).status_code == 404


def test_who_serves_two_agencies_reads_whose_sop_it_is(house: RealHouse) -> None:
    tim, dua = officer(house, "tim", "tim_sekretariat"), officer(house, "dua", "ppid")
    said(tim, opened(tim))
    assert "disiapkan Contoh tim</div>" in dua.client.get("/").text
    instansi.set_up(house, operator(house), LAIN)
    peran.give(house, operator(house), dua.hadir.orang.id, peran.Penugasan(LAIN, "", "petugas"))

    assert "disiapkan Contoh tim · Kementerian Sekretariat Negara" in dua.client.get("/").text


def test_a_fault_that_comes_after_is_for_the_writer_to_mend(house: RealHouse) -> None:
    tim, ppid = officer(house, "tim", "tim_sekretariat"), officer(house, "ppid", "ppid")
    below = in_force(house, ppid.hadir, "Anak contoh")
    above = drafted(house, tim.hadir, "Induk contoh", baris=f'rujukan = "{below.kode}"')
    at = f"/sop/konsep/{above.id}"
    assert said(tim, at).status_code == 303
    withdraw(house, ppid.hadir, INSTANSI, below.kode, 1, "Keliru")

    page = ppid.client.get(f"{at}/pakai").text
    assert "Masih ada 1 kesalahan. Mintalah penulisnya membetulkannya dahulu." in page
    assert "Betulkan dahulu di halaman konsep." in tim.client.get(f"{at}/pakai").text


@pytest.mark.parametrize(("script", "width"), [(True, DESKTOP), (False, PHONE)])
def test_a_draft_is_called_ready_and_put_in_force_in_the_browser(
    house: RealHouse, open_window, script: bool, width: int
) -> None:
    at = opened(officer(house, "tim", "tim_sekretariat"))
    with_password(house, "ppid", "ppid")
    with served(create_app(house)) as alamat:
        win = open_window(script=script)
        win.size(width)
        page = win.page
        come_in(page, alamat, "tim", at)
        page.get_by_role("button", name="Nyatakan siap").click()
        page.get_by_text("Konsep dinyatakan siap diberlakukan.").wait_for()
        if script:
            sound(win)
        page.get_by_role("link", name="Konsep", exact=True).click()
        page.get_by_role("cell", name="Siap diberlakukan").wait_for()
        if script:
            sound(win)
        page.context.clear_cookies()
        come_in(page, alamat, "ppid")
        if script:
            sound(win)
        page.get_by_role("link", name=PANGGILAN).click()
        page.get_by_text("Dinyatakan siap oleh Contoh tim").wait_for()
        if script:
            sound(win)
        page.get_by_role("button", name="Berlakukan SOP ini").click()
        page.get_by_text("SOP berlaku.").wait_for()
        page.goto(alamat)
        assert page.get_by_text(PANGGILAN).count() == 0
