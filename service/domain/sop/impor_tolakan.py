"""Files that hold no table of an SOP that could be read: each says what to do."""

from __future__ import annotations

from service.domain.refusals import Refusal
from service.domain.sop.baca import TERBANYAK

_AMAN = "Tidak ada yang diubah."
_CONTOH = "No, Kegiatan, Pelaksana, Kelengkapan, Waktu, Output, dan Keterangan"


class TanpaTabel(Refusal):
    """The file has no table at all, or none that a machine can read."""

    def __init__(self) -> None:
        super().__init__(
            f"File ini tidak memuat tabel yang dapat dibaca. {_AMAN} Bila file ini hasil pindai, "
            "mintalah file aslinya (Word, Excel, atau PDF berteks), lalu ulangi."
        )


class TanpaJudul(Refusal):
    """Tables without a head: nobody can say which column is which."""

    def __init__(self, banyak: int) -> None:
        which = "Tabel di file ini" if banyak == 1 else f"Tak satu pun dari {banyak} tabel"
        short = "tidak punya" if banyak == 1 else "di file ini punya"
        super().__init__(
            f"{which} {short} baris judul kolom SOP. {_AMAN} Tambahkan baris judul di atas langkah "
            f"pertama, yaitu {_CONTOH}, lalu ulangi."
        )


class TanpaLangkah(Refusal):
    """A head with nothing below it."""

    def __init__(self) -> None:
        super().__init__(
            f"Judul kolom SOP ditemukan, tetapi tidak ada langkah di bawahnya. {_AMAN} Isi "
            "tabelnya, lalu ulangi."
        )


class TabelLain(Refusal):
    """A table was asked for that the file does not have."""

    def __init__(self, banyak: int) -> None:
        super().__init__(
            f"Tabel itu tidak ada; file ini punya {banyak} tabel yang tampak sebagai SOP. {_AMAN} "
            "Pilih salah satu dari daftar."
        )


class TerlaluBanyakLangkah(Refusal):
    """More rows than one SOP has."""

    def __init__(self, banyak: int) -> None:
        super().__init__(
            f"Tabel SOP ini punya {banyak} langkah; paling banyak {TERBANYAK}. {_AMAN} Pecah "
            "menjadi beberapa SOP yang saling merujuk, lalu ulangi untuk masing-masing."
        )
