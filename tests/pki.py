"""A public key infrastructure made on the spot and served on loopback; its people are samples."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen
from wsgiref.simple_server import WSGIRequestHandler, make_server

import yaml
from asn1crypto import pem
from certomancer.integrations.animator import Animator, AnimatorArchStore
from certomancer.registry import ArchLabel, CertLabel, CertomancerConfig
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from service.config import CODE

BISU = "bisu"  # while this lies in the folder, nobody says who was withdrawn
BARU = "baru"  # while this lies there, the stamping service has another certificate
FRASA = "frasa sandi contoh 7"
LAMA = ("2020-01-01T00:00:00+0000", "2050-01-01T00:00:00+0000")
ORANG = {
    "kepala": "Contoh Kepala",
    "sekretaris": "Contoh Sekretaris",
    "lain": "Contoh Orang Lain",
    "berakhir": "Contoh Berakhir",
    "nanti": "Contoh Nanti",
    "dicabut": "Contoh Dicabut",
}
HARI = {
    "berakhir": ("2020-01-01T00:00:00+0000", "2022-01-01T00:00:00+0000"),
    "nanti": ("2045-01-01T00:00:00+0000", "2049-01-01T00:00:00+0000"),
}
# Somebody under a root that no office trusts, and somebody who vouches for themselves.
ASING = {"akar_asing": "Akar Asing Contoh", "tiruan": "Contoh Kepala", "mandiri": "Contoh Kepala"}


def _extension(name: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"id": name, "value": value, **more}


def _smart(name: str, schema: str, params: Any, **more: Any) -> dict[str, Any]:
    return {"id": name, "smart-value": {"schema": schema, "params": params}, **more}


def _usage(*names: str) -> dict[str, Any]:
    return _smart("key_usage", "key-usage", list(names), critical=True)


def _cert(issuer: str, days: tuple[str, str], *extensions: dict[str, Any]) -> dict[str, Any]:
    validity = {"valid-from": days[0], "valid-to": days[1]}
    return {"issuer": issuer, "validity": validity, "extensions": list(extensions)}


def _root(name: str) -> dict[str, Any]:
    ca = _extension("basic_constraints", {"ca": True}, critical=True)
    return _cert(name, LAMA, ca, _usage("digital_signature", "key_cert_sign", "crl_sign"))


def _person(issuer: str, days: tuple[str, str] = LAMA) -> dict[str, Any]:
    return _cert(
        issuer,
        days,
        _usage("digital_signature", "non_repudiation"),
        _smart("authority_information_access", "aia-urls", {"ocsp-responder-names": ["ocsp"]}),
        _smart("crl_distribution_points", "crl-dist-url", {"crl-repo-names": ["akar"]}),
    )


def _written() -> dict[str, Any]:
    certs = {name: _person("akar", HARI.get(name, LAMA)) for name in ORANG}
    certs["dicabut"]["revocation"] = {
        "revoked-since": "2024-01-01T00:00:00+0000",
        "reason": "key_compromise",
    }
    stamping = _extension("extended_key_usage", ["time_stamping"], critical=True)
    crl = _smart("crl_distribution_points", "crl-dist-url", {"crl-repo-names": ["akar"]})
    certs |= {
        "akar": _root("akar"),
        "akar_asing": _root("akar_asing"),
        "tsa": _cert("akar", LAMA, _usage("digital_signature"), stamping, crl),
        "tsa_baru": _cert("akar", LAMA, _usage("digital_signature"), stamping, crl),
        "ocsp": _cert(
            "akar",
            LAMA,
            _usage("digital_signature"),
            _extension("extended_key_usage", ["ocsp_signing"]),
            {"id": "ocsp_no_check"},
        ),
        "tiruan": _cert("akar_asing", LAMA, _usage("digital_signature", "non_repudiation")),
        "mandiri": _cert("mandiri", LAMA, _usage("digital_signature", "non_repudiation")),
    }
    services = {"tsa": "TSA Contoh", "tsa_baru": "TSA Contoh", "ocsp": "OCSP Contoh"}
    named = {"akar": "Akar Contoh"} | services | ORANG | ASING
    service = {"signing-key": "akar", "for-issuer": "akar"}
    return {
        "keysets": {
            "kunci": {
                "path-prefix": ".",
                "keys": {name: {"path": f"{name}.pem"} for name in named},
            }
        },
        "pki-architectures": {
            "contoh": {
                "keyset": "kunci",
                "entity-defaults": {"country-name": "ID", "organization-name": "Instansi Contoh"},
                "entities": {name: {"common-name": told} for name, told in named.items()},
                "certs": {
                    name: {"subject": name, "subject-key": name, **told}
                    for name, told in certs.items()
                },
                "services": {
                    "time-stamping": {name: {"signing-cert": name} for name in ("tsa", "tsa_baru")},
                    "crl-repo": {"akar": {**service, "simulated-update-schedule": "P1D"}},
                    "ocsp": {
                        "ocsp": {
                            "for-issuer": "akar",
                            "responder-cert": "ocsp",
                            "signing-key": "ocsp",
                        }
                    },
                },
            }
        },
    }


class Diam(WSGIRequestHandler):
    """Says nothing of what it is asked."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass


def main(folder: Path) -> None:
    """Make it all, lay it down in a folder, and answer until the end."""
    told = _written()
    names = list(told["keysets"]["kunci"]["keys"])
    for name in names:
        (folder / f"{name}.pem").write_bytes(_key())
    rooms: dict[str, Any] = {}

    def answer(asked: dict[str, Any], begin: Any) -> Any:
        if (folder / BARU).exists():
            asked["PATH_INFO"] = asked["PATH_INFO"].replace("/tsa/tsa", "/tsa/tsa_baru")
        if (folder / BISU).exists() and "/tsa/" not in asked["PATH_INFO"]:
            begin("503 Service Unavailable", [("Content-Type", "text/plain")])
            return [b""]
        return rooms["all"](asked, begin)

    server = make_server("127.0.0.1", 0, answer, handler_class=Diam)
    alamat = f"http://127.0.0.1:{server.server_port}"
    config = CertomancerConfig.from_yaml(
        yaml.safe_dump({"external-url-prefix": alamat, **told}), key_search_dir=str(folder)
    )
    rooms["all"] = Animator(AnimatorArchStore(config.pki_archs), with_web_ui=False)
    made = config.get_pki_arch(ArchLabel("contoh"))
    for name in names:
        der = made.get_cert(CertLabel(name)).dump()
        (folder / f"{name}.der").write_bytes(der)
        (folder / f"{name}.crt").write_bytes(pem.armor("CERTIFICATE", der))
        locked = made.package_pkcs12(CertLabel(name), password=FRASA.encode())
        (folder / f"{name}.p12").write_bytes(locked)
    sys.stdout.write(f"{alamat}\n")
    sys.stdout.flush()
    server.serve_forever()


def _key() -> bytes:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


@dataclass
class Pki:
    """Certificates, keys and the three services behind them."""

    folder: Path
    alamat: str
    _server: subprocess.Popen[str]

    @property
    def tsa(self) -> str:
        return f"{self.alamat}/contoh/tsa/tsa"

    def der(self, name: str) -> bytes:
        """A certificate."""
        return (self.folder / f"{name}.der").read_bytes()

    def sidik(self, name: str) -> str:
        """The sha256 of a certificate."""
        return hashlib.sha256(self.der(name)).hexdigest()

    def pkcs12(self, name: str) -> Path:
        """The key of somebody, with their certificate, locked with FRASA."""
        return self.folder / f"{name}.p12"

    def crl(self) -> bytes:
        """Who is withdrawn, as of today."""
        with urlopen(f"{self.alamat}/contoh/crls/akar/latest.crl", timeout=5) as answer:
            found: bytes = answer.read()
        return found

    def stop(self) -> None:
        """Nobody answers any more."""
        self._server.kill()
        self._server.wait()


@contextmanager
def served(folder: Path) -> Iterator[Pki]:
    """The whole of it, until the block ends."""
    line = [sys.executable, "-m", "tests.pki", str(folder)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, cwd=CODE) as server:
        assert server.stdout
        one = Pki(folder, server.stdout.readline().strip(), server)
        try:
            assert one.alamat, "the services did not start"
            yield one
        finally:
            one.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
