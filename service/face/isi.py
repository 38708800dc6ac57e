"""What the pages show: plain values, already in the words a person reads.

Templates compute nothing. A view fills these and hands them over; times come twice, as words
(`kata`) and in ISO form (for the machine that reads the page aloud).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# The six shapes of a state; the word beside the shape says what it means here.
Bentuk = Literal["baru", "berjalan", "menunggu", "lewat", "selesai", "dikecualikan"]
JenisRuas = Literal[
    "teks",
    "sandi",
    "surel",
    "telepon",
    "angka",
    "tanggal",
    "panjang",
    "pilih",
    "radio",
    "centang",
    "file",
    "tersembunyi",
]


@dataclass(frozen=True)
class Tautan:
    """A link; `teks` says where it leads."""

    teks: str
    alamat: str


@dataclass(frozen=True)
class Menu:
    """One line of the navigation; `jumlah` is what waits there, `awal` begins a group."""

    teks: str
    alamat: str
    di_sini: bool = False
    jumlah: int = 0
    awal: bool = False


@dataclass(frozen=True)
class Pemberitahuan:
    """What just happened, or what everybody on this page must know."""

    kata: str
    nada: Literal["kabar", "baik", "perhatian", "bahaya"] = "kabar"
    tautan: Tautan | None = None


@dataclass(frozen=True)
class Muka:
    """What every page carries: whose it is, who looks, where they may go."""

    instansi: str = ""  # the name on the band; empty before the first set-up
    rupa: str = ""  # address of the instansi's colour sheet
    menu: tuple[Menu, ...] = ()
    orang: str = ""  # empty: nobody has come in yet
    peran: str = ""
    akun: str = ""  # address of the person's own page
    keluar: str = ""  # address that ends the session (POST)
    unggah: str = ""  # where files dropped anywhere go; empty where this person sends none
    csrf: str = ""
    kabar: tuple[Pemberitahuan, ...] = ()


@dataclass(frozen=True)
class Pilihan:
    """One answer of a ruas that offers several."""

    nilai: str
    teks: str
    petunjuk: str = ""


@dataclass(frozen=True)
class Ruas:
    """One field of a form, with what was typed and what is wrong with it."""

    nama: str
    label: str
    nilai: str = ""
    jenis: JenisRuas = "teks"
    petunjuk: str = ""
    contoh: str = ""
    galat: str = ""
    wajib: bool = True
    pilihan: tuple[Pilihan, ...] = ()
    terpilih: tuple[str, ...] = ()  # for centang; the others have `nilai`
    isi_otomatis: str = ""  # the autocomplete token: username, current-password, …
    batas: int = 0  # most characters; 0: no limit
    lebar: Literal["", "sempit", "sedang"] = ""  # how much a right answer takes
    kunci: str = ""  # tells two ruas of one nama apart on the same page


@dataclass(frozen=True)
class Kelompok:
    """Fields that belong together, under one heading."""

    judul: str
    ruas: tuple[Ruas, ...]
    petunjuk: str = ""


@dataclass(frozen=True)
class Tombol:
    """A second button of a form; what it sends says that it was pressed."""

    teks: str
    nama: str
    nilai: str = "1"


@dataclass(frozen=True)
class Formulir:
    """A whole form; a kelompok without judul stands plain."""

    alamat: str
    tombol: str  # a verb: "Simpan orang ini"
    kelompok: tuple[Kelompok, ...]
    salah: tuple[str, ...] = ()  # faults that belong to no single ruas
    lain: tuple[Tombol, ...] = ()
    batal: Tautan | None = None
    berlampiran: bool = False  # carries files
    jaga: bool = True  # what is typed here is worth a warning before it is left

    @property
    def ruas(self) -> tuple[Ruas, ...]:
        """All its fields, in order."""
        return tuple(ruas for kelompok in self.kelompok for ruas in kelompok.ruas)

    @property
    def keliru(self) -> bool:
        """Whether something must be mended before it can be kept."""
        return bool(self.salah) or any(ruas.galat for ruas in self.ruas)


@dataclass(frozen=True)
class Pastikan:
    """An act that cannot be undone, asked about once more."""

    nama: str  # its id on the page
    teks: str  # the button that asks: "Nonaktifkan akun…"
    judul: str  # names the thing: "Nonaktifkan akun Contoh Satu?"
    kata: str  # what follows from it
    alamat: str
    tombol: str  # the verb: "Nonaktifkan akun"
    isian: tuple[Ruas, ...] = ()


@dataclass(frozen=True)
class Tugas:
    """Something that waits for this person."""

    apa: str  # a verb: "Setujui SK penetapan DIP"
    alamat: str
    bentuk: Bentuk
    keadaan: str
    perihal: str = ""  # which matter
    tenggat: str = ""  # "tinggal 2 hari kerja"
    tanggal: str = ""  # "Selasa, 24 November 2026"
    iso: str = ""


@dataclass(frozen=True)
class Langkah:
    """One row of an SOP on the way of a berkas."""

    nomor: str
    kegiatan: str
    letak: Literal["sudah", "di_sini", "nanti"]
    pelaksana: str = ""
    waktu: str = ""  # the norm: "120 menit"
    catatan: str = ""  # "selesai 6 November" or "tenggat besok"
    lewat: bool = False
    kembali: tuple[str, ...] = ()  # one sentence for each return from here
    tafsir: bool = False


@dataclass(frozen=True)
class Bukti:
    """A value the machine read, and why it thinks so."""

    nama: str
    nilai: str
    sebab: str
    yakin: int  # per cent
    lain: tuple[str, ...] = ()
    sumber: Tautan | None = None


@dataclass(frozen=True)
class Kolom:
    """A column's head; with `alamat` it can be sorted."""

    judul: str
    alamat: str = ""
    arah: Literal["", "naik", "turun"] = ""
    angka: bool = False


@dataclass(frozen=True)
class Sel:
    """One cell: words, perhaps a link, perhaps the shape of a state before them."""

    teks: str
    alamat: str = ""
    bentuk: Bentuk | None = None
    iso: str = ""
    catatan: str = ""  # a second, softer line


@dataclass(frozen=True)
class Tabel:
    """A list; `nama` is its id on the page."""

    nama: str
    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[tuple[Sel, ...], ...]
    unduh: tuple[Tautan, ...] = ()
    pilih: tuple[str, ...] = ()  # a value for each row's tick box; empty: no selecting


@dataclass(frozen=True)
class Halaman:
    """Where one stands in a long list."""

    ini: int
    banyak: int
    kata: str  # "51 sampai 100 dari 1.204 berkas"
    sebelum: str = ""
    sesudah: str = ""
    nomor: tuple[tuple[int, str], ...] = ()  # number and address; 0 is a gap


@dataclass(frozen=True)
class Beda:
    """One value before and after an act; empty means it was not there."""

    nama: str
    sebelum: str
    sesudah: str


@dataclass(frozen=True)
class Peristiwa:
    """One line of the journal."""

    kata: str  # "Menyetujui SK penetapan DIP"
    siapa: str
    waktu: str  # "14.05 WIB"
    iso: str
    hari: str = ""  # "Sabtu, 21 November 2026"
    tentang: Tautan | None = None
    alasan: str = ""
    beda: tuple[Beda, ...] = ()
    nomor: str = ""  # where it stands in the chain
    rincian: str = ""  # address of the page with its changes, where `beda` would be long


@dataclass(frozen=True)
class Kosong:
    """What would stand here, and how to get it."""

    judul: str
    kata: str
    tautan: Tautan | None = None


@dataclass(frozen=True)
class Batang:
    """How many stand at one place, as a bar; `dari` is the longest bar's count."""

    teks: str
    jumlah: int
    dari: int
    alamat: str = ""


@dataclass(frozen=True)
class Hari:
    """A day of the fortnight ahead, and how much falls due on it."""

    teks: str  # "Sen 23"
    iso: str
    jumlah: int = 0
    alamat: str = ""
    libur: str = ""  # why nobody works
    hari_ini: bool = False


@dataclass(frozen=True)
class Ringkas:
    """One sentence with a number in it, and the shape of its state."""

    kata: str
    bentuk: Bentuk
    alamat: str = ""


@dataclass(frozen=True)
class Periksa:
    """One line of the page Keadaan; `baik` None: not used here, which is no fault."""

    nama: str
    baik: bool | None
    kata: str
    tindakan: str = ""  # what to do about it


@dataclass(frozen=True)
class Rantai:
    """The head of one journal."""

    nama: str
    urut: int
    kepala: str
    waktu: str
    iso: str


@dataclass(frozen=True)
class Macet:
    """Work that stopped, for a person to decide."""

    kata: str  # what was being done: "Menyusun PDF"
    sasaran: Tautan | None
    sejak: str
    iso: str
    percobaan: int
    sebab: str
    coba_lagi: str  # address (POST)
    abaikan: Pastikan
    aman: str = ""  # what is safe: "File asli tersimpan utuh."
    teknis: str = ""  # the last error as the machine wrote it


@dataclass(frozen=True)
class Dipegang:
    """A peran as a person holds it."""

    peran: str
    tempat: str  # instansi and unit
    masa: str
    bentuk: Bentuk
    keadaan: str  # "berlaku", "mulai 1 Desember", "berakhir"
    sebagai: str = ""  # "Plt.", "delegasi dari Contoh Dua"
    dasar: str = ""
    cabut: Pastikan | None = None


@dataclass(frozen=True)
class HariLibur:
    """A day nobody works, as the calendar page lists it."""

    tanggal: str  # "Kamis, 25 Desember 2026"
    iso: str
    nama: str
    jenis: str  # "nasional", "cuti bersama", "daerah"
    rujukan: str = ""
    sementara: bool = False
    hapus: str = ""  # address (POST); empty where this person may not
    ubah: str = ""  # address of its form; empty where this person may not
