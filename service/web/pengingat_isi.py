"""Reminders in the words and shapes of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from service.domain.ingat import APA, MENURUT_HUKUM, Ingat, address
from service.domain.pengingat import AKAN, BESOK, HARI_INI, KATA, LEWAT, NAIK
from service.domain.wewenang import PERAN
from service.face.isi import Bentuk, Kolom, Sel, Tabel

BENTUK: dict[str, Bentuk] = {
    AKAN: "berjalan",
    BESOK: "menunggu",
    HARI_INI: "menunggu",
    LEWAT: "lewat",
    NAIK: "lewat",
}
KOLOM = (Kolom("Yang dikerjakan"), Kolom("Pengingat"), Kolom("Berakhir"), Kolom("Jenis"))


def table(nama: str, judul: str, some: Iterable[Ingat], unit: Callable[[Ingat], str]) -> Tabel:
    """One list of reminders."""
    return Tabel(nama, judul, KOLOM, tuple(_row(one, unit) for one in some))


def _row(one: Ingat, unit: Callable[[Ingat], str]) -> tuple[Sel, ...]:
    closed = "rahasia" if one.rahasia else ""
    under = " · ".join(filter(None, (one.perihal, unit(one), closed)))
    law = "menurut hukum" if one.apa in MENURUT_HUKUM else "menurut SOP"
    return (
        Sel(one.kata, address(one.apa, one.id, one.berkas), catatan=under),
        Sel(KATA[one.jenis], bentuk=BENTUK[one.jenis], catatan=waits_for(one)),
        Sel(one.sisa, iso=one.jatuh.isoformat()),
        Sel(APA[one.apa], catatan=law),
    )


def waits_for(one: Ingat) -> str:
    """Who did not act, where it went up to this person."""
    if not one.dari:
        return ""
    return f"menunggu {' atau '.join(PERAN.get(peran, peran) for peran in one.dari)}"
