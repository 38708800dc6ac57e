"""What the desk shows, already in the words a person reads."""

from __future__ import annotations

from dataclasses import dataclass

from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Pastikan, Ruas
from service.face.isi_kiriman import FileKiriman


@dataclass(frozen=True)
class Calon:
    """Another value that was read, to be taken over with one click."""

    teks: str
    nilai: str  # as it would stand in the field
    alamat: str  # the same page with it taken over
    sebab: str


@dataclass(frozen=True)
class RuasMeja:
    """One value: its field, why the machine thinks so, how surely, and what else it could be."""

    ruas: Ruas
    yakin: int = 0  # 0: nothing was read
    sebab: str = ""
    kutipan: str = ""
    halaman: Tautan | None = None
    calon: tuple[Calon, ...] = ()


@dataclass(frozen=True)
class Lembaran:
    """The page that is looked at, beside the values."""

    gambar: str  # '': there is no picture
    alt: str
    nama: str
    kata: str  # "Halaman 1 dari 3"
    kosong: str = ""  # why there is no picture
    sebelum: str = ""
    sesudah: str = ""
    lihat: Tautan | None = None  # where the picture is made only when it is asked for
    lain: tuple[Tautan, ...] = ()  # the other files


@dataclass(frozen=True)
class Ajaran:
    """What a correction could teach, or a number that waits for its key."""

    kata: str
    alamat: str
    tombol: str
    buka: bool = False  # a page to be opened rather than a key to be pressed


@dataclass(frozen=True)
class Meja:
    """One kiriman on the desk."""

    judul: str
    sifat: tuple[tuple[str, str], ...]
    alasan: str
    lembaran: Lembaran | None
    ruas: tuple[RuasMeja, ...]
    formulir: Formulir | None  # None: it is not to be decided now
    file: tuple[FileKiriman, ...]
    tempat: Formulir | None = None
    nomor: Ajaran | None = None
    ulang: str = ""
    pastikan: tuple[Pastikan, ...] = ()
    lewati: str = ""
    urutan: str = ""
    lengkap: bool = False  # one key may do: no field that must be filled is empty
    kertas: str = ""  # address where the paper's place is written down
