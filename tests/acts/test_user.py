"""The command of whoever keeps the machine, run as a program on a ledger of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from service import house as houses
from service.acts.orang import masuk, mulai
from service.config import CODE, Settings
from tests.kantor import SANDI


@pytest.fixture
def berkas(tmp_path):
    env = {"PATH": os.environ["PATH"], "BERKAS_HOME": str(tmp_path / "rumah")}
    houses.migrate(Settings.from_env(env))

    def run(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "service.cli", "user", *words]
        return subprocess.run(
            line, env=env, cwd=CODE, input=typed, capture_output=True, text=True, check=False
        )

    run.settings = Settings.from_env(env)
    return run


def token(said: subprocess.CompletedProcess[str]) -> str:
    assert said.returncode == 0, said.stderr
    return re.search(r"/mulai/(\S+)", said.stdout)[1]


def test_the_keeper_of_the_machine_makes_people_and_shuts_them_out(berkas):
    assert "Belum ada orang" in berkas("list").stdout
    first = token(berkas("link"))
    house = houses.open_checked(berkas.settings)
    assert mulai.invited(house, first) is None

    added = berkas("add", "admin.contoh", "Contoh Administrator", "--peran", "administrator")
    mulai.choose_password(house, token(added), SANDI, "192.0.2.1")

    assert "administrator@rumah" in berkas("list").stdout
    again = berkas("link")
    assert again.returncode == 1
    assert "sudah mempunyai administrator" in again.stderr
    assert token(berkas("link", "admin.contoh"))
    changed = berkas("passwd", "admin.contoh", typed="payung biru kehujanan\n")
    assert changed.returncode == 0, changed.stderr
    assert masuk.enter(house, "admin.contoh", "payung biru kehujanan", "192.0.2.1")
    last = berkas("deactivate", "admin.contoh")
    assert last.returncode == 1
    assert "administrator terakhir" in last.stderr
    house.close()


def test_what_cannot_be_done_is_said_in_one_sentence(berkas):
    for words in (
        ("passwd", "tiada"),
        ("deactivate", "tiada"),
        ("link", "tiada"),
        ("add", "x", "Contoh"),
        ("add", "contoh.satu", "Contoh", "--peran", "ppid"),
    ):
        said = berkas(*words, typed="payung biru kehujanan\n")
        assert said.returncode == 1, words
        assert said.stderr.strip().endswith(".")
        assert "Traceback" not in said.stderr
