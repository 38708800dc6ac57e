"""What systemd would do with our units, on a machine without it: two users, two processes.

Run as root inside a machine that may be thrown away: `python -m tests.fault.layanan`.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

from service.commands.install import CHOICES, USUAL, plan
from service.config import CODE, Settings
from service.host.steps import Command
from service.host.units import BERKAS, PUBLIK, read_settings

PROBE = """
import os, pathlib, socket, sys
for word in sys.argv[1:]:
    try:
        path = pathlib.Path(word)
        if path.is_socket():
            socket.socket(socket.AF_UNIX).connect(word)
        elif path.is_dir():
            os.listdir(word)
        else:
            path.open('rb').close()
        print('TERBUKA', word)
    except PermissionError:
        print('tertutup', word)
"""


def settle() -> Settings:
    """Everything `./berkas install` does, but for asking systemd."""
    for step in plan(Settings.from_env(USUAL), USUAL):
        if not (isinstance(step, Command) and step.line[0] == "systemctl"):
            step.carry_out()
    return Settings.from_env(USUAL)


def env_of(name: str) -> dict[str, str]:
    told = read_settings(CHOICES / name)
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(CODE), "PYTHONSAFEPATH": "1", **told}


def start(user: str, choices: str, umask: int, *line: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        line, user=user, group=user, extra_groups=[], umask=umask, env=env_of(choices), cwd="/"
    )


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=3) as page:
            return page.status == 200
    except (URLError, OSError):
        return False


def main() -> int:
    settings = settle()
    closed = start(BERKAS, "berkas.env", 0o027, str(CODE / "berkas"), "run", "--tanpa", "publik")
    line = [sys.executable, "-m", "service.publik.serve"]
    public = start(PUBLIK, "publik.env", 0o007, *line)
    end = time.monotonic() + 60
    while not (answers(settings.port) and answers(settings.port_publik)):
        if time.monotonic() > end or closed.poll() is not None or public.poll() is not None:
            return 1
        time.sleep(0.3)
    home = settings.home
    wanted = [home, home / "berkas.db", home / "log", home / "run", CHOICES / "berkas.env"]
    probe = [sys.executable, "-c", PROBE, *map(str, [*wanted, settings.inbox])]
    seen = subprocess.run(probe, user=PUBLIK, group=PUBLIK, extra_groups=[], capture_output=True)
    said = seen.stdout.decode() + seen.stderr.decode()
    status = start_and_read(BERKAS, [str(CODE / "berkas"), "status", "--json"])
    apart = [one for one in json.loads(status)["keadaan"] if "publik" in one["nama"].lower()]
    sys.stdout.write(f"{said}{apart}\n")
    for one in (public, closed):
        one.send_signal(signal.SIGTERM)
        one.wait(20)
    runtime = [*Path("/tmp").glob("berkas-*"), *(home / "run").glob("*.lock")]
    sys.stdout.write(f"left behind: {runtime}\n" if runtime else "")
    fine = said.count("tertutup") == len(wanted) + 1 and apart and apart[0]["baik"]
    return 0 if fine and not runtime else 1


def start_and_read(user: str, line: list[str]) -> str:
    """What a command says to the user of the service."""
    ran = subprocess.run(
        line, user=user, group=user, extra_groups=[], env=env_of("berkas.env"), capture_output=True
    )
    return ran.stdout.decode()


if __name__ == "__main__":
    sys.exit(main())
