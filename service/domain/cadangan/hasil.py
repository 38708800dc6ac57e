"""The last backup and the last restore that was proved: what is kept of them, and what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from service.domain.tanggal import local, panjang

DIBUAT, TERBUKTI = "cadangan", "pemulihan"  # what they are kept under
TERLAMBAT = timedelta(days=2)  # one night may fail
BUKTI_LAMA = timedelta(days=35)
TIDAK_DIATUR = (
    "Belum diatur. Isi BERKAS_CADANGAN dengan folder di disk lain; cadangan lalu dibuat dan "
    "diuji setiap malam. Sekali: ./berkas backup FILE."
)
BELUM = "Belum ada cadangan. Jalankan ./berkas backup FILE."
BELUM_TERBUKTI = "Belum pernah diuji. Jalankan ./berkas restore FILE --check."


@dataclass(frozen=True)
class HasilCadangan:
    """What came of one backup, or of one proof: counts and names of files alone."""

    nama: str
    baik: bool
    file: int = 0
    bita: int = 0
    catatan: str = ""

    def kept(self) -> dict[str, str]:
        """As it is kept."""
        return {
            "nama": self.nama,
            "baik": "ya" if self.baik else "tidak",
            "file": str(self.file),
            "bita": str(self.bita),
            "catatan": self.catatan[:500],
        }


def read(told: Mapping[str, str]) -> HasilCadangan | None:
    """What was kept; None where it is none."""
    try:
        nama, baik = told["nama"], told["baik"] == "ya"
        return HasilCadangan(
            nama, baik, int(told["file"]), int(told["bita"]), told.get("catatan", "")
        )
    except (KeyError, ValueError):
        return None


def made(
    waktu: datetime | None, last: HasilCadangan | None, now: datetime, *, diatur: bool
) -> tuple[bool | None, str]:
    """How it stands with the last backup; `diatur`: it is to be made every night."""
    if waktu is None or last is None:
        return (False, BELUM) if diatur else (None, TIDAK_DIATUR)
    told = f"{_on(waktu)}: {last.nama}, {last.file} file, {_size(last.bita)}."
    if not last.baik:
        return False, f"{told} {last.catatan}".strip()
    if diatur and now - waktu > TERLAMBAT:
        return False, f"{told} Sudah lebih dari {TERLAMBAT.days} hari; lihat pekerjaan yang gagal."
    return True, told


def proved(
    waktu: datetime | None, last: HasilCadangan | None, now: datetime, *, diatur: bool
) -> tuple[bool | None, str]:
    """When a restore was last proved to give everything back."""
    if waktu is None or last is None:
        return (False if diatur else None), BELUM_TERBUKTI
    if not last.baik:
        return False, f"{_on(waktu)}: pemulihan {last.nama} gagal. {last.catatan}".strip()
    told = f"{_on(waktu)}: {last.nama} dipulihkan dan dibandingkan, {last.file} file, semua sama."
    if now - waktu > BUKTI_LAMA:
        return False, f"{told} Sudah lebih dari {BUKTI_LAMA.days} hari."
    return True, told


def _on(waktu: datetime) -> str:
    at = local(waktu, "WIB")
    return f"{panjang(at.date())} pukul {at:%H.%M} WIB"


def _size(bita: int) -> str:
    for unit, one in (("GB", 10**9), ("MB", 10**6)):
        if bita >= one:
            return f"{bita / one:.1f} {unit}".replace(".", ",")
    return f"{max(1, bita // 1000) if bita else 0} KB"
