"""What the number books of an instansi fill into a paper that says whether they are whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from service.acts.isian.perkara import Isi, Perkara
from service.acts.nomor.buku import books
from service.acts.nomor.kelengkapan import examined
from service.acts.sop.versi import walked
from service.domain.alasan import Alasan
from service.domain.buku import name_of
from service.domain.kelengkapan import Baris, Kelengkapan
from service.domain.nomor import BATAL, DIPESAN, EKSTERNAL, FINAL, KEADAAN, SEMENTARA, Nomor
from service.domain.ruas import Ruas
from service.domain.sop.masa import sebutan

LUAR, SISIPAN, HILANG = "Dari luar", "Sisipan", "Tidak ada"


def _period(one: Perkara) -> tuple[int, date | None]:
    """The year that is told of, and the month where the matter is of one month alone."""
    today = one.instansi.kalender_of(one.berkas.unit).tanggal(one.house.clock.now())
    year, _, month = one.berkas.masa.partition("-")
    if not (month and one.berkas.sidik):
        return today.year, None
    sop = walked(one.reading, one.berkas).sop
    months = next((x.berkala.jumlah for x in sop.parts() if x.id == one.berkas.bagian), 0)
    return int(year), date(int(year), int(month), 1) if months == 1 else None


def _named(one: Perkara, _: Ruas) -> str:
    year, month = _period(one)
    return sebutan(f"{year}-{month.month:02d}", 1) if month else f"Tahun {year}"


def _examined(one: Perkara) -> Iterator[tuple[str, Kelengkapan]]:
    """Each book with a number in that time; a paper of an open matter tells of no withheld one."""
    year, month = _period(one)
    for state in books(one.house, one.oleh, one.berkas.instansi):
        buku = state.buku
        fits = buku.tahun in (0, year) and (month is None or buku.bulan in (0, month.month))
        if not fits or (state.rahasia and not one.berkas.rahasia):
            continue
        found = examined(one.house, state, month)
        if found.baris or found.luar:
            yield name_of(one.instansi, buku), found


def _books(one: Perkara, ruas: Ruas) -> list[dict[str, Any]]:
    """A row for each book: from which number to which, and how many stand in which state."""
    rows = [
        {
            "buku": name,
            "pertama": found.awal,
            "terakhir": found.akhir,
            "dipakai": _many(found, FINAL),
            "batal": _many(found, BATAL),
            "dipesan": _many(found, DIPESAN, SEMENTARA),
            "sisipan": sum(1 for x in found.baris if x.nomor and x.nomor.sisipan),
            "luar": len(found.luar),
            "hilang": len(found.lubang),
            "janggal": sum(1 for x in found.baris if x.nomor and x.catatan),
        }
        for name, found in _examined(one)
        if found.baris
    ]
    return [{x.nama: row.get(x.nama, "") for x in ruas.kolom} for row in rows]


def _many(found: Kelengkapan, *keadaan: str) -> int:
    """How many places of the row itself stand so; what was put in between counts apart."""
    rows = [x.nomor for x in found.baris if x.nomor and not x.nomor.sisipan]
    return sum(1 for x in rows if x.keadaan in keadaan)


def _notes(one: Perkara, ruas: Ruas) -> list[dict[str, str]]:
    """Every number that is not plainly used, with its reason; and every one that is missing."""
    told = [(name, x) for name, found in _examined(one) for x in _places(found)]
    asked = {x.nomor.alasan for _, x in told if x.nomor and x.nomor.alasan}
    why = {id_: y.kata for id_ in sorted(asked) for y in one.reading.find(Alasan, id=id_)}
    rows = [_note(name, x, why) for name, x in told]
    return [{x.nama: row.get(x.nama, "") for x in ruas.kolom} for row in rows]


def _places(found: Kelengkapan) -> Iterator[Baris]:
    for one in found.baris:
        number = one.nomor
        if number is None or one.catatan or number.sisipan or number.keadaan != FINAL:
            yield one
    yield from (Baris("", LUAR, x) for x in found.luar)


def _note(name: str, place: Baris, why: dict[str, str]) -> dict[str, str]:
    number = place.nomor
    reason = why.get(number.alasan, "") if number else ""
    return {
        "buku": name,
        "nomor": (number.nomor if number else "") or place.tempat,
        "tanggal": number.tanggal.isoformat() if number and number.tanggal else "",
        "keadaan": _state(number),
        "keterangan": "; ".join(" ".join(x.split()) for x in (reason, place.catatan) if x),
    }


def _state(number: Nomor | None) -> str:
    if number is None:
        return HILANG
    if number.sumber == EKSTERNAL:
        return LUAR
    if number.sisipan and number.keadaan == FINAL:
        return SISIPAN
    return KEADAAN[number.keadaan]


SUMBER: dict[str, Isi] = {"buku.masa": _named, "buku": _books, "buku.catatan": _notes}
