"""Isian looked over: what is wrong with a value that someone filled in, in words of the office."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from service.domain import ruas as r
from service.domain.angka import ribuan
from service.domain.ruas_baku import empty
from service.domain.ruas_bila import needed
from service.domain.tanggal import BATAS_TERBILANG, nip_faults

BARIS_TERBANYAK = 10_000
DAFTAR_TERBANYAK = 500  # points of one list that a person writes
_SHA256 = re.compile(r"[0-9a-f]{64}")
# Controls, halves of letters, breaks of their own, and marks that turn the writing around.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff"
    r"\u202a-\u202e\u2066-\u2069\u200e\u200f]"
)


def fault(ruas: r.Ruas, value: Any) -> str:
    """What is wrong with a value as it is kept, said of its label; '' where nothing is."""
    if empty(value):
        return ""
    if not isinstance(value, r.BENTUK[ruas.jenis]) or isinstance(value, bool):
        return _BUKAN[ruas.jenis]
    return next(_LOOK[ruas.jenis](ruas, value), "")


def lacking(ruas: r.Ruas, value: Any, there: Mapping[str, Any]) -> Iterator[str]:
    """What must be there for a ruas and is not, by its label, beside what else is `there`."""
    if empty(value):
        if needed(ruas, there):
            yield ruas.label
    elif ruas.jenis == r.PEJABAT and isinstance(value, dict):
        if empty(value.get("nama")):
            yield f"{ruas.label} (nama)"
    elif ruas.jenis == r.DAFTAR and isinstance(value, list):
        for n, row in enumerate(value, 1):
            for kolom in ruas.kolom if isinstance(row, dict) else ():
                yield from (f"{ruas.label} baris {n} ({one})" for one in _cell(kolom, row))


def _cell(kolom: r.Ruas, row: dict[str, Any]) -> Iterator[str]:
    return lacking(kolom, row.get(kolom.nama), row)


def _teks(ruas: r.Ruas, value: str) -> Iterator[str]:
    if "\n" in value or "\r" in value:
        yield "harus satu baris"
    yield from _huruf(ruas, value)


def _huruf(ruas: r.Ruas, value: str) -> Iterator[str]:
    if len(value) > ruas.terpanjang:
        yield f"paling banyak {ribuan(ruas.terpanjang)} huruf, sekarang {ribuan(len(value))}"
    if _UNSEEN.search(value):
        yield "memuat tanda yang tidak terlihat; ketik ulang tanpa tanda itu"


def _hari(_: r.Ruas, value: str) -> Iterator[str]:
    try:
        on = date.fromisoformat(value)
    except ValueError:
        on = date.min
    if on.isoformat() != value:  # also weeks and shorter writings, which Python reads
        yield "bukan tanggal yang ada; tulis seperti 2026-11-21"
    elif not 1900 <= on.year <= 2999:
        yield "harus antara tahun 1900 dan 2999"


def _jumlah(_: r.Ruas, value: int) -> Iterator[str]:
    if not 0 <= value <= BATAS_TERBILANG:
        yield f"harus antara 0 dan {ribuan(BATAS_TERBILANG)}"


def _pilihan(ruas: r.Ruas, value: str) -> Iterator[str]:
    if ruas.pilihan and value not in ruas.pilihan:
        yield f"harus salah satu dari: {', '.join(ruas.pilihan)}"


def _gambar(_: r.Ruas, value: str) -> Iterator[str]:
    if not _SHA256.fullmatch(value):
        yield "bukan gambar yang sudah disimpan; unggah gambarnya"


def _daftar_teks(ruas: r.Ruas, value: list[Any]) -> Iterator[str]:
    if len(value) > DAFTAR_TERBANYAK:
        yield f"paling banyak {DAFTAR_TERBANYAK} butir, sekarang {ribuan(len(value))}"
    for n, one in enumerate(value, 1):
        if not isinstance(one, str):
            yield f"butir {n} harus berupa teks"
        else:
            yield from (f"butir {n} {why}" for why in _teks(ruas, one))


def _daftar(ruas: r.Ruas, value: list[Any]) -> Iterator[str]:
    if len(value) > BARIS_TERBANYAK:
        yield f"paling banyak {ribuan(BARIS_TERBANYAK)} baris, sekarang {ribuan(len(value))}"
    for n, row in enumerate(value, 1):
        if not isinstance(row, dict):
            yield f"baris {n} harus berupa tabel kolom dan isinya"
            continue
        strange = sorted(set(map(str, row)) - {one.nama for one in ruas.kolom})
        if strange and ruas.kolom:
            yield f"baris {n} memuat kolom yang tidak ada: {', '.join(strange)}"
        for kolom in ruas.kolom:
            if why := fault(kolom, row.get(kolom.nama)):
                yield f"baris {n}, {kolom.label} {why}"


def _butir(ruas: r.Ruas, value: list[Any]) -> Iterator[str]:
    if len(value) > BARIS_TERBANYAK:
        yield f"paling banyak {ribuan(BARIS_TERBANYAK)} butir, sekarang {ribuan(len(value))}"
    for n, one in enumerate(value, 1):
        yield from (f"butir {n} {why}" for why in _kunci(ruas, one, r.KUNCI_BUTIR))


def _kunci(ruas: r.Ruas, value: Any, known: tuple[str, ...]) -> Iterator[str]:
    """Faults of a table whose keys are words, numbers and lists of words."""
    if not isinstance(value, dict):
        yield "harus berupa tabel kunci dan isinya"
        return
    if strange := sorted(set(map(str, value)) - set(known)):
        yield f"memuat kunci yang tidak dikenal: {', '.join(strange)}"
    wide = r.Ruas(ruas.nama, ruas.label, r.PARAGRAF)
    for key, held in value.items():
        for one in held if key in r.BERDAFTAR and isinstance(held, list) else [held]:
            if not isinstance(one, str | int) and one is not None:
                yield f"memuat {key} yang bukan teks"
            elif isinstance(one, str):
                yield from (f"bagian {key} {why}" for why in _huruf(wide, one))


def _pejabat(ruas: r.Ruas, value: dict[str, Any]) -> Iterator[str]:
    for key, held in value.items():
        if not isinstance(held, str):
            yield f"memuat {key} yang bukan teks"
            return
        yield from (f"bagian {key} {why}" for why in _teks(ruas, held))
    if len(value) > 1:  # not one field of a form alone
        yield from mandate_faults(value).values()
    # Officers of police and army have numbers of fewer figures, and no rule of ours for them.
    nip = re.sub(r"\s", "", value.get("nip", ""))
    if nip.isdigit() and len(nip) > 14 and (why := nip_faults(nip)):
        yield f"memuat NIP yang keliru: {why}"


def mandate_faults(pejabat: dict[str, str]) -> dict[str, str]:
    """What is missing above the signature of who signs for another, by the key that lacks it."""
    sebagai, found = pejabat.get("sebagai", "").strip(), dict[str, str]()
    if sebagai in ("a.n.", "u.b.") and not pejabat.get("jabatan_sendiri", "").strip():
        found["jabatan_sendiri"] = (
            f"belum memuat jabatan sendiri, yang diperlukan {sebagai} di atas tanda tangan"
        )
    if sebagai == "u.b." and not pejabat.get("melalui", "").strip():
        found["melalui"] = (
            "belum memuat jabatan yang diberi mandat, yang diperlukan u.b. di atas tanda tangan"
        )
    return found


def _kop(ruas: r.Ruas, value: dict[str, Any]) -> Iterator[str]:
    yield from _kunci(ruas, value, r.KUNCI_KOP)


def _dip(_: r.Ruas, value: list[Any]) -> Iterator[str]:
    for n, one in enumerate(value, 1):
        rows = one.get("baris") if isinstance(one, dict) else None
        if not isinstance(rows, list) or not isinstance(one.get("kategori"), str):
            yield f"golongan {n} harus memuat kategori dan baris"
            continue
        if not all(isinstance(row, dict) for row in rows):
            yield f"golongan {n} memuat baris yang bukan tabel"


_LOOK: dict[str, Callable[[r.Ruas, Any], Iterator[str]]] = {
    r.TEKS: _teks,
    r.NOMOR: _teks,
    r.PARAGRAF: _huruf,
    r.TANGGAL: _hari,
    r.BILANGAN: _jumlah,
    r.RUPIAH: _jumlah,
    r.PILIHAN: _pilihan,
    r.GAMBAR: _gambar,
    r.DAFTAR_TEKS: _daftar_teks,
    r.DAFTAR: _daftar,
    r.BUTIR: _butir,
    r.PEJABAT: _pejabat,
    r.KOP: _kop,
    r.DAFTAR_DIP: _dip,
}
_TEKS, _TABEL = "harus berupa teks", "harus berupa daftar tabel"
_BUKAN: dict[str, str] = {
    r.TEKS: _TEKS,
    r.NOMOR: _TEKS,
    r.PARAGRAF: "harus berupa teks, alinea dipisah baris kosong",
    r.TANGGAL: "harus berupa tanggal seperti 2026-11-21",
    r.BILANGAN: "harus berupa bilangan bulat",
    r.RUPIAH: "harus berupa bilangan bulat rupiah, tanpa sen",
    r.PILIHAN: "harus berupa teks dari pilihannya",
    r.GAMBAR: "harus berupa gambar yang diunggah",
    r.DAFTAR_TEKS: "harus berupa daftar teks",
    r.DAFTAR: _TABEL,
    r.BUTIR: _TABEL,
    r.DAFTAR_DIP: _TABEL,
    r.PEJABAT: "harus berupa tabel jabatan dan nama",
    r.KOP: "harus berupa tabel nama dan alamat",
}
