"""The bag at its page: asked for, taken in the open, and taken locked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.acts.tas import minta
from service.adapters.gembok import AgeLocks
from service.domain.berkas import Berkas
from service.domain.tas.tas import TasBerkas
from service.web.app import create_app
from tests.kantor import SANDI, Kantor
from tests.tas import BERKAS, KantorTas, kantor_tas
from tests.web.test_edisi_web import send

MUKA = f"/berkas/{BERKAS}/tas"
KUNCI = "kuda benar baterai"


@pytest.fixture
def it(kantor: Kantor, tmp_path: Path) -> KantorTas:
    return kantor_tas(kantor, tmp_path)


def client(it: KantorTas, peran: str) -> FlaskClient:
    """Somebody with this peran, who is in."""
    who = it.oleh(peran)
    one = create_app(it.kantor).test_client()  # type: ignore[arg-type]
    one.environ_base["REMOTE_ADDR"] = f"192.0.2.{len(it.orang.orang)}"
    one.get("/masuk")
    csrf = one.get_cookie("berkas-awal")
    assert csrf
    told = {"csrf": csrf.value, "nama_masuk": who.orang.nama_masuk, "sandi": SANDI}
    assert one.post("/masuk", data=told).status_code in (302, 303)
    return one


def test_a_keeper_asks_for_the_bag_and_takes_its_open_part(it: KantorTas) -> None:
    keeper = client(it, "pengelola_arsip")
    assert "Susun tas arsip" in keeper.get(MUKA).text
    assert send(keeper, MUKA, MUKA).status_code == 303
    assert "sedang disusun" in keeper.get(MUKA).text
    with it.kantor.ledger.read() as reading:
        (one,) = reading.find(TasBerkas)
    minta.make(it.kantor, one.id)  # type: ignore[arg-type]

    page = keeper.get(MUKA).text
    assert "Unduh bagian terbuka" in page
    assert "Bagian tertutup" not in page
    with keeper.get(f"{MUKA}/{one.id}") as got:
        assert got.headers["Content-Disposition"].endswith(f"tas-{BERKAS}-terbuka.zip")
        assert zipfile.ZipFile(io.BytesIO(got.data)).testzip() is None


def test_the_closed_part_leaves_locked_with_what_was_typed_just_now(it: KantorTas) -> None:
    it.change(Berkas, BERKAS, rahasia=True)
    one, keeper = it.made(), client(it, "pengelola_arsip")
    at = f"{MUKA}/{one.id}"
    assert "Unduh bagian terbuka" not in keeper.get(MUKA).text
    assert keeper.get(at).status_code == 404

    for sandi, ulang, penerima, why in (
        ("", "", "", "salah satu saja"),
        (KUNCI, "lain sama sekali", "", "tidak sama"),
        ("pendek", "pendek", "", "paling sedikit 12 huruf"),
        ("", "", "age1salah", "tidak terbaca"),
    ):
        wrong = send(keeper, MUKA, at, sandi=sandi, ulang=ulang, penerima=penerima)
        assert (wrong.status_code, why in wrong.text) == (422, True)
        assert KUNCI not in wrong.text
    got = send(keeper, MUKA, at, sandi=KUNCI, ulang=KUNCI, penerima="")
    assert got.headers["Content-Disposition"].endswith('-tertutup.zip.age"')
    with AgeLocks(4).open(io.BytesIO(got.data), KUNCI) as opened:
        assert zipfile.ZipFile(io.BytesIO(opened.read())).testzip() is None


def test_who_may_not_see_it_finds_nothing_there(it: KantorTas) -> None:
    one = it.made()
    for peran in ("petugas", "unit"):
        other = client(it, peran)
        assert other.get(MUKA).status_code in (403, 404)
        assert other.get(f"{MUKA}/{one.id}").status_code in (403, 404)
        assert "Tas arsip" not in other.get(f"/berkas/{BERKAS}").text
    it.change(Berkas, BERKAS, rahasia=True)
    assert client(it, "unit").get(MUKA).status_code in (403, 404)
    assert client(it, "pengelola_arsip").get("/berkas/tidak-ada/tas").status_code == 404
