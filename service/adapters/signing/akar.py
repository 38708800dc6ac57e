"""The certificates that the office trusts and the lists of those withdrawn, in folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any

from asn1crypto import core, crl, pem, x509

from service.domain.kepercayaan import DaftarCabut, Kepercayaan
from service.domain.refusals import Unavailable
from service.domain.tanda_tangan import Sertifikat

AKHIRAN = frozenset({".crt", ".cer", ".pem", ".der", ".crl"})
CRL = ".crl"


@dataclass(frozen=True)
class Akar:
    """Roots, the certificates between a root and who signs, and lists of those withdrawn; DER."""

    akar: tuple[bytes, ...] = ()
    perantara: tuple[bytes, ...] = ()
    crl: tuple[bytes, ...] = ()


def read(*folders: Path | None) -> Akar:
    """All that lies there, in the order of its names; Unavailable names what is none of these."""
    found: dict[bytes, x509.Certificate] = {}
    lists: dict[bytes, None] = {}
    for path in files(folders):
        for is_list, der in _parts(path):
            if is_list:
                _parsed(crl.CertificateList, path, der)
                lists[der] = None
            else:
                found[der] = _parsed(x509.Certificate, path, der)
    own = {der for der, one in found.items() if one.self_issued}
    between = tuple(x for x in found if x not in own)
    return Akar(tuple(x for x in found if x in own), between, tuple(lists))


def files(folders: Sequence[Path | None]) -> list[Path]:
    """What is read of these folders."""
    return [
        path
        for folder in folders
        if folder is not None and folder.is_dir()
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in AKHIRAN and path.is_file()
    ]


def _parts(path: Path) -> Iterator[tuple[bool, bytes]]:
    """Whether each is a list, and its bytes."""
    held = path.read_bytes()
    if not pem.detect(held):
        yield path.suffix.lower() == CRL, held
        return
    for kind, _, der in pem.unarmor(held, multiple=True):
        if kind in ("CERTIFICATE", "X509 CRL"):
            yield kind != "CERTIFICATE", der


def _parsed(kind: type[core.Sequence], path: Path, der: bytes) -> Any:
    try:
        one = kind.load(der, strict=True)
        one.native  # noqa: B018 (all of it is read, or it is none)
    except (ValueError, TypeError) as wrong:
        apa = "daftar pencabutan" if kind is crl.CertificateList else "sertifikat"
        raise Unavailable(
            f"File {path.name} di folder sertifikat induk bukan {apa}. Keluarkan file itu.",
            permanent=True,
        ) from wrong
    return one


def told(cert: x509.Certificate) -> Sertifikat:
    """A certificate in our own words."""
    return Sertifikat(
        _common(cert.subject),
        _common(cert.issuer),
        cert.sha256.hex(),
        cert.not_valid_before.astimezone(UTC),
        cert.not_valid_after.astimezone(UTC),
    )


def in_words(known: Akar) -> Kepercayaan:
    """What is trusted, as a page says it."""
    roots = tuple(told(x509.Certificate.load(one)) for one in known.akar)
    lists = (crl.CertificateList.load(one)["tbs_cert_list"] for one in known.crl)
    return Kepercayaan(roots, tuple(map(_list, lists)))


def _list(one: Any) -> DaftarCabut:
    due = one["next_update"].native
    made = one["this_update"].native.astimezone(UTC)
    return DaftarCabut(_common(one["issuer"]), made, due.astimezone(UTC) if due else None)


def _common(name: Any) -> str:
    found = name.native.get("common_name") or name.human_friendly
    return str(found[0] if isinstance(found, list) else found)
