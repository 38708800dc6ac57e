"""Why a dossier was not bound."""

from __future__ import annotations

from service.domain.refusals import Refusal, Unavailable


class PdfRusak(Refusal):
    """A file that should be bound does not open as PDF."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"{nama} tidak dapat dibuka sebagai PDF, jadi belum dijilid. "
            "File aslinya tetap tersimpan; ganti dengan PDF yang utuh."
        )


class AslinyaLain(Refusal):
    """A file is not the one that its name in the store says."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"Isi file {nama} tidak sama dengan sidik yang tercatat, jadi berkas belum dijilid. "
            "Tidak ada yang diubah. Periksa penyimpanan dengan ./berkas fixity."
        )


class HalamanLain(Unavailable):
    """A paper has other pages than it was counted with."""

    def __init__(self, nama: str, many: int, wanted: int) -> None:
        super().__init__(
            f"{nama} terbuka dengan {many} halaman, seharusnya {wanted}. Penjilidan dicoba lagi."
        )


class TidakTerjilid(Refusal):
    """What the binding child refused, in its own sentence."""
