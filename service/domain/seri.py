"""A number series of an agency, and what decides in which of its books a letter is numbered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from service.domain.nomor import RAHASIA
from service.domain.refusals import Refusal
from service.domain.sisipan import HURUF_KECIL

# A book that begins anew each year, each month, or never.
TAHUNAN, BULANAN, TERUS = "tahunan", "bulanan", "terus"
PER_UNIT, PER_PENANDATANGAN = "unit", "penandatangan"
PER = (PER_UNIT, PER_PENANDATANGAN)


@dataclass(frozen=True)
class Lanjut:
    """Where a book goes on from paper: the next number of one year."""

    tahun: int
    nomor: int


@dataclass(frozen=True)
class Seri:
    """One number series: how a number is written and when it begins anew."""

    id: str
    nama: str
    pola: str
    reset: str = TAHUNAN
    sisipan: str = HURUF_KECIL
    kode_klasifikasi: str = ""
    lanjut: Lanjut | None = None
    jenis: str = ""  # what stands for the kind of naskah
    per: tuple[str, ...] = ()  # a book of its own for each unit, for each signer

    def first(self, tahun: int) -> int:
        """The first number Berkas gives in a year."""
        if self.reset == BULANAN:
            return 1
        if self.lanjut and (self.reset == TERUS or self.lanjut.tahun == tahun):
            return self.lanjut.nomor
        return 1

    def tahun_buku(self, on: date) -> int:
        """The year of the book; 0 for a book that goes on for ever."""
        return 0 if self.reset == TERUS else on.year

    def tetap(self, kode_unit: str) -> dict[str, str]:
        """What fills the tags that neither counter nor date fill."""
        return {
            "KODE_KLASIFIKASI": self.kode_klasifikasi,
            "KODE_UNIT": kode_unit,
        }

    @property
    def mate(self) -> Seri:
        """The same for excluded matters: in a book of its own, so that this one shows no holes."""
        if self.id.endswith(RAHASIA):
            return self
        pola = self.pola if "{KEAMANAN}" in self.pola else f"R-{self.pola}"
        nama = f"{self.nama} (dikecualikan)"
        return replace(self, id=f"{self.id}{RAHASIA}", nama=nama, pola=pola, lanjut=None)


@dataclass(frozen=True)
class Perkara:
    """What decides in which book a letter is numbered, and how its number is written."""

    unit: str = ""
    penandatangan: str = ""  # the peran that signs
    sifat: str = ""
    rahasia: bool = False


BIASA = Perkara()


class PolaBelumLengkap(Refusal):
    """A number cannot be written as long as the office has not said what stands for a tag."""

    def __init__(self, seri: str, tanda: str) -> None:
        super().__init__(
            f"Nomor {seri} belum dapat ditulis: isi untuk {{{tanda}}} belum ada. Nomor tidak "
            "diambil. Lengkapi di halaman Instansi dan unit, lalu ulangi."
        )
