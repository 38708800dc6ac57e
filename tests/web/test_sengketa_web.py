"""Disputes at the pages: written down about an objection, walked, ruled; the test that follows."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from service.acts.kiriman.rahasia import closed
from service.acts.register import (
    jawaban,
    keberatan,
    permohonan,
    sengketa,
    sengketa_betul,
    sengketa_putusan,
)
from service.acts.register.jawaban import Jawab
from service.acts.register.permohonan import Masukan
from service.acts.register.sengketa import Catat, SengketaTidakSah
from service.acts.register.sengketa_putusan import Perintah
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.catatan import Catatan
from service.domain.keberatan import Keberatan, SuratTanggapan, Tanggapan
from service.domain.kiriman import Kiriman
from service.domain.refusals import Overtaken
from service.domain.sengketa import (
    MEDIASI,
    PUTUSAN,
    Putusan,
    Sengketa,
    SuratSengketa,
)
from service.domain.sengketa_putusan import PutusanTidakSah
from service.domain.tanggal import hari_tanggal
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.web.app import create_app
from tests.kantor import Jam
from tests.loket import ISIAN, KEBERATAN_ISIAN, new_kode
from tests.office import INSTANSI, UNIT, arrive_letter, person, work
from tests.web.browser import served, sound
from tests.web.rumah_web import (
    Orang,
    come_in,
    jam,
    officer,
    on_the_clock,
    rumah_web,
    with_password,
)

SENIN = datetime(2026, 6, 8, 2, 0, tzinfo=UTC)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


@pytest.fixture
def june(house: RealHouse) -> RealHouse:
    """The same office on a Monday in June, with a clock that obeys."""
    return on_the_clock(house, Jam(SENIN))


def objected(house: RealHouse) -> Keberatan:
    came = Masukan(new_kode(), INSTANSI, UNIT, house.clock.now(), KEBERATAN_ISIAN, jalan="surat")
    return keberatan.register(house, came)


def local_day(house: RealHouse) -> date:
    return (house.clock.now() + timedelta(hours=7)).date()


def answered(house: RealHouse, atasan: Hadir, one: Keberatan) -> None:
    said = Tanggapan("Ditolak.", local_day(house).isoformat(), "Contoh Atasan", "Atasan PPID")
    jawaban.respond(house, atasan, one.id, one.versi, Jawab(said, SuratTanggapan("ditolak")))


def disputed(house: RealHouse, oleh: Hadir, one: Keberatan, nomor: str = "1/KI/2026") -> Sengketa:
    asked = Catat(house.new_id(), one.id, "Komisi Informasi Contoh", nomor, local_day(house))
    return sengketa.record(house, oleh, asked)


def does(who: Orang, one: Sengketa, apa: str, **more: object):
    at = f"/sengketa/{one.id}"
    versi = re.search(r'name="versi" value="(\d+)"', who.client.get(at).text)
    sent = {"csrf": who.csrf, "versi": versi[1] if versi else "0", "tanda": "tanda-contoh", **more}
    return who.client.post(f"{at}/{apa}", data=sent, content_type="multipart/form-data")


def kept(house: RealHouse, one: Sengketa) -> Sengketa:
    with house.ledger.read() as reading:
        return reading.get(Sengketa, one.id)


PUTUS = {
    "nomor": "7/PTSN-CONTOH/2026",
    "dari": "ajudikasi",
    "amar": "Memerintahkan pengujian konsekuensi atas laporan contoh.",
    "sop": "uji_konsekuensi",
    "butir": "Laporan contoh tahun 2025\n\n Nota contoh ",
}


def test_a_dispute_has_its_terms_from_the_day_of_the_answer(june: RealHouse) -> None:
    atasan = person(june, "atasan", "atasan_ppid")
    about = objected(june)
    answered(june, atasan, about)
    one = disputed(june, atasan, about)

    assert one.batas == date(2026, 6, 29)  # the 16th of June is a holiday
    assert not one.lewat
    jam(june).at = datetime(2026, 6, 30, 2, 0, tzinfo=UTC)
    other = objected(june)
    jam(june).at = SENIN
    assert one.batas_mulai == date(2026, 6, 29)
    with pytest.raises(SengketaTidakSah, match="di antara tanggal keberatan"):
        disputed(june, atasan, other)


def test_what_is_filed_too_late_is_kept_with_a_flag(june: RealHouse) -> None:
    atasan = person(june, "atasan", "atasan_ppid")
    about = objected(june)
    answered(june, atasan, about)
    jam(june).at = datetime(2026, 7, 1, 2, 0, tzinfo=UTC)

    assert disputed(june, atasan, about).lewat


def test_the_same_form_twice_is_one_dispute_and_a_second_is_refused(june: RealHouse) -> None:
    ppid, about = person(june, "ppid", "ppid"), objected(june)
    asked = Catat("sengketa-contoh-satu", about.id, "Komisi Contoh", "1/KI", local_day(june))

    first = sengketa.record(june, ppid, asked)
    assert sengketa.record(june, ppid, asked) == first
    with pytest.raises(SengketaTidakSah, match="sudah disengketakan dengan nomor 1/KI"):
        disputed(june, ppid, about, "2/KI")


def test_a_ruling_opens_the_test_it_orders_once_and_both_know_each_other(
    house: RealHouse,
) -> None:
    fasilitator = officer(house, "sengketa", "fasilitasi_sengketa", "tim_sekretariat")
    about = objected(house)
    one = disputed(house, fasilitator.hadir, about)
    on = local_day(house).isoformat()
    told = {**PUTUS, "akibat": "uji_ulang", "tanggal": on}

    bare = does(fasilitator, one, "putusan", **{**told, "butir": " \n"})
    assert "Tulis informasi yang diperintahkan diuji" in bare.text
    early = does(fasilitator, one, "putusan", **{**told, "tanggal": "2020-01-01"})
    assert "Tanggal putusan harus di antara" in early.text
    scan = {"file": (io.BytesIO(b"Contoh putusan"), "putusan.txt")}
    assert does(fasilitator, one, "putusan", **told, **scan).status_code == 303
    for _ in range(2):
        assert does(fasilitator, one, "putusan", **told).status_code == 303

    after = kept(house, one)
    assert (after.tahap, after.putusan.akibat) == (PUTUSAN, "uji_ulang")
    with house.ledger.read() as reading:
        [berkas] = reading.find(Berkas)
        butir = sorted(reading.find(Butir, berkas=berkas.id), key=lambda x: x.urut)
        assert len(reading.find(Kiriman)) == 2
    assert after.berkas == berkas.id
    assert [x.judul for x in butir] == ["Laporan contoh tahun 2025", "Nota contoh"]
    assert {x.uji.pemicu for x in butir} == {"sengketa"}
    assert {x.uji.rujukan for x in butir} == {"Sengketa 1/KI/2026, putusan 7/PTSN-CONTOH/2026"}
    assert f'href="/berkas/{berkas.id}"' in fasilitator.client.get(f"/sengketa/{one.id}").text
    assert f'href="/sengketa/{one.id}"' in fasilitator.client.get(f"/berkas/{berkas.id}").text
    other = does(fasilitator, one, "putusan", **{**told, "nomor": "8/LAIN"})
    assert "sudah diputus dengan putusan 7/PTSN-CONTOH/2026" in other.text


def ordered(house: RealHouse) -> tuple[Putusan, Perintah]:
    on = local_day(house).isoformat()
    said = Putusan("9/PTSN-CONTOH/2026", on, "Menguji ulang laporan contoh.", "uji_ulang")
    return said, Perintah("uji_konsekuensi", ("Laporan contoh",))


def test_two_who_record_the_ruling_at_once_open_one_test(house: RealHouse) -> None:
    atasan, ppid = person(house, "atasan", "atasan_ppid"), person(house, "ppid", "ppid")
    one = disputed(house, atasan, objected(house))
    gate = threading.Barrier(2)

    def record(who: Hadir) -> str:
        gate.wait()
        try:
            return sengketa_putusan.rule(house, who, one.id, 1, *ordered(house)).berkas
        except Overtaken:
            return "kalah"

    with ThreadPoolExecutor(2) as pool:
        told = set(pool.map(record, (atasan, ppid)))
    with house.ledger.read() as reading:
        [berkas] = reading.find(Berkas)
        assert len(reading.find(Butir)) == 1
    assert told <= {berkas.id, "kalah"}
    assert kept(house, one).berkas == berkas.id


def test_an_objection_that_is_withheld_later_takes_dispute_and_test_with_it(
    house: RealHouse,
) -> None:
    atasan, unit = person(house, "atasan", "atasan_ppid"), officer(house, "unit", "unit")
    about = objected(house)
    one = disputed(house, atasan, about)
    ruled = sengketa_putusan.rule(house, atasan, one.id, 1, *ordered(house))
    assert unit.client.get(f"/berkas/{ruled.berkas}").status_code == 200
    with house.ledger.begin() as tx:
        came = tx.get(Kiriman, about.kiriman)
        tx.save(came, closed(house, tx, came, "mesin"))
        tx.note(_line(house, came))

    for way in (f"/berkas/{ruled.berkas}", f"/sengketa/{one.id}", f"/keberatan/{about.id}"):
        assert unit.client.get(way).status_code == 404
    assert "1/KI/2026" not in unit.client.get("/sengketa?tahap=semua").text
    assert "9/PTSN" not in unit.client.get("/berkas?tampil=berjalan").text


def test_an_order_that_cannot_be_carried_out_keeps_nothing(house: RealHouse) -> None:
    atasan = person(house, "atasan", "atasan_ppid")
    one = disputed(house, atasan, objected(house))
    said, perintah = ordered(house)
    with pytest.raises(PutusanTidakSah, match="Pilih SOP"):
        sengketa_putusan.rule(house, atasan, one.id, 1, said, replace(perintah, sop="rapat"))
    many = tuple(f"Contoh {n}" for n in range(51))
    with pytest.raises(PutusanTidakSah, match="Paling banyak 50"):
        sengketa_putusan.rule(house, atasan, one.id, 1, said, replace(perintah, butir=many))
    assert kept(house, one) == one


def test_a_request_leads_to_its_objection_and_that_to_its_dispute(house: RealHouse) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    came = Masukan(new_kode(), INSTANSI, UNIT, house.clock.now(), ISIAN, jalan="surat")
    asked = permohonan.register(house, came)
    isian = {**KEBERATAN_ISIAN, "nomor_permohonan": asked.nomor_daftar, "alasan": "a"}
    came = Masukan(new_kode(), INSTANSI, UNIT, house.clock.now(), isian, jalan="surat")
    about = keberatan.register(house, came)
    one = disputed(house, atasan.hadir, about)

    assert one.permohonan == asked.id
    ways = {
        f"/permohonan/{asked.id}": f"/keberatan/{about.id}",
        f"/keberatan/{about.id}": f"/sengketa/{one.id}",
        f"/sengketa/{one.id}": f"/permohonan/{asked.id}",
    }
    for page, goal in ways.items():
        assert f'href="{goal}"' in atasan.client.get(page).text
    assert "Catat sengketa</a>" not in atasan.client.get(f"/keberatan/{about.id}").text


def test_a_ruling_that_orders_no_test_opens_nothing(house: RealHouse) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    one = disputed(house, atasan.hadir, objected(house))
    told = {**PUTUS, "akibat": "membuka", "tanggal": local_day(house).isoformat(), "butir": ""}

    assert does(atasan, one, "putusan", **told).status_code == 303
    assert "Informasi diperintahkan dibuka" in atasan.client.get(f"/sengketa/{one.id}").text
    with house.ledger.read() as reading:
        assert reading.find(Berkas) == []
    assert does(atasan, one, "tahap", tahap="selesai").status_code == 303
    assert does(atasan, one, "tahap", tahap="selesai").status_code == 404


def test_the_term_of_a_ruling_counts_from_the_day_it_was_in_hand_once_that_is_known(
    june: RealHouse,
) -> None:
    one = disputed(june, person(june, "ppid", "ppid"), objected(june))
    jam(june).at = datetime(2026, 6, 12, 2, 0, tzinfo=UTC)
    atasan = officer(june, "atasan", "atasan_ppid")
    told = {**PUTUS, "akibat": "membuka", "tanggal": "2026-06-10", "butir": ""}
    early = does(atasan, one, "putusan", **told, diterima="2026-06-09")
    assert "Tanggal putusan diterima harus di antara" in early.text
    assert 'value="2026-06-10"' in early.text, "what was typed is still there"
    assert does(atasan, one, "putusan", **told, diterima="").status_code == 303

    page = atasan.client.get(f"/sengketa/{one.id}").text
    assert "Rabu, 1 Juli 2026" in page  # the 16th of June is a holiday
    assert "sejak tanggal putusan Rabu, 10 Juni 2026; tanggal diterimanya belum dicatat" in page
    assert "UU 14 Tahun 2008 Pasal 48 ayat (1)" in page
    assert "tanpa itu putusan menjadi tetap" in page
    assert "1/KI/2026" in atasan.client.get("/sengketa").text
    late = does(atasan, one, "diterima", diterima="2026-06-13")
    assert "Tanggal putusan diterima harus di antara" in late.text
    for _ in range(2):
        assert does(atasan, one, "diterima", diterima="2026-06-12").status_code == 303
    after = kept(june, one)
    assert (after.putusan.diterima, after.batas_putusan) == ("2026-06-12", date(2026, 7, 3))
    page = atasan.client.get(f"/sengketa/{one.id}").text
    assert "sejak putusan diterima Jumat, 12 Juni 2026" in page
    assert page.count("Mencatat tanggal putusan diterima") == 1
    assert does(atasan, one, "diterima", versi="1", diterima="").status_code == 409
    assert does(atasan, one, "tahap", tahap="selesai").status_code == 303
    assert does(atasan, one, "diterima", diterima="").status_code == 404
    with pytest.raises(PutusanTidakSah, match="pada tahap selesai"):
        sengketa_betul.received(june, atasan.hadir, one.id, 1, None)


def test_a_ruling_for_the_office_waits_for_nobody_once_the_applicant_s_day_is_over(
    june: RealHouse,
) -> None:
    atasan = person(june, "atasan", "atasan_ppid")
    one = disputed(june, atasan, objected(june))
    said = Putusan("8/PTSN-CONTOH/2026", "2026-06-08", "Menolak contoh.", "menolak")
    sengketa_putusan.rule(june, atasan, one.id, 1, said, Perintah())
    seen = []
    for day in (29, 30):
        jam(june).at = datetime(2026, 6, day, 2, 0, tzinfo=UTC)
        tim = officer(june, f"tim{day}", "tim_sekretariat")
        seen.append("jatuh tempo hari ini" in tim.client.get("/sengketa").text)
    assert seen == [True, False]
    assert "lewat 1 hari kerja" not in tim.client.get("/sengketa").text


def test_stages_go_on_and_never_back_and_taking_back_is_explained(house: RealHouse) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    one = disputed(house, atasan.hadir, objected(house))

    assert does(atasan, one, "tahap", tahap="mediasi", pada="").status_code == 303
    after = kept(house, one)
    assert (after.tahap, after.mulai) == (MEDIASI, local_day(house))
    assert does(atasan, one, "tahap", tahap="diajukan").status_code == 422
    bare = does(atasan, one, "tahap", tahap="dicabut", alasan="")
    assert "Tulis bagaimana sengketa dicabut" in bare.text
    stale = does(atasan, one, "tahap", tahap="ajudikasi", versi="1")
    assert stale.status_code == 409
    done = does(atasan, one, "tahap", tahap="dicabut", alasan="Surat pencabutan contoh")
    assert done.status_code == 303
    assert disputed(house, atasan.hadir, objected(house), "2/KI").nomor == "2/KI"


def test_a_summons_is_joined_by_its_number_once_and_let_go_of_with_a_reason(
    house: RealHouse, tmp_path: Path
) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    one = disputed(house, atasan.hadir, objected(house))
    letter = arrive_letter(house, tmp_path)
    work(house)
    with house.ledger.read() as reading:
        nomor = reading.get(Kiriman, letter.id).nomor_agenda
    acara = local_day(house) + timedelta(days=9)
    told = {"hal": "panggilan", "acara": acara.isoformat()}

    missing = does(atasan, one, "surat", nomor="999/X", **told)
    assert "Tidak ada kiriman dengan nomor agenda itu" in missing.text
    for far in (acara.replace(year=acara.year + 200), local_day(house) - timedelta(days=1)):
        mistyped = does(atasan, one, "surat", nomor=nomor, hal="panggilan", acara=far.isoformat())
        assert "Tidak ada yang ditautkan; periksa tanggalnya" in mistyped.text
    for _ in range(2):
        assert does(atasan, one, "surat", nomor=nomor, **told).status_code == 303
    page = atasan.client.get(f"/sengketa/{one.id}").text
    assert f'href="/kiriman/{letter.id}"' in page
    assert hari_tanggal(acara) in page
    assert f'href="/sengketa/{one.id}"' in atasan.client.get(f"/kiriman/{letter.id}").text
    with house.ledger.read() as reading:
        [surat] = reading.find(SuratSengketa)
    assert does(atasan, one, "lepas", surat=surat.id, alasan="").status_code == 422
    assert does(atasan, one, "lepas", surat=surat.id, alasan="Salah surat").status_code == 303
    assert "Belum ada surat yang ditautkan" in atasan.client.get(f"/sengketa/{one.id}").text
    assert does(atasan, one, "surat", nomor=nomor, **told).status_code == 303


def test_only_its_people_write_and_who_sees_no_objection_sees_no_dispute(
    house: RealHouse,
) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    unit = officer(house, "lain", "unit", unit="biro_umum")
    tim = officer(house, "tim", "tim_sekretariat")
    about = objected(house)
    one = disputed(house, atasan.hadir, about)

    assert "1/KI/2026" in tim.client.get("/sengketa").text
    assert "Catat putusan" not in tim.client.get(f"/sengketa/{one.id}").text
    assert does(tim, one, "tahap", tahap="mediasi").status_code == 403
    assert tim.client.get(f"/keberatan/{about.id}/sengketa").status_code == 403
    with house.ledger.begin() as tx:
        came = tx.get(Kiriman, about.kiriman)
        tx.save(came, replace(came, rahasia=True, unit=UNIT))
        tx.note(_line(house, came))
    assert "1/KI/2026" not in unit.client.get("/sengketa?tahap=semua").text
    assert unit.client.get(f"/sengketa/{one.id}").status_code == 404


def _line(house: RealHouse, came: Kiriman):
    return Catatan(came.instansi, "mesin", "kiriman_dirahasiakan", house.clock.now(), came.id)


def test_the_pages_of_disputes_are_sound(house: RealHouse, win, tmp_path: Path) -> None:
    atasan = with_password(house, "atasan", "atasan_ppid")
    about = objected(house)
    answered(house, atasan, about)
    one = disputed(house, atasan, about)
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, atasan.orang.nama_masuk)
        ways = ("/sengketa", f"/sengketa/{one.id}", f"/keberatan/{about.id}")
        more = (f"/keberatan/{about.id}/sengketa", f"/keberatan/{about.id}/tanggapan")
        for way in (*ways, *more):
            win.page.goto(alamat + way)
            sound(win)
    win.quiet()
