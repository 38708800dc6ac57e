"""Regulations as data: which are in force, which are not, and what replaces them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from service.domain.kesalahan import Kesalahan
from service.domain.lembar import Lembar, open_lembar

PERATURAN_TOML = "peraturan.toml"
BERLAKU, DICABUT, DIGANTI, DIRAGUKAN = "berlaku", "dicabut", "diganti", "diragukan"
KEADAAN: dict[str, str] = {
    BERLAKU: "masih berlaku",
    DICABUT: "sudah dicabut",
    DIGANTI: "sudah diganti",
    DIRAGUKAN: "keberlakuannya diragukan",
}
NAMA = re.compile(r"[a-z][a-z0-9_]{0,59}")
_ALAMAT = re.compile(r"https?://|www\.", re.IGNORECASE)
_NOMOR = re.compile(r"[0-9]{1,4}")
TAHUN_PERTAMA, TAHUN_TERAKHIR = 1945, 2100


@dataclass(frozen=True)
class Jenis:
    """A kind of regulation, and every way in which its name is written."""

    id: str
    nama: str
    ditulis: tuple[str, ...] = ()


@dataclass(frozen=True)
class Peraturan:
    """One regulation and how it stands, as far as this office knows."""

    id: str
    jenis: str
    nomor: str
    tahun: int
    tentang: str
    keadaan: str = BERLAKU
    pengganti: str = ""
    catatan: str = ""
    sumber: str = ""
    sebutan: tuple[str, ...] = ()  # a name of its own: UU KIP


@dataclass(frozen=True)
class Daftar:
    """All that is known, by id; an agency's own lines stand over the common ones."""

    jenis: Mapping[str, Jenis] = field(default_factory=dict)
    peraturan: Mapping[str, Peraturan] = field(default_factory=dict)

    def over(self, own: Daftar) -> Daftar:
        """This list covered and extended by another."""
        return Daftar({**self.jenis, **own.jenis}, {**self.peraturan, **own.peraturan})

    def name(self, one: Peraturan) -> str:
        """How a regulation is cited."""
        kind = self.jenis.get(one.jenis)
        return f"{kind.nama if kind else one.jenis} Nomor {one.nomor} Tahun {one.tahun}"

    def told(self, one: Peraturan) -> str:
        """How it stands, where it is not simply in force; '' where it is."""
        if one.keadaan == BERLAKU:
            return ""
        after = self.peraturan.get(one.pengganti)
        words = KEADAAN[one.keadaan]
        if after:
            how = "mungkin digantikan" if one.keadaan == DIRAGUKAN else "penggantinya"
            words += f"; {how} {self.name(after)} tentang {after.tentang}"
        more = f" {one.catatan}" if one.catatan else ""
        return f"{self.name(one)} {words}.{more}"


def read(file: str, text: str, umum: Daftar | None = None) -> tuple[Daftar, list[Kesalahan]]:
    """The regulations a file declares, and every fault in it; its kinds may be those of umum."""
    lembar, found = open_lembar(file, text)
    if lembar is None:
        return Daftar(), found
    kinds = {one.name: _kind(one) for one in lembar.table("jenis").each()}
    below = umum or Daftar()
    sheets = list(lembar.table("peraturan").each())
    laws = {one.name: _law(one, {**below.jenis, **kinds}) for one in sheets}
    own = Daftar(kinds, laws)
    _successors(below.over(own), sheets)
    lembar.close()
    return own, sorted(found)


def _kind(sheet: Lembar) -> Jenis:
    _named(sheet)
    written = sheet.texts("ditulis")
    if any(len(one) < 2 for one in written):
        sheet.fault("ditulis", "Setiap cara menulis jenis peraturan sedikitnya dua huruf.")
    return Jenis(
        sheet.name, sheet.text("nama", wajib=True), tuple(one for one in written if len(one) > 1)
    )


def _law(sheet: Lembar, kinds: Mapping[str, Jenis]) -> Peraturan:
    _named(sheet)
    if not sheet.has("jenis"):
        sheet.fault("", f"jenis {sheet.name} belum diisi. Pilihan: {', '.join(sorted(kinds))}.")
    nomor = sheet.text("nomor", wajib=True)
    if nomor and not _NOMOR.fullmatch(nomor):
        sheet.fault("nomor", 'nomor hanya angka di antara tanda kutip, misalnya "14".')
    if not sheet.has("tahun"):
        sheet.fault("", f"tahun {sheet.name} belum diisi.")
    source = sheet.text("sumber")
    if _ALAMAT.search(source):
        sheet.fault("sumber", "sumber ditulis dengan kata-kata, tanpa alamat web.")
    return Peraturan(
        sheet.name,
        sheet.one_of("jenis", sorted(kinds), ""),
        nomor.lstrip("0") or nomor,
        sheet.whole("tahun", 0, TAHUN_PERTAMA, TAHUN_TERAKHIR),
        sheet.text("tentang", wajib=True),
        sheet.one_of("keadaan", tuple(KEADAAN), BERLAKU),
        sheet.text("pengganti"),
        sheet.text("catatan"),
        source,
        sheet.texts("sebutan"),
    )


def _named(sheet: Lembar) -> None:
    if not NAMA.fullmatch(sheet.name):
        sheet.fault(
            "", f"Nama '{sheet.name}' harus huruf kecil, angka, dan '_', misalnya uu_14_2008."
        )


def _successors(all_: Daftar, sheets: list[Lembar]) -> None:
    """A successor is there, and following successors never comes round."""
    for sheet in sheets:
        one = all_.peraturan[sheet.name]
        if one.keadaan == DIGANTI and not one.pengganti:
            sheet.fault("keadaan", f"{sheet.name} diganti, tetapi penggantinya belum disebut.")
        if one.keadaan == BERLAKU and one.pengganti:
            sheet.fault("pengganti", f"{sheet.name} berlaku, jadi tidak punya pengganti.")
        if one.pengganti and one.pengganti not in all_.peraturan:
            sheet.fault("pengganti", f"Peraturan '{one.pengganti}' tidak ada di daftar ini.")
        seen, at = {one.id}, one
        while (at := all_.peraturan.get(at.pengganti, Peraturan("", "", "", 0, ""))).id:
            if at.id in seen:
                sheet.fault("pengganti", f"Pengganti {sheet.name} kembali ke {at.id} sendiri.")
                break
            seen.add(at.id)
