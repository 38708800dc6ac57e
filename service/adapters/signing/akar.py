"""The certificates that the office trusts, as files in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from asn1crypto import pem, x509

from service.domain.refusals import Unavailable

AKHIRAN = frozenset({".crt", ".cer", ".pem", ".der"})


@dataclass(frozen=True)
class Akar:
    """Roots, and the certificates between a root and who signs; both DER."""

    akar: tuple[bytes, ...] = ()
    perantara: tuple[bytes, ...] = ()


def read(folder: Path | None) -> Akar:
    """All that lies there, in the order of its names; Unavailable names what is no certificate."""
    if folder is None:
        return Akar()
    found: dict[bytes, x509.Certificate] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in AKHIRAN and path.is_file():
            for der in _certificates(path):
                found[der] = _parsed(path, der)
    own = {der for der, one in found.items() if one.self_issued}
    return Akar(tuple(x for x in found if x in own), tuple(x for x in found if x not in own))


def _certificates(path: Path) -> list[bytes]:
    held = path.read_bytes()
    if not pem.detect(held):
        return [held]
    return [der for kind, _, der in pem.unarmor(held, multiple=True) if kind == "CERTIFICATE"]


def _parsed(path: Path, der: bytes) -> x509.Certificate:
    try:
        one = x509.Certificate.load(der, strict=True)
        one.native  # noqa: B018 (all of it is read, or it is none)
    except (ValueError, TypeError) as wrong:
        raise Unavailable(
            f"File {path.name} di folder BERKAS_AKAR bukan sertifikat. Keluarkan file itu.",
            permanent=True,
        ) from wrong
    return one
