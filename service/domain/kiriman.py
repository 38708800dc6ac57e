"""What came in together, and the files in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import datetime

from service.domain.temuan import Temuan

# Where a kiriman stands.
DITERIMA = "diterima"
DIKENALI = "dikenali"
MENUNGGU_PETUGAS = "menunggu_petugas"
KARANTINA = "karantina"
DIDAFTAR = "didaftar"
DITOLAK_PETUGAS = "disisihkan"  # a person looked at it and put it aside, with a reason

# Through which door.
FOLDER, WEB, SUREL, PUBLIK, PERINTAH, MEJA_TUNGGU = (
    "folder",
    "web",
    "surel",
    "publik",
    "perintah",
    "meja_tunggu",
)
# Laid down for a matter: a paper of our own is no incoming letter, and stands in no agenda.
BERKAS = "berkas"

AGENDA = "agenda"  # the book, and how its numbers are written
POLA_AGENDA = "{NOMOR:4}/AGENDA/{TAHUN}"
# A book of its own, so that excluded matters leave no holes in the other one.
POLA_AGENDA_RAHASIA = "R-{NOMOR:4}/AGENDA/{TAHUN}"

NASKAH = "naskah"  # what says which paper of ours a file is, among what was read out of it
PENGANTAR, LAMPIRAN = "pengantar", "lampiran"
_SETENGAH = re.compile("[\ud800-\udc7f\udd00-\udfff]")


@dataclass(frozen=True)
class Usul:
    """One value that a rule read out of a file, and what it rests on."""

    ruas: str  # jenis, nomor, tanggal, perihal, pengirim, sifat, unit, tujuan
    nilai: str
    aturan: str  # the rule's id
    file: str = ""  # the file it stands in
    halaman: int = 0
    kutipan: str = ""  # the words that matched
    keyakinan: int = 0  # 0 to 100


@dataclass(frozen=True)
class Surat:
    """What a letter says of itself; a person's word wins over a rule's."""

    nomor: str = ""
    tanggal: str = ""  # 2026-11-21, 2026-11 or 2026: as precise as the letter
    perihal: str = ""
    pengirim: str = ""
    sifat: str = ""  # biasa, segera, rahasia, sangat_rahasia
    tujuan: str = ""


@dataclass(frozen=True)
class Fisik:
    """The paper that a file is the picture of."""

    lokasi: str = ""
    jumlah: int = 0
    satuan: str = "lembar"
    kondisi: str = ""  # baik, rusak_ringan, rusak_berat
    tingkat: str = ""  # asli, salinan, tembusan, pertinggal, fotokopi


@dataclass(frozen=True)
class Kiriman:
    """What arrived together through one door."""

    id: str
    instansi: str
    unit: str
    pintu: str  # folder, web, surel, publik, perintah, meja_tunggu, berkas
    nama: str
    keadaan: str
    diterima: datetime
    nomor_agenda: str = ""
    alasan: str = ""  # a sentence for the officer
    akhir: str = ""  # one of the five ends; '' as long as nobody has looked
    kode: str = ""  # why, as a short code
    siapa: str = ""  # who brought it: an officer, or the machine
    kembar: str = ""  # the first kiriman with the very same files
    rahasia: bool = False
    jenis: str = ""
    surat: Surat = field(default_factory=Surat)
    fisik: Fisik | None = None
    usul: tuple[Usul, ...] = ()
    asal: dict[str, str] = field(default_factory=dict)  # slip, headers of a letter by mail
    berkas: str = ""  # the matter it opened or joined
    nomor_daftar: str = ""  # the legal number, once a person gave it
    versi: int = 1

    @property
    def kembali(self) -> tuple[str, ...]:
        """The papers of our own that came back in it, as far as they were known again."""
        return tuple(dict.fromkeys(x.nilai for x in self.usul if x.ruas == NASKAH and x.nilai))

    @property
    def untuk_register(self) -> bool:
        """Whether it was laid down for a line of a legal register, and so may name who asked."""
        return self.pintu == BERKAS and not self.berkas


@dataclass(frozen=True)
class File:
    """One file of a kiriman, named in the store by its sha256."""

    id: str
    kiriman: str
    nama: str
    sha256: str
    ukuran: int
    mime: str = ""
    urut: int = 0  # its place in the kiriman
    peran: str = ""  # pengantar or lampiran, where somebody said so
    dari: str = ""  # the archive or letter it was taken out of
    akhir: str = ""
    halaman: int = 0
    temuan: tuple[Temuan, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    versi: int = 1


def shown(nama: str) -> str:
    """A file's name as it can be kept and shown: what cannot be read or seen is spelt out."""
    # Half a letter, as UTF-7 can bring one, is no byte of a broken name either.
    halved = _SETENGAH.sub(lambda half: _spelt(half[0]), nama)
    readable = halved.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(_spelt(letter) for letter in readable)


def _spelt(letter: str) -> str:
    # Cf: marks that turn the direction of reading, so that `exe.docx` looks like a letter.
    if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return letter.encode("unicode_escape").decode()
    return letter


def identified(kiriman: Kiriman, keadaan: str, alasan: str) -> Kiriman:
    """The kiriman after a look at its files: dikenali, menunggu_petugas or karantina."""
    return replace(kiriman, keadaan=keadaan, alasan=alasan)


def registered(kiriman: Kiriman, nomor: str) -> Kiriman:
    """The kiriman with its agenda number."""
    return replace(kiriman, keadaan=DIDAFTAR, nomor_agenda=nomor)
