"""The page of a file on its way out, as those who publish use it."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.pelepasan.lepas import lepas
from service.acts.pelepasan.pasang import attach
from service.domain.informasi.informasi import Informasi
from service.domain.kiriman import File
from service.domain.refusals import Refusal
from service.house import RealHouse
from tests.contoh_buruk import _pdf
from tests.office import arrive, work
from tests.pelepasan import BIASA, NIK, NIP, SEBAB, Loket
from tests.web.rumah_web import Orang, officer, rumah_web
from tests.web.test_instansi_web import said


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as one:
        yield one


@pytest.fixture
def kita(house: RealHouse, tmp_path: Path) -> Loket:
    satu, dua = officer(house, "satu", "tim_sekretariat"), officer(house, "dua", "petugas")
    one = Loket(house, tmp_path, satu.hadir, dua.hadir)
    one.satu, one.dua = satu, dua  # type: ignore[attr-defined]
    return one


def send(who: Orang, one: Informasi, apa: str, **sent: object):
    """Open the page and send one of its forms as it stands there."""
    at = f"/informasi/{one.id}/pemeriksaan"
    page = who.client.get(at).text
    form = re.search(rf'<form[^>]*action="{at}/{apa}".*?</form>', page, re.S)
    hidden = (
        dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[0])) if form else {}
    )
    return who.client.post(f"{at}/{apa}", data={"csrf": who.csrf, **hidden, **sent})


def out(kita: Loket, one: Informasi):
    with kita.house.ledger.read() as reading:
        return lepas(reading, one)


def test_a_file_is_looked_at_copied_cleared_and_let_go_by_plain_forms(kita: Loket) -> None:
    one, who = kita.letter(BIASA, NIP), kita.satu
    assert send(who, one, "mulai").status_code == 303
    kita.done(one)
    assert send(who, one, "salinan").status_code == 303
    row = kita.done(one)
    page = who.client.get(f"/informasi/{one.id}/pemeriksaan")
    assert "NIP" in said(page) and "halaman 1" in said(page) and "1980" not in page.text

    ids = [each.id for each in row.sisa]
    assert send(who, one, "lepas", temuan=ids, alasan=SEBAB).status_code == 303
    assert SEBAB in said(who.client.get(f"/informasi/{one.id}/pemeriksaan"))
    assert send(who, one, "umumkan").status_code == 303

    row = kita.kept(one)
    assert out(kita, one).sha256 == row.hasil
    page = who.client.get(f"/informasi/{one.id}/pemeriksaan")
    assert row.hasil in page.text
    assert send(who, one, "tarik", alasan=SEBAB).status_code == 303
    assert out(kita, one) is None


def test_a_file_is_chosen_on_the_page_and_the_piece_leads_there(kita: Loket) -> None:
    one, who = kita.letter(), kita.satu
    at = f"/informasi/{one.id}/pemeriksaan"
    assert at in who.client.get(f"/informasi/{one.id}").text
    isi = io.BytesIO(_pdf.letter("Laporan lain"))

    assert send(who, one, "file").status_code == 422
    assert send(who, one, "file", file=(isi, "lain.pdf")).status_code == 303

    with kita.house.ledger.read() as reading:
        after = reading.get(Informasi, one.id)
    assert after.pelengkap.sidik == hashlib.sha256(_pdf.letter("Laporan lain")).hexdigest()
    assert 'name="file"' in who.client.get(at).text


def test_a_file_that_came_in_before_is_chosen_and_one_of_a_secret_kiriman_is_not(
    kita: Loket, tmp_path: Path
) -> None:
    one, who = kita.letter(), kita.satu
    at = f"/informasi/{one.id}/pemeriksaan"
    came = kita.file("notula.pdf", _pdf.letter("Notula lain"))
    path = tmp_path / "rahasia.pdf"
    path.write_bytes(_pdf.letter("Kata rahasia"))
    secret = arrive(kita.house, path, rahasia=True)
    work(kita.house)
    assert f"{at}/pilih" in who.client.get(at).text

    page = who.client.get(f"{at}/pilih")
    assert came.kiriman in page.text and secret.id not in page.text
    page = who.client.get(f"{at}/pilih?kiriman={came.kiriman}").text
    assert "notula.pdf" in page
    versi = re.search(r'name="versi" value="(\d+)"', page)[1]
    told = {"csrf": who.csrf, "versi": versi, "kiriman": came.kiriman, "file": came.id}
    assert who.client.post(f"{at}/pakai", data=told).status_code == 303

    with kita.house.ledger.read() as reading:
        assert reading.get(Informasi, one.id).pelengkap.sidik == came.sha256
        (hidden,) = reading.find(File, kiriman=secret.id)
    with pytest.raises(Refusal):
        attach(kita.house, who.hadir, one.id, int(versi) + 1, hidden.id)
    assert who.client.get(f"{at}/pilih?kiriman={kita.house.new_id()}").status_code == 404


def test_a_nik_is_found_by_itself_and_blackened(kita: Loket) -> None:
    one, who = kita.letter(BIASA, NIK), kita.satu
    kita.copied(one)
    page = who.client.get(f"/informasi/{one.id}/pemeriksaan")
    assert 'value="nik"' in page.text and "6271031208900004" not in page.text

    assert send(who, one, "hitam", jenis=["nik"]).status_code == 303
    row = kita.done(one)

    assert (row.cara, row.sisa) == ("hitam", []), row.pesan
    page = who.client.get(f"/informasi/{one.id}/pemeriksaan")
    assert "Bukti penghitaman" in page.text and row.hasil in page.text
    assert re.search(r"[1-9]\d* sebelumnya, 0 di salinannya", said(page))
    assert who.hadir.orang.nama in said(page)
    assert send(who, one, "umumkan").status_code == 303
    assert out(kita, one).sha256 == row.hasil


def test_boxes_are_typed_in_hundredths_of_the_page(kita: Loket) -> None:
    one, who = kita.letter(BIASA, NIK), kita.satu
    kita.copied(one)

    wrong = send(who, one, "hitam", kotak="satu dua")
    assert wrong.status_code == 422 and "bukan lima angka" in said(wrong)
    assert send(who, one, "hitam", kotak="1 10 17,5 60 2,5").status_code == 303

    assert (kita.done(one).cara, kita.kept(one).sisa) == ("hitam", [])


def test_a_page_of_what_would_go_out_is_seen(kita: Loket) -> None:
    one, who = kita.letter(), kita.satu
    kita.copied(one)

    answer = who.client.get(f"/informasi/{one.id}/pemeriksaan/halaman/1")

    assert (answer.status_code, answer.mimetype) == (200, "image/png")


def test_a_reason_too_short_is_told_on_the_page(kita: Loket) -> None:
    one, who = kita.letter(BIASA, NIP), kita.satu
    row = kita.copied(one)

    answer = send(who, one, "lepas", temuan=[row.sisa[0].id], alasan="ya")

    assert answer.status_code == 422 and "Tuliskan alasan" in said(answer)


def test_a_stranger_and_a_wrong_address_are_answered_alike(kita: Loket) -> None:
    one = kita.letter()
    told = kita.house.new_id()
    other = officer(kita.house, "tiga", "unit", unit="unit_lain")

    pages = [other.client.get(f"/informasi/{id_}/pemeriksaan") for id_ in (one.id, told)]

    assert {page.status_code for page in pages} == {404}


def test_who_may_not_publish_sees_hits_and_no_keys(kita: Loket) -> None:
    one = kita.letter(BIASA, NIP)
    kita.copied(one)

    page = kita.dua.client.get(f"/informasi/{one.id}/pemeriksaan")

    assert "NIP" in said(page) and "/lepas" not in page.text
    assert send(kita.dua, one, "salinan").status_code == 403
