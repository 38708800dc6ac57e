"""A stand-in for the Esign Client Service: it is none, but behaves as the manual says.

Versions 1 and 2 on one address, down to the awkward parts; it really signs, with a certificate of
nobody. `tingkah` is how it treats the next papers.
"""

from __future__ import annotations

import base64
import json
import random
import socket
import ssl
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from service.adapters import tls
from service.domain.esign.sambungan import Kesabaran, Sambungan, connection
from tests.bsre_periksa import verified_v1, verified_v2
from tests.bsre_ttd import Kotak, plain_pdf, signed

NAMA, SANDI = "aplikasi.contoh", "sandi aplikasi: salak pondoh"
NIK, PASSPHRASE = "9999010101010001", "Durian & “Runtuh” 99"
NIK_KEDUA = "9999010101010002"
SABAR = Kesabaran(sambung=2.0, diam=2.0, seluruh=6.0)
KODE = {1110: "NOT_REGISTERED", 1111: "ISSUE"}
TINGGI = 842.0  # of the pages it is sent


@dataclass
class Tiruan:
    """One stand-in: whom it knows, how it behaves, and what it saw."""

    ca: Path
    port: int = 0
    tingkah: str = ""
    kode_di: str = "teks"  # or "ruas": where the code of an error stands
    kepala_id: str = "id_dokumen"  # '' where this install does not say it
    ruas_totp: str = "totp"  # or "otp"
    keadaan: dict[str, str] = field(default_factory=lambda: {NIK: "ISSUE", NIK_KEDUA: "ISSUE"})
    totp: dict[str, str] = field(default_factory=dict)
    kode_banyak: bool = True  # whether a code signs as many papers as it was asked for
    sisa_kode: dict[str, int] = field(default_factory=dict)
    simpanan: dict[str, bytes] = field(default_factory=dict)
    diminta: list[str] = field(default_factory=list)  # addresses, in order
    terakhir: dict[str, Any] = field(default_factory=dict)  # the fields of the last paper
    ditandatangani: int = 0

    def sambungan(self, **more: Any) -> Sambungan:
        known: dict[str, Any] = {"ca": self.ca, "kesabaran": SABAR}
        made = connection(f"https://localhost:{self.port}", NAMA, SANDI)
        return replace(made, **{**known, **more})


class Tolak(Exception):
    """An error as the service tells it."""

    def __init__(self, kata: str, kode: int = 0) -> None:
        super().__init__(kata)
        self.kata, self.kode = kata, kode


class _Loket(BaseHTTPRequestHandler):
    """One request."""

    tiruan: Tiruan

    def log_message(self, *args: object) -> None:
        """Silence."""

    def do_GET(self) -> None:
        self._serve(b"")

    def do_POST(self) -> None:
        one = self.tiruan
        if one.tingkah == "putus_sebelum" and "/sign/pdf" in self.path:
            self._hang_up()
            return
        if one.tingkah == "terlalu_besar" and "/sign/pdf" in self.path:
            self._json(413, {"error": "Payload Too Large", "status_code": 413})
            self._hang_up()
            return
        if one.tingkah == "tak_membaca" and "/sign/pdf" in self.path:
            time.sleep(SABAR.diam + 1.0)
            return
        self._serve(self.rfile.read(int(self.headers["Content-Length"])))

    def _serve(self, body: bytes) -> None:
        one = self.tiruan
        one.diminta.append(f"{self.command} {self.path}")
        known = "Basic " + base64.b64encode(f"{NAMA}:{SANDI}".encode()).decode()
        if self.headers["Authorization"] != known:
            self._json(401, {"error": "Unauthorized", "status": 401, "path": self.path})
            return
        try:
            self._route(body)
        except Tolak as no:
            # Where the code stands differs from install to install.
            in_text = one.kode_di == "teks"
            words = f"Proses signing gagal : {no.kata}"
            words += f" {no.kode}" if in_text and no.kode else ""
            self._json(400, {"error": words, "status_code": 400 if in_text else no.kode})

    def _route(self, body: bytes) -> None:
        path = self.path
        if path.startswith("/api/user/status/"):
            self._json(200, self._state(path.rpartition("/")[2]))
        elif path.startswith("/api/sign/download/"):
            self._hand_out(path.rpartition("/")[2])
        elif path == "/api/sign/pdf":
            self._sign_v1(self._form(body))
        elif path == "/api/sign/verify":
            self._json(200, verified_v1(self._form(body)["signed_file"]))
        elif path == "/api/v2/user/check/status":
            self._json(200, self._state(json.loads(body)["nik"]))
        elif path == "/api/v2/sign/get/totp":
            self._issue(json.loads(body))
        elif path == "/api/v2/sign/pdf":
            self._sign_v2(json.loads(body))
        elif path == "/api/v2/verify/pdf":
            self._json(200, verified_v2(base64.b64decode(json.loads(body)["file"])))
        else:
            self._fault(404, "Not Found")

    def _state(self, nik: str) -> dict[str, object]:
        state = self.tiruan.keadaan.get(nik, "NOT_REGISTERED")
        told: dict[str, object] = {"status": state, "message": f"User dengan NIK {nik}"}
        code = next((code for code, name in KODE.items() if name == state), 0)
        return {"status_code": code, **told} if code else told

    def _issue(self, told: dict[str, Any]) -> None:
        if told["nik"] not in self.tiruan.keadaan:
            raise Tolak("User tidak terdaftar", 2011)
        self.tiruan.totp[told["nik"]] = f"{random.randrange(1_000_000):06}"
        self.tiruan.sisa_kode[told["nik"]] = told["data"] if self.tiruan.kode_banyak else 1
        self._json(200, {"message": "TOTP telah dikirim ke email", "data": told["data"]})

    def _sign_v1(self, told: dict[str, Any]) -> None:
        self.tiruan.terakhir = told
        assert not {"totp", "otp"} & set(told)
        self._require(told["nik"], told["passphrase"])
        page, box = 1, (0.0, 0.0, 0.0, 0.0)
        if told["tampilan"] == "visible":
            assert "imageTTD" in told if told["image"] == "true" else told["linkQR"]
            if "tag_koordinat" not in told:
                page = int(told["page"])
                box = tuple(float(int(told[n])) for n in ("xAxis", "yAxis", "width", "height"))  # type: ignore[assignment]
        else:
            assert told["tampilan"] == "invisible"
        self._paper(told["file"], page, box, told.get("reason", ""))

    def _sign_v2(self, told: dict[str, Any]) -> None:
        one = self.tiruan
        one.terakhir = told
        if "passphrase" in told:
            self._require(told["nik"], told["passphrase"])
        else:
            self._spend(told["nik"], told.get(one.ruas_totp))
        [seen], [paper] = told["signatureProperties"], told["file"]
        page, box = 1, (0.0, 0.0, 0.0, 0.0)
        if seen["tampilan"] == "VISIBLE":
            assert base64.b64decode(seen["imageBase64"], validate=True)
            if "tag_koordinat" not in seen:
                page, left, top = seen["page"], seen["originX"], seen["originY"]
                low = TINGGI - top - seen["height"]
                box = (left, low, left + seen["width"], TINGGI - top)
        self._paper(base64.b64decode(paper, validate=True), page, box, seen.get("reason", ""))

    def _spend(self, nik: str, kode: str | None) -> None:
        """One paper less that the code signs; a wrong one is no longer good for any."""
        one = self.tiruan
        if kode is None or kode != one.totp.get(nik) or not one.sisa_kode.get(nik):
            one.totp.pop(nik, None)
            raise Tolak("TOTP tidak valid")
        one.sisa_kode[nik] -= 1

    def _require(self, nik: str, passphrase: str) -> None:
        one = self.tiruan
        if one.tingkah == "gema":
            raise Tolak(f"gagal untuk {nik} dengan '{passphrase}' oleh {SANDI}", 2099)
        if nik not in one.keadaan:
            raise Tolak("User tidak terdaftar", 2011)
        if passphrase != PASSPHRASE:
            raise Tolak("Passphrase anda salah", 2031)

    def _paper(self, pdf: bytes, page: int, box: Kotak, reason: str) -> None:
        one = self.tiruan
        if self._misbehaves():
            return
        made = {
            "pdf_lain": lambda: signed(plain_pdf(3)),
            "tanpa_tambahan": lambda: pdf,
            "tanpa_ttd": lambda: pdf + b"% catatan\n%%EOF\n",
            "terpotong": lambda: signed(pdf)[:-3000],
        }.get(one.tingkah, lambda: signed(pdf, page, box, reason))()
        one.ditandatangani += 1
        code = f"{random.getrandbits(128):032x}"
        one.simpanan[code] = made
        if one.tingkah == "putus_sesudah":
            self._hang_up()
            return
        if one.tingkah == "terlambat":
            time.sleep(SABAR.diam + 1.0)
        if one.tingkah == "lambat":
            time.sleep(SABAR.diam / 2)
        self._answer_paper(code, made)

    def _answer_paper(self, code: str, made: bytes) -> None:
        one = self.tiruan
        if "/v2/" in self.path:
            body = json.dumps({"time": 412, "file": [base64.b64encode(made).decode()]}).encode()
            kind, more = "application/json", {}
        else:
            body, kind = made, "application/pdf"
            more = {one.kepala_id: code} if one.kepala_id else {}
        if one.tingkah == "jenis_salah":
            kind = "text/html"
        if one.tingkah == "kosong":
            body = b""
        self._answer(200, kind, body, more)

    def _misbehaves(self) -> bool:
        """Whether the paper got something else than a signature."""
        kind = self.tiruan.tingkah
        if kind in ("500", "502", "503"):
            self._fault(int(kind), "Internal Server Error")
        elif kind == "html":
            self._answer(400, "text/html", b"<html><h1>Bad Request</h1></html>")
        elif kind == "html_200":
            self._answer(200, "text/html", b"<html>Halaman masuk</html>")
        elif kind == "galat_200":
            self._json(200, {"error": "Proses signing gagal : File rusak", "status_code": 200})
        elif kind == "salah_500":
            words = "Proses signing gagal : Passphrase anda salah"
            self._json(500, {"error": "Internal Server Error", "message": words})
        elif kind == "alihkan":
            self._answer(302, "text/html", b"", {"Location": "https://192.0.2.1/api/sign/pdf"})
        else:
            return False
        return True

    def _hand_out(self, code: str) -> None:
        made = self.tiruan.simpanan.pop(code, b"")
        if not made:
            words = "Dokumen telah didownload sebelumnya"
            self._json(404, {"error": words, "status_code": 404})
        elif self.tiruan.tingkah == "unduhan_putus":
            self.send_response(200)
            self.send_header("Content-Type", "application/pdf")
            self.send_header("Content-Length", str(len(made)))
            self.end_headers()
            self.wfile.write(made[: len(made) // 2])
        else:
            self._answer(200, "application/pdf", made)

    def _fault(self, kode: int, words: str) -> None:
        now = datetime.now(UTC).isoformat()
        self._json(kode, {"timestamp": now, "status": kode, "error": words, "path": self.path})

    def _json(self, kode: int, told: dict[str, Any]) -> None:
        self._answer(kode, "application/json", json.dumps(told).encode())

    def _answer(
        self, kode: int, kind: str, body: bytes, more: dict[str, str] | None = None
    ) -> None:
        drips, breaks = self.tiruan.tingkah == "tetes", self.tiruan.tingkah == "terputus"
        breaks, drips = ("/sign/pdf" in self.path and one for one in (breaks, drips))
        self.send_response(kode)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (more or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if breaks:
            body = body[:-100]
        step = 1 if drips else len(body)
        for start in range(0, len(body), step or 1):
            self.wfile.write(body[start : start + step])
            if drips:
                time.sleep(SABAR.diam / 4)

    def _hang_up(self) -> None:
        """Close the line as a server that fell over does."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        socket.socket.shutdown(self.connection, socket.SHUT_RDWR)

    def _form(self, body: bytes) -> dict[str, Any]:
        """The parts of a form: files as bytes, fields as words."""
        edge = self.headers.get_param("boundary")
        found: dict[str, Any] = {}
        for part in (b"\r\n" + body).split(f"\r\n--{edge}".encode())[1:-1]:
            head, _, content = part.partition(b"\r\n\r\n")
            told = message_from_bytes(head.strip()).get_params(header="content-disposition")
            names = dict(told or ())
            found[names["name"]] = content if "filename" in names else content.decode()
        return found


class _Gedung(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, tiruan: Tiruan, sealed: ssl.SSLContext) -> None:
        super().__init__(("127.0.0.1", 0), type("Loket", (_Loket,), {"tiruan": tiruan}))
        self._sealed = sealed
        tiruan.port = self.server_address[1]

    def finish_request(self, request: Any, client_address: Any) -> None:
        with (
            suppress(OSError),
            self._sealed.wrap_socket(request, server_side=True) as line,
        ):
            super().finish_request(line, client_address)


@contextmanager
def tiruan(folder: Path) -> Iterator[Tiruan]:
    """A stand-in on a port of this machine, until the block ends."""
    cert, key = tls.own_certificate(folder / "bsre-tls", ["localhost"], datetime.now(UTC))
    sealed = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    sealed.load_cert_chain(cert, key)
    one = Tiruan(cert)
    with _Gedung(one, sealed) as server:
        runs = threading.Thread(target=server.serve_forever, args=(0.05,))
        runs.start()
        try:
            yield one
        finally:
            server.shutdown()
            runs.join()
