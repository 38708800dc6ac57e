"""A hold: as long as one stands, an archive is neither destroyed nor handed over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from service.domain.refusals import Refusal
from service.domain.wewenang import PerluOrangKedua

SENGKETA, PERKARA, PEMERIKSAAN, LAIN = "sengketa", "perkara", "pemeriksaan", "lain"
SEBAB: dict[str, str] = {
    SENGKETA: "Sengketa informasi",
    PERKARA: "Perkara di pengadilan",
    PEMERIKSAAN: "Pemeriksaan atau audit",
    LAIN: "Sebab lain",
}


class PenahananTidakSah(Refusal):
    """A hold is put and lifted with its reason."""

    def __init__(self, kata: str) -> None:
        super().__init__(f"{kata} Tidak ada yang diubah.")


@dataclass(frozen=True)
class Penahanan:
    """One hold on one archive; several may stand at once, and each is lifted for itself."""

    id: str
    arsip: str
    sebab: str
    alasan: str  # id of the written reason
    oleh: str
    sejak: datetime
    dilepas: datetime | None = None
    dilepas_oleh: str = ""
    alasan_lepas: str = ""
    versi: int = 1


def checked(sebab: str, alasan: str) -> None:
    """Refuse a hold without a ground."""
    if sebab not in SEBAB:
        raise PenahananTidakSah("Pilih sebab penahanan dari daftar.")
    if not alasan.strip():
        raise PenahananTidakSah("Tulis alasannya, misalnya nomor perkaranya.")


def lifted(one: Penahanan, siapa: str, alasan: str, now: datetime) -> Penahanan:
    """Over; by another than the one who put it."""
    if one.dilepas:
        raise PenahananTidakSah("Penahanan ini sudah dilepas.")
    if siapa == one.oleh:
        raise PerluOrangKedua
    return replace(one, dilepas=now, dilepas_oleh=siapa, alasan_lepas=alasan)


def told(holds: Iterable[Penahanan]) -> str:
    """The grounds of what stands, in words: `sengketa informasi, pemeriksaan atau audit`."""
    grounds = dict.fromkeys(SEBAB[one.sebab].lower() for one in holds if one.dilepas is None)
    return f"{', '.join(grounds)}." if grounds else ""
