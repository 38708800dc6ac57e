"""One worksheet: written by several, from item to item; what it follows and what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.berkas import butir as berkas_butir
from service.acts.kiriman import putusan as putusan_kiriman
from service.acts.register import keberatan
from service.acts.register.permohonan import Masukan
from service.domain.catatan import Catatan
from service.domain.kiriman import Kiriman
from service.domain.sengketa import Sengketa
from service.house import RealHouse
from tests.loket import KEBERATAN_ISIAN, new_kode
from tests.office import INSTANSI, UNIT
from tests.web.meja_uji import about, items, met, put, wrote
from tests.web.rumah_web import officer, rumah_web
from tests.web.test_berkas_web import LEMBAR
from tests.web.test_permohonan_web import a_request


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def test_of_two_who_write_one_worksheet_the_second_keeps_their_words_beside_the_first(
    house: RealHouse,
) -> None:
    tim, dua = officer(house, "tim", "tim_sekretariat"), officer(house, "dua", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu")
    [seen] = items(house)
    assert wrote(tim, at, seen, dibuka="Tulisan orang pertama").status_code == 303
    answer = wrote(dua, at, seen, dibuka="Tulisan orang kedua")

    assert answer.status_code == 409
    assert "Orang lain menyimpan lembar ini lebih dahulu" in answer.text
    assert "Tersimpan sekarang" in answer.text
    assert answer.text.count("Tulisan orang kedua") == 2  # beside the other, and in its field
    assert "Tulisan orang pertama" in answer.text
    assert items(house)[0].uji.dibuka == "Tulisan orang pertama"
    [now] = items(house)
    assert f'name="versi" value="{now.versi}"' in answer.text
    assert wrote(dua, at, now, dibuka="Tulisan orang kedua").status_code == 303
    berkas_butir.take_out(house, tim.hadir, now.id, now.versi + 1, "Contoh salah")
    gone = wrote(dua, at, now, dibuka="Tulisan ketiga")
    assert gone.status_code == 409
    assert "Tulisan ketiga" in gone.text


def test_two_who_write_in_different_fields_lose_nothing(house: RealHouse) -> None:
    tim, dua = officer(house, "tim", "tim_sekretariat"), officer(house, "dua", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu")
    [seen] = items(house)
    page = dua.client.get(f"{at}/butir/{seen.id}").text
    semula = re.search(r'name="semula" value="([^"]+)"', page)[1]
    sent = dict.fromkeys(LEMBAR, "") | {"unit": UNIT, "semula": semula}
    wrote(tim, at, seen, ditutup="Ditulis orang pertama", dibuka="Akibat orang pertama")
    answer = wrote(dua, at, seen, **{**sent, "dibuka": "Akibat orang kedua"})

    assert answer.status_code == 409
    assert "Ditulis orang pertama</textarea>" in answer.text
    assert "Akibat orang kedua</textarea>" in answer.text
    table = answer.text.split('id="banding"')[1].split("</table>")[0]
    assert "Akibat orang pertama" in table
    assert "Ditulis orang pertama" not in table  # both have it


def test_huge_words_and_unknown_letters_are_told_and_kept(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu")
    [one] = items(house)
    huge = wrote(tim, at, one, dibuka="x" * 4001)
    assert huge.status_code == 422
    assert "paling banyak 4000 huruf" in huge.text
    assert "x" * 4001 in huge.text
    assert "dari daftar" in wrote(tim, at, one, huruf="k").text
    assert wrote(tim, at, one, dibuka="x" * 3_000_000).status_code == 413
    assert items(house) == [one]


def test_one_goes_from_item_to_item_while_writing(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu\nDua")
    one, two = items(house)
    page = tim.client.get(f"{at}/butir/{one.id}").text
    assert "Butir 1 dari 2" in page
    assert f'rel="next" href="{at}/butir/{two.id}"' in page
    on = wrote(tim, at, one, lanjut="1")
    assert on.location.startswith(f"{at}/butir/{two.id}")
    last = wrote(tim, at, two, lanjut="1")

    assert last.location.startswith(f"{at}/uji")
    assert "2 lembar lengkap" in tim.client.get(f"{at}/uji").text
    assert "4/4 lengkap" in tim.client.get(f"{at}/uji").text
    assert "Tidak ada butir seperti itu" in tim.client.get(f"{at}/uji?tampil=kurang").text


def test_a_matter_that_a_request_opened_proposes_it_and_others_are_picked(
    house: RealHouse,
) -> None:
    came, other = (a_request(house, UNIT) for _ in range(2))
    tim = officer(house, "tim", "tim_sekretariat")
    at = about(house, tim, came.kiriman)
    put(tim, at, "Satu")
    [one] = items(house)
    page = tim.client.get(f"{at}/butir/{one.id}").text
    assert f'value="{came.nomor_daftar}" selected' in page
    assert 'value="permohonan" selected' in page
    assert "permohonan inilah yang membuka berkas ini" in page
    assert one.uji.pemicu == ""  # only proposed

    picked = {"pemicu": "permohonan", "permohonan": other.nomor_daftar}
    assert wrote(tim, at, one, **picked).status_code == 303
    [one] = items(house)
    assert (one.uji.pemicu, one.uji.rujukan) == ("permohonan", other.nomor_daftar)
    both = {**picked, "rujukan": "12/LAIN/2020"}
    assert "jangan keduanya" in wrote(tim, at, one, **both).text
    assert wrote(tim, at, one, pemicu="permohonan", rujukan="12/LAIN/2020").status_code == 303
    page = tim.client.get(f"{at}/butir/{one.id}").text
    assert "12/LAIN/2020 tidak ada di register" in page
    [one] = items(house)
    wrote(tim, at, one, pemicu="sengketa", rujukan="7/KI-CONTOH/2026", permohonan=came.nomor_daftar)
    assert items(house)[0].uji.rujukan == "7/KI-CONTOH/2026"


def test_a_matter_that_a_ruling_opened_proposes_the_dispute(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu")
    now = house.clock.now()
    came = Masukan(new_kode(), INSTANSI, UNIT, now, KEBERATAN_ISIAN)
    about_ = keberatan.register(house, came)
    with house.ledger.begin() as tx:
        place = (INSTANSI, UNIT, "Komisi Contoh", "7/KI-CONTOH/2026")
        asked = Sengketa("s" * 26, about_.id, "", *place, now.date(), now)
        tx.add(replace(asked, berkas=at.rsplit("/", 1)[1]))
        tx.note(Catatan(INSTANSI, "mesin", "sengketa_dicatat", now, asked.id))
    page = tim.client.get(f"{at}/butir/{items(house)[0].id}").text

    assert 'value="sengketa" selected' in page
    assert 'value="7/KI-CONTOH/2026"' in page
    assert "putusan sengketa inilah" in page


def test_a_withheld_request_is_named_only_in_a_withheld_matter(house: RealHouse) -> None:
    secret, open_ = a_request(house, UNIT), a_request(house, UNIT)
    tim = officer(house, "tim", "tim_sekretariat", "petugas")
    with house.ledger.read() as reading:
        versi = reading.get(Kiriman, secret.kiriman).versi
    putusan_kiriman.secret(house, tim.hadir, secret.kiriman, versi)
    at = about(house, tim, open_.kiriman)
    put(tim, at, "Satu")
    [one] = items(house)
    page = tim.client.get(f"{at}/butir/{one.id}").text

    assert open_.nomor_daftar in page
    assert secret.nomor_daftar not in page
    wrote(tim, at, one, pemicu="permohonan", rujukan=secret.nomor_daftar)
    assert "tidak ada di register, atau Anda" in tim.client.get(f"{at}/butir/{one.id}").text


def test_a_law_that_is_in_doubt_is_told_on_the_worksheet_and_on_the_page_of_the_sop(
    house: RealHouse,
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu")
    [one] = items(house)
    wrote(tim, at, one, huruf="j", lain="UU No. 23 Tahun 2013 Pasal 4")
    page = tim.client.get(f"{at}/butir/{one.id}").text
    assert "Undang-Undang Nomor 23 Tahun 2013 keberlakuannya diragukan" in page
    assert "biro hukum yang memutuskan" in page
    assert items(house)[0].uji.dasar[0].lain == "UU No. 23 Tahun 2013 Pasal 4"
    assert "ada kutipan yang perlu diperiksa" in tim.client.get(f"{at}/uji").text

    sop = tim.client.get(f"/sop/{INSTANSI}/uji_konsekuensi").text
    assert "Kutipan yang perlu diperiksa" in sop
    assert "<b>Peraturan Komisi Informasi Nomor 1 Tahun 2017</b>" in sop
