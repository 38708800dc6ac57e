"""Reading the number series of an agency."""

from __future__ import annotations

import re
from collections.abc import Iterable

from service.domain.lembar import Lembar
from service.domain.pola import unknown_tanda
from service.domain.seri import BULANAN, PER, TAHUNAN, TERUS, Lanjut, Seri
from service.domain.sisipan import CARA as SISIPAN

_TANDA = re.compile(r"\{[A-Z_]+(?::0?\d)?\}")
_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")


def read_seri(sheet: Lembar) -> tuple[Seri, ...]:
    """The series of an agency, in the author's order."""
    found = [_one_seri(child) for child in sheet.each()]
    written = [(one.pola, one.kode_klasifikasi) for one in found]
    for n in again(written):
        twin = found[written.index(written[n])].id
        sheet.warn(
            found[n].id, f"Seri {found[n].id} dan {twin} berpola sama; nomornya dapat kembar."
        )
    return tuple(found)


def _one_seri(sheet: Lembar) -> Seri:
    pola = sheet.text("pola", wajib=True)
    one = Seri(
        id=sheet.name,
        nama=sheet.text("nama", wajib=True),
        pola=pola,
        reset=sheet.one_of("reset", (TAHUNAN, BULANAN, TERUS), TAHUNAN),
        sisipan=sheet.one_of("sisipan", SISIPAN, "huruf_kecil"),
        kode_klasifikasi=sheet.text("kode_klasifikasi"),
        lanjut=_lanjut(sheet.table("lanjut")) if sheet.has("lanjut") else None,
        jenis=sheet.text("jenis"),
        per=_per(sheet),
    )
    if not _ID.fullmatch(one.id):
        sheet.fault("", f"Nama seri '{one.id}' harus huruf kecil, angka, '_' atau '-'.")
    if pola:
        _check_pola(sheet, one)
    return one


def _check_pola(sheet: Lembar, one: Seri) -> None:
    if unknown := unknown_tanda(one.pola):
        sheet.fault("pola", f"Tanda {{{'}, {'.join(unknown)}}} tidak dikenal dalam pola.")
    if re.search(r"[{}]", _TANDA.sub("", one.pola)):
        sheet.fault("pola", "Kurung kurawal dalam pola tidak berpasangan; tulis seperti {NOMOR:3}.")
    if not re.search(r"\{NOMOR[:}]", one.pola):
        sheet.fault("pola", "Pola harus memuat {NOMOR}.")
    if "{KODE_KLASIFIKASI}" in one.pola and not one.kode_klasifikasi:
        sheet.fault("pola", "Pola memuat {KODE_KLASIFIKASI}, tetapi kode_klasifikasi belum diisi.")
    if "{JENIS}" in one.pola and not one.jenis:
        sheet.fault("pola", "Pola memuat {JENIS}, tetapi jenis belum diisi.")
    if one.reset == BULANAN and not {"{BULAN}", "{BULAN_ROMAWI}"} & set(_TANDA.findall(one.pola)):
        sheet.warn("pola", "Pola tanpa bulan menulis nomor yang sama setiap bulan.")
    if "unit" in one.per and "{KODE_UNIT}" not in one.pola:
        sheet.warn("pola", "Buku per unit tanpa {KODE_UNIT} menulis nomor yang sama di tiap unit.")
    if "penandatangan" in one.per and "{KODE_JABATAN}" not in one.pola:
        sheet.warn("pola", "Buku per penanda tangan tanpa {KODE_JABATAN} menulis nomor yang sama.")
    if one.reset == TAHUNAN and "{TAHUN}" not in one.pola:
        sheet.warn("pola", "Pola tanpa {TAHUN} menulis nomor yang sama setiap tahun.")


def _per(sheet: Lembar) -> tuple[str, ...]:
    told = sheet.texts("per")
    for one in told:
        if one not in PER:
            sheet.fault("per", f"per '{one}' tidak dikenal. Pilihan: {', '.join(PER)}.")
    return tuple(one for one in PER if one in told)


def _lanjut(sheet: Lembar) -> Lanjut:
    return Lanjut(sheet.whole("tahun", 2000, 2000, 2999), sheet.whole("nomor", 1, 1, 9_999_999))


def again(keys: Iterable[object]) -> list[int]:
    """The places of keys that stood before."""
    seen: set[object] = set()
    found = []
    for n, key in enumerate(keys):
        if key in seen:
            found.append(n)
        seen.add(key)
    return found
