"""Reading kenali.toml with every fault at its line; an agency's rules cover the common ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TypeVar

from service.domain.aturan import (
    AMBANG,
    CARA,
    DAFTAR,
    DAFTAR_PETUGAS,
    DI,
    Aturan,
    Jenis,
    Kenali,
)
from service.domain.baca_surat import SIFAT
from service.domain.cocok import wrong_pola
from service.domain.instansi import Instansi
from service.domain.kesalahan import Kesalahan
from service.domain.lembar import Lembar, open_lembar
from service.domain.seri_baca import again

T = TypeVar("T", Kenali, Jenis)
_ID = re.compile(r"[a-z][a-z0-9_.]{0,59}")
_BENTUK_ID = "huruf kecil, angka, '_' dan '.'"


def read_text(
    file: str, teks: str, umum: Aturan | None = None, instansi: Instansi | None = None
) -> tuple[Aturan | None, list[Kesalahan]]:
    """The rules a file adds to the common ones, and its faults; None where it is no TOML."""
    sheet, found = open_lembar(file, teks)
    if sheet is None:
        return None, found
    under = umum or Aturan()
    ambang = sheet.whole("ambang", under.ambang if umum else AMBANG, 50, 100)
    kinds = tuple(_jenis(one, instansi) for one in sheet.tables("jenis"))
    _twice(sheet, "jenis", [one.id for one in kinds])
    jenis = _covered(under.jenis, kinds)
    rules = tuple(
        _kenali(one, {kind.id for kind in jenis}, instansi) for one in sheet.tables("kenali")
    )
    _twice(sheet, "kenali", [one.id for one in rules])
    sheet.close()
    return Aturan(_covered(under.kenali, rules), jenis, ambang), sheet.found


def _jenis(sheet: Lembar, instansi: Instansi | None) -> Jenis:
    buku = sheet.text("buku")
    if buku and instansi and instansi.seri and instansi.seri_of(buku) is None:
        sheet.fault("buku", f"Seri '{buku}' tidak ada pada [seri] di instansi.toml.")
    return Jenis(
        id=_id(sheet),
        nama=sheet.text("nama", wajib=True),
        daftar=sheet.one_of("daftar", DAFTAR, DAFTAR_PETUGAS),
        buku=buku,
        cadangan=sheet.truth("cadangan", default=False),
    )


def _kenali(sheet: Lembar, jenis: Collection[str], instansi: Instansi | None) -> Kenali:
    cara = sheet.one_of("cara", tuple(CARA), "salah_satu")
    di = sheet.one_of("di", tuple(DI), "isi")
    if not sheet.has("di"):
        sheet.fault("", 'di belum diisi; tulis di mana kata itu dicari, misalnya di = "judul".')
    rule = Kenali(
        id=_id(sheet),
        jenis=sheet.text("jenis", wajib=True),
        di=di,
        cara=cara,
        kata=sheet.texts("kata", wajib=True),
        bobot=sheet.whole("bobot", AMBANG, 1, 100),
        kecuali=sheet.texts("kecuali"),
        sifat=sheet.one_of("sifat", ("", *dict.fromkeys(SIFAT.values())), ""),
        unit=sheet.text("unit"),
    )
    if rule.jenis and rule.jenis not in jenis:
        sheet.fault("jenis", f"Jenis '{rule.jenis}' tidak dikenal; tambahkan [[jenis]] untuknya.")
    if rule.unit and instansi and instansi.unit_of(rule.unit) is None:
        sheet.fault("unit", f"Unit '{rule.unit}' tidak ada di instansi.toml.")
    _check_kata(sheet, rule)
    return rule


def _check_kata(sheet: Lembar, rule: Kenali) -> None:
    for one in rule.kata:
        if rule.cara == "pola" and (wrong := wrong_pola(one)):
            sheet.fault("kata", f"Pola '{one}' tidak dapat dipakai: {wrong}.")
        elif rule.cara != "pola" and len(re.findall(r"\w", one)) < 2:
            sheet.fault("kata", f"Kata '{one}' terlalu pendek untuk mengenali sesuatu.")


def _id(sheet: Lembar) -> str:
    value = sheet.text("id", wajib=True)
    if value and not _ID.fullmatch(value):
        sheet.fault("id", f"id '{value}' hanya boleh memuat {_BENTUK_ID}.")
    return value


def _twice(sheet: Lembar, key: str, ids: list[str]) -> None:
    for n in again(ids):
        if ids[n]:
            sheet.fault(key, f"id '{ids[n]}' ditulis dua kali pada [[{key}]].")


def _covered(under: Iterable[T], over: Iterable[T]) -> tuple[T, ...]:
    """The common ones, each replaced by the agency's of the same id, then what it adds."""
    kept = {one.id: one for one in under}
    return tuple((kept | {one.id: one for one in over}).values())
