"""A data portal holds each list once, just as it stands here, however often it is told."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from service.adapters.dorong import Ckan
from service.domain.refusals import Unavailable
from tests.adapters.dorong.contoh import Rak, without
from tests.ckan_tiruan import ORGANISASI, TOKEN, CkanTiruan
from tests.situs_tiruan import SABAR

NAMA = "berkas-dinas-contoh-dip"


def sender(ckan: CkanTiruan, folder: Path, **more: object) -> Ckan:
    return Ckan(ckan.tujuan(**more), folder / "kunci", SABAR)


@pytest.fixture
def portal(ckan: CkanTiruan, tmp_path: Path) -> Ckan:
    return sender(ckan, tmp_path)


def test_a_list_is_one_data_set_with_one_file_of_each_format(
    portal: Ckan, ckan: CkanTiruan, rak: Rak
) -> None:
    one = rak.listed(csv=b"satu\n", json=b"[1]")

    portal.bring(one, rak.fetch)
    portal.bring(one, rak.fetch)

    assert ckan.terbuka == [NAMA]
    assert ckan.files(NAMA) == {"csv": b"satu\n", "json": b"[1]"}
    there = ckan.himpunan[NAMA]
    assert there["title"] == "Daftar Informasi Publik Dinas Contoh"
    assert there["organization"]["name"] == ORGANISASI
    assert there["author_email"] == "ppid@contoh.id"
    assert there["url"] == "https://ppid.contoh.go.id/dip"
    assert (ckan.count("resource_create"), ckan.count("package_update")) == (2, 0)


def test_a_portal_that_marks_files_in_a_way_of_its_own_is_not_sent_them_again(
    portal: Ckan, ckan: CkanTiruan, rak: Rak
) -> None:
    portal.bring(rak.listed(csv=b"satu"), rak.fetch)
    ckan.himpunan[NAMA]["resources"][0]["hash"] = "5eb63bbbe01eeed093cb22bb8f5acdc3"

    portal.bring(rak.listed(csv=b"satu"), rak.fetch)

    assert ckan.count("resource_create") + ckan.count("resource_update") == 1


def test_a_new_edition_takes_the_place_of_the_old_one_at_the_same_address(
    portal: Ckan, ckan: CkanTiruan, rak: Rak
) -> None:
    portal.bring(rak.listed(csv=b"satu\n", pdf=b"%PDF-1"), rak.fetch)
    before = {x["berkas_bentuk"]: x["id"] for x in ckan.himpunan[NAMA]["resources"]}

    portal.bring(rak.listed("Laporan dua", csv=b"dua\n", json=b"{}"), rak.fetch)

    assert ckan.files(NAMA) == {"csv": b"dua\n", "json": b"{}"}
    after = {x["berkas_bentuk"]: x["id"] for x in ckan.himpunan[NAMA]["resources"]}
    assert after["csv"] == before["csv"]
    assert b"%PDF-1" not in ckan.isi.values()


def test_what_may_be_read_no_more_goes_before_anything_new_comes(
    portal: Ckan, ckan: CkanTiruan, rak: Rak
) -> None:
    portal.bring(rak.listed("Laporan rahasia", csv=b"rahasia", json=b"{}"), rak.fetch)
    ckan.diminta.clear()
    ckan.tingkah, ckan.kena = "500", "resource_create"

    with pytest.raises(Unavailable):
        portal.bring(rak.listed("Laporan dua", pdf=b"%PDF"), rak.fetch)

    assert ckan.files(NAMA) == {}
    assert b"rahasia" not in ckan.isi.values()


def test_a_list_that_was_withdrawn_is_open_no_more_and_may_come_again(
    portal: Ckan, ckan: CkanTiruan, rak: Rak
) -> None:
    portal.bring(rak.listed(), rak.fetch)

    portal.withdraw(NAMA)
    portal.withdraw(NAMA)
    portal.withdraw("berkas-tidak-pernah-ada")

    assert (ckan.terbuka, ckan.isi) == ([], {})
    portal.bring(rak.listed(csv=b"lagi"), rak.fetch)
    assert ckan.terbuka == [NAMA]
    assert ckan.files(NAMA) == {"csv": b"lagi"}


@pytest.mark.parametrize("kena", ["package_create", "resource_create", "package_update"])
def test_an_answer_that_was_lost_makes_nothing_twice(
    portal: Ckan, ckan: CkanTiruan, rak: Rak, kena: str
) -> None:
    if kena == "package_update":
        portal.bring(rak.listed("Laporan", "Laporan lain", csv=b"lama"), rak.fetch)
    one = rak.listed("Laporan dua", csv=b"baru", json=b"{}")
    ckan.tingkah, ckan.kena, ckan.sekali = "putus_sesudah", kena, True

    with pytest.raises(Unavailable) as wrong:
        portal.bring(one, rak.fetch)
    portal.bring(one, rak.fetch)

    assert not wrong.value.permanent
    assert list(ckan.himpunan) == [NAMA]
    assert ckan.files(NAMA) == {"csv": b"baru", "json": b"{}"}


def test_a_file_that_a_killed_sender_had_on_its_way_does_not_stay_beside_ours(
    portal: Ckan, ckan: CkanTiruan, rak: Rak
) -> None:
    one = rak.listed(csv=b"satu\n")
    ckan.lewat = lambda told: _twin(ckan) if "resource_create" in told else None

    portal.bring(one, rak.fetch)

    assert ckan.files(NAMA) == {"csv": b"satu\n"}


def _twin(ckan: CkanTiruan) -> None:
    ckan.lewat = None
    row = ckan.himpunan[NAMA]["resources"][0]
    ckan.isi["r900"] = ckan.isi[row["id"]]
    ckan.himpunan[NAMA]["resources"].append({**row, "id": "r900"})


def test_two_senders_do_not_send_at_once(portal: Ckan, ckan: CkanTiruan, tmp_path: Path) -> None:
    other = sender(ckan, tmp_path).alone()
    with portal.alone(), pytest.raises(Unavailable, match="sedang berjalan"), other:
        raise AssertionError("two at once")


def test_a_data_set_of_somebody_else_under_our_name_is_left_alone(
    portal: Ckan, ckan: CkanTiruan, rak: Rak
) -> None:
    portal.bring(rak.listed(), rak.fetch)
    ckan.himpunan[NAMA]["extras"] = []
    ckan.diminta.clear()

    with pytest.raises(Unavailable, match="bukan dari sini") as wrong:
        portal.bring(rak.listed("Laporan dua"), rak.fetch)
    portal.withdraw(NAMA)

    assert wrong.value.permanent
    assert ckan.terbuka == [NAMA]
    assert {one.rpartition("/")[2] for one in ckan.diminta} == {"package_show"}


def test_what_others_laid_into_our_data_set_stays(portal: Ckan, ckan: CkanTiruan, rak: Rak) -> None:
    one = rak.listed(csv=b"satu", json=b"{}")
    portal.bring(one, rak.fetch)
    theirs = {"id": "r900", "name": "Panduan portal", "url": "https://data.contoh.go.id/panduan"}
    ckan.himpunan[NAMA]["resources"].append(theirs)
    ckan.himpunan[NAMA]["extras"].append({"key": "wilayah", "value": "Kota Contoh"})

    portal.bring(without(replace(one, kata="Kata baru"), "json"), rak.fetch)

    there = ckan.himpunan[NAMA]
    assert [x["name"] for x in there["resources"] if "berkas_bentuk" not in x] == ["Panduan portal"]
    assert {x["key"] for x in there["extras"]} == {"berkas", "wilayah"}
    assert there["notes"] == "Kata baru"


@pytest.mark.parametrize(
    ("tingkah", "lagi", "kata"),
    [
        ("401", False, "menolak kunci"),
        ("403", False, "menolak kunci"),
        ("404", False, "tidak ada yang dicari"),
        ("409", False, "Tidak bisa"),
        ("413", False, "menolak file sebesar itu"),
        ("429", True, "sedang terganggu"),
        ("500", True, "sedang terganggu"),
        ("503", True, "sedang terganggu"),
        ("html", True, "sedang terganggu"),
        ("html_200", False, "bentuk yang tidak dikenal"),
        ("alihkan", False, "mengalihkan"),
        ("putus_sebelum", True, "tidak menjawab"),
        ("diam", True, "waktu tunggunya habis"),
        ("tetes", True, "waktu tunggunya habis"),
        ("gema", False, "menolak (menjawab 400)"),
    ],
)
def test_what_a_site_does_wrong_is_told_plainly_and_tried_again_where_that_helps(
    portal: Ckan, ckan: CkanTiruan, rak: Rak, tingkah: str, lagi: bool, kata: str
) -> None:
    ckan.tingkah, ckan.kena = tingkah, "_create"
    begun = time.monotonic()

    with pytest.raises(Unavailable) as wrong:
        portal.bring(rak.listed(), rak.fetch)

    assert kata in str(wrong.value)
    assert wrong.value.permanent is not lagi
    assert TOKEN not in str(wrong.value)
    assert TOKEN not in repr(portal.tujuan)
    assert time.monotonic() - begun < 3


def test_a_file_that_the_portal_finds_too_large_does_not_hold_up_the_others(
    portal: Ckan, ckan: CkanTiruan, rak: Rak
) -> None:
    ckan.tingkah, ckan.kena, ckan.sekali = "413", "resource_create", True

    with pytest.raises(Unavailable, match="file sebesar itu"):
        portal.bring(rak.listed(csv=b"besar", json=b"{}", pdf=b"%PDF"), rak.fetch)

    assert len(ckan.files(NAMA)) == 2


def test_an_organisation_that_the_portal_does_not_know_is_told(
    ckan: CkanTiruan, rak: Rak, tmp_path: Path
) -> None:
    with pytest.raises(Unavailable, match="Organization does not exist"):
        sender(ckan, tmp_path, organisasi="lain").bring(rak.listed(), rak.fetch)


def test_a_key_that_is_not_known_is_told(ckan: CkanTiruan, rak: Rak, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="Periksa kunci tujuan portal"):
        sender(ckan, tmp_path, kunci="lain").bring(rak.listed(), rak.fetch)


def test_a_certificate_of_nobody_known_is_not_trusted(
    ckan: CkanTiruan, rak: Rak, tmp_path: Path
) -> None:
    with pytest.raises(Unavailable, match="tidak dipercaya") as wrong:
        sender(ckan, tmp_path, ca=None).bring(rak.listed(), rak.fetch)

    assert wrong.value.permanent
    assert ckan.diminta == []


def test_a_site_in_the_office_is_only_asked_where_the_office_said_so(
    ckan: CkanTiruan, rak: Rak, tmp_path: Path
) -> None:
    with pytest.raises(Unavailable, match='jaringan = "kantor"') as wrong:
        sender(ckan, tmp_path, jaringan=None).bring(rak.listed(), rak.fetch)

    assert wrong.value.permanent
    assert ckan.diminta == []


def test_a_site_that_is_not_there_is_tried_again(tmp_path: Path, ckan: CkanTiruan) -> None:
    away = replace(ckan.tujuan(), port=1)

    with pytest.raises(Unavailable) as wrong:
        Ckan(away, tmp_path, SABAR).withdraw(NAMA)

    assert not wrong.value.permanent


def test_many_senders_in_turn_make_one(ckan: CkanTiruan, rak: Rak, tmp_path: Path) -> None:
    one = rak.listed(csv=b"satu", json=b"{}")

    def send() -> None:
        mine = sender(ckan, tmp_path)
        for _ in range(200):
            try:
                with mine.alone():
                    mine.bring(one, rak.fetch)
            except Unavailable:
                time.sleep(0.01)
            else:
                return

    crowd = [threading.Thread(target=send) for _ in range(4)]
    for each in crowd:
        each.start()
    for each in crowd:
        each.join()

    assert list(ckan.himpunan) == [NAMA]
    assert ckan.files(NAMA) == {"csv": b"satu", "json": b"{}"}
    assert ckan.count("resource_create") == 2
