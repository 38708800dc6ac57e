"""What came in, by the first look at its bytes; a guess is never numbered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.domain.kenali_putus import Putusan as Putusan
from service.domain.kenali_putus import putuskan as putuskan
from service.domain.kenali_usul import usulan as usulan
from service.domain.kiriman import DIKENALI, KARANTINA, MENUNGGU_PETUGAS, File

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DITERIMA = {
    WORD: "dokumen Word",
    EXCEL: "tabel Excel",
    "application/pdf": "PDF",
    "application/msword": "dokumen Word lama",
    "application/vnd.ms-excel": "tabel Excel lama",
    "application/vnd.oasis.opendocument.text": "dokumen OpenDocument",
    "application/vnd.oasis.opendocument.spreadsheet": "tabel OpenDocument",
    "image/jpeg": "gambar",
    "image/png": "gambar",
    "image/tiff": "gambar",
}
PROGRAM = (
    "application/x-dosexec",
    "application/vnd.microsoft.portable-executable",
    "application/x-executable",
    "application/x-pie-executable",
    "application/x-sharedlib",
    "application/x-mach-binary",
    "application/x-msi",
    "application/x-ms-shortcut",
    "text/x-shellscript",
    "text/x-msdos-batch",
)
KOSONG = ("application/x-empty", "inode/x-empty")


@dataclass(frozen=True)
class Pengenalan:
    """The verdict on a kiriman: its next keadaan, and why."""

    keadaan: str
    alasan: str = ""


def look(files: Sequence[File]) -> Pengenalan:
    """The verdict on what arrived together: the worst of its files decides."""
    for file in files:
        if file.mime in PROGRAM:
            return Pengenalan(
                KARANTINA,
                f"File {file.nama} adalah program, bukan dokumen. File ditahan dan tidak dibuka; "
                "minta pengirim mengirim dokumennya.",
            )
        if file.mime in KOSONG:
            return Pengenalan(
                KARANTINA, f"File {file.nama} kosong (0 bita). Minta pengirim mengirim ulang."
            )
    for file in files:
        if file.mime not in DITERIMA:
            return Pengenalan(
                MENUNGGU_PETUGAS,
                f"Jenis file {file.nama} tidak dikenali ({file.mime}). File tersimpan aman; agar "
                "didaftarkan, mintalah pengirim mengirimnya sebagai Word, Excel, atau PDF.",
            )
    return Pengenalan(DIKENALI)
