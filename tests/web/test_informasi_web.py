"""Pieces of information at the pages: proposed, written in, verified, withdrawn, imported."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import event
from werkzeug.test import TestResponse

from service.acts.informasi import usul
from service.acts.informasi.usul import Usulan
from service.domain.catatan import MESIN, Catatan
from service.domain.dip import LAJUR
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import from_bits, spoken
from service.domain.informasi.unsur import Unsur
from service.house import RealHouse
from tests.domain.informasi.contoh import UTUH, excluded
from tests.office import INSTANSI, UNIT, work
from tests.web.rumah_web import Orang, officer

SEBAB = "Sebab contoh yang cukup panjang"
RAHASIA = "Kata kenari dalam yang dikecualikan"


@pytest.fixture
def unit(house: RealHouse) -> Orang:
    return officer(house, "unit", "unit", unit=UNIT)


@pytest.fixture
def sekretaris(house: RealHouse) -> Orang:
    return officer(house, "sekretaris", "tim_sekretariat")


def sent(who: Orang, at: str, **told: object) -> TestResponse:
    return who.client.post(at, data={"csrf": who.csrf, **told})


def proposed(house: RealHouse, who: Orang, n: int = 1, unsur: Unsur = UTUH.unsur) -> Informasi:
    words = replace(unsur, ringkasan=f"{unsur.ringkasan} bagian {n}")
    asked = Usulan(house.new_id(), INSTANSI, UNIT, "berkala", "biasa", words, UTUH.pelengkap)
    return usul.propose(house, who.hadir, asked)


def now(house: RealHouse, one: Informasi) -> Informasi:
    with house.ledger.read() as reading:
        return reading.get(Informasi, one.id)


def withheld(house: RealHouse) -> Informasi:
    kode = from_bits(b"kode contoh lain")
    words = replace(UTUH.unsur, ringkasan=RAHASIA)
    one = replace(
        excluded(), id=house.new_id(), instansi=INSTANSI, unit=UNIT, kode=kode, unsur=words
    )
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(INSTANSI, MESIN, "informasi_diusulkan", house.clock.now(), one.id))
    return one


ISIAN = {
    "unit": f"{INSTANSI}/{UNIT}",
    "kategori": "setiap_saat",
    "ringkasan": "Daftar pegawai contoh menurut jabatan",
    "penguasa": "Biro Humas",
    "penanggung_jawab": "Kepala Biro Humas",
    "waktu": "setiap triwulan",
    "tempat": "Jakarta",
    "bentuk": ["cetak", "elektronik"],
    "bentuk_tertulis": "",
    "retensi": "Aktif: 2 tahun; Inaktif: 3 tahun; Musnah",
    "keamanan": "biasa",
    "kode_klasifikasi": "",
    "alamat": "",
    "dasar": "",
    "lokasi": "",
    "kondisi": "",
}


def test_a_unit_proposes_writes_in_and_takes_back_a_piece(house: RealHouse, unit: Orang) -> None:
    page = unit.client.get("/informasi/usul")
    tanda = re.search(r'name="tanda" value="(\w+)"', page.text)[1]
    first = sent(unit, "/informasi/usul", tanda=tanda, **ISIAN)
    again = sent(unit, "/informasi/usul", tanda=tanda, **ISIAN)

    assert first.status_code == again.status_code == 303
    assert first.headers["Location"] == again.headers["Location"]
    at = first.headers["Location"].partition("?")[0]
    page = unit.client.get(at)
    assert "Daftar pegawai contoh menurut jabatan" in page.text
    assert "setiap triwulan" in page.text
    assert "Belum lengkap" not in page.text
    changed = sent(unit, f"{at}/tulis", versi="1", **(ISIAN | {"tempat": "Bogor"}))
    assert changed.status_code == 303
    assert "Bogor, setiap triwulan" in unit.client.get(at).text
    late = sent(unit, f"{at}/tulis", versi="1", **(ISIAN | {"tempat": "Depok"}))
    assert late.status_code == 409
    assert "Depok" in late.text
    empty = sent(unit, f"{at}/cabut", versi="2", alasan="")
    assert (empty.status_code, "Perlu diperbaiki" in empty.text) == (422, True)
    assert sent(unit, f"{at}/cabut", versi="2", alasan=SEBAB).status_code == 303
    page = unit.client.get(at).text
    assert "Dicabut" in page
    assert SEBAB in page
    assert "Usulkan lagi" in page
    assert sent(unit, f"{at}/usul-lagi").status_code == 303


def test_what_is_missing_is_said_at_its_element(house: RealHouse, unit: Orang) -> None:
    one = proposed(house, unit, unsur=replace(UTUH.unsur, tempat="", bentuk=()))

    page = unit.client.get(f"/informasi/{one.id}").text

    assert "2 unsur belum terisi" in page
    assert "Tulis tempat pembuatannya." in page
    listed = unit.client.get("/informasi?lengkap=kurang").text
    assert f"/informasi/{one.id}" in listed
    assert "2 unsur" in listed


def test_a_list_is_narrowed_and_a_code_leads_to_its_piece(house: RealHouse, unit: Orang) -> None:
    one, other = proposed(house, unit, 1), proposed(house, unit, 2)

    page = unit.client.get("/informasi?kata=bagian 2").text
    assert (f"/informasi/{one.id}" in page, f"/informasi/{other.id}" in page) == (False, True)
    led = unit.client.get("/informasi", query_string={"kata": spoken(one.kode)})
    assert led.headers["Location"] == f"/informasi/{one.id}"
    found = unit.client.get("/cari", query_string={"kata": spoken(one.kode)}).text
    assert f'href="/informasi/{one.id}"' in found
    assert "Tidak ada informasi" in unit.client.get("/informasi?keadaan=terbit").text


def test_what_is_withheld_answers_like_what_is_not_there(
    house: RealHouse, unit: Orang, sekretaris: Orang
) -> None:
    one, nothing = withheld(house), house.new_id()
    petugas = officer(house, "petugas", "petugas")

    assert RAHASIA in sekretaris.client.get(f"/informasi/{one.id}").text
    for who in (unit, petugas):
        for tail in ("", "/tulis"):
            there = who.client.get(f"/informasi/{one.id}{tail}")
            none = who.client.get(f"/informasi/{nothing}{tail}")
            assert there.status_code == none.status_code
            assert there.text.replace(one.id, nothing) == none.text
        told = sent(who, f"/informasi/{one.id}/cabut", versi="1", alasan=SEBAB)
        assert told.status_code == 404
        code = who.client.get("/informasi", query_string={"kata": spoken(one.kode)})
        assert (code.status_code, RAHASIA in code.text) == (200, False)
        searched = who.client.get("/cari", query_string={"kata": spoken(one.kode)})
        assert one.id not in searched.text
        assert RAHASIA not in who.client.get("/informasi").text


def test_lines_are_verified_one_after_another_and_one_goes_back_with_a_reason(
    house: RealHouse, unit: Orang, sekretaris: Orang
) -> None:
    some = sorted((proposed(house, unit, n) for n in range(3)), key=lambda one: one.kode)
    at = "/informasi/verifikasi"

    page = sekretaris.client.get(at).text
    assert f"{at}/{some[0].id}" in page
    right = sent(sekretaris, f"{at}/{some[0].id}/benar", versi="1")
    assert right.headers["Location"] == f"{at}/{some[1].id}"
    bare = sent(sekretaris, f"{at}/{some[1].id}/kembali", versi="1", alasan="x")
    assert bare.status_code == 422
    back = sent(sekretaris, f"{at}/{some[1].id}/kembali", versi="1", alasan=SEBAB)
    assert back.headers["Location"] == f"{at}/{some[2].id}"
    assert now(house, some[0]).keadaan == "terverifikasi"
    assert now(house, some[1]).dikembalikan
    assert some[1].id not in sekretaris.client.get(at).text
    page = unit.client.get(f"/informasi/{some[1].id}").text
    assert SEBAB in page
    assert "Dikembalikan" in page
    again = sent(unit, f"/informasi/{some[1].id}/jawab", versi="2", alasan=SEBAB)
    assert again.status_code == 303
    assert some[1].id in sekretaris.client.get(at).text
    last = sent(sekretaris, f"{at}/{some[2].id}/benar", versi="1")
    assert last.headers["Location"] == at


def test_what_changed_since_it_was_verified_is_marked(
    house: RealHouse, unit: Orang, sekretaris: Orang
) -> None:
    one = proposed(house, unit)
    sent(sekretaris, f"/informasi/verifikasi/{one.id}/benar", versi="1")
    told = ISIAN | {"ringkasan": one.unsur.ringkasan, "tempat": "Bogor"}
    sent(unit, f"/informasi/{one.id}/tulis", versi="2", **told)

    page = sekretaris.client.get(f"/informasi/verifikasi/{one.id}").text

    assert "Terakhir disahkan" in page
    assert "<ins>Bogor, setiap triwulan</ins>" in page
    assert "<del>Kota Contoh, 2024</del>" in page
    assert f"<ins>{one.unsur.ringkasan}" not in page


def test_many_that_were_read_are_verified_together_as_they_were_read(
    house: RealHouse, unit: Orang, sekretaris: Orang
) -> None:
    some = [proposed(house, unit, n) for n in range(3)]
    page = sekretaris.client.get("/informasi/verifikasi").text
    ticks = re.findall(r'name="pilih" value="([^"]+)"', page)
    assert sorted(ticks) == sorted(f"{one.id}.1" for one in some)
    told = ISIAN | {"ringkasan": "Kata-kata lain yang belum dibaca"}
    sent(unit, f"/informasi/{some[0].id}/tulis", versi="1", **told)

    answer = sent(sekretaris, "/informasi/verifikasi", pilih=ticks)

    assert answer.status_code == 422
    assert "2 baris terverifikasi" in answer.text
    assert [now(house, one).keadaan for one in some] == ["usulan", *["terverifikasi"] * 2]
    assert sent(sekretaris, "/informasi/verifikasi").status_code == 422
    assert unit.client.get("/informasi/verifikasi").status_code == 403


def test_who_wrote_a_line_says_why_nobody_else_reads_it(
    house: RealHouse, sekretaris: Orang
) -> None:
    one = proposed(house, sekretaris)
    at = f"/informasi/verifikasi/{one.id}"

    assert "Mengapa tidak ada orang kedua" in sekretaris.client.get(at).text
    assert sent(sekretaris, f"{at}/benar", versi="1", alasan="").status_code == 422
    assert sent(sekretaris, f"{at}/benar", versi="1", alasan=SEBAB).status_code == 303
    assert now(house, one).keadaan == "terverifikasi"


def book(*rows: tuple[object, ...]) -> io.BytesIO:
    made = Workbook(write_only=True)
    sheet = made.create_sheet("DIP")
    sheet.append(list(LAJUR.values()))
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    made.save(out)
    out.seek(0)
    return out


BARIS = ("Biro Humas", "Kepala Biro Humas", "Jakarta, 12 Januari 2024", "Cetak", "2 tahun")


def test_a_units_workbook_is_judged_on_its_page(house: RealHouse, unit: Orang) -> None:
    page = unit.client.get("/informasi/masuk").text
    tanda = re.search(r'name="tanda" value="(\w+)"', page)[1]
    rows = [(1, "Laporan kinerja biro", *BARIS), (2, "Rencana kerja biro", "", *BARIS[1:])]
    place = f"{INSTANSI}/{UNIT}"
    told = {"tanda": tanda, "unit": place, "file": (book(*rows), "daftar.xlsx")}
    at = sent(unit, "/informasi/masuk", **told).headers["Location"]
    assert "Sedang dibaca" in unit.client.get(at).text
    work(house)
    page = unit.client.get(at).text
    assert "Terima yang benar (1 baris)" in page
    assert "sel C3" in page
    assert "Yakin 100%" in page
    versi = re.search(r'name="versi" value="(\d+)"', page)[1]
    fields = {name: "ringkasan" if name == "k1" else "-" for name in ("k1",)}
    again = sent(unit, f"{at}/atur", versi=versi, kategori="berkala", **fields)
    assert again.status_code == 303, again.text
    work(house)
    page = unit.client.get(at).text
    back = unit.client.get(f"{at}/kembali")
    titles = [row[1].value for row in load_workbook(io.BytesIO(back.data)).worksheets[0]]
    back.close()
    assert "Rencana kerja biro" in titles
    versi = re.search(r'name="versi" value="(\d+)"', page)[1]
    assert sent(unit, f"{at}/terima", versi=versi).status_code == 303
    work(house)
    assert "1 baru, 0 berubah" in unit.client.get(at).text
    (one,) = house.informasi.by_kode(*_all(house))
    assert (one.unsur.ringkasan, one.kategori) == ("Laporan kinerja biro", "berkala")
    assert "daftar.xlsx" in unit.client.get("/informasi/masuk").text
    other = officer(house, "lain", "unit", unit="unit_lain")
    for tail in ("", "/kembali"):
        assert other.client.get(f"{at}{tail}").status_code == 404


def test_a_units_list_of_what_is_withheld_is_proposed_for_the_test(
    house: RealHouse, unit: Orang
) -> None:
    made = Workbook()
    heads = ("No", "Informasi", "Dasar Hukum Pengecualian", "Dibuka", "Ditutup", "Jangka Waktu")
    uu = "Pasal 17 huruf h UU 14/2008"
    for row in (heads, (1, RAHASIA, uu, "Pribadi terbuka", "Pribadi aman", "5 tahun")):
        made.active.append(row)
    out = io.BytesIO()
    made.save(out)
    out.seek(0)
    told = {"tanda": house.new_id(), "unit": f"{INSTANSI}/{UNIT}", "file": (out, "dik.xlsx")}
    at = sent(unit, "/informasi/masuk", **told).headers["Location"]
    work(house)
    page = unit.client.get(at).text
    versi = re.search(r'name="versi" value="(\d+)"', page)[1]
    assert "Usulkan untuk diuji (1 baris)" in page
    assert sent(unit, f"{at}/terima", versi=versi).status_code == 409

    assert sent(unit, f"{at}/ajukan", versi=versi).status_code == 303
    work(house)

    assert "1 baru" in unit.client.get(at).text
    with house.ledger.read() as reading:
        (one,) = reading.find(Informasi, keadaan="usulan_kecuali")
    assert one.unsur.ringkasan == RAHASIA
    assert unit.client.get(f"/informasi/{one.id}").status_code == 404
    other = officer(house, "rekan", "unit", unit=UNIT)
    assert other.client.get(at).status_code == 404
    assert "dik.xlsx" not in other.client.get("/informasi/masuk").text


def _all(house: RealHouse):
    from service.ports.informasi import SaringInformasi
    from service.ports.kiriman import Jangkauan

    return [Jangkauan(INSTANSI, "", rahasia=False)], SaringInformasi(), "", 9


def test_what_is_no_workbook_is_said_on_the_page(house: RealHouse, unit: Orang) -> None:
    bad = io.BytesIO(b"No;Judul;Unit\n1;a;b\n")
    told = {"tanda": house.new_id(), "unit": f"{INSTANSI}/{UNIT}", "file": (bad, "daftar.xlsx")}
    at = sent(unit, "/informasi/masuk", **told).headers["Location"]
    work(house)

    page = unit.client.get(at).text
    assert "CSV" in page
    assert sent(unit, f"{at}/buang", versi="2").status_code == 303
    none = sent(unit, "/informasi/masuk", tanda=house.new_id(), unit=f"{INSTANSI}/{UNIT}")
    assert none.status_code == 422


def test_a_page_asks_as_often_for_many_lines_as_for_few(
    house: RealHouse, unit: Orang, sekretaris: Orang, tmp_path: Path
) -> None:
    def asked(page: str) -> int:
        told: list[str] = []
        engine = house.ledger.engine
        note = lambda *more: told.append(more[2])  # noqa: E731
        event.listen(engine, "before_cursor_execute", note)
        try:
            assert sekretaris.client.get(page).status_code == 200
        finally:
            event.remove(engine, "before_cursor_execute", note)
        return len(told)

    pages = ("/informasi", "/informasi/verifikasi", "/informasi/masuk")
    for n in range(2):
        proposed(house, unit, n)
    few = [asked(page) for page in pages]
    for n in range(2, 15):
        proposed(house, unit, n)
    assert [asked(page) for page in pages] == few
