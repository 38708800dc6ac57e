"""What waits for whom, on the first page and in the list behind it."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest

from bench.loket import asked
from service.acts.instansi import pilihan as instansi
from service.acts.orang import peran
from service.adapters.ledger.ledger import SqlLedger
from service.domain.catatan import Catatan
from service.domain.informasi.informasi import Informasi
from service.domain.kiriman import DIDAFTAR, KARANTINA, MENUNGGU_PETUGAS, Kiriman
from service.ports.kiriman import Jangkauan
from service.web.app import create_app
from tests.kantor import Kantor
from tests.office import INSTANSI, UNIT
from tests.web.rumah_web import officer, rumah_web
from tests.web.test_pintu import log_in


@pytest.fixture
def kantor(ledger: SqlLedger, tmp_path: Path) -> Kantor:
    """An empty office on SQLite, and again on PostgreSQL."""
    return Kantor(ledger, tmp_path)


def arrived(kantor: Kantor, nama: str, kode: str, unit: str, keadaan: str = MENUNGGU_PETUGAS):
    kantor.clock.go(minutes=1)
    one = Kiriman(kantor.new_id(), kode, unit, "folder", nama, keadaan, kantor.clock.at)
    with kantor.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(kode or "rumah", "mesin", "kiriman_diterima", kantor.clock.at, one.id))


def seen(kantor: Kantor, nama_masuk: str) -> tuple[str, str]:
    client = create_app(kantor).test_client()
    log_in(client, nama_masuk)
    return client.get("/").text, client.get("/kiriman?keadaan=menunggu_petugas").text


def test_each_sees_what_waits_in_their_own_unit_and_nobody_else_does(kantor):
    admin = kantor.opened("dinas_contoh", "badan_contoh")
    satu = kantor.person(admin, "satu")
    tugas = peran.Penugasan("dinas_contoh", "bidang_satu", "petugas")
    peran.give(kantor, admin, satu.id, tugas)
    kantor.person(admin, "semua", "tim_sekretariat")
    kantor.person(admin, "tetangga", "petugas", instansi="badan_contoh")
    arrived(kantor, "satu-contoh.pdf", "dinas_contoh", "bidang_satu")
    arrived(kantor, "dua-contoh.pdf", "dinas_contoh", "bidang_dua")
    arrived(kantor, "selesai-contoh.pdf", "dinas_contoh", "bidang_satu", DIDAFTAR)

    for page in seen(kantor, "satu"):
        assert "satu-contoh.pdf" in page
        assert "dua-contoh.pdf" not in page
        assert "selesai-contoh.pdf" not in page
    first, listed = seen(kantor, "semua")
    assert first.index("satu-contoh.pdf") < first.index("dua-contoh.pdf")  # the oldest waits most
    assert listed.index("dua-contoh.pdf") < listed.index("satu-contoh.pdf")  # the newest on top
    for page in seen(kantor, "tetangga"):
        assert "contoh.pdf" not in page
    assert "contoh.pdf" not in seen(kantor, "admin.contoh")[0]


def test_a_file_in_no_known_folder_waits_for_somebody_who_can_place_it(kantor):
    admin = kantor.opened("dinas_contoh")
    kantor.person(admin, "satu", "petugas")
    arrived(kantor, "tersesat-contoh.pdf", "", "")
    assert "tersesat-contoh.pdf" in seen(kantor, "satu")[0]

    instansi.set_up(kantor, admin, "badan_contoh")

    assert "tersesat-contoh.pdf" not in seen(kantor, "satu")[0]
    assert "tersesat-contoh.pdf" in seen(kantor, "admin.contoh")[1]


def test_a_long_row_of_kiriman_is_counted_whole_and_shown_in_parts(kantor):
    admin = kantor.opened("dinas_contoh")
    kantor.person(admin, "satu", "petugas")
    for n in range(60):
        arrived(kantor, f"contoh-{n:02}.pdf", "dinas_contoh", "bidang_satu")

    first, listed = seen(kantor, "satu")

    assert "Menunggu Anda (60)" in first
    assert first.count("contoh-0") == 10
    assert "60 kiriman, yang terbaru di atas." in listed
    assert "contoh-59.pdf" in listed
    assert "contoh-09.pdf" not in listed
    assert kantor.kiriman.waiting([], 0, 10) == (0, [])
    assert (
        kantor.kiriman.waiting([Jangkauan("dinas_contoh", "", False)], 50, 50)[1][-1].nama
        == "contoh-59.pdf"
    )


def test_days_are_told_on_the_clock_of_the_person_own_instansi(kantor):
    admin = kantor.opened("badan_contoh")
    kantor.person(admin, "satu", "petugas", instansi="badan_contoh")
    kantor.clock.at += timedelta(hours=14, minutes=30)  # half past midnight in Papua

    assert "Minggu, 22 November 2026" in seen(kantor, "satu")[0]
    assert "Minggu, 22 November 2026" in seen(kantor, "admin.contoh")[0]


def test_the_fortnight_ahead_says_whose_it_is_to_whoever_serves_two(kantor):
    admin = kantor.opened("dinas_contoh", "badan_contoh")
    satu = kantor.person(admin, "satu", "petugas")
    assert ">Tenggat 14 hari ke depan<" in seen(kantor, "satu")[0]
    peran.give(kantor, admin, satu.id, peran.Penugasan("badan_contoh", "", "petugas"))

    page = seen(kantor, "satu")[0]

    assert ">Tenggat 14 hari ke depan, Badan Contoh<" in page
    assert page.count("<time datetime=") >= 14
    assert "Tenggat 14 hari" not in seen(kantor, "admin.contoh")[0]


def test_the_first_page_tells_which_answers_are_due_and_what_needs_a_person(tmp_path):
    with rumah_web(tmp_path) as house:
        asked(house, INSTANSI)
        with house.ledger.begin() as tx:
            held = Kiriman(
                house.new_id(), INSTANSI, UNIT, "folder", "x", KARANTINA, house.clock.now()
            )
            tx.add(held)
            tx.note(Catatan(INSTANSI, "mesin", "kiriman_diterima", held.diterima, held.id))
        page = officer(house, "petugas", "petugas").client.get("/").text
        lain = officer(house, "lain", "tim_pertimbangan").client.get("/").text

    assert "Menunggu Anda (2)" in page
    assert "Jawab permohonan 1/REG-PPID/" in page
    assert "Tanggapi keberatan 1/KEB-PPID/" in page
    assert "hari kerja (" in page
    assert "1 kiriman perlu tindakan" in page
    assert "3 kiriman masuk hari ini" in page
    assert "Jawab permohonan" not in lain, "it is not theirs to answer"


def test_lines_sent_back_for_mending_stand_on_the_first_page_of_their_unit_alone(tmp_path):
    with rumah_web(tmp_path) as house:
        back = [
            Informasi(house.new_id(), INSTANSI, f"DIP-{n:06}", unit=UNIT, dikembalikan=n < 2)
            for n in range(3)
        ]
        with house.ledger.begin() as tx:
            for one in back:
                tx.add(one)
            tx.note(Catatan(INSTANSI, "mesin", "informasi_dikembalikan", house.clock.now()))
        unit = officer(house, "unit", "unit", unit=UNIT)
        page = unit.client.get("/").text
        lain = officer(house, "lain", "unit", unit="biro_umum").client.get("/").text
        pusat = officer(house, "pusat", "tim_sekretariat").client.get("/").text
        way = re.search(r'href="(/informasi\?[^"]+)"', page)
        assert way
        listed = unit.client.get(unescape(way[1])).text

    assert "Perbaiki 2 baris daftar informasi" in page
    assert "baris daftar informasi" not in lain + pusat
    assert [f"/informasi/{one.id}" in listed for one in back] == [True, True, False]
