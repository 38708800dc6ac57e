"""What is known of the letter, and who says so: the machine, or a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from service.acts.kiriman.unggah import SIFAT
from service.domain.kiriman import File, Kiriman, Usul
from service.domain.tanggal import BULAN, panjang
from service.face.isi_kiriman import Nilai

RUAS = {
    "jenis": "Jenis",
    "nomor": "Nomor surat",
    "tanggal": "Tanggal surat",
    "perihal": "Perihal",
    "pengirim": "Pengirim",
    "tujuan": "Tujuan",
    "sifat": "Sifat",
}
MESIN, PETUGAS = "dibaca mesin", "dipastikan petugas"


def values(one: Kiriman, files: Sequence[File], *, decided: bool) -> tuple[Nilai, ...]:
    """Every value there is; one that a rule read stays the machine's until a person decides."""
    names = {file.id: file.nama for file in files}
    found = (_value(one, ruas, names, decided) for ruas in RUAS)
    return tuple(value for value in found if value)


def _value(one: Kiriman, ruas: str, names: dict[str, str], decided: bool) -> Nilai | None:
    kept = one.jenis if ruas == "jenis" else getattr(one.surat, ruas)
    read = max(
        (usul for usul in one.usul if usul.ruas == ruas and kept in ("", usul.nilai)),
        key=lambda usul: usul.keyakinan,
        default=None,
    )
    if not kept and not read:
        return None
    word = kept or (read.nilai if read else "")
    if read and not (decided and kept):
        return Nilai(RUAS[ruas], told(ruas, word), MESIN, _why(read, names), "berjalan")
    return Nilai(RUAS[ruas], told(ruas, word), PETUGAS, bentuk="selesai")


def _why(read: Usul, names: dict[str, str]) -> str:
    where = [f"halaman {read.halaman}" if read.halaman else "", names.get(read.file, "")]
    place = ", ".join(part for part in where if part)
    words = f"“{read.kutipan}”" if read.kutipan else ""
    sure = f"yakin {read.keyakinan}%" if read.keyakinan else ""
    return "; ".join(part for part in (sure, place, words) if part)


def told(ruas: str, value: str) -> str:
    """A value as a page says it."""
    if ruas == "sifat":
        return SIFAT.get(value, value)
    if ruas == "jenis":
        return value.replace("_", " ").capitalize()
    return _date(value) if ruas == "tanggal" else value


def _date(value: str) -> str:
    """As precise as the letter: a day, a month or only a year."""
    try:
        if len(value) == 7:
            return f"{BULAN[int(value[5:]) - 1]} {value[:4]}"
        return panjang(date.fromisoformat(value))
    except (ValueError, IndexError):
        return value
