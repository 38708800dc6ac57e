"""A file on its way from an officer's browser: piece by piece, and on again after a broken line."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from service.domain.ids import from_bytes
from service.domain.refusals import Refusal

UMUR = timedelta(hours=24)  # after that what nobody sent is swept
SEPOTONG = 16_000_000  # bytes of one piece at most
NAMA = 200  # letters of a name
TANDA = 200
KUNCI = 80
_SHA256 = re.compile(r"[0-9a-f]{64}")


class UnggahanKeliru(Refusal):
    """What is said of the file cannot be so."""


class OffsetKeliru(Refusal):
    """The piece does not begin where the last one ended; `sudah` says where that is."""

    status = 409

    def __init__(self, sudah: int) -> None:
        super().__init__(
            f"File ini sudah sampai bita ke-{sudah}. Lanjutkan dari sana; tidak ada yang hilang."
        )
        self.sudah = sudah


class BelumUtuh(Refusal):
    """A file that has not come in whole."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"File {nama} belum sampai seluruhnya. Pilih file yang sama sekali lagi; bagian yang "
            "sudah sampai tidak diulang."
        )


class IsiBerbeda(Refusal):
    """A file whose bytes are not those that were announced."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"Isi file {nama} yang sampai tidak sama dengan yang dikirim. Hapus dari daftar, lalu "
            "unggah lagi. File di komputer Anda tidak berubah."
        )


class SedangDikirim(Refusal):
    """Another window sends the very same files at this moment."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "File ini sedang dikirim dari jendela lain. Tidak ada yang hilang; "
            "lihat daftar kiriman."
        )


class TerlaluBanyakUnggahan(Refusal):
    """More files wait to be sent than one kiriman can hold."""

    def __init__(self, batas: int) -> None:
        super().__init__(
            f"Sudah ada {batas} file yang belum dikirim. Kirim atau hapus dahulu yang di daftar."
        )


class TanpaFile(Refusal):
    """A kiriman without a single file."""

    def __init__(self) -> None:
        super().__init__("Pilih sedikitnya satu file.")


@dataclass(frozen=True)
class Unggahan:
    """One file as it comes in; it belongs to the person who began it."""

    id: str
    orang: str
    nama: str
    ukuran: int
    dibuat: datetime
    sha256: str = ""  # where the sender said it
    tanda: str = ""  # how the sender knows the file again
    sudah: int = 0  # bytes that are here

    @property
    def utuh(self) -> bool:
        """Whether all of it is here."""
        return self.sudah == self.ukuran


def bare(nama: str) -> str:
    """A file's own name, without the folders some browsers put before it."""
    own = nama.replace("\\", "/").rpartition("/")[2].strip()
    if len(own) <= NAMA:
        return own
    stem, dot, ending = own.rpartition(".")
    return f"{stem[: NAMA - 12]}{dot}{ending[:11]}" if dot else own[:NAMA]


def checked(nama: str, ukuran: int, sha256: str, tanda: str) -> str:
    """The name to keep; refuses what no file can be."""
    own = bare(nama)
    if not own:
        raise UnggahanKeliru("File ini tidak bernama. Beri nama, lalu unggah lagi.")
    if ukuran < 0:
        raise UnggahanKeliru(f"Ukuran file {own} tidak masuk akal.")
    if (sha256 and not _SHA256.fullmatch(sha256)) or len(tanda) > TANDA:
        raise UnggahanKeliru(f"Keterangan tentang file {own} tidak dapat dibaca.")
    return own


def kiriman_of(orang: str, kunci: str) -> str:
    """The id of the kiriman a person sends under a key: sent twice, it is the same kiriman."""
    return from_bytes(hashlib.sha256(f"{orang}\n{kunci}".encode()).digest()[:16])
