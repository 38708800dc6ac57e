"""The real public process for the tests: started as it is in an office, spoken to by HTTP."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from flask.testing import FlaskClient

from service.adapters.seal import KeySeal
from service.adapters.store_folder import StoreFolder
from service.config import Settings
from service.disk import Disk
from service.publik.app import create_app
from service.publik.place import Place
from tests import servers

CODE = Path(__file__).resolve().parents[2]
ISIAN = {
    "nama": "Contoh Pemohon",
    "alamat": "Jalan Contoh 1\nKota Contoh",
    "pekerjaan": "Guru",
    "telepon": "+62 21 000000",
    "surel": "contoh@contoh.id",
    "sebagai": "sendiri",
    "pemberi_kuasa": "",
    "rincian": "Laporan contoh tahun 2025.",
    "tujuan": "Penelitian contoh.",
    "memperoleh": "salinan_elektronik",
    "mendapatkan": "surel",
}

BADAN = {"kode": "dinas_contoh", "nama": "Dinas Contoh", "zona": "WIB"}

BATAS = "batas-bagian-contoh"


def _part(head: str, content: bytes) -> bytes:
    told = f"--{BATAS}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode()
    return told + content + b"\r\n"


@dataclass(frozen=True)
class Answer:
    code: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Running:
    """A public process under way, in a home of its own that has a closed side."""

    env: dict[str, str]
    process: subprocess.Popen[str]
    port: int
    home: Path
    trust: Path | None = None  # the certificate it speaks TLS with

    @property
    def masuk(self) -> Path:
        return self.home / "publik" / "masuk"

    @property
    def settings(self) -> Settings:
        return Settings.from_env(self.env)

    def ask(
        self,
        method: str,
        path: str,
        form: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        source: str = "127.0.0.1",
    ) -> Answer:
        sent = dict(headers or {})
        if form is not None:
            sent.setdefault("Content-Type", "application/x-www-form-urlencoded")
        body = urlencode(form).encode() if form is not None else None
        return self.ask_bytes(method, path, body, sent, source)

    def ask_bytes(
        self,
        method: str,
        path: str,
        body: bytes | Iterable[bytes] | None,  # pieces: sent without saying how much comes
        headers: Mapping[str, str],
        source: str = "127.0.0.1",
    ) -> Answer:
        way = (source, 0)
        if self.trust:
            trust = ssl.create_default_context(cafile=str(self.trust))
            line: http.client.HTTPConnection = http.client.HTTPSConnection(
                "127.0.0.1", self.port, timeout=20, context=trust
            )
        else:
            line = http.client.HTTPConnection("127.0.0.1", self.port, 20, source_address=way)
        with closing(line):
            line.request(method, path, body, dict(headers))
            got = line.getresponse()
            return Answer(got.status, dict(got.getheaders()), got.read())

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def token(self, path: str = "/permohonan") -> str:
        found = re.search(r'name="csrf" value="([^"]+)"', self.get(path).text)
        assert found
        return found[1]

    def send(self, source: str = "127.0.0.1", **changed: str) -> Answer:
        form = {**ISIAN, "csrf": self.token(), **changed}
        return self.ask("POST", "/permohonan", form, source=source)

    def send_files(
        self,
        files: Sequence[tuple[str, bytes]],
        source: str = "127.0.0.1",
        path: str = "/permohonan",
        **changed: str,
    ) -> Answer:
        """The form as a browser sends it: in parts, with files."""
        form = {**ISIAN, "csrf": self.token(path), **changed}
        body = b"".join(_part(f'name="{name}"', value.encode()) for name, value in form.items())
        for nama, content in files:
            body += _part(f'name="lampiran"; filename="{nama}"', content)
        sent = {"Content-Type": f"multipart/form-data; boundary={BATAS}"}
        return self.ask_bytes("POST", path, body + f"--{BATAS}--\r\n".encode(), sent, source)

    def requests(self) -> list[dict[str, object]]:
        return [json.loads(path.read_text()) for path in sorted(self.masuk.glob("*.json"))]

    def clear(self) -> None:
        """Empty the drop folder."""
        for path in self.masuk.rglob("*"):
            if not path.is_dir():
                path.unlink()


def kode(answer: Answer) -> str:
    """The tracking kode on a receipt."""
    found = re.search(r"\b[0-9A-Z]{4}(-[0-9A-Z]{4}){4}\b", answer.text)
    assert found, answer.text
    return found[0]


def a_home(folder: Path, *badan: dict[str, str], **more: str) -> dict[str, str]:
    """The settings of a home with a ledger, a key and a sealed closed store in it.

    The public can turn to these bodies, or to one where none is named; nobody takes forms in.
    """
    badan = badan or (BADAN,)
    home, key, letter = folder / "rumah", folder / "kunci", folder / "surat"
    shown = home / "publik" / "terbit"
    shown.mkdir(mode=0o700, parents=True)
    (shown / "instansi.json").write_text(json.dumps({"bentuk": 1, "instansi": badan}))
    key.write_bytes(os.urandom(32))
    key.chmod(0o600)
    (home / "berkas.db").write_bytes(b"buku besar contoh")
    letter.write_bytes(b"rahasia contoh")
    StoreFolder(home / "tertutup", Disk(), KeySeal(key)).put(letter)
    return {
        "BERKAS_HOME": str(home),
        "BERKAS_KEY_FILE": str(key),
        "BERKAS_INBOX": str(folder / "inbox"),
        "BERKAS_PORT_PUBLIK": str(servers.free_port()),
        **more,
    }


def pages_of(folder: Path, *badan: dict[str, str], **more: int) -> FlaskClient:
    """The pages without walls, for these bodies."""
    masuk, terbit = folder / "masuk", folder / "terbit"
    masuk.mkdir(parents=True)
    terbit.mkdir()
    if badan:
        (terbit / "instansi.json").write_text(json.dumps({"bentuk": 1, "instansi": badan}))
    return create_app(Place(masuk, terbit / "publik.db", **more)).test_client()


def start(env: Mapping[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "service.publik.serve"],
        env={"PATH": os.environ["PATH"], **env},
        cwd=CODE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@contextmanager
def running(env: dict[str, str], trust: Path | None = None) -> Iterator[Running]:
    """The public process on these settings, ended when the block ends."""
    port = int(env["BERKAS_PORT_PUBLIK"])
    process = start(env)
    one = Running(env, process, port, Path(env["BERKAS_HOME"]), trust)
    try:
        servers.until(lambda: process.poll() is not None or _well(one), 20, "publik")
        assert process.poll() is None, process.communicate()[0]
        yield one
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.communicate(timeout=15)


def _well(one: Running) -> bool:
    # The port is open before the pages are; a request waits in line for them.
    try:
        return one.get("/sehat").code == 200
    except (OSError, http.client.HTTPException):
        return False


@contextmanager
def a_queue(settings: Settings) -> Iterator[Path]:
    """Something that listens where the queue's socket is."""
    path = settings.runtime / "valkey.sock"
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(path))
        door.listen()
        try:
            yield path
        finally:
            path.unlink()
            path.parent.rmdir()
