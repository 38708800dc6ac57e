"""What looking at every signed paper again found last, and whether that is too long ago."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from service.domain.tanggal import local, panjang

JENIS = "fixity"  # what it is kept under
DISEBUT = 5  # papers that are named by their ids
BELUM = "Belum pernah dijalankan. Jalankan ./berkas fixity, lalu setiap bulan."
BARU = "Belum pernah dijalankan; kantor ini baru mulai."
RUSAK = "Hasil terakhir tidak terbaca. Jalankan ./berkas fixity."


@dataclass(frozen=True)
class HasilFixity:
    """What one whole run found, by counts and ids alone: what a paper is about may be withheld."""

    naskah: int
    perlu: int
    perhatikan: int
    nama: tuple[str, ...] = ()  # ids of those that need somebody, the first few

    def kept(self) -> dict[str, str]:
        """As it is kept."""
        return {
            "naskah": str(self.naskah),
            "perlu": str(self.perlu),
            "perhatikan": str(self.perhatikan),
            "nama": " ".join(self.nama[:DISEBUT]),
        }


def read(told: Mapping[str, str]) -> HasilFixity | None:
    """What was kept; None where it is none."""
    try:
        many, perlu, perhatikan = (int(told[x]) for x in ("naskah", "perlu", "perhatikan"))
    except (KeyError, ValueError):
        return None
    return HasilFixity(many, perlu, perhatikan, tuple(told.get("nama", "").split()))


def standing(
    waktu: datetime | None,
    last: HasilFixity | None,
    dibuka: datetime | None,
    now: datetime,
    batas: timedelta,
) -> tuple[bool | None, str]:
    """Whether all is well, and why; `dibuka`: since when the office is at work."""
    if waktu is None:
        late = dibuka is not None and now - dibuka > batas
        return (False, BELUM) if late else (None, BARU)
    if last is None:
        return False, RUSAK
    on = local(waktu, "WIB").date()
    told = (
        f"Terakhir {panjang(on)}: {last.naskah} naskah bertanda tangan, {last.perlu} "
        f"perlu tindakan, {last.perhatikan} perhatikan."
    )
    if last.perlu:
        named = f" Naskah {', '.join(last.nama)}." if last.nama else ""
        return False, f"{told}{named} Jalankan ./berkas fixity untuk rinciannya."
    if now - waktu > batas:
        return False, f"{told} Sudah lebih dari {batas.days} hari. Jalankan ./berkas fixity."
    return True, told
