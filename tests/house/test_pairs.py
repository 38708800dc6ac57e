"""Every pair we ship is sound: it fills with its own samples and holds as archive."""

from __future__ import annotations

from pathlib import Path

import page
import pytest

from service.adapters.box import Bubblewrap
from service.adapters.docx import Docx
from service.adapters.pdf import PdfProofreader
from service.adapters.soffice import Soffice
from service.config import CODE
from service.domain.paper import read

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

    docx = Docx().fill(toml.with_suffix(".docx"), pasangan.contoh, tmp_path / "naskah.docx")
    pdf = Soffice(Bubblewrap(), PdfProofreader()).pdf(docx, tmp_path / "naskah.pdf")

    for profile in ("2b", "ua1"):
        report = page.validate_pdf(str(pdf), profile=page.ValidationProfile(profile))
        assert [str(fault) for fault in report.failures] == []
