"""Ruas: the declared fields of a kind of naskah, and the pair that declares them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

TEKS, PARAGRAF, TANGGAL, BILANGAN, RUPIAH = "teks", "paragraf", "tanggal", "bilangan", "rupiah"
PILIHAN, PEJABAT, DAFTAR, GAMBAR, BUTIR = "pilihan", "pejabat", "daftar", "gambar", "butir"
DAFTAR_TEKS, DAFTAR_DIP, KOP, NOMOR = "daftar_teks", "daftar_dip", "kop", "nomor"
# What an isian of each jenis is stored as.
BENTUK: dict[str, type] = {
    TEKS: str,
    PARAGRAF: str,
    TANGGAL: str,
    BILANGAN: int,
    RUPIAH: int,
    PILIHAN: str,
    PEJABAT: dict,
    DAFTAR: list,
    GAMBAR: str,
    BUTIR: list,
    DAFTAR_TEKS: list,
    DAFTAR_DIP: list,
    KOP: dict,
    NOMOR: str,
}
JENIS = tuple(BENTUK)
BILANGAN_BULAT = (BILANGAN, RUPIAH)
KOLOM = (TEKS, PARAGRAF, TANGGAL, BILANGAN, RUPIAH, PILIHAN)  # what a column of a daftar may be

INSTANSI, PETUGAS, BERKAS, MESIN = "instansi", "petugas", "berkas", "mesin"
ASAL = (INSTANSI, PETUGAS, BERKAS, DAFTAR, NOMOR, TANGGAL, MESIN)
GIVEN_LATER = (NOMOR, TANGGAL)

KORESPONDENSI, JUDUL, KEPUTUSAN, LEMBAR = "korespondensi", "judul", "keputusan", "lembar"
BENTUK_NASKAH = (KORESPONDENSI, JUDUL, KEPUTUSAN, LEMBAR)
TUNGGAL, TABEL, TIGA_PIHAK, TANPA = "tunggal", "tabel", "tiga_pihak", "tanpa"
TANDA_TANGAN = (TUNGGAL, TABEL, TIGA_PIHAK, TANPA)
PERSETUJUAN, TULIS_TANGAN = "persetujuan", "tulis_tangan"
CARA_TANGGAL = (PERSETUJUAN, TULIS_TANGAN)
BERURUTAN, BEBAS = "berurutan", "bebas"  # how several signatures follow one another
URUTAN = (BERURUTAN, BEBAS)
BUKTI_TTD = "bukti_ttd"
# What a paper that nobody fills in is made of, and the ruas that come from there.
DISUSUN: dict[str, frozenset[str]] = {
    BUKTI_TTD: frozenset(
        (
            *("sifat", "naskah", "keterangan", "sebelum", "sesudah", "ditemukan", "diperiksa"),
            *("tanda", "peristiwa", "dicetak_oleh", "dicetak"),
        )
    ),
}
RUPA_INSTANSI, RUPA_SENDIRI = "instansi", "sendiri"  # page, letters and logo: whose
RUPA = (RUPA_INSTANSI, RUPA_SENDIRI)

# The keys of an item of the workbench, and of who signs or is written to; those that are lists.
KUNCI_BUTIR = (
    *("no", "judul", "dokumen", "unit", "uraian", "dasar", "dibuka", "ditutup"),
    *("kepatutan", "kesimpulan", "jangka", "kategori", "dihitamkan"),
    *("bagian", "pemicu", "rujukan"),
)
KUNCI_PEJABAT = ("sebagai", "jabatan", "nama", "pangkat", "nip", "jabatan_sendiri", "melalui")
KUNCI_KOP = ("induk", "nama", "alamat")
BERDAFTAR = ("dasar", "induk", "alamat")

# Most letters of a ruas that names no batas of its own.
BATAS = {TEKS: 1_000, PARAGRAF: 20_000, PILIHAN: 300, DAFTAR_TEKS: 4_000}
BATAS_TERBESAR = 100_000
LEBAR_GAMBAR = 60  # millimetres, where the pair does not say


@dataclass(frozen=True)
class Bila:
    """What makes a ruas compulsory: another one, or a column, that holds one of these values."""

    ruas: str = ""  # '' for a column: it looks at its own row
    kolom: str = ""
    nilai: tuple[str, ...] = ()  # none: whatever is filled in, but a zero
    sama: str = ""  # a column of both: each such row has a row of its own, known by this

    def __str__(self) -> str:
        where = " pada ".join(one for one in (self.kolom, self.ruas) if one)
        when = f"{where} berisi {' atau '.join(self.nilai)}" if self.nilai else f"{where} diisi"
        return f"{when}; satu baris untuk setiap {self.sama}" if self.sama else when


@dataclass(frozen=True)
class Ruas:
    """One declared field, or one column of a field that is a table."""

    nama: str
    label: str
    jenis: str
    asal: str = PETUGAS
    wajib: bool = True
    contoh: Any = ""
    petunjuk: str = ""
    batas: int = 0  # most letters; 0: as its jenis has it
    pilihan: tuple[str, ...] = ()
    kolom: tuple[Ruas, ...] = ()
    isi: str = ""  # its source in the berkas, or the peran whose pejabat it is
    lebar: int = LEBAR_GAMBAR
    wajib_bila: Bila | None = None
    butir_dari: str = ""  # of a number: the ruas of items of which it names one
    tidak_sebelum: str = ""  # of a day: the ruas whose day it may not precede

    @property
    def terpanjang(self) -> int:
        """Most letters that it takes."""
        return self.batas or BATAS.get(self.jenis, BATAS[TEKS])


@dataclass(frozen=True)
class Pasangan:
    """A pair of .docx and .toml; this is what the .toml says."""

    jenis: str
    nama: str
    seri: str  # '': it carries no number
    pola: str
    penandatangan: tuple[str, ...]
    ruas: tuple[Ruas, ...]
    bentuk: str = JUDUL
    paraf: tuple[str, ...] = ()
    tanda_tangan: str = TUNGGAL
    tanggal: str = PERSETUJUAN
    rupa: str = ""  # '': the agency's on a pair of umum, its own on one of the agency
    urutan: str = BERURUTAN  # of those who sign
    disusun_dari: str = ""  # of what the program makes it each time anew; '': people write it

    def takes_looks(self, *, umum: bool) -> bool:
        """Whether the page, the letters and the logo of the agency are put on its template."""
        return self.rupa == RUPA_INSTANSI or (umum and self.rupa != RUPA_SENDIRI)

    @property
    def contoh(self) -> dict[str, Any]:
        """Its own samples, as an isian is stored: documentation, test and preview in one."""
        return {ruas.nama: ruas.contoh for ruas in self.ruas}

    @property
    def bernomor(self) -> bool:
        """Whether it stands in a book of numbers."""
        return bool(self.seri)

    def ruas_of(self, nama: str) -> Ruas | None:
        """A ruas by its name."""
        return next((ruas for ruas in self.ruas if ruas.nama == nama), None)
