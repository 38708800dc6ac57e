"""The page of a naskah: its print, whose turn it is, and what can be done with it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from service.acts.naskah.fill import fill
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import BATAL, DIAJUKAN, DIKEMBALIKAN, DISETUJUI
from service.domain.wewenang import WAJIB
from service.house import RealHouse
from service.web.app import create_app
from tests.office import rule, work
from tests.web.browser import served, sound
from tests.web.naskah_web import SURAT, does, inked, konsep, now, perkara, seen
from tests.web.rumah_web import Orang, come_in, officer, with_password

pytestmark = pytest.mark.usefixtures("berpasangan")


@pytest.fixture
def penyiap(house: RealHouse) -> Orang:
    return officer(house, "penyiap", "petugas")


@pytest.fixture
def pemaraf(house: RealHouse) -> Orang:
    return officer(house, "pemaraf", "tim_sekretariat")


@pytest.fixture
def kepala(house: RealHouse) -> Orang:
    return officer(house, "kepala", "ppid")


def page(who: Orang, naskah) -> str:
    answer = who.client.get(f"/naskah/{naskah.id}")
    assert answer.status_code == 200
    return answer.text


def test_from_its_form_to_its_number_each_sees_whose_turn_it_is(
    house: RealHouse, penyiap: Orang, pemaraf: Orang, kepala: Orang
) -> None:
    one = konsep(house, penyiap.hadir)
    told = page(penyiap, one)
    assert "Surat Contoh" in told
    assert "Diberikan saat disetujui" in told
    assert f'action="/naskah/{one.id}/ajukan"' in told
    assert f'src="/naskah/{one.id}/halaman/1' in told

    assert does(penyiap, one, "ajukan").status_code == 303
    assert "Menunggu paraf Tim Sekretariat" in page(penyiap, one)
    assert f'action="/naskah/{one.id}/paraf"' not in page(penyiap, one)
    assert f'action="/naskah/{one.id}/setujui"' not in page(kepala, one)

    assert does(pemaraf, one, "paraf").status_code == 303
    assert "Menunggu persetujuan" in page(pemaraf, one)
    assert "Contoh pemaraf" in page(penyiap, one)

    assert does(kepala, one, "setujui").status_code == 303
    assert now(house, one).keadaan == DISETUJUI
    waits = page(penyiap, one)
    assert now(house, one).nomor in waits
    assert "Pratinjau sedang disiapkan" in waits
    assert "Unduh PDF" not in waits, "the print without its number is not handed out"
    work(house)
    assert "Pratinjau sedang disiapkan" not in page(penyiap, one)


def test_its_pages_are_pictures_and_its_files_come_with_their_names(
    house: RealHouse, penyiap: Orang
) -> None:
    one = konsep(house, penyiap.hadir)
    first = penyiap.client.get(f"/naskah/{one.id}/halaman/1")
    assert (first.status_code, first.mimetype) == (200, "image/png")
    assert "sandbox" in first.headers["Content-Security-Policy"]
    again = penyiap.client.get(
        f"/naskah/{one.id}/halaman/1", headers={"If-None-Match": first.headers["ETag"]}
    )
    assert again.status_code == 304
    for n in ("0", "2", "99999", "x"):
        assert penyiap.client.get(f"/naskah/{one.id}/halaman/{n}").status_code == 404

    for at, begins, said in (
        ("pdf", b"%PDF", "inline"),
        ("pdf?unduh=1", b"%PDF", 'attachment; filename="Surat Contoh konsep.pdf"'),
        ("docx", b"PK", 'attachment; filename="Surat Contoh konsep.docx"'),
    ):
        with penyiap.client.get(f"/naskah/{one.id}/{at}") as file:
            assert file.data.startswith(begins)
            assert file.headers["Content-Disposition"].startswith(said)


def test_a_scan_signed_in_ink_is_handed_out_as_the_picture_it_is(
    house: RealHouse, penyiap: Orang
) -> None:
    one = konsep(house, penyiap.hadir)
    inked(house, one)

    with penyiap.client.get(f"/naskah/{one.id}/pdf") as file:
        assert file.data.startswith(b"\x89PNG")
        assert file.mimetype == "image/png"
        said = file.headers["Content-Disposition"]
        assert said == 'attachment; filename="Surat Contoh konsep.png"'
        assert "sandbox" in file.headers["Content-Security-Policy"]
    shown = page(penyiap, one)
    assert "Unduh pindaian (PNG)" in shown
    assert "Unduh PDF" not in shown


def test_sent_back_and_given_up_it_says_why_to_who_may_read_it(
    house: RealHouse, penyiap: Orang, pemaraf: Orang, kepala: Orang
) -> None:
    one = konsep(house, penyiap.hadir)
    does(penyiap, one, "ajukan")
    empty = does(pemaraf, one, "kembalikan", alasan=" ")
    assert empty.status_code == 422
    assert "Isi yang harus diperbaiki." in empty.text
    assert does(pemaraf, one, "kembalikan", alasan="Alamat contoh keliru").status_code == 303
    assert now(house, one).keadaan == DIKEMBALIKAN
    assert "Alasan: Alamat contoh keliru" in page(penyiap, one)

    assert does(penyiap, one, "ajukan").status_code == 303
    shown = seen(kepala, f"/naskah/{one.id}")
    refused = does(penyiap, one, "batalkan", alasan="Contoh tidak jadi", sidik=shown)
    assert refused.status_code == 403
    assert does(kepala, one, "batalkan", alasan="Contoh tidak jadi").status_code == 303
    assert now(house, one).keadaan == BATAL
    told = page(penyiap, one)
    assert "Alasan: Contoh tidak jadi" in told
    assert '<form method="post" action="/naskah/' not in told


def test_a_void_paper_leaves_the_office_with_its_mark_and_stays_as_it_was_in_the_store(
    house: RealHouse, penyiap: Orang
) -> None:
    one = konsep(house, penyiap.hadir)
    with house.store.open(one.pdf) as kept:
        before = kept.read()
    first = penyiap.client.get(f"/naskah/{one.id}/halaman/1")
    assert does(penyiap, one, "batalkan", alasan="Contoh").status_code == 303

    for at in ("pdf", "pdf?unduh=1"):
        with penyiap.client.get(f"/naskah/{one.id}/{at}") as file:
            assert len(PdfReader(BytesIO(file.data)).pages) == 1
            assert file.data != before
            assert "BATAL.pdf" in file.headers["Content-Disposition"]
    etag = {"If-None-Match": first.headers["ETag"]}
    again = penyiap.client.get(f"/naskah/{one.id}/halaman/1", headers=etag)
    assert (again.status_code, again.data != first.data) == (200, True)
    assert penyiap.client.get(f"/naskah/{one.id}/docx").status_code == 404
    told = page(penyiap, one)
    assert "bertanda BATAL" in told
    assert "Unduh Word" not in told
    with house.store.open(one.pdf) as kept:
        assert kept.read() == before


def test_a_paper_given_up_before_its_print_waits_for_none(house: RealHouse, penyiap: Orang) -> None:
    one = fill(house, perkara(house).id, SURAT, {"tentang": "Contoh"}, penyiap.hadir)
    assert "Pratinjau sedang disiapkan" in page(penyiap, one)
    assert does(penyiap, one, "batalkan", alasan="Contoh").status_code == 303
    told = page(penyiap, one)
    assert "berhenti sebelum cetakan terakhirnya jadi" in told
    assert "hx-get" not in told.split('id="cetakan"')[1].split(">")[0]


def test_one_person_in_two_parts_says_why_or_leaves_it_to_another(house: RealHouse) -> None:
    both = officer(house, "rangkap", "ppid", "tim_sekretariat")
    one = konsep(house, both.hadir)
    does(both, one, "ajukan")
    assert "Mengapa tidak ada orang kedua" in page(both, one)
    assert does(both, one, "paraf").status_code == 422
    why = "Contoh: hanya seorang yang bertugas hari ini"
    assert does(both, one, "paraf", alasan=why).status_code == 303
    assert f"Alasan: {why}" in page(both, one)

    rule(house, WAJIB)
    assert "paraf dan persetujuannya oleh orang lain" in page(both, one)
    refused = does(both, one, "setujui", alasan=why)
    assert refused.status_code == 422
    assert "harus dilakukan orang lain" in refused.text
    assert now(house, one).keadaan == DIAJUKAN


def test_what_was_changed_meanwhile_is_not_acted_upon_and_a_print_alone_disturbs_nobody(
    house: RealHouse, penyiap: Orang, kepala: Orang
) -> None:
    one = konsep(house, penyiap.hadir)
    sidik = {"sidik": "0" * 32}
    assert does(penyiap, one, "ajukan", **sidik).status_code == 409
    late = does(kepala, one, "batalkan", alasan="Contoh ketikan panjang", **sidik)
    assert late.status_code == 409
    assert "Contoh ketikan panjang" in late.text
    assert does(penyiap, one, "tidak_ada").status_code == 404

    asked = penyiap.client.get(f"/naskah/{one.id}").text.split('name="sidik" value="')[1][:32]
    with house.ledger.begin() as tx:
        row = tx.get(type(one), one.id)
        tx.save(row, row)  # as a fresh print does
        tx.note(Catatan(row.instansi, MESIN, "naskah_dicetak", house.clock.now(), row.id))
    assert does(penyiap, one, "ajukan", sidik=asked).status_code == 303


def test_a_paper_of_a_withheld_matter_is_not_there_for_others(
    house: RealHouse, penyiap: Orang
) -> None:
    arsip = officer(house, "arsip", "pengelola_arsip")
    one = konsep(house, arsip.hadir, perkara(house, "Perkara tertutup", rahasia=True))
    assert "Rahasia" in page(arsip, one)
    for at in ("", "/isi", "/pdf", "/docx", "/halaman/1"):
        assert penyiap.client.get(f"/naskah/{one.id}{at}").status_code == 404
    for apa in ("ajukan", "paraf", "setujui", "kembalikan", "batalkan", "isi"):
        assert does(penyiap, one, apa, alasan="Contoh").status_code == 404


def test_what_waits_for_a_person_stands_on_their_first_page(
    house: RealHouse, penyiap: Orang, pemaraf: Orang, kepala: Orang
) -> None:
    one = konsep(house, penyiap.hadir)
    arsip = officer(house, "arsip", "pengelola_arsip")
    hidden = konsep(house, arsip.hadir, perkara(house, "Perkara tertutup", rahasia=True))

    def first(who: Orang) -> str:
        return who.client.get("/").text

    def waits(word: str) -> list[str]:
        told = {"penyiap": penyiap, "pemaraf": pemaraf, "kepala": kepala}
        return [name for name, who in told.items() if f"{word} Surat Contoh" in first(who)]

    assert waits("Paraf") == waits("Setujui") == waits("Perbaiki") == []
    does(penyiap, one, "ajukan")
    does(arsip, hidden, "ajukan")
    assert waits("Paraf") == ["pemaraf"]
    assert first(pemaraf).count("Paraf Surat Contoh") == 2
    assert "Perkara tertutup" in first(pemaraf)
    assert "Perkara tertutup" not in first(penyiap)
    does(pemaraf, one, "paraf")
    assert waits("Setujui") == ["kepala"]
    assert f'href="/naskah/{one.id}"' in first(kepala)
    does(kepala, one, "kembalikan", alasan="Contoh")
    assert (waits("Setujui"), waits("Perbaiki")) == ([], ["penyiap"])


@pytest.mark.parametrize("script", [True, False])
def test_in_a_browser_it_is_sound_wide_and_narrow_and_goes_on_by_keyboard(
    house: RealHouse, open_window, script: bool
) -> None:
    who = with_password(house, "penyiap", "petugas", "tim_sekretariat")
    one = konsep(house, who)
    win = open_window(script=script)
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "penyiap", f"/naskah/{one.id}")
        if script:
            sound(win)
        win.page.get_by_role("button", name="Ajukan").press("Enter")
        win.page.get_by_text("Menunggu paraf Tim Sekretariat").wait_for()
        if script:
            sound(win)
        win.page.get_by_label("Mengapa tidak ada orang kedua").fill("Contoh sendirian")
        win.page.get_by_role("button", name="Bubuhkan paraf").press("Enter")
        win.page.get_by_text("Menunggu persetujuan").wait_for()
    assert now(house, one).keadaan == DIAJUKAN


def test_a_paper_that_says_who_asked_is_there_for_others_but_not_read(
    house: RealHouse, tmp_path: Path, penyiap: Orang
) -> None:
    pair = tmp_path / "paket" / "umum" / "naskah" / f"{SURAT}.toml"
    pair.write_text(pair.read_text().replace("berkas.judul", "permohonan.pemohon"))
    unit = officer(house, "unit", "unit")
    one = konsep(house, penyiap.hadir, perkara="Contoh Pemohon", tentang="Jawaban contoh")

    told = page(unit, one)
    assert "Isi naskah ini tidak terbuka bagi Anda." in told
    assert "menyebut siapa pemohonnya" in told
    assert "Unduh" not in told
    assert f"/naskah/{one.id}/halaman/" not in told
    for at in ("halaman/1", "pdf", "pdf?unduh=1", "docx"):
        assert unit.client.get(f"/naskah/{one.id}/{at}").status_code == 404, at
    assert unit.client.get(f"/naskah/{one.id}/isi").status_code == 404
    sent = unit.client.post(f"/naskah/{one.id}/isi", data={"csrf": unit.csrf, "isi-tentang": "x"})
    assert sent.status_code == 404
    assert "Contoh Pemohon" not in told + sent.text
    assert penyiap.client.get(f"/naskah/{one.id}/halaman/1").status_code == 200
    assert "Unduh PDF" in page(penyiap, one)


def test_what_stands_in_a_paper_can_be_had_as_a_workbook_by_who_may_read_it(
    house: RealHouse, penyiap: Orang
) -> None:
    one = konsep(house, penyiap.hadir)

    answer = penyiap.client.get(f"/naskah/{one.id}/xlsx")

    assert answer.status_code == 200 and answer.data[:2] == b"PK"
    book = load_workbook(BytesIO(answer.data))
    assert book.sheetnames[0] == "Isian"
    stranger = officer(house, "lain", "unit", unit="bidang_lain_sekali")
    assert stranger.client.get(f"/naskah/{one.id}/xlsx").status_code == 404
