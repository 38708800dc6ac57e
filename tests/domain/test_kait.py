"""A webhook tells ids and public words, signed, and tries for two days before it gives up."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

import pytest

from service.domain import kait as k
from service.domain.perbuatan import sentence

PAGI = datetime(2026, 11, 21, 1, tzinfo=UTC)
ALAMAT = "https://data.contoh.go.id/berkas?dari=kami"


def telling() -> k.Antaran:
    return k.Antaran(
        "a" * 26, "k" * 26, "dinas", 7, "naskah_disetujui", "n" * 26, PAGI, PAGI, "humas"
    )


def test_what_is_told_holds_ids_and_public_words_alone():
    assert json.loads(k.told(telling())) == {
        "id": "a" * 26,
        "peristiwa": "naskah_disetujui",
        "waktu": "2026-11-21T01:00:00+00:00",
        "instansi": "dinas",
        "unit": "humas",
        "jenis": "naskah",
        "tentang": "n" * 26,
        "alamat": f"/api/v1/naskah/{'n' * 26}",
    }


def test_after_a_restore_the_same_line_tells_of_another_act_under_another_id():
    before = k.antaran_id("k" * 26, 7, PAGI)
    assert k.antaran_id("k" * 26, 7, PAGI) == before
    assert k.antaran_id("k" * 26, 7, PAGI + timedelta(hours=1)) != before


def test_the_receiver_can_prove_who_told_it_and_when():
    heads = k.heads(telling(), "kait_rahasia", PAGI)

    signed = f"{int(PAGI.timestamp())}.".encode() + k.told(telling())
    expected = hmac.new(b"kait_rahasia", signed, hashlib.sha256).hexdigest()
    assert heads["Berkas-Tanda"] == f"v1={expected}"
    assert heads["Berkas-Id"] == "a" * 26
    assert k.heads(telling(), "lain", PAGI)["Berkas-Tanda"] != heads["Berkas-Tanda"]


def test_it_is_tried_after_1_2_4_minutes_and_given_up_within_48_hours():
    one, now, pauses = telling(), PAGI, []
    while one.keadaan == k.BELUM:
        one = k.failed(one, 503, "Penerima menjawab 503.", now)
        if one.berikut:
            pauses.append((one.berikut - now) // timedelta(minutes=1))
            now = one.berikut

    assert pauses == [2**n for n in range(11)]
    assert one.keadaan == k.GAGAL
    assert now - PAGI <= k.PALING_LAMA < now - PAGI + timedelta(minutes=2**11)
    fresh = k.again(one, now)
    assert (fresh.keadaan, fresh.dicoba, fresh.dibuat, fresh.id) == (k.BELUM, 0, now, one.id)


def test_each_try_is_owed_under_a_name_of_its_own():
    first = telling()

    assert k.work_id(first) != k.work_id(k.failed(first, 500, "", PAGI))


@pytest.mark.parametrize(
    "alamat",
    [
        "",
        "data.contoh.go.id",
        "ftp://data.contoh.go.id",
        "http://data.contoh.go.id",
        "https://",
        "https://a:b@data.contoh.go.id",
        "https://data.contoh.go.id/#a",
        "https://data.contoh.go.id:0/",
        "https://data.contoh.go.id:99999/",
        "https://data.contoh.go.id/\u0000",
        "https://data.contoh.go.id/\r\nX: y",
        "https://[::1",
        "https://x/" + "a" * 500,
        "javascript:alert(1)",
    ],
)
def test_an_address_that_cannot_be_told_is_refused(alamat):
    with pytest.raises(k.KaitTidakSah, match="Tidak ada yang diubah"):
        k.checked("Portal", alamat, ("berkas_dibuka",), ())


def test_a_machine_of_the_office_may_be_told_without_tls():
    with pytest.raises(k.KaitTidakSah, match="BERKAS_KAIT_KANTOR"):
        k.checked("Portal", "http://simpeg.kantor/x", ("berkas_dibuka",), ())

    assert k.checked(" Portal  data ", ALAMAT, ("berkas_dibuka",), ()) == "Portal data"
    assert k.checked("P", "http://simpeg.kantor/x", ("berkas_dibuka",), {"simpeg.kantor"})


@pytest.mark.parametrize("peristiwa", [(), ("masuk",), ("berkas_dibuka", "orang_diubah")])
def test_only_acts_that_are_no_secret_can_be_chosen(peristiwa):
    with pytest.raises(k.KaitTidakSah):
        k.checked("Portal", ALAMAT, peristiwa, ())


def test_every_act_that_can_be_told_is_one_the_journal_knows():
    strange = [x for x in k.PERISTIWA if sentence(x) == x.replace("_", " ")]

    assert strange == []
