"""What every page of a file on its way out shows of that file."""

from __future__ import annotations

from typing import Any

from service.domain.alasan import Alasan
from service.domain.gerbang.keluar import DILEPAS, FileKeluar
from service.face.isi import Tabel
from service.web.dasar.auth import house
from service.web.pelepasan import isi


def of_row(row: FileKeluar | None) -> dict[str, Any]:
    """Its hits, whether it has none, why it could not be looked at, and how it went out."""
    found = row.pemeriksaan.tembus if row else ()
    return {
        "pesan": row.pesan if row else "",
        "tabel": _table(row) if row and found else None,
        "bersih": bool(row and row.aturan and not found),
        "keluar": row if row and row.keadaan == DILEPAS else None,
    }


def _table(row: FileKeluar) -> Tabel:
    """Every hit, with who let it pass and why."""
    names = house().lists.nama_orang({one.oleh for one in row.lepas})
    reasons: dict[str, str] = {}
    if ids := list(dict.fromkeys(one.alasan for one in row.lepas)):
        with house().ledger.read() as reading:
            reasons = {one.id: one.kata for one in reading.find(Alasan, id=ids)}
    return isi.table(row, names, reasons)
