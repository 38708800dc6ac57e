"""What a matter fills into papers of archives: one archive by its row, a list by its archives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from service.acts.isian.daftar_usul import grounds_of, rows_of
from service.acts.isian.perkara import Isi, Perkara
from service.domain.arsip import usul_isian as u
from service.domain.arsip.arsip import Arsip
from service.domain.arsip.tempat import Tempat, told
from service.domain.arsip.usul import Usul
from service.domain.informasi.retensi import NASIB_AKHIR
from service.domain.ruas import Ruas
from service.domain.ruas_periksa import fault

VITAL = "Vital"


def _list(tell: Callable[[Usul], str]) -> Isi:
    """Of the list whose papers the matter holds, for who may see such a list."""

    def asked(one: Perkara, _: Ruas) -> str:
        found = _usul(one)
        return tell(found) if found else ""

    return asked


def _usul(one: Perkara) -> Usul | None:
    found = one.reading.find(Usul, berkas=one.berkas.id)
    if not found or not one.oleh.sees(found[0].instansi, found[0].unit, rahasia=True):
        return None
    return found[0]


def _rows(one: Perkara, ruas: Ruas) -> list[dict[str, Any]]:
    """Each archive of the list in its order, with the columns that the table has."""
    usul = _usul(one)
    if usul is None or usul.macam not in u.SUMBER_DAFTAR[ruas.isi]:
        return []
    return [
        {x.nama: "" if fault(x, row.get(x.nama)) else row.get(x.nama, "") for x in ruas.kolom}
        for row in rows_of(one.reading, usul, one.zona)
    ]


def _grounds(one: Perkara, _: Ruas) -> list[str]:
    usul = _usul(one)
    return grounds_of(one.reading, usul) if usul else []


def _own(tell: Callable[[Perkara, Arsip], str]) -> Isi:
    """Of the matter itself as the archive keeps it."""

    def asked(one: Perkara, _: Ruas) -> str:
        found = one.reading.find(Arsip, id=one.berkas.id)
        return tell(one, found[0]) if found else ""

    return asked


def _place(one: Perkara, arsip: Arsip) -> str:
    places = {x.id: x for x in one.reading.find(Tempat, instansi=arsip.instansi)}
    return told(arsip.tempat, places)


SUMBER: dict[str, Isi] = {
    **dict.fromkeys(u.SUMBER_DAFTAR, _rows),
    "usul.dasar": _grounds,
    "usul.kegiatan": _list(lambda x: u.KEGIATAN[x.macam]),
    "usul.persetujuan": _list(u.agreed),
    "usul.pertimbangan": _list(u.considered),
    "arsip.kode": _own(lambda _, x: x.kode),
    "arsip.tempat": _own(_place),
    "arsip.aktif": _own(lambda _, x: x.retensi.aktif.kata if x.retensi.nasib else ""),
    "arsip.inaktif": _own(lambda _, x: x.retensi.inaktif.kata if x.retensi.nasib else ""),
    "arsip.nasib": _own(lambda _, x: NASIB_AKHIR.get(x.nasib, "")),
    "arsip.kategori": _own(lambda _, x: VITAL if x.vital else ""),
}
