"""The figures of a house: for a program with a token or on this machine, and without a name."""

from __future__ import annotations

import re

import pytest

from service.domain.refusals import Unavailable
from service.domain.ukuran import HITUNGAN, Ukuran, one, written
from service.house import RealHouse
from service.web.app import create_app
from tests.office import INSTANSI, arrive
from tests.papers import letter
from tests.web.api import program

BARIS = re.compile(r'[a-z_]+(\{([a-z]+="(\\.|[^"\\])*",?)+\})? -?[0-9.e+]+')
JAUH = {"REMOTE_ADDR": "192.0.2.7"}


def test_the_text_is_as_prometheus_reads_it():
    label = (("rute", '/a"\\b\n'),)

    told = written([one("berkas_a", "Kata.", 3), Ukuran("berkas_b", "B.", HITUNGAN, {label: 2})])

    assert told == (
        "# HELP berkas_a Kata.\n# TYPE berkas_a gauge\nberkas_a 3\n"
        '# HELP berkas_b B.\n# TYPE berkas_b counter\nberkas_b{rute="/a\\"\\\\b\\n"} 2\n'
    )
    assert written([one("berkas_a", "Kata.", None)]) == ""


def test_what_is_owed_and_what_was_asked_is_told_by_kind_and_route_alone(house, tmp_path):
    one = arrive(house, letter(tmp_path / "surat.docx", "Rahasia dapur"))
    who = program(house)
    who.get(f"/kiriman/{one.id}")
    who.get("/kiriman/tidak-ada")

    told = who.client.get("/metrik").text

    lines = [x for x in told.splitlines() if not x.startswith("#")]
    assert [x for x in lines if not BARIS.fullmatch(x)] == []
    assert 'berkas_pekerjaan{keadaan="menunggu",pekerjaan="identify"} 1' in lines
    rute = 'metode="GET",rute="/api/v1/kiriman/<kiriman_id>"'
    assert f'berkas_permintaan_total{{{rute},status="200"}} 1' in lines
    assert f'berkas_permintaan_total{{{rute},status="404"}} 1' in lines
    assert "berkas_disk_bebas_bita" in told
    for word in (one.id, INSTANSI, "surat.docx", who.rahasia):
        assert word not in told


@pytest.mark.parametrize(
    ("heads", "environ", "status"),
    [
        ({}, {}, 200),
        ({}, {"REMOTE_ADDR": "::1"}, 200),
        ({}, JAUH, 401),
        ({"X-Forwarded-For": "192.0.2.7"}, {}, 401),
        ({"Forwarded": "for=192.0.2.7"}, {}, 401),
        ({"Host": "127.0.0.1:8080"}, {}, 200),
        ({"Host": "[::1]:8080"}, {}, 200),
        ({"Host": "berkas.contoh.go.id"}, {}, 401),
        ({"Host": "192.0.2.7:8080"}, {}, 401),
        ({"Authorization": "Bearer berkas_salah"}, JAUH, 401),
    ],
    ids=str,
)
def test_only_this_machine_and_who_shows_a_token_reads_them(house, heads, environ, status):
    client = create_app(house).test_client()

    answer = client.get("/metrik", headers=heads, environ_overrides=environ)

    assert answer.status_code == status


def test_from_elsewhere_a_token_opens_them(house):
    who = program(house)
    heads = {"Authorization": f"Bearer {who.rahasia}"}

    assert who.client.get("/metrik", headers=heads, environ_overrides=JAUH).status_code == 200


def test_a_queue_that_is_away_ends_none_of_the_other_figures(house: RealHouse):
    class Away:
        def depth(self, _jalur: str) -> int:
            raise Unavailable("Valkey tidak menjawab.")

    house.opened["post"] = Away()

    told = create_app(house).test_client().get("/metrik").text

    assert "berkas_antrean_panjang" not in told
    assert "berkas_pekerjaan_tertua_detik 0" in told
