"""What the public says is missing in the list of information: kept, gathered, made a proposal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

JENIS = "masukan_publik"  # as a kind of kiriman, and as a thing that an SOP asks for
DITERIMA, DIUSULKAN, DISISIHKAN = "diterima", "diusulkan", "disisihkan"
KEADAAN: dict[str, str] = {
    DITERIMA: "Diterima, dibahas pada evaluasi berikutnya",
    DIUSULKAN: "Diusulkan menjadi bagian daftar informasi publik",
    DISISIHKAN: "Sudah dibahas, tidak diusulkan",
}
USAI = frozenset({DIUSULKAN, DISISIHKAN})


@dataclass(frozen=True)
class IsianMasukan:
    """What was written. Only its hash enters the row versions, so its fields stay these."""

    tentang: str = ""
    isi: str = ""
    nama: str = ""
    kontak: str = ""
    garam: str = ""  # random, so that nobody tries names against the hash


@dataclass(frozen=True)
class MasukanPublik:
    """One suggestion of the public."""

    id: str
    kiriman: str
    instansi: str
    unit: str
    kode: str  # the mark of the tracking code, never the code
    diterima: datetime
    isian: IsianMasukan = field(default_factory=IsianMasukan, metadata={"rahasia": True})
    keadaan: str = DITERIMA
    nomor_agenda: str = ""
    berkas: str = ""  # the round in which it was made a proposal
    butir: str = ""  # the proposal
    versi: int = 1
