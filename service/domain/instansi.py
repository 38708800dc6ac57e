"""An agency as its pack describes it: units, officials, letterhead, books, terms, paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from service.domain import wewenang
from service.domain.kalender import Kalender
from service.domain.nomor import Buku
from service.domain.pejabat import Pejabat, holder, signers
from service.domain.tanggal import local
from service.domain.wewenang import ADMINISTRATOR, PETUGAS

# The peran that every PPID knows by one name or another; the agency says by which.
PERAN = tuple(one for one in wewenang.PERAN if one not in (PETUGAS, ADMINISTRATOR))
KOP_INSTANSI, KOP_JABATAN = "instansi", "jabatan"  # a logo and names, or the state emblem
TAHUNAN, TERUS = "tahunan", "terus"  # a book that begins anew each year, or never
OTOMATIS, OLEH_PETUGAS = "otomatis", "petugas"  # who gives the legal number
HARI_KERJA, HARI, BULAN = "hari_kerja", "hari", "bulan"
SISIPAN = ("huruf_kecil", "huruf_besar", "angka")
KERTAS = ("A4", "F4")


@dataclass(frozen=True)
class Kop:
    """The letterhead: the bodies above, the name itself, the address lines."""

    nama: str = ""
    induk: tuple[str, ...] = ()
    alamat: tuple[str, ...] = ()
    jenis: str = KOP_INSTANSI
    logo: str = ""  # a file in the pack


@dataclass(frozen=True)
class UnitKerja:
    """A unit; its id names its inbox folder, its kode stands in numbers."""

    id: str
    nama: str
    kode: str
    zona: str = ""  # '': the agency's
    sampai: date | None = None  # its last day; a unit is never taken out of the register

    def open_on(self, on: date) -> bool:
        """Whether the unit is at work on a day; its last day counts."""
        return self.sampai is None or on <= self.sampai


@dataclass(frozen=True)
class Peran:
    """What the agency calls a peran, and the office that comes with it."""

    id: str
    sebutan: str
    jabatan: str = ""


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
    sisipan: str = "huruf_kecil"
    kode_klasifikasi: str = ""
    lanjut: Lanjut | None = None

    def first(self, tahun: int) -> int:
        """The first number Berkas gives in a year."""
        if self.lanjut and (self.reset == TERUS or self.lanjut.tahun == tahun):
            return self.lanjut.nomor
        return 1

    def tahun_buku(self, on: date) -> int:
        """The year of the book; 0 for a book that goes on for ever."""
        return 0 if self.reset == TERUS else on.year

    def tetap(self, unit: UnitKerja | None) -> dict[str, str]:
        """What fills the tags that neither counter nor date fill."""
        return {
            "KODE_KLASIFIKASI": self.kode_klasifikasi,
            "KODE_UNIT": unit.kode if unit else "",
        }


@dataclass(frozen=True)
class Tenggat:
    """A term of law or of the agency, with the rule it rests on."""

    id: str
    jumlah: int
    satuan: str
    dasar: str
    keterangan: str = ""


@dataclass(frozen=True)
class Margin:
    """The edges of a page, in centimetres."""

    atas: float = 2.0
    bawah: float = 2.5
    kiri: float = 3.0
    kanan: float = 2.0


@dataclass(frozen=True)
class TataNaskah:
    """How the agency's papers look."""

    kertas: str = "A4"
    huruf: str = "Arial"
    ukuran: int = 12
    huruf_keputusan: str = "Bookman Old Style"
    memorandum: str = "memorandum"  # what the agency calls it: memorandum, nota dinas
    cetak_nip: bool = True
    cetak_pangkat: bool = True
    margin: Margin = Margin()


@dataclass(frozen=True)
class Publik:
    """How the agency takes in what the public sends through the public pages."""

    unit: str = ""  # the unit that serves them; '': the agency as a whole
    daftar: str = OTOMATIS  # nothing is guessed at that door, so the number need not wait


@dataclass(frozen=True)
class Instansi:
    """One agency; the kode is the name of its folders."""

    kode: str
    nama: str
    kota: str = ""
    zona: str = "WIB"
    singkatan: str = ""
    laman: str = ""
    warna: str = ""  # its own colour, as #0b4f8a; empty: the house's
    kop: Kop = Kop()
    unit: tuple[UnitKerja, ...] = ()
    pejabat: tuple[Pejabat, ...] = ()
    peran: tuple[Peran, ...] = ()
    kalender: Kalender = field(default_factory=Kalender)
    seri: tuple[Seri, ...] = ()
    tenggat: tuple[Tenggat, ...] = ()
    naskah: TataNaskah = TataNaskah()
    publik: Publik = Publik()
    tafsir: tuple[str, ...] = ()  # what was inferred, until the agency confirms it

    def unit_of(self, id_: str) -> UnitKerja | None:
        """A unit by its id."""
        return next((one for one in self.unit if one.id == id_), None)

    def seri_of(self, id_: str) -> Seri | None:
        """A number series by its id."""
        return next((one for one in self.seri if one.id == id_), None)

    def tenggat_of(self, id_: str) -> Tenggat | None:
        """A term by its id."""
        return next((one for one in self.tenggat if one.id == id_), None)

    def peran_of(self, id_: str) -> Peran | None:
        """A peran by its id."""
        return next((one for one in self.peran if one.id == id_), None)

    def buku(self, seri: str, on: date) -> Buku:
        """The book of numbers of a series for a letter's date."""
        found = self.seri_of(seri)
        if found is None:
            return Buku(self.kode, seri, on.year)
        return Buku(self.kode, seri, found.tahun_buku(on), found.first(on.year))

    def sebutan(self, peran: str) -> str:
        """What the agency calls a peran."""
        found = self.peran_of(peran)
        return found.sebutan if found else wewenang.PERAN.get(peran, peran)

    def zona_of(self, unit: str) -> str:
        """The zone of a unit, else the agency's."""
        found = self.unit_of(unit)
        return (found.zona if found else "") or self.zona

    def open_units(self, now: datetime) -> tuple[UnitKerja, ...]:
        """The units that are at work at a moment."""
        today = local(now, self.zona).date()
        return tuple(one for one in self.unit if one.open_on(today))

    def kalender_of(self, unit: str) -> Kalender:
        """The calendar on the clock of a unit."""
        return self.kalender.in_zona(self.zona_of(unit))

    def holder(self, peran: str, on: date) -> Pejabat | None:
        """The official who holds a peran by office on a day."""
        found = self.peran_of(peran)
        return holder(self.pejabat, found.jabatan, on) if found and found.jabatan else None

    def signers(self, peran: str, on: date) -> list[Pejabat]:
        """Who may sign for a peran on a day, the holder first."""
        found = self.peran_of(peran)
        return signers(self.pejabat, found.jabatan, on) if found and found.jabatan else []

    @property
    def inbox(self) -> list[str]:
        """The inbox folders of its units."""
        return [f"{self.kode}/{one.id}" for one in self.unit]
