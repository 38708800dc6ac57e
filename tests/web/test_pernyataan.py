"""Pages about papers to be signed ask the ledger as often for many papers as for few."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest

from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.edar_tinta import DICETAK, EdarTinta
from service.domain.ids import derived
from service.domain.kembalian import Kembalian
from service.domain.naskah import DIAJUKAN, DIKEMBALIKAN, DIKIRIM, Naskah
from service.domain.ruas import BERURUTAN
from service.domain.tempat_ttd import (
    APLIKASI,
    ELEKTRONIK,
    PERLU_DICEK,
    TINTA,
    Permintaan,
    TempatTtd,
    asked,
)
from service.house import RealHouse
from tests.office import INSTANSI, UNIT
from tests.web.rumah_web import Orang, officer

HALAMAN = ("/", "/tanda-tangan", "/tanda-tangan/keluar", "/tinta", "/kembali")
SEDIKIT, BANYAK = 4, 40
JENIS = "memorandum"
CARA = (ELEKTRONIK, TINTA, APLIKASI)


@dataclass
class Tumpukan:
    """Papers of every kind of waiting, each of a matter of its own."""

    house: RealHouse
    n: int = 0

    def grows(self, to: int) -> None:
        while self.n < to:
            self.n += 1
            self._one(self.n)

    def _one(self, n: int) -> None:
        id_, now = self.house.new_id, self.house.clock.now() - timedelta(days=3)
        berkas = Berkas(id_(), INSTANSI, UNIT, f"Perkara {n}", "", BERJALAN, now)
        with self.house.ledger.begin() as tx:
            tx.add(berkas)
            for keadaan in (DIAJUKAN, DIKEMBALIKAN):
                tx.add(Naskah(id_(), berkas.id, INSTANSI, JENIS, keadaan, now, {}, ajuan=1))
            for jalan in CARA:
                self._out(tx, berkas, jalan)
            tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, berkas.id))

    def _out(self, tx, berkas: Berkas, jalan: str) -> None:
        id_, now = self.house.new_id, berkas.dibuka
        one = Naskah(id_(), berkas.id, INSTANSI, JENIS, DIKIRIM, now, {}, ajuan=1)
        told = Permintaan(INSTANSI, BERURUTAN, now, now.date())
        tx.add(one)
        for place in asked((id_(),), one.id, 1, ("ppid",), jalan, told):
            tx.add(place)
        if jalan == TINTA:
            edar = derived(f"edar tinta {one.id} 1")
            tx.add(EdarTinta(edar, one.id, 1, DICETAK, now, "contoh"))
        if jalan != ELEKTRONIK:
            sha = derived(one.id) * 2
            tx.add(Kembalian(id_(), one.id, 1, jalan, sha, "surat.pdf", now, ("Berbeda.",)))
            self._doubt(tx, berkas)

    def _doubt(self, tx, berkas: Berkas) -> None:
        """Another, of which nobody knows whether it was signed."""
        now, id_ = berkas.dibuka, self.house.new_id()
        told = {"keadaan": PERLU_DICEK, "instansi": INSTANSI, "urutan": BERURUTAN, "diminta": now}
        tx.add(Naskah(id_, berkas.id, INSTANSI, JENIS, DIKIRIM, now, {}, ajuan=1))
        tx.add(TempatTtd(self.house.new_id(), id_, 1, 1, "ppid", ELEKTRONIK, **told))


@pytest.fixture
def pejabat(house: RealHouse) -> Orang:
    """Who sees all of it, and may do all of it."""
    return officer(house, "pejabat", "ppid", "petugas", "tim_sekretariat", "atasan_ppid")


@pytest.fixture
def tumpukan(house: RealHouse) -> Tumpukan:
    return Tumpukan(house)


@pytest.mark.parametrize("halaman", HALAMAN)
def test_a_page_asks_the_ledger_no_more_often_when_more_papers_wait(
    halaman: str, tumpukan: Tumpukan, pejabat: Orang, ditanya: list[str]
) -> None:
    many = []
    for papers in (SEDIKIT, BANYAK):
        tumpukan.grows(papers)
        assert pejabat.client.get(halaman).status_code == 200  # what is learnt once is known
        ditanya.clear()
        text = pejabat.client.get(halaman).text
        assert "Memorandum" in text
        many.append(list(ditanya))

    few, lots = map(len, many)
    again = sorted({one for one in many[1] if many[1].count(one) > many[0].count(one)})
    assert lots == few, "\n\n".join(again)
