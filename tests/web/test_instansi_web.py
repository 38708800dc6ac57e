"""An instansi is changed on its page by its administrator, piece by piece; without a browser."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from service.acts.instansi import pilihan as instansi
from service.acts.instansi.packs import agency
from service.domain.catatan import Catatan
from service.domain.nomor import Buku
from service.domain.orang import Orang
from service.domain.paket import Paket
from tests.kantor import Kantor
from tests.web.test_pintu import csrf, log_in

AT = "/instansi/dinas_contoh"
IDENTITAS = {
    "nama": "Dinas Contoh Baru",
    "singkatan": "DCB",
    "kota": "Kota Contoh",
    "zona": "WITA",
    "laman": "https://ppid.contoh.go.id",
    "surel": "ppid@contoh.go.id",
    "warna": "#8a1538",
    "kop_jenis": "instansi",
    "kop_induk": "PEMERINTAH KOTA CONTOH\n\nSEKRETARIAT DAERAH",
    "kop_nama": "DINAS CONTOH BARU",
    "kop_alamat": "Jalan Contoh 1",
}
PEJABAT = {
    "gelar_depan": "",
    "nama": "Contoh Satu",
    "gelar_belakang": "S.H.",
    "nip": "198001012005011001",
    "pangkat": "",
    "jabatan": "Kepala Dinas Contoh",
    "sebagai": "definitif",
    "jabatan_sendiri": "",
    "melalui": "",
    "unit": "bidang_satu",
    "mulai": "2025-01-02",
    "sampai": "",
    "dasar": "",
}
SERI = {
    "nama": "Memorandum",
    "pola": "{NOMOR:3}/M/{BULAN_ROMAWI}/{TAHUN}",
    "kode_klasifikasi": "",
    "reset": "tahunan",
    "sisipan": "huruf_kecil",
    "lanjut_tahun": "",
    "lanjut_nomor": "",
}


@pytest.fixture
def admin(kantor: Kantor, app: Flask) -> FlaskClient:
    kantor.opened()
    client = app.test_client()
    log_in(client, "admin.contoh")
    return client


def now(kantor: Kantor):
    return agency(kantor.packs, "dinas_contoh")


def fields(page: TestResponse) -> dict[str, str]:
    """What the page's form would send of itself."""
    return {"csrf": csrf(page), "versi": re.search(r'name="versi" value="(\d+)"', page.text)[1]}


def save(client: FlaskClient, bagian: str, sent: dict[str, str], **more: str) -> TestResponse:
    """Open the form of a piece and send it filled."""
    page = client.get(f"{AT}/ubah/{bagian}")
    assert page.status_code == 200, page.text
    return client.post(f"{AT}/ubah/{bagian}", data={**fields(page), **sent, **more})


def said(page: TestResponse) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", page.text).split()))


def test_name_and_letterhead_are_changed_with_a_logo(kantor, admin):
    Image.new("RGB", (40, 40), "navy").save(picture := BytesIO(), "PNG")
    picture.seek(0)

    answer = save(admin, "identitas", {**IDENTITAS, "logo": (picture, "apa saja.svg")})

    assert answer.location == f"{AT}?kabar=disimpan"
    after = now(kantor)
    assert (after.nama, after.zona, after.warna) == ("Dinas Contoh Baru", "WITA", "#8a1538")
    assert after.kop.induk == ("PEMERINTAH KOTA CONTOH", "SEKRETARIAT DAERAH")
    assert after.kop.logo.startswith("logo_")
    page = admin.get(answer.location).text
    assert "Perubahan tersimpan." in page
    assert "Dinas Contoh Baru" in page

    save(admin, "identitas", {**IDENTITAS, "logo_lama": "tetap"})
    assert now(kantor).kop.logo == after.kop.logo
    save(admin, "identitas", {**IDENTITAS, "logo_lama": "lepas"})
    assert now(kantor).kop.logo == ""


@pytest.mark.parametrize(
    ("wrong", "kata"),
    [
        ({"warna": "merah"}, "warna ditulis seperti"),
        ({"laman": "javascript:alert(1)"}, "Laman diawali https://"),
        ({"surel": "ppid"}, "Alamat surel harus satu alamat lengkap"),
        ({"zona": "WIX"}, "Pilih zona waktu dari daftar."),
        ({"nama": ""}, "Isi nama instansi."),
        ({"logo": (BytesIO(b"<svg/>"), "logo.png")}, "Logo harus gambar PNG atau JPEG"),
    ],
)
def test_what_cannot_stand_on_a_letterhead_is_said_and_what_was_typed_stays(
    kantor, admin, wrong, kata
):
    answer = save(admin, "identitas", {**IDENTITAS, **wrong})

    assert answer.status_code == 422
    assert kata in said(answer)
    assert "SEKRETARIAT DAERAH" in answer.text
    assert now(kantor).kota == "Kota Contoh"
    assert now(kantor).singkatan == ""


def test_the_journal_says_which_keys_changed_and_names_the_logo(kantor, admin):
    Image.new("RGB", (40, 40), "navy").save(picture := BytesIO(), "PNG")
    picture.seek(0)
    save(admin, "identitas", {**IDENTITAS, "logo": (picture, "logo.png")})
    save(admin, "unit/bidang_satu", {"nama": "Bidang Utama", "kode": "B1", "zona": ""})
    second, first = kantor.lists.jurnal("dinas_contoh", 99, 2)

    page = said(admin.get(f"/jurnal/dinas_contoh/{first.urut}"))
    assert "warna belum ada #8a1538" in page
    assert re.search(r"paket · logo_\w{12}\.png belum ada ditambahkan", page)
    page = said(admin.get(f"/jurnal/dinas_contoh/{second.urut}")).split("Yang berubah")[-1]
    assert "unit · bidang_satu · nama Bidang Satu Contoh Bidang Utama" in page
    assert "warna" not in page


RUPA = {
    "kertas": "F4",
    "huruf": "Times New Roman",
    "huruf_keputusan": "Bookman Old Style",
    "ukuran": "11",
    "margin_atas": "2",
    "margin_bawah": "2,25",
    "margin_kiri": "3",
    "margin_kanan": "1.5",
    "memorandum": "nota dinas",
    "nip": "ya",
    "pangkat": "tidak",
    "unit": "bidang_satu",
}


def test_how_papers_look_is_changed_on_a_page(kantor, admin):
    answer = save(admin, "naskah", RUPA)

    assert answer.location == f"{AT}?kabar=disimpan"
    after = now(kantor).naskah
    assert (after.kertas, after.huruf, after.ukuran) == ("F4", "Times New Roman", 11)
    assert (after.margin.atas, after.margin.bawah, after.margin.kanan) == (2, 2.25, 1.5)
    assert (after.memorandum, after.cetak_nip, after.cetak_pangkat) == ("nota dinas", True, False)
    assert after.unit == "bidang_satu"
    page = said(admin.get(answer.location))
    assert "Tepi atas, bawah, kiri, kanan 2; 2,25; 3; 1,5 cm" in page
    assert "Surat intern antarpejabat Nota dinas" in page
    save(admin, "naskah", {**RUPA, "unit": ""})
    assert now(kantor).naskah.unit == ""


@pytest.mark.parametrize(
    ("wrong", "kata"),
    [
        ({"ukuran": "72"}, "Ukuran huruf antara 8 dan 20."),
        ({"margin_atas": "dua"}, "Tepi atas ditulis seperti 2 atau 2,5"),
        ({"margin_kiri": "30"}, "paling besar 10 sentimeter"),
        ({"kertas": "Folio"}, "Pilih kertas dari daftar."),
        ({"huruf": "Comic Sans"}, "Pilih huruf naskah dinas dari daftar."),
        ({"unit": "entah"}, "Pilih unit bagi surat instansi seutuhnya dari daftar."),
    ],
)
def test_what_no_paper_can_look_like_is_said_and_nothing_is_changed(kantor, admin, wrong, kata):
    before = now(kantor).naskah
    answer = save(admin, "naskah", {**RUPA, **wrong})

    assert answer.status_code == 422
    assert kata in said(answer)
    assert now(kantor).naskah == before


def test_a_unit_is_added_renamed_and_closed_but_never_taken_out(kantor, admin):
    baru = {"nama": "Bidang Tiga Contoh", "kode": "B3", "zona": ""}
    assert save(admin, "unit-baru", baru).status_code == 303
    assert (kantor.inbox / "dinas_contoh" / "bidang_tiga_contoh").is_dir()

    ubah = {"nama": "Bidang Tiga", "kode": "B.3", "zona": "WIT", "sampai": "2026-11-20"}
    assert save(admin, "unit/bidang_tiga_contoh", ubah).status_code == 303

    unit = now(kantor).unit_of("bidang_tiga_contoh")
    assert (unit.nama, unit.kode, unit.zona) == ("Bidang Tiga", "B.3", "WIT")
    assert "ditutup sejak akhir 20 November 2026" in said(admin.get(AT))
    assert (kantor.inbox / "dinas_contoh" / "bidang_tiga_contoh").is_dir()


def test_a_unit_whose_folder_cannot_be_made_is_refused_and_what_was_typed_stays(kantor, admin):
    (kantor.inbox / "dinas_contoh" / "bidang_tiga").write_text("bukan folder")

    answer = save(admin, "unit-baru", {"nama": "Bidang Tiga", "kode": "B3", "zona": ""})

    assert answer.status_code == 422
    assert "Kotak masuk inbox/dinas_contoh/bidang_tiga tidak dapat dibuat" in said(answer)
    assert 'value="Bidang Tiga"' in answer.text
    assert len(now(kantor).unit) == 2


def test_a_closed_unit_is_no_longer_offered_for_a_peran(kantor, admin):
    at = f"/orang/{_admin_id(kantor)}"
    assert "Bidang Dua Contoh" in admin.get(at).text

    closed = {"nama": "Bidang Dua Contoh", "kode": "B2", "zona": "", "sampai": "2026-11-20"}
    save(admin, "unit/bidang_dua", closed)

    assert "Bidang Dua Contoh" not in admin.get(at).text
    assert "Bidang Satu Contoh" in admin.get(at).text


def test_what_was_inferred_is_made_sure_of(kantor, app):
    pack = kantor.home / "paket" / "dinas_contoh" / "instansi.toml"
    pack.write_text('tafsir = ["kota", "zona"]\n' + pack.read_text())
    kantor.opened()
    client = app.test_client()
    log_in(client, "admin.contoh")
    assert "Pastikan yang disimpulkan" in client.get(AT).text

    assert save(client, "tafsir", {"tafsir_0": "pasti", "tafsir_1": "dugaan"}).status_code == 303
    assert now(kantor).tafsir == ("zona",)
    assert save(client, "tafsir", {"tafsir_0": "pasti"}).status_code == 303

    assert now(kantor).tafsir == ()
    assert "Pastikan yang disimpulkan" not in client.get(AT).text
    assert client.get(f"{AT}/ubah/tafsir").status_code == 404


def test_the_last_open_unit_cannot_be_closed(kantor, admin):
    satu = {"nama": "Bidang Satu Contoh", "kode": "B1", "zona": "", "sampai": "2026-11-20"}
    dua = {"nama": "Bidang Dua Contoh", "kode": "B2", "zona": "", "sampai": "2026-11-20"}
    save(admin, "unit/bidang_satu", satu)

    answer = save(admin, "unit/bidang_dua", dua)

    assert answer.status_code == 422
    assert "Sedikitnya satu unit harus tetap buka" in said(answer)


def test_an_official_is_added_takes_an_office_and_ends(kantor, admin):
    assert save(admin, "pejabat-baru", PEJABAT).status_code == 303
    peran = {
        "sebutan_atasan_ppid": "Pengarah",
        "jabatan_atasan_ppid": "Kepala Dinas Contoh",
        "sebutan_ppid": "PPID Contoh",
        "jabatan_ppid": "",
    }
    assert save(admin, "peran", peran).status_code == 303
    assert "Contoh Satu, S.H." in said(admin.get(AT)).split("Pemegang hari ini")[1]

    ended = {**PEJABAT, "sampai": "2026-11-20"}
    assert save(admin, "pejabat/1", ended).status_code == 303
    acting = {
        **PEJABAT,
        "nama": "Contoh Dua",
        "nip": "",
        "sebagai": "plt",
        "mulai": "2026-11-21",
        "sampai": "2027-02-20",
        "dasar": "SP/1/2026",
    }
    assert save(admin, "pejabat-baru", acting).status_code == 303

    assert "Plt. Contoh Dua, S.H." in said(admin.get(AT)).split("Pemegang hari ini")[1]
    assert now(kantor).sebutan("atasan_ppid") == "Pengarah"


@pytest.mark.parametrize(
    ("wrong", "kata"),
    [
        ({"sebagai": "plt"}, "Plt. memerlukan mulai, sampai, dan dasar"),
        ({"sebagai": "an"}, "a.n. memerlukan jabatan_sendiri"),
        ({"sebagai": "ub", "jabatan_sendiri": "Kepala Bidang"}, "u.b. memerlukan melalui"),
        ({"nip": "123"}, "tertulis '123'"),
        ({"sampai": "2024-01-01"}, "berakhir sebelum mulai"),
        ({"unit": "tiada"}, "Pilih unit kerja dari daftar."),
        ({"mulai": "31-12-2026"}, "belum berupa tanggal yang ada"),
    ],
)
def test_a_term_that_cannot_be_is_said_and_what_was_typed_stays(kantor, admin, wrong, kata):
    answer = save(admin, "pejabat-baru", {**PEJABAT, **wrong})

    assert answer.status_code == 422
    assert kata in said(answer)
    assert 'value="Contoh Satu"' in answer.text
    assert now(kantor).pejabat == ()


def test_a_number_is_shown_before_it_is_kept(kantor, admin):
    sent = {**SERI, "pola": "{NOMOR:4}/MEMO/{TAHUN}", "lanjut_tahun": "2026", "lanjut_nomor": "41"}

    shown = save(admin, "seri/memorandum", sent, contoh="1")

    assert shown.status_code == 200
    assert "Nomor berikutnya: 0041/MEMO/2026" in said(shown)
    assert 'value="{NOMOR:4}/MEMO/{TAHUN}"' in shown.text
    assert now(kantor).seri_of("memorandum").lanjut is None
    assert save(admin, "seri/memorandum", sent).status_code == 303
    assert now(kantor).seri_of("memorandum").first(2026) == 41


@pytest.mark.parametrize(
    ("wrong", "kata"),
    [
        ({"pola": "M/{TAHUN}"}, "Pola harus memuat {NOMOR}."),
        ({"pola": "{NOMOR}/{APA}"}, "Tanda {APA} tidak dikenal dalam pola."),
        ({"pola": "{NOMOR}/{KODE_KLASIFIKASI}"}, "kode_klasifikasi belum diisi"),
        ({"lanjut_nomor": "41"}, "Isi tahun buku dan nomor pertama bersama-sama"),
        ({"lanjut_tahun": "1026", "lanjut_nomor": "41"}, "tahun harus antara 2000 dan 2999."),
        ({"lanjut_tahun": "20x6", "lanjut_nomor": "41"}, "Tahun buku harus berupa angka bulat."),
    ],
)
def test_a_pattern_that_cannot_be_written_is_said_by_both_buttons_and_the_sample(
    kantor, admin, wrong, kata
):
    sent = {**SERI, **wrong}

    for more in ({}, {"contoh": "1"}):
        answer = save(admin, "seri/memorandum", sent, **more)
        assert answer.status_code == 422
        assert kata in said(answer)
    asked = {**sent, "versi": "0"}
    assert kata in said(admin.get(f"{AT}/contoh-nomor/memorandum", query_string=asked))
    assert now(kantor).seri_of("memorandum").pola == SERI["pola"]


def test_a_book_that_gave_numbers_keeps_its_start(kantor, admin):
    with kantor.ledger.begin() as tx:
        tx.draw(Buku("dinas_contoh", "memorandum", 2026), "uji")

    answer = save(admin, "seri/memorandum", {**SERI, "lanjut_tahun": "2026", "lanjut_nomor": "41"})

    assert answer.status_code == 409
    assert "sudah memberi nomor sampai 1" in said(answer)
    assert "Nomor berikutnya: 002/M/XI/2026" in said(admin.get(f"{AT}/ubah/seri/memorandum"))


def test_a_term_is_changed_with_the_rule_it_rests_on(kantor, app):
    pack = kantor.home / "paket" / "dinas_contoh" / "instansi.toml"
    pack.write_text(pack.read_text() + '[tenggat.permohonan]\njumlah = 10\ndasar = "UU Contoh"\n')
    kantor.opened()
    client = app.test_client()
    log_in(client, "admin.contoh")
    sent = {"jumlah": "7", "satuan": "hari_kerja", "dasar": "SOP Contoh", "keterangan": ""}

    wrong = save(client, "tenggat/permohonan", {**sent, "jumlah": "0"})
    assert wrong.status_code == 422
    assert "jumlah harus antara 1 dan 999." in said(wrong)
    assert save(client, "tenggat/permohonan", sent).status_code == 303

    assert now(kantor).tenggat_of("permohonan").jumlah == 7
    assert "7 hari kerja" in said(client.get(AT))


def test_what_somebody_else_changed_meanwhile_is_not_written_over(kantor, admin):
    page = admin.get(f"{AT}/ubah/unit/bidang_satu")
    sent = {"nama": "Bidang Satu Utama", "kode": "B1", "zona": "", "sampai": ""}
    save(admin, "unit/bidang_dua", {**sent, "nama": "Bidang Dua Utama", "kode": "B2"})

    answer = admin.post(f"{AT}/ubah/unit/bidang_satu", data={**fields(page), **sent})

    assert answer.status_code == 409
    assert "Sudah diubah orang lain" in said(answer)
    assert 'value="Bidang Satu Utama"' in answer.text
    assert [one.nama for one in now(kantor).unit] == ["Bidang Satu Contoh", "Bidang Dua Utama"]


def test_the_way_back_shows_what_will_be_lost_and_asks_first(kantor, admin):
    assert "Lihat beda dengan bawaan" not in admin.get(AT).text
    save(admin, "identitas", IDENTITAS)
    page = admin.get(f"{AT}/bawaan")
    assert "nama Dinas Contoh Dinas Contoh Baru" in said(page)
    assert "Kembalikan paket ini ke bawaan?" in said(page)

    for versi in ("0", "", "x"):
        late = admin.post(f"{AT}/bawaan", data={"csrf": csrf(page), "versi": versi})
        assert late.status_code == 409
    answer = admin.post(f"{AT}/bawaan", data=fields(page))

    assert answer.status_code == 303
    assert now(kantor).nama == "Dinas Contoh"
    assert "Tidak ada beda" in said(admin.get(f"{AT}/bawaan"))


def test_a_broken_pack_says_where_and_offers_the_way_back(kantor, admin):
    save(admin, "identitas", IDENTITAS)
    with kantor.ledger.begin() as tx:
        before = tx.get(Paket, "dinas_contoh/instansi.toml")
        tx.save(before, replace(before, teks="nama = ["))
        tx.note(Catatan("dinas_contoh", "contoh", "instansi_diubah", kantor.clock.now()))

    page = admin.get(AT)

    assert page.status_code == 200
    assert "dinas_contoh/instansi.toml:1" in page.text
    assert admin.get(f"{AT}/ubah/identitas").status_code == 422
    assert admin.post(f"{AT}/bawaan", data=fields(page)).status_code == 303
    assert "Bidang Satu Contoh" in admin.get(AT).text


@pytest.mark.parametrize(
    "path",
    ["ubah/apa", "ubah/unit/tiada", "ubah/pejabat/1", "ubah/pejabat/-1", "ubah/pejabat/²",
     "ubah/seri/tiada", "ubah/tenggat/tiada", "contoh-nomor/tiada", "ubah/unit"],
)  # fmt: skip
def test_a_piece_that_is_not_there_is_not_found(admin, path):
    assert admin.get(f"{AT}/{path}").status_code == 404


def test_another_peran_sees_the_instansi_and_changes_nothing(kantor, app, admin):
    kantor.person(kantor.hadir(_admin_id(kantor)), "satu", "ppid")
    ppid = app.test_client()
    log_in(ppid)

    page = ppid.get(AT)

    assert page.status_code == 200
    assert f"{AT}/ubah" not in page.text
    for path in ("ubah/identitas", "bawaan", "contoh-nomor/memorandum"):
        assert ppid.get(f"{AT}/{path}").status_code == 403
    for path in ("ubah/identitas", "bawaan"):
        assert ppid.post(f"{AT}/{path}", data={"csrf": csrf(page)}).status_code == 403


def _admin_id(kantor: Kantor) -> str:
    with kantor.ledger.read() as reading:
        return reading.find(Orang, nama_masuk="admin.contoh")[0].id


def test_an_administrator_of_one_instansi_learns_nothing_of_another(kantor, app, admin):
    keeper = kantor.hadir(_admin_id(kantor))
    instansi.set_up(kantor, keeper, "badan_contoh")
    kantor.person(keeper, "satu", "administrator")
    own = app.test_client()
    log_in(own)

    assert own.get(f"{AT}/ubah/identitas").status_code == 200
    for path in ("", "/ubah/identitas", "/bawaan", "/contoh-nomor/memorandum"):
        assert own.get(f"/instansi/badan_contoh{path}").status_code == 404


def test_every_field_twice_and_none_at_all_is_still_answered(admin):
    page = admin.get(f"{AT}/ubah/pejabat-baru")
    twice = MultiDict([*fields(page).items(), *PEJABAT.items(), *PEJABAT.items()])

    assert admin.post(f"{AT}/ubah/pejabat-baru", data={"csrf": csrf(page)}).status_code == 422
    assert admin.post(f"{AT}/ubah/pejabat-baru", data=twice).status_code == 303
