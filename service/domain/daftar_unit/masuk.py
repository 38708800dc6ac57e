"""A unit's list on its way into the ledger: sent, read, judged by a person, taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from service.domain.ids import derived
from service.domain.refusals import Refusal

MENUNGGU, DIBACA, MEMUAT, SELESAI = "menunggu", "dibaca", "memuat", "selesai"
DITOLAK, DIBUANG = "ditolak", "dibuang"
KEADAAN: dict[str, str] = {
    MENUNGGU: "Sedang dibaca",
    DIBACA: "Menunggu diputus",
    MEMUAT: "Sedang dimuat",
    SELESAI: "Sudah dimuat",
    DITOLAK: "Tidak dapat dibaca",
    DIBUANG: "Dibuang",
}
JENIS = frozenset({"usulan_dip", "usulan_dik"})  # as kinds of kiriman
BERJALAN = frozenset({MENUNGGU, MEMUAT})  # a machine is at work on it


class DaftarSudahDiputus(Refusal):
    """It was taken in, or thrown away, or a machine is at work on it."""

    status = 409

    def __init__(self, keadaan: str) -> None:
        super().__init__(
            f"Daftar ini {KEADAAN[keadaan].lower()}, jadi tidak dapat diputus sekarang. Tidak ada "
            "yang diubah."
        )


class TidakAdaYangDiterima(Refusal):
    """Every line goes back."""

    def __init__(self) -> None:
        super().__init__(
            "Belum ada baris baru atau berubah yang dapat diterima. Tidak ada yang diubah. Unduh "
            "yang perlu diperbaiki, atau pastikan dahulu kolomnya."
        )


@dataclass(frozen=True)
class Pilihan:
    """What a person said of the list before it is taken in."""

    lembar: str = ""
    kolom: dict[str, str] = field(default_factory=dict)  # the place of a column, what it is
    bawaan: dict[str, str] = field(default_factory=dict)  # true of every line, in no column
    kategori: str = ""  # of the lines that name none
    sama: dict[str, str] = field(default_factory=dict)  # a doubtful row, its kode; '' for new

    @property
    def lajur(self) -> dict[int, str]:
        """The columns by their place."""
        return {int(n): name for n, name in self.kolom.items()}

    @property
    def disahkan(self) -> dict[int, str]:
        """The doubtful rows by their number."""
        return {int(n): kode for n, kode in self.sama.items()}


@dataclass(frozen=True)
class DaftarMasuk:
    """One list that came in; what it says lies in the store, and stands in no row of its own."""

    id: str
    instansi: str
    unit: str
    keadaan: str
    dibuat: datetime
    oleh: str  # who sent it, or MESIN where it came as a kiriman
    file: str = field(repr=False)  # sha256 of the workbook
    nama_file: str = field(repr=False)
    kiriman: str = ""
    pilihan: Pilihan = field(default_factory=Pilihan, repr=False)
    hasil: str = ""  # sha256 of what was read of it, in short
    kembali: str = ""  # sha256 of the workbook that goes back; '' where nothing does
    tertutup: bool = False  # whether it lists what is to be withheld
    galat: str = field(default="", repr=False)  # why it could not be read
    diterima_oleh: str = ""
    baru: int = 0  # how many lines it brought
    berubah: int = 0
    tertinggal: int = 0  # changes that their line did not allow then
    versi: int = 1

    def line(self, baris: int) -> str:
        """The id of what one of its rows becomes, whoever takes it in and how often."""
        return derived(f"daftar masuk {self.id} {baris}")


def need_open(one: DaftarMasuk) -> None:
    """Refuse to judge what is judged, or what a machine still reads."""
    if one.keadaan not in (DIBACA, DITOLAK):
        raise DaftarSudahDiputus(one.keadaan)


def read_again(one: DaftarMasuk, pilihan: Pilihan) -> DaftarMasuk:
    """The list to be read as a person says."""
    need_open(one)
    return replace(one, keadaan=MENUNGGU, pilihan=pilihan, galat="")


def was_read(
    one: DaftarMasuk, hasil: str, kembali: str, *, lembar: str, tertutup: bool
) -> DaftarMasuk:
    """The list after it was read; a person judges."""
    chosen = replace(one.pilihan, lembar=lembar)
    return replace(
        one, keadaan=DIBACA, hasil=hasil, kembali=kembali, pilihan=chosen, tertutup=tertutup
    )


def accepted(one: DaftarMasuk, siapa: str, baik: int) -> DaftarMasuk:
    """A person takes the right lines in."""
    if one.keadaan != DIBACA:
        raise DaftarSudahDiputus(one.keadaan)
    if not baik:
        raise TidakAdaYangDiterima
    return replace(one, keadaan=MEMUAT, diterima_oleh=siapa)


def thrown_away(one: DaftarMasuk) -> DaftarMasuk:
    """Nothing of it is taken in."""
    need_open(one)
    return replace(one, keadaan=DIBUANG)


def counted(one: DaftarMasuk, jumlah: Mapping[str, int]) -> DaftarMasuk:
    """The list after all its right lines are in the ledger."""
    return replace(
        one,
        keadaan=SELESAI,
        baru=jumlah["baru"],
        berubah=jumlah["berubah"],
        tertinggal=jumlah["tertinggal"],
    )
