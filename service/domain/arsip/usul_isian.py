"""What a list of archives fills into its papers, as those write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from service.domain.arsip.arsip import Arsip
from service.domain.arsip.penyusutan import BUANG, MACAM, PINDAH, SERAH
from service.domain.arsip.tempat import Tempat, path
from service.domain.arsip.usul import Usul
from service.domain.fisik import KONDISI, TINGKAT
from service.domain.tanggal import panjang

# Which lists a pair is a paper of, by the source that its table of archives names.
SUMBER_DAFTAR: dict[str, frozenset[str]] = {
    "usul.arsip": frozenset(MACAM),
    "usul.perpindahan": frozenset({PINDAH, SERAH}),
    "usul.pemusnahan": frozenset({BUANG}),
}
DEKAT = 2  # of the places in which an archive stands, so many say where it is taken from
KEGIATAN = {PINDAH: "Pemindahan", SERAH: "Penyerahan", BUANG: "Pemusnahan"}
HUKUM = (
    "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
    "Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 43 Tahun "
    "2009 tentang Kearsipan",
)


@dataclass(frozen=True)
class Isi:
    """One archive of a list with what its matter says."""

    arsip: Arsip
    judul: str
    dibuka: date


def listed(isi: Isi, places: Mapping[str, Tempat]) -> dict[str, Any]:
    """Its line: one matter, with its years, how much paper it is and how long it was kept."""
    a = isi.arsip
    first, last = isi.dibuka.year, a.ditutup.year
    where = ", ".join(x.sebutan for x in path(a.tempat, places)[-DEKAT:])
    state = KONDISI.get(a.kondisi, "").lower() if a.kondisi not in ("", "baik") else ""
    return {
        "kode": a.kode,
        "uraian": isi.judul,
        "kurun": str(last) if first >= last else f"{first} sampai dengan {last}",
        "jumlah": a.jumlah or 1,
        "satuan": a.satuan if a.jumlah and a.satuan else "berkas",
        "tingkat": TINGKAT.get(a.tingkat, ""),
        "retensi": a.retensi.kata,
        "keterangan": "; ".join(x for x in (where, state) if x),
    }


def agreed(usul: Usul) -> str:
    """By which letter somebody agreed, as part of a sentence; '' where nobody did yet."""
    letter = usul.persetujuan
    if not letter.ada or letter.tanggal is None:
        return ""
    return f"persetujuan {letter.oleh} Nomor {letter.nomor} tanggal {panjang(letter.tanggal)}"


def considered(usul: Usul) -> str:
    """What those who judge archives wrote, as part of a sentence."""
    words = usul.persetujuan.pertimbangan.strip()
    if not words or words.casefold().startswith("surat"):
        return words
    return f"surat pertimbangan {words}"


def grounds(jadwal: str) -> list[str]:
    """The laws and the schedule under which archives leave."""
    return [*HUKUM, jadwal] if jadwal else list(HUKUM)
