"""Pack files: how they are named, and the versions that officers changed."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass

from service.domain.catatan import RUMAH
from service.domain.refusals import Refusal

UMUM = "umum"  # what every agency can use; no agency itself
INSTANSI_TOML = "instansi.toml"
LOGO = {"image/png": "logo.png", "image/jpeg": "logo.jpg"}
LOGO_TERBESAR = 200_000  # bytes; it stands on every paper
_GAMBAR = re.compile(r"data:image/(?:png|jpeg);base64,")
_KODE = re.compile(r"[a-z][a-z0-9_]{1,39}")
_SIMPANAN = re.compile(r"sha256:([0-9a-f]{64})")
_BAGIAN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_. -]*")


@dataclass(frozen=True)
class Paket:
    """A pack file as it was changed on a page; the id is its path, `contoh/instansi.toml`."""

    id: str
    instansi: str
    teks: str
    versi: int = 1


class LogoTidakSah(Refusal):
    """A logo that is no picture we print, or too large for a letterhead."""

    def __init__(self) -> None:
        super().__init__(
            f"Logo harus gambar PNG atau JPEG, paling besar {LOGO_TERBESAR // 1000} KB. "
            "Perkecil atau simpan ulang gambarnya, lalu pilih lagi."
        )


class NamaPaketTidakSah(Refusal):
    """A path that names no pack file."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"'{path}' bukan nama file paket. Tulis seperti kode_instansi/instansi.toml, "
            "tanpa '..' dan tanpa garis miring di depan."
        )


class PaketTidakAman(Refusal):
    """The folder of packs can be changed by people who should not."""

    def __init__(self, sebab: list[str]) -> None:
        super().__init__("\n".join(sebab))
        self.sebab = sebab


class PaketTidakTerbaca(Refusal):
    """A pack file whose bytes are no text."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} bukan teks UTF-8. Simpan ulang file itu dari penyunting teks "
            "dengan pengodean UTF-8; instansi lain tetap berjalan."
        )
        self.path = path


class PaketHilang(PaketTidakTerbaca):
    """The bytes of a changed pack file are not in the store."""

    def __init__(self, path: str) -> None:
        Refusal.__init__(
            self,
            f"File {path} yang diubah di halaman tidak ada lagi di penyimpanan. Yang memakai file "
            "lain tetap berjalan. Pulihkan penyimpanan dari cadangan, atau kembalikan pasangan itu "
            "ke versi lain di halaman Templat.",
        )
        self.path = path


class EksporTidakKosong(Refusal):
    """An export would mix with what lies there."""

    def __init__(self, out: str) -> None:
        super().__init__(
            f"Folder {out} sudah berisi. Tidak ada yang ditulis. "
            "Pilih folder baru atau folder yang kosong."
        )


def picture_text(isi: bytes, mime: str) -> tuple[str, str]:
    """The name of a logo in a pack, and its bytes as the text of a Paket."""
    if mime not in LOGO or not 0 < len(isi) <= LOGO_TERBESAR:
        raise LogoTidakSah
    return LOGO[mime], f"data:{mime};base64,{base64.b64encode(isi).decode()}"


def content(paket_id: str, teks: str) -> bytes:
    """The bytes of a changed pack file; a picture is kept as text and comes out as it went in."""
    start = None if paket_id.endswith(".toml") else _GAMBAR.match(teks)
    return base64.b64decode(teks[start.end() :]) if start else teks.encode()


def stored_text(sha256: str) -> str:
    """How a changed file that lies in the store stands in a Paket."""
    return f"sha256:{sha256}"


def stored_as(paket_id: str, teks: str) -> str:
    """The sha256 of a changed file that lies in the store; '' for one whose text is all of it."""
    found = None if paket_id.endswith(".toml") else _SIMPANAN.fullmatch(teks)
    return found[1] if found else ""


def is_kode(text: str) -> bool:
    """Whether a text can be the code of an agency, and so the name of its folders."""
    return _KODE.fullmatch(text) is not None and text not in (UMUM, RUMAH)


def checked_path(path: str) -> str:
    """The path of a pack file, or NamaPaketTidakSah."""
    parts = path.split("/")
    if len(parts) < 2 or any(not _BAGIAN.fullmatch(part) for part in parts):
        raise NamaPaketTidakSah(path)
    if parts[0] != UMUM and not is_kode(parts[0]):
        raise NamaPaketTidakSah(path)
    return path
