"""`./berkas install`: what it would do, told before it is done."""

from __future__ import annotations

import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from service.commands.install import USUAL, plan
from service.config import CODE, Settings
from service.host.steps import Command, File, Folder, Step
from service.host.units import read_settings, settings_file


def planned(**more: str) -> list[Step]:
    env = {**USUAL, **more}
    return plan(Settings.from_env(env), env)


def file(steps: list[Step], name: str) -> File:
    (found,) = [one for one in steps if isinstance(one, File) and one.path.name == name]
    return found


def folder(steps: list[Step], path: str) -> Folder:
    (found,) = [one for one in steps if isinstance(one, Folder) and str(one.path) == path]
    return found


@pytest.mark.parametrize("bind", ["127.0.0.1", "0.0.0.0"])
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path, bind: str) -> None:
    steps = planned(BERKAS_BIND=bind)
    units = [tmp_path / name for name in ("berkas.service", "berkas-publik.service")]
    for unit in units:
        unit.write_text(file(steps, unit.name).text)

    line = ["systemd-analyze", "verify", "--man=no", *map(str, units)]
    said = subprocess.run(line, capture_output=True, text=True)

    mine = [one for one in said.stderr.splitlines() if "berkas" in one]
    assert (said.returncode, mine) == (0, [])


def test_a_unit_that_is_wrong_would_be_found(tmp_path: Path) -> None:
    unit = tmp_path / "berkas.service"
    unit.write_text(file(planned(), "berkas.service").text.replace('/berkas"', '/tidak-ada"'))

    line = ["systemd-analyze", "verify", "--man=no", str(unit)]

    assert "tidak-ada" in subprocess.run(line, capture_output=True, text=True).stderr


def test_the_public_pages_run_as_another_user_who_owns_only_the_drop_folder() -> None:
    steps = planned()
    closed, public = file(steps, "berkas.service"), file(steps, "berkas-publik.service")

    assert "User=berkas\n" in closed.text
    assert "run --tanpa publik\n" in closed.text
    assert "User=berkas-publik\n" in public.text
    owned = {
        str(one.path) for one in steps if isinstance(one, Folder) and one.owner == "berkas-publik"
    }
    assert owned == {"/var/lib/berkas/publik", "/var/lib/berkas/publik/masuk"}
    assert folder(steps, "/var/lib/berkas").mode & 0o006 == 0


def test_the_public_pages_are_told_no_secret() -> None:
    steps = planned(
        BERKAS_LEDGER="postgresql://berkas:rahasia@localhost/berkas",
        BERKAS_REDIS="redis://:rahasia@localhost/0",
    )

    assert "rahasia" not in file(steps, "publik.env").text
    assert "rahasia" in file(steps, "berkas.env").text
    assert file(steps, "berkas.env").mode & 0o007 == 0


def test_settings_a_person_has_changed_stay_when_it_is_installed_again(tmp_path: Path) -> None:
    path = tmp_path / "berkas.env"
    words = {"BERKAS_URL": "https://ppid.contoh", "BERKAS_INBOX": '/srv/dua "kata" \\ $HOME'}
    path.write_text("# catatan pengelola\n" + settings_file(words) + "BERKAS_PORT=9000\n")

    assert read_settings(path) == {**words, "BERKAS_PORT": "9000"}
    assert read_settings(tmp_path / "belum-ada") == {}


def test_a_file_appears_whole_and_for_whom_it_is_meant(tmp_path: Path) -> None:
    owner = pwd.getpwuid(os.getuid()).pw_name
    File(tmp_path / "berkas.env", "A=1\n", owner, owner, 0o640).carry_out()
    File(tmp_path / "berkas.env", "A=2\n", owner, owner, 0o640).carry_out()

    assert (tmp_path / "berkas.env").read_text() == "A=2\n"
    assert (tmp_path / "berkas.env").stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [tmp_path / "berkas.env"]


def test_a_command_that_is_not_needed_is_not_run(tmp_path: Path) -> None:
    made = tmp_path / "jejak"
    Command(("touch", str(made)), unless=("true",)).carry_out()
    assert not made.exists()

    Command(("touch", str(made)), unless=("false",)).carry_out()
    assert made.exists()


def install(*words: str, **more: object) -> subprocess.CompletedProcess[str]:
    env = {key: word for key, word in os.environ.items() if not key.startswith("BERKAS_")}
    line = [sys.executable, "-m", "service.cli", "install", *words]
    known = {"env": env, "cwd": CODE, "capture_output": True, "text": True}
    return subprocess.run(line, **{**known, **more})


def test_looking_changes_nothing_and_shows_everything() -> None:
    said = install("--lihat")

    assert said.returncode == 0
    assert "systemctl enable berkas.service berkas-publik.service" in said.stdout
    assert not Path("/etc/berkas").exists()


def test_who_is_not_the_administrator_is_told_how() -> None:
    said = install(**({"user": 65534, "group": 65534} if os.getuid() == 0 else {}))

    assert said.returncode == 1
    assert "sudo ./berkas install" in said.stderr


def test_a_machine_without_systemd_is_told_so_and_left_alone() -> None:
    # A root of its own user namespace is root enough to be let past the first question.
    line = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
    hide = 'mount -t tmpfs none /run && exec "$0" -m service.cli install'
    env = {key: word for key, word in os.environ.items() if not key.startswith("BERKAS_")}
    said = subprocess.run(
        [*line, hide, sys.executable], env=env, cwd=CODE, capture_output=True, text=True
    )

    assert said.returncode == 1
    assert "systemd bukan proses pertama" in said.stderr
    assert not Path("/etc/berkas").exists()
