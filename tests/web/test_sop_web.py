"""SOPs on pages: a table comes in, is corrected row by row, put in force, changed, taken back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from service import house as houses
from service.acts.sop.daftar import bahan_of, own_sops, sop_of
from service.domain.sop.formulir import form
from service.domain.sop.konsep import SopKonsep
from service.domain.wewenang import PERINGATKAN, WAJIB
from service.house import RealHouse
from service.web.app import create_app
from tests.office import INSTANSI, rule
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password

KODE = "uji_konsekuensi"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def printed(house: RealHouse, out: Path, instansi: str = INSTANSI, kode: str = KODE) -> bytes:
    paper = form(sop_of(house.packs, instansi, kode), bahan_of(house.packs, instansi))
    houses.sop_forms().write(paper, out)
    return out.read_bytes()


def fields(page: str) -> dict[str, list[str]]:
    """What a browser would send of the forms on a page, as they stand."""
    found: dict[str, list[str]] = {}
    for tag in re.finditer(r"<input\b[^>]*>", page):
        kind = re.search(r'type="(\w+)"', tag[0])
        name = re.search(r'name="([^"]+)"', tag[0])
        value = re.search(r'value="([^"]*)"', tag[0])
        if not name or (kind and kind[1] in ("checkbox", "radio") and " checked" not in tag[0]):
            continue
        if kind and kind[1] != "file":
            found.setdefault(name[1], []).append(unescape(value[1]) if value else "")
    for area in re.finditer(r'<textarea\b[^>]*name="([^"]+)"[^>]*>\n?(.*?)</textarea>', page, re.S):
        found[area[1]] = [unescape(area[2])]
    for one in re.finditer(r'<select\b[^>]*name="([^"]+)"[^>]*>(.*?)</select>', page, re.S):
        options = re.findall(r'<option value="([^"]*)"( selected)?', one[2])
        chosen = [value for value, on in options if on] or [options[0][0]]
        found[one[1]] = [unescape(chosen[0])]
    return found


def sent(who: Orang, at: str, **more: object):
    """The form of a page sent back with some fields written anew."""
    page = who.client.get(at)
    assert page.status_code == 200, page.text
    told = {**fields(page.text), "csrf": who.csrf}
    return who.client.post(at, data={**told, **more})


def imported(who: Orang, isi: bytes, nama: str = "sop.docx"):
    told = fields(who.client.get("/sop/impor").text)
    told |= {"csrf": who.csrf, "file": (io.BytesIO(isi), nama)}
    return who.client.post("/sop/impor", data=told, content_type="multipart/form-data")


def opened(who: Orang, kode: str = KODE) -> str:
    """The SOP opened as a draft; its address."""
    told = {"csrf": who.csrf, "tanda": "contohtanda1"}
    answer = who.client.post(f"/sop/{INSTANSI}/{kode}/ubah", data=told)
    assert answer.status_code == 303, answer.text
    return answer.location.split("?")[0]


def konsep_of(house: RealHouse, at: str) -> SopKonsep:
    with house.ledger.read() as reading:
        return reading.get(SopKonsep, at.rsplit("/", 1)[1])


def arranged(who: Orang, at: str, apa: str, kunci: str):
    seen = re.search(r'name="terlihat" value="(\w+)"', who.client.get(at).text)
    told = {"csrf": who.csrf, "apa": f"{apa} {kunci}", "terlihat": seen[1] if seen else ""}
    return who.client.post(f"{at}/susun", data=told)


def test_a_printed_sop_comes_in_is_corrected_and_is_put_in_force(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = officer(house, "tim", "tim_sekretariat"), officer(house, "ppid", "ppid")
    answer = imported(tim, printed(house, tmp_path / "sop.docx"))
    assert answer.status_code == 303, answer.text
    at = answer.location.split("?")[0]
    page = tim.client.get(at).text

    assert "Baris 1 pada tabel" in page
    assert "Belum pasti" in page
    assert "Tidak ada kesalahan. Konsep ini dapat diberlakukan." in page
    assert tim.client.get(f"{at}/bagan.svg").text.startswith("<svg")
    with tim.client.get(f"{at}/file") as original:
        assert original.data == (tmp_path / "sop.docx").read_bytes()

    first = konsep_of(house, at).langkah[0].kunci
    row = f"{at}/langkah/{first}"
    assert "Dimengerti: 10 menit jam kantor." in tim.client.get(row).text
    done = sent(tim, row, waktu="25 menit", lanjut="1")
    assert done.location.endswith(konsep_of(house, at).langkah[1].kunci)
    assert konsep_of(house, at).langkah[0].isi["waktu"] == "25 menit"

    assert "PPID atau Atasan PPID" in tim.client.get(f"{at}/pakai").text
    used = sent(ppid, f"{at}/pakai")
    assert used.status_code == 303, used.text
    _, instansi, kode = used.location.split("?")[0].strip("/").split("/")
    assert sop_of(house.packs, instansi, kode).langkah[0].waktu.jumlah == 25
    past = f"/sop/{instansi}/{kode}"
    assert "Cabut SOP" not in tim.client.get(f"{past}/riwayat").text
    assert "Cabut SOP" in ppid.client.get(f"{past}/riwayat").text
    assert "Cabut SOP" not in ppid.client.get(f"/sop/{INSTANSI}/{KODE}/riwayat").text
    assert "SOP berlaku." in ppid.client.get(used.location).text
    rule(house, WAJIB)
    page = ppid.client.get(f"{past}/riwayat").text
    assert "pencabutannya diputuskan orang lain" in page
    assert "Cabut SOP" not in page
    rule(house, PERINGATKAN)
    assert tim.client.post(row, data={"csrf": tim.csrf}).status_code in (409, 422)
    told = {"csrf": ppid.csrf, "kini": "1", "alasan": ""}
    assert "alasan pencabutan" in ppid.client.post(f"{past}/cabut", data=told).text
    gone = ppid.client.post(f"{past}/cabut", data=told | {"alasan": "Keliru impor"})
    page = ppid.client.get(gone.location).text
    assert "SOP dicabut." in page
    assert "Keliru impor" in page
    assert past not in tim.client.get("/sop").text


def test_nothing_of_a_row_is_lost_by_opening_its_form_and_saving_it(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    for kode in own_sops(house.packs, INSTANSI):
        at = opened(tim, kode)
        before = konsep_of(house, at)
        for row in before.langkah:
            assert sent(tim, f"{at}/langkah/{row.kunci}").status_code == 303
        for bagian in ("kepala", "pelaksana", "bahan", "toml"):
            answer = sent(tim, f"{at}/{bagian}")
            assert answer.status_code == 303, answer.text
        after = konsep_of(house, at)
        assert [one.isi for one in after.langkah] == [one.isi for one in before.langkah]
        assert after.kepala["identitas"] == before.kepala["identitas"]


def test_rows_are_put_in_taken_out_moved_split_and_joined(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    one, two = (row.kunci for row in konsep_of(house, at).langkah[:2])

    assert arranged(tim, at, "turun", one).location.endswith(f"#{one}")
    assert [row.kunci for row in konsep_of(house, at).langkah[:2]] == [two, one]
    fresh = arranged(tim, at, "tambah", two).location.rsplit("/", 1)[1]
    assert [row.kunci for row in konsep_of(house, at).langkah[:3]] == [two, fresh, one]
    assert "kegiatan masih kosong" in tim.client.get(at).text
    for apa in ("pisah", "gabung", "naik", "hapus"):
        assert arranged(tim, at, apa, one).status_code == 303, apa
    assert konsep_of(house, at).row(one) is None
    assert arranged(tim, at, "entah", two).status_code == 404
    gone = tim.client.post(f"{at}/susun", data={"csrf": tim.csrf, "apa": f"hapus {two}"})
    assert gone.status_code == 409
    assert "Susunan langkah sudah diubah Contoh tim" in gone.text
    last = konsep_of(house, at).langkah[-1].kunci
    edge = arranged(tim, at, "turun", last)
    assert edge.status_code == 422
    assert "sudah di ujung tabel" in edge.text


def test_who_comes_second_to_a_row_sees_both_and_loses_nothing(house: RealHouse) -> None:
    satu, dua = officer(house, "satu", "tim_sekretariat"), officer(house, "dua", "tim_sekretariat")
    at = opened(satu)
    row = f"{at}/langkah/{konsep_of(house, at).langkah[0].kunci}"
    seen = fields(dua.client.get(row).text) | {"csrf": dua.csrf}
    sent(satu, row, waktu="15 menit")

    late = dua.client.post(row, data={**seen, "kegiatan": "Kalimat contoh dua"})
    assert late.status_code == 409
    assert "diubah Contoh satu sejak Anda membukanya" in late.text
    assert "Kalimat contoh dua" in late.text
    assert "15 menit" in late.text
    told = fields(late.text) | {"csrf": dua.csrf}
    assert dua.client.post(row, data=told).status_code == 303
    isi = konsep_of(house, at).langkah[0].isi
    assert (isi["kegiatan"], isi["waktu"]) == ("Kalimat contoh dua", "10 menit")

    kept = fields(dua.client.get(row).text) | {"csrf": dua.csrf, "kegiatan": "Masih ada"}
    arranged(satu, at, "hapus", row.rsplit("/", 1)[1])
    gone = dua.client.post(row, data=kept)
    assert gone.status_code == 409
    assert "dikeluarkan" in gone.text
    assert "Masih ada" in gone.text
    assert dua.client.post(row, data=fields(gone.text) | {"csrf": dua.csrf}).status_code == 303
    assert konsep_of(house, at).langkah[-1].isi["kegiatan"] == "Masih ada"


def test_a_thing_made_new_on_a_row_is_brought_along(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    row = f"{at}/langkah/{konsep_of(house, at).langkah[1].kunci}"
    answer = sent(tim, row, baru_keluaran="Kartu kendali contoh", wujud_keluaran="tanda")
    assert answer.status_code == 303, answer.text
    konsep = konsep_of(house, at)

    assert konsep.bahan == {
        "kartu_kendali_contoh": {"nama": "Kartu kendali contoh", "wujud": "tanda"}
    }
    assert konsep.langkah[1].isi["keluaran"][-1] == "kartu_kendali_contoh"
    assert sent(tim, f"{at}/bahan", cukup_1="dicatat").status_code == 303
    assert konsep_of(house, at).bahan["kartu_kendali_contoh"]["cukup"] == "dicatat"
    odd = sent(tim, row, cabang_1="x", hasil_1="Ya, lengkap", tujuan_1="selesai", hasil_2="Belum")
    assert odd.status_code == 303
    page = tim.client.get(at).text
    assert "ya lengkap → selesai" in page
    assert "belum → belum dipilih" in page
    assert "cabang belum" in page or "masih kosong" in page


def test_a_thing_is_chosen_by_its_name_and_a_slip_is_told_not_kept(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    row = f"{at}/langkah/{konsep_of(house, at).langkah[1].kunci}"
    assert '<option value="Berita acara' in tim.client.get(row).text
    slip = sent(tim, row, kelengkapan_2="Berita acra", kegiatan="Kalimat contoh")
    assert slip.status_code == 422
    assert "“Berita acra” belum ada di daftar bahan." in slip.text
    assert "Kalimat contoh" in slip.text
    assert sent(tim, row, kelengkapan_2="surat Permohonan", kelengkapan_1="").status_code == 303
    assert konsep_of(house, at).langkah[1].isi["kelengkapan"] == ["surat_permohonan"]


def test_the_whole_text_can_be_typed_and_what_is_no_toml_is_told(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    bad = sent(tim, f"{at}/toml", teks="nama = \n[[langkah]]")
    assert bad.status_code == 422
    assert "tidak terbaca mulai baris ini" in bad.text
    assert "[[langkah]]" in bad.text
    good = sent(
        tim,
        f"{at}/toml",
        teks='nama = "Contoh"\n[pelaksana]\nppid = "PPID"\n[[langkah]]\nkegiatan = "A"\n'
        'pelaksana = ["ppid"]\ncabang = { ya = "1", tidak = "1" }\nentah = 5\n',
    )
    assert good.status_code == 303
    page = tim.client.get(at).text
    assert "berputar terus" in page
    assert "entah" in page
    assert "Bagan tergambar begitu" in page
    assert "Masih ada 2 kesalahan" in tim.client.get(f"{at}/pakai").text


def test_an_sop_is_changed_compared_and_taken_back(house: RealHouse) -> None:
    ppid = officer(house, "ppid", "ppid")
    at = opened(ppid)
    row = f"{at}/langkah/{konsep_of(house, at).langkah[0].kunci}"
    sent(ppid, row, waktu="45 menit")
    page = ppid.client.get(f"{at}/pakai").text
    assert "<del>10 menit</del>" in page
    assert "<ins>45 menit</ins>" in page
    assert sent(ppid, f"{at}/pakai", alasan="").status_code == 422
    assert sent(ppid, f"{at}/pakai", alasan="Kantor contoh kecil").status_code == 303

    past = ppid.client.get(f"/sop/{INSTANSI}/{KODE}/riwayat").text
    assert "Versi 1" in past
    assert "Kantor contoh kecil" in past
    told = {"csrf": ppid.csrf, "tanda": "contohtanda9", "urut": "0"}
    back = ppid.client.post(f"/sop/{INSTANSI}/{KODE}/ubah", data=told).location.split("?")[0]
    assert sent(ppid, f"{back}/pakai", alasan="Kembali").status_code == 303
    assert sop_of(house.packs, INSTANSI, KODE).langkah[0].waktu.jumlah == 10
    told = [one.perbuatan for one in house.lists.jurnal(INSTANSI, 10_000, 100)]
    assert told.count("sop_dipakai") == 2


def test_a_kiriman_that_two_sops_would_open_is_told_before_it_happens(house: RealHouse) -> None:
    ppid = officer(house, "ppid", "ppid")
    at = opened(ppid)
    assert "juga membuka SOP" not in ppid.client.get(f"{at}/pakai").text

    assert sent(ppid, f"{at}/kepala", kode="", judul="SOP contoh lain").status_code == 303

    page = ppid.client.get(f"{at}/pakai").text
    assert "Kiriman permohonan informasi juga membuka SOP Uji konsekuensi" in page


def test_where_two_people_are_compulsory_the_writer_is_told(house: RealHouse) -> None:
    ppid = officer(house, "ppid", "ppid")
    rule(house, "wajib")
    at = opened(ppid)

    assert "mewajibkan dua orang" in ppid.client.get(f"{at}/pakai").text
    told = {"csrf": ppid.csrf, "versi": "1", "kini": "0", "alasan": "Sendiri"}
    answer = ppid.client.post(f"{at}/pakai", data=told)
    assert answer.status_code == 422
    assert "harus dilakukan orang lain" in answer.text


def test_a_draft_is_nowhere_for_who_writes_no_sops(house: RealHouse) -> None:
    tim, arsip = (
        officer(house, "tim", "tim_sekretariat"),
        officer(house, "arsip", "pengelola_arsip"),
    )
    at = opened(tim)

    for path in ("", "/pakai", "/kepala", "/tabel", "/file", "/langkah/k1"):
        assert arsip.client.get(f"{at}{path}").status_code in (403, 404)
    assert "Ubah SOP ini" not in arsip.client.get(f"/sop/{INSTANSI}/{KODE}").text
    assert arsip.client.get(f"/sop/{INSTANSI}/{KODE}/riwayat").status_code == 200
    discarded = sent(tim, at, versi=str(konsep_of(house, at).versi))
    assert discarded.status_code == 405
    told = {"csrf": tim.csrf, "versi": str(konsep_of(house, at).versi)}
    assert tim.client.post(f"{at}/buang", data=told).status_code == 303
    assert "Dibuang" in tim.client.get(at).text
    assert konsep_of(house, at).nama not in tim.client.get("/sop/konsep").text


@pytest.mark.parametrize(("script", "width"), [(True, DESKTOP), (False, PHONE)])
def test_a_table_is_corrected_in_the_browser_without_script_and_on_a_phone(
    house: RealHouse, tmp_path: Path, open_window, script: bool, width: int
) -> None:
    with_password(house, "tim", "tim_sekretariat")
    printed(house, tmp_path / "sop.docx")
    with served(create_app(house)) as alamat:
        win = open_window(script=script)
        win.size(width)
        page = win.page
        come_in(page, alamat, "tim", "/sop")
        page.get_by_role("link", name="Impor SOP").click()
        if script:
            sound(win)
        page.locator("input[type=file]").set_input_files(tmp_path / "sop.docx")
        page.get_by_role("button", name="Baca tabelnya").click()
        page.wait_for_url("**/sop/konsep/*")
        if script:
            sound(win)
        page.locator("ol.konsep h3 a").first.click()
        if script:
            sound(win)
        page.get_by_label("Waktu", exact=False).first.fill("35 menit")
        page.get_by_role("button", name="Simpan langkah").click()
        page.get_by_text("35 menit jam kantor").wait_for()
        for path in ("kepala", "pelaksana", "bahan", "toml", "pakai"):
            page.goto(f"{alamat}/sop/konsep/{_id(page.url)}/{path}")
            if script:
                sound(win)


def _id(url: str) -> str:
    return url.split("/sop/konsep/")[1].split("?")[0].split("#")[0].split("/")[0]
