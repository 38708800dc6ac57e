"""`./berkas check` says of templates what the clinic says, and prints each pair to be looked at."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser
from pathlib import Path

import pytest
from pypdf import PdfReader

from service.commands import check
from service.config import CODE
from tests.papers import UMUM, altered

AGENCY = "kota_kupang"


@pytest.fixture
def paket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The packs with a pair of one agency's own."""
    monkeypatch.setenv("BERKAS_HOME", str(tmp_path / "rumah"))
    copy = Path(shutil.copytree(CODE / "templates_docx", tmp_path / "paket"))
    (copy / AGENCY / "naskah").mkdir(exist_ok=True)
    shutil.copyfile(UMUM / "memorandum.toml", copy / AGENCY / "naskah" / "memorandum.toml")
    for path in (copy, *copy.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return copy


def checked(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, list[str]]:
    parser = ArgumentParser()
    check.arguments(parser)
    code = check.run(parser.parse_args([str(word) for word in words]))
    return code, capsys.readouterr().out.splitlines()


def test_a_fault_in_a_template_is_told_with_its_paragraph_and_neighbours(
    paket: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = paket / AGENCY / "naskah" / "memorandum.docx"
    altered(UMUM / "memorandum.docx", own, was="{{ hal }}", becomes="{{ hall }}")

    code, lines = checked(capsys, paket / AGENCY)

    assert code == 1
    (told,) = [line for line in lines if "hall" in line]
    assert told.startswith(f"{AGENCY}/naskah/memorandum.docx: isi naskah, alinea 13 (tabel 1, ")
    assert "Ruas 'hall' pada {{ hall }} tidak ada dalam daftar ruas." in told
    assert "Mungkin yang dimaksud 'hal'." in told
    assert "Sebelumnya: «" in told
    assert "Sesudahnya: «" in told


def test_every_pair_of_an_agency_is_printed_with_its_sample(
    paket: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copyfile(UMUM / "memorandum.docx", paket / AGENCY / "naskah" / "memorandum.docx")

    code, lines = checked(capsys, paket / AGENCY, "--cetak", tmp_path / "cetak")

    assert code == 0
    made = tmp_path / "cetak" / f"{AGENCY}-memorandum.pdf"
    assert f"Tercetak: {made}" in lines
    assert "MEMO-7/BU/XI/2026" in PdfReader(made).pages[0].extract_text()
