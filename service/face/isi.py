"""What the pages show: plain values, already in the words a person reads.

Templates compute nothing. A view fills these and hands them over; times come twice, as words
(`kata`) and in ISO form (for the machine that reads the page aloud).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# The six shapes of a state; the word beside the shape says what it means here.
Bentuk = Literal["baru", "berjalan", "menunggu", "lewat", "selesai", "dikecualikan"]


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
    kontak: tuple[Tautan, ...] = ()  # on public pages: where to write to
    kaki: tuple[Tautan, ...] = ()  # on public pages: what else is told at the foot
    contoh: bool = False  # a home of samples, which says so on every page
    pintu: str = ""  # its door, where one becomes another of its people


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
    terpilih: tuple[str, ...] = ()  # those that are ticked already


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
