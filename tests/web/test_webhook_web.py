"""The pages about webhooks: made once, its log read, what was lost sent again, taken back."""

from __future__ import annotations

import re

import pytest

from service import cli
from service import house as houses
from service.acts.instansi import pilihan
from service.acts.kait import antar, kelola
from service.acts.orang.hadir import operator
from service.config import Settings
from service.domain.kait import GAGAL, Kait
from service.domain.refusals import Unavailable
from service.house import RealHouse
from tests.office import INSTANSI, UNIT, work
from tests.web.api import program
from tests.web.rumah_web import Orang, officer
from tests.web.test_api_web import asked

ALAMAT = "https://data.contoh.go.id/berkas"


class Away:
    """Nobody answers."""

    kantor = frozenset[str]()

    def tell(self, *_: object) -> int:
        raise Unavailable("data.contoh.go.id tidak menjawab.", permanent=True)


@pytest.fixture
def admin(house: RealHouse) -> Orang:
    house.opened["pengabar"] = Away()
    return officer(house, "kepala", "administrator")


def form(**more: object) -> dict[str, object]:
    told = {
        "id": "a" * 26,
        "nama": "Portal data",
        "alamat": ALAMAT,
        "tempat": f"{INSTANSI}/{UNIT}",
        "peristiwa": ["berkas_dibuka", "langkah_selesai"],
    }
    return told | more


def sends(who: Orang, path: str, **told: object):
    return who.client.post(path, data={"csrf": who.csrf, **told})


def test_a_webhook_is_made_its_log_read_and_what_was_lost_sent_again(house, admin):
    made = sends(admin, "/webhook/baru", **form())
    rahasia = re.search(r'value="(kait_[^"]+)"', made.text)[1]
    at = f"/webhook/{'a' * 26}"
    assert "Belum ada yang dikirim" in admin.client.get(at).text
    program(house, "tim_sekretariat").post("/berkas", asked(house))
    antar.plan_tellings(house)
    work(house)

    page = admin.client.get(at).text
    assert "Berkas dibuka" in page
    assert "data.contoh.go.id tidak menjawab." in page
    assert "Kirim lagi 1 yang tidak terkirim" in page
    assert "Perkara dari program" not in page
    assert rahasia not in page + admin.client.get("/webhook").text
    again = sends(admin, f"{at}/ulang")
    assert "dikirim lagi" in admin.client.get(again.location).text
    work(house)
    assert house.lists.count_antaran() == {("a" * 26, GAGAL): 1}
    gone = sends(admin, f"{at}/cabut")
    assert "Webhook dicabut." in admin.client.get(gone.location).text
    assert sends(admin, f"{at}/ulang").status_code == 404


def test_one_thing_that_did_not_arrive_is_sent_again_by_itself(house, admin):
    sends(admin, "/webhook/baru", **form())
    at, tim = f"/webhook/{'a' * 26}", program(house, "tim_sekretariat")
    tim.post("/berkas", asked(house))
    tim.post("/berkas", asked(house))
    antar.plan_tellings(house)
    work(house)
    one, other = kelola.lost_of(house, operator(house), "a" * 26)
    own = f"{at}/kabar/{one.id}"

    assert own in admin.client.get(at).text
    page = admin.client.get(own).text
    assert "data.contoh.go.id tidak menjawab." in page
    assert "Kirim lagi kabar ini" in page
    again = sends(admin, f"{own}/ulang")
    assert "Kabar ini dikirim lagi." in admin.client.get(again.location).text
    assert "Kirim lagi kabar ini" not in admin.client.get(own).text
    assert [x.id for x in kelola.lost_of(house, operator(house), "a" * 26)] == [other.id]
    assert sends(admin, f"{own}/ulang").status_code == 409
    with house.ledger.read() as reading:
        urut = reading.kepala(INSTANSI).urut
    lines = house.lists.jurnal(INSTANSI, urut + 1, 5)
    line = next(x for x in lines if x.perbuatan == "kait_diulang")
    assert (line.perbuatan, line.rincian["kabar"]) == ("kait_diulang", one.id)

    lain = officer(house, "lain", "ppid")
    assert lain.client.get(own).status_code == 403
    assert sends(lain, f"{own}/ulang").status_code == 403
    assert admin.client.post(f"{own}/ulang").status_code in (400, 403)  # without its csrf
    assert admin.client.get(f"{at}/kabar/{'b' * 26}").status_code == 404
    assert sends(admin, f"{at}/kabar/{'b' * 26}/ulang").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "kata"),
    [
        ({"peristiwa": []}, "Pilih sedikitnya satu peristiwa"),
        ({"peristiwa": ["orang_diubah"]}, "dari daftar"),
        ({"alamat": "http://10.0.0.1/"}, "BERKAS_KAIT_KANTOR"),
        ({"alamat": "bukan alamat"}, "alamat lengkap"),
        ({"nama": ""}, "Isi nama penerima"),
        ({"tempat": "lain/humas"}, "dari daftar"),
    ],
    ids=str,
)
def test_a_form_with_faults_makes_none_and_keeps_what_was_typed(house, admin, wrong, kata):
    page = sends(admin, "/webhook/baru", **form(**wrong))

    assert page.status_code == 422
    assert kata in page.text
    if wrong.get("peristiwa") is None:
        assert re.search(r'value="langkah_selesai"[^>]*checked', page.text)
    with house.ledger.read() as reading:
        assert reading.find(Kait) == []


def test_the_same_form_sent_twice_makes_one(house, admin):
    sends(admin, "/webhook/baru", **form())

    again = sends(admin, "/webhook/baru", **form())

    assert again.status_code == 409
    with house.ledger.read() as reading:
        assert len(reading.find(Kait)) == 1


def test_an_officer_finds_no_webhooks(house, admin):
    sends(admin, "/webhook/baru", **form())
    who = officer(house, "satu", "ppid")

    assert who.client.get("/webhook").status_code == 403
    assert who.client.get(f"/webhook/{'a' * 26}").status_code == 403
    assert admin.client.get(f"/webhook/{'b' * 26}").status_code == 404
    assert admin.client.get(f"/webhook/{'a' * 26}?halaman=0").status_code == 200


def test_the_keeper_of_the_machine_makes_lists_and_revokes_webhooks(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("BERKAS_HOME", str(tmp_path / "rumah_dua"))
    settings = Settings.from_env({"BERKAS_HOME": str(tmp_path / "rumah_dua")})
    houses.migrate(settings)
    own = houses.build(settings)
    pilihan.set_up(own, operator(own), "kemensetneg")
    add = ["webhook", "add", "Portal", ALAMAT, "--instansi", "kemensetneg"]
    add += ["--peristiwa", "berkas_dibuka", "--unit"]

    assert cli.main([*add, "tiada"]) == 1
    assert cli.main([*add, "humas"]) == 0
    rahasia = re.search(r"kait_\S+", capsys.readouterr().out)[0]
    [one] = kelola.listing(own, operator(own))
    assert one.rahasia == rahasia
    for words in (["retry", one.id], ["log", one.id], ["revoke", one.id], ["list"]):
        assert cli.main(["webhook", *words]) == 0
    said = capsys.readouterr().out
    assert "Tidak ada yang tidak terkirim." in said
    own.close()
    assert "dicabut" in said
    assert rahasia not in said
