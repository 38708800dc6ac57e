"""What an office chose as evidence for a question, and what was handed out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from service.domain.ids import derived

SUMBER, FILE, NASKAH, INFORMASI = "sumber", "file", "naskah", "informasi"
DARI: dict[str, str] = {
    SUMBER: "Milik Berkas",
    FILE: "File kantor",
    NASKAH: "Naskah bertanda tangan",
    INFORMASI: "File baris DIP",
}
DIMINTA, JADI, GAGAL = "diminta", "jadi", "gagal"
KEADAAN: dict[str, str] = {
    DIMINTA: "sedang disusun",
    JADI: "siap diunduh",
    GAGAL: "tidak berhasil disusun",
}


@dataclass(frozen=True)
class BuktiMonev:
    """One piece of evidence that a person chose, or left out; its bytes are judged elsewhere."""

    id: str
    instansi: str
    tahun: int
    pertanyaan: str
    jenis: str
    sasaran: str  # id of the file, paper or piece; of what the house has itself, its name
    oleh: str
    pada: datetime
    dipakai: bool = True
    versi: int = 1


@dataclass(frozen=True)
class EksporMonev:
    """One ZIP that was asked for, and what came of it."""

    id: str
    instansi: str
    tahun: int
    oleh: str
    diminta: datetime
    keadaan: str = DIMINTA
    hasil: str = ""  # its sha256
    ukuran: int = 0
    banyak: int = 0  # files in it
    kosong: int = 0  # questions without any
    tertinggal: int = 0  # evidence that could not go in
    pesan: str = field(default="", repr=False)
    jadi: datetime | None = None
    versi: int = 1


def bukti_id(instansi: str, tahun: int, pertanyaan: str, jenis: str, sasaran: str) -> str:
    """The same choice is one row, however often it is made."""
    return derived(f"bukti monev {instansi} {tahun} {pertanyaan.lower()} {jenis} {sasaran}")


def gate_id(jenis: str, sasaran: str) -> str:
    """A file passes the gate once, whichever questions it answers."""
    return derived(f"monev {jenis} {sasaran}")
