"""`./berkas backup` and `./berkas restore`, as an office types them; homes of earlier releases."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from service import cli
from service import house as houses
from service.acts.keadaan.audit import audit
from service.config import CODE, Settings
from service.host.one_at_a_time import Tenancy
from tests.rumah.test_rumah import HERE, RELEASES


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of the last release, brought up to this one."""
    home = tmp_path / "rumah"
    shutil.copytree(HERE / RELEASES[-1], home)
    live_in(monkeypatch, home)
    houses.migrate(Settings.from_env())
    return home


def live_in(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("BERKAS_HOME", str(home))
    monkeypatch.setenv("BERKAS_INBOX", str(home.parent / "inbox"))


def test_a_house_moves_to_a_bare_machine_in_one_file(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = str(tmp_path / "a.tar")
    assert cli.main(["backup", file]) == 0
    told = capsys.readouterr().out
    assert "memuat yang dikecualikan" in told and "Kunci tidak ikut" in told
    before = sqlite3.connect(home / "berkas.db").execute("SELECT id, terakhir FROM buku").fetchall()

    live_in(monkeypatch, tmp_path / "baru")
    assert cli.main(["restore", file, "--check"]) == 0
    assert not (tmp_path / "baru" / "berkas.db").exists()
    assert cli.main(["restore", file]) == 1
    assert "nomor terakhir setiap buku" in capsys.readouterr().err
    assert not (tmp_path / "baru" / "berkas.db").exists()
    assert cli.main(["restore", file, "--celah", "0"]) == 0
    told = capsys.readouterr().out
    assert "nomor terakhir sama" in told and "./berkas number next" in told
    assert "berlaku lagi: token, webhook" in told
    assert "ada lagi, dengan filenya. Musnahkan lagi menurut berita acaranya" in told

    after = sqlite3.connect(tmp_path / "baru" / "berkas.db")
    assert after.execute("SELECT id, terakhir FROM buku").fetchall() == before
    house = houses.open_checked(Settings.from_env())
    assert [one for one in audit(house) if not one.utuh] == []
    house.close()
    assert cli.main(["restore", file]) == 1
    assert "sudah berisi" in capsys.readouterr().err


def test_a_running_house_is_not_restored_over(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["backup", str(tmp_path / "a.tar"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["penuh"] and not told["terkunci"] and told["kurang"] == []
    tenancy = Tenancy(home)
    tenancy.tell("http://127.0.0.1:8080")

    assert cli.main(["restore", str(tmp_path / "a.tar")]) == 1
    assert "sudah berjalan" in capsys.readouterr().err
    assert cli.main(["backup", str(tmp_path / "a.tar")]) == 1
    assert "sudah ada" in capsys.readouterr().err
    tenancy.leave()


def test_a_word_that_does_not_open_and_a_file_that_is_cut_are_told_apart(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["backup", str(tmp_path / "a.tar")]) == 0
    raw = (tmp_path / "a.tar").read_bytes()
    (tmp_path / "b.tar").write_bytes(raw[: len(raw) // 2])
    capsys.readouterr()

    assert cli.main(["restore", str(tmp_path / "b.tar"), "--check"]) == 1
    assert "terpotong" in capsys.readouterr().err
    assert cli.main(["restore", str(tmp_path / "c.tar"), "--check"]) == 1
    assert "tidak ditemukan" in capsys.readouterr().err
    assert cli.main(["backup", str(tmp_path / "d.tar"), "--sandi", str(tmp_path / "tiada")]) == 1
    assert "/tiada tidak ada. Tidak ada yang diubah." in capsys.readouterr().err


def test_a_home_that_a_restore_was_not_done_with_does_not_start(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = houses.build(Settings.from_env(), lasting=False)
    house.penjagaan.begun("berkas.tar")

    assert cli.main(["status"]) == 1
    assert cli.main(["migrate"]) == 1
    assert "Pemulihan dari berkas.tar" in capsys.readouterr().err
    house.penjagaan.done()
    assert cli.main(["migrate"]) == 0
    house.close()


def test_the_key_of_the_store_comes_back_where_the_backup_has_it_and_none_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key, word = tmp_path / "kunci", tmp_path / "sandi"
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    word.write_text("kuda benar baterai\n")
    live_in(monkeypatch, tmp_path / "lama")
    monkeypatch.setenv("BERKAS_KEY_FILE", str(key))
    houses.migrate(Settings.from_env())
    file, sandi = str(tmp_path / "a.age"), ["--sandi", str(word)]
    assert cli.main(["backup", file, *sandi, "--kunci"]) == 0

    live_in(monkeypatch, tmp_path / "baru")
    monkeypatch.delenv("BERKAS_KEY_FILE")
    assert cli.main(["restore", file, *sandi, "--check"]) == 0
    assert not (tmp_path / "baru" / "kunci-penyimpanan").exists()
    assert cli.main(["restore", file, *sandi]) == 0

    laid = tmp_path / "baru" / "kunci-penyimpanan"
    assert laid.read_bytes() == key.read_bytes()
    assert laid.stat().st_mode & 0o077 == 0
    assert f"Kunci penyimpanan ada di {laid}" in capsys.readouterr().out


@pytest.mark.parametrize("release", RELEASES)
def test_the_home_of_every_release_is_brought_up_backed_up_and_proved(
    release: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(HERE / release, tmp_path / "rumah")
    live_in(monkeypatch, tmp_path / "rumah")
    houses.migrate(Settings.from_env())

    assert cli.main(["backup", str(tmp_path / "a.tar")]) == 0
    assert cli.main(["restore", str(tmp_path / "a.tar"), "--check"]) == 0


@pytest.mark.parametrize("release", RELEASES)
def test_what_an_earlier_release_left_is_taken_and_put_back_migrated(
    release: str, tmp_path: Path
) -> None:
    """Its ledger as it stood then lies in the backup; only the house it is laid in is of today."""
    home = tmp_path / "rumah"
    shutil.copytree(HERE / release, home)
    env = {"BERKAS_HOME": str(home), "BERKAS_INBOX": str(tmp_path / "inbox")}
    house = houses.build(Settings.from_env(env), lasting=False)
    (tmp_path / "ruang").mkdir()
    potret = house.snapshots.take(tmp_path / "ruang")

    with house.twin(tmp_path / "lain") as target:
        target.snapshots.lay(potret.file, potret.isian)
        assert target.snapshots.told() == potret.isian
        target.snapshots.migrate()
        target.snapshots.awake()
        assert target.snapshots.told().nomor == potret.isian.nomor
    house.close()


def test_who_reads_the_first_line_of_a_command_alone_ends_it_quietly(tmp_path: Path) -> None:
    env = {"BERKAS_HOME": str(tmp_path / "rumah"), "PATH": "/usr/bin:/bin"}
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "service.cli", "status", "--json"],
        cwd=CODE,
        env=env,
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)

    assert (done.returncode, done.stderr) == (1, b"")
