"""The certificates that the office trusts are files in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.adapters.signing.akar import Akar, read
from service.domain.refusals import Unavailable
from tests.pki import Pki, served


@pytest.fixture(scope="module")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pki]:
    with served(tmp_path_factory.mktemp("pki")) as one:
        yield one


def test_roots_and_what_stands_between_are_told_apart_in_either_spelling(
    pki: Pki, tmp_path: Path
) -> None:
    (tmp_path / "akar.cer").write_bytes(pki.der("akar"))
    (tmp_path / "beberapa.pem").write_bytes(
        (pki.folder / "tsa.crt").read_bytes() + (pki.folder / "akar.crt").read_bytes()
    )
    (tmp_path / "catatan.txt").write_text("bukan sertifikat")

    assert read(tmp_path) == Akar((pki.der("akar"),), (pki.der("tsa"),))
    assert read(None) == Akar()


@pytest.mark.parametrize("held", [b"", b"bukan sertifikat", b"\x30\x03\x02\x01\x01"])
def test_what_is_no_certificate_is_named(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "induk.crt").write_bytes(held)
    with pytest.raises(Unavailable, match=r"induk\.crt"):
        read(tmp_path)
