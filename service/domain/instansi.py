"""An agency as its pack describes it: units, officials, letterhead, books, terms, paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from service.domain import wewenang
from service.domain.kalender import Kalender
from service.domain.nomor import RAHASIA, Buku, Tulisan
from service.domain.pejabat import Pejabat, holder, signers
from service.domain.pola import KEAMANAN, tanda_of
from service.domain.seri import (
    BIASA,
    BULANAN,
    PER,
    PER_PENANDATANGAN,
    PER_UNIT,
    Perkara,
    PolaBelumLengkap,
    Seri,
)
from service.domain.tanggal import local
from service.domain.wewenang import ADMINISTRATOR, PETUGAS

# The peran that every PPID knows by one name or another; the agency says by which.
PERAN = tuple(one for one in wewenang.PERAN if one not in (PETUGAS, ADMINISTRATOR))
KOP_INSTANSI, KOP_JABATAN = "instansi", "jabatan"  # a logo and names, or the state emblem
OTOMATIS, OLEH_PETUGAS = "otomatis", "petugas"  # who gives the legal number
HARI_KERJA, HARI, BULAN = "hari_kerja", "hari", "bulan"
KERTAS = ("A4", "F4")
MEMORANDUM, NOTA_DINAS = "memorandum", "nota_dinas"  # pairs
ND = "nota dinas"
SEBUTAN_MEMORANDUM = (MEMORANDUM, ND)


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
    kode: str = ""  # its kode jabatan, as it stands in numbers


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
    unit: str = ""  # under whose code a letter of the agency as a whole is numbered
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
    surel: str = ""  # where the public writes to it; shown on every public page
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

    def buku(self, seri: str, on: date, perkara: Perkara = BIASA) -> Buku:
        """The book of numbers of a series for a letter's date."""
        found = self.seri_for(seri, rahasia=perkara.rahasia)
        if found is None:
            return Buku(self.kode, f"{seri}{RAHASIA}" if perkara.rahasia else seri, on.year)
        return Buku(
            self.kode,
            found.id,
            found.tahun_buku(on),
            found.first(on.year),
            bulan=on.month if found.reset == BULANAN else 0,
            bagian="+".join(self._parts(found, perkara)),
        )

    def _parts(self, seri: Seri, perkara: Perkara) -> list[str]:
        told = {PER_UNIT: self._writer(perkara), PER_PENANDATANGAN: perkara.penandatangan}
        return [told[one] for one in PER if one in seri.per and told[one]]

    def seri_for(self, seri: str, *, rahasia: bool = False) -> Seri | None:
        """A series, or its mate for excluded matters: as the pack has it, else made after it."""
        if rahasia and not seri.endswith(RAHASIA):
            own = self.seri_of(f"{seri}{RAHASIA}")
            plain = self.seri_of(seri)
            return own or (plain.mate if plain else None)
        found = self.seri_of(seri)
        if found is None and seri.endswith(RAHASIA):
            plain = self.seri_of(seri.removesuffix(RAHASIA))
            return plain.mate if plain else None
        return found

    def tetap(self, seri: Seri, perkara: Perkara = BIASA) -> Mapping[str, str]:
        """What fills the tags of a series that neither counter nor date fill."""
        peran = self.peran_of(perkara.penandatangan)
        sifat = perkara.sifat or ("rahasia" if perkara.rahasia else "")
        unit = self.unit_of(self._writer(perkara))
        return {
            **seri.tetap(unit.kode if unit else ""),
            "KODE_JABATAN": peran.kode if peran else "",
            "KEAMANAN": KEAMANAN.get(sifat, "B"),
            "INSTANSI": self.singkatan,
            "SINGKATAN": self.singkatan,
            "JENIS": seri.jenis,
        }

    def _writer(self, perkara: Perkara) -> str:
        return perkara.unit or self.naskah.unit

    def tulisan(self, seri: Seri, tanggal: date, perkara: Perkara = BIASA) -> Tulisan:
        """How the next number of a series is written, or PolaBelumLengkap."""
        tetap = self.tetap(seri, perkara)
        for tanda in tanda_of(seri.pola):
            if not tetap.get(tanda, "-"):
                raise PolaBelumLengkap(seri.nama, tanda)
        return Tulisan(seri.pola, tetap, tanggal)

    def pasangan_of(self, jenis: str) -> str:
        """The pair by which the agency writes a kind of paper: it has memoranda or nota dinas."""
        return NOTA_DINAS if jenis == MEMORANDUM and self.naskah.memorandum == ND else jenis

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
