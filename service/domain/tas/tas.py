"""A bag that was asked for, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from service.domain.berkas import DIARSIPKAN, DIBATALKAN, SELESAI, Berkas
from service.domain.catatan import Kepala
from service.domain.refusals import Refusal
from service.domain.simpanan import HASIL

DIMINTA, JADI, GAGAL = "diminta", "jadi", "gagal"
KEADAAN: dict[str, str] = {
    DIMINTA: "sedang disusun",
    JADI: "siap diunduh",
    GAGAL: "tidak berhasil disusun",
}
TERBUKA, TERTUTUP = "terbuka", "tertutup"


class BelumDijilid(Refusal):
    """A bag is made of what is finished."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Berkas ini belum diarsipkan, jadi tasnya belum dapat disusun. Tas disusun sesudah "
            "semua naskahnya ditandatangani dan dijilid. Tidak ada yang diubah."
        )


class TasUsang(Refusal):
    """What lies in it is not what would lie in it now."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Isi berkas ini, atau siapa yang boleh melihatnya, berubah sejak tasnya disusun. "
            "Susun tasnya lagi. Tidak ada yang diunduh."
        )


@dataclass(frozen=True)
class TasBerkas:
    """The bag of one matter as it was at one moment of the journal."""

    id: str
    instansi: str
    berkas: str
    oleh: str
    diminta: datetime
    urut: int  # where the journal ended then
    rantai: str
    keadaan: str = DIMINTA
    resep: str = ""  # which files lay in which part
    terbuka: str = ""  # sha256 of the ZIP
    ukuran_terbuka: int = 0
    banyak_terbuka: int = 0
    tertutup: str = ""
    ukuran_tertutup: int = 0
    banyak_tertutup: int = 0
    pesan: str = field(default="", repr=False)
    jadi: datetime | None = None
    versi: int = 1

    @property
    def kepala(self) -> Kepala:
        """Where the journal ended when it was asked for."""
        return Kepala(self.instansi, self.urut, self.rantai)


def failed(tas: TasBerkas, pesan: str, now: datetime) -> TasBerkas:
    """It cannot be made; the sentence says why."""
    return replace(tas, keadaan=GAGAL, pesan=pesan, jadi=now)


def is_past(tas: TasBerkas, now: datetime) -> bool:
    """Whether it has been kept for its time; what is still owed waits."""
    return tas.keadaan != DIMINTA and now - (tas.jadi or tas.diminta) > HASIL


def need_over(berkas: Berkas, *, bernaskah: bool) -> None:
    """Refuse what is under way or still to be bound; what was called off, or ended without
    papers of its own, is never bound, and its bag holds what came in."""
    if berkas.keadaan == DIARSIPKAN and berkas.dossier:
        return
    over = berkas.keadaan in (SELESAI, DIARSIPKAN) and not bernaskah
    if not over and berkas.keadaan != DIBATALKAN:
        raise BelumDijilid


def name_of(tas: TasBerkas, bagian: str) -> str:
    """What the bag is called; it says nothing of what the matter is about."""
    return f"tas-{tas.berkas}-{bagian}"
