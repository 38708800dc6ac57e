from __future__ import annotations

import re
import socket
import ssl
import subprocess
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from service.adapters.tls import fingerprint, names_of, own_certificate, own_names

NOW = datetime.now(UTC)


def test_a_browser_that_trusts_the_certificate_finds_every_name_of_the_machine(
    tmp_path: Path,
) -> None:
    cert, key = own_certificate(tmp_path, ["ppid.contoh", "127.0.0.1"], NOW)
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(cert, key)
    with socket.create_server(("127.0.0.1", 0)) as door:

        def answer() -> None:
            for _ in range(2):
                one, _ = door.accept()
                with one, served.wrap_socket(one, server_side=True) as sealed:
                    sealed.recv(1)

        server = threading.Thread(target=answer)
        server.start()
        trusting = ssl.create_default_context(cafile=str(cert))
        for name in ("ppid.contoh", "127.0.0.1"):
            with (
                socket.create_connection(door.getsockname()) as one,
                trusting.wrap_socket(one, server_hostname=name) as sealed,
            ):
                assert sealed.version() == "TLSv1.3"
                sealed.send(b"x")
        server.join()


def test_the_key_is_for_nobody_else_and_the_certificate_stays_two_years(tmp_path: Path) -> None:
    cert, key = own_certificate(tmp_path / "tls", ["localhost"], NOW)

    assert key.stat().st_mode & 0o777 == 0o600
    made = x509.load_pem_x509_certificate(cert.read_bytes())
    assert made.not_valid_after_utc - NOW > timedelta(days=729)


@pytest.mark.parametrize(("days", "same"), [(0, True), (699, True), (701, False), (800, False)])
def test_it_is_renewed_thirty_days_before_it_ends(tmp_path: Path, days: int, same: bool) -> None:
    cert, _ = own_certificate(tmp_path, ["localhost"], NOW)
    before = fingerprint(cert)

    own_certificate(tmp_path, ["localhost"], NOW + timedelta(days=days))

    assert (fingerprint(cert) == before) is same


def test_a_machine_that_moves_to_another_network_keeps_its_old_names(tmp_path: Path) -> None:
    own_certificate(tmp_path, ["localhost", "192.0.2.7"], NOW)
    cert, _ = own_certificate(tmp_path, ["localhost", "192.0.2.8"], NOW)
    before = fingerprint(cert)
    own_certificate(tmp_path, ["localhost", "192.0.2.7"], NOW)

    made = x509.load_pem_x509_certificate(cert.read_bytes())
    assert set(names_of(made)) == {"localhost", "192.0.2.7", "192.0.2.8"}
    assert fingerprint(cert) == before


@pytest.mark.parametrize("broken", ["berkas.crt", "berkas.key"])
def test_a_certificate_that_lost_a_half_is_made_anew(tmp_path: Path, broken: str) -> None:
    cert, key = own_certificate(tmp_path, ["localhost"], NOW)
    (tmp_path / broken).unlink()

    own_certificate(tmp_path, ["localhost"], NOW)

    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(cert, key)


def test_the_fingerprint_is_the_one_another_program_shows(tmp_path: Path) -> None:
    cert, _ = own_certificate(tmp_path, ["localhost"], NOW)
    line = ["openssl", "x509", "-noout", "-fingerprint", "-sha256", "-in", str(cert)]
    said = subprocess.run(line, capture_output=True, text=True, check=True).stdout

    assert said.strip().partition("=")[2] == fingerprint(cert)


def test_the_names_are_those_of_this_machine() -> None:
    everywhere = own_names("0.0.0.0")

    assert {"localhost", "127.0.0.1", "::1"} <= set(everywhere)
    assert own_names("192.0.2.7")[-1] == "192.0.2.7"
    assert all(re.fullmatch(r"[0-9A-Za-z.:-]+", name) for name in everywhere)
