"""What several tests of the house have in hand."""

from __future__ import annotations

import pytest

from tests.office import one_filler
from tests.pasangan import Meja


@pytest.fixture(scope="module")
def meja(tmp_path_factory: pytest.TempPathFactory) -> Meja:
    return Meja(one_filler(), tmp_path_factory.mktemp("pasangan"))
