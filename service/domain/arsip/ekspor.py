"""The register of archives in open forms, to be handed to ANRI or an LKD: CSV and XML."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from service.domain.arsip.arsip import KEADAAN, Arsip
from service.domain.fisik import KONDISI, TINGKAT
from service.domain.informasi.retensi import NASIB_AKHIR

RUMUS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet might take for a formula
# The names that ANRI gives the elements (Perka 21/2011), and as they stand in XML.
LAJUR: dict[str, str] = {
    "nomor_arsip": "Nomor Arsip",
    "kode_klasifikasi": "Kode Klasifikasi",
    "pencipta_arsip": "Pencipta Arsip",
    "unit_pengolah": "Unit Pengolah",
    "uraian_informasi": "Uraian Informasi",
    "kurun_waktu": "Kurun Waktu",
    "jumlah": "Jumlah",
    "satuan": "Satuan",
    "tingkat_perkembangan": "Tingkat Perkembangan",
    "kondisi": "Kondisi",
    "klasifikasi_akses": "Klasifikasi Akses",
    "kategori_arsip": "Kategori Arsip",
    "tanggal_ditutup": "Tanggal Ditutup",
    "retensi_aktif": "Retensi Aktif",
    "aktif_sampai": "Aktif Sampai",
    "retensi_inaktif": "Retensi Inaktif",
    "inaktif_sampai": "Inaktif Sampai",
    "nasib_akhir": "Nasib Akhir",
    "tempat_simpan": "Tempat Simpan",
    "status": "Status",
    "tanggal_pergi": "Tanggal Pergi",
}


@dataclass(frozen=True)
class Baris:
    """One archive with what its matter and its place are called."""

    arsip: Arsip
    judul: str
    pencipta: str
    unit: str
    tempat: str
    rahasia: bool


def told(one: Baris) -> dict[str, str]:
    """The archive by the names of the elements."""
    a = one.arsip
    known = bool(a.retensi.nasib)
    return {
        "nomor_arsip": a.id,
        "kode_klasifikasi": a.kode,
        "pencipta_arsip": one.pencipta,
        "unit_pengolah": one.unit,
        "uraian_informasi": one.judul,
        "kurun_waktu": str(a.ditutup.year),
        "jumlah": str(a.jumlah or 1),
        "satuan": a.satuan if a.jumlah and a.satuan else "berkas",
        "tingkat_perkembangan": TINGKAT.get(a.tingkat, ""),
        "kondisi": KONDISI.get(a.kondisi, ""),
        "klasifikasi_akses": "Tertutup" if one.rahasia else "Terbuka",
        "kategori_arsip": "Vital" if a.vital else "Umum",
        "tanggal_ditutup": _day(a.ditutup),
        "retensi_aktif": a.retensi.aktif.kata if known else "",
        "aktif_sampai": _day(a.aktif_sampai),
        "retensi_inaktif": a.retensi.inaktif.kata if known else "",
        "inaktif_sampai": _day(a.inaktif_sampai),
        "nasib_akhir": NASIB_AKHIR.get(a.nasib, ""),
        "tempat_simpan": one.tempat,
        "status": KEADAAN[a.keadaan],
        "tanggal_pergi": _day(a.pergi),
    }


def as_csv(rows: Iterable[Baris]) -> bytes:
    """One archive to a line; begins with the mark by which Excel knows UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(LAJUR.values())
    for one in rows:
        writer.writerow([_safe(value) for value in told(one).values()])
    return ("\ufeff" + out.getvalue()).encode()


def as_xml(rows: Iterable[Baris], dibuat: date) -> bytes:
    """The same as `<daftar_arsip>` with an `<arsip>` for each; what says nothing is left out."""
    root = ET.Element("daftar_arsip", dibuat=dibuat.isoformat())
    for one in rows:
        line = ET.SubElement(root, "arsip")
        for name, value in told(one).items():
            if value:
                ET.SubElement(line, name).text = _plain(value)
    ET.indent(root)
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(RUMUS) else text


def _plain(text: str) -> str:
    """Without the letters that no XML may hold."""
    return "".join(x if x in "\t\n\r" or x >= " " else " " for x in text)
