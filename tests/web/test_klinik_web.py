"""The clinic on its pages: what is wrong with a template is seen on the picture, and mended."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from service.domain.catatan import Catatan
from service.domain.pasangan_versi import PasanganKonsep
from service.house import RealHouse
from service.web.app import create_app
from tests.acts.test_klinik_perbaiki import shattered
from tests.contoh_buruk._kertas import docx
from tests.klinik import body
from tests.office import INSTANSI
from tests.papers import UMUM
from tests.web.browser import served, sound, walk
from tests.web.naskah_web import perkara
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password

MEMO = "memorandum"
HERE = f"/pasangan/{INSTANSI}/{MEMO}/periksa"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


@pytest.fixture
def penyusun(house: RealHouse) -> Orang:
    return officer(house, "penyusun", "tim_sekretariat")


@pytest.fixture
def terpecah(tmp_path: Path) -> Path:
    return shattered(UMUM / f"{MEMO}.docx", tmp_path / "memo.docx")


def sends(who: Orang, at: str, path: Path | None = None, **told: str):
    sent: dict[str, object] = {"csrf": who.csrf, **told}
    if path:
        sent["file"] = (io.BytesIO(path.read_bytes()), path.name)
    return who.client.post(at, data=sent, content_type="multipart/form-data")


def wrong(folder: Path) -> Path:
    path = folder / "salah.docx"
    path.write_bytes(docx(body("MEMORANDUM", "Nomor {{ nomr }}", "Hal {{ hal }}")))
    return path


def test_what_is_in_force_is_healthy_and_its_ruas_stand_in_a_table(penyusun: Orang) -> None:
    page = penyusun.client.get(HERE)

    assert page.status_code == 200
    assert "Tidak ada kesalahan. Templat ini dapat dipakai." in page.text
    assert "Kepala surat" in page.text
    assert "isi naskah, alinea 8" in page.text
    assert "23 November 2026" in page.text
    assert "2026-11-23" not in page.text


def test_a_wrong_file_is_told_fault_by_fault_with_boxes_on_the_picture(
    penyusun: Orang, tmp_path: Path
) -> None:
    answer = sends(penyusun, HERE, wrong(tmp_path))

    assert answer.status_code == 303
    page = penyusun.client.get(answer.headers["Location"])
    assert "Ruas &#39;nomr&#39; pada {{ nomr }} tidak ada dalam daftar ruas." in page.text
    assert "Mungkin yang dimaksud &#39;nomor&#39;." in page.text
    assert '<mark><span class="suara">Alinea ini: </span>Nomor {{ nomr }}</mark>' in page.text
    assert '<rect class="salah"' in page.text
    assert "Simpan sebagai konsep" not in page.text
    drawn = penyusun.client.get(f"{answer.headers['Location']}/templat/1")
    assert drawn.mimetype == "image/png"
    assert Image.open(io.BytesIO(drawn.data)).width >= 900


def test_torn_tags_are_put_together_seen_and_kept_as_a_draft(
    house: RealHouse, penyusun: Orang, terpecah: Path
) -> None:
    came = sends(penyusun, HERE, terpecah).headers["Location"]
    before = penyusun.client.get(came).text
    assert "Perbaiki lalu lihat hasilnya" in before
    as_in_word, with_sample = before.split('id="contoh-judul"')
    assert '<rect class="ingat"' in as_in_word
    assert '<rect class="ingat"' in with_sample
    for apa in ("templat", "contoh"):
        assert penyusun.client.get(f"{came}/{apa}/1").mimetype == "image/png"

    mended = sends(penyusun, f"{came}/perbaiki").headers["Location"]

    page = penyusun.client.get(mended).text
    assert "Tanda yang terpecah sudah disambung" in page
    assert "Tidak ada kesalahan. Templat ini dapat dipakai." in page
    at = mended.partition("?")[0]
    kept = sends(penyusun, f"{at}/konsep", versi="0")
    assert kept.headers["Location"].endswith("?kabar=templat-diterima")
    with house.ledger.read() as reading:
        (draft,) = reading.find(PasanganKonsep, instansi=INSTANSI, jenis=MEMO)
    assert draft.nama_file == "memo.docx"
    assert "Konsep templat: memo.docx" in penyusun.client.get(HERE).text
    assert "memo.docx" in penyusun.client.get(kept.headers["Location"]).text


def test_a_file_that_carries_a_program_is_told_and_never_opened_for_a_picture(
    penyusun: Orang, tmp_path: Path
) -> None:
    path = tmp_path / "makro.docx"
    path.write_bytes(docx(body("{{ nomor }}"), more={"word/vbaProject.bin": "x"}))

    page = penyusun.client.get(sends(penyusun, HERE, path).headers["Location"]).text

    assert "Templat memuat makro" in page
    assert "Gambar halaman tidak ditampilkan" in page
    assert "<figure" not in page


def test_the_page_asks_for_a_file_where_none_was_chosen(penyusun: Orang) -> None:
    answer = sends(penyusun, HERE, asal="unggahan")

    assert answer.status_code == 422
    assert "Pilih file templatnya" in answer.text


def test_a_template_is_tried_with_its_sample_and_with_a_real_matter(
    house: RealHouse, penyusun: Orang
) -> None:
    one = perkara(house, "Perkara contoh untuk dicoba")
    at = sends(penyusun, HERE).headers["Location"]

    page = penyusun.client.get(at).text
    assert "Perkara contoh untuk dicoba" in page
    for path in ("contoh", f"berkas/{one.id}"):
        made = penyusun.client.get(f"{at}/{path}")
        assert made.mimetype == "application/pdf"
        assert made.data.startswith(b"%PDF-")
        assert "no-store" in made.headers["Cache-Control"]


def test_a_matter_is_tried_only_by_who_may_see_it_and_a_bench_is_its_own_person_s(
    house: RealHouse, penyusun: Orang
) -> None:
    secret = perkara(house, "Perkara rahasia contoh", rahasia=True)
    with house.ledger.begin() as tx:
        foreign = replace(secret, id=house.new_id(), instansi="kota_kupang", versi=1)
        tx.add(foreign)
        tx.note(Catatan("kota_kupang", "mesin", "berkas_dibuka", house.clock.now(), foreign.id))
    other = officer(house, "rekan", "tim_sekretariat")
    unit_only = officer(house, "unit", "tim_sekretariat", unit="lain")
    at = sends(penyusun, HERE).headers["Location"]

    page = penyusun.client.get(at).text
    assert "Perkara rahasia contoh" in page, "the secretariat sees what is withheld"
    assert page.count("Perkara rahasia contoh") == 1, "no matter of another agency"
    assert penyusun.client.get(f"{at}/berkas/{secret.id}").status_code == 200
    assert penyusun.client.get(f"{at}/berkas/{foreign.id}").status_code == 404
    assert penyusun.client.get(f"{at}/berkas/{'a' * 26}").status_code == 404
    for path in ("", "/contoh", "/templat", "/contoh/1", f"/berkas/{secret.id}"):
        assert other.client.get(at + path).status_code == 404, path
    assert unit_only.client.get(HERE).status_code == 404
    assert unit_only.client.get(f"{at}/berkas/{secret.id}").status_code == 404


def test_who_writes_no_templates_finds_no_clinic(house: RealHouse) -> None:
    petugas = officer(house, "petugas", "petugas")

    assert petugas.client.get(HERE).status_code == 403
    assert sends(petugas, HERE).status_code == 403


def test_a_pair_that_is_not_there_is_not_found(penyusun: Orang) -> None:
    assert penyusun.client.get(f"/pasangan/{INSTANSI}/tiada/periksa").status_code == 404
    assert penyusun.client.get(f"{HERE}/{'0' * 26}").status_code == 404


def test_the_clinic_is_sound_on_a_phone_in_the_dark_and_by_keyboard(
    win, house: RealHouse, tmp_path: Path
) -> None:
    with_password(house, "penyusun", "tim_sekretariat")
    path = wrong(tmp_path)
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "penyusun", HERE)
        sound(win)
        win.page.get_by_label("File templat lain").set_input_files(path)
        win.page.get_by_role("button", name="Periksa file ini").press("Enter")
        win.page.get_by_text("tidak ada dalam daftar ruas").first.wait_for()
        win.page.locator("figure img").first.evaluate("(one) => one.decode()")
        sound(win)
        stops = [one["what"] for one in walk(win.page)]
        assert any("Lihat kotak nomor" in one for one in stops)
        assert any("Periksa file ini" in one for one in stops)


def test_without_script_a_torn_template_is_mended(
    open_window, house: RealHouse, terpecah: Path
) -> None:
    with_password(house, "penyusun", "tim_sekretariat")
    page = open_window(script=False).page
    with served(create_app(house)) as alamat:
        come_in(page, alamat, "penyusun", HERE)
        page.get_by_label("File templat lain").set_input_files(terpecah)
        page.get_by_role("button", name="Periksa file ini").click()
        page.get_by_role("button", name="Perbaiki lalu lihat hasilnya").click()
        page.get_by_text("Tanda yang terpecah sudah disambung").wait_for()
        page.get_by_role("button", name="Simpan sebagai konsep").click()
        page.get_by_text("File diterima sebagai konsep").wait_for()
