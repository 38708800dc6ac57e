"""Failed work, decided about by whoever keeps the machine, with the program itself."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from service import house as houses
from service.adapters.clock import new_id
from service.config import CODE, Settings
from service.domain.pekerjaan import BERAT, Gagal


@pytest.fixture
def settings(tmp_path):
    found = Settings.from_env({"BERKAS_HOME": str(tmp_path / "rumah")})
    houses.migrate(found)
    return found


@pytest.fixture
def stuck(settings):
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        env = {"PATH": os.environ["PATH"], "BERKAS_HOME": str(settings.home)}
        line = [sys.executable, "-m", "service.cli", "stuck", *words]
        return subprocess.run(line, env=env, cwd=CODE, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def gagal(settings) -> str:
    """The name of work that has failed for good."""
    house = houses.open_checked(settings)
    untuk = new_id()
    with house.ledger.begin() as tx:
        tx.plan("identify", untuk)
    [one] = house.owed.claim(BERAT, 1, set)
    begun = house.owed.start(one.job, one.untuk, one.fence, "pekerja-contoh")
    assert begun
    house.owed.fail(begun, Gagal("File contoh tidak terbaca.", lagi=False))
    house.close()
    return f"identify/{untuk}"


def test_failed_work_is_named_with_its_reason_and_owed_again_when_asked(stuck, gagal):
    told = stuck()
    assert told.returncode == 1
    assert gagal in told.stdout
    assert "File contoh tidak terbaca." in told.stdout

    again = stuck("--coba", gagal)
    assert (again.returncode, again.stdout) == (0, "Tidak ada pekerjaan yang gagal.\n")


def test_it_is_let_go_only_with_a_reason(stuck, gagal):
    refused = stuck("--abaikan", gagal)
    assert refused.returncode == 1
    assert "Tulis alasannya" in refused.stderr
    assert gagal in stuck().stdout

    assert stuck("--abaikan", gagal, "--alasan", "File contoh, tidak perlu.").returncode == 0


@pytest.mark.parametrize("name", ["identify", "identify/tidakada", "salah/tidakada", "/", ""])
def test_work_that_has_not_failed_is_neither_owed_nor_let_go(stuck, gagal, settings, name):
    for words in (("--coba", gagal, "--coba", name), ("--abaikan", name or "/", "--alasan", "x")):
        refused = stuck(*words)
        assert refused.returncode == 1
        assert "Tidak ada yang diubah" in refused.stderr
        assert "Traceback" not in refused.stderr

    house = houses.open_checked(settings)
    assert [f"{one.job}/{one.untuk}" for one in house.lists.macet()] == [gagal]
    house.close()
