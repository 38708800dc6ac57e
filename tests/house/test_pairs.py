"""Every pair we ship is sound: it fills with its own samples and holds as archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.adapters.docx import Docx
from service.adapters.pdf_sah import PageExaminer
from service.config import CODE
from service.domain.paper import read, sample
from tests.office import one_converter
from tests.papers import template_of

PACKS = CODE / "templates_docx"
PAIRS = sorted(PACKS.glob("*/naskah/*.toml"))


def test_there_are_pairs() -> None:
    assert PAIRS


@pytest.mark.parametrize("toml", PAIRS, ids=lambda path: str(path.relative_to(PACKS)))
def test_a_pair_prints_its_own_samples_as_an_archive_and_a_reader_can_hear_it(
    toml: Path, tmp_path: Path
) -> None:
    pasangan, found = read(toml.stem, toml.read_text(), str(toml.relative_to(PACKS)))
    assert found == []
    assert pasangan is not None

    docx = Docx().fill(template_of(toml), sample(pasangan), tmp_path / "naskah.docx")
    pdf = one_converter().pdf(docx, tmp_path / "naskah.pdf")

    for profile in ("2b", "ua1"):
        assert PageExaminer().broken(pdf, profile) == []
