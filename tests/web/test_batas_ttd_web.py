"""An office says on its page by when papers are signed, and its lists and reminders say so."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.acts.naskah.tempat_ttd import places
from service.domain.instansi import HARI_KERJA
from service.domain.tanggal import panjang
from service.house import RealHouse
from tests.kantor import Kantor
from tests.office import INSTANSI
from tests.web.bertanda import approved
from tests.web.naskah_web import NOMOR, PASANGAN, SURAT, with_pair
from tests.web.rumah_web import officer
from tests.web.test_instansi_web import AT, log_in, now, said, save


@pytest.fixture
def admin(kantor: Kantor, app: Flask) -> FlaskClient:
    """Who sets up an office that writes one kind of paper."""
    pairs = kantor.home / "paket" / "umum" / "naskah"
    pairs.mkdir(parents=True)
    (pairs / f"{SURAT}.toml").write_text(PASANGAN + NOMOR)
    (pairs / f"{SURAT}.docx").write_bytes(b"contoh")
    kantor.opened()
    client = app.test_client()
    log_in(client, "admin.contoh")
    return client


def terms(kantor: Kantor) -> dict[str, tuple[int, str]]:
    return {
        one.id: (one.jumlah, one.satuan)
        for one in now(kantor).tenggat
        if one.id.startswith("tanda_tangan")
    }


def test_the_time_of_a_kind_is_set_on_the_page_and_taken_back(
    kantor: Kantor, admin: FlaskClient
) -> None:
    assert "Batas menandatangani 3 hari kerja" in said(admin.get(AT))

    save(admin, "batas-ttd", {"umum": "5", f"jenis_{SURAT}": "1"})

    assert terms(kantor) == {
        "tanda_tangan": (5, HARI_KERJA),
        f"tanda_tangan_{SURAT}": (1, HARI_KERJA),
    }
    assert "5 hari kerja; lain bagi 1 jenis naskah" in said(admin.get(AT))
    save(admin, "batas-ttd", {"umum": "", f"jenis_{SURAT}": ""})
    assert terms(kantor) == {}


@pytest.mark.parametrize("wrong", ["0", "61", "99", "-1", "dua", "1,5", "1e1"])
def test_a_time_that_is_none_is_said_and_nothing_is_changed(
    kantor: Kantor, admin: FlaskClient, wrong: str
) -> None:
    answer = save(admin, "batas-ttd", {"umum": "4", f"jenis_{SURAT}": wrong})
    assert answer.status_code in (400, 422)
    assert terms(kantor) == {}
    assert f'value="{wrong}"' in answer.text, "what was typed stays"
    assert 'value="4"' in answer.text


def test_a_paper_of_that_kind_is_due_by_then_also_in_the_list_of_what_is_out(
    house: RealHouse, tmp_path: Path
) -> None:
    with_pair(house, tmp_path)
    toml = tmp_path / "paket" / INSTANSI / "instansi.toml"
    toml.write_text(
        f'{toml.read_text()}\n[tenggat.tanda_tangan]\njumlah = 2\ndasar = "Contoh"\n'
        f'[tenggat.tanda_tangan_{SURAT}]\njumlah = 9\ndasar = "Contoh"\n'
    )
    one = approved(house)
    with house.ledger.read() as reading:
        (place,) = places(reading, one)
    assert place.jatuh
    assert place.jatuh >= house.clock.now().date() + timedelta(days=9)
    penyiap = officer(house, "penyiap2", "petugas", "tim_sekretariat")
    assert panjang(place.jatuh) in penyiap.client.get("/tanda-tangan/keluar").text
