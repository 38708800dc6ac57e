"""What is wrong with an SOP that excludes information: proofs it does not name, a borrowed head."""

from __future__ import annotations

from service.domain.pengecualian import PIMPINAN, decides
from service.domain.sop.bahan import BERITA_ACARA, PERSETUJUAN, SK, Daftar
from service.domain.sop.bentuk import Langkah, Sop
from service.domain.sop.periksa_tempat import Tempat

_NAMA = {BERITA_ACARA: "berita acara pengujian", SK: "surat keputusan klasifikasi"}


def examine_proofs(sop: Sop, rows: tuple[Langkah, ...], bahan: Daftar, at: Tempat) -> None:
    """Whoever decides what is excluded names its papers; only the head approves."""
    named = {
        bahan[key].bukti
        for row in rows
        for key in (*row.semua_keluaran, *(one.bahan for one in row.kelengkapan))
        if key in bahan
    }
    for row in rows:
        place = sop.langkah.index(row)
        absent = [nama for bukti, nama in _NAMA.items() if bukti not in named]
        if absent and decides(sop, row):
            at.warn(
                place,
                "cabang",
                f"Langkah ini dapat mengecualikan butir, tetapi SOP ini tidak menyebut "
                f"{' dan '.join(absent)}. Butir baru dikecualikan bila itu sudah ditandatangani; "
                "sebutkan di keluaran atau kelengkapan.",
            )
        if _approves(row, bahan) and any(sop.peran(one) != PIMPINAN for one in _actors(row)):
            at.row(
                place,
                "keluaran",
                "Persetujuan pimpinan hanya dapat dihasilkan langkah yang seluruh pelaksananya "
                f"berperan {PIMPINAN}.",
            )


def _approves(row: Langkah, bahan: Daftar) -> bool:
    made = (bahan[key].bukti for key in row.semua_keluaran if key in bahan)
    return PERSETUJUAN in made


def _actors(row: Langkah) -> tuple[str, ...]:
    return (*row.pelaksana, *(one for act in row.tahap for one in act.pelaksana))
