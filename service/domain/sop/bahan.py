"""What an SOP needs and makes: each thing declared once, with what it is and when it counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from service.domain.kesalahan import Kesalahan
from service.domain.lembar import Lembar, open_lembar

BAHAN_TOML = "bahan.toml"
NASKAH, KIRIMAN, FISIK, EDISI, NOMOR, BUTIR, TANDA = (
    "naskah",
    "kiriman",
    "fisik",
    "edisi",
    "nomor",
    "butir",
    "tanda",
)
# The states of each, from the first to the last; a later one counts as every earlier one.
CUKUP: dict[str, tuple[str, ...]] = {
    NASKAH: ("konsep", "disetujui", "ditandatangani", "terkirim"),
    KIRIMAN: ("diterima", "didaftar"),
    FISIK: ("dicatat", "diserahkan", "diterima_kedua_pihak"),
    EDISI: ("usulan", "ditetapkan", "terbit"),
    NOMOR: ("diberikan",),
    BUTIR: ("didaftar", "diuji", "diputus"),
    TANDA: ("dicatat",),
}
# What counts where nothing is said: a paper signed, a hand-over confirmed by both sides.
BIASA: dict[str, str] = {
    NASKAH: "ditandatangani",
    KIRIMAN: "didaftar",
    FISIK: "diterima_kedua_pihak",
    EDISI: "terbit",
    NOMOR: "diberikan",
    BUTIR: "diputus",
    TANDA: "dicatat",
}
# Only a row makes these; a person can lay down any other.
HANYA_DIBUAT = frozenset({NOMOR, EDISI, TANDA})
# What a thing proves where information is excluded.
BERITA_ACARA, SK, PERSETUJUAN = "berita_acara", "sk", "persetujuan"
BUKTI = (BERITA_ACARA, SK, PERSETUJUAN)
# The approval of the head as it is recorded; it counts for every thing that proves it.
SETUJU = "persetujuan_pimpinan"
NAMA = re.compile(r"[a-z][a-z0-9_]{0,59}")


@dataclass(frozen=True)
class Bahan:
    """One thing, by its key in kelengkapan and keluaran."""

    id: str
    nama: str
    wujud: str
    cukup: str  # the state from which it counts as present
    jenis: str = ""  # the kind of naskah or kiriman, where it is not the key itself
    bukti: str = ""  # what it proves of an exclusion
    perubahan: str = ""  # the kind of naskah that changes it later

    def is_enough(self, keadaan: str, cukup: str = "") -> bool:
        """Whether it counts in that state; from another than its own, where a row says so."""
        states = CUKUP[self.wujud]
        return keadaan in states and states.index(keadaan) >= states.index(cukup or self.cukup)


Daftar = Mapping[str, Bahan]


def read_bahan(file: str, text: str) -> tuple[dict[str, Bahan], list[Kesalahan]]:
    """The things a file declares, and every fault in it."""
    lembar, found = open_lembar(file, text)
    if lembar is None:
        return {}, found
    things = {}
    for sheet in lembar.each():
        if not NAMA.fullmatch(sheet.name):
            lembar.fault(
                sheet.name,
                f"Nama bahan '{sheet.name}' harus huruf kecil, angka, dan '_', misalnya "
                "surat_permohonan.",
            )
        things[sheet.name] = _one(sheet)
    lembar.close()
    return things, sorted(found)


def _one(sheet: Lembar) -> Bahan:
    if not sheet.has("wujud"):
        sheet.fault("", f"wujud {sheet.name} belum diisi. Pilihan: {', '.join(CUKUP)}.")
    wujud = sheet.one_of("wujud", tuple(CUKUP), TANDA)
    return Bahan(
        sheet.name,
        sheet.text("nama", wajib=True),
        wujud,
        sheet.one_of("cukup", CUKUP[wujud], BIASA[wujud]),
        sheet.text("jenis", sheet.name if wujud in (NASKAH, KIRIMAN) else ""),
        _proof(sheet, wujud),
        sheet.text("perubahan"),
    )


def _proof(sheet: Lembar, wujud: str) -> str:
    """What it proves; a paper proves by its signatures, the approval of the head by his act."""
    bukti = sheet.one_of("bukti", ("", *BUKTI), "")
    if bukti and wujud != (TANDA if bukti == PERSETUJUAN else NASKAH):
        right = TANDA if bukti == PERSETUJUAN else NASKAH
        sheet.fault("bukti", f"bukti '{bukti}' hanya untuk bahan dengan wujud '{right}'.")
    return bukti
