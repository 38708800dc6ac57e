"""Reading one SOP file: the SOP, and every fault at once, each at its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from service.domain import tafsir
from service.domain.kesalahan import Kesalahan
from service.domain.lembar import Lembar, open_lembar
from service.domain.sop import bentuk as b
from service.domain.sop.bahan import NAMA, Daftar
from service.domain.sop.bentuk import Sop
from service.domain.sop.identitas_baca import read_identitas
from service.domain.sop.periksa import examine
from service.domain.sop.waktu import KATA, ULANG, Waktu, read_waktu
from service.domain.wewenang import PERAN

_ID = re.compile(r"[a-z0-9][a-z0-9_]{0,39}")
_HASIL = re.compile(r"[a-z][a-z0-9_]{0,39}")
TERBANYAK = 200  # rows; an official table has five to forty


def read_text(
    kode: str, file: str, text: str, bahan: Daftar, lain: Collection[str] | None = ()
) -> tuple[Sop | None, list[Kesalahan]]:
    """The SOP a file describes; None where it is no TOML or has faults that stop it.

    `bahan` is what kelengkapan and keluaran may name, `lain` the SOPs that a row may call; None
    where that was found good before.
    """
    top, found = open_lembar(file, text)
    if top is None:
        return None, found
    rows = top.tables("langkah")
    if len(rows) > TERBANYAK:
        top.fault(
            "langkah",
            f"SOP ini punya {len(rows)} langkah; paling banyak {TERBANYAK}. Pecah menjadi beberapa "
            "SOP yang saling merujuk.",
        )
        return None, found
    parts = top.tables("bagian")
    sop = _sop(kode, top, rows, parts)
    examine(sop, bahan, lain, _Tempat(top, rows, parts))
    top.close()
    usable = not any(not one.peringatan for one in found)
    return (sop if usable else None), sorted(found)


class _Tempat:
    """Where a fault that shows only in the whole is noted."""

    def __init__(self, top: Lembar, rows: list[Lembar], parts: list[Lembar]) -> None:
        self._top, self._rows, self._parts = top, rows, parts

    def top(self, key: str, sebab: str) -> None:
        self._top.fault(key, sebab)

    def row(self, n: int, key: str, sebab: str) -> None:
        self._rows[n].fault(key, sebab)

    def warn(self, n: int, key: str, sebab: str) -> None:
        self._rows[n].warn(key, sebab)

    def part(self, n: int, key: str, sebab: str) -> None:
        self._parts[n].fault(key, sebab)


def _sop(kode: str, top: Lembar, rows: list[Lembar], parts: list[Lembar]) -> Sop:
    nama = top.text("nama", wajib=True)
    actors = _pelaksana(top.table("pelaksana", wajib=True))
    return Sop(
        kode=kode,
        nama=nama,
        judul=top.text("judul", nama),
        nomor=top.text("nomor"),
        pelaksana=actors,
        langkah=_langkah(rows),
        bagian=tuple(_bagian(sheet) for sheet in parts),
        berkala=_berkala(top),
        buka=_buka(top.table("buka")),
        identitas=read_identitas(top.table("identitas")),
        tafsir=_tafsir(top),
    )


def _pelaksana(sheet: Lembar) -> tuple[b.Pelaksana, ...]:
    found = []
    for key, written in sheet.isi.items():
        if isinstance(written, str):
            one = b.Pelaksana(key, sheet.text(key, wajib=True), key)
            hint = f'; tulis {key} = {{ sebutan = "{one.sebutan}", peran = "…" }}'
        else:
            child = sheet.table(key)
            one = b.Pelaksana(
                key,
                child.text("sebutan", wajib=True),
                child.text("peran", key),
                child.text("kelompok"),
            )
            hint = ""
        if not NAMA.fullmatch(key):
            sheet.fault(key, f"Nama pelaksana '{key}' harus huruf kecil, angka, dan '_'.")
        if one.peran not in PERAN:
            sheet.fault(
                key, f"Peran '{one.peran}' tidak dikenal{hint}. Pilihan: {', '.join(PERAN)}."
            )
        found.append(one)
    return tuple(found)


def _langkah(rows: list[Lembar]) -> tuple[b.Langkah, ...]:
    found, nomor = [], 0
    for sheet in rows:
        inferred = sheet.any("tafsir") is True
        nomor += 0 if inferred else 1
        found.append(_row(sheet, 0 if inferred else nomor))
    return tuple(found)


def _row(sheet: Lembar, nomor: int) -> b.Langkah:
    written = sheet.table("tertulis")
    return b.Langkah(
        id=_id(sheet, str(nomor) if nomor else ""),
        nomor=nomor,
        kegiatan=sheet.text("kegiatan", wajib=True),
        pelaksana=sheet.texts("pelaksana", wajib=True),
        bersama=sheet.texts("bersama"),
        kelengkapan=_kelengkapan(sheet),
        waktu=_waktu(sheet),
        keluaran=sheet.texts("keluaran"),
        cukup=_cukup(sheet.table("cukup")),
        keterangan=sheet.text("keterangan"),
        cabang=_cabang(sheet),
        untuk=sheet.one_of("untuk", ("", b.PER_UNIT, b.PER_BUTIR), ""),
        hanya=sheet.texts("hanya"),
        bagian=sheet.text("bagian", b.UTAMA),
        rujukan=sheet.text("rujukan"),
        lembar=_lembar(sheet),
        tahap=tuple(_tahap(child, n) for n, child in enumerate(sheet.tables("tahap"), 1)),
        disimpulkan=_disimpulkan(sheet),
        tertulis=b.Tertulis(
            written.text("kelengkapan") if written.has("kelengkapan") else None,
            written.text("keluaran") if written.has("keluaran") else None,
        ),
    )


def _id(sheet: Lembar, default: str) -> str:
    id_ = sheet.text("id", default)
    if not id_:
        sheet.fault("", 'Langkah tafsir perlu id sendiri, misalnya id = "masuk_dik".')
    elif not _ID.fullmatch(id_) or id_ in (b.BERIKUT, b.SELESAI):
        sheet.fault("id", f"id langkah '{id_}' harus huruf kecil, angka, dan '_'.")
    return id_


def _kelengkapan(sheet: Lembar) -> tuple[b.Syarat, ...]:
    found = []
    written = sheet.any("kelengkapan")
    if written is not None and not isinstance(written, list):
        sheet.fault("kelengkapan", 'kelengkapan harus berupa daftar, misalnya ["surat"].')
        return ()
    for one in written or []:
        match one:
            case str():
                found.append(b.Syarat(one))
            case {"bahan": str(name), "bila": [*outcomes]} if _only_text(outcomes) and outcomes:
                found.append(b.Syarat(name, tuple(outcomes)))
            case _:
                sheet.fault(
                    "kelengkapan",
                    "Isi kelengkapan harus teks, atau seperti "
                    '{ bahan = "dip", bila = ["terbuka"] }.',
                )
    return tuple(found)


def _only_text(many: list[Any]) -> bool:
    return all(isinstance(one, str) for one in many)


def _waktu(sheet: Lembar) -> Waktu:
    waktu = read_waktu(sheet.text("waktu"))
    if waktu.jenis == KATA:
        sheet.warn(
            "waktu",
            f"Waktu '{waktu.kata}' tidak terbaca sebagai lama, jadi langkah ini tanpa norma. "
            "Contoh yang terbaca: 15 menit, 1 jam, 2 hari, 1 bulan.",
        )
    return waktu


def _berkala(sheet: Lembar) -> Waktu:
    written = sheet.text("berkala")
    waktu = read_waktu(written)
    if written and waktu.jenis != ULANG:
        sheet.fault("berkala", f"berkala '{written}' harus seperti 1 bulan atau 6 bulan.")
        return Waktu()
    return waktu


def _cabang(sheet: Lembar) -> Mapping[str, str]:
    child = sheet.table("cabang")
    found = {}
    for key in child.isi:
        if not _HASIL.fullmatch(key):
            child.fault(key, f"Hasil '{key}' harus huruf kecil, angka, dan '_'.")
        found[key] = child.text(key, wajib=True)
    return found


def _cukup(sheet: Lembar) -> Mapping[str, str]:
    return {name: sheet.text(name, wajib=True) for name in sheet.isi}


def _lembar(sheet: Lembar) -> tuple[str, ...]:
    found = sheet.texts("lembar")
    for one in found:
        if one not in b.LEMBAR:
            known = "; ".join(f"{name} ({words})" for name, words in b.LEMBAR.items())
            sheet.fault("lembar", f"lembar '{one}' tidak dikenal. Pilihan: {known}.")
    return tuple(one for one in found if one in b.LEMBAR)


def _tahap(sheet: Lembar, n: int) -> b.Tahap:
    return b.Tahap(
        id=_id(sheet, str(n)),
        kegiatan=sheet.text("kegiatan", wajib=True),
        pelaksana=sheet.texts("pelaksana", wajib=True),
        keluaran=sheet.texts("keluaran"),
        cabang=_cabang(sheet),
    )


def _disimpulkan(sheet: Lembar) -> tuple[str, ...]:
    """The fields that are our reading; a whole row that is needs no list."""
    written = sheet.any("tafsir")
    if written is None or isinstance(written, bool):
        return ()
    found = sheet.texts("tafsir")
    for one in found:
        if not sheet.has(one):
            sheet.fault("tafsir", f"tafsir '{one}' tidak menunjuk isian langkah ini.")
    return found


def _bagian(sheet: Lembar) -> b.Bagian:
    return b.Bagian(
        id=_id(sheet, ""),
        nama=sheet.text("nama", wajib=True),
        langkah=sheet.texts("langkah"),
        berkala=_berkala(sheet),
    )


def _buka(sheet: Lembar) -> b.Buka:
    return b.Buka(
        kiriman=sheet.texts("kiriman"),
        petugas=sheet.truth("petugas", default=True),
        tenggat=sheet.text("tenggat"),
        tenggat_bila=sheet.texts("tenggat_bila"),
        rujukan=sheet.truth("rujukan", default=False),
    )


def _tafsir(top: Lembar) -> tuple[str, ...]:
    found = top.texts("tafsir")
    for path in found:
        if tafsir.at(top.isi, path) is tafsir.TIADA:
            top.fault("tafsir", f"tafsir '{path}' tidak menunjuk apa pun di file ini.")
    return found
