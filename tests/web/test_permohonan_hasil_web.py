"""What becomes of a request besides an answer: more time, an end, a new start; its letters."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.acts.keadaan import check
from service.acts.register import permohonan
from service.acts.register.permohonan import Masukan
from service.acts.sop import hasil
from service.acts.sop.daftar import bahan_of
from service.domain.berkas import Berkas
from service.domain.hasil import read_hasil
from service.domain.kiriman import Kiriman
from service.domain.permohonan import DIBATALKAN, DIPROSES, KEPUTUSAN, Permohonan
from service.domain.perpanjangan import Perpanjangan
from service.house import RealHouse
from service.web.app import create_app
from tests.loket import ISIAN, new_kode
from tests.office import INSTANSI, UNIT
from tests.web.browser import served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def a_request(house: RealHouse) -> Permohonan:
    came = Masukan(new_kode(), INSTANSI, UNIT, datetime.now(UTC), ISIAN, jalan="surat")
    return permohonan.register(house, came)


def kept(house: RealHouse, one: Permohonan) -> Permohonan:
    with house.ledger.read() as reading:
        return reading.get(Permohonan, one.id)


def does(who: Orang, one: Permohonan, apa: str, **more: object):
    at = f"/permohonan/{one.id}/{apa}"
    page = who.client.get(at).text
    versi = re.search(r'name="versi"[^>]* value="(\d+)"', page)
    sent = {"csrf": who.csrf, "versi": versi[1] if versi else "1", "tanda": "tanda-contoh", **more}
    return who.client.post(at, data=sent, content_type="multipart/form-data")


LAMA = {
    "sebab": "belum_dikuasai",
    "uraian": "Informasinya diminta dari badan publik lain",
    "nomor": "12/P/2026",
}


def test_every_outcome_of_every_agency_names_its_letter(house: RealHouse) -> None:
    for kode in house.packs.instansi():
        every = hasil.outcomes(house.packs, kode)
        assert list(every) == ["terima", "sebagian", "tolak", "perpanjang", "tutup", "buka_kembali"]
        assert {one.keputusan for one in every.values() if one.keputusan} == set(KEPUTUSAN)
        known = bahan_of(house.packs, kode)
        assert all(known[one.naskah].wujud == "naskah" for one in every.values())
    assert check.check(house.packs, ["umum"]) == []


def test_an_outcome_that_names_no_letter_is_told_with_its_line() -> None:
    text = '[terima]\nnama = "Contoh"\nnaskah = "surat_entah"\n\n[tolak]\nnaskah = "surat"\n'
    _, found = read_hasil("umum/hasil.toml", text, ["surat"])

    told = "\n".join(str(one) for one in found)
    assert "surat_entah" in told
    assert "keputusan terima belum diisi" in told
    assert "nama belum diisi" in told


def test_more_time_is_given_once_with_the_scan_of_its_letter(house: RealHouse) -> None:
    one, ppid = a_request(house), officer(house, "ppid", "ppid", "tim_sekretariat")
    page = ppid.client.get(f"/permohonan/{one.id}").text
    assert "Perpanjang waktu jawaban" in page
    assert "Surat perpanjangan waktu jawaban menyertai" in (
        ppid.client.get(f"/permohonan/{one.id}/perpanjangan").text
    )
    bare = does(ppid, one, "perpanjangan", **LAMA, surat="dilampirkan")
    assert "Pilih pindaian suratnya" in bare.text
    with house.ledger.read() as reading:
        assert len(reading.find(Kiriman)) == 1
    scan = {"file": (io.BytesIO(b"Contoh surat"), "surat.txt")}
    assert does(ppid, one, "perpanjangan", **LAMA, surat="dilampirkan", **scan).status_code == 303
    again = does(ppid, one, "perpanjangan", **LAMA, surat="disusun")
    assert again.status_code == 409
    assert "hanya satu kali" in again.text

    after = kept(house, one)
    assert after.diperpanjang
    assert after.tenggat > one.tenggat
    with house.ledger.read() as reading:
        [row] = reading.find(Perpanjangan)
    assert row.file
    page = ppid.client.get(f"/permohonan/{one.id}").text
    assert "Informasi yang diminta belum dikuasai" in page
    assert "Waktu jawaban diperpanjang; naskahnya Surat perpanjangan waktu jawaban" in page
    assert f'href="/permohonan/{one.id}/perpanjangan"' not in page


def test_what_is_taken_back_is_closed_and_can_be_opened_again(house: RealHouse) -> None:
    one = a_request(house)
    petugas, ppid = officer(house, "petugas", "petugas"), officer(house, "ppid", "ppid")
    assert does(petugas, one, "perpanjangan", **LAMA, surat="disusun").status_code == 403
    assert does(petugas, one, "tutup", sebab="ditarik", alasan=" ").status_code == 422
    assert does(petugas, one, "tutup", sebab="entah", alasan="Contoh").status_code == 422
    done = does(petugas, one, "tutup", sebab="ditarik", alasan="Surat pencabutan contoh")
    assert done.status_code == 303
    assert kept(house, one).keadaan == DIBATALKAN
    page = petugas.client.get(f"/permohonan/{one.id}").text
    assert "Ditutup tanpa jawaban; naskahnya Surat penutupan permohonan" in page
    twice = does(petugas, one, "tutup", sebab="ditarik", alasan="Sekali lagi")
    assert "ditutup tanpa jawaban" in twice.text
    assert does(petugas, one, "buka-kembali", alasan="Contoh").status_code == 403
    assert does(ppid, one, "buka-kembali", alasan="Pemohon melanjutkan").status_code == 303
    after = kept(house, one)
    assert (after.keadaan, after.tenggat) == (DIPROSES, one.tenggat)
    assert does(ppid, one, "buka-kembali", alasan="Lagi").status_code == 409


def a_matter(house: RealHouse) -> Berkas:
    """A matter in which the term of the law runs."""
    now = house.clock.now()
    asked = Pembukaan(
        house.new_id(), INSTANSI, UNIT, "uji_konsekuensi", "Perkara contoh", diterima=now
    )
    with house.ledger.begin() as tx:
        return begun(house, tx, asked)


def test_a_matter_is_given_more_time_at_its_page_by_the_same_reasons(house: RealHouse, win) -> None:
    one, ppid = a_matter(house), with_password(house, "ppid", "ppid", "tim_sekretariat")
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, ppid.orang.nama_masuk)
        win.page.goto(f"{alamat}/berkas/{one.id}")
        win.page.locator("summary", has_text="Perpanjang waktu jawaban").click()
        sound(win)
        button = win.page.get_by_role("button", name="Perpanjang waktu jawaban")
        win.page.get_by_label("Belum dapat diputuskan").check()
        win.page.get_by_label("Sudah ada, pindaiannya dilampirkan").check()
        win.page.get_by_label("Penjelasannya").fill("Pengujiannya menunggu rapat kedua")
        button.click()
        win.page.get_by_text("Pilih pindaian suratnya").first.wait_for()
        assert win.page.get_by_label("Penjelasannya").input_value().startswith("Pengujiannya")
        win.page.get_by_label("Akan disusun").check()
        button.click()
        win.page.get_by_text("Tenggat hukum diperpanjang.").wait_for()
    with house.ledger.read() as reading:
        after = reading.get(Berkas, one.id)
        [row] = reading.find(Perpanjangan)
    assert after.perpanjangan == 7
    assert (row.berkas, row.permohonan, row.alasan) == (one.id, "", "belum_diputuskan")


def test_the_pages_are_sound(house: RealHouse, win) -> None:
    one = a_request(house)
    ppid = with_password(house, "ppid", "ppid", "petugas")
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, ppid.orang.nama_masuk)
        for way in ("", "/perpanjangan", "/tutup", "/buka-kembali"):
            win.page.goto(f"{alamat}/permohonan/{one.id}{way}")
            sound(win)
    win.quiet()
