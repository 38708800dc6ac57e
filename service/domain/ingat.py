"""One reminder for one person, in plain values, and how many there are of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from service.domain.pengingat import KATA

# What it is that ends.
NORMA, HUKUM, PERMOHONAN, KEBERATAN, SENGKETA, PENGECUALIAN, TANDA_TANGAN = (
    "norma",
    "hukum",
    "permohonan",
    "keberatan",
    "sengketa",
    "pengecualian",
    "tanda_tangan",
)
APA: dict[str, str] = {
    HUKUM: "Tenggat hukum berkas",
    PERMOHONAN: "Jawaban permohonan",
    KEBERATAN: "Tanggapan keberatan",
    SENGKETA: "Sengketa informasi",
    PENGECUALIAN: "Akhir pengecualian",
    NORMA: "Norma langkah SOP",
    TANDA_TANGAN: "Tanda tangan naskah",
}
# A norm and the day of a signature are the office's own; all else the law asks.
MENURUT_HUKUM = frozenset(APA) - {NORMA, TANDA_TANGAN}
DI_KALENDER = {apa: kata for apa, kata in APA.items() if apa != TANDA_TANGAN}


@dataclass(frozen=True)
class Ingat:
    """What ends when, what there is to do about it, and who did not where it went up."""

    jenis: str  # akan, besok, hari_ini, lewat, naik
    apa: str
    id: str  # of the matter, the request, the objection, the dispute or the item
    instansi: str
    unit: str
    kata: str
    perihal: str
    jatuh: date
    sisa: str
    rahasia: bool = False
    dari: tuple[str, ...] = ()  # the peran that did not act; none where it is one's own
    berkas: str = ""  # of an item: its matter
    surat: bool = True  # whether a letter goes out for it today


def address(apa: str, id_: str, berkas: str = "") -> str:
    """Where what ends stands on the pages."""
    if apa == TANDA_TANGAN:
        return f"/naskah/{id_}"
    if apa in (PERMOHONAN, KEBERATAN, SENGKETA):
        return f"/{apa}/{id_}"
    if apa == PENGECUALIAN and not berkas:
        return f"/dikecualikan/{id_}"
    return f"/berkas/{berkas}/butir/{id_}" if berkas else f"/berkas/{id_}"


def in_order(some: Iterable[Ingat]) -> list[Ingat]:
    """Those that ended or end first before others."""
    return sorted(some, key=lambda one: (one.jatuh, one.apa, one.id))


def counted(some: Iterable[Ingat]) -> dict[str, int]:
    """How many of each kind, the gravest first; kinds without one are left out."""
    found = Counter(one.jenis for one in some)
    return {jenis: found[jenis] for jenis in KATA if found[jenis]}
