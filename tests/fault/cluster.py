"""A PostgreSQL of one test's own, to be ended without mercy."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from sqlalchemy import create_engine, text

from tests.servers import as_postgres, free_port, postgres_programs


class Cluster:
    """Started when made; its address stays the same through every restart."""

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="berkas-pg-"))
        if self.home.owner() == "root":  # PostgreSQL refuses root
            shutil.chown(self.home, "postgres", "postgres")
        self.port = free_port()
        self.url = f"postgresql+psycopg://berkas@127.0.0.1:{self.port}/postgres"
        made = ["-U", "berkas", "-A", "trust", "-N", "-E", "UTF8", "--locale=C.UTF-8"]
        self._run("initdb", *made)
        self.start()

    def start(self) -> None:
        self._control("start", "-o", f"-p {self.port} -k {self.home} -c fsync=off")

    def stop(self) -> None:
        self._control("stop", "-m", "immediate")

    def restart(self) -> None:
        """As a crash would: nobody is asked to finish, and the log is played again."""
        self._control("restart", "-m", "immediate")

    def cut_connections(self) -> int:
        """End every connection but our own; how many there were."""
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        asked = (
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        with engine.connect() as connection:
            count = int(connection.execute(text(asked)).scalar_one())
        engine.dispose()
        return count

    def end(self) -> None:
        self.stop()
        shutil.rmtree(self.home)

    def _control(self, *words: str) -> None:
        self._run("pg_ctl", "-w", "-t", "20", "-l", str(self.home / "log"), *words)

    def _run(self, program: str, *words: str) -> None:
        line = [postgres_programs() / program, "-D", self.home / "data", *words]
        quiet = subprocess.DEVNULL  # a pipe would be kept open by the server
        subprocess.run(as_postgres(line), check=True, stdout=quiet, stderr=quiet, cwd="/")
