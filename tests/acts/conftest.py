from __future__ import annotations

from pathlib import Path

import pytest

from service.adapters.ledger.ledger import SqlLedger
from tests.acts.kantor_ttd import Tertata, laid_down
from tests.kantor import Kantor
from tests.pki import Pki


@pytest.fixture
def kantor(buku_induk: SqlLedger, tmp_path: Path) -> Kantor:
    """An empty office on SQLite."""
    return Kantor(buku_induk, tmp_path)


@pytest.fixture
def kantor_dua(ledger: SqlLedger, tmp_path: Path) -> Kantor:
    """An empty office on SQLite, and again on PostgreSQL."""
    return Kantor(ledger, tmp_path)


@pytest.fixture(scope="session")
def tertata(tmp_path_factory: pytest.TempPathFactory, pki: Pki) -> Tertata:
    """An office with a report out for signature, to be copied."""
    return laid_down(tmp_path_factory.mktemp("tertata"), pki)
