"""What all tests of signatures have in hand: an office with a key for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pki import served
from tests.tanda import Kantor, printed


@pytest.fixture(scope="session")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kantor]:
    folder = tmp_path_factory.mktemp("tanda")
    with served(folder) as pki:
        yield Kantor(pki, folder)


@pytest.fixture(scope="session")
def naskah(kantor: Kantor) -> Path:
    """A paper of ours, on its way out."""
    return printed(kantor.folder, "berita_acara_uji", "berita-acara")


@pytest.fixture(scope="session")
def satu(kantor: Kantor, naskah: Path) -> Path:
    """Signed by the first of two."""
    return kantor.sign(naskah, "sekretaris")[0]


@pytest.fixture(scope="session")
def dua(kantor: Kantor, satu: Path) -> Path:
    """Signed by both."""
    return kantor.sign(satu, "kepala")[0]
