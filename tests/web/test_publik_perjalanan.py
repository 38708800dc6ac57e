"""From the public form to the number and back: real pages in their box, a real pick-up."""

from __future__ import annotations

import re
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.kiriman import File
from service.domain.tanggal import hari_tanggal
from tests.servers import until
from tests.web.browser import DESKTOP, PHONE, axe, spills
from tests.web.loket import Loket, a_loket
from tests.web.publik import ISIAN, kode

PDF = b"%PDF-1.7\n%%EOF\n"
KEBERATAN = {
    "alasan": "a",
    "kasus_posisi": "Permohonan contoh ditolak tanpa alasan.",
    "nomor_permohonan": "",
    "kode_permohonan": "",
}


@pytest.fixture(scope="module")
def loket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loket]:
    with a_loket(tmp_path_factory.mktemp("loket"), BERKAS_PUBLIK_NIK="ya") as one:
        yield one


_SUMBER = iter(range(1, 60_000))


def source() -> str:
    """Somebody else's address."""
    n = next(_SUMBER)
    return f"127.1.{n // 250}.{n % 250 + 1}"


def test_the_receipt_has_the_number_within_five_seconds_and_so_has_the_tracking_page(
    loket: Loket,
) -> None:
    began = time.monotonic()
    answer = loket.publik.send(source())
    took = time.monotonic() - began

    one = loket.permohonan()[-1] if len(loket.permohonan()) == 1 else None
    assert one is not None
    assert took < 5
    assert answer.code == 200
    page = loket.publik.get(f"/lacak/{kode(answer)}").text
    for shown in (answer.text, page):
        assert one.nomor_daftar in shown
        assert one.nomor_agenda in shown
        assert hari_tanggal(one.tenggat) in shown
    assert "Laporan contoh tahun 2025." in answer.text
    assert "Laporan contoh" not in page
    assert ISIAN["nama"] not in page


def test_the_same_form_sent_again_after_the_pickup_is_the_same_request(loket: Loket) -> None:
    form = {**ISIAN, "csrf": loket.publik.token(), "tujuan": "Contoh dua kali."}
    before, came = len(loket.permohonan()), source()
    first = loket.publik.ask("POST", "/permohonan", form, source=came)
    until(lambda: len(loket.permohonan()) == before + 1, 5, "the request")
    second = loket.publik.ask("POST", "/permohonan", form, source=came)
    time.sleep(0.5)

    assert kode(first) == kode(second)
    assert len(loket.permohonan()) == before + 1
    assert loket.publik.requests() == []


def test_files_sent_with_the_form_come_in_with_it(loket: Loket) -> None:
    files = [("surat kuasa.pdf", PDF), ("ktp/foto.jpg", b"\xff\xd8\xff contoh"), ("", b"")]
    before = {one.id for one in loket.permohonan()}
    answer = loket.publik.send_files(files, source())
    assert answer.code == 200, answer.text
    assert "surat kuasa.pdf, foto.jpg" in answer.text
    until(lambda: len(loket.permohonan()) > len(before), 5, "the request")

    [one] = [x for x in loket.permohonan() if x.id not in before]
    with loket.house.ledger.read() as reading:
        found = sorted(reading.find(File, kiriman=one.kiriman), key=lambda x: x.urut)
    assert [x.nama for x in found] == ["permohonan.txt", "surat kuasa.pdf", "foto.jpg"]
    with loket.house.store.open(found[1].sha256) as kept:
        assert kept.read() == PDF
    until(lambda: _left(loket) == [], 5, "an empty drop folder")


def _left(loket: Loket) -> list[str]:
    return [path.name for path in loket.publik.masuk.rglob("*") if not path.is_dir()]


@pytest.mark.parametrize(
    ("files", "status", "said"),
    [
        ([("besar.pdf", b"x" * 10_000_001)], 422, "File besar.pdf lebih besar dari 10 MB"),
        ([("kosong.pdf", b"")], 422, "File kosong.pdf kosong"),
        ([(f"{n}.pdf", PDF) for n in range(4)], 422, "Pilih paling banyak 3 file"),
        ([(f"{n}.pdf", PDF) for n in range(9)], 413, "tidak ada yang disimpan"),
        ([("a.pdf", b"x" * 31_000_000)], 422, "File a.pdf lebih besar dari 10 MB"),
    ],
)
def test_files_that_cannot_be_taken_are_told_of_and_leave_nothing(
    loket: Loket, files: list[tuple[str, bytes]], status: int, said: str
) -> None:
    before = len(loket.permohonan())
    answer = loket.publik.send_files(files, source())
    assert (answer.code, said in answer.text) == (status, True), answer.text[-2000:]
    until(lambda: _left(loket) == [], 5, "nothing left behind")
    assert len(loket.permohonan()) == before


def test_a_form_with_a_fault_keeps_what_was_typed_and_asks_for_the_files_again(
    loket: Loket,
) -> None:
    answer = loket.publik.send_files([("kuasa.pdf", PDF)], source(), nama="")
    assert answer.code == 422
    assert "Pilih lagi file Anda" in answer.text
    assert "Penelitian contoh." in answer.text
    assert _left(loket) == []


def objection(loket: Loket, **changed: str) -> tuple[int, str]:
    form = {**ISIAN, **KEBERATAN, "csrf": loket.publik.token("/keberatan"), **changed}
    answer = loket.publik.ask("POST", "/keberatan", form, source=source())
    return answer.code, answer.text


def test_an_objection_opens_at_once_for_a_refusal_and_only_later_for_silence(
    loket: Loket,
) -> None:
    asked = loket.publik.send(source(), tujuan="Contoh untuk keberatan.")
    until(lambda: "Nomor pendaftaran" in loket.publik.get(f"/lacak/{kode(asked)}").text, 5, "it")
    late, said = objection(loket, alasan="c", kode_permohonan=kode(asked))
    good, receipt = objection(loket, alasan="a", kode_permohonan=kode(asked))

    assert (late, good) == (422, 200)
    assert "baru dapat diajukan setelah batas waktu jawaban" in said
    assert "Keberatan Anda sudah kami terima" in receipt
    until(lambda: len(loket.keberatan()) == 1, 5, "the objection")
    [one] = loket.keberatan()
    assert one.nomor in loket.publik.get(f"/lacak/{kode(asked)}").text
    assert one.permohonan
    assert not one.dini


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"alasan": ""}, "Pilih alasan keberatan"),
        ({"alasan": "z"}, "Pilih alasan keberatan dari daftar"),
        ({"alasan": "a"}, "Isi kode pelacakan atau nomor pendaftaran"),
        ({"kode_permohonan": "bukan kode"}, "Kode ini belum lengkap"),
        ({"alasan": "b", "kasus_posisi": ""}, "Isi kasus posisi"),
    ],
)
def test_each_fault_of_an_objection_has_its_sentence(
    loket: Loket, changed: dict[str, str], said: str
) -> None:
    status, text = objection(loket, **changed)
    assert (status, said in text) == (422, True), text[-3000:]


def test_nothing_a_person_wrote_stands_in_a_log_a_public_file_or_an_error_page(
    loket: Loket,
) -> None:
    canary = {"nama": "Kenari Contoh", "nik": "9999000011112222", "rincian": "Kenari rincian."}
    mine = kode(loket.publik.send(source(), **canary)).replace("-", "").lower()
    loket.publik.send(source(), **{**canary, "nama": ""})
    pages = [
        loket.publik.get(f"/lacak/{mine}").text,
        loket.publik.get("/lacak/0000-0000-0000-0000-0000").text,
        loket.publik.ask("POST", "/permohonan", {**canary, "rincian": "a" * 300_000}).text,
        loket.publik.ask("DELETE", f"/lacak/{mine}").text,
    ]
    loket.stop()
    terbit = loket.house.settings.home / "publik" / "terbit"
    public = "".join(path.read_text() for path in terbit.rglob("*.json"))
    log = loket.log.read_text()
    names = "".join(str(path) for path in loket.house.settings.home.rglob("*"))
    with loket.house.engine.connect() as line:
        queue = str(line.exec_driver_sql("SELECT * FROM pekerjaan").all())
        journal = str(line.exec_driver_sql("SELECT * FROM catatan").all())
        versions = str(line.exec_driver_sql("SELECT * FROM riwayat").all())
    loket.start()

    for place in (*pages, public, log, names, queue, journal, versions):
        assert "enari" not in place
        assert canary["nik"] not in place
        assert mine not in place.replace("-", "").lower() or place == pages[0]


def test_who_guesses_codes_waits_and_the_others_do_not(loket: Loket) -> None:
    came = "127.2.0.9"
    for n in range(30):
        guess = f"/lacak/0000-0000-0000-0000-{n:04}"
        assert loket.publik.ask("GET", guess, source=came).code == 404
    refused = loket.publik.ask("GET", "/lacak/0000-0000-0000-0000-9999", source=came)

    assert refused.code == 429
    assert refused.headers["Retry-After"] == "600"
    assert loket.publik.get("/lacak/0000-0000-0000-0000-9999").code == 404


def test_each_body_is_asked_for_by_name_and_numbers_in_its_own_book(tmp_path: Path) -> None:
    with a_loket(tmp_path, "kemensetneg", "kota_kupang") as loket:
        page = loket.publik.get("/permohonan").text
        assert "Badan publik yang Anda tuju" in page
        missing = loket.publik.send(source())
        kupang = loket.publik.send(source(), instansi="kota_kupang")
        unknown = loket.publik.send(source(), instansi="entah")

        assert (missing.code, kupang.code, unknown.code) == (422, 200, 422)
        assert "Pilih badan publik yang Anda tuju." in missing.text
        until(lambda: len(loket.permohonan()) == 1, 5, "the request")
        [one] = loket.permohonan()
        assert one.instansi == "kota_kupang"
        assert "WITA" in loket.publik.get(f"/lacak/{kode(kupang)}").text


# --- many, and without mercy -------------------------------------------------------------------


@pytest.mark.timeout(900)
def test_requests_of_many_people_all_get_one_number_each_though_the_pickup_is_killed(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    long = request.config.getoption("--panjang")
    many, between = (500, 5.0) if long else (60, 1.5)
    with a_loket(tmp_path) as loket:
        codes: list[str] = []
        lock = threading.Lock()

        def people(share: int) -> None:
            for n in range(share, many, 6):
                answer = loket.publik.send(source(), tujuan=f"Contoh {n}")
                with lock:
                    codes.append(kode(answer))

        crowd = [threading.Thread(target=people, args=(share,)) for share in range(6)]
        for one in crowd:
            one.start()
        while any(one.is_alive() for one in crowd):
            time.sleep(between)
            loket.stop(signal.SIGKILL)
            loket.start()
        for one in crowd:
            one.join()
        until(lambda: len(loket.permohonan()) == many, 120, "every request")
        until(lambda: _left(loket) == [], 10, "an empty drop folder")

        found = loket.permohonan()
        assert len(set(codes)) == many
        assert {int(one.nomor_daftar.split("/")[0]) for one in found} == set(range(1, many + 1))
        shown = [loket.publik.get(f"/lacak/{one}").text for one in codes[:10]]
        assert all("Terdaftar" in page for page in shown)
        loket.stop()
        broken = [one for one in loket.house.audit.findings([]) if one.dilanggar]
        assert [one.sebut for one in broken if one.janji != "I5"] == []


# --- in a browser ------------------------------------------------------------------------------


def fill(page, **changed: str) -> None:
    for name, value in {**ISIAN, **changed}.items():
        place = page.locator(f'[name="{name}"]')
        if place.first.get_attribute("type") == "radio":
            page.locator(f'[name="{name}"][value="{value}"]').check()
        else:
            place.fill(value)


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_receipt_the_tracking_page_and_the_objection_are_for_everybody(
    loket: Loket, win, width: int, tmp_path: Path
) -> None:
    win.size(width)
    base = f"http://127.0.0.1:{loket.publik.port}"
    win.page.goto(f"{base}/permohonan")
    fill(win.page, tujuan=f"Contoh {width}")
    win.page.locator('[name="lampiran"]').first.set_input_files(
        {"name": "kuasa.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    with win.page.expect_navigation():
        win.page.get_by_role("button", name="Kirim permohonan").click()
    assert "sudah kami terima" in win.page.title()
    win.page.wait_for_selector("[data-menunggu]", state="detached")
    assert re.search(r"\d+/REG", win.page.inner_text("#isi"))
    assert win.page.locator("svg.qr").bounding_box()["width"] > 100
    axe(win.page)
    assert spills(win.page) == []
    with win.page.expect_navigation():
        win.page.get_by_role("link", name=re.compile("^http.*lacak")).click()
    axe(win.page)
    assert spills(win.page) == []
    with win.page.expect_navigation():
        win.page.get_by_role("link", name="Ajukan keberatan").last.click()
    assert win.page.locator('[name="kode_permohonan"]').input_value()
    axe(win.page)
    assert spills(win.page) == []
    assert win.complaints == []


def test_a_number_that_comes_later_appears_by_itself_and_without_scripts_by_reloading(
    loket: Loket, win, open_window
) -> None:
    base = f"http://127.0.0.1:{loket.publik.port}"
    loket.stop()
    plain = open_window(script=False).page
    for page in (win.page, plain):
        page.goto(f"{base}/permohonan")
        fill(page, tujuan=f"Contoh {page is plain}")
        with page.expect_navigation(timeout=20_000):
            page.get_by_role("button", name="Kirim permohonan").click()
        assert "Sedang diberikan" in page.inner_text("#isi")
    with plain.expect_navigation():
        plain.get_by_role("link", name="Lihat nomornya").click()
    assert "Sedang dicatat" in plain.inner_text("#isi")

    loket.start()

    win.page.wait_for_selector("[data-menunggu]", state="detached", timeout=15_000)
    assert re.search(r"\d+/REG", win.page.inner_text("#isi"))
    plain.wait_for_selector("text=Terdaftar", timeout=15_000)
    win.page.goto("about:blank")
