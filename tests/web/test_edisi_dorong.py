"""The page of other sites tells how each stands and why, and never by what key it is opened."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from service.acts.edisi.dorong_kirim import push
from service.adapters.dorong import Situs
from service.commands import dorong as command
from service.domain.edisi.dorong import Terdorong, id_of
from service.domain.edisi.tujuan import targets
from service.domain.refusals import Unavailable
from tests.acts.perkara import KODE
from tests.edisi import KantorEdisi, kantor_edisi
from tests.kantor import Kantor
from tests.web.test_edisi_web import client, send

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
HALAMAN = "/edisi/dorong"
KUNCI = "token-contoh-rahasia"
SITUS = f"""
[portal]
jenis = "ckan"
instansi = "{KODE}"
alamat = "https://127.0.0.1:1"
organisasi = "ppid"
kunci = "{KUNCI}"
daftar = ["dip", "dik"]
"""


@pytest.fixture
def it(kantor: Kantor) -> KantorEdisi:
    kantor.clock.at = SENIN
    return kantor_edisi(kantor)


def test_a_site_that_cannot_be_reached_is_told_with_its_reason(it: KantorEdisi) -> None:
    ppid, petugas = client(it, "ppid"), client(it, "unit")
    assert "Tidak ada situs lain yang disetel" in ppid.get(HALAMAN).text
    it.kantor.outlets = Situs(targets(SITUS), it.kantor.home)
    assert "Belum pernah dikirim" in ppid.get(HALAMAN).text
    it.piece("keuangan")
    it.kantor.store_publik = it.kantor.store
    it.public()
    with pytest.raises(Unavailable):
        push(it.kantor, "portal")

    page = ppid.get(HALAMAN).text
    assert "Belum terkirim" in page
    assert "terletak di jaringan kantor" in page
    assert KUNCI not in page
    assert "DIP, DIK" in page
    assert "Kirim lagi" not in petugas.get(HALAMAN).text
    assert petugas.post(f"{HALAMAN}/{KODE}/portal").status_code in (400, 403, 404)
    assert send(ppid, HALAMAN, f"{HALAMAN}/{KODE}/portal").status_code == 303
    assert send(ppid, HALAMAN, f"{HALAMAN}/{KODE}/lain").status_code == 404


def test_what_may_still_stand_on_a_site_that_is_set_no_longer_is_told(it: KantorEdisi) -> None:
    row = Terdorong(id_of("portal_lama", "berkas-x-dip"), KODE, "portal_lama", "berkas-x-dip")
    with it.kantor.ledger.begin() as tx:
        tx.add(row)

    page = client(it, "ppid").get(HALAMAN).text

    assert "portal_lama" in page
    assert "1 hal mungkin masih ada di sana" in page


def test_the_command_tells_the_same_and_never_the_key(
    it: KantorEdisi, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    it.kantor.outlets = Situs(targets(SITUS), it.kantor.home)
    it.kantor.close = lambda: None
    it.kantor.store_publik = it.kantor.store
    it.piece("keuangan")
    it.public()
    monkeypatch.setattr(command.houses, "open_checked", lambda _: it.kantor)

    import argparse

    parser = argparse.ArgumentParser()
    command.arguments(parser)
    assert command.run(parser.parse_args([])) == 1
    assert "Belum pernah dikirim" in capsys.readouterr().out
    assert command.run(parser.parse_args(["portal", "--kirim", "--json"])) == 1
    told = capsys.readouterr().out

    assert json.loads(told)["keadaan"] == "gagal"
    assert KUNCI not in told
