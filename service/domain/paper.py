"""A kind of naskah as its author declared it: its ruas, its book of numbers, who signs it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from service.domain.kesalahan import Kesalahan
from service.domain.lembar import Lembar, open_lembar
from service.domain.naskah import Naskah
from service.domain.nomor import unknown_tanda
from service.domain.refusals import Refusal
from service.domain.tanggal import panjang

TEKS, DAFTAR_TEKS, DAFTAR_DIP, KOP, PEJABAT = "teks", "daftar_teks", "daftar_dip", "kop", "pejabat"
NOMOR, TANGGAL = "nomor", "tanggal"
# What an isian of each jenis must be; the parts a table must have.
BENTUK: dict[str, type] = {
    TEKS: str,
    NOMOR: str,
    TANGGAL: str,
    DAFTAR_TEKS: list,
    DAFTAR_DIP: list,
    KOP: dict,
    PEJABAT: dict,
}
ASAL = ("instansi", "petugas", "daftar", NOMOR, TANGGAL)
GIVEN_LATER = (NOMOR, TANGGAL)
KOSONG = "\u00a0" * 18  # the place of a number or a date that is not given yet


class RuasKosong(Refusal):
    """What the paper needs was not filled in."""

    def __init__(self, label: list[str]) -> None:
        super().__init__(f"Belum diisi: {', '.join(label)}. Lengkapi lalu simpan lagi.")


class RuasSalah(Refusal):
    """An isian is not what its ruas takes."""

    def __init__(self, label: str) -> None:
        super().__init__(f"Isian {label} tidak sesuai bentuknya. Isi ulang melalui formulirnya.")


class PaketSalah(Refusal):
    """The declaration of a kind of naskah has faults."""

    def __init__(self, kesalahan: list[Kesalahan]) -> None:
        super().__init__("\n".join(map(str, kesalahan)))


@dataclass(frozen=True)
class Ruas:
    """One declared field."""

    nama: str
    label: str
    jenis: str
    asal: str
    wajib: bool
    contoh: Any


@dataclass(frozen=True)
class Pasangan:
    """A pair of .docx and .toml; this is what the .toml says."""

    jenis: str
    nama: str
    seri: str
    pola: str
    penandatangan: tuple[str, ...]
    ruas: tuple[Ruas, ...]

    @property
    def contoh(self) -> dict[str, Any]:
        """Its own samples: documentation, test and preview in one."""
        return {ruas.nama: ruas.contoh for ruas in self.ruas}


def names(jenis: str) -> tuple[str, str]:
    """The two files of a pair, below the folder of an instansi."""
    return f"naskah/{jenis}.toml", f"naskah/{jenis}.docx"


def read(jenis: str, text: str, file: str) -> tuple[Pasangan | None, list[Kesalahan]]:
    """The declaration, and every fault in it; None where it cannot be used."""
    sheet, found = open_lembar(file, text)
    if sheet is None:
        return None, found
    buku = sheet.table("buku", wajib=True)
    pasangan = Pasangan(
        jenis,
        sheet.text("nama", wajib=True),
        buku.text("seri", wajib=True),
        buku.text("pola", wajib=True),
        sheet.texts("penandatangan", wajib=True),
        tuple(_ruas(one) for one in sheet.tables("ruas")),
    )
    if unknown := unknown_tanda(pasangan.pola):
        buku.fault("pola", f"Tanda {', '.join(unknown)} tidak dikenal pada pola nomor.")
    twice = [ruas.nama for n, ruas in enumerate(pasangan.ruas) if ruas.nama in _named(pasangan, n)]
    for nama in twice:
        sheet.fault("ruas", f"Ruas '{nama}' ditulis lebih dari sekali.")
    sheet.close()
    return (None if any(not one.peringatan for one in found) else pasangan), found


def checked(jenis: str, text: str, file: str) -> Pasangan:
    """The declaration, or PaketSalah with all that is wrong with it."""
    pasangan, found = read(jenis, text, file)
    if pasangan is None:
        raise PaketSalah(found)
    return pasangan


def complete(pasangan: Pasangan, isian: Mapping[str, Any]) -> dict[str, Any]:
    """The isian as the naskah keeps it; RuasKosong or RuasSalah where it will not do."""
    kept: dict[str, Any] = {}
    kosong = []
    for ruas in pasangan.ruas:
        if ruas.asal in GIVEN_LATER:
            continue
        value = isian.get(ruas.nama) or BENTUK[ruas.jenis]()
        if not isinstance(value, BENTUK[ruas.jenis]):
            raise RuasSalah(ruas.label)
        if ruas.wajib and not value:
            kosong.append(ruas.label)
        kept[ruas.nama] = value
    if kosong:
        raise RuasKosong(kosong)
    return kept


def printed(pasangan: Pasangan, naskah: Naskah) -> dict[str, Any]:
    """What is filled into the template: the isian, with number and date or their empty places."""
    later = {NOMOR: naskah.nomor or KOSONG, TANGGAL: _long(naskah.tanggal)}
    given = {ruas.nama: later[ruas.asal] for ruas in pasangan.ruas if ruas.asal in later}
    return dict(naskah.isian) | given


def resep(template: str, isian: Mapping[str, Any]) -> str:
    """The sha256 of all a paper is made from: the template's own, and what is filled in."""
    told = json.dumps([template, isian], sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(told.encode()).hexdigest()


def _long(on: date | None) -> str:
    return panjang(on) if on else KOSONG


def _named(pasangan: Pasangan, before: int) -> set[str]:
    return {ruas.nama for ruas in pasangan.ruas[:before]}


def _ruas(sheet: Lembar) -> Ruas:
    jenis = sheet.one_of("jenis", tuple(BENTUK), TEKS)
    contoh = sheet.any("contoh")
    if not isinstance(contoh, BENTUK[jenis]):
        sheet.fault("contoh", f"contoh belum ada, atau bukan bentuk {jenis}.")
    nama = sheet.text("nama", wajib=True)
    if nama and not nama.isidentifier():
        sheet.fault("nama", f"nama ruas '{nama}' hanya boleh huruf, angka, dan garis bawah.")
    return Ruas(
        nama,
        sheet.text("label", wajib=True),
        jenis,
        sheet.one_of("asal", ASAL, "petugas"),
        sheet.truth("wajib", default=True),
        contoh,
    )
