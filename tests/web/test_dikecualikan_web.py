"""What is withheld, at the pages: proposed, put into a test, applied, opened by two; or nothing."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from service.acts.dikecualikan import jaga
from service.acts.dikecualikan.simpan import shut
from service.acts.instansi.pilihan import set_up
from service.acts.orang.hadir import operator
from service.acts.orang.peran import Penugasan, give
from service.domain.ada import Ada
from service.domain.butir import Butir
from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.dik import read_safe
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import from_bits, spoken
from service.domain.informasi.pembukaan import Pembukaan
from service.domain.jangka import Jangka
from service.domain.sop.bahan import SETUJU
from service.house import RealHouse
from tests.domain.informasi.contoh import BARIS, excluded
from tests.kantor import Jam
from tests.office import INSTANSI, UNIT
from tests.web.meja_uji import met, signed
from tests.web.rumah_web import Orang, jam, officer, on_the_clock, rumah_web
from tests.web.test_berkas_web import LEMBAR

LAIN = "kalteng_biro_umum"
SEBAB = "Sebab contoh yang cukup panjang"
SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
KENARI = "kenaribcdfghjk"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield on_the_clock(whole, Jam(SENIN))


@pytest.fixture
def tim(house: RealHouse) -> Orang:
    return officer(house, "tim", "tim_sekretariat")


def laid(house: RealHouse, nama: str = "satu", **more: object) -> Informasi:
    """A piece that a decree withholds, as it stands in the ledger, with a file in the store."""
    house.settings.home.mkdir(parents=True, exist_ok=True)
    path = house.settings.home / f"{nama}.pdf"
    path.write_bytes(f"{KENARI} berkas {nama}".encode())
    with house.ledger.begin() as tx:
        sidik = house.store.put(path)
    told = replace(excluded(), id=house.new_id(), instansi=INSTANSI, unit=UNIT)
    told = replace(told, kode=from_bits(nama.encode().ljust(16)), **more)
    told = replace(
        told,
        unsur=replace(told.unsur, ringkasan=f"Nama saksi {KENARI} {nama}"),
        letak=replace(told.letak, sidik=sidik, dokumen=f"Laporan {KENARI}"),
    )
    with house.ledger.begin() as tx:
        tx.add(told)
        tx.note(Catatan(INSTANSI, MESIN, "informasi_diusulkan", house.clock.now(), told.id))
        shut(house, tx, told)
    return told


def now(house: RealHouse, id_: str) -> Informasi:
    with house.ledger.read() as look:
        return look.get(Informasi, id_)


def sends(who: Orang, at: str, **isian: object):
    return who.client.post(at, data={"csrf": who.csrf, **isian})


def hidden(page: str, nama: str) -> str:
    found = re.search(rf'name="{nama}" value="([^"]*)"', page)
    return found[1] if found else ""


def proposed(house: RealHouse, who: Orang, *, berkas: bool = True) -> Informasi:
    page = who.client.get("/dikecualikan/usul").text
    assert ('type="file"' in page) == berkas
    file = {"file": (io.BytesIO(b"isi contoh yang tertutup"), "saksi.txt")} if berkas else {}
    answer = sends(
        who,
        "/dikecualikan/usul",
        tanda=hidden(page, "tanda"),
        unit=f"{INSTANSI}/{UNIT}",
        ringkasan="Nama saksi contoh",
        dokumen="Laporan contoh",
        bagian="",
        halaman="3-5",
        alasan=SEBAB,
        **file,
    )
    assert answer.status_code == 303, answer.text
    with house.ledger.read() as look:
        (one,) = look.find(Informasi)
    return one


def test_a_piece_goes_from_its_proposal_through_its_test_into_the_list(
    house: RealHouse, tim: Orang
) -> None:
    one = proposed(house, tim)
    assert one.letak.halaman == ((3, 5),)
    assert one.letak.sidik
    at = met(tim, sifat="rahasia")
    page = tim.client.get(f"/dikecualikan/{one.id}").text
    assert "Mulai pengujian" in page
    berkas = at.rsplit("/", 1)[1]
    answer = sends(
        tim,
        f"/dikecualikan/{one.id}/uji",
        tanda="t" * 26,
        versi=str(one.versi),
        berkas=berkas,
    )
    assert answer.status_code == 303, answer.text
    item = _decided(house, tim, at)

    form = tim.client.get(f"/dikecualikan/hasil/{item.id}").text
    assert "Masukkan ke DIK" in form
    isian = {"ringkasan": "Keterangan saksi contoh", "nomor": "12 TAHUN 2026", "aman": "1"}
    lacking = sends(tim, f"/dikecualikan/hasil/{item.id}", **{**isian, "tanggal": ""})
    assert lacking.status_code == 422
    for _ in range(2):
        done = sends(tim, f"/dikecualikan/hasil/{item.id}", **isian, tanggal="2026-11-20")
        assert done.status_code == 303, done.text

    assert now(house, one.id).keadaan == "dikecualikan"
    page = tim.client.get(f"/dikecualikan/{one.id}").text
    for words in ("19 November 2031", "Saksi", "Nomor 12 TAHUN 2026", "Ya, dibaca"):
        assert words in page
    listed = tim.client.get("/dikecualikan").text
    assert "Keterangan saksi contoh" in page
    assert f'href="/dikecualikan/{one.id}"' in listed


def _decided(house: RealHouse, tim: Orang, at: str) -> Butir:
    """The item of a matter with its outcome, its approval and its signed papers."""
    with house.ledger.read() as look:
        (item,) = look.find(Butir)
    sent = {**LEMBAR, "csrf": tim.csrf, "versi": str(item.versi)}
    assert tim.client.post(f"{at}/butir/{item.id}", data=sent).status_code == 303
    for bahan in ("berita_acara_uji", "sk_klasifikasi"):
        signed(house, at, bahan)
    agreed = Ada("s" * 26, item.berkas, SETUJU, "dicatat", SENIN, "kepala")
    with house.ledger.begin() as tx:
        tx.add(agreed)
        one = tx.get(Butir, item.id)
        tx.save(one, replace(one, hasil="dikecualikan", disetujui=agreed.id))
        tx.note(Catatan(INSTANSI, MESIN, "butir_diputus", SENIN, item.berkas))
    return item


def test_a_unit_proposes_and_does_not_read_it_again(house: RealHouse) -> None:
    unit = officer(house, "unit", "unit", unit=UNIT)
    one = proposed(house, unit, berkas=False)

    assert one.keadaan == "usulan_kecuali"
    assert unit.client.get(f"/dikecualikan/{one.id}").status_code == 404
    assert "Nama saksi contoh" not in unit.client.get("/kiriman").text


def test_who_works_in_two_agencies_proposes_in_either(house: RealHouse) -> None:
    set_up(house, operator(house), LAIN)
    who = officer(house, "dua", "tim_sekretariat")
    give(house, operator(house), who.hadir.orang.id, Penugasan(LAIN, "", "tim_sekretariat"))
    page = who.client.get("/dikecualikan/usul").text
    assert f'value="{INSTANSI}/{UNIT}"' in page
    there = re.findall(rf'value="({LAIN}/\w+)"', page)
    sent = {"tanda": hidden(page, "tanda"), "unit": there[0], "ringkasan": "Nama saksi contoh"}
    sent |= {"dokumen": "", "bagian": "", "halaman": "", "alasan": SEBAB}
    answer = sends(who, "/dikecualikan/usul", **sent)
    assert answer.status_code == 303, answer.text
    with house.ledger.read() as look:
        (one,) = look.find(Informasi)
    assert f"{one.instansi}/{one.unit}" == there[0]


def test_its_last_day_stands_among_the_terms_for_who_may_see_it_alone(
    house: RealHouse, tim: Orang
) -> None:
    soon = Jangka("sampai_tanggal", tanggal="2026-12-16")
    one = laid(house, dik=read_safe(replace(BARIS, jangka=soon, mulai=date(2025, 11, 20)), "x"))
    page = tim.client.get("/tenggat?tampil=30").text
    assert f'href="/dikecualikan/{one.id}"' in page
    assert spoken(one.kode) in page
    assert KENARI not in page
    month = tim.client.get("/tenggat?bulan=2026-12").text
    assert spoken(one.kode) in month
    file = tim.client.get("/tenggat/unduh.ics?tampil=30").text
    assert spoken(one.kode) not in file
    assert "1 tenggat rahasia" in file
    petugas = officer(house, "petugas", "petugas")
    for path in ("/tenggat?tampil=30", "/tenggat?bulan=2026-12", "/tenggat/unduh.ics?tampil=30"):
        assert spoken(one.kode) not in petugas.client.get(path).text
        assert "tenggat rahasia" not in petugas.client.get(path).text


PERAN = ("petugas", "unit", "tim_pertimbangan", "fasilitasi_sengketa", "administrator")


@pytest.mark.parametrize("peran", PERAN)
def test_who_may_not_see_it_gets_what_an_unknown_address_gets(house: RealHouse, peran: str) -> None:
    one = laid(house)
    who = officer(house, "orang", peran)
    unknown = who.client.get(f"/dikecualikan/{'a' * 26}")
    assert "Yang Anda cari tidak ditemukan" in unknown.text
    for path in ("/dikecualikan", f"/dikecualikan/{one.id}", f"/dikecualikan/hasil/{one.id}"):
        answer = who.client.get(path)
        assert (answer.status_code, answer.data) == (404, unknown.data), path
    for path in (f"/dikecualikan/{one.id}/file", f"/dikecualikan/hasil/{one.id}"):
        answer = sends(who, path, sidik=one.letak.sidik, alasan=SEBAB)
        assert answer.status_code == 404
        assert KENARI not in answer.text
    assert "Dikecualikan</a>" not in who.client.get("/").text


def test_who_sees_another_unit_gets_the_same_for_it_as_for_nothing(house: RealHouse) -> None:
    one = laid(house)
    who = officer(house, "lain", "ppid_pelaksana", unit="biro_lain")

    there = who.client.get(f"/dikecualikan/{one.id}")
    absent = who.client.get(f"/dikecualikan/{'a' * 26}")

    assert (there.status_code, there.data) == (absent.status_code, absent.data)
    assert KENARI not in who.client.get("/dikecualikan").text


def test_a_file_is_given_with_a_reason_only_and_each_time_it_is_recorded(
    house: RealHouse, tim: Orang
) -> None:
    one = laid(house)
    at = f"/dikecualikan/{one.id}/file"
    assert sends(tim, at, sidik=one.letak.sidik, alasan="").status_code == 422
    assert sends(tim, at, sidik=one.letak.sidik, alasan="ya").status_code == 422
    assert tim.client.get(at).status_code in (404, 405)

    given = sends(tim, at, sidik=one.letak.sidik, alasan=SEBAB)

    assert given.data == f"{KENARI} berkas satu".encode()
    assert given.headers["Cache-Control"] == "no-store"
    given.close()
    deeds = [x for x in house.lists.jurnal(INSTANSI, 10_000, 50) if "file_dibuka" in x.perbuatan]
    assert [(x.siapa, x.tentang) for x in deeds] == [(tim.hadir.orang.id, one.id)]


def test_an_opening_before_the_term_needs_a_second_person_at_the_page(
    house: RealHouse, tim: Orang
) -> None:
    one = laid(house)
    satu, dua = officer(house, "satu", "atasan_ppid"), officer(house, "dua", "ppid")
    asked = Pembukaan(
        house.new_id(), one.id, INSTANSI, UNIT, "b" * 26, satu.hadir.orang.id, SENIN, "", one.sk
    )
    with house.ledger.begin() as tx:
        tx.add(asked)
        tx.note(Catatan(INSTANSI, MESIN, "informasi_pembukaan_diminta", SENIN, one.id))
    at = f"/dikecualikan/buka/{asked.id}"
    assert "Menunggu persetujuan Anda" in dua.client.get("/dikecualikan").text
    assert "Menunggu persetujuan Anda" not in satu.client.get("/dikecualikan").text
    assert sends(satu, f"{at}/setuju", versi="1").status_code == 404
    assert sends(tim, f"{at}/setuju", versi="1").status_code == 404
    # Without a new test whose decree opens it, nobody can agree to it.
    assert sends(dua, f"{at}/setuju", versi="1").status_code == 409

    done = sends(dua, f"{at}/tolak", versi="1", alasan=SEBAB)

    assert done.status_code == 303
    assert now(house, one.id).keadaan == "dikecualikan"
    assert "Tidak disetujui" in dua.client.get(f"/dikecualikan/{one.id}").text


def test_what_ended_is_confirmed_with_its_file_at_the_page(house: RealHouse, tim: Orang) -> None:
    one = laid(house)
    jam(house).at = datetime(2031, 11, 19, 17, 0, tzinfo=UTC)
    jaga.watch(house, INSTANSI)
    tim = officer(house, "tim.lagi", "tim_sekretariat")
    page = tim.client.get(f"/dikecualikan/{one.id}").text
    assert "Pastikan yang diumumkan" in page
    fields = {"tempat": "", "waktu": "", "penanggung_jawab": "", "retensi": ""}

    done = sends(
        tim,
        f"/dikecualikan/{one.id}/pastikan",
        tanda=hidden(page, "tanda"),
        versi=str(now(house, one.id).versi),
        kategori="setiap_saat",
        **fields,
        file=(io.BytesIO(b"salinan contoh"), "salinan.txt"),
    )

    assert done.status_code == 303, done.text
    assert now(house, one.id).keadaan == "terverifikasi"


def test_the_list_says_what_ends_this_year_and_what_to_do(house: RealHouse, tim: Orang) -> None:
    soon = Jangka("sampai_tanggal", tanggal="2026-12-30")
    line = read_safe(replace(BARIS, jangka=soon, mulai=date(2025, 11, 20)), "x")
    one = laid(house, dik=line)
    event = replace(BARIS, jangka=Jangka("sampai_peristiwa", peristiwa="selesainya sidang"))
    two = laid(house, "dua", dik=replace(event, mulai=date(2026, 1, 5)))

    page = tim.client.get("/dikecualikan").text

    assert "putuskan sekarang: tinggal" in page
    assert "Pengecualian yang berakhir tahun 2026" in page
    assert "Desember 2026" in page
    assert "peristiwanya ditanyakan 5 Juli 2026" in page
    assert "2 di antaranya perlu diputus atau ditinjau" in page
    at = f"/dikecualikan/{two.id}"
    told = tim.client.get(at).text
    assert "Apakah sudah terjadi: selesainya sidang?" in told
    sent = sends(tim, f"{at}/tinjau", tanda=house.new_id(), alasan=SEBAB)
    assert sent.status_code == 303, sent.text
    assert "ditanyakan 23 Mei 2027" in tim.client.get(at).text
    filtered = tim.client.get("/dikecualikan?keadaan=diuji").text
    assert spoken(one.kode) not in filtered


def test_the_words_for_the_public_are_ticked_safe_at_the_page(house: RealHouse, tim: Orang) -> None:
    one = laid(house, dik=replace(BARIS, dibaca="", dibaca_oleh="", mulai=date(2026, 11, 20)))
    at = f"/dikecualikan/{one.id}"
    assert "Belum dinyatakan aman" in tim.client.get(at).text
    isian = {"versi": str(one.versi), "ringkasan": "Keterangan contoh yang aman"}
    assert sends(tim, f"{at}/aman", **isian).status_code == 422

    assert sends(tim, f"{at}/aman", **isian, aman="1").status_code == 303

    assert now(house, one.id).dik.aman
    assert "Ya, dibaca" in tim.client.get(at).text


def test_an_open_piece_is_proposed_from_its_own_page(house: RealHouse, tim: Orang) -> None:
    one = laid(house, keadaan="usulan")
    page = tim.client.get(f"/dikecualikan/usul?informasi={one.id}").text
    sent = {"tanda": hidden(page, "tanda"), "informasi": one.id, "versi": str(one.versi)}
    place = {"dokumen": "Laporan", "bagian": "", "halaman": "x"}
    assert sends(tim, "/dikecualikan/usul", **sent, **place, alasan=SEBAB).status_code == 422

    done = sends(tim, "/dikecualikan/usul", **sent, **{**place, "halaman": ""}, alasan=SEBAB)

    assert done.status_code == 303, done.text
    assert now(house, one.id).keadaan == "usulan_kecuali"


def test_a_piece_that_is_not_withheld_has_no_page_here(house: RealHouse, tim: Orang) -> None:
    one = laid(house, keadaan="usulan")
    assert tim.client.get(f"/informasi/{one.id}").status_code == 200
    assert tim.client.get(f"/dikecualikan/{one.id}").status_code == 404
