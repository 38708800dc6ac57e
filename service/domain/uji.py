"""The worksheet of a consequence test: one item, four compulsory blocks, one conclusion."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from service.domain import jangka
from service.domain.jangka import Jangka
from service.domain.pasal17 import HURUF, sebutan

TERBUKA, SEBAGIAN, DIKECUALIKAN = "terbuka", "sebagian", "dikecualikan"
KESIMPULAN = {
    TERBUKA: "Terbuka",
    SEBAGIAN: "Terbuka sebagian",
    DIKECUALIKAN: "Dikecualikan",
}
DITUTUP = frozenset({SEBAGIAN, DIKECUALIKAN})
PRAKARSA, PERMOHONAN, SENGKETA = "prakarsa", "permohonan", "sengketa"
PEMICU = {
    PRAKARSA: "Sebelum ada permohonan (huruf a)",
    PERMOHONAN: "Atas permohonan informasi (huruf b)",
    SENGKETA: "Atas perintah Majelis Komisioner (huruf c)",
}
KATEGORI = {
    "berkala": "Diumumkan secara berkala",
    "serta_merta": "Diumumkan serta-merta",
    "setiap_saat": "Tersedia setiap saat",
}
_UU = re.compile(r"\b(?:UU|Undang-Undang)\b", re.IGNORECASE)
TERPENDEK = 10  # letters; less says nothing


@dataclass(frozen=True)
class Dasar:
    """A law that is said to forbid opening; a letter of Pasal 17, and for j the other law."""

    huruf: str
    lain: str = ""  # for j: which law and article

    @property
    def kata(self) -> str:
        """As it is cited."""
        return f"{sebutan(self.huruf)} dan {self.lain}" if self.lain else sebutan(self.huruf)

    @property
    def singkat(self) -> str:
        """As a table cites it."""
        short = f"Ps 17 huruf {self.huruf}"
        return f"{short} dan {self.lain}" if self.lain else short


@dataclass(frozen=True)
class LembarUji:
    """What a meeting wrote about one item."""

    # Which document, and where in it (block 1).
    dokumen: str = ""
    unit: str = ""
    bagian: str = ""  # the part, pages or lines that were tested
    # The information, clearly (block 2).
    uraian: str = ""
    # The laws (block 3).
    dasar: tuple[Dasar, ...] = ()
    # What is weighed (block 4).
    dibuka: str = ""
    ditutup: str = ""
    kepatutan: str = ""  # propriety, decency, the public interest
    # What triggered the test.
    pemicu: str = ""
    rujukan: str = ""  # the request, or the dispute
    # What came of it.
    kesimpulan: str = ""
    jangka: Jangka = field(default_factory=Jangka)
    dihitamkan: str = ""  # for a part: what is blacked out in the copy
    kategori: str = ""  # in the list, as far as it is open
    aman: bool = False  # somebody read the line and says that it gives nothing away

    @property
    def huruf(self) -> frozenset[str]:
        """The letters of Pasal 17 it rests on."""
        return frozenset(one.huruf for one in self.dasar)


def renamed(before: LembarUji, after: LembarUji) -> bool:
    """Whether what was written down as the information becomes another one."""
    names = ("dokumen", "unit", "bagian", "uraian")
    told = ((getattr(before, name), getattr(after, name)) for name in names)
    return any(was and was != now for was, now in told)


def faults(one: LembarUji, today: date | None) -> dict[str, str]:
    """What is missing before the conclusion counts, by field; without a day, whatever the day."""
    found = _document(one) | _weighed(one) | _trigger(one)
    if one.kesimpulan not in KESIMPULAN:
        found["kesimpulan"] = "Pilih kesimpulan butir ini."
    if one.kesimpulan in DITUTUP:
        found |= _law(one) | jangka.faults(one.jangka, one.huruf, today)
    if one.kesimpulan == SEBAGIAN and _short(one.dihitamkan):
        found["dihitamkan"] = "Tulis bagian mana yang dihitamkan pada salinannya."
    if one.kesimpulan in (TERBUKA, SEBAGIAN) and one.kategori not in KATEGORI:
        found["kategori"] = "Pilih kategori informasi yang terbuka ini."
    return found


def _document(one: LembarUji) -> dict[str, str]:
    found = {}
    if _short(one.dokumen, 3):
        found["dokumen"] = "Tulis dokumen yang memuat informasi ini."
    if not one.unit:
        found["unit"] = "Pilih unit yang menguasai dokumennya."
    if _short(one.uraian):
        found["uraian"] = "Uraikan informasinya secara jelas dan terang."
    return found


def _weighed(one: LembarUji) -> dict[str, str]:
    found = {}
    if _short(one.dibuka):
        found["dibuka"] = "Tulis akibatnya bila dibuka."
    if _short(one.ditutup):
        found["ditutup"] = "Tulis manfaat atau akibatnya bila ditutup."
    if _short(one.kepatutan):
        found["kepatutan"] = "Timbang kepatutan, kesusilaan, dan kepentingan umum."
    return found


def _trigger(one: LembarUji) -> dict[str, str]:
    if one.pemicu not in PEMICU:
        return {"pemicu": "Pilih apa yang memicu pengujian ini."}
    if one.pemicu != PRAKARSA and not one.rujukan.strip():
        what = "permohonan" if one.pemicu == PERMOHONAN else "sengketa"
        return {"rujukan": f"Tulis nomor {what}nya."}
    return {}


def _law(one: LembarUji) -> dict[str, str]:
    if not one.dasar:
        return {"dasar": "Pilih sedikitnya satu huruf Pasal 17 sebagai dasar."}
    for each in one.dasar:
        if each.huruf not in HURUF:
            return {"dasar": f"Huruf {each.huruf} tidak ada di Pasal 17."}
        if each.huruf == "j" and not _UU.search(each.lain):
            return {
                "dasar_lain": "Huruf j memerlukan undang-undang yang melarangnya, dengan pasalnya. "
                "Peraturan di bawah undang-undang tidak cukup."
            }
    return {}


def _short(words: str, least: int = TERPENDEK) -> bool:
    return len(" ".join(words.split())) < least


@dataclass(frozen=True)
class Bukti:
    """What stands behind an exclusion beside the worksheet."""

    berita_acara: bool = False  # signed by all
    sk: bool = False  # signed
    disetujui: bool = False  # the approval of the head is recorded


def unproved(one: LembarUji, bukti: Bukti, today: date | None) -> list[str]:
    """Why an item may not become excluded yet; empty where it may."""
    found = list(faults(one, today).values())
    if one.kesimpulan not in DITUTUP:
        found.append("Kesimpulannya tidak mengecualikan.")
    if not bukti.berita_acara:
        found.append("Berita acara pengujian belum ditandatangani semua.")
    if not bukti.disetujui:
        found.append("Persetujuan pimpinan belum dicatat.")
    if not bukti.sk:
        found.append("Surat keputusannya belum ditandatangani.")
    return found
