"""What a draft of an SOP says on pages, in the words of the office."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from service.domain.sop.bahan import (
    BUTIR,
    EDISI,
    FISIK,
    KIRIMAN,
    NASKAH,
    NOMOR,
    TANDA,
    Bahan,
)
from service.domain.sop.bentuk import BERIKUT, SELESAI
from service.domain.sop.formulir import ISIAN
from service.domain.sop.konsep import BarisKonsep, SopKonsep
from service.domain.sop.konsep_susun import ids
from service.domain.sop.waktu import KATA, KATEGORI, MENIT, ULANG, read_waktu

WUJUD = {
    NASKAH: "naskah dinas",
    KIRIMAN: "file yang masuk",
    FISIK: "barang fisik",
    EDISI: "edisi daftar (DIP atau DIK)",
    NOMOR: "nomor",
    BUTIR: "butir informasi",
    TANDA: "catatan bahwa sesuatu sudah dilakukan",
}
_SEBAB = (
    (
        re.compile(r"bahan baru \w+: periksa wujudnya di usulan bahan\.toml"),
        "belum ada di daftar kantor, jadi dibuat bahan baru; periksa wujudnya",
    ),
    (re.compile(r"tambahkan cabang, misalnya cabang = .*"), "isi Keputusan menurut bagannya"),
    (re.compile(r"\bisi cabang\b"), "isi Keputusan"),
    (re.compile(r"yang hanya ikut ke bersama"), "yang hanya ikut ke Yang ikut"),
)
MENUJU = {BERIKUT: "langkah berikutnya", SELESAI: "selesai"}


def field(isian: str) -> str:
    """What a field of a row is called."""
    return {**ISIAN, "kegiatan": "Kegiatan", "nama": "Nama"}.get(isian, isian.replace("_", " "))


def reason(sebab: str) -> str:
    """Why something is not sure, without the keys of the file."""
    for pattern, words in _SEBAB:
        sebab = pattern.sub(words, sebab)
    return sebab


def understood(kata: str) -> str:
    """What the machine makes of the column of time."""
    waktu = read_waktu(kata)
    if not kata.strip():
        return "tanpa norma"
    if waktu.jenis == KATA:
        return "tidak terbaca sebagai lama, jadi tanpa norma"
    if waktu.jenis == KATEGORI:
        return "menurut kategori informasi, tanpa norma"
    if waktu.jenis == ULANG:
        return f"berulang setiap {waktu.jumlah} bulan"
    return f"{waktu.jumlah} {'menit jam kantor' if waktu.satuan == MENIT else 'hari kerja'}"


def text(value: Any) -> str:
    """A value of a file that should be words, as words."""
    if value is None:
        return ""
    return value if isinstance(value, str) else str(value)


def lines(value: Any) -> str:
    """A list of a file, a line each."""
    if isinstance(value, list):
        return "\n".join(text(one) for one in value)
    return text(value)


def many(value: Any) -> list[str]:
    """The words of a list of a file; what is no word is left out."""
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def table(value: Any) -> dict[str, Any]:
    """A table of a file, or an empty one."""
    return value if isinstance(value, dict) else {}


def things(value: Any, bahan: Mapping[str, Bahan]) -> str:
    """Kelengkapan or keluaran by their names."""
    told = []
    for one in value if isinstance(value, list) else []:
        key = one if isinstance(one, str) else text(table(one).get("bahan"))
        name = bahan[key].nama if key in bahan else f"{key} (belum dikenal)"
        when = many(table(one).get("bila"))
        told.append(f"{name} (bila {', '.join(when)})" if when else name)
    return "; ".join(told) or "–"


def actors(konsep: SopKonsep, keys: Sequence[str]) -> str:
    """Who acts, as the SOP calls them."""
    known = table(konsep.kepala.get("pelaksana"))
    told = []
    for key in keys:
        one = known.get(key)
        name = one if isinstance(one, str) else text(table(one).get("sebutan"))
        told.append(name or f"{key} (belum dikenal)")
    return ", ".join(told) or "–"


def goal(konsep: SopKonsep, one: Any) -> str:
    """Where a branch leads, by the place of the row."""
    if one in MENUJU:
        return MENUJU[one]
    for n, (kunci, id_) in enumerate(ids(konsep.langkah).items(), 1):
        if id_ == one and kunci:
            return f"langkah {n}"
    return "belum dipilih"


def place(konsep: SopKonsep, row: BarisKonsep) -> int:
    """Which row of the draft it is, from 1; one past the last where it is gone."""
    keys = [one.kunci for one in konsep.langkah]
    return keys.index(row.kunci) + 1 if row.kunci in keys else len(keys) + 1


def put(isi: dict[str, Any], name: str, value: Any) -> None:
    """A key with its value; none at all where there is nothing to say."""
    if value in ("", [], {}, None):
        isi.pop(name, None)
    else:
        isi[name] = value
