"""What is provisional stands on one page, and is made final or let go from there."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.acts.instansi import pilihan as instansi
from service.acts.instansi.packs import agency
from service.acts.naskah import nomor_sementara
from service.acts.nomor import ambil
from service.acts.nomor import sisip as nomor_sisip
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.naskah import KONSEP, Naskah
from service.domain.nomor import BATAL, FINAL, SEMENTARA, Nomor
from service.domain.seri import Perkara
from service.domain.wewenang import WAJIB, Hadir
from tests.kantor import PAGI, Kantor
from tests.web.browser import served
from tests.web.test_instansi_web import said
from tests.web.test_pintu import csrf, log_in
from tests.web.test_real_pages import SANDI, sound

KODE = "dinas_contoh"
TUNGGU, BUKU = "/nomor/sementara", "/nomor/dinas_contoh/sk/2026"
SERI = '\n[seri.sk]\nnama = "Keputusan contoh"\npola = "{NOMOR} TAHUN {TAHUN}"\n'
JENIS = "sk_penetapan_dip"


@pytest.fixture
def petugas(kantor: Kantor) -> Hadir:
    kantor.ledger.clock = kantor.clock
    packs = kantor.home / "paket"
    file = packs / KODE / "instansi.toml"
    file.write_text(file.read_text() + SERI)
    source = Path("templates_docx/umum/naskah")
    shutil.copytree(source, packs / "umum" / "naskah", copy_function=shutil.copyfile)
    admin = kantor.opened()
    kantor.person(admin, "contoh.unit", "unit")
    kantor.person(admin, "contoh.dua", "tim_sekretariat")
    instansi.choose(kantor, admin, KODE, 1, WAJIB)
    return kantor.hadir(
        kantor.person(admin, "contoh.tata", "tim_sekretariat", "pengelola_arsip").id
    )


@pytest.fixture
def tata(app: Flask, petugas: Hadir) -> FlaskClient:
    client = app.test_client()
    log_in(client, "contoh.tata")
    return client


def konsep(kantor: Kantor, oleh: Hadir, n: int = 1, *, rahasia: bool = False) -> Nomor:
    """A konsep with its provisional number."""
    now = kantor.clock.now()
    with kantor.ledger.begin() as tx:
        kiriman = Kiriman(f"k{n}", KODE, "bidang_satu", "folder", "surat.pdf", DIDAFTAR, now)
        tx.add(kiriman if not rahasia else _secret(kiriman))
        judul = f"Penetapan daftar contoh {n}"
        tx.add(Berkas(f"b{n}", KODE, "bidang_satu", judul, f"k{n}", BERJALAN, now))
        tx.add(Naskah(f"n{n}", f"b{n}", KODE, JENIS, KONSEP, now))
        tx.note(Catatan(KODE, MESIN, "naskah_diisi", now, f"n{n}"))
    return nomor_sementara.provisional(kantor, oleh, f"n{n}")


def _secret(one: Kiriman) -> Kiriman:
    return Kiriman(
        one.id, one.instansi, one.unit, one.pintu, one.nama, one.keadaan, PAGI, rahasia=True
    )


def approved(kantor: Kantor, untuk: str, on: date) -> Nomor:
    """What an approval takes."""
    with kantor.ledger.begin() as tx:
        minta = ambil.Minta("sk", untuk, on, Perkara("bidang_satu", "atasan_ppid"))
        return ambil.take(kantor, tx, agency(kantor.packs, KODE), minta)


def now_is(kantor: Kantor, one: Nomor) -> Nomor:
    with kantor.ledger.read() as look:
        return look.get(Nomor, one.id)


def decide(client: FlaskClient, one: Nomor, perbuatan: str, **sent: str):
    path = f"{BUKU}/n/{one.id.rsplit('/', 1)[1]}"
    data = {"csrf": csrf(client.get(path)), "versi": str(one.versi), **sent}
    return client.post(f"{path}/{perbuatan}", data=data)


def test_nothing_provisional_is_said_kindly_with_a_way_on(tata):
    page = tata.get(TUNGGU)

    assert "Tidak ada nomor sementara" in said(page)
    assert "Nomor sementara (0)" in said(tata.get("/nomor"))
    assert f'href="/nomor?instansi={KODE}"' in page.text


def test_each_provisional_number_stands_there_with_what_it_is_for(tata, kantor, petugas):
    konsep(kantor, petugas)
    final = approved(kantor, "surat1", date(2026, 11, 21))
    kantor.clock.go(days=1)
    asked = nomor_sisip.Sisip("sisip1", "sk", date(2026, 11, 21), "Susulan contoh")
    nomor_sisip.insert(kantor, petugas, KODE, asked, "Terlewat dicatat kemarin")
    log_in(tata, "contoh.tata")  # a day later

    page = said(tata.get(TUNGGU))

    for words in (
        "1 TAHUN 2026",
        "Penetapan daftar contoh 1",
        "21 Desember 2026",
        "Sementara, untuk konsep",
        "2.a TAHUN 2026",
        "Susulan contoh",
        "Menunggu persetujuan",
    ):
        assert words in page
    assert f">{final.nomor}<" not in page
    assert "Nomor sementara (2)" in said(tata.get("/nomor"))


def test_a_provisional_number_is_made_final_with_its_date_and_the_approval_keeps_it(
    tata, kantor, petugas
):
    held = konsep(kantor, petugas)

    done = decide(tata, held, "tetap", tanggal="2026-11-20")

    assert done.status_code == 303
    assert "tidak lagi sementara" in said(tata.get(done.location))
    after = now_is(kantor, held)
    assert (after.keadaan, after.tanggal) == (FINAL, date(2026, 11, 20))
    assert "Tidak ada nomor sementara" in said(tata.get(TUNGGU))
    assert approved(kantor, "n1", date(2026, 11, 21)).id == held.id
    again = decide(tata, after, "tetap", tanggal="2026-11-20")
    assert again.status_code == 409
    assert "tidak lagi sementara" in said(again)


@pytest.mark.parametrize(
    ("tanggal", "kata"),
    [
        ("", "Isi tanggal surat."),
        ("2026-02-30", "belum berupa tanggal"),
        ("2026-11-22", "belum tiba"),
        ("2025-12-31", "di luar masa buku"),
        ("2026-11-10", "harus paling awal 15-11-2026"),
    ],
)
def test_a_date_that_cannot_be_is_said_and_the_number_stays_provisional(
    tata, kantor, petugas, tanggal, kata
):
    approved(kantor, "surat1", date(2026, 11, 15))
    held = konsep(kantor, petugas)

    answer = decide(tata, held, "tetap", tanggal=tanggal)

    assert answer.status_code == 422
    assert kata in said(answer)
    assert now_is(kantor, held).keadaan == SEMENTARA


def test_it_is_let_go_by_another_with_a_reason_and_the_konsep_may_take_a_new_one(
    app, kantor, petugas
):
    held = konsep(kantor, petugas)
    other = app.test_client()
    log_in(other, "contoh.dua")

    assert decide(other, held, "batal", alasan="").status_code == 422
    assert decide(other, held, "batal", alasan="Konsep tidak jadi").status_code == 303

    assert now_is(kantor, held).keadaan == BATAL
    assert "Tidak ada nomor sementara" in said(other.get(TUNGGU))
    assert nomor_sementara.provisional(kantor, petugas, "n1").urut == 2
    late = decide(other, now_is(kantor, held), "tetap", tanggal="2026-11-20")
    assert late.status_code == 409
    assert "sudah batal" in said(late)


def test_who_may_only_look_sees_the_page_and_settles_nothing(app, kantor, petugas):
    held = konsep(kantor, petugas)
    unit = app.test_client()
    log_in(unit, "contoh.unit")

    page = said(unit.get(TUNGGU))

    assert "1 TAHUN 2026" in page
    assert "Buka nomornya untuk menetapkan" not in page
    assert decide(unit, held, "tetap", tanggal="2026-11-20").status_code == 403
    assert now_is(kantor, held).keadaan == SEMENTARA


def test_the_matter_of_a_withheld_letter_is_told_only_to_those_who_may_see_it(
    app, tata, kantor, petugas
):
    held = konsep(kantor, petugas, rahasia=True)
    unit = app.test_client()
    log_in(unit, "contoh.unit")

    for path in (TUNGGU, f"{BUKU}/n/{held.urut}"):
        assert "Penetapan daftar contoh" in said(tata.get(path)), path
        assert "Penetapan daftar contoh" not in said(unit.get(path)), path


@pytest.mark.parametrize("sisa", ["?halaman=9", "?halaman=x", "?instansi=tiada", "?instansi=../x"])
def test_an_address_that_asks_for_nothing_there_is_still_answered(tata, kantor, petugas, sisa):
    konsep(kantor, petugas)

    assert tata.get(f"{TUNGGU}{sisa}").status_code == 200


def test_the_pages_are_sound_wide_and_narrow_and_work_by_hand(app, kantor, petugas, win):
    with served(app) as alamat:
        page = win.page
        page.goto(f"{alamat}/masuk")
        page.get_by_label("Nama masuk").fill("contoh.tata")
        page.get_by_label("Sandi", exact=True).fill(SANDI)
        page.get_by_role("button", name="Masuk", exact=True).click()
        page.wait_for_url(f"{alamat}/")
        page.goto(alamat + TUNGGU)
        sound(win)
        held = konsep(kantor, petugas)
        page.goto(f"{alamat}/nomor")
        page.get_by_role("link", name="Nomor sementara (1)").click()
        sound(win)
        page.get_by_role("link", name=held.nomor).click()
        sound(win)
        page.get_by_label("Tanggal surat").fill("2026-11-20")
        page.get_by_role("button", name="Tetapkan nomor ini").click()
        page.wait_for_url("**kabar=nomor-tetap")
        assert now_is(kantor, held).keadaan == FINAL
