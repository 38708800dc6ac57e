"""The page of addresses tells of what is broken, and has it looked at once more."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from service.acts.edisi import alamat
from service.domain.edisi.alamat_periksa import Jawaban
from tests.acts.perkara import KODE
from tests.acts.test_alamat import LUAR, Tamu, listed
from tests.edisi import KantorEdisi, kantor_edisi
from tests.kantor import Kantor
from tests.web.test_edisi_web import client, send

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
HALAMAN = "/edisi/alamat"


@pytest.fixture
def it(kantor: Kantor) -> KantorEdisi:
    kantor.clock.at = SENIN
    kantor.pengunjung = Tamu()
    return kantor_edisi(kantor)


def test_what_does_not_answer_is_told_and_looked_at_once_more(it: KantorEdisi) -> None:
    ppid, petugas = client(it, "ppid"), client(it, "unit")
    assert "Belum ada alamat yang diperiksa" in ppid.get(HALAMAN).text
    listed(it, "keuangan", "kinerja")
    tamu = it.kantor.pengunjung
    assert isinstance(tamu, Tamu)
    tamu.jawab[LUAR.format("kinerja")] = Jawaban(404)
    alamat.look(it.kantor, KODE)

    page = ppid.get(HALAMAN).text
    assert LUAR.format("kinerja") in page
    assert LUAR.format("keuangan") not in page
    assert "servernya menjawab 404" in page
    assert "2 alamat, 1 tidak seperti seharusnya" in page
    assert "Periksa lagi" not in petugas.get(HALAMAN).text
    assert petugas.post(f"{HALAMAN}/{KODE}").status_code in (400, 403, 404)

    tamu.jawab.clear()
    assert send(ppid, HALAMAN, f"{HALAMAN}/{KODE}").status_code == 303
    alamat.look(it.kantor, KODE)
    assert "2 alamat, 0 tidak seperti seharusnya" in ppid.get(HALAMAN).text
    assert send(ppid, HALAMAN, f"{HALAMAN}/instansi_lain").status_code in (400, 404)
