"""Where the service is reached, by whose name, and how long it may take."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from service.domain.surel import TERDEKAT

_JALUR = re.compile(r"(/[A-Za-z0-9._~-]+)*/?")


@dataclass(frozen=True)
class Kesabaran:
    """Seconds: to reach it, between two signs of life, and for the whole answer."""

    sambung: float = 10.0
    diam: float = 60.0
    seluruh: float = 120.0


@dataclass(frozen=True)
class Sambungan:
    """One Esign Client Service, and how this install of it behaves."""

    mesin: str
    port: int
    tls: bool
    jalur: str  # before /api; '' where it stands at the root
    nama: str = field(repr=False)
    sandi: str = field(repr=False)
    ca: Path | None = None  # the authority that signed the server's certificate
    kesabaran: Kesabaran = Kesabaran()
    ukuran_asli: bool = False  # version 1: width and height are sizes, not the upper right corner
    ruas_totp: Literal["totp", "otp"] = "totp"  # version 2: the manual writes both


def connection(
    alamat: str, nama: str, sandi: str, ca: Path | None = None, kesabaran: Kesabaran = Kesabaran()
) -> Sambungan:
    """https://mesin:port/jalur; ValueError repeats neither name nor password."""
    try:
        parts = urlsplit(alamat)
        port = parts.port
    except ValueError:
        raise ValueError("alamat layanan tanda tangan tidak terbaca.") from None
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise ValueError("alamat layanan tanda tangan harus berupa https://mesin.")
    if parts.username is not None or parts.query or parts.fragment:
        raise ValueError(
            "alamat layanan tanda tangan hanya memuat mesin dan jalur; nama dan sandi diisi "
            "tersendiri."
        )
    if parts.scheme == "http" and parts.hostname not in TERDEKAT:
        raise ValueError(
            "alamat layanan tanda tangan harus https://: passphrase tidak dikirim lewat jaringan "
            "tanpa sandi. http:// hanya untuk layanan di mesin ini sendiri."
        )
    if not _JALUR.fullmatch(parts.path):
        raise ValueError("jalur di alamat layanan tanda tangan tidak terbaca.")
    if not nama or not sandi or ":" in nama or not (nama + sandi).isprintable():
        raise ValueError(
            "nama dan sandi aplikasi layanan tanda tangan harus diisi; namanya tanpa titik dua."
        )
    if ca and not ca.is_file():
        raise ValueError("file sertifikat layanan tanda tangan tidak ada.")
    tls = parts.scheme == "https"
    jalur = parts.path.rstrip("/")
    return Sambungan(
        parts.hostname, port or (443 if tls else 80), tls, jalur, nama, sandi, ca, kesabaran
    )
