"""A scan laid down for a matter joins it: looked at like all else, but no incoming letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs import identify
from service.acts.instansi.aturan import aturan_of
from service.acts.keadaan.audit import audit
from service.acts.kiriman import putusan as putusan_kiriman
from service.domain.berkas import Berkas
from service.domain.kiriman import BERKAS, DIDAFTAR, DITERIMA, KARANTINA, WEB, Kiriman
from service.domain.nomor import Nomor
from service.house import RealHouse
from tests.jobs.test_bernomor import Scanner
from tests.office import arrive_letter, work
from tests.web.rumah_web import Orang, officer, rumah_web
from tests.web.test_berkas_web import brought, does, opened


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


@pytest.fixture
def tim(house: RealHouse) -> Orang:
    return officer(house, "tim", "tim_sekretariat", "ppid")


def laid(house: RealHouse, pintu: str) -> list[Kiriman]:
    with house.ledger.read() as reading:
        return [one for one in reading.find(Kiriman) if one.pintu == pintu]


def whole(house: RealHouse) -> None:
    assert [one.janji for one in audit(house) if one.dilanggar] == []


def at_invitation(tim: Orang) -> str:
    at = opened(tim)
    brought(tim, at, "surat_permohonan", "didaftar")
    assert does(tim, at, "selesai", hasil="uji").status_code == 303
    return at


def test_a_paper_of_our_own_joins_its_matter_and_takes_no_number(
    house: RealHouse, tim: Orang, tmp_path: Path
) -> None:
    at = at_invitation(tim)
    work(house)
    brought(tim, at, "undangan_rapat", "ditandatangani")
    work(house)

    [one] = laid(house, BERKAS)
    assert (one.keadaan, one.nomor_agenda, one.nomor_daftar) == (DIDAFTAR, "", "")
    assert one.berkas == at.split("/")[-1]
    with house.ledger.read() as reading:
        assert len(reading.find(Berkas)) == 1
        agenda = [n.nomor for n in reading.find(Nomor) if "/agenda/" in n.buku]
    [letter] = laid(house, WEB)
    assert agenda == [letter.nomor_agenda]  # the letter alone stands in the agenda
    assert letter.berkas == one.berkas
    listed = tim.client.get("/register/masuk").text
    assert letter.nomor_agenda in listed
    assert one.surat.perihal not in listed
    assert "bahan berkas Perkara contoh" in tim.client.get("/kiriman").text
    page = tim.client.get(f"/kiriman/{one.id}").text
    assert f'href="{at}"' in page
    came = arrive_letter(house, tmp_path)
    work(house)
    with house.ledger.read() as reading:
        assert reading.get(Kiriman, came.id).nomor_agenda.startswith("0002/")
    whole(house)


def test_a_scan_that_is_infected_is_kept_apart_like_all_else_and_takes_no_number(
    house: RealHouse, tim: Orang
) -> None:
    scanner = Scanner()
    house.opened["scanner"] = scanner
    at = at_invitation(tim)
    work(house)
    scanner.virus = "Contoh-Virus"
    brought(tim, at, "undangan_rapat", "ditandatangani")
    work(house)

    [one] = laid(house, BERKAS)
    assert (one.keadaan, one.nomor_agenda) == (KARANTINA, "")
    assert one.berkas == at.split("/")[-1]
    assert "Perlu tindakan" in tim.client.get(f"/kiriman/{one.id}").text
    whole(house)


def test_a_scan_that_is_held_is_promised_no_number_and_is_let_in_later(
    house: RealHouse, tim: Orang
) -> None:
    scanner = Scanner()
    house.opened["scanner"] = scanner
    at = at_invitation(tim)
    work(house)
    scanner.away = True
    brought(tim, at, "undangan_rapat", "ditandatangani")
    [one] = laid(house, BERKAS)
    identify.run(house, one.id)
    assert laid(house, BERKAS)[0].keadaan == DITERIMA
    page = tim.client.get(f"/kiriman/{one.id}").text
    assert "Nomor agenda diberikan begitu" not in page
    scanner.away = False
    identify.run(house, one.id)

    [one] = laid(house, BERKAS)
    assert (one.keadaan, one.nomor_agenda) == (DIDAFTAR, "")
    whole(house)


def test_the_same_scan_for_two_matters_belongs_to_each(house: RealHouse, tim: Orang) -> None:
    first, second = at_invitation(tim), at_invitation(tim)
    work(house)
    for at in (first, second):
        brought(tim, at, "undangan_rapat", "ditandatangani")
        work(house)

    one, other = sorted(laid(house, BERKAS), key=lambda one: one.diterima)
    assert [one.berkas, other.berkas] == [at.split("/")[-1] for at in (first, second)]
    assert other.kembar  # that the same bytes came before is known, and nothing more
    assert (one.keadaan, other.keadaan) == (DIDAFTAR, DIDAFTAR)
    whole(house)


def test_what_was_laid_down_is_withheld_with_its_matter(
    house: RealHouse, tim: Orang, tmp_path: Path
) -> None:
    came = arrive_letter(house, tmp_path, "Permohonan informasi contoh")
    work(house)
    kiriman = _as_request(house, tim, came.id)
    at = f"/berkas/{kiriman.berkas}"
    does(tim, at, "selesai", hasil="uji")
    brought(tim, at, "undangan_rapat", "ditandatangani")
    work(house)
    putusan_kiriman.secret(house, tim.hadir, kiriman.id, kiriman.versi)

    assert [one.rahasia for one in laid(house, BERKAS)] == [True]
    whole(house)


def _as_request(house: RealHouse, tim: Orang, id_: str) -> Kiriman:
    with house.ledger.read() as reading:
        now = reading.get(Kiriman, id_)
    told = putusan_kiriman.Ketetapan("permohonan_informasi", now.surat)
    putusan_kiriman.confirm(house, tim.hadir, id_, now.versi, told)
    with house.ledger.read() as reading:
        return reading.get(Kiriman, id_)


def test_a_person_may_say_more_of_it_and_it_stays_with_its_matter(
    house: RealHouse, tim: Orang
) -> None:
    at = at_invitation(tim)
    brought(tim, at, "undangan_rapat", "ditandatangani")
    work(house)
    [one] = laid(house, BERKAS)
    jenis = aturan_of(house, one.instansi).jenis[0].id
    told = putusan_kiriman.Ketetapan(jenis, one.surat)
    putusan_kiriman.confirm(house, tim.hadir, one.id, one.versi, told)

    [kept] = laid(house, BERKAS)
    assert (kept.jenis, kept.nomor_agenda, kept.nomor_daftar) == (jenis, "", "")
    assert (kept.berkas, kept.unit) == (one.berkas, one.unit)
    whole(house)
