"""The desk: one kiriman after the other, decided with one key, with or without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.aturan import AturanPengirim
from service.domain.kiriman import (
    DIDAFTAR,
    DITERIMA,
    DITOLAK_PETUGAS,
    MENUNGGU_PETUGAS,
    Kiriman,
)
from service.house import RealHouse
from service.web.app import create_app
from service.web.kiriman.meja_isian import tanggal_of
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, arrive, work
from tests.papers import letter
from tests.web.browser import axe, served, sound
from tests.web.rumah_web import come_in, officer, rumah_web, with_password

SURAT = (
    "LEMBAGA CONTOH PEDULI",
    "Nomor : 12/A/XI/2026",
    "Kota Contoh, 3 November 2026",
    "Hal : Pertanyaan tentang anggaran contoh",
    "Dengan hormat, menjawab surat Nomor 7/B/X/2026 tanggal 1 Oktober 2026 kami bertanya lagi.",
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


def come(house: RealHouse, folder: Path, *words: str, nama: str = "surat.docx", **slip) -> Kiriman:
    path = letter(folder / nama, *(words or SURAT))
    kiriman = arrive(house, path, nama=nama, **slip)
    work(house)
    return found(house, kiriman.id)


def found(house: RealHouse, kiriman_id: str) -> Kiriman:
    with house.ledger.read() as reading:
        return reading.get(Kiriman, kiriman_id)


def letter_page(win, nama: str) -> None:
    """The picture of the page came and is drawn."""
    picture = win.page.get_by_alt_text(f"Halaman 1 dari {nama}")
    win.page.wait_for_load_state("networkidle")
    assert picture.evaluate("(one) => one.naturalWidth") > 500


def test_an_officer_goes_through_the_desk_with_one_key_for_each(
    house, tmp_path, browser, open_window
):
    with_password(house, "petugas", "petugas")
    garis = (SURAT[0], *SURAT[1:3], "Hal : Permohonan Informasi Publik", "Sifat : Rahasia")
    first = come(house, tmp_path, *garis, SURAT[-1])
    second = come(house, tmp_path, nama="kedua.docx")
    assert [one.keadaan for one in (first, second)] == [MENUNGGU_PETUGAS] * 2
    win = open_window()
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "petugas")
        win.page.get_by_role("link", name="Periksa kiriman surat.docx").click()
        letter_page(win, "surat.docx")
        sound(win)
        win.page.get_by_label("Sifat").select_option("biasa")
        win.page.get_by_role("button", name="Benar, berikutnya").focus()
        win.page.keyboard.press("Enter")

        win.page.wait_for_url(f"{alamat}/meja/{second.id}?*")
        kept = found(house, first.id)
        assert (kept.keadaan, kept.jenis) == (DIDAFTAR, "permohonan_informasi")
        assert kept.surat.nomor == "12/A/XI/2026"
        assert kept.surat.tanggal == "2026-11-03"
        assert kept.surat.pengirim == "Lembaga Contoh Peduli"
        assert kept.surat.sifat == "biasa"
        offer = win.page.get_by_text("Nomor pendaftaran permohonan berikutnya: 1/REG-PPID")
        assert offer.is_visible()

        assert win.page.evaluate("document.activeElement.id") == "r-jenis"
        win.page.keyboard.type("Permohonan inf")
        win.page.get_by_role("link", name="1 Oktober 2026").click()
        assert win.page.get_by_label("Tanggal surat").input_value() == "1 Oktober 2026"
        win.page.keyboard.press("Enter")

        win.page.wait_for_url(f"{alamat}/meja?*")
        assert win.page.get_by_text("Meja kosong").is_visible()
        assert found(house, second.id).surat.tanggal == "2026-10-01"
        sound(win)


def test_a_value_is_shown_with_rule_page_words_and_sureness(house, tmp_path):
    one = come(house, tmp_path)
    page = officer(house, "petugas", "petugas").client.get(f"/meja/{one.id}").text

    for words in (
        "Yakin <b>95%</b>. Di belakang kata Nomor pada kepala surat",
        "<mark>Nomor : 12/A/XI/2026</mark>",
        "Yakin <b>95%</b>. Di belakang nama kota",
        "halaman 1",
        "Nomor surat lain yang disebut dalam isi, yakin 30%",
        "1 Oktober 2026",
        "Jenis kiriman ini tidak dikenali",
    ):
        assert words in page, words


def test_without_script_a_candidate_is_a_link_and_faults_keep_what_was_typed(
    house, tmp_path, browser, open_window
):
    with_password(house, "petugas", "petugas")
    one = come(house, tmp_path)
    win = open_window(script=False)
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "petugas", f"/meja/{one.id}")
        win.page.get_by_role("link", name="1 Oktober 2026").click()
        assert win.page.get_by_label("Tanggal surat").input_value() == "1 Oktober 2026"
        win.page.get_by_label("Perihal").fill("Perihal yang diketik")
        win.page.get_by_label("Tanggal surat").fill("31 Februari 2026")
        win.page.get_by_label("Jenis kiriman").select_option("laporan")
        win.page.get_by_role("button", name="Benar, berikutnya").click()

        assert win.page.get_by_text("Tanggal surat belum berupa tanggal yang ada").is_visible()
        assert win.page.get_by_label("Perihal").input_value() == "Perihal yang diketik"
        assert found(house, one.id).keadaan == MENUNGGU_PETUGAS
        win.page.get_by_label("Tanggal surat").fill("Oktober 2026")
        win.page.get_by_role("button", name="Benar, berikutnya").click()
        win.page.wait_for_url(f"{alamat}/meja?*")
    assert found(house, one.id).surat.tanggal == "2026-10"


def test_of_a_text_that_reads_badly_nothing_is_filled_in_before_a_person_looks(house, tmp_path):
    lines = (
        "Nomor : 9/Z/XI/2026",
        *(f"{n} [dan |Secara PenF;Fk;!s ( ) NS /\\ 4.PP 6_1 ¢ v" for n in range(9)),
    )
    one = come(house, tmp_path, *lines)
    assert one.kode == "teks_rusak"

    page = officer(house, "petugas", "petugas").client.get(f"/meja/{one.id}").text

    assert 'name="nomor" class="masukan" maxlength="300" value=""' in page
    assert "Terbaca:" in page
    assert "9/Z/XI/2026" in page


def test_the_second_officer_is_told_and_the_first_ones_word_stands(house, tmp_path):
    one = come(house, tmp_path)
    satu, dua = officer(house, "satu", "petugas"), officer(house, "dua", "petugas")
    sent = {"jenis": "laporan", "versi": str(one.versi)}

    ours = satu.client.post(f"/meja/{one.id}/tetapkan", data=sent | {"csrf": satu.csrf})
    theirs = dua.client.post(
        f"/meja/{one.id}/tetapkan", data=sent | {"jenis": "undangan", "csrf": dua.csrf}
    )

    assert (ours.status_code, theirs.status_code) == (303, 409)
    assert "Sudah diubah orang lain" in theirs.text
    assert found(house, one.id).jenis == "laporan"


def test_what_is_put_aside_is_asked_for_its_reason_and_can_be_looked_at_again(
    house, tmp_path, browser, open_window
):
    with_password(house, "petugas", "petugas")
    one = come(house, tmp_path)
    win = open_window()
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "petugas", f"/meja/{one.id}")
        win.page.get_by_role("button", name="Sisihkan…").click()
        axe(win.page)
        win.page.get_by_role("button", name="Sisihkan kiriman").click()
        assert win.page.get_by_text("Isi alasan.").is_visible()
        win.page.get_by_role("button", name="Sisihkan…").click()
        win.page.get_by_label("Alasan").fill("Brosur, bukan surat dinas.")
        win.page.get_by_role("button", name="Sisihkan kiriman").click()
        win.page.wait_for_url(f"{alamat}/meja?*")
        assert found(house, one.id).keadaan == DITOLAK_PETUGAS
        win.page.goto(f"{alamat}/meja/{one.id}")
        assert win.page.get_by_text("Brosur, bukan surat dinas.").is_visible()
        sound(win)
        win.page.get_by_role("button", name="Periksa ulang").click()
        win.page.wait_for_url(f"{alamat}/kiriman/{one.id}?*")
    assert found(house, one.id).keadaan == DITERIMA


def test_a_stray_is_placed_in_its_unit_from_the_desk(house, tmp_path, browser, open_window):
    with_password(house, "petugas", "petugas")
    one = come(house, tmp_path, "SURAT TUGAS", *SURAT[1:], instansi="", unit="")
    win = open_window()
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "petugas", f"/meja/{one.id}")
        sound(win)
        win.page.get_by_label("Unit penerima").select_option(f"{INSTANSI}/{UNIT}")
        win.page.get_by_role("button", name="Tempatkan di unit").click()
        win.page.wait_for_url(f"{alamat}/kiriman/{one.id}?*")
    work(house)
    assert (found(house, one.id).unit, found(house, one.id).keadaan) == (UNIT, DIDAFTAR)


def test_a_withheld_matter_leaves_the_desk_of_who_may_not_see_such(house, tmp_path):
    one = come(house, tmp_path)
    petugas = officer(house, "petugas", "petugas")
    tim = officer(house, "tim", "tim_sekretariat")

    sent = {"csrf": petugas.csrf, "versi": str(one.versi)}
    answer = petugas.client.post(f"/meja/{one.id}/rahasia", data=sent)

    assert answer.status_code == 303
    gone, nothing = (petugas.client.get(f"/meja/{id_}") for id_ in (one.id, "a" * 26))
    assert (gone.status_code, gone.text) == (404, nothing.text)
    for path in ("/meja", "/"):
        assert one.nama not in petugas.client.get(path).text
        assert one.nama in tim.client.get(path).text
    assert "R-0001" in tim.client.get(f"/meja/{one.id}").text


def test_the_legal_number_is_given_on_its_own_key(house, tmp_path):
    one = come(house, tmp_path)
    petugas = officer(house, "petugas", "petugas")
    said = {"jenis": "permohonan_informasi", "pengirim": "Lembaga Contoh", "versi": str(one.versi)}
    answer = petugas.client.post(f"/meja/{one.id}/tetapkan", data=said | {"csrf": petugas.csrf})
    after = petugas.client.get(answer.headers["Location"]).text
    assert "1/REG-PPID/" in after
    assert found(house, one.id).nomor_daftar == ""

    given = petugas.client.post(f"/meja/{one.id}/nomor", data={"csrf": petugas.csrf})

    assert given.status_code == 303
    assert found(house, one.id).nomor_daftar.startswith("1/REG-PPID/")
    again = petugas.client.post(f"/meja/{one.id}/nomor", data={"csrf": petugas.csrf})
    assert again.status_code == 409


def test_a_correction_offers_a_rule_that_is_seen_and_withdrawn(
    house, tmp_path, browser, open_window
):
    with_password(house, "petugas", "petugas")
    one = come(house, tmp_path)
    win = open_window()
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "petugas", f"/meja/{one.id}")
        win.page.get_by_label("Jenis kiriman").select_option("laporan")
        win.page.get_by_role("button", name="Benar, berikutnya").click()
        win.page.wait_for_url(f"{alamat}/meja?*")
        assert win.page.get_by_text("Surat dari Lembaga Contoh Peduli selalu laporan?").is_visible()
        win.page.get_by_role("button", name="Selalu anggap begitu").click()
        win.page.wait_for_url(f"{alamat}/meja/aturan?*")
        assert win.page.get_by_text("Selalu laporan.").is_visible()
        sound(win)
        win.page.get_by_role("button", name="Cabut…").click()
        axe(win.page)
        win.page.get_by_role("button", name="Cabut aturan").click()
        win.page.wait_for_url(f"{alamat}/meja/aturan?*dicabut")
        assert win.page.get_by_text("Belum ada aturan pengirim").is_visible()
    with house.ledger.read() as reading:
        (rule,) = reading.find(AturanPengirim)
    assert rule.dicabut


def test_who_does_not_decide_finds_no_desk(house, tmp_path):
    one = come(house, tmp_path)
    unit = officer(house, "unit", "unit")
    lain = officer(house, "lain", "petugas", unit="lain_contoh")

    assert unit.client.get("/meja").status_code == 403
    assert unit.client.get(f"/meja/{one.id}").status_code == 403
    assert lain.client.get(f"/meja/{one.id}").status_code == 404
    sent = {"csrf": lain.csrf, "jenis": "laporan", "versi": str(one.versi)}
    for act in ("tetapkan", "sisihkan", "ulang", "tempat", "rahasia", "nomor", "ajarkan"):
        assert lain.client.post(f"/meja/{one.id}/{act}", data=sent).status_code == 404
    assert found(house, one.id) == one


@pytest.mark.parametrize("sent", ["x", "-1", "1" * 30, "1.5"])
def test_a_version_that_is_none_is_refused_in_words(house, tmp_path, sent):
    one = come(house, tmp_path)
    petugas = officer(house, "petugas", "petugas")

    answer = petugas.client.post(
        f"/meja/{one.id}/rahasia", data={"csrf": petugas.csrf, "versi": sent}
    )

    assert answer.status_code == 422
    assert "tidak berlaku" in answer.text
    assert not found(house, one.id).rahasia


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("21 November 2026", "2026-11-21"), ("21-11-2026", "2026-11-21"), ("Nopember 2026", "2026-11"),
     ("2026-11", "2026-11"), ("2026", "2026"), ("  ", ""), ("31 Februari 2026", "31 Februari 2026"),
     ("kemarin", "kemarin"), ("1 Mei 2026 atau 2 Mei 2026", "1 Mei 2026 atau 2 Mei 2026")],
)  # fmt: skip
def test_a_date_may_be_typed_as_the_letter_writes_it(typed, kept):
    assert tanggal_of(typed) == kept
