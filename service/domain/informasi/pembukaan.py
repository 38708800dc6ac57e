"""Opening before the term: one person decides on the decree, another one agrees."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from service.domain.catatan import MESIN
from service.domain.informasi.jalan_dik import PerluDuaOrang
from service.domain.informasi.unsur import Sk
from service.domain.refusals import Refusal

MENUNGGU, DISETUJUI, DITOLAK = "menunggu", "disetujui", "ditolak"
KEADAAN = {
    MENUNGGU: "Menunggu orang kedua",
    DISETUJUI: "Disetujui",
    DITOLAK: "Tidak disetujui",
}


class TidakMenunggu(Refusal):
    """Somebody answered it already."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Permintaan membuka ini sudah dijawab. Tidak ada yang diubah.")


class SudahDiminta(Refusal):
    """One piece waits for one second person at a time."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Sudah ada permintaan membuka informasi ini yang menunggu orang kedua. Tidak ada yang "
            "diubah."
        )


@dataclass(frozen=True)
class Pembukaan:
    """One decision to open a piece before its term, and what the second person said of it."""

    id: str
    informasi: str
    instansi: str
    unit: str
    pengujian: str  # the item whose outcome opens it
    oleh: str
    pada: datetime
    alasan: str = field(repr=False)  # a row of its own holds the words
    sk: Sk = field(default_factory=Sk)
    keadaan: str = MENUNGGU
    penjawab: str = ""
    dijawab: datetime | None = None
    jawaban: str = field(default="", repr=False)
    versi: int = 1


def agreed(one: Pembukaan, siapa: str, now: datetime) -> Pembukaan:
    """Another person than who decided says so too."""
    _need_waiting(one)
    if siapa in ("", MESIN, one.oleh):
        raise PerluDuaOrang
    return replace(one, keadaan=DISETUJUI, penjawab=siapa, dijawab=now)


def declined(one: Pembukaan, siapa: str, now: datetime, jawaban: str) -> Pembukaan:
    """It stays withheld; also who decided may take it back so."""
    _need_waiting(one)
    return replace(one, keadaan=DITOLAK, penjawab=siapa, dijawab=now, jawaban=jawaban)


def _need_waiting(one: Pembukaan) -> None:
    if one.keadaan != MENUNGGU:
        raise TidakMenunggu
