"""Stand-ins for sites of others: real servers that keep what they are given and check its shape.

`tingkah` is how one treats the requests that `kena` names; by default all of them.
"""

from __future__ import annotations

import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from service.adapters import tls
from service.adapters.dorong.saluran import Sabar

SABAR = Sabar(0.4, 0.8)  # as patient as a test


@dataclass
class Situs:
    """One stand-in: how it behaves, and what it saw."""

    ca: Path
    port: int = 0
    tingkah: str = ""
    kena: str = ""  # a part of the method and address
    sekali: bool = False  # behaves so once, then well
    diminta: list[str] = field(default_factory=list)  # method and address, in order
    lewat: Callable[[str], None] | None = None  # called after each request that was carried out
    kunci: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, cara: str, alamat: str, kepala: Any, isi: bytes) -> tuple[int, Any]:
        """What the site says; this one holds nothing."""
        return 404, {}

    def count(self, part: str) -> int:
        """How many requests had this in them."""
        return sum(part in one for one in self.diminta)

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}"


def form(kepala: Any, isi: bytes) -> dict[str, Any]:
    """The parts of a form: files as (name, kind, bytes), fields as words."""
    edge = kepala.get_param("boundary")
    found: dict[str, Any] = {}
    for part in (b"\r\n" + isi).split(f"\r\n--{edge}".encode())[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        message = message_from_bytes(head.strip())
        names = dict(message.get_params(header="content-disposition") or ())
        if "filename" in names:
            found[names["name"]] = (names["filename"], message.get_content_type(), content)
        else:
            found[names["name"]] = content.decode()
    return found


class _Loket(BaseHTTPRequestHandler):
    situs: Situs

    def log_message(self, *args: object) -> None:
        """Silence."""

    def do_GET(self) -> None:
        self._any()

    do_POST = do_GET  # noqa: N815 (as the library calls it)
    do_DELETE = do_GET  # noqa: N815

    def _any(self) -> None:
        one, told = self.situs, f"{self.command} {self.path}"
        kind = one.tingkah if one.kena in told else ""
        if kind and one.sekali:
            one.tingkah = ""
        if kind == "413":
            self._say(413, b"<html>Request Entity Too Large</html>", "text/html")
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            return
        isi = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        one.diminta.append(told)
        if kind in ("putus_sebelum", "diam"):
            time.sleep(SABAR.diam * 3 if kind == "diam" else 0)
            self._hang_up()
        elif kind.isdigit():
            self._json(int(kind), {"success": False, "error": {"message": "Tidak bisa"}})
        elif kind == "html":
            self._say(503, b"<html>Sedang pemeliharaan</html>", "text/html")
        elif kind == "html_200":
            self._say(200, b"<html>Halaman masuk</html>", "text/html")
        elif kind == "gema":
            self._json(400, {"success": False, "error": str(dict(self.headers))})
        elif kind == "alihkan":
            self.send_response(302)
            self.send_header("Location", "https://192.0.2.1/")
            self.end_headers()
        else:
            with one.kunci:
                kode, isi_jawab = one.answer(self.command, self.path, self.headers, isi)
            if one.lewat:
                one.lewat(told)
            if kind == "putus_sesudah":
                self._hang_up()
                return
            self._json(kode, isi_jawab, drips=kind == "tetes")

    def _json(self, kode: int, told: Any, *, drips: bool = False) -> None:
        self._say(kode, json.dumps(told).encode(), "application/json", drips=drips)

    def _say(self, kode: int, body: bytes, kind: str, *, drips: bool = False) -> None:
        self.send_response(kode)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for start in range(0, len(body), 1 if drips else len(body) or 1):
            self.wfile.write(body[start : start + (1 if drips else len(body))])
            time.sleep(SABAR.diam / 4 if drips else 0)

    def _hang_up(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.connection.unwrap()  # type: ignore[attr-defined]


class _Gedung(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, situs: Situs, sealed: ssl.SSLContext) -> None:
        super().__init__(("127.0.0.1", 0), type("Loket", (_Loket,), {"situs": situs}))
        self._sealed = sealed
        situs.port = self.server_address[1]

    def finish_request(self, request: Any, client_address: Any) -> None:
        with suppress(OSError), self._sealed.wrap_socket(request, server_side=True) as line:
            super().finish_request(line, client_address)


@contextmanager
def opened(folder: Path, kind: Callable[[Path], Situs]) -> Iterator[Any]:
    """A stand-in on a port of this machine, until the block ends."""
    cert, key = tls.own_certificate(folder / "situs-tls", ["localhost"], datetime.now(UTC))
    sealed = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    sealed.load_cert_chain(cert, key)
    situs = kind(cert)
    gedung = _Gedung(situs, sealed)
    threading.Thread(target=gedung.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield situs
    finally:
        gedung.shutdown()
        gedung.server_close()
