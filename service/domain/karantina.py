"""Perlu tindakan: what lies in a unit's folder karantina, under which names, with which words."""

from __future__ import annotations

from dataclasses import dataclass

KARANTINA, TUNGGU = "karantina", "tunggu"  # the two folders of a unit that are no kiriman
TANPA_SALINAN = frozenset({"virus", "program"})  # is named, never copied out
NAMA_TERPANJANG = 200  # bytes of a name, so that ".txt" and a mark of its place still fit
_DI_MEJA = "Tidak ada yang perlu diperbaiki: tentukan kiriman ini di halaman Meja, seperti adanya."
# What to do, where there is nothing to mend, or nothing that could be put in again.
SARAN: dict[str, str] = {
    "virus": "Tidak ada yang perlu diperbaiki atau diletakkan lagi. Jangan buka file ini di "
    "tempat asalnya (komputer, flashdisk, atau surel); minta bagian TI membersihkannya. Bila "
    "pengirim mengirim dokumen yang bersih, letakkan dokumen itu di folder {tempat}.",
    "program": "Tidak ada yang perlu diperbaiki atau diletakkan lagi, juga tidak dengan nama "
    "lain. Bila pengirim mengirim dokumennya, letakkan dokumen itu di folder {tempat}.",
    "pdf_terkunci_mengirim": "Tidak ada yang perlu diperbaiki atau diletakkan lagi. Bila pengirim "
    "mengirim salinan yang tidak terkunci, letakkan salinan itu di folder {tempat}.",
    "hanya_pemisah": "Letakkan hasil pindai yang baru, bersama suratnya, di folder {tempat}.",
    "bungkus_tanda_tangan": _DI_MEJA,
    "rekaman": _DI_MEJA,
}
_PENGGANTI = "Begitu ada file penggantinya, letakkan file itu di folder {tempat}."
_DIPERBAIKI = "Setelah diperbaiki, letakkan file itu di folder {tempat}."
_SENDIRI = "Yang diletakkan kemudian menjadi kiriman baru dengan nomor agendanya sendiri."
_KIRIMAN = "Nomor kiriman: "
_DI_PINTU = "Ditahan di pintu: file ini tidak diambil dan tidak diubah."


@dataclass(frozen=True)
class Perkara:
    """One thing that needs a person: its name, where it belongs, why, and what to do."""

    nama: str
    kode: str
    label: str
    kata: str
    tempat: str  # the folder that a mended file is put into
    kiriman: str = ""  # '' where nothing was taken in
    nomor: str = ""  # its nomor agenda, where it may lie open in a folder


def folder_of(kode: str) -> str:
    """The folder of a code: terlalu_besar lies in terlalu-besar."""
    return kode.replace("_", "-") or "lain"


def plain(nama: str) -> str:
    """A name that can stand in a folder: no path, no leading dot, not too long."""
    told = nama.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    flat = "".join("_" if letter in '/\\:*?"<>|' or letter < " " else letter for letter in told)
    flat = flat.lstrip(". ").rstrip(". ") or "file"
    stem, dot, suffix = flat.rpartition(".")
    if not stem or len(suffix) > 10:
        stem, dot, suffix = flat, "", ""
    room = NAMA_TERPANJANG - len(f"{dot}{suffix}".encode())
    return f"{stem.encode()[:room].decode(errors='ignore')}{dot}{suffix}"


def numbered(nama: str, n: int) -> str:
    """The n-th name to try where another thing has the first."""
    stem, dot, suffix = nama.rpartition(".")
    if n < 2:
        return nama
    return f"{stem} ({n}){dot}{suffix}" if stem else f"{nama} ({n})"


def letter(perkara: Perkara) -> str:
    """The text file beside it, for Notepad as for anything else."""
    aman = "File asli tersimpan utuh di Berkas." if perkara.kiriman else _DI_PINTU
    lines = [
        "BERKAS: PERLU TINDAKAN",
        "",
        f"File: {perkara.nama}",
        f"Sebab: {perkara.label}",
        "",
        perkara.kata,
        "",
        aman,
        advice(perkara),
    ]
    if perkara.nomor:
        lines += ["", f"Nomor agenda: {perkara.nomor}, tetap milik kiriman ini.", _SENDIRI]
    if perkara.kiriman:
        lines += ["", f"{_KIRIMAN}{perkara.kiriman}"]
    return "\r\n".join([*lines, ""])


def advice(perkara: Perkara) -> str:
    """What to do now; what was taken in is not mended but replaced, and a virus is not put back."""
    kata = SARAN.get(perkara.kode, _PENGGANTI if perkara.kiriman else _DIPERBAIKI)
    return kata.format(tempat=perkara.tempat)


def kiriman_of(text: str) -> str:
    """Which kiriman a text file is about; '' where it is about none."""
    last = text.rstrip().rpartition("\n")[2]
    return last.removeprefix(_KIRIMAN) if last.startswith(_KIRIMAN) else ""


def stood_at_door(text: str) -> bool:
    """Whether a text file is about something that was never taken in."""
    return _DI_PINTU in text
