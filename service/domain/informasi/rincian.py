"""A piece of information field by field, in words: as a page shows it, and beside what it was."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.informasi import bentuk
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.lengkap import NAMA
from service.domain.informasi.sumbu import BILAH, KEAMANAN
from service.domain.kiriman import Fisik

LAINNYA = {
    "kode_klasifikasi": "Kode klasifikasi arsip",
    "alamat": "Alamat di internet",
    "dasar": "Dasar masuk daftar",
    "bahasa": "Bahasa",
    "aksesibilitas": "Aksesibilitas",
    "fisik": "Arsip kertas",
}
SEBUTAN = {**NAMA, **LAINNYA}
# What the history names, and which field of the page that is.
_BAGIAN = {
    "waktu": "waktu_tempat",
    "tempat": "waktu_tempat",
    "bentuk_tertulis": "bentuk",
    "sidik": "file",
    "ukuran": "file",
}
_SISA = {
    "file": "File",
    "unit": "Unit kerja",
    "letak": "Letak dalam dokumen",
    "dik": "Baris DIK",
    "salinan_dari": "Asal salinan",
}


@dataclass(frozen=True)
class Sanding:
    """One field, before and now."""

    ruas: str
    sebelum: str
    sesudah: str

    @property
    def beda(self) -> bool:
        """Whether it says something else; how a cell is spaced says nothing."""
        return self.sebelum.split() != self.sesudah.split()


def rincian(one: Informasi) -> dict[str, str]:
    """What it says under each name, '' where nothing; the seven elements first."""
    told, more = one.unsur, one.pelengkap
    return {
        "ringkasan": told.ringkasan,
        "penguasa": told.penguasa,
        "penanggung_jawab": told.penanggung_jawab,
        "waktu_tempat": ", ".join(filter(None, (told.tempat, told.waktu.tertulis))),
        "bentuk": bentuk.told(told.bentuk, told.bentuk_tertulis),
        "retensi": told.retensi.kata,
        "kategori": BILAH.get(one.kategori, one.kategori),
        "keamanan": KEAMANAN.get(one.keamanan, one.keamanan),
        "kode_klasifikasi": more.kode_klasifikasi,
        "alamat": more.alamat,
        "dasar": more.dasar,
        "bahasa": more.bahasa if more.bahasa != "id" else "",
        "aksesibilitas": ", ".join(more.aksesibilitas),
        "fisik": paper(more.fisik),
    }


def beside(before: Informasi | None, now: Informasi) -> tuple[Sanding, ...]:
    """Every field that says anything, now or before."""
    was, here = rincian(before) if before else {}, rincian(now)
    pairs = (Sanding(name, was.get(name, ""), here[name]) for name in here)
    return tuple(one for one in pairs if one.sebelum or one.sesudah)


def paper(one: Fisik) -> str:
    """Where the paper lies and how it is."""
    many = f"{one.jumlah} {one.satuan}" if one.jumlah else ""
    return ", ".join(filter(None, (one.lokasi, many, one.kondisi.replace("_", " "), one.tingkat)))


def named(ruas: tuple[str, ...]) -> str:
    """The fields that a line of the history names, as the page calls them."""
    names = (_BAGIAN.get(one, one) for one in ruas)
    told = dict.fromkeys(SEBUTAN.get(one) or _SISA.get(one, "") for one in names)
    return ", ".join(filter(None, told))
