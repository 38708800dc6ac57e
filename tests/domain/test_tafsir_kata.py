"""What a pack infers is named in the office's words, for all five agencies."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.config import CODE
from service.domain.instansi import Instansi
from service.domain.instansi_baca import read_text
from service.domain.tafsir_kata import spoken

PAKET = sorted(
    file for file in (CODE / "templates_docx").glob("*/instansi.toml") if file.parent.name != "umum"
)


@pytest.mark.parametrize("file", PAKET, ids=lambda file: file.parent.name)
def test_no_inferred_place_is_shown_as_a_key_of_the_file(file: Path) -> None:
    one = _read(file)
    assert one.tafsir
    said = [spoken(one, path) for path in one.tafsir]
    assert len(set(said)) == len(said)
    for path, words in zip(one.tafsir, said, strict=True):
        assert words[0].isupper()
        assert "_" not in words
        assert path not in words


def test_a_book_a_role_and_a_unit_are_named_as_the_office_names_them() -> None:
    one = _read(CODE / "templates_docx/kalteng_biro_organisasi/instansi.toml")
    assert spoken(one, "kop") == "Kepala surat"
    assert spoken(one, "peran.ppid.jabatan") == "Peran PPID, jabatan"
    assert spoken(one, "kalender.ramadan") == "Jam kerja Ramadan"
    unit = one.unit[0]
    assert spoken(one, f"unit.{unit.id}.kode") == f"Unit {unit.nama}, kode"


def _read(file: Path) -> Instansi:
    one, faults = read_text(file.parent.name, file.name, file.read_text())
    assert not [why for why in faults if not why.peringatan]
    assert one
    return one
