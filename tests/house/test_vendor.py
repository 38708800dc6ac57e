"""The files of others that we serve or test with are the ones we took in."""

import hashlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = [ROOT / "vendor" / "htmx", ROOT / "tests" / "vendor" / "axe-core"]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_vendored_file_has_the_bytes_that_were_taken_in(room):
    written = {}
    for line in (room / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split()
        written[name] = digest

    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in room.iterdir()
        if path.name != "SHA256SUMS"
    }

    assert found == written
    assert any("LICENSE" in name for name in found)
