"""Matters at the pages: opened, read, walked, sent back and held, by keyboard and on a phone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from service.domain.ada import Ada
from service.domain.berkas import DIBATALKAN, Berkas
from service.domain.kiriman import Kiriman
from service.house import RealHouse
from service.web.app import create_app
from tests.office import INSTANSI, UNIT
from tests.rapat import held
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password

SOP = f"{INSTANSI}/uji_konsekuensi"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def opened(who: Orang, judul: str = "Perkara contoh", sifat: str = "biasa") -> str:
    """A matter opened at the page; its address."""
    page = who.client.get("/berkas/baru").text
    tanda = re.search(r'name="tanda" value="([^"]+)"', page)[1]
    sent = {"tanda": tanda, "sop": SOP, "judul": judul, "sifat": sifat, "csrf": who.csrf}
    sent["unit"] = f"{INSTANSI}/{UNIT}"
    answer = who.client.post("/berkas/baru", data=sent)
    assert answer.status_code == 303, answer.text
    again = who.client.post("/berkas/baru", data=sent)
    assert again.location == answer.location
    return answer.location.split("?")[0]


def does(who: Orang, at: str, apa: str, **more: object):
    page = who.client.get(at).text
    versi = re.search(r'name="versi" value="(\d+)"', page)
    tanda = re.search(r'name="tanda" value="([^"]+)"', page)
    sent = {"csrf": who.csrf, "versi": versi[1] if versi else "0"}
    if dilihat := re.search(r'name="dilihat" value="([^"]+)"', page):
        sent["dilihat"] = dilihat[1]
    sent |= {"tanda": tanda[1] if tanda else "", **more}
    return who.client.post(f"{at}/{apa}", data=sent, content_type="multipart/form-data")


def scan(nama: str = "pindaian.txt") -> tuple[io.BytesIO, str]:
    return io.BytesIO(b"Contoh naskah yang dipindai"), nama


def brought(who: Orang, at: str, bahan: str, keadaan: str) -> None:
    more = {"nomor": "", "catatan": "", "alasan": "", "file": scan()}
    answer = does(who, at, "bahan", bahan=bahan, keadaan=keadaan, **more)
    assert answer.status_code == 303, answer.text


def test_a_matter_is_opened_once_and_says_what_it_waits_for(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    page = tim.client.get(at).text

    assert "Dikerjakan oleh PPID Utama / Tim Sekretariat PPID." in page
    assert "Yang diperlukan dan belum ada:</b> Surat permohonan" in page
    # What is missing comes before the step that waits for it, and is chosen already.
    assert page.index(f'action="{at}/bahan"') < page.index(f'action="{at}/selesai"')
    assert re.search(r'value="surat_permohonan"[^>]*checked', page)
    assert "<summary>Selesaikan langkah</summary>" in page
    # Of a letter nobody asks in which cupboard it lies.
    assert "Tempat, jumlah, dan kondisi" not in page
    assert "Ke langkah 2: Melakukan kajian" in page
    assert "Ke langkah 7: Tim Sekretariat menyusun laporan" in page
    assert 'aria-current="step"' in page
    assert "7/SOP/KEMENSETNEG/HUMAS/01/2023" in page
    listed = tim.client.get("/berkas").text
    assert f'href="{at}">Perkara contoh' in listed
    assert "Segera jatuh tempo" in listed


def test_a_step_that_is_not_ready_says_why_and_keeps_what_was_typed(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    answer = does(tim, at, "selesai", hasil="uji")

    assert answer.status_code == 422
    assert "Yang diperlukan belum ada: Surat permohonan." in answer.text
    assert does(tim, at, "selesai", hasil="entah").status_code == 422
    assert does(tim, at, "entah").status_code == 404


def test_a_matter_walks_on_and_is_sent_back_with_its_reason(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    brought(tim, at, "surat_permohonan", "didaftar")
    assert does(tim, at, "ambil").status_code == 303
    assert does(tim, at, "selesai", hasil="uji").status_code == 303
    page = tim.client.get(at).text
    assert "Undangan rapat" in page
    assert "selesai " in page
    brought(tim, at, "undangan_rapat", "ditandatangani")
    does(tim, at, "selesai")
    bare = does(tim, at, "selesai", hasil="rapat_lagi", alasan="")
    assert "Berkas dikembalikan hanya dengan alasan" in bare.text
    back = does(tim, at, "selesai", hasil="rapat_lagi", alasan="Dokumen contoh kurang")
    assert back.location.endswith("kabar=dikembalikan-langkah")
    page = tim.client.get(at).text
    assert "Dikembalikan" in page
    assert "1 kali" in page


def test_who_does_not_do_the_step_is_offered_nothing(house: RealHouse) -> None:
    tim, unit = officer(house, "tim", "tim_sekretariat"), officer(house, "unit", "unit", unit=UNIT)
    at = opened(tim)
    page = unit.client.get(at).text

    assert "Selesaikan langkah" not in page
    refused = does(unit, at, "selesai", hasil="uji")
    assert (refused.status_code, "dikerjakan oleh PPID Utama" in refused.text) == (403, True)
    assert "Perkara contoh" not in unit.client.get("/berkas").text
    assert "Perkara contoh" in unit.client.get("/berkas?tampil=berjalan").text


def test_a_withheld_matter_is_not_there_for_who_may_not_see_it(house: RealHouse) -> None:
    tim, unit = officer(house, "tim", "tim_sekretariat"), officer(house, "unit", "unit", unit=UNIT)
    at = opened(tim, "Perkara tertutup contoh", "rahasia")

    assert unit.client.get(at).status_code == 404
    for tampil in ("saya", "berjalan", "segera", "lewat", "ditunda", "selesai"):
        assert "tertutup contoh" not in unit.client.get(f"/berkas?tampil={tampil}").text
    assert "tertutup contoh" in tim.client.get("/berkas?tampil=berjalan").text
    brought(tim, at, "surat_permohonan", "didaftar")
    with house.ledger.read() as reading:
        [came] = reading.find(Kiriman)
    assert came.rahasia
    for path in ("/kiriman", "/register/masuk", "/cari?kata=contoh"):
        assert "tertutup contoh" not in unit.client.get(path).text


def test_a_form_that_is_refused_takes_nothing_in_and_one_sent_twice_is_one(
    house: RealHouse,
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    more = {"nomor": "", "catatan": "", "alasan": ""}
    bad = does(tim, at, "bahan", bahan="surat_permohonan", keadaan="didaftar", **more)
    assert "Pilih file" in bad.text
    told = {"bahan": "surat_permohonan", "keadaan": "ditandatangani"}
    assert does(tim, at, "bahan", **told, **more, file=scan()).status_code == 422
    for _ in range(2):
        told = {"bahan": "surat_permohonan", "keadaan": "didaftar", "tanda": "sama-sama-sama"}
        assert does(tim, at, "bahan", **told, **more, file=scan()).status_code == 303

    with house.ledger.read() as reading:
        assert len(reading.find(Kiriman)) == len(reading.find(Ada)) == 1


def test_a_matter_stands_still_goes_on_and_ends_only_with_a_reason(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat", "ppid")
    at = opened(tim)
    assert does(tim, at, "tunda", alasan="").status_code == 422
    assert does(tim, at, "tunda", alasan="Menunggu dokumen contoh").status_code == 303
    assert "Perkara contoh" in tim.client.get("/berkas?tampil=ditunda").text
    assert does(tim, at, "lanjutkan", alasan="Dokumen contoh ada").status_code == 303
    assert does(tim, at, "batalkan", alasan="Permohonan contoh dicabut").status_code == 303
    with house.ledger.read() as reading:
        [one] = reading.find(Berkas)
    assert one.keadaan == DIBATALKAN
    assert "Buka kembali berkas" in tim.client.get(at).text


def test_an_old_page_changes_nothing(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    brought(tim, at, "surat_permohonan", "didaftar")
    sent = {"csrf": tim.csrf, "versi": "1", "hasil": "uji"}
    assert tim.client.post(f"{at}/selesai", data=sent).status_code == 303
    answer = tim.client.post(f"{at}/selesai", data={**sent, "versi": "1"})

    assert answer.status_code in (409, 422)


def test_the_pages_are_for_everybody(house: RealHouse, tmp_path: Path, win) -> None:
    with_password(house, "tim", "tim_sekretariat", "ppid")
    tim = officer(house, "dua", "tim_sekretariat", "ppid")
    at = opened(tim)
    brought(tim, at, "surat_permohonan", "didaftar")
    does(tim, at, "selesai", hasil="uji")
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", "/berkas")
        for path in ("/berkas", "/berkas/baru", at):
            win.page.goto(f"{alamat}{path}")
            win.page.wait_for_load_state("networkidle")
            for width in (PHONE, DESKTOP):
                win.size(width)
                nama = path.strip("/").replace("/", "-")[:20]
                win.page.screenshot(path=tmp_path / f"{nama}-{width}.png", full_page=True)
            sound(win)


def test_the_flowchart_of_an_sop_is_a_page_and_shows_the_way_of_a_matter(
    house: RealHouse, tmp_path: Path, win
) -> None:
    with_password(house, "tim", "tim_sekretariat")
    tim = officer(house, "dua", "tim_sekretariat")
    at = opened(tim)
    brought(tim, at, "surat_permohonan", "didaftar")
    does(tim, at, "selesai", hasil="uji")

    listed = tim.client.get("/sop").text
    assert f'href="/sop/{INSTANSI}/uji_konsekuensi"' in listed
    assert "bawaan umum" in listed
    assert tim.client.get(f"/sop/{INSTANSI}/tidak_ada").status_code == 404
    assert tim.client.get("/sop/kota_kupang/pendokumentasian_dikecualikan").status_code == 404
    file = tim.client.get(f"/sop/{INSTANSI}/uji_konsekuensi/bpmn")
    assert 'filename="uji_konsekuensi.bpmn"' in file.headers["Content-Disposition"]
    assert "<userTask" in file.text
    assert tim.client.get("/sop/kota_kupang/pendokumentasian_dikecualikan/bpmn").status_code == 404
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", "/sop")
        for path in ("/sop", f"/sop/{INSTANSI}/uji_konsekuensi", f"{at}/bagan"):
            win.page.goto(f"{alamat}{path}")
            win.page.wait_for_load_state("networkidle")
            for width in (PHONE, DESKTOP):
                win.size(width)
                win.page.screenshot(path=tmp_path / f"sop{len(path)}-{width}.png", full_page=True)
            sound(win)


def at_decree(who: Orang) -> str:
    """A matter before its decree, one item in it; its address."""
    at = opened(who)
    brought(who, at, "surat_permohonan", "didaftar")
    does(who, at, "selesai", hasil="uji")
    brought(who, at, "undangan_rapat", "ditandatangani")
    does(who, at, "selesai")
    assert does(who, at, "butir", judul="Butir contoh").status_code == 303
    return at


LEMBAR = {
    "dokumen": "Laporan contoh",
    "unit": UNIT,
    "bagian": "halaman 3",
    "uraian": "Nama saksi dalam pemeriksaan contoh",
    "huruf": "a",
    "huruf_kedua": "",
    "lain": "",
    "dibuka": "Saksi dapat dipengaruhi",
    "ditutup": "Pemeriksaan berjalan tanpa gangguan",
    "kepatutan": "Kepentingan umum terlindungi",
    "pemicu": "prakarsa",
    "rujukan": "",
    "kesimpulan": "dikecualikan",
    "jangka_jenis": "tahun",
    "jangka_tahun": "5",
    "jangka_tanggal": "",
    "jangka_peristiwa": "",
    "dihitamkan": "",
    "kategori": "",
}


def test_the_worksheet_of_an_item_keeps_what_is_there_and_names_what_is_not(
    house: RealHouse, tmp_path: Path, win
) -> None:
    with_password(house, "tim", "tim_sekretariat", "atasan_ppid")
    tim = officer(house, "dua", "tim_sekretariat", "atasan_ppid")
    at = at_decree(tim)
    item = re.search(rf'href="({at}/butir/[a-z2-7]+)"', tim.client.get(at).text)[1]
    page = tim.client.get(item).text
    assert "Uraikan informasinya secara jelas dan terang." in page
    half = {**LEMBAR, "dibuka": "", "versi": "1", "csrf": tim.csrf}
    assert tim.client.post(item, data=half).status_code == 303
    page = tim.client.get(item).text
    assert "Tulis akibatnya bila dibuka." in page
    assert "Nama saksi dalam pemeriksaan contoh" in page
    assert tim.client.post(item, data=half).status_code in (409, 422)
    assert tim.client.post(item, data={**LEMBAR, "versi": "2", "csrf": tim.csrf}).status_code == 303
    assert "Lembar uji belum lengkap" not in tim.client.get(item).text
    bad = {**LEMBAR, "versi": "3", "csrf": tim.csrf, "huruf": "z"}
    assert tim.client.post(item, data=bad).status_code == 422

    brought(tim, at, "dokumen_informasi", "diterima")
    for bahan in ("daftar_hadir", "laporan_rapat"):
        brought(tim, at, bahan, "ditandatangani")
    assert "belum dicatat" in does(tim, at, "selesai", hasil="cukup").text
    held(house, tim.hadir, at.rsplit("/", 1)[1])
    assert does(tim, at, "selesai", hasil="cukup").status_code == 303
    for bahan in ("memorandum", "berita_acara_uji"):
        brought(tim, at, bahan, "ditandatangani")
    assert does(tim, at, "selesai").status_code == 303
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", item)
        for width in (PHONE, DESKTOP):
            win.size(width)
            win.page.screenshot(path=tmp_path / f"butir-{width}.png", full_page=True)
        sound(win)
        win.page.get_by_label("Dikecualikan", exact=True).check()
        win.page.get_by_role("button", name="Tetapkan butir ini").click()
        win.page.get_by_text("Perubahan tersimpan.").wait_for()
    brought(tim, at, "sk_klasifikasi", "ditandatangani")
    assert does(tim, at, "selesai").status_code == 303
    page = tim.client.get(at).text
    assert "Memasukkan ke dalam Daftar Informasi yang Dikecualikan" in page
    assert "dilewati: tidak ada butir dengan hasil itu" in page


def test_an_item_is_taken_out_only_with_a_reason(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = at_decree(tim)
    item = re.search(rf'href="({at}/butir/[a-z2-7]+)"', tim.client.get(at).text)[1]
    sent = {"versi": "1", "csrf": tim.csrf}
    assert tim.client.post(f"{item}/keluarkan", data={**sent, "alasan": ""}).status_code == 422
    assert tim.client.post(f"{item}/putus", data={**sent, "hasil": "terbuka"}).status_code == 404
    gone = {**sent, "alasan": "Salah dokumen contoh"}
    assert tim.client.post(f"{item}/keluarkan", data=gone).status_code == 303

    assert "Dikeluarkan dari berkas" in tim.client.get(item).text
    assert tim.client.get(f"{at}/butir/tidak_ada").status_code == 404


def test_what_the_steps_took_stands_beside_what_the_sop_allows(
    house: RealHouse, tmp_path: Path, win
) -> None:
    with_password(house, "tim", "tim_sekretariat")
    tim, unit = officer(house, "dua", "tim_sekretariat"), officer(house, "unit", "unit", unit=UNIT)
    for sifat in ("biasa", "rahasia"):
        at = opened(tim, f"Perkara {sifat}", sifat)
        brought(tim, at, "surat_permohonan", "didaftar")
        does(tim, at, "ambil")
        does(tim, at, "selesai", hasil="uji")
    times = f"/sop/{INSTANSI}/uji_konsekuensi/waktu"

    assert "2 berkas" in tim.client.get(times).text
    assert "1 berkas" in unit.client.get(f"{times}?unit={UNIT}").text
    assert unit.client.get(times).status_code == 404
    assert (
        "Belum ada langkah yang selesai"
        in tim.client.get(f"{times}?dari=2020-01&sampai=2020-01").text
    )
    for strange in ("dari=abc&sampai=9999-99", "dari=2026-13", "dari=%3Cb%3E", "unit=tiada"):
        assert tim.client.get(f"{times}?{strange}").status_code == 200
    turned = tim.client.get(f"{times}?dari=2026-11&sampai=2026-02").text
    assert "Februari 2026 sampai November 2026" in turned
    book = tim.client.get(f"{times}/xlsx")
    sheets = load_workbook(io.BytesIO(book.data))
    assert sheets.sheetnames == ["Per langkah", "Per bulan", "Per unit"]
    rows = list(sheets["Per langkah"].iter_rows(values_only=True))
    told = next(row for row in rows if row[1] and "Menerima permohonan" in str(row[1]))
    assert (told[0], told[2]) == ("1", 10)
    assert told[8:] == (2, 2, 0, 0)
    assert all(len(one._charts) == 2 for one in sheets.worksheets)
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", times)
        for width in (PHONE, DESKTOP):
            win.size(width)
            win.page.screenshot(path=tmp_path / f"waktu-{width}.png", full_page=True)
        sound(win)


def test_a_matter_that_is_closed_still_shows_what_it_had(house: RealHouse) -> None:
    tim, kepala = officer(house, "tim", "tim_sekretariat"), officer(house, "kepala", "atasan_ppid")
    at = opened(tim)
    brought(tim, at, "surat_permohonan", "didaftar")
    assert does(kepala, at, "batalkan", alasan="Dicabut pemohon contoh").status_code == 303
    page = kepala.client.get(at).text

    row = re.search(r"<tr>.*?Surat permohonan.*?</tr>", page, re.DOTALL)[0]
    assert "Didaftar" in row
    assert "belum ada" not in row
    # To open it again is an act among others there, not what the page leads with.
    assert "<summary>Buka kembali berkas</summary>" in page
