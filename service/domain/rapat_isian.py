"""What a meeting gives to its papers: the invitation, the attendance list, the report."""

from __future__ import annotations

from typing import Any

from service.domain.rapat import CARA, DARING, NOTULIS, PIMPINAN, Peserta, Rapat
from service.domain.tanggal import hari_tanggal


def isian(one: Rapat, zona: str = "WIB") -> dict[str, dict[str, Any]]:
    """The values of the three forms, each by the names of its ruas."""
    told = _when_and_where(one, zona)
    return {
        "undangan": told
        | {
            "kepada": [addressed(each) for each in one.peserta],
            "acara": [each.judul for each in one.acara],
        },
        "daftar_hadir": told | {"peserta": [_line(each) for each in one.peserta]},
        "laporan_rapat": told
        | {
            "pimpinan": led_by(one, PIMPINAN),
            "notulis": led_by(one, NOTULIS),
            "hadir": [_came(each) for each in one.yang_hadir],
            "tidak_hadir": [addressed(each) for each in absent(one)],
            "hasil": [
                {"acara": x.judul, "pembahasan": x.pembahasan, "putusan": x.putusan}
                for x in one.acara
            ],
        },
    }


def _when_and_where(one: Rapat, zona: str) -> dict[str, Any]:
    return {
        "hal": one.judul,
        "hari_tanggal": hari_tanggal(one.tanggal) if one.tanggal else "",
        "pukul": hours(one, zona),
        "tempat": one.tempat if one.cara != DARING else "",
        "tautan": one.tautan,
        "cara": CARA.get(one.cara, ""),
    }


def hours(one: Rapat, zona: str) -> str:
    """`09.00 sampai dengan 11.30 WIB`, or until it ends."""
    if one.mulai is None:
        return ""
    if one.selesai is None:
        return f"{one.mulai:%H.%M} {zona} sampai selesai"
    return f"{one.mulai:%H.%M} sampai dengan {one.selesai:%H.%M} {zona}"


def place(one: Rapat) -> str:
    """Where it is, as a sentence of a paper takes it: its room, else the address online."""
    if one.tautan and (one.cara == DARING or not one.tempat):
        return f"ruang daring {one.tautan}"
    return one.tempat


def link(one: Rapat) -> str:
    """Where those come in who are not in the room; what the place says is not said twice."""
    return "" if one.tautan in place(one) else one.tautan


def addressed(one: Peserta) -> str:
    """Somebody as a letter names them."""
    return ", ".join(part for part in (one.nama, one.jabatan, one.unit) if part)


def led_by(one: Rapat, sebagai: str) -> str:
    """Who led it or took the notes, or came in their place; '' where nobody did."""
    found = next((each for each in one.peserta if each.sebagai == sebagai), None)
    return (found.diwakili or found.nama) if found else ""


def absent(one: Rapat) -> tuple[Peserta, ...]:
    """Who was asked and did not come, nor sent somebody."""
    return tuple(each for each in one.peserta if each.hadir is False and not each.diwakili)


def _line(one: Peserta) -> dict[str, str]:
    return {"nama": one.nama, "jabatan": one.jabatan, "unit": one.unit}


def _came(one: Peserta) -> dict[str, str]:
    if not one.diwakili:
        return _line(one)
    return {**_line(one), "nama": one.diwakili, "jabatan": f"mewakili {addressed(one)}", "unit": ""}
