"""An SOP names only kiriman and terms that its agency has; nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.sop import konsep as konsep_acts
from service.acts.sop import pakai as sop_pakai
from service.acts.sop.andai import Andai
from service.acts.sop.nama import opening_faults
from service.domain.sop.konsep import SopKonsep
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import INSTANSI, open_house, person, rule

KODE = "uji_konsekuensi"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


def opening(house: RealHouse, oleh: Hadir, konsep: SopKonsep, **buka: object) -> SopKonsep:
    def edit(now: SopKonsep) -> SopKonsep:
        return replace(now, kepala={**now.kepala, "buka": buka})

    seen = konsep_acts.sidik(konsep, konsep_acts.KEPALA)
    return konsep_acts.change(house, oleh, konsep.id, konsep_acts.KEPALA, seen, edit)


def test_no_sop_comes_in_force_whose_term_or_kiriman_its_agency_does_not_have(
    house: RealHouse,
) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    konsep = sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1")
    typed = {"kiriman": ["permohonan_informasi", "permohonn"], "tenggat": "permohonnan"}
    konsep = opening(house, tim, konsep, **typed)

    found = konsep_acts.judged(house.packs, konsep)
    assert [one.tempat for one in found.berat] == ["kepala", "kepala"]
    assert "Jenis kiriman 'permohonn' tidak ada" in found.berat[0].sebab
    assert "Tenggat hukum 'permohonnan' tidak ada" in found.berat[1].sebab
    assert "permohonan, perpanjangan" in found.berat[1].sebab
    with pytest.raises(sop_pakai.KonsepBelumBenar):
        sop_pakai.use(house, ppid, sop_pakai.Setuju("k1", konsep.versi, 0))

    mended = opening(house, tim, konsep, kiriman=["permohonan_informasi"], tenggat="permohonan")
    assert konsep_acts.judged(house.packs, mended).berat == ()
    assert sop_pakai.use(house, ppid, sop_pakai.Setuju("k1", mended.versi, 0)).urut == 1


def test_a_term_not_in_working_days_is_none_that_a_berkas_counts(house: RealHouse) -> None:
    file = f"{INSTANSI}/instansi.toml"
    text = house.packs.text(file)
    head, _, rest = text.partition("[tenggat.permohonan]")
    other = rest.replace('"hari_kerja"', '"hari"', 1)
    then = Andai(house.packs, {file: f"{head}[tenggat.permohonan]{other}"})

    found = list(opening_faults(then, INSTANSI))
    assert [(one.file, "tidak dihitung dalam hari kerja" in one.sebab) for one in found] == [
        (f"{INSTANSI}/sop/{KODE}.toml", True)
    ]
    lines = house.packs.text(found[0].file).splitlines()
    assert lines[found[0].baris - 1].startswith("tenggat")
    assert list(opening_faults(house.packs, INSTANSI)) == []
