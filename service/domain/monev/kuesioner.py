"""The questions of a monev as an office writes them down: a file that it can replace."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from service.domain.kesalahan import Kesalahan, grave
from service.domain.lembar import Lembar, open_lembar

MONEV_TOML = "monev.toml"
DIP, DIK, SK_DIP, EDISI_DIP, SOP, ALAMAT = "dip", "dik", "sk_dip", "edisi_dip", "sop", "alamat"
SUMBER: dict[str, str] = {
    DIP: "DIP yang berlaku",
    DIK: "DIK yang berlaku",
    SK_DIP: "Surat keputusan DIP yang berlaku",
    EDISI_DIP: "Edisi DIP sejak tahun itu",
    SOP: "SOP yang berlaku",
    ALAMAT: "Pemeriksaan alamat yang diumumkan",
}
TERBANYAK = 200  # questions of one year
TAHUN_PERTAMA, TAHUN_TERAKHIR = 2010, 2100
SELURUHNYA = 100
_KODE = re.compile(r"[0-9A-Za-z]{1,4}(?:\.[0-9A-Za-z]{1,4}){0,3}")
_JENIS = re.compile(r"[a-z][a-z0-9_]{0,59}")


@dataclass(frozen=True)
class Kategori:
    """What is judged together, and how much it weighs."""

    id: str
    nama: str
    bobot: int


@dataclass(frozen=True)
class Pertanyaan:
    """One question; `sumber` is evidence that the house has by itself, `naskah` kinds of papers
    that are offered for it."""

    kode: str
    kategori: str
    tanya: str
    petunjuk: str = ""
    sumber: tuple[str, ...] = ()
    naskah: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kuesioner:
    """All questions of one year, in the order of the file."""

    tahun: int
    judul: str
    catatan: str = ""
    kategori: Mapping[str, Kategori] = field(default_factory=dict)
    pertanyaan: tuple[Pertanyaan, ...] = ()

    def one(self, kode: str) -> Pertanyaan | None:
        """The question with this number."""
        return next((x for x in self.pertanyaan if x.kode == kode), None)

    def name(self, one: Pertanyaan) -> str:
        """What its kategori is called."""
        return self.kategori[one.kategori].nama


def read(file: str, text: str) -> tuple[Kuesioner | None, list[Kesalahan]]:
    """The questions, and every fault with its line; None where any of them is grave."""
    lembar, found = open_lembar(file, text)
    if lembar is None:
        return None, found
    kategori = {x.name: _category(x) for x in lembar.table("kategori", wajib=True).each()}
    sheets = lembar.tables("pertanyaan")
    asked = tuple(_question(one, kategori) for one in sheets)
    if not lembar.has("tahun"):
        lembar.fault("", "tahun belum diisi.")
    whole = Kuesioner(
        lembar.whole("tahun", 0, TAHUN_PERTAMA, TAHUN_TERAKHIR),
        lembar.text("judul", wajib=True),
        lembar.text("catatan"),
        kategori,
        asked,
    )
    _together(lembar, whole, sheets)
    lembar.close()
    return (None if grave(found) else whole), sorted(found)


def _together(lembar: Lembar, whole: Kuesioner, sheets: list[Lembar]) -> None:
    """What no single question shows."""
    if not sheets:
        lembar.fault("", "Belum ada pertanyaan; tulis [[pertanyaan]] untuk setiap pertanyaan.")
    if len(sheets) > TERBANYAK:
        lembar.fault("pertanyaan", f"Pertanyaan paling banyak {TERBANYAK}.")
    sum_ = sum(one.bobot for one in whole.kategori.values())
    if whole.kategori and sum_ != SELURUHNYA:
        lembar.warn("kategori", f"Jumlah bobot kategori {sum_}, seharusnya {SELURUHNYA}.")
    seen = set[str]()
    for sheet, one in zip(sheets, whole.pertanyaan, strict=True):
        if one.kode.lower() in seen:
            sheet.fault("kode", f"Kode {one.kode} dipakai dua kali.")
        seen.add(one.kode.lower())
    used = {one.kategori for one in whole.pertanyaan}
    for id_ in whole.kategori.keys() - used:
        lembar.warn("kategori", f"Kategori {id_} tidak mempunyai pertanyaan.")


def _category(sheet: Lembar) -> Kategori:
    if not sheet.has("bobot"):
        sheet.fault("", f"bobot kategori {sheet.name} belum diisi.")
    nama = sheet.text("nama", wajib=True)
    return Kategori(sheet.name, nama, sheet.whole("bobot", 0, 0, SELURUHNYA))


def _question(sheet: Lembar, kategori: Mapping[str, Kategori]) -> Pertanyaan:
    kode = sheet.text("kode", wajib=True)
    if kode and not _KODE.fullmatch(kode):
        sheet.fault("kode", "kode hanya angka, huruf, dan titik, misalnya 1.2.")
    if not sheet.has("kategori"):
        sheet.fault("", f"kategori pertanyaan {kode} belum diisi.")
    sumber = sheet.texts("bukti")
    for one in sumber:
        if one not in SUMBER:
            sheet.fault("bukti", f"Bukti '{one}' tidak dikenal. Pilihan: {', '.join(SUMBER)}.")
    naskah = sheet.texts("naskah")
    for one in naskah:
        if not _JENIS.fullmatch(one):
            sheet.fault("naskah", f"'{one}' bukan nama jenis naskah, misalnya laporan_tahunan.")
    return Pertanyaan(
        kode,
        sheet.one_of("kategori", sorted(kategori), ""),
        sheet.text("tanya", wajib=True),
        sheet.text("petunjuk"),
        tuple(dict.fromkeys(sumber)),
        tuple(dict.fromkeys(naskah)),
    )
