from __future__ import annotations

from pathlib import Path

import pytest

from service.adapters.ledger.ledger import SqlLedger
from tests.kantor import Kantor


@pytest.fixture
def kantor(buku_induk: SqlLedger, tmp_path: Path) -> Kantor:
    """An empty office on SQLite."""
    return Kantor(buku_induk, tmp_path)


@pytest.fixture
def kantor_dua(ledger: SqlLedger, tmp_path: Path) -> Kantor:
    """An empty office on SQLite, and again on PostgreSQL."""
    return Kantor(ledger, tmp_path)
