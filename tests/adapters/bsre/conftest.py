"""The stand-in of the tests, both versions of the client, and a paper to sign."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.adapters.bsre import EsignV1, EsignV2
from tests.bsre_tiruan import Tiruan, tiruan
from tests.bsre_ttd import plain_pdf


@pytest.fixture(scope="module")
def gedung(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tiruan]:
    with tiruan(tmp_path_factory.mktemp("bsre")) as one:
        yield one


@pytest.fixture
def layanan(gedung: Tiruan) -> Tiruan:
    """The stand-in as it is when nobody has told it otherwise."""
    vars(gedung).update(vars(Tiruan(gedung.ca, gedung.port)))
    return gedung


@pytest.fixture(params=[EsignV1, EsignV2], ids=["v1", "v2"])
def esign(request: pytest.FixtureRequest, layanan: Tiruan) -> EsignV1 | EsignV2:
    made: EsignV1 | EsignV2 = request.param(layanan.sambungan())
    return made


@pytest.fixture
def naskah(tmp_path: Path) -> Path:
    paper = tmp_path / "naskah.pdf"
    paper.write_bytes(plain_pdf(pages=2, size=400_000))
    return paper
