"""Addresses are asked as a stranger asks; nothing inside an office is ever reached by a link."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from service.adapters.pengunjung import Pengunjung, Sabar
from service.domain.edisi.alamat_periksa import SEMUA, Alamat

ISI = b"laporan contoh" * 100
SIDIK = hashlib.sha256(ISI).hexdigest()


class Situs(BaseHTTPRequestHandler):
    """A site that has one file, sends on, and sometimes takes its time."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        if self.path.startswith("/ke/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/ke/"))
            self.end_headers()
        elif self.path == "/putus":
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b"x")
        elif self.path == "/lambat":
            self.send_response(200)
            self.end_headers()
            for _ in range(40):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.02)
        elif self.path == "/laporan.pdf":
            self.send_response(200)
            self.send_header("Content-Length", str(len(ISI)))
            self.end_headers()
            self.wfile.write(ISI)
        else:
            self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


class Peladen(ThreadingHTTPServer):
    asked: list[str]


@pytest.fixture(scope="module")
def situs() -> Iterator[Peladen]:
    server = Peladen(("0.0.0.0", 0), Situs)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def tamu(situs: Peladen) -> Pengunjung:
    situs.asked.clear()
    return Pengunjung(SEMUA, f"http://127.0.0.1:{situs.server_port}", sabar=Sabar(1, 0.3, 0.3))


def asked(path: str) -> Alamat:
    return Alamat(path, "K", len(ISI), SIDIK)


def test_a_file_of_ours_is_fetched_whole_and_known_by_its_bytes(tamu: Pengunjung) -> None:
    answer = tamu.visit(asked("/laporan.pdf"))

    assert (answer.kode, answer.ukuran, answer.sidik) == (200, len(ISI), SIDIK)
    assert tamu.visit(asked("/tidak-ada.pdf")).kode == 404


def test_one_more_byte_than_expected_is_enough_to_know_it_is_another(tamu: Pengunjung) -> None:
    assert tamu.visit(Alamat("/laporan.pdf", "K", 10, SIDIK)).ukuran == 11


def test_what_breaks_off_or_dawdles_is_no_answer(tamu: Pengunjung) -> None:
    assert tamu.visit(asked("/putus")).kode == 0
    begun = time.monotonic()
    assert tamu.visit(asked("/lambat")).sebab == "waktu tunggunya habis"
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "2130706433"])
def test_a_line_that_names_a_place_in_the_office_is_not_asked(
    tamu: Pengunjung, situs: Peladen, host: str
) -> None:
    other = Pengunjung(SEMUA, "https://ppid.contoh.go.id", sabar=Sabar(1, 0.3, 0.3))

    answer = other.visit(Alamat(f"http://{host}:{situs.server_port}/laporan.pdf", "K"))

    assert answer.ditolak or answer.kode == 0
    assert situs.asked == []


def test_a_redirection_into_the_office_is_not_followed(situs: Peladen) -> None:
    situs.asked.clear()
    at, inside = (f"http://127.0.0.{n}:{situs.server_port}" for n in (1, 2))
    tamu = Pengunjung(
        SEMUA, "https://ppid.contoh.go.id", sabar=Sabar(1, 1, 1), terbuka="127.0.0.1".__eq__
    )

    sent_on = tamu.visit(Alamat(f"{at}/ke/{inside}/rahasia", "K"))
    round_about = tamu.visit(Alamat(f"{at}/ke/{at}/laporan.pdf", "K"))
    for_ever = tamu.visit(Alamat(f"{at}/{'ke//' * 7}", "K"))

    assert sent_on.ditolak
    assert "/rahasia" not in situs.asked
    assert round_about.kode == 200
    assert for_ever.kode == 0


def test_a_name_that_nobody_knows_does_not_answer(tamu: Pengunjung) -> None:
    answer = tamu.visit(Alamat("http://tidak-ada.invalid/laporan", "K"))

    assert answer.kode == 0
    assert answer.sebab
