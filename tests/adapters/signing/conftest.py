"""What all tests of signatures have in hand: an office with a key for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pki import served
from tests.tanda import Kantor, prepared, printed


@pytest.fixture(scope="session")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kantor]:
    folder = tmp_path_factory.mktemp("tanda")
    with served(folder) as pki:
        yield Kantor(pki, folder)


@pytest.fixture(scope="session")
def polos(kantor: Kantor) -> Path:
    """A paper of ours without a place to sign in, as those for ink."""
    return printed(kantor.folder, "berita_acara_uji", "berita-acara")


@pytest.fixture(scope="session", params=["siap", "polos"])
def naskah(request: pytest.FixtureRequest, kantor: Kantor, polos: Path) -> Path:
    """On its way out to who signs it: with places made ready, or without where a service signs."""
    if request.param == "polos":
        return polos
    return prepared(polos, kantor.folder / "siap.pdf")


@pytest.fixture(scope="session")
def satu(kantor: Kantor, naskah: Path) -> Path:
    """Signed by the first of two."""
    return kantor.sign(naskah, "sekretaris")[0]


@pytest.fixture(scope="session")
def dua(kantor: Kantor, satu: Path) -> Path:
    """Signed by both."""
    return kantor.sign(satu, "kepala")[0]
