"""The Esign Client Service of this office, as the keeper of the machine sets it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs

from service.domain.esign.sambungan import Kesabaran, Sambungan, connection
from service.domain.esign.tampak import PENANDA

KOTAK, TAK_TAMPAK = "kotak", "tidak"
LETAK = {"kotak": "", "pagar": PENANDA[0], "dolar": PENANDA[1], "tidak": ""}
# Two questions to it fit into one request of ours, which has 120 seconds.
SABAR = Kesabaran(sambung=5.0, diam=45.0, seluruh=50.0)
_DIKENAL = {"versi", "ca", "totp", "kode", "ukuran", "letak"}


@dataclass(frozen=True)
class LayananBsre:
    """Which version, how it is reached, and where its signatures are seen."""

    versi: Literal[1, 2]
    sambungan: Sambungan
    letak: str = KOTAK  # a key of LETAK
    kode_banyak: bool = True  # version 2: one one-time code signs as many papers as it is for


@dataclass(frozen=True)
class Akun:
    """The name of this application at the service, and its password."""

    nama: str = field(repr=False)
    sandi: str = field(repr=False)


def account(isi: str) -> Akun:
    """nama:sandi, one line; ValueError repeats nothing of it."""
    nama, between, sandi = isi.strip("\r\n").partition(":")
    if not between or not nama or not sandi or not (nama + sandi).isprintable():
        raise ValueError("isinya harus satu baris nama:sandi aplikasi layanan tanda tangan.")
    return Akun(nama, sandi)


def service(alamat: str, akun: Akun) -> LayananBsre:
    """https://mesin/jalur?versi=1 or 2, and how this install differs; ValueError."""
    base, _, told = alamat.partition("?")
    asked = {name: values[-1] for name, values in parse_qs(told, keep_blank_values=True).items()}
    if strange := sorted(set(asked) - _DIKENAL):
        raise ValueError(f"'{strange[0]}' tidak dikenal di belakang alamat layanan tanda tangan.")
    versi = asked.get("versi")
    if versi not in ("1", "2"):
        raise ValueError("belum memuat ?versi=1 atau ?versi=2, sesuai layanan yang terpasang.")
    letak = _one_of(asked, "letak", tuple(LETAK))
    ukuran = _one_of(asked, "ukuran", ("sudut", "asli"))
    totp = _one_of(asked, "totp", ("totp", "otp"))
    kode = _one_of(asked, "kode", ("banyak", "satu"))
    ca = Path(asked["ca"]) if "ca" in asked else None
    at = connection(base, akun.nama, akun.sandi, ca, SABAR)
    at = replace(at, ukuran_asli=ukuran == "asli", ruas_totp="otp" if totp == "otp" else "totp")
    return LayananBsre(1 if versi == "1" else 2, at, letak, kode_banyak=kode == "banyak")


def _one_of(asked: dict[str, str], nama: str, words: tuple[str, ...]) -> str:
    """What was said, or the first."""
    said = asked.get(nama, words[0])
    if said not in words:
        raise ValueError(f"{nama}= harus salah satu dari {', '.join(words)}.")
    return said
