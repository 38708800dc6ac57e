"""A matter goes where its letter goes as long as nobody has begun; later somebody moves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.berkas import baca as berkas_baca
from service.acts.berkas import henti as berkas_henti
from service.acts.berkas import pindah as berkas_pindah
from service.acts.berkas import tugas as berkas_tugas
from service.acts.berkas.henti import Minta, PerluAlasanBerkas
from service.acts.berkas.pindah import BagianTetap, SudahDiSana, UnitTutup
from service.acts.kiriman import putusan as desk
from service.domain.berkas import Berkas, BerkasTertutup
from service.domain.kiriman import Kiriman
from service.domain.refusals import Overtaken, TidakAda, TidakBerwenang
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.acts.perkara import PUTARAN, UJI, perkantoran
from tests.acts.test_berkas_jalan import promises
from tests.acts.test_putusan_kiriman import DITETAPKAN, audited, come, found
from tests.kantor import Kantor
from tests.office import UNIT, open_house, person, rule


@pytest.fixture
def house(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    """An office on SQLite, and again on PostgreSQL."""
    with open_house(tmp_path, ledger_url) as whole:
        rule(whole)
        yield whole


@pytest.fixture
def petugas(house: RealHouse) -> Hadir:
    return person(house, "contoh.petugas", "tim_sekretariat")


def matter(house: RealHouse, kiriman: Kiriman) -> Berkas:
    with house.ledger.read() as reading:
        return reading.get(Berkas, kiriman.berkas)


def registered(house: RealHouse, petugas: Hadir, folder: Path) -> Kiriman:
    """A letter for the agency as a whole, with its matter."""
    came = come(house, folder, unit="")
    return found(house, desk.confirm(house, petugas, came.id, came.versi, DITETAPKAN).id)


def sent_to_unit(house: RealHouse, petugas: Hadir, kiriman: Kiriman) -> Kiriman:
    told = replace(DITETAPKAN, unit=UNIT)
    return found(house, desk.confirm(house, petugas, kiriman.id, kiriman.versi, told).id)


def test_a_matter_nobody_has_begun_goes_along_with_its_letter(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    letter = registered(house, petugas, tmp_path)
    assert matter(house, letter).unit == ""
    letter = sent_to_unit(house, petugas, letter)

    assert matter(house, letter).unit == UNIT
    lines = house.perkara.trail(matter(house, letter))
    assert lines[0].perbuatan == "berkas_dipindah"
    assert lines[0].rincian == {"dari": "", "ke": UNIT, "kiriman": letter.id}
    assert audited(house) == []


def test_a_matter_that_was_begun_stays_says_so_and_is_moved_by_a_person(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    letter = registered(house, petugas, tmp_path)
    one = matter(house, letter)
    berkas_tugas.take(house, petugas, one.id, one.versi)
    letter = sent_to_unit(house, petugas, letter)
    stays = matter(house, letter)
    assert stays.unit == ""
    whole = berkas_baca.read(house, petugas, stays.id)
    assert isinstance(whole, berkas_baca.Penuh)
    assert (whole.letak_surat, whole.pindah) == (UNIT, (UNIT,))

    with pytest.raises(PerluAlasanBerkas):
        berkas_pindah.move(house, petugas, Minta(stays.id, stays.versi, " "), UNIT)
    asked = Minta(stays.id, stays.versi, "Unit contoh yang menguasai")
    with pytest.raises(UnitTutup):
        berkas_pindah.move(house, petugas, asked, "tidak_ada")
    with pytest.raises(SudahDiSana):
        berkas_pindah.move(house, petugas, asked, "")
    there = person(house, "contoh.unit", "unit", unit=UNIT)
    with pytest.raises(TidakAda):
        berkas_pindah.move(house, there, asked, UNIT)
    with pytest.raises(TidakBerwenang):
        berkas_pindah.move(house, person(house, "contoh.tim", "tim_pertimbangan"), asked, UNIT)
    moved = berkas_pindah.move(house, petugas, asked, UNIT)
    assert (moved.unit, moved.pemilik, moved.langkah) == (UNIT, "", one.langkah)
    with pytest.raises(Overtaken):
        berkas_pindah.move(house, petugas, asked, UNIT)
    whole = berkas_baca.read(house, there, stays.id)
    assert isinstance(whole, berkas_baca.Penuh)
    assert (whole.letak_surat, whole.pindah) == (None, ())
    assert audited(house) == []


def test_a_part_of_a_round_stays_with_its_unit_and_a_closed_matter_where_it_was(
    kantor_dua: Kantor,
) -> None:
    dinas = perkantoran(kantor_dua, {"uji": UJI, "putaran": PUTARAN})
    head = dinas.oleh("ppid")
    part = dinas.below(dinas.opened("putaran", unit=""))[0]
    asked = Minta(part.id, part.versi, "Alasan contoh")
    with pytest.raises(BagianTetap):
        berkas_pindah.move(kantor_dua, head, asked, "bidang_dua")
    one = dinas.opened()
    berkas_henti.cancel(kantor_dua, head, Minta(one.id, one.versi, "Alasan contoh"))
    over = dinas.now(one)
    with pytest.raises(BerkasTertutup):
        berkas_pindah.move(
            kantor_dua, head, Minta(over.id, over.versi, "Alasan contoh"), "bidang_dua"
        )
    assert promises(dinas) == []
