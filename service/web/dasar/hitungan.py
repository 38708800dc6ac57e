"""A term day by day, as a table that anybody can check."""

from __future__ import annotations

from service.domain.hitung_hari import HITUNG, TERIMA, Hitungan
from service.domain.tanggal import hari_tanggal
from service.face.isi import Kolom, Sel, Tabel

HARI = (Kolom("Hari"), Kolom("Hitungan"))


def days(hitungan: Hitungan, judul: str = "Hitungan tenggat") -> Tabel:
    """Each day: counted as the n-th, or passed over and why."""
    rows = tuple(
        (
            Sel(hari_tanggal(one.tanggal), iso=one.tanggal.isoformat()),
            Sel(
                f"hari ke-{one.ke}" if one.apa == HITUNG else "tidak dihitung",
                catatan=one.sebab,
                bentuk="berjalan" if one.apa in (HITUNG, TERIMA) else None,
            ),
        )
        for one in hitungan.hari
    )
    return Tabel("hitungan", judul, HARI, rows)
