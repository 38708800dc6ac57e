"""The last head of the journal that somebody signed: a monthly report prints it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from service.acts.jilid.isi import is_signed
from service.acts.naskah.jenis import asking
from service.domain.catatan import Kepala
from service.domain.keutuhan import KepalaTidakTerbaca, read_printed
from service.domain.naskah import Naskah
from service.domain.tas.jurnal import KepalaTtd
from service.domain.tempat_ttd import TempatTtd
from service.ports import House, Reading

SUMBER = "laporan.kepala_jurnal"


def signed_head(house: House, reading: Reading, kepala: Kepala, pada: datetime) -> KepalaTtd | None:
    """The highest that was signed by then and lies before this head; None where nobody signed."""
    found = [
        one
        for one in _printed(house, reading, kepala.instansi, pada)
        if one.kepala.urut <= kepala.urut
    ]
    return max(found, key=lambda one: (one.kepala.urut, one.nomor), default=None)


def _printed(house: House, reading: Reading, instansi: str, pada: datetime) -> Iterator[KepalaTtd]:
    pairs = asking(house, instansi, [SUMBER])
    named = {x.jenis: ruas.nama for x in pairs for ruas in x.ruas if ruas.isi == SUMBER}
    papers = reading.find(Naskah, instansi=instansi, jenis=sorted(named)) if named else []
    signed = [one for one in papers if is_signed(one)]
    ids = [one.id for one in signed]
    when = dict[str, datetime]()
    for place in reading.find(TempatTtd, naskah=ids) if ids else []:
        if place.pada:
            when[place.naskah] = max(place.pada, when.get(place.naskah, place.pada))
    for one in signed:
        if one.id not in when or when[one.id] > pada:
            continue
        try:
            head = read_printed(f"{instansi} {one.isian.get(named[one.jenis]) or ''}")
        except KepalaTidakTerbaca:
            continue  # the report had no head yet
        yield KepalaTtd(head, one.nomor, one.tanggal.isoformat() if one.tanggal else "")
