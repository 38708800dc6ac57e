"""Other sites that are given our lists: which they are, as the keeper of the machine sets it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from service.domain.edisi.edisi import DAFTAR, DIP
from service.domain.surel import TERDEKAT

CKAN, WORDPRESS = "ckan", "wordpress"
KANTOR = "kantor"  # the site stands in the office's own network, or on this machine
_NAMA = re.compile(r"[a-z0-9_]{1,40}")
_KODE = re.compile(r"[a-z0-9_]{1,60}")
_ORGANISASI = re.compile(r"[a-z0-9_-]{2,100}")
_JALUR = re.compile(r"(/[A-Za-z0-9._~-]+)*/?")
_BERSAMA = frozenset({"jenis", "instansi", "alamat", "daftar", "jaringan", "ca"})
_RUAS = {
    CKAN: _BERSAMA | {"organisasi", "kunci", "butir"},
    WORDPRESS: _BERSAMA | {"nama", "sandi"},
}


@dataclass(frozen=True)
class Tujuan:
    """One site, what it is given, and by whose name."""

    nama: str
    jenis: str  # ckan, wordpress
    instansi: str
    alamat: str  # without a stroke at its end
    mesin: str
    port: int
    tls: bool
    jalur: str
    daftar: tuple[str, ...] = (DIP,)
    butir: bool = False  # CKAN: each line of the DIP, too
    organisasi: str = ""
    akun: str = field(default="", repr=False)
    sandi: str = field(default="", repr=False)  # the token, or the application password
    kantor: bool = False
    ca: Path | None = None  # the authority that signed the site's certificate

    @property
    def tempat(self) -> str:
        """Which place over there it is; another place has nothing of ours yet."""
        return f"{self.jenis} {self.alamat} {self.organisasi}"


def targets(text: str) -> tuple[Tujuan, ...]:
    """The sites of a TOML text, one table each; ValueError repeats no secret."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        at = re.search(r"line \d+", str(wrong))
        where = f" di sekitar baris {at[0][5:]}" if at else ""
        raise ValueError(f"isinya bukan TOML yang sah{where}.") from None
    return tuple(_target(nama, one) for nama, one in told.items())


def _target(nama: str, told: object) -> Tujuan:
    if not _NAMA.fullmatch(nama):
        raise ValueError("nama tujuan hanya huruf kecil, angka, dan garis bawah, misalnya portal.")
    if not isinstance(told, dict):
        raise ValueError(  # noqa: TRY004 (a fault of the file, not of the code)
            f"[{nama}] harus berupa tabel: [{nama}], lalu ruas-ruasnya di bawahnya."
        )
    jenis = told.get("jenis")
    if not isinstance(jenis, str) or jenis not in _RUAS:
        raise ValueError(f"[{nama}] jenis harus salah satu dari {', '.join(_RUAS)}.")
    if strange := sorted(set(told) - _RUAS[jenis]):
        raise ValueError(f"[{nama}] {strange[0]} tidak dikenal pada tujuan {jenis}.")
    said = _words(nama, told)
    if not _KODE.fullmatch(said["instansi"]):
        raise ValueError(f"[{nama}] instansi harus kode instansi, misalnya kemensetneg.")
    _secrets(nama, jenis, said)
    mesin, port, tls, jalur = _place(nama, said["alamat"])
    butir, ca = told.get("butir", False), Path(said["ca"]) if said["ca"] else None
    if butir not in (True, False):
        raise ValueError(f"[{nama}] butir harus true atau false.")
    if ca and not ca.is_file():
        raise ValueError(f"[{nama}] file sertifikat di ca tidak ada.")
    if said["jaringan"] not in ("", KANTOR):
        raise ValueError(f'[{nama}] jaringan hanya dapat diisi "{KANTOR}".')
    return Tujuan(
        nama,
        jenis,
        said["instansi"],
        said["alamat"].rstrip("/"),
        mesin,
        port,
        tls,
        jalur,
        _lists(nama, told.get("daftar", [DIP])),
        bool(butir),
        said["organisasi"],
        said["nama"],
        said["kunci"] or "".join(said["sandi"].split()),
        said["jaringan"] == KANTOR,
        ca,
    )


def _words(nama: str, told: Mapping[str, object]) -> dict[str, str]:
    """Every field of words; '' where it is not said."""
    found = {}
    for ruas in sorted((_RUAS[CKAN] | _RUAS[WORDPRESS]) - {"butir", "daftar"}):
        value = told.get(ruas, "")
        if not isinstance(value, str) or (value and not value.isprintable()):
            raise ValueError(f"[{nama}] {ruas} harus satu baris teks.")
        found[ruas] = value.strip()
    return found


def _secrets(nama: str, jenis: str, said: Mapping[str, str]) -> None:
    if jenis == CKAN:
        if not _ORGANISASI.fullmatch(said["organisasi"]):
            raise ValueError(
                f"[{nama}] organisasi harus nama organisasi di CKAN seperti pada alamatnya, "
                "misalnya ppid-contoh."
            )
        if not said["kunci"] or not said["kunci"].isascii():
            raise ValueError(f"[{nama}] kunci (token API CKAN) belum diisi.")
    elif not said["nama"] or ":" in said["nama"] or not said["sandi"]:
        raise ValueError(
            f"[{nama}] nama dan sandi (sandi aplikasi WordPress) harus diisi; namanya tanpa titik "
            "dua."
        )


def _place(nama: str, alamat: str) -> tuple[str, int, bool, str]:
    try:
        parts = urlsplit(alamat)
        port = parts.port
    except ValueError:
        raise ValueError(f"[{nama}] alamat tidak terbaca.") from None
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise ValueError(f"[{nama}] alamat harus berupa https://situs.")
    if parts.username is not None or parts.query or parts.fragment:
        raise ValueError(f"[{nama}] alamat hanya memuat situs dan jalurnya, tanpa nama dan sandi.")
    if parts.scheme == "http" and parts.hostname not in TERDEKAT:
        raise ValueError(
            f"[{nama}] alamat harus https://: kuncinya tidak dikirim lewat jaringan tanpa sandi."
        )
    if not _JALUR.fullmatch(parts.path):
        raise ValueError(f"[{nama}] jalur di alamat tidak terbaca.")
    tls = parts.scheme == "https"
    return parts.hostname, port or (443 if tls else 80), tls, parts.path.rstrip("/")


def _lists(nama: str, told: object) -> tuple[str, ...]:
    known = (
        isinstance(told, list)
        and told
        and all(isinstance(one, str) and one in DAFTAR for one in told)
    )
    if not known or not isinstance(told, list):
        raise ValueError(f'[{nama}] daftar harus seperti ["dip"] atau ["dip", "dik"].')
    return tuple(dict.fromkeys(told))
