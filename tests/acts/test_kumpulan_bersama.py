"""Many papers put forward, initialled and approved together, each with its own answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs import kumpulan as kumpulan_job
from service.acts.kumpulan import bersama as acts
from service.acts.kumpulan import daftar as kumpulan
from service.acts.kumpulan.bersama import AJUKAN, PARAF, SETUJUI, Dapat, Nasib
from service.acts.kumpulan.daftar import Unggah
from service.acts.kumpulan.lihat import Terbuka, read
from service.acts.kumpulan.tabel import Letak
from service.acts.naskah.fill import write
from service.domain.naskah import DIAJUKAN, DISETUJUI, KONSEP
from service.domain.refusals import Overtaken
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.acts.test_kumpulan import cancelled
from tests.jobs.test_gabungan import begun, printed
from tests.office import INSTANSI, open_house, person, rule
from tests.papers import table
from tests.web.naskah_web import SURAT, perkara, with_pair


@pytest.fixture
def house(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    with open_house(tmp_path, ledger_url) as whole:
        rule(whole)
        with_pair(whole, tmp_path)
        yield whole


@pytest.fixture
def petugas(house: RealHouse) -> Hadir:
    return person(house, "petugas", "petugas", "tim_sekretariat")


@pytest.fixture
def kepala(house: RealHouse) -> Hadir:
    return person(house, "kepala", "ppid")


def ready(house: RealHouse, oleh: Hadir, folder: Path) -> str:
    one = begun(house, oleh, folder)
    for naskah in one.naskah:
        printed(house, naskah, 1)
    return one.kumpulan.id


def offered(house: RealHouse, oleh: Hadir, id_: str) -> dict[str, Dapat]:
    return {one.apa: one for one in acts.possible(house, oleh, read(house, oleh, id_))}


def does(house: RealHouse, oleh: Hadir, id_: str, apa: str, why: str = "") -> list[Nasib]:
    return acts.do_all(house, oleh, id_, apa, offered(house, oleh, id_)[apa].sidik, why)


def states(one: Terbuka) -> list[str]:
    return [x.keadaan for x in one.naskah]


def test_numbers_follow_the_rows_and_what_is_refused_is_told_of_each(
    house: RealHouse, petugas: Hadir, kepala: Hadir, tmp_path: Path
) -> None:
    id_ = ready(house, petugas, tmp_path)
    assert [x.kata for x in does(house, petugas, id_, AJUKAN)] == ["Diajukan."] * 3
    assert set(offered(house, kepala, id_)) == set()

    refused = does(house, petugas, id_, PARAF)
    assert [(x.jadi, "Anda juga yang menyiapkannya" in x.kata) for x in refused] == [
        (False, True)
    ] * 3
    told = offered(house, petugas, id_)[PARAF]
    assert told.seorang
    assert all(x.jadi for x in does(house, petugas, id_, PARAF, "Rekan contoh sedang cuti"))
    found = does(house, kepala, id_, SETUJUI)

    numbers = [x.naskah.nomor for x in found]
    assert [x.kata for x in found] == [f"Disetujui: {one}." for one in numbers]
    assert numbers == sorted(numbers)
    assert states(read(house, petugas, id_)) == [DISETUJUI] * 3


def test_who_began_the_papers_of_a_colleagues_table_does_not_initial_them_unseen(
    house: RealHouse, petugas: Hadir, kepala: Hadir, tmp_path: Path
) -> None:
    other = person(house, "rekan", "petugas", "ppid")
    path = table(tmp_path / "isian.xlsx", [["Tentang"], ["Satu"]])
    letak = Letak(INSTANSI, SURAT, perkara(house).id)
    asked = Unggah(house.new_id(), letak, "isian.xlsx", path)
    one = kumpulan.take_in(house, petugas, asked).kumpulan
    assert one
    kumpulan.begin(house, other, one.id)
    kumpulan_job.run(house, one.id)
    (naskah,) = read(house, petugas, one.id).naskah
    assert naskah.penyiap == (petugas.orang.id, other.orang.id)

    printed(house, naskah, 1)
    does(house, petugas, one.id, AJUKAN)
    does(house, petugas, one.id, PARAF, "Rekan contoh sedang cuti")
    assert offered(house, other, one.id)[SETUJUI].seorang
    (refused,) = does(house, other, one.id, SETUJUI)
    assert (refused.jadi, "Anda juga yang menyiapkannya" in refused.kata) == (False, True)
    assert all(x.jadi for x in does(house, kepala, one.id, SETUJUI))


def test_at_one_press_the_first_of_the_rows_and_then_the_next(
    house: RealHouse, petugas: Hadir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = ready(house, petugas, tmp_path)
    monkeypatch.setattr(acts, "SEKALI", 2)
    first = offered(house, petugas, id_)[AJUKAN]
    assert (len(first.naskah), first.sisa) == (2, 1)

    does(house, petugas, id_, AJUKAN)
    assert states(read(house, petugas, id_)) == [DIAJUKAN, DIAJUKAN, KONSEP]
    does(house, petugas, id_, AJUKAN)
    assert states(read(house, petugas, id_)) == [DIAJUKAN] * 3


def test_nothing_is_done_with_papers_that_were_written_on_since_they_were_seen(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    id_ = ready(house, petugas, tmp_path)
    seen = offered(house, petugas, id_)[AJUKAN]
    write(house, seen.naskah[1].id, petugas, seen.naskah[1].versi, {"tentang": "Lain"})

    with pytest.raises(Overtaken):
        acts.do_all(house, petugas, id_, AJUKAN, seen.sidik)
    assert states(read(house, petugas, id_)) == [KONSEP] * 3
    printed(house, seen.naskah[1], 1, resep="baru")
    assert offered(house, petugas, id_)[AJUKAN].sidik != seen.sidik


def test_in_a_matter_that_is_closed_nothing_is_offered(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    id_ = ready(house, petugas, tmp_path)
    (berkas,) = read(house, petugas, id_).berkas.values()
    cancelled(house, berkas)

    assert offered(house, petugas, id_) == {}
    assert read(house, petugas, id_).terkunci
