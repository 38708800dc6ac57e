"""On a machine with nothing on it: slow, for it downloads and installs a whole office."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from service.config import CODE


@pytest.mark.panjang
@pytest.mark.timeout(3600)
def test_a_bare_debian_answers_for_everyone_and_without_network_too(tmp_path: Path) -> None:
    cases = ["root", "sudo", "tanpa_sudo", "bekal", "layanan"]
    line = [str(CODE / "tests" / "fault" / "telanjang.sh"), str(tmp_path), *cases]
    ran = subprocess.run(line, capture_output=True, text=True)

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert len(re.findall(r"answers after \d+ s", ran.stdout)) == len(cases) - 1
