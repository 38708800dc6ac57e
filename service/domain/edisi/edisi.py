"""Edisi: one numbered state of a list of an agency, frozen as its decree has it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from service.domain.informasi.unsur import Sk

DIP, DIK = "dip", "dik"
DAFTAR: dict[str, str] = {
    DIP: "Daftar Informasi Publik",
    DIK: "Daftar Informasi yang Dikecualikan",
}
# The whole list on a decree of its own, or the one before with what a test found open added to it.
PENETAPAN, PEMUTAKHIRAN = "penetapan", "pemutakhiran"
JENIS: dict[str, str] = {PENETAPAN: "Penetapan", PEMUTAKHIRAN: "Pemutakhiran"}
RANCANGAN, DITETAPKAN, TERBIT = "rancangan", "ditetapkan", "terbit"
DITARIK, BATAL = "ditarik", "batal"
KEADAAN: dict[str, str] = {
    RANCANGAN: "Rancangan",
    DITETAPKAN: "Ditetapkan, belum terbit",
    TERBIT: "Terbit",
    DITARIK: "Ditarik",
    BATAL: "Batal",
}


@dataclass(frozen=True)
class Edisi:
    """One edition; its lines lie frozen in the store, under `isi`, and never change again."""

    id: str
    instansi: str
    daftar: str  # dip, dik
    jenis: str = PENETAPAN
    keadaan: str = RANCANGAN
    tahun: int = 0  # of its decree; 0 while it has none
    urut: int = 0  # the how-manieth of its list in that year
    berkas: str = ""  # the matter in which it came about
    naskah: str = ""  # the paper of its decree
    sk: Sk = field(default_factory=Sk)
    sebelum: str = ""  # the id of the edition that it follows
    isi: str = ""  # the sha256 of its lines
    banyak: int = 0  # lines
    mulai: datetime | None = None  # not published before
    sampai: datetime | None = None  # not public after
    terbit: datetime | None = None
    ditarik: datetime | None = None
    alasan: str = ""  # why it was withdrawn, as the public reads it
    penyusun: tuple[str, ...] = ()  # who drew it up; another publishes it where the office asks
    penerbit: str = ""
    beku: datetime | None = None  # since when its lines stand still
    kembali: bool = False  # withdrawn: whether the edition before it holds again
    versi: int = 1

    @property
    def nama(self) -> str:
        """As it is cited: its list, and which of the year."""
        which = f"Edisi {self.urut} Tahun {self.tahun}" if self.urut else "rancangan"
        return f"{DAFTAR[self.daftar]}, {which}"

    def tampak(self, now: datetime) -> bool:
        """Whether the public may read it at this moment: never without its signed decree."""
        begun = self.mulai is None or self.mulai <= now
        ended = self.sampai is not None and self.sampai <= now
        return self.keadaan == TERBIT and self.sk.sah and begun and not ended
