"""The list that lies beside the papers in the folders for signatures, to be read without us."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from service.domain.folder_ttd import Terletak
from service.domain.tanggal import hari_tanggal, local, pukul

MENUNGGU = "Menunggu tanda tangan"
KEMBALI_DICEK = "Kembali, menunggu keputusan petugas"
SUDAH = "Sudah kembali dan diterima"
TIDAK_DIKENAL = "Tidak dikenal: bukan naskah dari Berkas, atau belum tersalin utuh"
_KEPALA = ("Untuk", "Jenis", "Nomor", "File", "Sejak", "Keadaan")
_RUPA = (
    "body{font:16px/1.5 sans-serif;margin:1.5rem;color:#16202a;background:#fff}"
    "table{border-collapse:collapse}th,td{border:1px solid #8a96a3;padding:.3rem .6rem;"
    "text-align:left;vertical-align:top}"
)


@dataclass(frozen=True)
class BarisKirim:
    """What the list says of a paper besides where it lies."""

    naskah: str
    jenis: str
    nomor: str
    keadaan: str = MENUNGGU
    kembali: datetime | None = None  # when it came back, where it lies with nobody any more


def out(folder: str, lying: Sequence[Terletak], known: Mapping[str, BarisKirim], zona: str) -> str:
    """The list of what one official is to sign."""
    rows = [_lying(one, known, zona) for one in lying if one.folder == folder]
    return _page(f"Daftar kirim: {folder or 'penanda tangan'}", rows)


def back(
    lying: Sequence[Terletak],
    strays: Sequence[Terletak],
    known: Mapping[str, BarisKirim],
    zona: str,
) -> str:
    """The list of all that is out, of what came back, and of what nobody knows."""
    there = {one.naskah for one in lying}
    rows = [_lying(one, known, zona) for one in lying]
    rows += [
        ("", one.jenis, one.nomor, "", _moment(one.kembali, zona), one.keadaan)
        for one in known.values()
        if one.kembali and one.naskah not in there
    ]
    rows += [
        ("", "", "", one.nama, _moment(one.sejak, zona), TIDAK_DIKENAL)
        for one in strays
        if one.naskah not in known
    ]
    return _page("Daftar kirim: semua yang keluar dan yang kembali", rows)


def _lying(one: Terletak, known: Mapping[str, BarisKirim], zona: str) -> tuple[str, ...]:
    told = known.get(one.naskah)
    jenis, nomor, keadaan = (told.jenis, told.nomor, told.keadaan) if told else ("", "", "")
    return (one.folder, jenis, nomor, one.nama, _moment(one.sejak, zona), keadaan)


def _moment(at: datetime | None, zona: str) -> str:
    if at is None:
        return ""
    return f"{hari_tanggal(local(at, zona).date())}, {pukul(at, zona)}"


def _page(judul: str, rows: Sequence[Sequence[str]]) -> str:
    body = "\n".join(f"<tr>{_cells(row, 'td')}</tr>" for row in rows)
    table = (
        f"<table>\n<thead><tr>{_cells(_KEPALA, 'th')}</tr></thead>\n<tbody>\n{body}\n</tbody>"
        "\n</table>"
        if rows
        else "<p>Tidak ada naskah.</p>"
    )
    return (
        f'<!doctype html>\n<html lang="id"><head><meta charset="utf-8"><title>{escape(judul)}'
        f"</title><style>{_RUPA}</style></head>\n<body><h1>{escape(judul)}</h1>\n{table}\n"
        "<p>Disusun Berkas dan diperbarui sendiri. Dapat dibuka dengan peramban atau Excel.</p>\n"
        "</body></html>\n"
    )


def _cells(values: Sequence[str], tag: str) -> str:
    return "".join(f"<{tag}>{escape(one)}</{tag}>" for one in values)
