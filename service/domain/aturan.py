"""The rules by which a kiriman is known: data of a pack, and what officers taught it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

# Where a rule looks.
DI: dict[str, str] = {
    "judul": "Judul halaman pertama",
    "perihal": "Perihal",
    "kepala": "Kepala halaman pertama",
    "isi": "Isi",
    "nama_file": "Nama file",
    "header_tabel": "Judul kolom tabel",
    "folder": "Folder",
    "pengirim": "Pengirim",
    "tanda": "Kode QR",
    "tanda_pindai": "Kode QR pada pindaian",
}
TANDA = ("tanda", "tanda_pindai")  # the code that is printed on our own papers
# How its words must stand there.
CARA: dict[str, str] = {
    "salah_satu": "memuat salah satu kata",
    "semua": "memuat semua kata",
    "persis": "berbunyi persis",
    "pola": "cocok dengan pola",
    "mirip": "memuat semua kata, boleh salah ketik",
}
DAFTAR_PETUGAS, DAFTAR_OTOMATIS = "petugas", "otomatis"
DAFTAR = (DAFTAR_PETUGAS, DAFTAR_OTOMATIS)
AMBANG = 80  # from which sureness on nobody is asked
PENGIRIM_YAKIN = 95  # of what an officer said of a sender
LAINNYA = "lainnya"
MENGAJAR = ("jenis", "sifat", "unit")  # what may be said of all letters of one sender


@dataclass(frozen=True)
class Kenali:
    """One rule: words, where they stand, and how sure that makes of the jenis."""

    id: str
    jenis: str
    di: str
    cara: str
    kata: tuple[str, ...]
    bobot: int
    kecuali: tuple[str, ...] = ()  # where one of these stands there too, the rule is silent
    sifat: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Jenis:
    """A kind of kiriman."""

    id: str
    nama: str
    daftar: str = DAFTAR_PETUGAS  # who gives the legal number
    buku: str = ""  # the series of the legal number; '' where the kind has none
    cadangan: bool = False  # a form of letter: counts only where no matter is known


@dataclass(frozen=True)
class AturanPengirim:
    """What an officer said of all letters of one sender; stays a row when it is withdrawn."""

    id: str
    instansi: str
    pengirim: str  # in normal form
    sebutan: str  # as the letters write it
    ruas: str  # jenis, sifat, unit
    nilai: str
    oleh: str
    dibuat: datetime
    kiriman: str = ""  # the one it was learnt from
    dicabut: datetime | None = None
    versi: int = 1


@dataclass(frozen=True)
class Aturan:
    """All rules that count for one agency."""

    kenali: tuple[Kenali, ...] = ()
    jenis: tuple[Jenis, ...] = ()
    ambang: int = AMBANG
    pengirim: tuple[AturanPengirim, ...] = ()

    def jenis_of(self, id_: str) -> Jenis | None:
        """A kind by its id."""
        return next((one for one in self.jenis if one.id == id_), None)

    def nama_jenis(self, id_: str) -> str:
        """What a kind is called."""
        found = self.jenis_of(id_)
        return found.nama if found else id_.replace("_", " ")

    def reason(self, aturan: str) -> str:
        """A rule in the words of the office."""
        kind, _, rest = aturan.partition(":")
        if kind == "pengirim":
            return next((_taught(one) for one in self.pengirim if one.id == rest), DIAJARKAN)
        found = next((one for one in self.kenali if one.id == aturan), None)
        return self._said(found) if found else NILAI.get(aturan, "Dibaca dari file")

    def _said(self, rule: Kenali) -> str:
        if rule.di in TANDA:
            return "Kode QR Berkas tercetak di halaman"
        if rule.cara == "pola":
            return f"{DI[rule.di]} khas {self.nama_jenis(rule.jenis).lower()}"
        words = " atau ".join(f"“{one}”" for one in rule.kata[:3])
        if rule.cara in ("semua", "mirip"):
            words = ", ".join(f"“{one}”" for one in rule.kata[:4])
        return f"{DI[rule.di]} {CARA[rule.cara]}: {words}"


DIAJARKAN = "Petugas menetapkannya untuk pengirim ini"
# What the readers of values rest on; a pack does not change these.
NILAI: dict[str, str] = {
    "nomor.label": "Di belakang kata Nomor pada kepala surat",
    "nomor.kolom": "Di bawah kata Nomor pada kepala surat",
    "nomor.bentuk": "Berbentuk nomor surat, tanpa kata Nomor di depannya",
    "nomor.keputusan": "Baris NOMOR … TAHUN … pada kepala naskah",
    "nomor.rujukan": "Nomor surat lain yang disebut dalam isi",
    "tanggal.kota": "Di belakang nama kota",
    "tanggal.label": "Di belakang kata Tanggal",
    "tanggal.ditetapkan": "Di belakang kata ditetapkan atau pada tanggal",
    "tanggal.hari_ini": "Di belakang kata pada hari ini",
    "tanggal.kepala": "Tertulis pada kepala surat",
    "tanggal.isi": "Tertulis dalam isi",
    "tanggal.rujukan": "Tanggal surat atau peraturan lain yang disebut dalam isi",
    "tanggal.surel": "Tanggal pada kepala surel",
    "perihal.label": "Di belakang kata Hal atau Perihal",
    "perihal.tentang": "Di bawah kata TENTANG",
    "perihal.judul": "Judul halaman pertama",
    "perihal.surel": "Perihal pada kepala surel",
    "perihal.nama": "Nama file",
    "pengirim.label": "Di belakang kata Dari",
    "pengirim.pemohon": "Di belakang kata Nama pada permohonan",
    "pengirim.kop": "Kop surat",
    "pengirim.tanda_tangan": "Nama pada tempat tanda tangan",
    "pengirim.surel": "Pengirim pada kepala surel",
    "tujuan.yth": "Di belakang kata Yth. atau Kepada",
    "sifat.label": "Di belakang kata Sifat",
    "sifat.cap": "Kata RAHASIA berdiri sendiri pada kepala surat",
    "sifat.nomor": "Huruf di depan nomor surat",
    "unit.tujuan": "Nama unit pada alamat yang dituju",
    "pembawa": "Ditulis oleh yang mengirimkan",
    "petugas": "Ditetapkan petugas",
}


def _taught(one: AturanPengirim) -> str:
    return f"Petugas menetapkannya untuk semua surat dari {one.sebutan}"
