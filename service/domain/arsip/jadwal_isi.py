"""One line of a klasifikasi or JRA as it was written: what it says, and every fault by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from service.domain.arsip.jadwal import BarisJadwal, Retensi
from service.domain.arsip.kode import BENTUK as BENTUK_KODE
from service.domain.arsip.kode import above, clean, is_kode
from service.domain.arsip.lama import BENTUK as BENTUK_LAMA
from service.domain.arsip.lama import Lama, read_lama
from service.domain.informasi.retensi import NASIB_AKHIR, read_retensi

KODE, NAMA, AKTIF, INAKTIF, NASIB, VITAL, KETERANGAN = (
    "kode",
    "nama",
    "aktif",
    "inaktif",
    "nasib",
    "vital",
    "keterangan",
)
SEBUTAN: dict[str, str] = {
    KODE: "Kode klasifikasi",
    NAMA: "Jenis arsip",
    AKTIF: "Retensi aktif",
    INAKTIF: "Retensi inaktif",
    NASIB: "Nasib akhir",
    VITAL: "Arsip vital",
    KETERANGAN: "Keterangan",
}
BATAS = {NAMA: 1000, KETERANGAN: 1000}
_BERKATA = re.compile(
    r"([A-Za-z0-9]{1,10}(?:[./-][A-Za-z0-9]{1,10}){0,7})\.?\s+[-–—:]?\s*([^\W\d].+)"
)
_YA = frozenset({"ya", "vital", "v", "x", "√", "✓", "✔", "true", "1"})
_TIDAK = frozenset({"", "tidak", "-", "–", "—", "bukan", "false", "0"})


@dataclass(frozen=True)
class Salah:
    """What is wrong under one name; a light one is worth a look and stops nothing."""

    nama: str
    kata: str
    ringan: bool = False


@dataclass(frozen=True)
class Terbaca:
    """One line: what was made of it, None where a fault is grave."""

    baris: BarisJadwal | None
    salah: tuple[Salah, ...] = ()


@dataclass
class _Baca:
    """The faults of one line as they are found."""

    isi: Mapping[str, str]
    salah: list[Salah] = field(default_factory=list)

    def at(self, nama: str) -> str:
        return " ".join(self.isi.get(nama, "").split())

    def note(self, nama: str, kata: str) -> None:
        self.salah.append(Salah(nama, kata))


def read_line(isi: Mapping[str, str], *, tahun: bool = False) -> Terbaca:
    """The line under its names; `tahun`: a bare number of the columns of retention counts years."""
    one = _Baca(_parted(isi))
    kode = clean(one.at(KODE))
    if not kode:
        one.note(KODE, "Kode klasifikasi belum diisi.")
    elif not is_kode(kode):
        one.note(KODE, BENTUK_KODE)
    if not one.at(NAMA):
        one.note(NAMA, "Jenis arsip belum diisi.")
    for nama, most in BATAS.items():
        if len(one.at(nama)) > most:
            one.note(nama, f"{SEBUTAN[nama]} paling panjang {most} huruf.")
    retensi = _retention(one, tahun=tahun)
    vital = _vital(one)
    if one.salah:
        return Terbaca(None, tuple(one.salah))
    return Terbaca(BarisJadwal(kode, one.at(NAMA), retensi, vital, one.at(KETERANGAN)))


def _parted(isi: Mapping[str, str]) -> Mapping[str, str]:
    """A code with its words in one cell, as many print it, taken apart."""
    both = " ".join(isi.get(KODE, "").split())
    found = _BERKATA.fullmatch(both)
    if found is None:
        return isi
    named = " ".join(isi.get(NAMA, "").split())
    kata = found[2] if named in ("", both) else named
    return {**isi, KODE: found[1], NAMA: kata}


def _retention(one: _Baca, *, tahun: bool) -> Retensi | None:
    """The line of the JRA: whole, or none at all where the code is only a heading."""
    if not any(one.at(nama) for nama in (AKTIF, INAKTIF, NASIB)):
        return None
    aktif, inaktif = (_length(one, nama, tahun=tahun) for nama in (AKTIF, INAKTIF))
    return Retensi(aktif, inaktif, _fate(one))


def _length(one: _Baca, nama: str, *, tahun: bool) -> Lama:
    text = one.at(nama)
    if not text:
        one.note(nama, f"{SEBUTAN[nama]} belum diisi; bila tidak ada, tulis 0.")
        return Lama()
    found = read_lama(text, tahun=tahun)
    if found is None:
        one.note(nama, f"{SEBUTAN[nama]} '{text[:60]}' tidak terbaca. {BENTUK_LAMA}")
        return Lama()
    if nama == INAKTIF and found.sejak:
        one.note(nama, "Retensi inaktif berjalan sesudah retensi aktif; tulis lamanya saja.")
    return found


def _fate(one: _Baca) -> str:
    text = one.at(NASIB)
    if not text:
        one.note(NASIB, f"Nasib akhir belum diisi. Pilihan: {', '.join(NASIB_AKHIR.values())}.")
        return ""
    known = text.casefold().replace(" ", "_")
    nasib = known if known in NASIB_AKHIR else read_retensi(text).nasib_akhir
    if not nasib:
        choices = ", ".join(NASIB_AKHIR.values())
        one.note(NASIB, f"Nasib akhir '{text[:60]}' tidak terbaca. Pilihan: {choices}.")
    return nasib


def _vital(one: _Baca) -> bool:
    text = one.at(VITAL).casefold()
    if text not in _YA | _TIDAK:
        one.note(VITAL, f"Arsip vital '{text[:60]}' tidak terbaca. Tulis ya atau tidak.")
    return text in _YA


def together(lines: Sequence[BarisJadwal | None]) -> list[tuple[int, Salah]]:
    """What no single line shows, by the place of the line: a code twice, or none above it."""
    first: dict[str, int] = {}
    found = list[tuple[int, Salah]]()
    for n, row in enumerate(lines):
        if row is None:
            continue
        if row.kode in first:
            found.append((n, Salah(KODE, f"Kode {row.kode} sudah ada di atas.")))
        first.setdefault(row.kode, n)
    for n, row in enumerate(lines):
        lacks = next(above(row.kode), "") if row else ""
        if lacks and lacks not in first:
            kata = f"Kode {lacks} di atasnya tidak ada di daftar ini."
            found.append((n, Salah(KODE, kata, ringan=True)))
    return sorted(found, key=lambda one: one[0])
