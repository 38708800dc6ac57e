"""Certificates of sample people, made on the spot: worth nothing outside the play."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

LAMA = timedelta(days=60)
KEMARIN = timedelta(days=1)
_GUNA = (
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment"),
    *("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
)


@dataclass(frozen=True)
class Terkunci:
    """A key in its locked file, and what opens it."""

    path: Path
    frasa: str


class Penerbit:
    """Who vouches for the sample people; its folder is what an office keeps in BERKAS_AKAR."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.akar = self.akar_in(folder)
        self.akar.mkdir(parents=True)
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _named("Akar Contoh Peragaan")
        self._now = datetime.now(UTC).replace(microsecond=0)
        ca = x509.BasicConstraints(ca=True, path_length=0)
        self._cert = self._signed(self._name, self._key, ca, "key_cert_sign", "crl_sign")
        der = serialization.Encoding.DER
        (self.akar / "akar.crt").write_bytes(self._cert.public_bytes(der))
        (self.akar / "akar.crl").write_bytes(self._nobody_withdrawn().public_bytes(der))

    @staticmethod
    def akar_in(folder: Path) -> Path:
        """Where the root of such a folder lies."""
        return folder / "akar"

    def issue(self, nama: str) -> Terkunci:
        """A certificate for somebody, with its key in a file that a fresh passphrase opens."""
        key, leaf = ec.generate_private_key(ec.SECP256R1()), x509.BasicConstraints(False, None)
        cert = self._signed(_named(nama), key, leaf, "digital_signature", "content_commitment")
        frasa = secrets.token_urlsafe(12)
        locked = serialization.BestAvailableEncryption(frasa.encode())
        path = self.folder / f"{cert.serial_number:x}.p12"
        path.write_bytes(
            pkcs12.serialize_key_and_certificates(nama.encode(), key, cert, None, locked)
        )
        return Terkunci(path, frasa)

    def _signed(
        self,
        whose: x509.Name,
        key: ec.EllipticCurvePrivateKey,
        kind: x509.BasicConstraints,
        *guna: str,
    ) -> x509.Certificate:
        uses = x509.KeyUsage(**{name: name in guna for name in _GUNA})
        return (
            x509.CertificateBuilder()
            .subject_name(whose)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(self._now - KEMARIN)
            .not_valid_after(self._now + LAMA)
            .add_extension(kind, critical=True)
            .add_extension(uses, critical=True)
            .add_extension(
                x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False
            )
            .add_extension(self._own(), critical=False)
            .sign(self._key, hashes.SHA256())
        )

    def _nobody_withdrawn(self) -> x509.CertificateRevocationList:
        return (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self._name)
            .last_update(self._now - KEMARIN)
            .next_update(self._now + LAMA)
            .add_extension(x509.CRLNumber(1), critical=False)
            .add_extension(self._own(), critical=False)
            .sign(self._key, hashes.SHA256())
        )

    def _own(self) -> x509.AuthorityKeyIdentifier:
        return x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())


def _named(nama: str) -> x509.Name:
    each = ((NameOID.COUNTRY_NAME, "ID"), (NameOID.ORGANIZATION_NAME, "Instansi Contoh"))
    return x509.Name([x509.NameAttribute(*one) for one in (*each, (NameOID.COMMON_NAME, nama))])
