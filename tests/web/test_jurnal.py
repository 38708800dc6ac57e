"""The journal: whoever keeps the machine sees that a matter moved, not what it says."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.acts.orang import masuk
from service.domain.alasan import Alasan
from service.domain.catatan import Catatan
from service.domain.naskah import DISETUJUI, Naskah
from service.web.app import create_app
from tests.kantor import SANDI, Kantor
from tests.web.test_pintu import log_in

SEBAB, ISI = "Sebab contoh yang tertutup", "Ringkasan contoh yang dikecualikan"


@pytest.fixture
def app(kantor: Kantor) -> Flask:
    admin = kantor.opened()
    ppid = kantor.person(admin, "contoh.ppid", "ppid")
    now, id_ = kantor.clock.now(), kantor.new_id()
    isian = {"judul": ISI}
    with kantor.ledger.begin() as tx:
        tx.add(
            Naskah(
                id_, "b", "dinas_contoh", "sk", DISETUJUI, now, isian, tanggal=date(2026, 11, 21)
            )
        )
        tx.add(Alasan(kantor.new_id(), "dinas_contoh", id_, SEBAB))
        tx.note(Catatan("dinas_contoh", ppid.id, "naskah_disetujui", now, id_))
    return create_app(kantor)


def entered(app: Flask, nama_masuk: str) -> FlaskClient:
    client = app.test_client()
    log_in(client, nama_masuk)
    return client


def approved(kantor: Kantor) -> str:
    found = kantor.lists.jurnal("dinas_contoh", 10_000, 50)
    (urut,) = [one.urut for one in found if one.perbuatan == "naskah_disetujui"]
    return f"/jurnal/dinas_contoh/{urut}"


def test_an_officer_reads_what_changed_and_why(kantor: Kantor, app: Flask) -> None:
    client = entered(app, "contoh.ppid")
    at = approved(kantor)

    assert f"Alasan: {SEBAB}" in client.get("/jurnal").text
    assert SEBAB in client.get(at).text
    assert ISI in client.get(at).text


def test_whoever_only_keeps_the_house_reads_neither(kantor: Kantor, app: Flask) -> None:
    client = entered(app, "admin.contoh")
    at = approved(kantor)
    listed, one = client.get("/jurnal?instansi=dinas_contoh"), client.get(at)

    assert "Menyetujui naskah" in listed.text
    assert (one.status_code, "Menyetujui naskah" in one.text) == (200, True)
    for page in (listed.text, one.text):
        assert SEBAB not in page
        assert ISI not in page


def test_a_clerk_who_also_keeps_the_house_reads_neither(kantor: Kantor, app: Flask) -> None:
    """A journal tells of what is withheld, too, and a clerk may not see that."""
    admin = masuk.who(kantor, masuk.enter(kantor, "admin.contoh", SANDI, "192.0.2.1").token)
    assert admin
    kantor.person(admin, "contoh.rangkap", "petugas", "administrator")
    client = entered(app, "contoh.rangkap")
    at = approved(kantor)

    for page in (client.get("/jurnal?instansi=dinas_contoh"), client.get(at)):
        assert "Menyetujui naskah" in page.text
        assert SEBAB not in page.text
        assert ISI not in page.text
