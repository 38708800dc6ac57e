"""Letters of a dispute at its page: their day is corrected or added, a withheld one keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from service.acts.register import sengketa_surat
from service.acts.register.sengketa_surat import Tautkan, Ubah
from service.domain.catatan import Catatan
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.refusals import Overtaken, TidakAda
from service.domain.sengketa import PANGGILAN, SURAT_KOMISI, Sengketa, SuratSengketa
from service.domain.tanggal import hari_tanggal
from service.house import RealHouse
from service.web.app import create_app
from tests.office import INSTANSI, UNIT, person
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password
from tests.web.test_sengketa_web import disputed, does, local_day, objected

NOMOR = "7/AGD/2026"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


@pytest.fixture
def atasan(house: RealHouse) -> Orang:
    return officer(house, "atasan", "atasan_ppid")


@pytest.fixture
def one(house: RealHouse) -> Sengketa:
    """A dispute, and a letter with a number that could belong to it."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        tx.add(Kiriman("surat", INSTANSI, UNIT, "web", "x", DIDAFTAR, now, nomor_agenda=NOMOR))
        tx.note(Catatan(INSTANSI, "mesin", "kiriman_diterima", now, "surat"))
    return disputed(house, person(house, "ppid", "ppid"), objected(house))


def in_days(house: RealHouse, many: int) -> date:
    return local_day(house) + timedelta(days=many)


def joins(who: Orang, one: Sengketa, acara: date | str, hal: str = PANGGILAN):
    return does(who, one, "surat", nomor=NOMOR, hal=hal, acara=str(acara))


def rows(house: RealHouse) -> list[SuratSengketa]:
    with house.ledger.read() as reading:
        found = reading.find(SuratSengketa)
    return sorted((x for x in found if not x.dicabut), key=lambda x: str(x.acara))


def moves(who: Orang, one: Sengketa, surat: SuratSengketa, acara: date | str, **more: str):
    told = {"surat": surat.id, "versi": str(surat.versi), "hal": PANGGILAN, "cara": "ganti"}
    return does(who, one, "acara", **(told | {"acara": str(acara)} | more))


def test_a_letter_joined_again_with_another_day_is_told_that_nothing_changed(
    house: RealHouse, atasan: Orang, one: Sengketa
) -> None:
    first, other = in_days(house, 9), in_days(house, 2)
    for _ in range(2):
        assert joins(atasan, one, first).status_code == 303
    for again in (joins(atasan, one, other), joins(atasan, one, first, SURAT_KOMISI)):
        assert again.status_code == 409
        assert f"acara {hari_tanggal(first)}" in again.text
        assert "pakai “Ubah hari acara” pada surat itu" in again.text
    assert [x.acara for x in rows(house)] == [first]


def test_the_day_of_a_letter_is_changed_at_the_letter_as_it_was_seen(
    house: RealHouse, atasan: Orang, one: Sengketa
) -> None:
    first, other = in_days(house, 9), in_days(house, 2)
    joins(atasan, one, first)
    [was] = rows(house)
    page = atasan.client.get(f"/sengketa/{one.id}").text
    assert f"Ubah hari acara {NOMOR} ({hari_tanggal(first)})" in page
    for wrong in ("", in_days(house, -3), "bukan tanggal"):
        assert moves(atasan, one, was, wrong).status_code == 422
    same = moves(atasan, one, was, first)
    assert "sama dengan yang tercatat, jadi tidak ada yang diubah" in same.text
    assert moves(atasan, one, was, first, cara="tambah").status_code == 409
    for _ in range(2):
        assert moves(atasan, one, was, other).status_code == 303
    [now] = rows(house)
    assert (now.id, now.acara, now.versi) == (was.id, other, was.versi + 1)
    page = atasan.client.get(f"/sengketa/{one.id}").text
    assert hari_tanggal(other) in page
    assert hari_tanggal(first) not in page.partition("Jejak")[0]
    assert page.count("Mengubah hari acara surat sengketa") == 1
    line = house.perkara.trail(one)[0]
    assert (line.rincian["dari"], line.rincian["ke"]) == (str(first), str(other))
    assert moves(atasan, one, was, first).status_code == 409, "somebody changed it since"
    asked = Ubah(one.id, was.id, was.versi, PANGGILAN, first)
    with pytest.raises(Overtaken):
        sengketa_surat.move(house, atasan.hadir, asked)
    assert moves(atasan, one, now, "", hal=SURAT_KOMISI).status_code == 303
    assert [(x.hal, x.acara) for x in rows(house)] == [(SURAT_KOMISI, None)]
    assert moves(atasan, one, replace(now, id="tiada"), first).status_code == 404


def test_a_summons_to_two_days_has_both_and_each_is_let_go_of_by_itself(
    house: RealHouse, atasan: Orang, one: Sengketa
) -> None:
    first, second, third = (in_days(house, n) for n in (2, 9, 12))
    joins(atasan, one, first)
    [was] = rows(house)
    for _ in range(2):
        assert moves(atasan, one, was, second, cara="tambah").status_code == 303
    assert [x.acara for x in rows(house)] == [first, second]
    assert (
        "Tulis tanggal hari lain"
        in moves(atasan, one, was, "", cara="tambah", hal=SURAT_KOMISI).text
    )
    taken = moves(atasan, one, rows(house)[1], first)
    assert taken.status_code == 409
    assert f"acara {hari_tanggal(first)}" in taken.text
    assert moves(atasan, one, rows(house)[1], third).status_code == 303
    assert moves(atasan, one, was, second, cara="tambah").status_code == 303
    assert [x.acara for x in rows(house)] == [first, second, third]
    whole = atasan.client.get("/tenggat/unduh.ics?tampil=30").text
    assert whole.count("SUMMARY:Sidang atau mediasi") == 3
    for x in rows(house)[1:]:
        assert does(atasan, one, "lepas", surat=x.id, alasan="Batal, contoh").status_code == 303
    assert [x.acara for x in rows(house)] == [first]
    assert moves(atasan, one, was, second, cara="tambah").status_code == 303
    assert [x.acara for x in rows(house)] == [first, second], "it counts again"


def test_a_summons_without_a_day_is_asked_for_it(
    house: RealHouse, atasan: Orang, one: Sengketa
) -> None:
    bare = joins(atasan, one, "")
    assert bare.status_code == 422
    assert "Tulis tanggal acaranya" in bare.text
    assert rows(house) == []
    assert joins(atasan, one, "", SURAT_KOMISI).status_code == 303


def test_the_day_in_a_withheld_letter_is_shown_to_who_may_see_the_letter_only(
    house: RealHouse, atasan: Orang, one: Sengketa
) -> None:
    day = in_days(house, 9)
    joins(atasan, one, day)
    with house.ledger.begin() as tx:
        came = tx.get(Kiriman, "surat")
        tx.save(came, replace(came, rahasia=True))
        tx.note(Catatan(INSTANSI, "mesin", "kiriman_dirahasiakan", house.clock.now(), came.id))
    keeper, petugas = (
        officer(house, "jaga", "fasilitasi_sengketa"),
        officer(house, "loket", "petugas"),
    )

    for who in (keeper, petugas):
        page = who.client.get(f"/sengketa/{one.id}").text
        assert "Surat yang tidak dapat Anda buka" in page
        for words in (hari_tanggal(day), str(day), NOMOR, "Ubah hari acara Surat"):
            assert words not in page.partition('id="tenggat"')[2]
        taken = who.client.get("/tenggat/unduh.ics?tampil=30").text
        assert "Sidang" not in taken
        assert "rahasia" not in taken
    [surat] = rows(house)
    assert moves(keeper, one, surat, in_days(house, 3)).status_code == 404
    asked = Ubah(one.id, surat.id, surat.versi, PANGGILAN, in_days(house, 3))
    with pytest.raises(TidakAda):
        sengketa_surat.move(house, keeper.hadir, asked)
    assert hari_tanggal(day) in atasan.client.get(f"/sengketa/{one.id}").text
    taken = atasan.client.get("/tenggat/unduh.ics?tampil=30").text.replace("\r\n ", "")
    assert "SUMMARY:1 tenggat rahasia" in taken
    assert "Sidang" not in taken
    assert moves(atasan, one, surat, in_days(house, 3)).status_code == 303
    line = house.perkara.trail(one)[0]
    assert not re.search(r"\d{4}-\d\d-\d\d", str(line.rincian)), "nor does the journal say it"


def test_the_forms_of_letters_are_sound(
    house: RealHouse, one: Sengketa, win, tmp_path: Path
) -> None:
    who = with_password(house, "kepala", "atasan_ppid")
    first = sengketa_surat.join(house, who, Tautkan(one.id, NOMOR, PANGGILAN, in_days(house, 9)))
    more = (in_days(house, 12), True)
    sengketa_surat.move(house, who, Ubah(one.id, first.id, first.versi, PANGGILAN, *more))
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, who.orang.nama_masuk)
        win.page.goto(f"{alamat}/sengketa/{one.id}")
        win.page.locator("main details").evaluate_all("x => x.forEach(y => y.open = true)")
        for width in (PHONE, DESKTOP):
            win.size(width)
            win.page.screenshot(path=tmp_path / f"surat-{width}.png", full_page=True)
        sound(win)
    win.quiet()
