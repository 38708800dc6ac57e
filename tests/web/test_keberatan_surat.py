"""An objection that comes by letter: from the desk and its kiriman into the register, once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.acts.kiriman import putusan as putusan_kiriman
from service.acts.register import permohonan
from service.acts.register.permohonan import Masukan
from service.domain.catatan import MESIN, Catatan
from service.domain.keberatan import Keberatan
from service.domain.kiriman import MENUNGGU_PETUGAS, Kiriman
from service.domain.tanggal import hari_tanggal, local
from service.house import RealHouse
from service.web.app import create_app
from tests.loket import ISIAN, KEBERATAN_ISIAN, new_kode
from tests.office import INSTANSI, UNIT, arrive, work
from tests.papers import letter
from tests.web.browser import DESKTOP, PHONE, axe, served, sound, spills
from tests.web.rumah_web import come_in, officer, rumah_web, with_password

SURAT = (
    "LEMBAGA CONTOH PEDULI",
    "Nomor : 31/LCP/XI/2026",
    "Kota Contoh, 16 November 2026",
    "Hal : Keberatan atas informasi berkala",
    "Dengan hormat, kami mengajukan keberatan karena laporan contoh tidak diumumkan.",
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def by_letter(house: RealHouse, folder: Path, *, nama: str = "keberatan.docx") -> Kiriman:
    kiriman = arrive(house, letter(folder / nama, *SURAT), nama=nama)
    work(house)
    return found(house, kiriman.id)


def found(house: RealHouse, kiriman_id: str) -> Kiriman:
    with house.ledger.read() as reading:
        return reading.get(Kiriman, kiriman_id)


def lines(house: RealHouse) -> list[Keberatan]:
    with house.ledger.read() as reading:
        return reading.find(Keberatan)


def decided(petugas, one: Kiriman, jenis: str = "keberatan"):
    sent = {"jenis": jenis, "pengirim": "Lembaga Contoh Peduli", "csrf": petugas.csrf}
    sent |= {"perihal": "Keberatan atas informasi berkala", "unit": UNIT, "versi": str(one.versi)}
    return petugas.client.post(f"/meja/{one.id}/tetapkan", data=sent)


def written(petugas, one: Kiriman, **changed: object):
    """The form as the page gives it, filled in and sent."""
    page = petugas.client.get(f"/kiriman/{one.id}/keberatan").text
    tanda = re.search(r'name="tanda" value="([^"]+)"', page)[1]
    head = {"jalan": "surat", "tanggal": "", "tanda": tanda, "csrf": petugas.csrf}
    sent = {**KEBERATAN_ISIAN, **head, **changed}
    return sent, petugas.client.post(f"/kiriman/{one.id}/keberatan", data=sent)


def test_from_the_desk_a_letter_of_objection_gets_its_line_number_and_receipt(
    house, tmp_path, browser, open_window
):
    with_password(house, "petugas", "petugas")
    one = by_letter(house, tmp_path)
    win = open_window()
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "petugas", f"/meja/{one.id}")
        win.page.get_by_label("Jenis kiriman").select_option("keberatan")
        win.page.get_by_label("Pengirim").fill("Lembaga Contoh Peduli")
        win.page.get_by_role("button", name=re.compile("Benar|Simpan")).click()
        win.page.wait_for_url(f"{alamat}/meja?*")
        win.page.get_by_role("link", name="Catat di register keberatan").click()

        assert win.page.get_by_label("Nama lengkap").input_value() == "Lembaga Contoh Peduli"
        win.page.wait_for_load_state("networkidle")
        for width in (PHONE, DESKTOP):
            win.size(width)
            axe(win.page)
            assert spills(win.page) == []
        win.page.get_by_label("b. Informasi berkala").check()
        win.page.get_by_label("Alamat", exact=True).fill("Jalan Contoh 9, Kota Contoh")
        win.page.get_by_label("Pekerjaan").fill("Lembaga")
        win.page.get_by_label("Nomor telepon").fill("+62 21 000000")
        win.page.get_by_label("Tujuan penggunaan informasi").fill("Penelitian contoh.")
        win.page.get_by_role("button", name="Catat dan beri nomor").click()
        assert win.page.get_by_text("Kode pelacakan:").is_visible()

        [line] = lines(house)
        assert (line.kiriman, line.jalan, line.alasan) == (one.id, "surat", ("b",))
        assert line.nomor in win.page.content()
        win.page.goto(f"{alamat}/kiriman/{one.id}")
        win.page.get_by_role("link", name="Buka baris registernya").click()
        assert win.page.url == f"{alamat}/keberatan/{line.id}"
    after = found(house, one.id)
    assert (after.nomor_daftar, line.nomor_agenda) == (line.nomor, after.nomor_agenda)


def test_its_page_has_the_way_only_once_it_is_an_objection_and_only_for_who_decides(
    house, tmp_path
):
    petugas = officer(house, "petugas", "petugas")
    unit = officer(house, "unit", "unit", unit=UNIT)
    one = by_letter(house, tmp_path)
    way = f"/kiriman/{one.id}/keberatan"

    decided(petugas, one, "laporan")
    assert way not in petugas.client.get(f"/kiriman/{one.id}").text
    refused = petugas.client.get(way)
    assert (refused.status_code, "tetapkan dahulu jenisnya" in refused.text) == (409, True)
    assert decided(petugas, found(house, one.id)).status_code == 303

    assert way in petugas.client.get(f"/kiriman/{one.id}").text
    assert way in petugas.client.get(f"/meja/{one.id}").text
    assert way not in unit.client.get(f"/kiriman/{one.id}").text
    assert unit.client.get(way).status_code == 403


def test_the_same_form_twice_is_one_line_and_a_second_form_is_refused(house, tmp_path):
    petugas = officer(house, "petugas", "petugas")
    one = by_letter(house, tmp_path)
    decided(petugas, one)

    sent, first = written(petugas, one)
    again = petugas.client.post(f"/kiriman/{one.id}/keberatan", data=sent)
    other = petugas.client.post(f"/kiriman/{one.id}/keberatan", data={**sent, "tanda": "lain"})

    assert [x.status_code for x in (first, again, other)] == [200, 200, 409]
    assert "Tidak ada yang dicatat dua kali" in other.text
    assert len(lines(house)) == 1
    assert petugas.client.get(f"/kiriman/{one.id}/keberatan").status_code == 409
    work(house)
    assert [x for x in house.audit.findings([]) if x.dilanggar] == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"alasan": ""}, "Pilih alasan keberatan"),
        ({"alasan": "a"}, "Isi kode pelacakan atau nomor pendaftaran"),
        ({"nama": ""}, "Isi nama lengkap"),
        ({"telepon": "", "surel": "tanpa tanda"}, "Alamat surel ini belum lengkap"),
        ({"tanggal": "2099-01-01"}, "tidak boleh sesudah hari ini"),
        ({"nomor_permohonan": "1\x00"}, "tidak dapat dibaca"),
        ({"jalan": "entah"}, "Pilih datang lewat dari daftar"),
    ],
)
def test_what_is_missing_is_told_and_nothing_is_written(house, tmp_path, changed, said):
    petugas = officer(house, "petugas", "petugas")
    one = by_letter(house, tmp_path)
    decided(petugas, one)

    _, answer = written(petugas, one, **changed)

    assert (answer.status_code, said in answer.text) == (422, True)
    assert KEBERATAN_ISIAN["kasus_posisi"] in answer.text
    assert lines(house) == []
    assert found(house, one.id).nomor_daftar == ""


def test_a_letter_with_nothing_but_an_address_is_written_down_and_answered_there(house, tmp_path):
    petugas = officer(house, "petugas", "petugas")
    one = by_letter(house, tmp_path)
    decided(petugas, one)
    assert "jawaban dikirim ke alamatnya" in petugas.client.get(f"/kiriman/{one.id}/keberatan").text

    _, nowhere = written(petugas, one, telepon="", surel="", alamat="")
    assert (nowhere.status_code, "Isi alamat." in nowhere.text) == (422, True)
    assert "agar kami dapat menjawab" not in nowhere.text
    _, made = written(petugas, one, telepon="", surel="")

    assert made.status_code == 200
    [line] = lines(house)
    assert (line.isian.telepon, line.isian.surel) == ("", "")
    assert line.isian.alamat == KEBERATAN_ISIAN["alamat"]
    for way in (f"/keberatan/{line.id}", f"/keberatan/{line.id}/bukti", "/register/keberatan/csv"):
        told = petugas.client.get(way)
        assert (told.status_code, "Jalan Contoh 1" in told.text) == (200, True), way


def test_a_ground_that_is_not_open_yet_is_written_down_all_the_same_and_said_so(house, tmp_path):
    petugas = officer(house, "petugas", "petugas")
    came = Masukan(new_kode(), INSTANSI, "", datetime.now(UTC), ISIAN)
    asked = permohonan.register(house, came)
    one = by_letter(house, tmp_path)
    decided(petugas, one)

    written(petugas, one, alasan="c", nomor_permohonan=asked.nomor_daftar)

    [line] = lines(house)
    assert (line.permohonan, line.dini) == (asked.id, True)
    page = petugas.client.get(f"/keberatan/{line.id}").text
    assert "datang sebelum batas waktu jawaban lewat" in page
    assert asked.nomor_daftar in page


def test_a_letter_beyond_reach_is_answered_like_one_that_is_not_there(house, tmp_path):
    petugas = officer(house, "satu", "petugas")
    lain = officer(house, "dua", "petugas", unit="biro_umum")
    one = by_letter(house, tmp_path)
    decided(petugas, one)

    there, nowhere = (
        lain.client.get(f"/kiriman/{id_}/keberatan").status_code for id_ in (one.id, "a" * 26)
    )

    assert (there, nowhere) == (404, 404)


def changed(house: RealHouse, one: Kiriman, **what: object) -> None:
    with house.ledger.begin() as tx:
        before = tx.get(Kiriman, one.id)
        tx.save(before, replace(before, **what))
        moment = house.clock.now()
        tx.note(Catatan(before.instansi, MESIN, "kiriman_diperiksa", moment, before.id))


def above(page: str) -> str:
    """What stands above the register about letters without a line in it."""
    found = re.search(r'<section class="belum".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def test_until_it_is_written_down_a_letter_stands_above_the_register_with_its_term(house, tmp_path):
    petugas = officer(house, "petugas", "petugas")
    lain = officer(house, "lain", "petugas", unit="biro_umum")
    pimpinan = officer(house, "unit", "unit", unit=UNIT)
    one = by_letter(house, tmp_path)
    register = "/register/keberatan"
    changed(house, one, keadaan=MENUNGGU_PETUGAS, jenis="")

    waiting = above(petugas.client.get(register).text)
    assert f'href="/meja/{one.id}">Tetapkan jenis {one.nomor_agenda}' in waiting
    assert "mungkin keberatan" in waiting
    assert decided(petugas, found(house, one.id)).status_code == 303
    told = above(petugas.client.get(register).text)
    assert f'href="/kiriman/{one.id}/keberatan">Catat keberatan {one.nomor_agenda}' in told
    assert "hari kerja (" in told
    assert f"Diterima {hari_tanggal(local(one.diterima, 'WIB').date())}" in told
    assert "mungkin keberatan" not in told

    assert f'href="/kiriman/{one.id}">Surat {one.nomor_agenda}' in above(
        pimpinan.client.get(register).text
    )
    assert above(lain.client.get(register).text) == ""
    assert above(petugas.client.get(f"{register}?unit={UNIT}&bulan=1").text) == told
    assert above(petugas.client.get(f"{register}?unit=biro_umum").text) == ""
    assert above(petugas.client.get("/register/permohonan").text) == ""
    written(petugas, one)
    assert above(petugas.client.get(register).text) == ""
    [line] = lines(house)
    assert line.nomor in petugas.client.get(register).text
    assert hari_tanggal(line.tenggat, tahun=False) in told, "the same term before and after"


def test_a_withheld_letter_stands_there_only_for_who_may_see_it(house, tmp_path):
    petugas = officer(house, "petugas", "petugas")
    tim = officer(house, "tim", "petugas", "tim_sekretariat")
    one = by_letter(house, tmp_path)
    decided(petugas, one)
    before = found(house, one.id)
    putusan_kiriman.secret(house, tim.hadir, before.id, before.versi)

    assert above(petugas.client.get("/register/keberatan").text) == ""
    assert one.id in above(tim.client.get("/register/keberatan").text)


def test_where_more_letters_wait_than_are_shown_the_page_says_so(house, tmp_path):
    petugas = officer(house, "petugas", "petugas")
    one = by_letter(house, tmp_path)
    decided(petugas, one)
    like = found(house, one.id)
    with house.ledger.begin() as tx:
        for n in range(1, 101):
            tx.add(replace(like, id=house.new_id(), nomor_agenda=f"{n}/CONTOH", versi=1))
        tx.note(Catatan(INSTANSI, MESIN, "kiriman_diterima", house.clock.now()))

    told = above(petugas.client.get("/register/keberatan").text)
    assert told.count("Catat keberatan") == 100
    assert "Ditampilkan 100 surat. Masih ada yang lain" in told
    here = above(petugas.client.get(f"/register/keberatan?unit={UNIT}").text)
    assert here.count("Catat keberatan") == 100
    written(petugas, one)
    rest = above(petugas.client.get("/register/keberatan").text)
    assert rest.count("Catat keberatan") == 100
    assert "Masih ada yang lain" not in rest


def test_what_waits_above_the_register_is_for_everybody(house, tmp_path, win):
    with_password(house, "petugas", "petugas")
    petugas = officer(house, "dua", "petugas")
    late = by_letter(house, tmp_path)
    changed(house, late, diterima=late.diterima - timedelta(days=90))
    decided(petugas, found(house, late.id))
    by_letter(house, tmp_path, nama="kedua.docx")
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "petugas", "/register/keberatan")
        win.page.get_by_text(re.compile("lewat [0-9]+ hari kerja")).wait_for()
        for width in (PHONE, DESKTOP):
            win.size(width)
            win.page.screenshot(path=tmp_path / f"belum-{width}.png", full_page=True)
        sound(win)
        win.page.goto(f"{alamat}/kiriman/{late.id}/keberatan")
        win.page.wait_for_load_state("networkidle")
        for width in (PHONE, DESKTOP):
            win.size(width)
            win.page.screenshot(path=tmp_path / f"catat-{width}.png", full_page=True)
        sound(win)
        win.page.goto(f"{alamat}/register/masuk")
        win.size(PHONE)
        win.page.screenshot(path=tmp_path / "agenda-360.png", full_page=True)
