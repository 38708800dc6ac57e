"""The upload page in Chromium, with and without script: files chosen, dropped, cut off, sent."""

from __future__ import annotations

import hashlib
import io
import re

import pytest

from service.domain.kiriman import File, Kiriman
from service.web.app import create_app
from tests.office import work
from tests.papers import letter
from tests.web.browser import PHONE, axe, served, sound, walk, weigh
from tests.web.rumah_web import come_in, officer, rumah_web, with_password

BESAR = b"halaman contoh " * 60_000  # several pieces


@pytest.fixture
def house(tmp_path):
    with rumah_web(tmp_path) as whole:
        yield whole


@pytest.fixture
def alamat(house):
    with served(create_app(house)) as address:
        yield address


@pytest.fixture
def surat(tmp_path):
    return letter(tmp_path / "surat pengantar.docx", "Usulan daftar informasi contoh")


@pytest.fixture
def lampiran(tmp_path):
    path = tmp_path / "lampiran.txt"
    path.write_bytes(BESAR)
    return path


def kept(house) -> list[tuple[str, str, str]]:
    with house.ledger.read() as look:
        files = sorted(look.find(File), key=lambda one: one.urut)
    return [(one.nama, one.peran, one.sha256) for one in files]


def sha256(path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def here(page, many: int = 1):
    """Wait until so many files have come in."""
    page.locator(".unggahan .kecil", has_text="sudah sampai").nth(many - 1).wait_for()


def choose_unit(page):
    page.get_by_label("Untuk unit").select_option("kemensetneg/humas")


def test_without_script_one_plain_form_sends_letter_and_files(
    house, alamat, open_window, surat, lampiran
):
    with_password(house, "satu", "petugas")
    win = open_window(script=False)
    page = win.page
    come_in(page, alamat, "satu", "/unggah")
    choose_unit(page)
    page.get_by_label("Pilih file").set_input_files([lampiran])
    page.get_by_label("Surat pengantar").set_input_files(surat)
    page.locator("summary").click()
    page.get_by_label("Perihal").fill("Usulan contoh")
    page.get_by_label("Disimpan di").fill("Rak 2")
    page.get_by_label("Jumlah").fill("3")
    page.get_by_role("button", name="Kirim").click()

    told = page.inner_text("main")
    assert "Kiriman diterima dan tersimpan aman." in told
    assert "Usulan contoh" in page.inner_text("h1")
    assert told.count("Dalam antrean") == 2
    assert "3 lembar, di Rak 2" in told
    work(house)
    page.get_by_role("link", name="Muat ulang").click()
    told = page.inner_text("main")
    assert "AGENDA/2026" in told
    assert "Dalam antrean" not in told
    assert kept(house) == [
        (surat.name, "pengantar", sha256(surat)),
        (lampiran.name, "", sha256(lampiran)),
    ]


def test_without_script_files_need_not_come_again_when_the_form_was_wrong(
    house, alamat, open_window, surat
):
    with_password(house, "satu", "petugas")
    page = open_window(script=False).page
    come_in(page, alamat, "satu", "/unggah")
    page.get_by_label("Surat pengantar").set_input_files(surat)
    page.locator("summary").click()
    page.get_by_label("Jumlah").fill("tiga")
    page.get_by_role("button", name="Kirim").click()

    assert "Jumlah harus berupa angka bulat." in page.inner_text("main")
    assert page.get_by_role("checkbox", name=surat.name).is_checked()
    page.get_by_label("Jumlah").fill("")
    page.get_by_role("button", name="Kirim").click()

    assert "tersimpan aman" in page.inner_text("main")
    assert kept(house) == [(surat.name, "pengantar", sha256(surat))]


def test_without_script_a_file_can_be_taken_out_again(house, alamat, open_window, surat):
    with_password(house, "satu", "petugas")
    page = open_window(script=False).page
    come_in(page, alamat, "satu", "/unggah")
    page.get_by_label("Pilih file").set_input_files([surat])
    page.locator("summary").click()
    page.get_by_label("Jumlah").fill("3")
    page.get_by_role("button", name="Kirim").click()
    assert "Tulis tempat kertasnya" in page.inner_text("main")
    page.get_by_role("button", name=surat.name).click()

    assert surat.name not in page.inner_text("main")
    choose_unit(page)
    page.get_by_role("button", name="Kirim").click()
    assert "Pilih sedikitnya satu file." in page.inner_text("main")
    assert kept(house) == []


def test_with_script_files_come_in_by_themselves_and_states_renew_themselves(
    house, alamat, win, surat, lampiran
):
    with_password(house, "satu", "petugas")
    page = win.page
    come_in(page, alamat, "satu", "/unggah")
    sound(win)
    choose_unit(page)
    page.get_by_label("Pilih file").set_input_files([lampiran, surat])
    here(page, 2)
    sound(win)
    page.get_by_role("radio", name=surat.name).check()
    page.get_by_role("button", name="Kirim", exact=True).click()

    page.wait_for_url(re.compile("/kiriman/"))
    assert page.inner_text("main").count("Dalam antrean") == 2
    sound(win)
    before = page.locator("#jejak").bounding_box()
    work(house)
    page.get_by_role("link", name="Tampilkan hasilnya").wait_for()
    assert "AGENDA/2026" in page.inner_text("main")
    assert page.locator("#jejak").bounding_box() == before  # nobody's line has moved
    page.get_by_role("link", name="Tampilkan hasilnya").click()
    assert page.locator("[data-pantau]").count() == 0
    sound(win)
    assert [one[:2] for one in kept(house)] == [(surat.name, "pengantar"), (lampiran.name, "")]
    assert kept(house)[1][2] == sha256(lampiran)


def test_a_line_that_breaks_in_the_middle_is_taken_up_again(house, alamat, browser, lampiran):
    with_password(house, "satu", "petugas")
    broken = {"left": 2}

    def cut(route):
        if route.request.method == "PATCH" and broken["left"]:
            broken["left"] -= 1
            route.abort("connectionreset")
        else:
            route.continue_()

    from tests.web.browser import window

    with window(browser, expected=("ERR_CONNECTION_RESET", "Failed to load")) as win:
        page = win.page
        come_in(page, alamat, "satu", "/unggah")
        page.route("**/api/v1/unggahan/*", cut)
        choose_unit(page)
        page.get_by_label("Pilih file").set_input_files([lampiran])
        # Sent at once: the page waits for the file by itself.
        page.get_by_role("button", name="Kirim", exact=True).click()
        page.wait_for_url(re.compile("/kiriman/"))
        win.quiet()

    assert broken["left"] == 0
    assert kept(house) == [(lampiran.name, "", sha256(lampiran))]


def test_after_a_reload_the_same_file_goes_on_where_it_stopped(
    house, alamat, open_window, lampiran
):
    with_password(house, "satu", "petugas")
    page = open_window().page
    come_in(page, alamat, "satu", "/unggah")
    stop = {"after": 1}
    asked: list[int] = []

    def halt(route):
        if route.request.method != "PATCH":
            return route.continue_()
        asked.append(int(route.request.headers["upload-offset"]))
        if len(asked) > stop["after"]:
            return None  # never answered: the window is closed meanwhile
        return route.continue_()

    page.route("**/api/v1/unggahan/*", halt)
    page.get_by_label("Pilih file").set_input_files([lampiran])
    page.locator(".unggahan .kecil", has_text=" dari ").wait_for()
    page.on("dialog", lambda one: one.accept())
    page.goto(f"{alamat}/unggah")
    assert "pilih file yang sama untuk melanjutkan" in page.inner_text("main")
    axe(page)
    stop["after"] = 99
    asked.clear()
    page.get_by_label("Pilih file").set_input_files([lampiran])
    here(page)

    assert asked[0] > 0
    assert page.locator("#daftar-unggahan li").count() == 1
    choose_unit(page)
    page.get_by_role("button", name="Kirim", exact=True).click()
    page.wait_for_url(re.compile("/kiriman/"))
    assert kept(house) == [(lampiran.name, "", sha256(lampiran))]


DROP = """async (told) => {
  const files = new DataTransfer();
  told.forEach(([name, text]) => files.items.add(new File([text], name)));
  for (const name of ['dragenter', 'dragover', 'drop']) {
    document.querySelector('main').dispatchEvent(
      new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: files }));
    if (name === 'dragenter') window.lit = document.body.classList.contains('menerima');
  }
}"""


def test_files_dropped_on_any_page_come_in_and_are_sent_from_the_form(house, alamat, win):
    with_password(house, "satu", "petugas")
    page = win.page
    come_in(page, alamat, "satu", "/kalender")

    page.evaluate(DROP, [["satu.txt", "surat satu"], ["dua.txt", "surat dua"]])
    here(page, 2)
    assert page.evaluate("window.lit")
    sound(win)
    page.get_by_role("link", name="Isi keterangan dan kirim").click()

    choose_unit(page)
    assert page.get_by_role("checkbox", name="satu.txt").is_checked()
    page.get_by_role("checkbox", name="dua.txt").uncheck()
    page.get_by_role("button", name="Kirim", exact=True).click()
    page.wait_for_url(re.compile("/kiriman/"))
    assert [one[0] for one in kept(house)] == ["satu.txt"]
    page.goto(f"{alamat}/unggah")
    assert "dua.txt" in page.inner_text("main")
    page.get_by_role("button", name="dua.txt").click()
    page.locator("li", has_text="dua.txt").wait_for(state="detached")
    win.quiet()


def test_by_keyboard_every_stop_is_seen_and_has_its_ring(house, alamat, win, surat):
    with_password(house, "satu", "petugas")
    page = win.page
    come_in(page, alamat, "satu", "/unggah")
    page.get_by_label("Pilih file").set_input_files([surat])
    here(page)
    win.size(PHONE)

    stops = walk(page)

    assert [stop["what"] for stop in stops if stop["ring"] < 2 or not stop["seen"]] == []
    low = page.evaluate(
        """() => [...document.querySelectorAll('main .tombol, main .masukan')]
          .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 43.5)
          .map((one) => one.textContent)"""
    )
    assert low == []


def test_the_page_is_light(house, alamat, win):
    with_password(house, "satu", "petugas")
    come_in(win.page, alamat, "satu", "/unggah")

    assert weigh(win.page, lambda: win.page.goto(f"{alamat}/unggah")) <= 60 * 1024


def test_a_refusal_of_the_house_stands_at_its_file(house, alamat, browser, monkeypatch, lampiran):
    from service.domain.sisa import Sisa
    from tests.web.browser import window

    with_password(house, "satu", "petugas")
    with window(browser, expected=("507",)) as win:
        come_in(win.page, alamat, "satu", "/unggah")
        monkeypatch.setattr(type(house), "sisa", lambda _: Sisa(0, 1))
        win.page.get_by_label("Pilih file").set_input_files([lampiran])
        win.page.get_by_text("hampir penuh").wait_for()
        axe(win.page)
        win.quiet()


def test_pressed_twice_the_plain_form_makes_one_kiriman(house):
    satu = officer(house, "satu", "petugas")
    page = satu.client.get("/unggah").text
    told = {
        "csrf": satu.csrf,
        "kunci": re.search(r'name="kunci" value="([^"]+)"', page)[1],
        "tempat": "kemensetneg/humas",
    }
    answers = [
        satu.client.post("/unggah", data={**told, "file": (io.BytesIO(b"isi"), "surat.txt")})
        for _ in range(2)
    ]

    assert answers[0].location == answers[1].location
    with house.ledger.read() as look:
        assert len(look.find(Kiriman)) == 1
    assert house.uploads.of(satu.hadir.orang.id) == []


def test_a_form_larger_than_the_house_takes_ends_in_a_sentence(house, monkeypatch):
    from service.domain.batas import Batas
    from service.web.kiriman import unggah

    satu = officer(house, "satu", "petugas")
    told = {"csrf": satu.csrf, "kunci": "kunci-contoh", "tempat": "kemensetneg/humas"}
    monkeypatch.setattr(type(house), "batas", Batas(ukuran=1000))
    over = satu.client.post(
        "/unggah", data={**told, "file": (io.BytesIO(b"x" * 2000), "besar.txt")}
    )
    monkeypatch.setattr(unggah, "SELAIN_FILE", 1000)
    far_over = satu.client.post(
        "/unggah", data={**told, "file": (io.BytesIO(b"x" * 9000), "besar.txt")}
    )

    assert (over.status_code, far_over.status_code) == (422, 413)
    assert "besar.txt lebih besar dari" in over.text
    assert "lebih besar daripada yang diterima di sini" in far_over.text
    assert house.uploads.of(satu.hadir.orang.id) == []
