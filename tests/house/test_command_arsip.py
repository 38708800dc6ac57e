"""`./berkas arsip` tells what may be proposed, checks a schedule, and writes the open register."""

from __future__ import annotations

import argparse
import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from service.commands import arsip
from service.domain.arsip.arsip import Arsip, classified
from service.domain.berkas import SELESAI, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.refusals import Refusal
from service.house import RealHouse
from tests.acts.arsip import JRA
from tests.conftest import new_sqlite
from tests.domain.arsip.contoh import JADWAL
from tests.office import INSTANSI, UNIT, open_house, rule

LAMA = datetime(2019, 3, 2, 2, tzinfo=UTC)


@pytest.fixture
def rumah(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        rule(house)
        monkeypatch.setattr(arsip.Settings, "from_env", staticmethod(lambda: house.settings))
        monkeypatch.setattr(arsip.houses, "open_checked", lambda _: house)
        monkeypatch.setattr(type(house), "close", lambda _: None)
        yield house
        monkeypatch.undo()


def laid(house: RealHouse, judul: str, *, rahasia: bool = False) -> str:
    id_, now = house.new_id(), house.clock.now()
    one = Berkas(id_, INSTANSI, UNIT, judul, "", SELESAI, LAMA, ditutup=LAMA)
    with house.ledger.begin() as tx:
        tx.add(replace(one, rahasia=rahasia))
        tx.add(classified(Arsip(id_, INSTANSI, date(2019, 3, 2)), "HM.01", JADWAL))
        tx.note(Catatan(INSTANSI, MESIN, "arsip_diberi_kode", now, id_))
    return id_


def ran(**more: object) -> int:
    told = {"instansi": INSTANSI, "jadwal": None, "ekspor": None, "json": False} | more
    return arsip.run(argparse.Namespace(**told))


def test_it_names_what_may_be_destroyed_and_nothing_that_is_withheld(
    rumah: RealHouse, capsys: pytest.CaptureFixture[str]
) -> None:
    one, _ = laid(rumah, "Perkara lama"), laid(rumah, "Perkara tertutup", rahasia=True)
    assert ran(json=True) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(x["usul"], x["berkas"]) for x in told] == [("pemindahan", one), ("pemusnahan", one)]
    assert ran() == 0
    assert "dapat diusulkan untuk pemusnahan: 1" in capsys.readouterr().out


def test_a_schedule_is_checked_and_nothing_of_it_kept(
    rumah: RealHouse, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "jra.toml"
    path.write_text(JRA)
    assert ran(jadwal=path) == 0
    assert "4 kode dapat dipakai" in capsys.readouterr().out
    path.write_text(JRA.replace('"2 tahun"', '"dua"'))
    assert ran(jadwal=path) == 1
    assert "baris 5: Retensi aktif" in capsys.readouterr().out
    with pytest.raises(Refusal, match="tidak ada"):
        ran(jadwal=tmp_path / "tiada.toml")


def test_the_open_register_is_written_in_csv_and_in_xml_over_no_other_file(
    rumah: RealHouse, tmp_path: Path
) -> None:
    one = laid(rumah, "=1+1 Perkara")
    laid(rumah, "Perkara tertutup", rahasia=True)
    out, xml = tmp_path / "arsip.csv", tmp_path / "arsip.xml"
    assert ran(ekspor=out) == ran(ekspor=xml) == 0
    [row] = csv.DictReader(out.read_text("utf-8-sig").splitlines())
    assert (row["Nomor Arsip"], row["Uraian Informasi"]) == (one, "'=1+1 Perkara")
    assert (row["Retensi Aktif"], row["Nasib Akhir"]) == ("2 tahun", "Musnah")
    [line] = ET.fromstring(xml.read_bytes())
    assert line.findtext("uraian_informasi") == "=1+1 Perkara"
    assert line.findtext("status") == "Di unit pengolah"
    for wrong in (out, tmp_path / "arsip.pdf"):
        with pytest.raises(Refusal, match="Tidak ada yang ditulis"):
            ran(ekspor=wrong)
