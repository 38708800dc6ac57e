"""The matters that a bench pours are such as the acts would leave: read, audited and walked on."""

from __future__ import annotations

from pathlib import Path

from bench.perkara_lama import KODE, walked
from bench.tahun_tahun import opened
from bench.tuang import Kendi
from service.acts.berkas import baca as berkas_baca
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas.jalan import Langkah
from service.acts.orang import masuk
from service.domain.berkas import BERJALAN, SELESAI, Berkas
from service.domain.sop.jalan import Putusan
from service.domain.sop.jejak import Jejak
from service.web.app import create_app
from tests.conftest import new_sqlite
from tests.office import open_house


def test_poured_matters_are_whole_and_go_on(tmp_path: Path) -> None:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        kantor = opened(house, 6)
        kendi = Kendi(tmp_path / "berkas.db")
        [one, *_] = walked(house, kantor, kendi, 1200)
        kendi.close()
        broken = [found.sebut for found in house.audit.findings([]) if not found.utuh]
        assert broken == []
        with house.ledger.read() as reading:
            found = reading.find(Berkas)
            way = reading.find(Jejak)
        assert len(found) == 1200
        assert {x.keadaan for x in found} == {BERJALAN, SELESAI}
        open_ = {x.berkas: x.langkah for x in way if x.keluar is None}
        assert open_ == {x.id: x.langkah for x in found if x.keadaan == BERJALAN}

        who = masuk.who(house, kantor.cookie)
        assert who
        assert not isinstance(berkas_baca.read(house, who, one), Berkas)
        after = berkas_jalan.go_on(house, who, Langkah(one, 1), Putusan("uji"))
        assert (after.instansi, after.langkah) == (KODE, "kajian")
        client = create_app(house).test_client()
        client.set_cookie("berkas", kantor.cookie)
        for path in ("/", "/berkas", f"/berkas/{one}"):
            assert client.get(path).status_code == 200
