"""Templates on pages: files come in, are compared, put in force by two, taken back, withdrawn."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.naskah.fill import fill
from service.domain.pasangan_versi import PasanganKonsep, PasanganTerbit
from service.domain.wewenang import WAJIB
from service.house import RealHouse
from service.web.app import create_app
from tests.acts.test_pasangan import JENIS, changed, matter
from tests.office import INSTANSI, UNIT, rule, work
from tests.papers import UMUM
from tests.web.browser import DESKTOP, PHONE, Window, served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password
from tests.web.test_sop_web import fields

DI = f"/pasangan/{INSTANSI}/{JENIS}"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        rule(whole, WAJIB)
        yield whole


def uploaded(who: Orang, docx: Path | None, at: str = DI, to: str = "/unggah", **more: object):
    told = {**fields(who.client.get(at).text), "csrf": who.csrf, **more}
    told = {name: one[0] if isinstance(one, list) else one for name, one in told.items()}
    if docx:
        told["docx"] = (io.BytesIO(docx.read_bytes()), "Contoh baru.docx")
    return who.client.post(at + to, data=told, content_type="multipart/form-data")


def pressed(who: Orang, at: str, to: str, **more: object):
    """A form of a page, sent as it stands."""
    page = who.client.get(at).text
    form = re.search(rf'<form method="post" action="{re.escape(to)}".*?</form>', page, re.S)
    told = fields(form[0]) if form else {}
    return who.client.post(to, data={**told, "csrf": who.csrf, **more})


def test_a_template_goes_from_its_file_to_force_by_two_people(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = officer(house, "tim", "tim_sekretariat"), officer(house, "ppid", "ppid")
    first = tim.client.get("/pasangan").text
    assert "Bawaan umum" in first
    assert DI in first
    page = tim.client.get(DI).text
    assert "Yang berlaku</dt><dd>Bawaan umum" in page
    word = tim.client.get(f"{DI}/versi/0/docx")
    assert word.data == (UMUM / f"{JENIS}.docx").read_bytes()
    assert word.headers["Content-Disposition"] == f"attachment; filename={JENIS}.docx"

    answer = uploaded(tim, changed(tmp_path))
    assert answer.status_code == 303, answer.text
    waits = tim.client.get(answer.location).text
    assert "Contoh cetakannya sedang dibuat" in waits
    assert "Contoh kalimat baru dari Word." in waits
    assert "Nyatakan siap" not in waits
    work(house)
    page = tim.client.get(f"{DI}/konsep").text
    assert "dicetak dengan isian contoh yang sama" in page.lower()
    pictures = re.findall(r'<img src="([^"]+)"', page)
    assert len(pictures) >= 2
    assert tim.client.get(pictures[0]).data.startswith(b"\x89PNG")
    pdf = re.search(r'href="([^"]+)">PDF Konsep ini', page)
    assert pdf
    with tim.client.get(pdf[1]) as whole:
        assert whole.data.startswith(b"%PDF")
    assert "Templat siap diberlakukan" not in ppid.client.get("/").text
    assert pressed(tim, f"{DI}/konsep", f"{DI}/siap").status_code == 303

    assert f'href="{DI}/konsep">Templat siap diberlakukan: Memorandum' in ppid.client.get("/").text
    assert pressed(tim, f"{DI}/konsep", f"{DI}/pakai").status_code in (404, 422)
    assert "PPID atau Atasan PPID" in tim.client.get(f"{DI}/konsep").text
    used = pressed(ppid, f"{DI}/konsep", f"{DI}/pakai")
    assert used.status_code == 303, used.text
    page = ppid.client.get(used.location).text
    assert "Templat berlaku." in page
    assert "Yang berlaku</dt><dd>Versi 1" in page
    assert "Memberlakukan templat" in page
    assert "Diubah di sini (versi 1)" in tim.client.get("/pasangan").text
    assert "Templat siap diberlakukan" not in ppid.client.get("/").text
    beda = tim.client.get(f"{DI}/bandingkan?dari=0&ke=1").text
    assert "Contoh kalimat baru dari Word." in beda
    assert "Ruas yang berubah" in beda
    assert f'href="/pasangan?instansi={INSTANSI}"' in tim.client.get(f"/instansi/{INSTANSI}").text


def test_a_version_comes_back_with_a_reason_by_another_person(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = officer(house, "tim", "tim_sekretariat"), officer(house, "ppid", "ppid")
    atasan = officer(house, "atasan", "atasan_ppid")
    uploaded(tim, changed(tmp_path))
    work(house)
    pressed(ppid, f"{DI}/konsep", f"{DI}/pakai")

    assert "diputuskan orang lain" in ppid.client.get(DI).text
    told = {"csrf": atasan.csrf, "kini": "1", "urut": "0", "alasan": " "}
    assert "Tulis alasannya" in atasan.client.post(f"{DI}/kembali", data=told).text
    assert "kembali-0" in atasan.client.get(DI).text
    answer = atasan.client.post(f"{DI}/kembali", data=told | {"alasan": "Contoh alasan"})
    assert answer.status_code == 303
    page = atasan.client.get(answer.location).text
    assert "Versi terdahulu berlaku lagi." in page
    assert "Alasan</dt><dd>Contoh alasan" in page
    assert "Kembali ke</dt><dd>bawaan" in page
    assert "isian contohnya masing-masing" in atasan.client.get(f"{DI}/bandingkan?dari=1&ke=2").text
    whole = atasan.client.get(f"{DI}/bandingkan?dari=0&ke=2").text
    assert "Tidak ada kata atau ruas yang berbeda" in whole
    assert whole.count("<img ") >= 2
    late = atasan.client.post(f"{DI}/cabut", data=told | {"alasan": "Contoh", "kini": "2"})
    assert "punya bawaan" in late.text
    for who, status in ((tim, 403), (officer(house, "unit", "unit"), 403)):
        sent = told | {"alasan": "Contoh", "csrf": who.csrf}
        assert who.client.post(f"{DI}/kembali", data=sent).status_code == status
    for odd in ("", "-1", "x", "9" * 12):
        sent = told | {"alasan": "Contoh", "urut": odd}
        assert atasan.client.post(f"{DI}/kembali", data=sent).status_code == 404


def test_a_bad_file_comes_back_with_every_fault_and_nothing_is_kept(
    house: RealHouse, tmp_path: Path
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    bad = changed(tmp_path, "{{ bukan_ruas }} &lt;b&gt;")
    none, wrong = uploaded(tim, None), uploaded(tim, bad)

    assert (none.status_code, wrong.status_code) == (422, 422)
    assert "Pilih file templat Word" in none.text
    assert "masih ada" in wrong.text
    assert "bukan_ruas" in wrong.text
    assert "&lt;b&gt;" in wrong.text
    with house.ledger.read() as reading:
        assert reading.find(PasanganKonsep) == []
    assert tim.client.get(f"{DI}/konsep").status_code == 404


def test_a_new_kind_is_made_and_its_draft_thrown_away(house: RealHouse, tmp_path: Path) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = f"/pasangan/{INSTANSI}/jenis-baru"
    toml = (io.BytesIO((UMUM / f"{JENIS}.toml").read_bytes()), "x.toml")
    odd = uploaded(tim, changed(tmp_path), at, "", jenis="Surat Baru", toml=toml)
    assert odd.status_code == 422
    assert "huruf kecil" in odd.text
    toml = (io.BytesIO((UMUM / f"{JENIS}.toml").read_bytes()), "x.toml")

    answer = uploaded(tim, changed(tmp_path), at, "", jenis="surat_baru", toml=toml)

    assert answer.status_code == 303, answer.text
    konsep = f"/pasangan/{INSTANSI}/surat_baru/konsep"
    assert "belum ada bandingannya" in tim.client.get(konsep).text
    assert konsep in tim.client.get("/pasangan").text
    assert tim.client.get(f"{konsep}/toml").data.startswith(b"#")
    assert tim.client.get(f"{konsep}/docx").data == changed(tmp_path).read_bytes()
    assert tim.client.get(f"{konsep}/exe").status_code == 404
    gone = pressed(tim, konsep, f"/pasangan/{INSTANSI}/surat_baru/buang")
    assert "Konsep dibuang." in tim.client.get(gone.location).text
    assert tim.client.get(konsep).status_code == 404


def test_who_works_for_one_unit_sees_the_templates_and_changes_none(
    house: RealHouse, tmp_path: Path
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    petugas = officer(house, "petugas", "petugas", unit=UNIT)
    uploaded(tim, changed(tmp_path))
    work(house)

    page = petugas.client.get("/pasangan").text
    assert DI in page
    assert "Sedang disusun" not in page
    one = petugas.client.get(DI).text
    assert "Unduh Word, bawaan umum" in one
    for word in ("Periksa dan simpan", "Periksa templat", "Kembali ke versi ini", "Konsep</dt>"):
        assert word not in one
    assert petugas.client.get(f"{DI}/konsep").status_code == 403
    pictures = re.findall(r'<img src="([^"]+)"', tim.client.get(f"{DI}/konsep").text)
    assert petugas.client.get(pictures[0]).status_code == 404
    assert petugas.client.get(f"/pasangan/{INSTANSI}/jenis-baru").status_code == 403


def test_a_form_that_comes_late_says_who_was_first(house: RealHouse, tmp_path: Path) -> None:
    tim, dua = officer(house, "tim", "tim_sekretariat"), officer(house, "dua", "tim_sekretariat")
    uploaded(tim, changed(tmp_path, "Contoh satu."))
    work(house)
    seen = fields(tim.client.get(f"{DI}/konsep").text)["versi"]
    assert uploaded(dua, changed(tmp_path, "Contoh dua.")).status_code == 303

    late = tim.client.post(f"{DI}/siap", data={"csrf": tim.csrf, "versi": seen[0]})

    assert late.status_code == 409
    assert "sudah diubah Contoh dua" in late.text
    for path in ("versi/9/docx", "versi/x/docx", "versi/0/exe", f"contoh/{'a' * 64}"):
        assert tim.client.get(f"{DI}/{path}").status_code == 404
    for path in ("bandingkan", "bandingkan?dari=0&ke=9", "bandingkan?dari=x&ke=1"):
        assert tim.client.get(f"{DI}/{path}").status_code == 404
    assert tim.client.get("/pasangan?instansi=kota_kupang").status_code == 404
    assert tim.client.get(f"/pasangan/{INSTANSI}/tidak_ada").status_code == 404


def looked_at(win: Window) -> None:
    """On a desk and on a phone; what reads the page runs as a script."""
    for width in (DESKTOP, PHONE):
        win.size(width)
        if win.script:
            sound(win)


@pytest.mark.parametrize("script", [True, False])
def test_a_clerk_changes_a_template_with_the_keyboard(
    house: RealHouse, tmp_path: Path, open_window, script: bool
) -> None:
    with_password(house, "tim", "tim_sekretariat")
    docx = changed(tmp_path)
    with served(create_app(house)) as alamat:
        win = open_window(script=script)
        page = win.page
        come_in(page, alamat, "tim", DI)
        looked_at(win)
        page.get_by_label("Templat Word").set_input_files(docx)
        page.get_by_role("button", name="Periksa dan simpan sebagai konsep").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{alamat}{DI}/konsep**")
        work(house)
        page.goto(f"{alamat}{DI}/konsep")
        page.get_by_role("button", name="Nyatakan siap").wait_for()
        looked_at(win)
        page.get_by_role("button", name="Nyatakan siap").focus()
        page.keyboard.press("Enter")
        page.get_by_text("Konsep templat dinyatakan siap diberlakukan.").wait_for()
        page.goto(f"{alamat}/pasangan")
        looked_at(win)
        page.goto(f"{alamat}/pasangan/{INSTANSI}/jenis-baru")
        looked_at(win)


@pytest.mark.parametrize("script", [True, False])
def test_a_version_is_compared_and_brought_back_with_the_keyboard(
    house: RealHouse, tmp_path: Path, open_window, script: bool
) -> None:
    tim, ppid = officer(house, "tim", "tim_sekretariat"), officer(house, "ppid", "ppid")
    with_password(house, "atasan", "atasan_ppid")
    uploaded(tim, changed(tmp_path))
    work(house)
    pressed(ppid, f"{DI}/konsep", f"{DI}/pakai")
    with served(create_app(house)) as alamat:
        win = open_window(script=script)
        page = win.page
        come_in(page, alamat, "atasan", DI)
        looked_at(win)
        page.get_by_role("button", name="Bandingkan", exact=True).focus()
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Kata yang berubah").wait_for()
        looked_at(win)
        page.goto(f"{alamat}{DI}")
        page.locator("a.buka-dialog").focus()  # a button, where its script runs
        page.keyboard.press("Enter")
        page.get_by_label("Alasan", exact=True).fill("Contoh alasan")
        if script:
            sound(win)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.get_by_text("Versi terdahulu berlaku lagi.").wait_for()
        looked_at(win)


def test_the_page_of_a_paper_says_which_version_it_was_made_with(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = officer(house, "tim", "tim_sekretariat"), officer(house, "ppid", "ppid")
    naskah = fill(house, matter(house, tmp_path).id, JENIS, {}, tim.hadir)
    work(house)
    at = f"/naskah/{naskah.id}"
    assert "Templat</dt><dd>Bawaan umum, sidik " in tim.client.get(at).text
    uploaded(tim, changed(tmp_path))
    work(house)

    pressed(ppid, f"{DI}/konsep", f"{DI}/pakai")
    work(house)

    page = tim.client.get(at).text
    assert "Templat</dt><dd>Versi 1, sidik " in page
    assert "mengikuti yang berlaku sampai disetujui" in page


@pytest.mark.parametrize("kini", ["--5", "²", "-", "1-", "9" * 5_000])
def test_a_hidden_version_that_is_none_is_told_and_changes_nothing(
    house: RealHouse, tmp_path: Path, kini: str
) -> None:
    tim, ppid = officer(house, "tim", "tim_sekretariat"), officer(house, "ppid", "ppid")
    uploaded(tim, changed(tmp_path))
    work(house)

    answer = pressed(ppid, f"{DI}/konsep", f"{DI}/pakai", kini=kini)

    assert answer.status_code in (400, 409, 422)
    with house.ledger.read() as reading:
        assert not reading.find(PasanganTerbit)
