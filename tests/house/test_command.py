"""The command `./berkas`, in a small office: the real script, one small library, no network."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile
from pathlib import Path

import pytest

from service.commands import bundle
from service.config import CODE

NOBODY = 65534
CLI = "import os, sys, contoh\nprint(contoh.KATA, os.getcwd(), *sys.argv[1:])\n"


def wheel(folder: Path, kata: str = "sampai") -> str:
    """A library of one line, as pip takes it; its line for requirements.txt."""
    folder.mkdir(exist_ok=True)
    path = folder / "contoh-1.0-py3-none-any.whl"
    parts = {
        "contoh.py": f"KATA = {kata!r}\n",
        "contoh-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: contoh\nVersion: 1.0\n",
        "contoh-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nTag: py3-none-any\n",
    }
    record = ""
    with zipfile.ZipFile(path, "w") as out:
        for name, text in parts.items():
            out.writestr(name, text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=")
            record += f"{name},sha256={digest.decode()},{len(text)}\n"
        out.writestr("contoh-1.0.dist-info/RECORD", record + "contoh-1.0.dist-info/RECORD,,\n")
    return f"contoh==1.0 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


class Salinan:
    """A checkout with the real script and next to nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "service").mkdir(parents=True)
        shutil.copy2(CODE / "berkas", folder / "berkas")
        (folder / "service" / "cli.py").write_text(CLI)
        self.wheels = folder.parent / "roda"
        (folder / "requirements.txt").write_text(wheel(self.wheels))
        room = folder.parent / "ruang"  # logs of what failed are kept; here they go with the test
        room.mkdir()
        room.chmod(0o1777)
        self.env = {
            "TMPDIR": str(room),
            "PATH": os.environ["PATH"],
            "HOME": str(folder.parent),
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PIP_CONFIG_FILE": os.devnull,
        }

    def run(self, *words: str, **more: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run([self.folder / "berkas", *words], **self.how(more))

    def how(self, more: dict[str, object]) -> dict[str, object]:
        known = {"env": self.env, "capture_output": True, "text": True, "stdin": subprocess.DEVNULL}
        return {**known, **more}

    def as_nobody(self, *words: str) -> subprocess.CompletedProcess[str]:
        """As an account that owns nothing and may not become root."""
        line = ["setpriv", "--no-new-privs"]  # sudo is no way up, whoever plays the test
        if os.getuid() == 0:
            line += [f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        return subprocess.run([*line, "--", str(self.folder / "berkas"), *words], **self.how({}))


@pytest.fixture
def salinan(tmp_path: Path) -> Salinan:
    return Salinan(tmp_path / "kantor kita")


def test_it_sets_up_once_and_then_runs_from_any_folder(salinan: Salinan, tmp_path: Path) -> None:
    first = salinan.run("status", "dua kata")
    elsewhere = tmp_path / "tempat lain"
    elsewhere.mkdir()
    (elsewhere / "contoh.py").write_text("raise SystemExit('taken from the wrong folder')")
    (elsewhere / "tautan").symlink_to(salinan.folder / "berkas")
    began = time.monotonic()
    again = subprocess.run(["./tautan", "status"], **salinan.how({"cwd": elsewhere}))

    assert first.stdout == f"sampai {Path.cwd()} status dua kata\n", first.stderr
    assert "Membuat lingkungan Python" in first.stderr
    assert again.stdout == f"sampai {elsewhere} status\n"
    assert again.stderr == ""
    assert time.monotonic() - began < 2


def test_two_first_runs_at_once_set_up_once(salinan: Salinan) -> None:
    line = [str(salinan.folder / "berkas"), "status"]
    how = {"env": salinan.env, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    both = [subprocess.Popen(line, **how) for _ in range(2)]
    said = [one.communicate(timeout=60) for one in both]

    assert [out.split()[0] for out, _ in said] == ["sampai", "sampai"]
    assert sum("Membuat lingkungan" in err for _, err in said) == 1


def test_a_set_up_that_was_cut_off_is_made_whole(salinan: Salinan) -> None:
    running = subprocess.Popen(
        [str(salinan.folder / "berkas"), "status"],
        env=salinan.env,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stderr
    while "Memasang pustaka" not in running.stderr.readline():
        assert running.poll() is None
    os.killpg(running.pid, 9)
    running.wait()
    running.stderr.close()
    assert not (salinan.folder / ".venv" / ".lengkap").exists()

    assert salinan.run("status").stdout.startswith("sampai")


def test_a_new_requirements_list_is_installed_at_the_next_run(salinan: Salinan) -> None:
    salinan.run("status")
    shutil.rmtree(salinan.wheels)
    (salinan.folder / "requirements.txt").write_text(wheel(salinan.wheels).replace("1.0 ", "1.0  "))

    after = salinan.run("status")

    assert "Memasang pustaka" in after.stderr
    assert "Membuat lingkungan" not in after.stderr
    assert after.stdout.startswith("sampai")


def test_a_library_that_is_not_the_one_in_the_list_is_refused(salinan: Salinan) -> None:
    wheel(salinan.wheels, kata="lain")

    refused = salinan.run("status")

    assert refused.returncode == 3
    assert "tidak sama dengan yang tercatat" in refused.stderr
    assert refused.stdout == ""


def test_without_network_it_says_how_to_bring_what_is_needed(salinan: Salinan) -> None:
    shutil.rmtree(salinan.wheels)

    stopped = salinan.run("status")

    assert stopped.returncode == 3
    assert "tidak terjangkau" in stopped.stderr
    assert "./berkas --from bekal.tar run" in stopped.stderr


def test_who_may_not_install_is_told_what_and_why_and_the_one_command(salinan: Salinan) -> None:
    script = salinan.folder / "berkas"
    text = script.read_text()
    script.write_text(text.replace("\nbubblewrap:", "\npaket-contoh: menguji berkas\nbubblewrap:"))
    open_to_all(salinan.folder)

    stopped = salinan.as_nobody("run")

    assert stopped.returncode == 3
    assert "paket-contoh: menguji berkas" in stopped.stderr
    assert "apt-get install -y --no-install-recommends paket-contoh\n" in stopped.stderr


def open_to_all(folder: Path) -> None:
    """Others may read the folder and come to it (pytest closes its own)."""
    subprocess.run(["chmod", "-R", "a+rX", folder], check=True)
    for one in folder.parents:
        if "pytest-" in str(one):
            one.chmod(0o755)


def test_a_folder_that_cannot_be_written_to_is_named_with_a_way_out(salinan: Salinan) -> None:
    open_to_all(salinan.folder)
    salinan.folder.chmod(0o555)

    stopped = salinan.as_nobody("status")

    assert stopped.returncode == 3
    assert f"Folder {salinan.folder}/.venv tidak dapat ditulisi" in stopped.stderr
    assert "BERKAS_VENV" in stopped.stderr


def test_a_disk_that_forbids_programs_is_named(salinan: Salinan, tmp_path: Path) -> None:
    strict = tmp_path / "ketat"
    strict.mkdir()
    rights = "-m" if os.getuid() == 0 else "-rm"
    play = f'mount -t tmpfs -o noexec tmpfs "{strict}" && exec "{salinan.folder}/berkas" status'
    how = salinan.how({"env": {**salinan.env, "BERKAS_VENV": str(strict / "venv")}})
    stopped = subprocess.run(["unshare", rights, "sh", "-c", play], **how)

    assert stopped.returncode == 3
    assert "melarang program dijalankan (noexec)" in stopped.stderr


def test_a_tmp_that_forbids_programs_does_no_harm(salinan: Salinan, tmp_path: Path) -> None:
    strict = tmp_path / "sementara"
    strict.mkdir()
    rights = "-m" if os.getuid() == 0 else "-rm"
    play = f'mount -t tmpfs -o noexec tmpfs "{strict}" && exec "{salinan.folder}/berkas" status'
    how = salinan.how({"env": {**salinan.env, "TMPDIR": str(strict)}})
    ran = subprocess.run(["unshare", rights, "sh", "-c", play], **how)

    assert ran.stdout.startswith("sampai"), ran.stderr


def test_a_temporary_folder_that_is_not_there_is_named(salinan: Salinan) -> None:
    salinan.env["TMPDIR"] = "/tidak/ada"

    stopped = salinan.run("status")

    assert stopped.returncode == 3
    assert "Folder sementara /tidak/ada tidak dapat ditulisi" in stopped.stderr


def test_a_python_that_is_too_old_or_not_there_is_named(salinan: Salinan) -> None:
    salinan.env["BERKAS_PYTHON"] = "/bin/false"

    stopped = salinan.run("status")

    assert stopped.returncode == 3
    assert "Python 3.11 atau yang lebih baru tidak ditemukan di /bin/false" in stopped.stderr


def test_a_broken_bundle_is_refused_before_anything_changes(
    salinan: Salinan, tmp_path: Path
) -> None:
    bundle = tmp_path / "bekal.tar"
    bundle.write_bytes(b"bukan tar")

    stopped = salinan.run("--from", str(bundle), "run")

    assert stopped.returncode == 3
    assert "rusak atau bukan bekal Berkas" in stopped.stderr
    assert not (salinan.folder / ".venv").exists()


def bekal(salinan: Salinan, out: Path, machine: str) -> Path:
    """A bundle with the one library, as `./berkas bundle` lays it out."""
    stock = out.parent / "stok"
    (stock / "deb").mkdir(parents=True)
    (stock / "deb" / "Packages").touch()
    salinan.wheels.rename(stock / "wheels")
    (stock / "untuk").write_text(machine)
    (stock / "SHA256SUMS").write_text("".join(bundle.sums(stock)))
    with tarfile.open(out, "w") as tar:
        tar.add(stock, "berkas/.bekal")
    return out


def test_from_a_bundle_it_installs_without_any_network(salinan: Salinan, tmp_path: Path) -> None:
    made = bekal(salinan, tmp_path / "bekal.tar", bundle.this_machine())

    assert salinan.run("status").returncode == 3
    assert salinan.run("--from", str(made), "status").stdout.startswith("sampai")
    assert salinan.run("status").stdout.startswith("sampai")


def test_a_bundle_for_another_machine_is_refused(salinan: Salinan, tmp_path: Path) -> None:
    made = bekal(salinan, tmp_path / "bekal.tar", "debian 11 arm64")

    stopped = salinan.run("--from", str(made), "status")

    assert stopped.returncode == 3
    assert "dibuat untuk debian 11 arm64" in stopped.stderr


def test_a_bundle_carries_the_code_and_nothing_an_office_put_in() -> None:
    carried = {str(path.relative_to(CODE)) for path in bundle.code()}

    assert {"berkas", "Procfile", "requirements.txt", "inbox/README.md"} <= carried
    assert not [name for name in carried if name.startswith((".git/", ".venv/", "var/"))]
    assert [name for name in carried if name.startswith("inbox/")] == ["inbox/README.md"]


def test_a_bundle_asks_apt_for_every_package_of_the_command() -> None:
    listed = bundle.packages()

    assert {"python3-venv", "libreoffice-writer-nogui", "bubblewrap"} <= set(listed)
    assert all(re.fullmatch(r"[a-z0-9.+-]+", name) for name in listed)


def test_wrong_settings_are_all_named_at_once() -> None:
    env = {key: word for key, word in os.environ.items() if not key.startswith("BERKAS_")}
    env |= {"BERKAS_PORT": "banyak", "BERKAS_URL": "ppid", "BERKAS_WARNA": "biru"}
    line = [sys.executable, "-m", "service.cli", "run"]
    stopped = subprocess.run(line, env=env, cwd=CODE, capture_output=True, text=True)

    assert stopped.returncode == 2
    named = [line.split(":")[0].strip() for line in stopped.stderr.splitlines()[1:]]
    assert sorted(named) == ["BERKAS_PORT", "BERKAS_URL", "BERKAS_WARNA"]


def test_no_tracked_list_or_script_names_a_place_to_download_from() -> None:
    for name in ("berkas", "requirements.txt", "tests/requirements.txt"):
        text = (CODE / name).read_text()
        assert "http" not in text.replace("aiohttp", "").replace("httpx", ""), name
        assert "--index-url" not in text
