"""Starts the public pages: opens the port out here, then runs them inside the walls.

Inside there is no network at all: the listening socket is handed in, and that is the only way
in or out. This parent only waits, and passes on the word to stop.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from types import FrameType

from service.config import Settings, SettingsError
from service.disk import Disk
from service.domain.refusals import Unavailable
from service.publik import box

WHY = {
    errno.EADDRINUSE: "sudah dipakai program lain",
    errno.EADDRNOTAVAIL: "bukan alamat komputer ini",
    errno.EACCES: "port ini hanya untuk administrator",
}
PATIENCE = 6  # seconds that requests under way are given


def main() -> int:
    """Serve until told to stop; 2 where the settings do not stand, 3 where it may not start."""
    try:
        settings = Settings.from_env()
        return serve(settings)
    except SettingsError as wrong:
        _say(str(wrong))
        return 2
    except Unavailable as wrong:
        _say(str(wrong))
        return 3


def serve(settings: Settings) -> int:
    """Run the public pages inside the walls; returns when they have ended."""
    box.prepare(settings)
    found = box.reached(settings)
    if found:
        raise Unavailable(
            f"Halaman publik tidak dijalankan: dari dalam kotaknya masih terjangkau "
            f"{', '.join(found)}. Pindahkan ke folder tersendiri.",
            permanent=True,
        )
    with _listening(settings.bind, settings.port_publik) as door:
        told, tell = os.pipe()
        os.set_inheritable(door.fileno(), True)
        inside = [box.python(), "-m", "service.publik.inside"]
        inside += [str(door.fileno()), box.place(settings).to_json()]
        line = box.walled(settings, inside)
        line[1:1] = ["--info-fd", str(tell)]
        child = subprocess.Popen(line, env={}, pass_fds=(door.fileno(), tell), cwd="/")
        os.close(tell)
        with os.fdopen(told) as info:
            pid = json.load(info)["child-pid"]
    return _wait(child, pid, box.drop_folder(settings).parent / box.RUNS)


def _wait(child: subprocess.Popen[bytes], pid: int, runs: Path) -> int:
    def stop(_number: int, _frame: FrameType | None) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
        signal.signal(signal.SIGALRM, lambda *_: child.kill())
        signal.alarm(PATIENCE)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    part = runs.with_suffix(".part")
    part.write_text(json.dumps({"pid": pid}))
    Disk().rename(part, runs)
    code = child.wait()
    runs.unlink(missing_ok=True)
    return 0 if code in (0, -signal.SIGKILL) else code


def _listening(bind: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    try:
        return socket.create_server((bind, port), family=family, backlog=256)
    except OSError as wrong:
        why = WHY.get(wrong.errno or 0, wrong.strerror)
        raise Unavailable(
            f"Alamat {bind} port {port} tidak dapat dipakai ({why}). "
            "Pilih port lain di BERKAS_PORT_PUBLIK, atau hentikan program yang memakainya.",
            permanent=True,
        ) from wrong


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    sys.exit(main())
