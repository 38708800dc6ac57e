"""A token in software, with the key and the certificate of the sample head."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.ports.signing import KunciPerangkat
from tests.pki import Pki

MODUL = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN, PETUGAS = "246810", "13579111"
TOKEN, LABEL = "kantor contoh", "kepala"


@contextmanager
def token(room: Path, pki: Pki) -> Iterator[KunciPerangkat]:
    """It lies in `room`, and this process finds it there."""
    tokens = room / "perangkat"
    tokens.mkdir()
    settings = room / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {tokens}\nobjectstore.backend = file\n")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(settings)  # the driver reads it in this very process
    try:
        line = ["softhsm2-util", "--init-token", "--free", "--label", TOKEN]
        run(*line, "--pin", PIN, "--so-pin", PETUGAS)
        key = str(pki.folder / "kepala.pem")
        imported = ["softhsm2-util", "--import", key, "--token", TOKEN, "--label", LABEL]
        run(*imported, "--id", "01", "--pin", PIN)
        lay_certificate(pki.der("kepala"))
        yield KunciPerangkat(MODUL, TOKEN, LABEL)
    finally:
        if before is None:
            del os.environ["SOFTHSM2_CONF"]
        else:
            os.environ["SOFTHSM2_CONF"] = before


def run(*line: str) -> None:
    subprocess.run(line, check=True, capture_output=True, timeout=30)


def lay_certificate(der: bytes) -> None:
    """Onto the device, in a process of its own: who logs in here would stay logged in."""
    program = """
import sys, pkcs11
from pkcs11.util.x509 import decode_x509_certificate
made = decode_x509_certificate(sys.stdin.buffer.read())
made[pkcs11.Attribute.LABEL], made[pkcs11.Attribute.ID] = sys.argv[3], b"\\x01"
made[pkcs11.Attribute.TOKEN] = True
token = pkcs11.lib(sys.argv[1]).get_token(token_label=sys.argv[2])
with token.open(rw=True, user_pin=sys.argv[4]) as session:
    session.create_object(made)
"""
    line = [sys.executable, "-c", program, str(MODUL), TOKEN, LABEL, PIN]
    subprocess.run(line, input=der, check=True, capture_output=True, timeout=30)
