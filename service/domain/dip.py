"""The Daftar Informasi Publik as a table: seven columns, grouped by klasifikasi."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any

from service.domain.daftar_unit.golongan import DIKECUALIKAN
from service.domain.daftar_unit.golongan import bar as announced
from service.domain.daftar_unit.kata import counted, polos
from service.domain.refusals import Refusal

# Perki 1/2021 (as Perki 1/2010, Lampiran II): the seven columns, in the law's words.
LAJUR = {
    "no": "No",
    "ringkasan": "Ringkasan Isi Informasi",
    "penguasa": "Pejabat/Unit/Satuan Kerja yang Menguasai Informasi",
    "penanggung_jawab": "Penanggung Jawab Pembuatan atau Penerbitan Informasi",
    "waktu_tempat": "Waktu dan Tempat Pembuatan Informasi",
    "bentuk": "Format/Bentuk Informasi yang Tersedia",
    "retensi": "Jangka Waktu Penyimpanan atau Retensi Arsip",
}
KLASIFIKASI = {
    "berkala": "Informasi yang Wajib Disediakan dan Diumumkan Secara Berkala",
    "serta_merta": "Informasi yang Wajib Diumumkan Secara Serta-Merta",
    "setiap_saat": "Informasi yang Wajib Tersedia Setiap Saat",
}
KEPALA_DALAM = 15  # rows in which the head of the table is looked for


class KepalaTidakDikenal(Refusal):
    """No row of the sheet looks like the head of a DIP."""

    def __init__(self) -> None:
        super().__init__(
            "Kepala tabel Daftar Informasi Publik tidak ditemukan. Tabel harus memuat tujuh lajur: "
            + "; ".join(LAJUR.values())
            + "."
        )


class BarisTidakLengkap(Refusal):
    """Lines of the list lack what the law asks."""

    def __init__(self, kurang: Sequence[str]) -> None:
        more = f" dan {len(kurang) - 5} lagi" if len(kurang) > 5 else ""
        super().__init__(
            f"Daftar belum lengkap: {'; '.join(kurang[:5])}{more}. Lengkapi lalu kirim ulang."
        )


class BukanUntukDip(Refusal):
    """An excluded line stands in the public list."""

    def __init__(self, baris: int) -> None:
        super().__init__(
            f"Baris {baris} berada di bawah golongan dikecualikan. Informasi yang dikecualikan "
            "tidak dimuat dalam DIP; pindahkan ke DIK."
        )


def read(rows: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    """The list by klasifikasi, lines numbered anew; refuses what is incomplete."""
    at, lajur = _head(rows)
    golongan: dict[str, list[dict[str, Any]]] = {}
    now, kurang = "setiap_saat", []
    for place, row in enumerate(rows[at + 1 :], at + 2):
        if counted(row):
            continue
        if bar := _bar(row):
            if bar == DIKECUALIKAN:
                raise BukanUntukDip(place)
            now = bar
            continue
        baris = {name: row[n].strip() if n < len(row) else "" for name, n in lajur.items()}
        kurang += [f"baris {place} tanpa {LAJUR[name]}" for name in _lacks(baris)]
        golongan.setdefault(now, []).append(baris)
    if kurang:
        raise BarisTidakLengkap(kurang)
    if not golongan:
        raise BarisTidakLengkap(["tabel tidak memuat satu baris pun"])
    return _numbered(golongan)


def _numbered(golongan: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    listed, no = [], 0
    for klasifikasi, kategori in KLASIFIKASI.items():
        baris = []
        for one in golongan.get(klasifikasi, []):
            no += 1
            baris.append({**one, "no": no})
        if baris:
            listed.append({"kategori": kategori, "baris": baris})
    return listed


def _head(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    for at, row in enumerate(rows[:KEPALA_DALAM]):
        lajur = _lajur(row)
        if len(lajur) == len(LAJUR):
            return at, lajur
    raise KepalaTidakDikenal


def _lajur(row: Sequence[str]) -> dict[str, int]:
    """Which cell of a row heads which column; spelling may differ a little."""
    words = [polos(cell) for cell in row]
    found = {}
    for name, title in LAJUR.items():
        near = difflib.get_close_matches(polos(title), [w for w in words if w], n=1, cutoff=0.8)
        if near:
            found[name] = words.index(near[0])
    return found


def _bar(row: Sequence[str]) -> str:
    """The klasifikasi that a row of one cell announces, or ''."""
    filled = [cell for cell in row if cell.strip()]
    return announced(filled[0]) if len(filled) == 1 else ""


def _lacks(baris: dict[str, str]) -> list[str]:
    return [name for name, value in baris.items() if name != "no" and not value]
