"""A whole office of real processes, and everything they leave where others could read it."""

from __future__ import annotations

import contextlib
import http.client
import http.cookiejar
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode

from redis import Redis
from redis.exceptions import RedisError

from jobs.valkey import binary
from service import house as houses
from service.acts.orang import orang
from service.acts.orang.hadir import operator
from service.config import CODE, Settings
from service.host import kin
from service.house import RealHouse
from tests import dovecot
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, person, rule
from tests.servers import free_port, until

BATAS = "batas-bagian-contoh"


@dataclass
class Mata:
    """Looks, all the time, at what others on this machine could see."""

    sementara: Path
    redis: Redis
    baris: set[bytes] = field(default_factory=set)  # command lines
    nama: set[str] = field(default_factory=set)  # names of temporary files
    perintah: bytearray = field(default_factory=bytearray)  # what was asked of the queue

    def __post_init__(self) -> None:
        self.ended = threading.Event()
        self.threads = [threading.Thread(target=one) for one in (self._look, self._listen)]
        for one in self.threads:
            one.start()

    def _look(self) -> None:
        while not self.ended.wait(0.01):
            for process in Path("/proc").glob("[0-9]*"):
                with contextlib.suppress(OSError):
                    self.baris.add((process / "cmdline").read_bytes())
            self.nama |= set(below(self.sementara))

    def _listen(self) -> None:
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(self.redis.connection_pool.connection_kwargs["path"])
            line.sendall(b"MONITOR\r\n")
            line.settimeout(0.5)
            while not self.ended.is_set():
                with contextlib.suppress(TimeoutError):
                    if not (part := line.recv(1 << 16)):
                        return
                    self.perintah += part

    def close(self) -> None:
        self.ended.set()
        for one in self.threads:
            one.join()


def below(folder: Path) -> list[str]:
    """The names of all that lies in a folder; what is gone meanwhile is left out."""
    return [str(Path(top) / one) for top, rooms, files in os.walk(folder) for one in rooms + files]


@dataclass
class Peramban:
    """Somebody with a cookie jar at one of the two doors."""

    alamat: str

    def __post_init__(self) -> None:
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def ask(self, path: str, body: bytes | None = None, method: str = "", **headers: str) -> str:
        """The text of an answer, whatever its status, and however much of it came."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        asked = urllib.request.Request(self.alamat + path, body, named, method=method or None)
        try:
            with self.opener.open(asked, timeout=30) as answer:
                return str(answer.read().decode("utf-8", "replace"))
        except HTTPError as answer:
            with answer:
                return answer.read().decode("utf-8", "replace")
        except http.client.IncompleteRead as cut:
            return cut.partial.decode("utf-8", "replace")

    def csrf(self, at: str) -> str:
        found = re.search(r'name="csrf" value="([^"]+)"', page := self.ask(at))
        assert found, page[:3000]
        return found[1]

    def send(self, path: str, at: str = "", **form: str) -> str:
        return self.ask(path, urlencode({"csrf": self.csrf(at or path), **form}).encode())

    def send_files(self, path: str, at: str, files: list[tuple[str, str, bytes]], **form: str):
        """A form with files, as a browser sends it."""
        body = b""
        for name, value in {"csrf": self.csrf(at), **form}.items():
            body += _part(f'name="{name}"', value.encode())
        for name, nama, content in files:
            body += _part(f'name="{name}"; filename="{nama}"', content)
        body += f"--{BATAS}--\r\n".encode()
        return self.ask(path, body, Content_Type=f"multipart/form-data; boundary={BATAS}")

    def api(self, method: str, path: str, csrf: str, body: object) -> dict[str, object]:
        """As a program does."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        jenis = "application/octet-stream" if isinstance(body, bytes) else "application/json"
        told = {"Content_Type": jenis, "X_CSRF_Token": csrf, "Upload_Offset": "0"}
        answer: dict[str, object] = json.loads(self.ask(f"/api/v1{path}", raw, method, **told))
        return answer

    def cookies(self) -> list[str]:
        return [str(one.value) for one in self.jar]


def _part(head: str, content: bytes) -> bytes:
    told = f"--{BATAS}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode()
    return told + content + b"\r\n"


@dataclass
class Gedung:
    """The house, all its processes, and who looks on."""

    house: RealHouse
    folder: Path
    mata: Mata
    running: subprocess.Popen[bytes]
    env: dict[str, str]

    @property
    def settings(self) -> Settings:
        return self.house.settings

    @property
    def masuk(self) -> Path:
        """Where a unit's letters are dropped."""
        return self.house.inbox / INSTANSI / UNIT

    def browser(self) -> Peramban:
        return Peramban(f"http://127.0.0.1:{self.settings.port}")

    def publik(self) -> Peramban:
        return Peramban(f"http://127.0.0.1:{self.settings.port_publik}")

    def invited(self, nama: str, *memegang: str) -> str:
        """The one-time word of somebody new."""
        one = person(self.house, nama, *memegang)
        return orang.invite(self.house, operator(self.house), one.orang.id)

    def command(self, *words: str) -> str:
        """Somebody at the terminal of this machine; what it said there besides its answer."""
        line = [sys.executable, "-m", "service.cli", *words]
        ran = subprocess.run(line, env=self.env, cwd=CODE, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stderr
        return ran.stderr

    def stop(self) -> None:
        """As whoever turns it off."""
        self.running.send_signal(signal.SIGTERM)
        self.running.wait(30)
        self.mata.close()

    def said(self) -> str:
        """All that any process wrote."""
        logs = (self.settings.home / "log").rglob("*.log*")
        return "\n".join(one.read_text("utf-8", "replace") for one in [self.screen, *logs])

    @property
    def screen(self) -> Path:
        return self.folder / "layar"

    def dump(self) -> bytes:
        """What the queue would keep over a power cut, as it stands now."""
        self.mata.redis.save()
        return b"".join(
            one.read_bytes() for one in (self.folder / "antrean").rglob("*") if one.is_file()
        )


def knock(port: int, *lines: str) -> None:
    """Bytes that are no request."""
    with socket.create_connection(("127.0.0.1", port), 10) as door:
        door.sendall("\r\n".join(lines).encode() + b"\r\n\r\n")
        door.settimeout(10)
        with contextlib.suppress(OSError):
            door.recv(1000)


@contextmanager
def a_queue(folder: Path) -> Iterator[Redis]:
    """A Valkey that answers MONITOR, keeps its dump unpacked, and is ours alone."""
    (folder / "antrean").mkdir()
    path = f"/tmp/berkas-uji-{os.getpid()}-{free_port()}.sock"  # a longer name is no socket
    line = [binary(), "--port", "0", "--unixsocket", path, "--dir", str(folder / "antrean")]
    line += ["--rdbcompression", "no", "--appendonly", "yes", "--save", "", "--loglevel", "warning"]
    with (folder / "antrean.log").open("wb") as log:
        server = subprocess.Popen(line, stdout=log, stderr=log)
    redis = Redis.from_url(f"unix://{path}")

    def answers() -> bool:
        with contextlib.suppress(RedisError):
            return bool(redis.ping())
        return False

    try:
        until(answers, 20, "Valkey")
        yield redis
    finally:
        redis.close()
        server.terminate()
        server.wait(15)
        Path(path).unlink(missing_ok=True)


@contextmanager
def a_building(folder: Path, post: Callable[[str], None]) -> Iterator[Gedung]:
    """All processes of the Procfile at work, on settings an office could have.

    What `post` puts into its mailbox lies there when it opens.
    """
    told, surel = dovecot.dovecot(), f"jejak{os.getpid()}{free_port()}"
    post(surel)
    sementara = folder / "sementara"
    sementara.mkdir()
    with a_queue(folder) as redis:
        own = {
            "BERKAS_HOME": str(folder / "rumah"),
            "BERKAS_INBOX": str(folder / "inbox"),
            "BERKAS_LEDGER": new_sqlite(folder),
            "BERKAS_REDIS": f"unix://{redis.connection_pool.connection_kwargs['path']}",
            "BERKAS_PORT": str(free_port()),
            "BERKAS_PORT_PUBLIK": str(free_port()),
            "BERKAS_PUBLIK_NIK": "ya",
            "BERKAS_UKURAN_MB": "9",
            "BERKAS_MAPAN": "0.2",
            "BERKAS_IMAP": f"imap://{surel}:{dovecot.SANDI}@127.0.0.1:{told['port']}/INBOX"
            f"?instansi={INSTANSI}&unit={UNIT}&ca={told['cert']}",
        }
        outer = {key: word for key, word in os.environ.items() if not key.startswith("BERKAS_")}
        env = {**outer, **own, "PYTHONPATH": str(CODE), "TMPDIR": str(sementara)}
        house = houses.build(Settings.from_env(own))
        rule(house)
        (house.inbox / INSTANSI / UNIT / "tunggu").mkdir(parents=True)
        with (folder / "layar").open("wb") as out:
            line = [sys.executable, "-m", "service.cli", "run"]
            running = subprocess.Popen(line, env=env, stdout=out, stderr=out)
        mata = Mata(sementara, redis)
        try:
            one = Gedung(house, folder, mata, running, env)
            for port in (house.settings.port, house.settings.port_publik):
                until(lambda port=port: _answers(port), 60, one.screen.read_text())
            yield one
        finally:
            mata.close()
            if running.poll() is None:
                for pid in [running.pid, *kin.descendants(running.pid)]:
                    kin.tell(pid, signal.SIGKILL)
                running.wait()
            house.close()


def _answers(port: int) -> bool:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    with contextlib.closing(line), contextlib.suppress(OSError, http.client.HTTPException):
        line.request("GET", "/")
        return line.getresponse().status < 500
    return False
