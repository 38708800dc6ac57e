"""Suggestions of the public: sent without a name, gathered in the half-yearly round, proposed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobs.pickup import Pickup
from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.acts.instansi.pilihan import set_up
from service.acts.orang import mulai, orang, peran
from service.acts.orang.hadir import operator
from service.acts.register import kabar, masukan, masukan_putaran
from service.acts.register.masukan_putaran import BukanLangkahMasukan, MasukanTidakSah
from service.acts.register.permohonan import Masukan
from service.domain.ada import Ada
from service.domain.antaran import MASUKAN, Antaran, write
from service.domain.berkas import Berkas, at
from service.domain.butir import Butir
from service.domain.catatan import Catatan
from service.domain.kabar import read
from service.domain.kiriman import Kiriman
from service.domain.kode_lacak import sidik
from service.domain.masukan import DISISIHKAN, DIUSULKAN, JENIS, MasukanPublik
from service.domain.refusals import TidakAda
from service.domain.sop.jalan import Posisi
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.web.app import create_app
from tests.kantor import SANDI
from tests.loket import attach, leave, new_kode
from tests.office import INSTANSI, at_desk, work
from tests.web.browser import served, sound
from tests.web.publik import pages_of
from tests.web.rumah_web import come_in, rumah_web
from tests.web.test_pintu import log_in

MENTERI = "ppid_kementerian"  # whose SOP asks for suggestions
ISIAN = {"tentang": "Jadwal layanan contoh", "isi": "Mohon diumumkan.", "nama": "", "kontak": ""}
BADAN = (
    {"kode": MENTERI, "nama": "Kementerian Contoh", "zona": "WIB", "masukan": True},
    {"kode": INSTANSI, "nama": "Badan Contoh", "zona": "WIB", "masukan": False},
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        set_up(whole, operator(whole), MENTERI)
        yield whole


def somebody(house: RealHouse, nama: str, *memegang: str, unit: str = "") -> Hadir:
    admin = operator(house)
    made, _ = orang.create(house, admin, MENTERI, orang.Isian(nama, f"Contoh {nama}"))
    for one in memegang:
        peran.give(house, admin, made.id, peran.Penugasan(MENTERI, unit, one))
    token = orang.invite(house, admin, made.id)
    mulai.choose_password(house, token, SANDI, "192.0.2.1")
    return at_desk(house, made.id)


def suggested(house: RealHouse, **isian: str) -> MasukanPublik:
    came = Masukan(new_kode(), MENTERI, "", house.clock.now(), {**ISIAN, **isian})
    return masukan.register(house, came)


def a_round(house: RealHouse, langkah: str = "tetapkan_terbuka", masa: str = "2026-2") -> Berkas:
    """A half-yearly round that has come to its last row."""
    asked = Pembukaan(
        house.new_id(), MENTERI, "", "pengelolaan_informasi", "Monev contoh", "monev", masa=masa
    )
    with house.ledger.begin() as tx:
        one = begun(house, tx, asked)
        after = at(one, Posisi(langkah, house.clock.now(), bagian="monev"))
        tx.save(one, after)
        tx.note(Catatan(MENTERI, "mesin", "langkah_selesai", house.clock.now(), one.id))
    return replace(after, versi=2)


def closed(house: RealHouse, one: Berkas) -> None:
    with house.ledger.begin() as tx:
        before = tx.get(Berkas, one.id)
        tx.save(before, replace(before, keadaan="selesai", ditutup=house.clock.now(), langkah=""))
        tx.note(Catatan(MENTERI, "mesin", "langkah_selesai", house.clock.now(), one.id))


# --- the public form


def test_the_form_is_offered_by_bodies_whose_sop_asks_for_it(
    house: RealHouse, tmp_path: Path
) -> None:
    assert masukan.asks(house.packs, MENTERI)
    assert not masukan.asks(house.packs, INSTANSI)
    kabar.tell_instansi(house)
    shown = house.settings.home / "publik" / "terbit" / "instansi.json"
    told = {x["kode"]: x["masukan"] for x in json.loads(shown.read_text())["instansi"]}
    assert told == {MENTERI: True, INSTANSI: False}

    client = pages_of(tmp_path / "dua", *BADAN)
    assert "/masukan" in client.get("/").text
    page = client.get("/masukan").text
    assert "Kementerian Contoh" in page
    assert "Badan Contoh" not in page
    none = pages_of(tmp_path / "tanpa", BADAN[1])
    assert "/masukan" not in none.get("/").text
    assert "belum dibuka" in none.get("/masukan").text


def test_a_suggestion_needs_no_name_and_gets_a_receipt_with_a_code(tmp_path: Path) -> None:
    client = pages_of(tmp_path / "satu", BADAN[0])
    csrf = re.search(r'name="csrf" value="([^"]+)"', client.get("/masukan").text)[1]
    bad = client.post("/masukan", data={**ISIAN, "isi": "", "tentang": "a" * 400, "csrf": csrf})
    assert bad.status_code == 422
    assert "Isi masukan Anda." in bad.text
    assert "Persingkat informasi yang dimaksud" in bad.text
    foreign = client.post("/masukan", data={**ISIAN, "csrf": "palsu"})
    trapped = client.post("/masukan", data={**ISIAN, "csrf": csrf, "situs": "x"})
    assert (foreign.status_code, trapped.status_code) == (422, 422)
    done = client.post("/masukan", data={**ISIAN, "csrf": csrf})

    assert done.status_code == 200
    assert "Masukan Anda sudah kami terima" in done.text
    assert "Dijawab tertulis" not in done.text
    assert re.search(r"\b[0-9A-Z]{4}(-[0-9A-Z]{4}){4}\b", done.text)
    [kept] = (tmp_path / "satu" / "masuk").glob("*.json")
    assert json.loads(kept.read_text())["jenis"] == MASUKAN


def test_a_body_that_does_not_ask_takes_none(tmp_path: Path) -> None:
    client = pages_of(tmp_path / "dua", *BADAN)
    csrf = re.search(r'name="csrf" value="([^"]+)"', client.get("/masukan").text)[1]
    for kode in (INSTANSI, "tidak_ada", ""):
        answer = client.post("/masukan", data={**ISIAN, "instansi": kode, "csrf": csrf})
        assert answer.status_code == 422
        assert "Pilih badan publik yang Anda tuju." in answer.text


# --- through the hallway


def test_it_becomes_a_kiriman_with_its_nomor_agenda_and_its_code_tells_where_it_stands(
    house: RealHouse,
) -> None:
    masuk = house.settings.home / "publik" / "masuk"
    kode = new_kode()
    antaran = Antaran(MASUKAN, kode, datetime.now(UTC), MENTERI, ISIAN)
    leave(masuk, antaran)
    Pickup(house).turn()
    leave(masuk, antaran)
    Pickup(house).turn()

    with house.ledger.read() as reading:
        [one] = reading.find(MasukanPublik)
        kiriman = reading.get(Kiriman, one.kiriman)
    assert (kiriman.jenis, kiriman.nomor_agenda) == (JENIS, one.nomor_agenda)
    assert one.nomor_agenda
    shown = house.settings.home / "publik" / "terbit" / "lacak" / f"{sidik(kode)}.json"
    told = read(shown.read_bytes())
    assert told
    assert (told.jenis, told.tenggat, told.nomor_agenda) == ("masukan", None, one.nomor_agenda)
    assert ISIAN["isi"] not in shown.read_text()


def test_its_code_shows_where_it_stands_and_no_term(house: RealHouse, tmp_path: Path) -> None:
    kode = new_kode()
    came = Masukan(kode, MENTERI, "", house.clock.now(), {**ISIAN, "nama": "Kenari Contoh"})
    one = masukan.register(house, came)
    kabar.tell(house, one.id)
    shown = house.settings.home / "publik" / "terbit" / "lacak" / f"{sidik(kode)}.json"
    client = pages_of(tmp_path / "publik", BADAN[0])
    board = tmp_path / "publik" / "terbit" / "lacak"
    board.mkdir()
    (board / shown.name).write_bytes(shown.read_bytes())

    page = client.get(f"/lacak/{kode}").text
    assert "Kabar masukan" in page
    assert "Diterima, dibahas pada evaluasi berikutnya" in page
    assert one.nomor_agenda in page
    assert "Dijawab tertulis" not in page
    assert "Kenari" not in page
    told = client.get(f"/lacak/{kode}/nomor").get_json()
    assert (told["siap"], told["agenda"], told["tenggat"]) == (True, one.nomor_agenda, "")


@pytest.mark.parametrize("odd", [{"isi": ""}, {"nik": "1" * 16}, {"tentang": "a" * 301}])
def test_what_no_form_of_ours_leaves_is_put_aside(house: RealHouse, odd: dict[str, str]) -> None:
    masuk = house.settings.home / "publik" / "masuk"
    leave(masuk, Antaran(MASUKAN, new_kode(), datetime.now(UTC), MENTERI, {**ISIAN, **odd}))
    Pickup(house).turn()
    assert house.loket.count_aside() == 1
    with house.ledger.read() as reading:
        assert reading.find(MasukanPublik) == []


def test_a_file_with_a_suggestion_is_put_aside(house: RealHouse) -> None:
    masuk = house.settings.home / "publik" / "masuk"
    file = attach(masuk, b"contoh", "contoh.txt")
    sent = Antaran(MASUKAN, new_kode(), datetime.now(UTC), MENTERI, ISIAN, (file,))
    assert b"lampiran" in write(sent)
    leave(masuk, sent)
    Pickup(house).turn()
    assert house.loket.count_aside() >= 1


def test_who_wrote_it_is_told_to_those_who_handle_it_and_to_no_search(house: RealHouse) -> None:
    one = suggested(house, nama="Kenari Contoh", kontak="kenari@contoh.id", isi="Jadwal kapal")
    work(house)
    tim, unit = somebody(house, "tim", "tim_sekretariat"), somebody(house, "unit", "unit")
    for who, sees in ((tim, True), (unit, False)):
        client = create_app(house).test_client()
        log_in(client, who.orang.nama_masuk)
        page = client.get(f"/kiriman/{one.kiriman}").text
        assert ("masukan.txt" in page) is sees
        assert "Kenari Contoh" not in page
        at = f"/kiriman/{one.kiriman}"
        assert at not in client.get("/cari?kata=kenari").text
        assert at in client.get("/cari?kata=kapal").text


# --- in the round


def test_a_round_shows_what_came_since_the_last_one(house: RealHouse) -> None:
    ppid = somebody(house, "ppid", "ppid")
    suggested(house, tentang="Lama contoh")
    first = a_round(house, masa="2026-1")
    suggested(house, tentang="Selama putaran contoh")
    closed(house, first)
    suggested(house, tentang="Baru contoh")
    second = a_round(house)

    seen = masukan_putaran.of_round(house, ppid, second.id, 10)
    assert seen is not None
    assert [x.isian.tentang for x in seen.masukan] == ["Baru contoh"]
    with pytest.raises(BukanLangkahMasukan):
        masukan_putaran.recap(house, ppid, a_round(house, "monev", "2027-1").id)


def test_a_person_marks_what_becomes_a_proposal_once(house: RealHouse) -> None:
    ppid = somebody(house, "ppid", "ppid")
    one, other = suggested(house), suggested(house, tentang="Lain contoh")
    berkas = a_round(house)
    with pytest.raises(MasukanTidakSah, match="Tulis judul"):
        masukan_putaran.propose(house, ppid, berkas.id, one.id, " ")
    with pytest.raises(TidakAda):
        masukan_putaran.propose(house, ppid, berkas.id, house.new_id(), "Contoh")
    for _ in range(2):
        done = masukan_putaran.propose(house, ppid, berkas.id, one.id, "Jadwal layanan")

    assert done.keadaan == DIUSULKAN
    with house.ledger.read() as reading:
        [butir] = reading.find(Butir, berkas=berkas.id)
        assert reading.get(MasukanPublik, other.id).butir == ""
    assert (butir.judul, butir.id) == ("Jadwal layanan", done.butir)
    for _ in range(2):
        masukan_putaran.recap(house, ppid, berkas.id)
    with house.ledger.read() as reading:
        [laid] = reading.find(Ada, berkas=berkas.id)
    assert (laid.keadaan, laid.catatan) == ("diterima", "2 masukan, 1 diusulkan")


def test_a_person_puts_a_suggestion_aside_with_a_reason_and_may_still_propose_it(
    house: RealHouse,
) -> None:
    ppid = somebody(house, "ppid", "ppid")
    spam, good, berkas = suggested(house, tentang="Iklan"), suggested(house), a_round(house)
    with pytest.raises(MasukanTidakSah, match="Tulis alasannya"):
        masukan_putaran.put_aside(house, ppid, berkas.id, spam.id, " ")
    done = masukan_putaran.propose(house, ppid, berkas.id, good.id, "Jadwal layanan")
    with pytest.raises(MasukanTidakSah, match="sudah diusulkan"):
        masukan_putaran.put_aside(house, ppid, berkas.id, good.id, "Contoh alasan")
    for _ in range(2):
        gone = masukan_putaran.put_aside(house, ppid, berkas.id, spam.id, "Bukan informasi publik")
    assert gone.keadaan == DISISIHKAN
    [line, _] = house.perkara.trail(berkas)[:2]
    assert line.perbuatan == "masukan_disisihkan"
    assert masukan_putaran.recap(house, ppid, berkas.id).catatan == (
        "2 masukan, 1 diusulkan, 1 disisihkan"
    )
    again = masukan_putaran.propose(house, ppid, berkas.id, spam.id, "Iklan layanan")
    assert again.keadaan == done.keadaan == DIUSULKAN


def test_no_crowd_of_suggestions_hides_what_came_later(house: RealHouse) -> None:
    ppid = somebody(house, "ppid", "ppid")
    every, berkas = [suggested(house, tentang=f"Contoh {n:02}") for n in range(23)], a_round(house)
    masukan_putaran.put_aside(house, ppid, berkas.id, every[0].id, "Berulang")
    masukan_putaran.propose(house, ppid, berkas.id, every[1].id, "Contoh")
    client = create_app(house).test_client()
    log_in(client, ppid.orang.nama_masuk)

    first = client.get(f"/berkas/{berkas.id}?kabar=masukan-disisihkan").text
    second = client.get(f"/berkas/{berkas.id}?halaman=2").text
    for page in (first, second):
        assert "23 masukan publik, 1 di antaranya diusulkan dan 1 disisihkan." in page
    assert "<dt>Contoh 02</dt>" in first
    assert "<dt>Contoh 00</dt>" not in first
    for name in ("Contoh 22", "Contoh 00", "Contoh 01"):
        assert f"<dt>{name}</dt>" in second
    assert "21 sampai 23 dari 23 masukan" in second
    assert f'href="/berkas/{berkas.id}?halaman=2#masukan-judul"' in first
    assert "<dt>Contoh 02</dt>" in client.get(f"/berkas/{berkas.id}?halaman=99999999").text


def test_a_round_without_any_is_told_as_such(house: RealHouse) -> None:
    ppid, berkas = somebody(house, "ppid", "ppid"), a_round(house)
    assert masukan_putaran.recap(house, ppid, berkas.id).catatan == "nihil"


def test_a_withheld_suggestion_is_not_there_for_who_may_not_see_it(house: RealHouse) -> None:
    ppid, pelaksana = somebody(house, "ppid", "ppid"), somebody(house, "unit", "unit", "petugas")
    one, berkas = suggested(house, tentang="Tertutup contoh"), a_round(house)
    with house.ledger.begin() as tx:
        came = tx.get(Kiriman, one.kiriman)
        tx.save(came, replace(came, rahasia=True))
        tx.note(Catatan(MENTERI, "mesin", "kiriman_dirahasiakan", house.clock.now(), came.id))
    many = [masukan_putaran.of_round(house, x, berkas.id, 10) for x in (ppid, pelaksana)]
    assert [(x.banyak, len(x.masukan)) for x in many if x] == [(1, 1), (0, 0)]
    masukan_putaran.put_aside(house, ppid, berkas.id, one.id, "Alasan kenarirahasia")
    client = create_app(house).test_client()
    log_in(client, pelaksana.orang.nama_masuk)
    page = client.get(f"/berkas/{berkas.id}")
    assert page.status_code == 200
    assert "kenarirahasia" not in page.text


def test_the_page_of_the_round_is_sound_and_works_by_its_buttons(house: RealHouse, win) -> None:
    ppid = somebody(house, "ppid", "ppid")
    suggested(house)
    suggested(house, tentang="Laporan contoh", isi="Laporan tahun 2025 belum ada.")
    berkas = a_round(house)
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, ppid.orang.nama_masuk)
        win.page.goto(f"{alamat}/berkas/{berkas.id}")
        assert "2 masukan publik" in win.page.inner_text("main")
        sound(win)
        win.page.locator("summary", has_text="Sisihkan: Laporan contoh").click()
        win.page.get_by_label("Alasan").last.fill("Sudah tersedia di situs.")
        sound(win)
        win.page.get_by_role("button", name="Sisihkan masukan").last.click()
        win.page.get_by_text("Masukan disisihkan; alasannya").wait_for()
        assert "Sudah tersedia di situs." in win.page.inner_text("main")
        win.page.locator("summary", has_text="Usulkan: Jadwal layanan contoh").click()
        win.page.get_by_role("button", name="Usulkan menjadi butir").first.click()
        win.page.get_by_text("Masukan menjadi butir usulan berkas ini.").wait_for()
        win.page.get_by_role("button", name="Catat rekap masukan publik").click()
        win.page.get_by_text("Rekap masukan publik tercatat").wait_for()
        assert "2 masukan, 1 diusulkan, 1 disisihkan" in win.page.inner_text("main")
        sound(win)
    win.quiet()
