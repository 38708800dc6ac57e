"""A matter is closed with all that its SOP asks, or with a head's reason for what lacks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.acts.berkas import lengkap as berkas_lengkap
from service.acts.berkas.lengkap import Kesampingkan
from service.domain.ada import Ada
from service.domain.berkas import SELESAI, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.keringanan import PerluAlasanKeringanan, TidakDapatDikesampingkan
from service.domain.refusals import TidakAda, TidakBerwenang
from service.domain.sop.lengkap import BerkasBelumLengkap
from service.domain.sop.tolakan import BelumLengkap
from tests.acts.perkara import Perkantoran, perkantoran
from tests.acts.test_berkas_jalan import promises
from tests.kantor import Kantor

SURAT = """
nama = "Surat contoh"
[pelaksana]
tim_sekretariat = "Tim Sekretariat"
[[langkah]]
id = "siapkan"
kegiatan = "Menyiapkan"
pelaksana = ["tim_sekretariat"]
kelengkapan = ["dokumen"]
keluaran = ["undangan"]
[[langkah]]
id = "kirim"
kegiatan = "Mengirim"
pelaksana = ["tim_sekretariat"]
"""


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    return perkantoran(kantor_dua, {"surat": SURAT})


@pytest.fixture
def satu(kantor: Kantor) -> Perkantoran:
    return perkantoran(kantor, {"surat": SURAT})


def waive(dinas: Perkantoran, one: Berkas, bahan: str, *peran: str, **more: str) -> str:
    id_ = more.get("id") or dinas.kantor.new_id()
    asked = Kesampingkan(id_, one.id, bahan, more.get("alasan", "Surat asli hilang contoh"))
    return berkas_lengkap.waive(dinas.kantor, dinas.oleh(*(peran or ("ppid",))), asked).id


def at_the_end(dinas: Perkantoran) -> Berkas:
    """A matter in its last row, whose first paper was taken back meanwhile."""
    one = dinas.opened("surat")
    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    dinas.bring(one, "undangan", "disetujui")
    dinas.go(one)
    with dinas.kantor.ledger.begin() as tx:
        found = next(x for x in tx.find(Ada, berkas=one.id) if x.bahan == "undangan")
        now = dinas.kantor.clock.now()
        tx.save(found, replace(found, dicabut=now))
        tx.note(Catatan(one.instansi, MESIN, "bahan_ditarik", now, one.id))
    return one


def test_a_matter_that_lost_a_paper_is_not_closed_until_a_head_waives_it(
    dinas: Perkantoran,
) -> None:
    one = at_the_end(dinas)
    with pytest.raises(BerkasBelumLengkap, match="Undangan: tidak ada"):
        dinas.go(one)
    waive(dinas, one, "undangan")
    assert dinas.go(one).keadaan == SELESAI
    with dinas.kantor.ledger.read() as reading:
        told = [x.kata for x in berkas_lengkap.listed(reading, dinas.now(one))]
    assert told == ["Dokumen contoh: ada", "Undangan: tidak ada, dikesampingkan"]
    assert promises(dinas) == []


def test_a_step_goes_on_without_what_was_waived_and_asks_again_when_that_is_taken_back(
    satu: Perkantoran,
) -> None:
    one = satu.opened("surat")
    satu.bring(one, "undangan", "disetujui")
    id_ = waive(satu, one, "dokumen")
    assert waive(satu, one, "dokumen", id=id_) == id_
    for _ in range(2):
        berkas_lengkap.take_back(satu.kantor, satu.oleh("ppid"), id_)
    with pytest.raises(BelumLengkap):
        satu.go(one)
    waive(satu, one, "dokumen")
    assert satu.go(one).langkah == "kirim"


def test_a_waiver_is_the_heads_and_always_says_why(satu: Perkantoran) -> None:
    one = satu.opened("surat")
    with pytest.raises(TidakBerwenang):
        waive(satu, one, "dokumen", "tim_sekretariat")
    with pytest.raises(PerluAlasanKeringanan):
        waive(satu, one, "dokumen", alasan=" ")
    with pytest.raises(TidakDapatDikesampingkan):
        waive(satu, one, "sk")
    with pytest.raises(TidakAda):
        waive(satu, one, "tidak_ada")
    with pytest.raises(TidakAda):
        berkas_lengkap.take_back(satu.kantor, satu.oleh("ppid"), "tidak-ada")
    assert promises(satu) == []
