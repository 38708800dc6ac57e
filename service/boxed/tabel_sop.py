"""The tables and paragraphs of a foreign SOP as they are drawn, whatever program wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from service.boxed import pdf_buka, tabel_sop_docx, tabel_sop_pdf, tabel_sop_xlsx
from service.boxed.arsip import opened
from service.boxed.bagian import Bagian
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.ooxml import JENIS
from service.boxed.paket import Paket
from service.domain.batas import Batas
from service.domain.sop.impor_bentuk import Sel, Tabel

BATAS_ISI = 200_000_000  # bytes, unpacked
BATAS_SEL = 60_000
BUKAN = (
    "File ini tidak dapat dibuka sebagai Word (.docx), Excel (.xlsx), atau PDF; mungkin rusak, "
    "terkunci sandi, atau berformat lain. Tidak ada yang diubah. Simpan ulang sebagai .docx tanpa "
    "sandi, lalu ulangi."
)
PINDAIAN = (
    "PDF ini hanya berisi gambar pindaian tanpa teks, jadi tabelnya tidak dapat dibaca. Tidak ada "
    "yang diubah. Mintalah file aslinya (Word, Excel, atau PDF berteks), lalu ulangi."
)
MELEBIHI = (
    "File ini terlalu besar untuk sebuah SOP. Tidak ada yang diubah. Simpan halaman SOP-nya saja "
    "sebagai file sendiri, lalu ulangi."
)


class _TerlaluBanyak(Exception):
    """More cells than an SOP has."""


def told(file: BinaryIO) -> dict[str, Any] | str:
    """Paragraphs and tables from the top down; or the sentence that says why there are none."""
    try:
        file.seek(0)
        head = file.read(1024)
        file.seek(0)
        found = _pdf(file) if b"%PDF-" in head else _ooxml(file)
        return found if isinstance(found, str) else {"isi": list(_plain(found))}
    except _TerlaluBanyak:
        return MELEBIHI
    except (*RUSAK, Berhenti, pdf_buka.TidakTerbuka):
        return BUKAN


def _pdf(file: BinaryIO) -> list[str | Tabel] | str:
    isi, whole = pdf_buka.whole(file)
    if not whole:
        return MELEBIHI
    found = tabel_sop_pdf.read(isi)
    return PINDAIAN if found is None else found


def _ooxml(file: BinaryIO) -> list[str | Tabel] | str:
    arsip = opened(file, Batas())
    if sum(one.file_size for one in arsip.members) > BATAS_ISI:
        return MELEBIHI
    paket = Paket(Bagian(arsip))
    utama = paket.utama()
    kind = JENIS.get(paket.kind(utama), ("", ""))[1]
    if kind == "docx":
        return tabel_sop_docx.read(paket, utama)
    if kind == "xlsx":
        return tabel_sop_xlsx.read(paket, utama, file)
    return BUKAN


def _plain(found: list[str | Tabel]) -> Iterator[str | dict[str, Any]]:
    room = BATAS_SEL
    for one in found:
        if isinstance(one, str):
            room -= 1
            yield one
        else:
            room -= sum(len(row) for row in one.baris)
            if room < 0:
                raise _TerlaluBanyak
            yield {"baris": [[_cell(cell) for cell in row] for row in one.baris]}
        if room < 0:
            raise _TerlaluBanyak


def _cell(cell: Sel) -> list[Any]:
    return [cell.isi, cell.lebar, cell.tinggi, cell.lambang]
