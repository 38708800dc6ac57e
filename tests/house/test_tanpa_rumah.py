"""On a machine where no house was made yet, each command says so, and makes none to look."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from service import cli
from tests import servers

KATA = "Di sini belum ada rumah Berkas: ./berkas run membuat yang baru"


@pytest.fixture
def rumah(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(servers.ROOM, raising=False)
    monkeypatch.delenv("BERKAS_LEDGER", raising=False)
    monkeypatch.setenv("BERKAS_HOME", str(tmp_path / "rumah"))
    monkeypatch.setenv("BERKAS_INBOX", str(tmp_path / "inbox"))
    return tmp_path / "rumah"


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["audit"],
        ["user", "list"],
        ["stuck"],
        ["number", "next"],
        ["cari", "gaharu"],
        ["arsip"],
        ["backup", "cadangan.berkas"],
    ],
    ids=" ".join,
)
def test_it_is_said_in_one_sentence_and_nothing_is_left_behind(
    rumah: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = cli.main(words)
    said = capsys.readouterr()

    assert (code, said.out) == (1, "")
    assert said.err.startswith(KATA)
    assert said.err.count("\n") == 1
    assert not rumah.exists()


def test_who_watches_the_machine_reads_it_as_one_line_of_the_whole(
    rumah: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["status", "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert (told["baik"], told["kepala_jurnal"]) == (False, [])
    [line] = told["keadaan"]
    assert (line["nama"], line["baik"]) == ("Rumah", False)
    assert line["kata"].startswith(KATA)
    assert not rumah.exists()


def test_an_empty_ledger_that_something_left_behind_is_no_house(
    rumah: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rumah.mkdir()
    empty = sqlite3.connect(rumah / "berkas.db")
    empty.execute("PRAGMA journal_mode=WAL")
    empty.close()

    assert cli.main(["status"]) == 1
    assert capsys.readouterr().err.startswith(KATA)
    assert cli.main(["letak", "kota_kupang", "--jenis", "memorandum"]) == 0


def test_a_restore_that_was_not_done_is_said_before_that(
    rumah: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rumah.mkdir()
    (rumah / "pemulihan-belum-selesai").write_text("cadangan.berkas")

    assert cli.main(["status"]) == 1
    assert "cadangan.berkas" in capsys.readouterr().err
