"""The house's own certificate, for offices without one: the door of cryptography.x509."""

from __future__ import annotations

import contextlib
import fcntl
import ipaddress
import os
import socket
import struct
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

LASTS = timedelta(days=730)
RENEW = timedelta(days=30)
SIOCGIFADDR = 0x8915


def own_certificate(folder: Path, names: list[str], now: datetime) -> tuple[Path, Path]:
    """Certificate and key for these names; made anew only where the old one no longer serves."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    cert_path, key_path = folder / "berkas.crt", folder / "berkas.key"
    before = _read(cert_path) if key_path.is_file() else None
    known = names_of(before) if before else []
    if before and before.not_valid_after_utc - now > RENEW and set(names) <= set(known):
        return cert_path, key_path
    key = ec.generate_private_key(ec.SECP256R1())
    # Names once served stay: a machine that moves between networks keeps one certificate.
    cert = _make(key, [*names, *(name for name in known if name not in names)], now)
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    # Without its key no certificate is trusted to be whole, so the key comes last.
    key_path.unlink(missing_ok=True)
    _write(cert_path, cert.public_bytes(serialization.Encoding.PEM), 0o644)
    _write(key_path, secret, 0o600)
    return cert_path, key_path


def fingerprint(cert: Path) -> str:
    """The sha256 of a certificate, as browsers show it."""
    digest = x509.load_pem_x509_certificate(cert.read_bytes()).fingerprint(hashes.SHA256())
    return digest.hex(":").upper()


def names_of(cert: x509.Certificate) -> list[str]:
    """The host names and addresses a certificate is for."""
    found = cert.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return [
        *found.get_values_for_type(x509.DNSName),
        *(str(one) for one in found.get_values_for_type(x509.IPAddress)),
    ]


def own_names(bind: str) -> list[str]:
    """What this machine is called on the network: names first, then addresses."""
    names = ["localhost", socket.gethostname(), socket.getfqdn()]
    addresses = ["127.0.0.1", "::1"]
    if bind in ("0.0.0.0", "::"):  # noqa: S104 (asked, not bound)
        addresses += _addresses()
    else:
        (addresses if _is_address(bind) else names).append(bind)
    return list(dict.fromkeys([*(name for name in names if _is_name(name)), *addresses]))


def _make(key: ec.EllipticCurvePrivateKey, names: list[str], now: datetime) -> x509.Certificate:
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, f"Berkas {names[0]}"[:64]),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Berkas"),
        ]
    )
    served = [
        x509.IPAddress(ipaddress.ip_address(name)) if _is_address(name) else x509.DNSName(name)
        for name in names
    ]
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))  # clerks' clocks run behind
        .not_valid_after(now + LASTS)
        .add_extension(x509.SubjectAlternativeName(served), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )


def _read(path: Path) -> x509.Certificate | None:
    with contextlib.suppress(OSError, ValueError):
        return x509.load_pem_x509_certificate(path.read_bytes())
    return None


def _write(path: Path, content: bytes, mode: int) -> None:
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    fd = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(fd, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(fd)
    part.replace(path)


def _addresses() -> list[str]:
    """The addresses of this machine's network cards."""
    found: list[str] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as door:
        for _, card in socket.if_nameindex():
            with contextlib.suppress(OSError):
                asked = struct.pack("256s", card.encode()[:15])
                told = fcntl.ioctl(door.fileno(), SIOCGIFADDR, asked)
                found.append(socket.inet_ntoa(told[20:24]))
    with contextlib.suppress(OSError):
        for line in Path("/proc/net/if_inet6").read_text().splitlines():
            address = ipaddress.ip_address(bytes.fromhex(line.split()[0]))
            if not address.is_link_local:
                found.append(str(address))
    return found


def _is_address(name: str) -> bool:
    with contextlib.suppress(ValueError):
        ipaddress.ip_address(name)
        return True
    return False


def _is_name(name: str) -> bool:
    return bool(name) and name.isascii() and not _is_address(name)
