"""What the public meets: the pages, the form, the receipt and tracking, by HTTP."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.web.browser import DESKTOP, PHONE, axe, spills
from tests.web.publik import BATAS, ISIAN, Running, a_home, kode, running

LISTS = ["/dip", "/dip/edisi", "/dik", "/dik/edisi", "/dip/sematkan", "/aksesibilitas"]
PAGES = ["/", *LISTS, "/permohonan", "/keberatan", "/lacak", "/periksa"]


@pytest.fixture(scope="module")
def publik(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(a_home(tmp_path_factory.mktemp("publik"))) as one:
        yield one


@pytest.fixture(autouse=True)
def empty_folder(publik: Running) -> Iterator[None]:
    yield
    publik.clear()


@pytest.mark.parametrize("path", PAGES)
def test_each_page_answers_with_strict_headers_and_no_cookie(publik: Running, path: str) -> None:
    answer = publik.get(path)
    assert answer.code == 200
    assert "Set-Cookie" not in answer.headers
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    kept = "public, max-age=20" if path in LISTS else "no-store"  # nothing there is anyone's own
    assert answer.headers["Cache-Control"] == kept
    assert not re.search(r"\sstyle=|<style|<script(?![^>]*\bsrc=)|\son\w+=", answer.text)
    assert len(answer.body) < 60_000


def test_the_empty_list_says_what_would_be_here_and_how_to_get_it(publik: Running) -> None:
    page = publik.get("/dip").text
    assert "Belum ada daftar yang diumumkan" in page
    assert 'href="/permohonan"' in page


def test_a_request_lands_in_the_drop_folder_and_gets_a_receipt(publik: Running) -> None:
    answer = publik.send(source="127.0.0.11")
    assert answer.code == 200
    assert "sudah kami terima" in answer.text
    [path] = publik.masuk.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    [kept] = publik.requests()
    assert kept["isian"] == ISIAN
    assert kept["kode"] == kode(answer).replace("-", "").lower()
    assert str(kept["kode"]) not in path.name


def test_a_kode_has_a_hundred_bits_and_no_letter_that_is_misread(publik: Running) -> None:
    kodes = {kode(publik.send(f"127.0.1.{n}", tujuan=f"Contoh {n}")) for n in range(1, 9)}
    assert len(kodes) == 8
    assert all(len(one.replace("-", "")) == 20 and not set(one) & set("ILOU") for one in kodes)


@pytest.mark.parametrize(
    "typed", [str, str.lower, lambda k: k.replace("-", ""), lambda k: f" {k} "]
)
def test_a_kode_may_be_typed_as_it_comes(publik: Running, typed: type[str]) -> None:
    mine = kode(publik.send(source="127.0.0.12"))
    asked = publik.ask("GET", f"/lacak?kode={typed(mine).replace(' ', '+')}")
    assert asked.code == 303
    page = publik.get(asked.headers["Location"])
    assert page.code == 200
    assert "Sedang dicatat" in page.text


def test_a_kode_that_never_was_and_one_that_was_taken_in_answer_alike(publik: Running) -> None:
    mine = kode(publik.send(source="127.0.0.13"))
    [path] = publik.masuk.iterdir()
    path.unlink()
    taken, never = publik.get(f"/lacak/{mine}"), publik.get("/lacak/0000-0000-0000-0000-0000")
    nonsense = publik.get("/lacak/bukan-kode")
    assert taken.code == never.code == nonsense.code == 404
    assert taken.body == never.body == nonsense.body
    odd = {"Date"}
    assert {k: v for k, v in taken.headers.items() if k not in odd} == {
        k: v for k, v in never.headers.items() if k not in odd
    }


def test_all_that_must_be_mended_is_said_at_once_and_nothing_typed_is_lost(
    publik: Running,
) -> None:
    odd = '"Contoh" <b>&amp;'
    answer = publik.send(
        nama=odd, alamat="", telepon="", surel="contoh", rincian="", memperoleh="lain"
    )
    assert answer.code == 422
    assert answer.text.count('href="#r-') == 4
    for said in (
        "Isi alamat.",
        "Alamat surel ini belum lengkap",
        "Isi rincian",
        "Pilih salah satu",
    ):
        assert said in answer.text
    assert odd not in answer.text
    assert odd in unescape(answer.text)
    assert "Penelitian contoh." in answer.text
    assert publik.requests() == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"telepon": "", "surel": ""}, "nomor telepon atau alamat surel"),
        ({"telepon": "", "surel": "", "mendapatkan": "pos"}, "nomor telepon atau alamat surel"),
        ({"surel": "", "mendapatkan": "surel"}, "salinan diminta dikirim lewat surel"),
        ({"sebagai": "kuasa"}, "Isi nama pemberi kuasa"),
        ({"nama": "Contoh\x07"}, "huruf yang tidak dapat dibaca"),
        ({"nama": "Contoh\nLain"}, "huruf yang tidak dapat dibaca"),
        ({"surel": "contoh@contoh.id\nBcc: lain@contoh.id"}, "huruf yang tidak dapat dibaca"),
        ({"pekerjaan": "Contoh\u202etukgnal"}, "huruf yang tidak dapat dibaca"),
        ({"rincian": "Contoh\u2066lain\u2069"}, "huruf yang tidak dapat dibaca"),
        ({"alamat": "Contoh\x00"}, "huruf yang tidak dapat dibaca"),
        ({"rincian": "a" * 5001}, "paling banyak 5000"),
        ({"telepon": "nol delapan"}, "hanya memuat angka"),
    ],
)
def test_each_wrong_answer_has_its_sentence(
    publik: Running, changed: dict[str, str], said: str
) -> None:
    answer = publik.send(**changed)
    assert answer.code == 422
    assert said in answer.text
    assert publik.requests() == []


def test_no_header_makes_a_plain_line_a_sealed_one(publik: Running) -> None:
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-Ssl": "on", "X-Forwarded-For": "192.0.2.9"}

    assert "Strict-Transport-Security" not in publik.ask("GET", "/", None, told).headers


def test_the_same_form_sent_twice_is_one_request(publik: Running) -> None:
    form = {**ISIAN, "csrf": publik.token()}
    first = publik.ask("POST", "/permohonan", form, source="127.0.0.14")
    second = publik.ask("POST", "/permohonan", form, source="127.0.0.14")
    assert kode(first) == kode(second)
    assert len(publik.requests()) == 1


def test_a_receipt_names_no_file_that_was_not_kept(publik: Running) -> None:
    form = {"csrf": publik.token(), "source": "127.0.0.15"}
    codes = []
    for content in (b"surat contoh", b"surat contoh", b"surat lain"):
        answer = publik.send_files([("surat.txt", content)], **form)
        assert "surat.txt" in answer.text
        codes.append(kode(answer))
    codes.append(kode(publik.send_files([("kuasa.txt", b"surat contoh")], **form)))

    assert codes[0] == codes[1]
    assert len(set(codes)) == len(publik.requests()) == 3
    held = {one["nama"] for sent in publik.requests() for one in sent["lampiran"]}  # type: ignore[attr-defined]
    assert held == {"surat.txt", "kuasa.txt"}
    assert len(list(publik.masuk.glob("*.lampiran"))) == 3


@pytest.mark.parametrize("csrf", ["", "x", "1.2.3", "6540a000.00.0000", "é.é.é"])
def test_a_form_nobody_was_shown_is_not_kept_and_comes_back_full(
    publik: Running, csrf: str
) -> None:
    answer = publik.send(csrf=csrf)
    assert answer.code == 422
    assert "Isian Anda masih ada" in answer.text
    assert "Penelitian contoh." in answer.text
    assert publik.requests() == []


def test_a_form_sent_from_another_site_is_not_kept(publik: Running) -> None:
    form = {**ISIAN, "csrf": publik.token()}
    answer = publik.ask("POST", "/permohonan", form, {"Sec-Fetch-Site": "cross-site"})
    assert answer.code == 422
    assert publik.requests() == []


def test_a_program_that_fills_in_everything_is_told_and_nothing_is_kept(publik: Running) -> None:
    answer = publik.send(situs="https://contoh.id")
    assert answer.code == 422
    assert "tampak diisi oleh program" in answer.text
    assert publik.requests() == []


def test_who_sends_too_often_waits_and_others_do_not(publik: Running) -> None:
    for n in range(10):
        assert publik.send("127.0.0.77", tujuan=f"Contoh {n}").code == 200
    refused = publik.send("127.0.0.77", tujuan="Contoh yang kesebelas")
    assert refused.code == 429
    assert int(refused.headers["Retry-After"]) > 0
    assert "Contoh yang kesebelas" in refused.text
    assert len(publik.requests()) == 10
    assert publik.send("127.0.0.78").code == 200


def test_who_does_not_say_how_much_comes_waits_like_who_sends_much(publik: Running) -> None:
    part = f'--{BATAS}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nx\r\n--{BATAS}--\r\n'
    head = {"Content-Type": f"multipart/form-data; boundary={BATAS}"}

    def sent(source: str) -> int:
        return publik.ask_bytes("POST", "/permohonan", iter([part.encode()]), head, source).code

    assert [sent("127.0.0.78") for _ in range(21)] == [422] * 20 + [429]
    assert sent("127.0.0.79") == 422


def test_a_request_too_large_is_refused_before_it_is_read(publik: Running) -> None:
    answer = publik.ask("POST", "/permohonan", {**ISIAN, "rincian": "a" * 300_000})
    assert answer.code == 413
    assert "tidak ada yang disimpan" in answer.text
    assert publik.requests() == []


@pytest.mark.parametrize("path", [*PAGES, "/sehat"])
def test_head_tells_what_get_would_and_options_what_is_allowed(publik: Running, path: str) -> None:
    head, get = publik.ask("HEAD", path), publik.get(path)
    assert (head.code, head.body) == (get.code, b"")
    assert head.headers["Content-Type"] == get.headers["Content-Type"]
    allowed = set(publik.ask("OPTIONS", path).headers["Allow"].split(", "))
    assert allowed == {"GET", "HEAD", "OPTIONS"} | (
        {"POST"} if path in ("/permohonan", "/keberatan", "/periksa") else set()
    )


def test_what_is_not_there_is_said_in_indonesian(publik: Running) -> None:
    for path in ("/tidak-ada", "/../../etc/passwd", "/wajah/..%2f..%2fapp.py", "/%00"):
        answer = publik.get(path)
        assert answer.code == 404
        assert "Halaman tidak ditemukan" in answer.text
    refused = publik.ask("DELETE", "/dip")
    assert refused.code == 405
    assert "GET" in refused.headers["Allow"]


def test_a_paper_nobody_published_is_not_vouched_for(publik: Running) -> None:
    answer = publik.get("/v/contohtoken/1.1")
    assert answer.code == 404
    assert "Tidak ada naskah yang diumumkan dengan kode ini" in answer.text


@pytest.mark.parametrize("path", [*PAGES, "/lacak/bukan-kode", "/v/contoh/1.1", "/tidak-ada"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_every_page_is_for_everybody(publik: Running, win, path: str, width: int) -> None:
    win.size(width)
    win.page.goto(f"http://127.0.0.1:{publik.port}{path}")
    axe(win.page)
    assert spills(win.page) == []
    assert [one for one in win.complaints if "404" not in one] == []


def test_before_a_body_is_set_up_its_pages_are_for_everybody_too(
    tmp_path: Path, win, open_window
) -> None:
    env = a_home(tmp_path)
    shown = Path(env["BERKAS_HOME"]) / "publik" / "terbit" / "instansi.json"
    told = shown.read_bytes()
    with running(env) as one:
        plain = open_window(script=False).page
        plain.goto(f"http://127.0.0.1:{one.port}/keberatan")
        shown.unlink()
        for path in ("/", "/permohonan", "/keberatan"):
            for width in (PHONE, DESKTOP):
                win.size(width)
                win.page.goto(f"http://127.0.0.1:{one.port}{path}")
                assert "belum dibuka" in win.page.inner_text("main")
                axe(win.page)
                assert spills(win.page) == []
                name = f"{path[1:] or 'beranda'}-{width}.png"
                win.page.screenshot(path=tmp_path / name, full_page=True)
        win.quiet()
        plain.get_by_label("Kasus posisi").fill("Cerita contoh yang panjang.")
        with plain.expect_navigation():
            plain.get_by_role("button", name="Kirim keberatan").click()
        assert "belum disimpan" in plain.inner_text("main")
        plain.screenshot(path=tmp_path / "balapan.png")
        assert plain.get_by_label("Kasus posisi").input_value() == "Cerita contoh yang panjang."
        assert one.requests() == []
        shown.write_bytes(told)
        assert 'name="csrf"' in one.get("/permohonan").text


def test_the_form_works_in_a_browser_without_scripts(publik: Running, open_window) -> None:
    page = open_window(script=False).page
    page.goto(f"http://127.0.0.1:{publik.port}/permohonan")
    page.get_by_label("Nama lengkap").fill("Contoh Pemohon")
    with page.expect_navigation():
        page.get_by_role("button", name="Kirim permohonan").click()
    assert page.title().startswith("Perlu diperbaiki")
    assert page.get_by_label("Nama lengkap").input_value() == "Contoh Pemohon"
    for label in ("Alamat", "Pekerjaan", "Rincian informasi", "Tujuan penggunaan"):
        page.get_by_label(label, exact=False).first.fill("Contoh")
    page.get_by_label("Nomor telepon").fill("021 000000")
    for label in ("Pemohon sendiri", "Mendapatkan salinan cetak", "Mengambil langsung"):
        page.get_by_label(label).check()
    with page.expect_navigation():
        page.get_by_role("button", name="Kirim permohonan").click()
    assert "sudah kami terima" in page.title()
    assert len(publik.requests()) == 1


def test_the_summary_of_faults_and_the_receipt_are_for_everybody(publik: Running, win) -> None:
    win.page.goto(f"http://127.0.0.1:{publik.port}/permohonan")
    with win.page.expect_navigation():
        win.page.get_by_role("button", name="Kirim permohonan").click()
    assert win.page.title().startswith("Perlu diperbaiki")
    axe(win.page)
    for name, value in ISIAN.items():
        place = win.page.locator(f'[name="{name}"]')
        if place.first.get_attribute("type") == "radio":
            win.page.locator(f'[name="{name}"][value="{value}"]').check()
        else:
            place.fill(value)
    with win.page.expect_navigation():
        win.page.get_by_role("button", name="Kirim permohonan").click()
    assert "sudah kami terima" in win.page.title()
    axe(win.page)
    win.page.goto("about:blank")  # it would go on asking for its number


def test_where_the_office_asks_for_it_the_form_has_a_nik(tmp_path: Path) -> None:
    with running(a_home(tmp_path, BERKAS_PUBLIK_NIK="ya")) as one:
        assert 'name="nik"' in one.get("/permohonan").text
        assert "16 angka" in one.send(nik="123").text
        assert one.send(nik="0000000000000000").code == 200
        [kept] = one.requests()
        assert isinstance(kept["isian"], dict)
        assert kept["isian"]["nik"] == "0000000000000000"
