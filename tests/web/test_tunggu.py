"""The staging folder: nothing in it is taken before an officer looks and accepts."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pikepdf
import pytest

from jobs.watcher import Watcher
from service.acts.kiriman import tunggu
from service.domain.alasan import Alasan
from service.domain.kiriman import MEJA_TUNGGU, File, Kiriman
from service.domain.refusals import TidakAda, Unavailable
from service.domain.tunggu import KLAIM_MEJA, MasihDisalin, SudahBerubah
from service.web.app import create_app
from tests.office import INSTANSI, UNIT
from tests.papers import letter
from tests.web.browser import DESKTOP, PHONE, axe, served, sound, spills, weigh
from tests.web.rumah_web import come_in, officer, rumah_web, with_password
from tests.web.test_pintu import post

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]"
PDF += b"/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>endobj\n"
PDF += b"trailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def house(tmp_path):
    with rumah_web(tmp_path) as whole:
        folder(whole).mkdir(parents=True)
        yield whole


def folder(house, unit: str = UNIT) -> Path:
    return house.inbox / INSTANSI / unit / "tunggu"


def lay(house, *names: str, unit: str = UNIT) -> None:
    for name in names:
        path = folder(house, unit) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PDF + name.encode())
    time.sleep(0.01)  # older than this moment


def taken(house) -> list[Kiriman]:
    with house.ledger.read() as reading:
        return reading.find(Kiriman)


def names(house, one: Kiriman) -> list[str]:
    with house.ledger.read() as reading:
        found = sorted(reading.find(File, kiriman=one.id), key=lambda file: file.urut)
        return [file.nama for file in found]


def marks(html: str) -> dict[str, str]:
    """Every file on the page by its name."""
    return {
        nama: tanda
        for tanda, nama in re.findall(r'value="(\w+)" id="p-\w+"[^>]*><label[^>]*>([^<]+)', html)
    }


def left(house) -> list[str]:
    return sorted(
        str(path.relative_to(house.inbox)) for path in house.inbox.rglob("*") if path.is_file()
    )


def test_several_files_are_accepted_as_one_kiriman_in_the_officer_s_name(house) -> None:
    lay(house, "surat.pdf", "lampiran/a.pdf", "nanti.pdf")
    one = officer(house, "satu", "petugas")
    found = marks(one.client.get("/tunggu").text)
    assert set(found) == {"surat.pdf", "lampiran/a.pdf", "nanti.pdf"}

    ticked = [found["surat.pdf"], found["lampiran/a.pdf"]]
    answer = post(one.client, "/tunggu", at="/tunggu", pilih=ticked)

    assert answer.status_code == 303
    [kiriman] = taken(house)
    assert (kiriman.pintu, kiriman.siapa) == (MEJA_TUNGGU, one.hadir.orang.id)
    assert (kiriman.instansi, kiriman.unit) == (INSTANSI, UNIT)
    assert sorted(names(house, kiriman)) == ["lampiran/a.pdf", "surat.pdf"]
    assert left(house) == [f"{INSTANSI}/{UNIT}/tunggu/nanti.pdf"]


def test_accepted_twice_the_second_click_finds_nothing(house) -> None:
    lay(house, "surat.pdf")
    one = officer(house, "satu", "petugas")
    tanda = marks(one.client.get("/tunggu").text)["surat.pdf"]
    post(one.client, "/tunggu", at="/tunggu", pilih=tanda)

    assert post(one.client, "/tunggu", at="/tunggu", pilih=tanda).status_code == 404
    assert len(taken(house)) == 1


def test_nothing_ticked_is_said_on_the_page(house) -> None:
    lay(house, "surat.pdf")
    one = officer(house, "satu", "petugas")

    answer = post(one.client, "/tunggu", at="/tunggu")

    assert answer.status_code == 422
    assert "Pilih paling sedikit satu file." in answer.text


def test_an_officer_of_another_unit_finds_nothing_of_it(house) -> None:
    lay(house, "rahasia unit.pdf")
    mine = officer(house, "satu", "petugas", unit=UNIT)
    other = officer(house, "dua", "unit", unit="arsip")
    tanda = marks(mine.client.get("/tunggu").text)["rahasia unit.pdf"]

    assert "rahasia unit" not in other.client.get("/tunggu").text
    assert other.client.get(f"/tunggu/{tanda}/gambar").status_code == 404
    assert post(other.client, "/tunggu", at="/tunggu", pilih=tanda).status_code == 404
    asked = post(other.client, f"/tunggu/{tanda}/kembalikan", at="/tunggu", alasan="Contoh")
    assert asked.status_code == 404
    assert taken(house) == []


def test_the_first_page_is_shown_before_it_is_taken(house) -> None:
    lay(house, "surat.pdf")
    one = officer(house, "satu", "petugas")
    page = one.client.get("/tunggu").text
    [address] = set(re.findall(r'src="(/tunggu/[^"]+)"', page))

    answer = one.client.get(address)

    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert answer.data.startswith(b"\x89PNG")
    assert "surat" not in address


def locked(path: Path) -> None:
    """A PDF that nobody opens without its password."""
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(path, encryption=pikepdf.Encryption(owner="contoh", user="contoh", R=6))


@pytest.mark.parametrize("script", [True, False])
def test_in_place_of_a_page_that_cannot_be_drawn_the_officer_reads_why(
    house, open_window, tmp_path, script: bool
) -> None:
    locked(folder(house) / "Surat terkunci.pdf")
    (folder(house) / "Pindaian rusak.jpg").write_bytes(b"\xff\xd8\xff\xe0 rusak")
    time.sleep(0.01)
    with_password(house, "satu", "petugas")
    with served(create_app(house)) as alamat:
        win = open_window(script=script)
        come_in(win.page, alamat, "satu", "/tunggu")
        win.page.wait_for_load_state("networkidle")
        for nama in ("Surat terkunci.pdf", "Pindaian rusak.jpg"):
            picture = win.page.get_by_alt_text(f"Pratinjau {nama}")
            assert picture.evaluate("(one) => one.naturalWidth") > 0, nama
        address = picture.get_attribute("src")
        win.page.screenshot(path=tmp_path / "tunggu.png", full_page=True)
        if script:
            sound(win)
        win.page.goto(f"{alamat}{address}")
        assert "tetap utuh di folder tunggu" in " ".join(
            win.page.locator("svg title").text_content().split()
        )
        win.page.screenshot(path=tmp_path / "gambar.png")
        win.quiet()


def test_without_a_box_the_picture_says_that_it_comes_later(house, monkeypatch) -> None:
    def away(*_: object) -> bytes:
        raise Unavailable("Ruang tertutup tidak dapat dibuat.")

    lay(house, "surat.pdf")
    one = officer(house, "satu", "petugas")
    tanda = marks(one.client.get("/tunggu").text)["surat.pdf"]
    monkeypatch.setattr(tunggu, "picture", away)

    answer = one.client.get(f"/tunggu/{tanda}/gambar")

    assert (answer.status_code, answer.mimetype) == (503, "image/svg+xml")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "belum dapat digambar" in answer.text


def test_a_file_put_back_lies_aside_with_the_reason_and_the_journal_names_no_file(house) -> None:
    lay(house, "surat salah.pdf")
    one = officer(house, "satu", "petugas")
    tanda = marks(one.client.get("/tunggu").text)["surat salah.pdf"]

    again = post(one.client, f"/tunggu/{tanda}/kembalikan", at="/tunggu", alasan="  ")
    assert again.status_code == 422
    done = post(one.client, f"/tunggu/{tanda}/kembalikan", at="/tunggu", alasan="Bukan untuk kami.")

    assert done.status_code == 303
    aside = folder(house) / "dikembalikan"
    assert sorted(path.name for path in aside.iterdir()) == [
        "surat salah.pdf",
        "surat salah.pdf.txt",
    ]
    assert "Bukan untuk kami." in (aside / "surat salah.pdf.txt").read_text("utf-8-sig")
    assert marks(one.client.get("/tunggu").text) == {}
    [line] = house.lists.jurnal(INSTANSI, 10_000, 1)
    assert line.perbuatan == "file_tunggu_dikembalikan"
    assert "surat" not in str(line.rincian)
    with house.ledger.read() as reading:
        assert [one.kata for one in reading.find(Alasan, tentang=line.tentang)] == [
            "Bukan untuk kami."
        ]


def test_a_file_still_being_copied_is_shown_and_cannot_be_ticked(house) -> None:
    lay(house, "surat.pdf")
    one = officer(house, "satu", "petugas")
    with (folder(house) / "surat.pdf").open("ab"):
        page = one.client.get("/tunggu").text
        tanda = marks(page)["surat.pdf"]
        assert "Masih disalin" in page
        assert "disabled" in page
        with pytest.raises(MasihDisalin):
            tunggu.receive(house, one.hadir, [tanda])
    assert taken(house) == []
    assert left(house) == [f"{INSTANSI}/{UNIT}/tunggu/surat.pdf"]


def test_a_file_swapped_for_a_link_is_neither_shown_nor_taken(house, tmp_path) -> None:
    secret = tmp_path / "rahasia.pdf"
    secret.write_bytes(PDF)
    lay(house, "surat.pdf")
    one = officer(house, "satu", "petugas")
    tanda = marks(one.client.get("/tunggu").text)["surat.pdf"]
    (folder(house) / "surat.pdf").unlink()
    (folder(house) / "surat.pdf").symlink_to(secret)

    assert one.client.get(f"/tunggu/{tanda}/gambar").status_code == 404
    with pytest.raises(TidakAda):
        tunggu.receive(house, one.hadir, [tanda])
    assert marks(one.client.get("/tunggu").text) == {}


def test_what_changes_between_look_and_claim_goes_back(house, monkeypatch) -> None:
    lay(house, "surat.pdf")
    one = officer(house, "satu", "petugas")
    tanda = marks(one.client.get("/tunggu").text)["surat.pdf"]
    real = tunggu.free_enough

    def swapped(*asked: object) -> None:
        (folder(house) / "surat.pdf").write_bytes(PDF + b"lain")
        real(*asked)

    monkeypatch.setattr(tunggu, "free_enough", swapped)
    with pytest.raises(SudahBerubah):
        tunggu.receive(house, one.hadir, [tanda])

    assert taken(house) == []
    assert left(house) == [f"{INSTANSI}/{UNIT}/tunggu/surat.pdf"]


def test_when_it_cannot_be_kept_all_lies_as_before(house, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise Unavailable("Disk penuh.")

    lay(house, "a.pdf", "folder/b.pdf")
    one = officer(house, "satu", "petugas")
    before, found = left(house), marks(one.client.get("/tunggu").text)
    monkeypatch.setattr(tunggu, "accept", full)

    with pytest.raises(Unavailable):
        tunggu.receive(house, one.hadir, list(found.values()))

    assert left(house) == before


@pytest.mark.parametrize("committed", [False, True])
def test_a_page_that_died_in_between_leaves_nothing_lost_and_nothing_twice(
    house, monkeypatch, committed: bool
) -> None:
    lay(house, "a.pdf", "folder/b.pdf")
    one = officer(house, "satu", "petugas")
    found = marks(one.client.get("/tunggu").text)
    real = tunggu.accept

    def dies(*asked: object) -> None:
        if committed:
            real(*asked)
        os._exit(9)

    monkeypatch.setattr(tunggu, "accept", dies)
    house.engine.dispose()
    child = os.fork()
    if child == 0:
        tunggu.receive(house, one.hadir, list(found.values()))
    os.waitpid(child, 0)
    assert taken(house) == [] or committed
    assert any(KLAIM_MEJA in path for path in left(house))

    Watcher(house).turn()

    assert len(taken(house)) == committed
    back = [f"{INSTANSI}/{UNIT}/tunggu/{name}" for name in ("a.pdf", "folder/b.pdf")]
    assert left(house) == ([] if committed else back)


def test_what_was_refused_at_the_door_is_tried_again_by_a_button(house) -> None:
    aside = house.inbox / INSTANSI / UNIT / "karantina" / "terlalu-besar"
    aside.mkdir(parents=True)
    (aside / "besar.tif").write_bytes(b"II*\0")
    text = "BERKAS\r\nSebab: Terlalu besar\r\nDitahan di pintu: file ini tidak diambil dan tidak"
    (aside / "besar.tif.txt").write_text(f"{text} diubah.")
    one = officer(house, "satu", "petugas")
    page = one.client.get("/tunggu").text
    assert "besar.tif" in page
    assert "Terlalu besar" in page
    [address] = re.findall(r'action="(/tunggu/\w+/coba)"', page)

    assert post(one.client, address, at="/tunggu").status_code == 303

    assert left(house) == [f"{INSTANSI}/{UNIT}/besar.tif"]


def test_an_officer_sees_the_page_and_accepts_by_hand(house, open_window, tmp_path) -> None:
    lay(house, "Surat undangan rapat koordinasi.pdf", "Lampiran/Daftar hadir.pdf")
    letter(folder(house) / "Usulan daftar informasi publik tahun 2026.docx", "Usulan contoh")
    aside = house.inbox / INSTANSI / UNIT / "karantina" / "terlalu-besar"
    aside.mkdir(parents=True)
    (aside / "Pindaian.tif").write_bytes(b"II*\0")
    said = "Sebab: Terlalu besar\r\nDitahan di pintu: file ini tidak diambil dan tidak diubah."
    (aside / "Pindaian.tif.txt").write_text(said)
    time.sleep(0.01)
    with_password(house, "satu", "petugas")
    with served(create_app(house)) as alamat:
        for script in (True, False):
            win = open_window(script=script)
            page = win.page
            come_in(page, alamat, "satu", "/tunggu")
            if script:
                assert weigh(page, lambda page=page: page.goto(f"{alamat}/tunggu")) <= 60 * 1024
                for width in (PHONE, DESKTOP):
                    win.size(width)
                    axe(page)
                    assert spills(page) == []
                    page.screenshot(path=tmp_path / f"tunggu-{width}.png", full_page=True)
                win.quiet()
        page.get_by_role("checkbox", name="Surat undangan rapat").check()
        page.get_by_role("button", name="Terima yang dipilih").click()
        assert "Kiriman diterima dan tersimpan aman." in page.inner_text("main")
    assert len(taken(house)) == 1
