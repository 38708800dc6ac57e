"""What several tests of the house have in hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from service.adapters.docx import Docx
from tests.pasangan import Meja


@pytest.fixture(scope="module")
def meja(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meja]:
    filler = Docx()
    yield Meja(filler, tmp_path_factory.mktemp("pasangan"))
    filler.close()
