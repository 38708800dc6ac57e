"""Reading the number series of an agency."""

from __future__ import annotations

import re
from collections.abc import Iterable

from service.domain.instansi import SISIPAN, TAHUNAN, TERUS, Lanjut, Seri
from service.domain.lembar import Lembar
from service.domain.nomor import unknown_tanda

_TANDA = re.compile(r"\{[A-Z_]+(?::0?\d)?\}")


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
        reset=sheet.one_of("reset", (TAHUNAN, TERUS), TAHUNAN),
        sisipan=sheet.one_of("sisipan", SISIPAN, "huruf_kecil"),
        kode_klasifikasi=sheet.text("kode_klasifikasi"),
        lanjut=_lanjut(sheet.table("lanjut")) if sheet.has("lanjut") else None,
    )
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
    if one.reset == TAHUNAN and "{TAHUN}" not in one.pola:
        sheet.warn("pola", "Pola tanpa {TAHUN} menulis nomor yang sama setiap tahun.")


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
