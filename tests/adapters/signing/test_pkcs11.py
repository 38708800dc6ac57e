"""Papers are signed with a key that never leaves its device."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from service.adapters.clock import SystemClock
from service.adapters.signing.kunci import FrasaSalah, KunciTidakAda
from service.adapters.signing.pades import PadesSigner
from service.domain.frasa_sandi import FrasaSandi
from service.domain.refusals import Refusal
from service.ports.signing import CaraTanda, KunciPerangkat, Penandatangan
from tests.tanda import KOLOM, Kantor

MODUL = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN, PETUGAS = "246810", "13579111"
TOKEN, LABEL = "kantor contoh", "kepala"


@pytest.fixture(scope="session")
def perangkat(kantor: Kantor) -> Iterator[KunciPerangkat]:
    """A device in software, with the key and the certificate of the head."""
    tokens = kantor.folder / "perangkat"
    tokens.mkdir()
    settings = kantor.folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {tokens}\nobjectstore.backend = file\n")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(settings)  # the driver reads it in this very process
    line = ["softhsm2-util", "--init-token", "--free", "--label", TOKEN]
    run(*line, "--pin", PIN, "--so-pin", PETUGAS)
    key = str(kantor.folder / "kepala.pem")
    imported = ["softhsm2-util", "--import", key, "--token", TOKEN, "--label", LABEL]
    run(*imported, "--id", "01", "--pin", PIN)
    lay_certificate(kantor.pki.der("kepala"))
    yield KunciPerangkat(MODUL, TOKEN, LABEL)
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


def sign(
    kantor: Kantor, naskah: Path, perangkat: KunciPerangkat, out: Path, pin: str = PIN
) -> None:
    who = Penandatangan("Contoh Kepala", perangkat)
    with FrasaSandi(pin) as frasa:
        PadesSigner(kantor.layanan(), SystemClock()).sign(
            naskah, who, frasa, CaraTanda(KOLOM, "kepala"), out
        )


def test_a_paper_is_signed_by_the_device_and_taken_as_it_is(
    kantor: Kantor, naskah: Path, perangkat: KunciPerangkat, tmp_path: Path
) -> None:
    sign(kantor, naskah, perangkat, tmp_path / "hasil.pdf")

    found = kantor.judged(naskah, tmp_path / "hasil.pdf", "kepala")
    assert found.diterima, found.ditemukan


def test_the_certificate_on_the_device_is_read_for_its_end(
    kantor: Kantor, perangkat: KunciPerangkat
) -> None:
    signer = PadesSigner(kantor.layanan(), SystemClock())
    with FrasaSandi(PIN) as frasa:
        found = signer.certificate(Penandatangan("Contoh Kepala", perangkat), frasa)

    assert (found.pemilik, found.sidik) == ("Contoh Kepala", kantor.pki.sidik("kepala"))


def test_two_who_sign_at_the_same_time_wait_for_the_device(
    kantor: Kantor, naskah: Path, perangkat: KunciPerangkat, tmp_path: Path
) -> None:
    outs = [tmp_path / f"{n}.pdf" for n in range(4)]
    with ThreadPoolExecutor(4) as crowd:
        list(crowd.map(lambda out: sign(kantor, naskah, perangkat, out), outs))

    assert [kantor.judged(naskah, out, "kepala").diterima for out in outs] == [True] * 4


@pytest.mark.parametrize(
    ("odd", "pin", "refusal"),
    [
        ({}, "000000", FrasaSalah),
        ({}, "1", FrasaSalah),
        ({"token": "lain"}, PIN, KunciTidakAda),
        ({"label": "lain"}, PIN, KunciTidakAda),
        ({"modul": Path("/usr/lib/tiada.so")}, PIN, KunciTidakAda),
    ],
)
def test_what_is_amiss_with_device_or_passphrase_is_said_apart(
    kantor: Kantor,
    naskah: Path,
    perangkat: KunciPerangkat,
    tmp_path: Path,
    odd: dict[str, object],
    pin: str,
    refusal: type[Refusal],
) -> None:
    other = KunciPerangkat(**{**vars(perangkat), **odd})
    with pytest.raises(refusal):
        sign(kantor, naskah, other, tmp_path / "hasil.pdf", pin)

    assert list(tmp_path.iterdir()) == []
