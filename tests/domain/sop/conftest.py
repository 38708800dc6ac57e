from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from service.adapters.packs import FolderPacks

SEEDS = Path(__file__).parents[3] / "templates_docx"


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> FolderPacks:
    """The packs as a clone under umask 022 has them."""
    copy = shutil.copytree(SEEDS, tmp_path_factory.mktemp("paket") / "templates_docx")
    for path in (copy, *copy.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return FolderPacks(copy)
