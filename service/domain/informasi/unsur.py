"""What the legal form asks of every piece of information, and what an office keeps beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from service.domain.informasi.retensi import Retensi
from service.domain.informasi.waktu import WaktuPembuatan
from service.domain.kiriman import Fisik


@dataclass(frozen=True)
class Unsur:
    """The seven elements; the first, the printed number, belongs to the edition and not here."""

    ringkasan: str = ""
    penguasa: str = ""  # the office, unit or official that holds it
    penanggung_jawab: str = ""  # who made or issued it
    waktu: WaktuPembuatan = field(default_factory=WaktuPembuatan)
    tempat: str = ""
    bentuk: tuple[str, ...] = ()  # cetak, elektronik
    bentuk_tertulis: str = ""  # in the unit's words
    retensi: Retensi = field(default_factory=Retensi)


@dataclass(frozen=True)
class Pelengkap:
    """What is worth keeping beside the seven."""

    kode_klasifikasi: str = ""  # of the archive, as in its numbers
    alamat: str = ""  # where the public finds it
    file: str = ""  # the id of the file that is given out
    sidik: str = ""  # its sha256
    ukuran: int = 0  # its bytes
    bahasa: str = "id"
    aksesibilitas: tuple[str, ...] = ()  # audio, visual, braille, beside the text
    dasar: str = ""  # the request, the test or the verdict by which it came into the list
    fisik: Fisik = field(default_factory=Fisik)  # the paper beside the file


@dataclass(frozen=True)
class Sk:
    """The decree on which a state rests."""

    naskah: str = ""
    nomor: str = ""
    tanggal: date | None = None
    ditandatangani: bool = False

    @property
    def sah(self) -> bool:
        """Whether it is a decree at all: numbered, dated, signed."""
        return bool(self.nomor and self.tanggal and self.ditandatangani)
