from __future__ import annotations

from pathlib import Path

import pytest

from service.adapters.pdf import PdfProofreader
from service.domain.refusals import Unavailable


def test_a_pdf_that_does_not_open_is_neither_read_nor_mended(tmp_path: Path) -> None:
    (tmp_path / "rusak.pdf").write_bytes(b"bukan PDF")

    with pytest.raises(Unavailable):
        PdfProofreader().pages(tmp_path / "rusak.pdf")
    with pytest.raises(Unavailable):
        PdfProofreader().mend(tmp_path / "rusak.pdf", tmp_path / "lain.pdf")
