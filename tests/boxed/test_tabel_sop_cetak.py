"""What the house prints as an official form comes back through the box as the same SOP."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from service import house
from service.acts.sop.daftar import bahan_of
from service.adapters.packs import FolderPacks
from service.domain.sop.bentuk import Langkah, Sop
from service.domain.sop.formulir import form
from service.domain.sop.impor import read_draft
from tests.domain.sop.conftest import packs as packs
from tests.domain.sop.resmi.lima import LIMA, seed
from tests.office import one_reader


def actors(sop: Sop, row: Langkah) -> set[str]:
    """Everybody whose symbol stands in a row of the form."""
    acting = {*row.pelaksana, *row.bersama, *(who for act in row.tahap for who in act.pelaksana)}
    return {sop.sebutan(one) for one in acting}


@pytest.mark.parametrize("instansi", LIMA)
def test_print_and_import_lose_no_row_no_time_and_no_actor(
    tmp_path: Path, packs: FolderPacks, instansi: str
) -> None:
    sop, _ = seed(packs, instansi)
    things = bahan_of(packs, instansi)
    house.sop_forms().write(form(sop, things), tmp_path / "sop.docx")

    konsep = read_draft(one_reader().sop_table(tmp_path / "sop.docx"), things)

    found = tomllib.loads(konsep.toml)
    called = {one: told["sebutan"] for one, told in found["pelaksana"].items()}
    missing = [one.id for one in sop.pelaksana if one.sebutan not in called.values()]
    inferred = {one.sebutan for one in sop.pelaksana if one.id in missing}
    assert {f"pelaksana.{one}" for one in missing} <= set(sop.tafsir)  # no column on the form
    assert (found["nomor"], found["nama"]) == (sop.nomor, sop.nama)
    assert len(found["langkah"]) == len(sop.resmi)
    for row, own in zip(found["langkah"], sop.resmi, strict=True):
        assert row["kegiatan"] == own.kegiatan
        assert row["waktu"] == own.waktu.kata
        assert row.get("keterangan", "") == own.keterangan
        assert {called[one] for one in row["pelaksana"]} == (actors(sop, own) - inferred)
    block = found["identitas"]
    for key in ("dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan"):
        if f"identitas.{key}" not in sop.tafsir:  # what we inferred is not printed on the form
            assert tuple(block.get(key, ())) == getattr(sop.identitas, key), key
