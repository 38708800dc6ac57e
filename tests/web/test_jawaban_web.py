"""The legal registers with people in them: who sees whom, and how the answer enters its line."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from service.acts.register import keberatan, permohonan
from service.acts.register.permohonan import Masukan
from service.domain.keberatan import DITANGGAPI, Keberatan
from service.domain.kiriman import File, Kiriman
from service.domain.permohonan import DIJAWAB, SELESAI, Permohonan
from service.house import RealHouse
from service.web.app import create_app
from tests.loket import ISIAN, KEBERATAN_ISIAN, new_kode
from tests.office import INSTANSI, UNIT, work
from tests.web.browser import DESKTOP, PHONE, axe, served, spills
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password

PRIBADI = (ISIAN["nama"], "Jalan Contoh 1", ISIAN["telepon"], ISIAN["surel"])
JAWABAN = {
    "dikuasai": "ya",
    "bentuk": "softcopy",
    "jenis": "salinan",
    "keputusan": "sebagian",
    "alasan": "Pasal 17 huruf h: nama pihak ketiga.",
    "pemberian": "",
    "biaya": "15000",
    "cara_bayar": "Tunai",
}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def a_request(house: RealHouse) -> Permohonan:
    return permohonan.register(
        house, Masukan(new_kode(), INSTANSI, UNIT, datetime.now(UTC), ISIAN, jalan="surat")
    )


def an_objection(house: RealHouse, nomor: str = "") -> Keberatan:
    isian = {**KEBERATAN_ISIAN, "nomor_permohonan": nomor}
    came = Masukan(new_kode(), INSTANSI, UNIT, datetime.now(UTC), isian, jalan="surat")
    return keberatan.register(house, came)


def told(who: Orang, way: str) -> str:
    answer = who.client.get(way)
    assert answer.status_code == 200, way
    if way.split("?")[0].endswith("xlsx"):
        book = load_workbook(io.BytesIO(answer.data))
        return str([[one.value for one in row] for row in book.worksheets[0].iter_rows()])
    return answer.text


@pytest.mark.parametrize("jenis", ["permohonan", "keberatan"])
@pytest.mark.parametrize("way", ["", "/cetak", "/csv", "/xlsx"])
def test_personal_data_stands_in_the_books_of_who_handles_it_alone_and_no_nik_in_any(
    house: RealHouse, jenis: str, way: str
):
    an_objection(house, a_request(house).nomor_daftar)
    petugas = officer(house, "petugas", "petugas")
    unit = officer(house, "unit", "unit", unit=UNIT)
    lain = officer(house, "lain", "unit", unit="biro_umum")

    whole, masked, none = (told(one, f"/register/{jenis}{way}") for one in (petugas, unit, lain))

    assert ISIAN["nama"] in whole
    assert not [one for one in PRIBADI if one in masked]
    assert "C•••" in masked
    assert "C•••" not in none
    for one in (whole, masked, none):
        assert ISIAN["nik"] not in one


def post(who: Orang, way: str, versi: int, **isian: object):
    sent = {"csrf": who.csrf, "versi": str(versi), "tanda": "tanda-contoh-satu", **isian}
    return who.client.post(way, data=sent, content_type="multipart/form-data")


def test_an_answer_enters_its_line_and_the_public_is_told(house: RealHouse):
    one = a_request(house)
    petugas = officer(house, "petugas", "petugas")
    today = datetime.now(UTC) + timedelta(hours=7)
    way = f"/permohonan/{one.id}/jawaban"
    said = {**JAWABAN, "pemberitahuan": f"{today:%Y-%m-%d}"}

    assert "Catat jawaban" in petugas.client.get(f"/permohonan/{one.id}").text
    without = post(petugas, way, one.versi, **{**said, "alasan": ""})
    early = post(petugas, way, one.versi, **{**said, "pemberitahuan": "2020-01-01"})
    done = post(petugas, way, one.versi, **said)
    late = post(petugas, way, one.versi, **said)

    assert (without.status_code, early.status_code) == (422, 422)
    assert "alasan penolakan" in without.text
    assert "antara tanggal penerimaan" in early.text
    assert (done.status_code, late.status_code) == (303, 409)
    with house.ledger.read() as reading:
        kept = reading.get(Permohonan, one.id)
    assert kept.keadaan == DIJAWAB
    assert kept.keputusan.biaya == 15_000
    line = told(petugas, "/register/permohonan/csv")
    assert "Diberikan sebagian" in line
    assert "Rp15.000; Tunai" in line
    jobs = [owed.job for owed in house.owed.claim("meja", 50, set)]
    assert "lacak" in jobs or "lacak" in [x.job for x in house.owed.claim("berat", 50, set)]

    given = {**said, "keputusan": "diberikan", "alasan": "", "pemberian": f"{today:%Y-%m-%d}"}
    assert post(petugas, way, kept.versi, **given).status_code == 303
    with house.ledger.read() as reading:
        assert reading.get(Permohonan, one.id).keadaan == SELESAI


def test_the_answer_of_the_atasan_enters_the_register_by_its_paper_or_by_their_own_hand(
    house: RealHouse,
):
    one, other = an_objection(house), an_objection(house)
    petugas, unit = officer(house, "petugas", "petugas"), officer(house, "unit", "unit", unit=UNIT)
    atasan = officer(house, "atasan", "atasan_ppid")
    today = f"{datetime.now(UTC) + timedelta(hours=7):%Y-%m-%d}"
    way = f"/keberatan/{one.id}/tanggapan"
    said = {"isi": "Informasi diberikan.", "tanggal": today, "nama": "Contoh Atasan"}
    said |= {"putusan": "dikabulkan", "surat": "ditandatangani", "nomor": "", "sampai": ""}
    named = {**said, "jabatan": "Atasan PPID"}

    assert post(unit, way, one.versi, **named).status_code == 403
    assert post(petugas, way, one.versi, **said, jabatan="").status_code == 422
    bare = post(petugas, way, one.versi, **named)
    assert bare.status_code == 422
    assert "Pilih pindaian surat tanggapan" in bare.text
    with house.ledger.read() as reading:
        assert len(reading.find(Kiriman)) == 2
    scan = {"file": (io.BytesIO(b"Contoh surat tanggapan"), "tanggapan.txt")}
    got = post(petugas, way, one.versi, **named, **scan)
    assert got.status_code == 303, got.text
    assert post(atasan, f"/keberatan/{other.id}/tanggapan", 1, **named).status_code == 303

    with house.ledger.read() as reading:
        kept = [reading.get(Keberatan, x.id) for x in (one, other)]
    assert [x.keadaan for x in kept] == [DITANGGAPI, DITANGGAPI]
    assert [bool(x.surat.file) for x in kept] == [True, False]
    work(house)
    with house.ledger.read() as reading:
        [scanned] = [x for x in reading.find(Kiriman) if x.pintu == "berkas"]
        file = reading.find(File, kiriman=scanned.id)[0]
    assert (scanned.nomor_agenda, scanned.berkas) == ("", "")
    with petugas.client.get(f"/file/{file.id}") as opened:
        assert opened.status_code == 200
    assert unit.client.get(f"/file/{file.id}").status_code == 404
    assert f"/kiriman/{scanned.id}" not in unit.client.get("/cari?kata=tanggapan").text
    page = told(petugas, f"/keberatan/{one.id}")
    assert "Keberatan dikabulkan" in page
    assert "Buka pindaian surat" in page
    assert "Contoh Atasan, Atasan PPID" in told(petugas, "/register/keberatan/csv")


def test_what_is_not_there_or_not_theirs_answers_alike(house: RealHouse):
    one = a_request(house)
    elsewhere = officer(house, "lain", "petugas", unit="biro_umum")

    for way in (f"/permohonan/{one.id}/jawaban", f"/permohonan/{house.new_id()}/jawaban"):
        assert elsewhere.client.get(way).status_code == 404
    assert elsewhere.client.get(f"/keberatan/{one.id}/tanggapan").status_code == 404


def test_the_pages_of_answers_and_registers_are_sound(house: RealHouse, win):
    one, other = a_request(house), an_objection(house)
    hadir = with_password(house, "petugas", "petugas")
    ways = (
        f"/permohonan/{one.id}/jawaban",
        f"/keberatan/{other.id}/tanggapan",
        "/register/permohonan",
        "/register/keberatan",
        "/register/permohonan/cetak",
        "/register/keberatan/cetak",
    )
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, hadir.orang.nama_masuk)
        for way in ways:
            win.page.goto(alamat + way)
            for width, dark in ((DESKTOP, False), (PHONE, True)):
                win.size(width)
                win.dark(dark)
                axe(win.page)
                assert spills(win.page) == [], way
            win.size(DESKTOP)
            win.dark(False)
    win.quiet()
